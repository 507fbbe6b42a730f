package dk.ankomst.security;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/** Remembers which of the engine's commands runs on this thread; the engine's checks are not told. */
class RunningCommand extends CommandInterceptor {

    private static final ThreadLocal<@Nullable Command<?>> CURRENT = new ThreadLocal<>();

    @Override
    public <T> T execute(Command<T> command) {
        Command<?> outer = CURRENT.get();
        CURRENT.set(command);
        try {
            return next.execute(command);
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    static boolean isA(Class<?> type) {
        return type.isInstance(CURRENT.get());
    }
}
