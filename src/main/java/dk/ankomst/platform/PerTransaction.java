package dk.ankomst.platform;

import java.util.function.Supplier;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds what one transaction knows, so that many questions within it need one read. A transaction begun inside another
 * has its own; it ends with the transaction, whatever becomes of it.
 *
 * @param <T> what is known; whoever writes the tables behind it keeps it in step
 */
public final class PerTransaction<T> {

    private static final class Held<T> extends ResourceHolderSupport {

        private final T value;

        Held(T value) {
            this.value = value;
        }
    }

    private final Supplier<T> nothing;

    /** @param nothing what is known when a transaction begins */
    public PerTransaction(Supplier<T> nothing) {
        this.nothing = nothing;
    }

    /** What the running transaction knows; without a transaction always what one knows when it begins. */
    @SuppressWarnings("unchecked") // nobody else has this key
    public T get() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return nothing.get();
        }
        Held<T> held = (Held<T>) TransactionSynchronizationManager.getResource(this);
        if (held == null) {
            held = new Held<>(nothing.get());
            TransactionSynchronizationManager.bindResource(this, held);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<Held<T>, PerTransaction<T>>(held, this) {});
        }
        return held.value;
    }
}
