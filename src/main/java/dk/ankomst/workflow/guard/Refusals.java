package dk.ankomst.workflow.guard;

import dk.ankomst.platform.InputRefused;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Finds the reason inside whatever the engine and its REST layer wrapped around it. */
final class Refusals {

    private Refusals() {}

    static @Nullable InputRefused in(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof InputRefused refused) {
                return refused;
            }
            cause = cause.getCause();
        }
        return null;
    }

    /**
     * Whether two did something to the same rows at once, in the engine's tables or in our own, so that doing it again may
     * well succeed. A listener's failure comes wrapped by the engine.
     */
    static boolean isCollision(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            // A duplicate key: another submit of the same task came first.
            if (cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof DuplicateKeyException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
