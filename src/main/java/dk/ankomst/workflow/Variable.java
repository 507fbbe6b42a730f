package dk.ankomst.workflow;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A declared process variable: its Danish name in the models and its type. Variables are primitives only and hold no
 * personal data but the family's display name.
 */
record Variable<T>(String name, Class<T> type) {

    static Variable<String> text(String name) {
        return new Variable<>(name, String.class);
    }

    static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }

    static Variable<Integer> count(String name) {
        return new Variable<>(name, Integer.class);
    }

    static Variable<Long> id(String name) {
        return new Variable<>(name, Long.class);
    }

    /** The variable's value; null when it is not set. */
    @Nullable
    T in(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        if (value instanceof Number number) {
            if (type == Long.class) {
                return type.cast(number.longValue());
            }
            if (type == Integer.class) {
                return type.cast(number.intValue());
            }
        }
        throw new IllegalStateException(
                "Variablen " + name + " er " + value.getClass().getSimpleName() + ", ikke " + type.getSimpleName());
    }

    /** @throws IllegalStateException when the variable is not set, which is a fault of the model */
    T requiredIn(VariableScope scope) {
        T value = in(scope);
        if (value == null) {
            throw new IllegalStateException("Variablen " + name + " mangler i forløbet");
        }
        return value;
    }

    void set(VariableScope scope, @Nullable T value) {
        scope.setVariable(name, value);
    }
}
