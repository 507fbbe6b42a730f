package dk.ankomst.workflow.guard;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;

/** Two at work on the same thing at once, in the engine's tables or in our own: nothing is wrong with what was sent. */
enum Clash {
    CHANGED("En anden ændrede opgaven samtidig, og intet er gemt. Genindlæs siden, og prøv igen."),
    BUSY("En anden arbejder i sagen lige nu. Prøv igen om lidt.");

    /** Of PostgreSQL and H2: serialisation, deadlock, lock not available, cancelled by a timeout. */
    private static final Set<String> BUSY_STATES = Set.of("40001", "40P01", "55P03", "57014", "HYT00");

    /** A row that is there already, or no longer the one it belongs to. */
    private static final Set<String> CHANGED_STATES = Set.of("23503", "23505", "23506");

    private final String sentence;

    Clash(String sentence) {
        this.sentence = sentence;
    }

    /** What happened and what to do, in Danish. */
    String sentence() {
        return sentence;
    }

    /** The clash that somebody wrapped, e.g. a listener's; null when there was none. */
    static @Nullable Clash in(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof PessimisticLockingFailureException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof SQLTimeoutException
                    || isOf(BUSY_STATES, cause)) {
                return BUSY;
            }
            // A duplicate key: another submit of the same task came first.
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof DuplicateKeyException
                    || isOf(CHANGED_STATES, cause)) {
                return CHANGED;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static boolean isOf(Set<String> states, Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null && states.contains(sql.getSQLState());
    }
}
