package dk.ankomst.workflow.guard;

import dk.ankomst.platform.InputRefused;
import org.jspecify.annotations.Nullable;

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
}
