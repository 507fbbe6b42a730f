package dk.ankomst.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the FEEL expressions of a form; the engine that knows FEEL is outside this module. */
@FunctionalInterface
public interface Expressions {

    /**
     * The value of an expression.
     *
     * @param expression FEEL, without the leading {@code =}
     * @param known the names it may use; a name that is missing counts as null
     * @return a Boolean, Number, String, List, Map or null
     * @throws RuntimeException when the expression cannot be read
     */
    @Nullable
    Object evaluate(String expression, Map<String, ? extends @Nullable Object> known);
}
