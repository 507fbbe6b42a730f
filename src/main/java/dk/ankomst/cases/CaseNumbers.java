package dk.ankomst.cases;

import java.time.Clock;
import java.time.Year;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives out case numbers, {@code YYYY-NNNNN}, from one counter row per year. A number is taken in a transaction of its own,
 * so that two registrations never wait for each other; a registration that fails leaves a gap.
 */
@Component
class CaseNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(CaseNumbers.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;

    CaseNumbers(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    String next() {
        int year = Year.now(clock).getValue();
        int number = take(year);
        while (number == 0) {
            addYear(year);
            number = take(year);
        }
        return String.format(Locale.ROOT, "%d-%05d", year, number);
    }

    private int take(int year) {
        Integer number = ownTransaction.execute(status -> {
            int updated = jdbc.sql("update case_number_counter set last_number = last_number + 1 where case_year = ?")
                    .param(year)
                    .update();
            return updated == 0
                    ? 0
                    : jdbc.sql("select last_number from case_number_counter where case_year = ?")
                            .param(year)
                            .query(Integer.class)
                            .single();
        });
        return number == null ? 0 : number;
    }

    private void addYear(int year) {
        try {
            ownTransaction.executeWithoutResult(
                    status -> jdbc.sql("insert into case_number_counter (case_year, last_number) values (?, 0)")
                            .param(year)
                            .update());
        } catch (DuplicateKeyException e) {
            // The year's first two registrations met; the counter is there, which is all that is needed.
            LOG.debug("Tælleren for {} findes allerede", year);
        }
    }
}
