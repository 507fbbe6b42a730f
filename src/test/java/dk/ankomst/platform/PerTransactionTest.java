package dk.ankomst.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class PerTransactionTest {

    private final DataSourceTransactionManager transactions =
            new DataSourceTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:per-transaction"));
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final PerTransaction<Set<String>> known = new PerTransaction<>(HashSet::new);

    @Test
    void aTransactionKeepsWhatItKnows() {
        transaction.executeWithoutResult(status -> {
            known.get().add("read");
            assertThat(known.get()).containsExactly("read");
        });
    }

    @Test
    void theNextTransactionKnowsNothingWhateverBecameOfTheFirst() {
        transaction.executeWithoutResult(status -> known.get().add("read"));
        transaction.executeWithoutResult(status -> assertThat(known.get()).isEmpty());
        transaction.executeWithoutResult(status -> {
            known.get().add("read");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> assertThat(known.get()).isEmpty());
    }

    @Test
    void withoutATransactionNothingIsKept() {
        known.get().add("read");
        assertThat(known.get()).isEmpty();
        TransactionTemplate without = new TransactionTemplate(transactions);
        without.setPropagationBehavior(TransactionDefinition.PROPAGATION_SUPPORTS);
        without.executeWithoutResult(status -> {
            known.get().add("read");
            assertThat(known.get()).isEmpty();
        });
    }

    @Test
    void aTransactionWithinAnotherHasItsOwn() {
        TransactionTemplate inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            known.get().add("outer");
            inner.executeWithoutResult(own -> assertThat(known.get()).isEmpty());
            assertThat(known.get()).containsExactly("outer");
        });
    }
}
