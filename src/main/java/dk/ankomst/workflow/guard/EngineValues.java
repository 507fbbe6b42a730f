package dk.ankomst.workflow.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/** Turns the engine's typed values into plain ones and back. */
final class EngineValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Stands for a value that no field of a form can hold: a file, bytes, a serialised object. */
    private static final Object UNREADABLE = new Object();

    private EngineValues() {}

    /** What was sent, as text, Boolean, number, List, Map or null; anything else as an object that no field accepts. */
    static Map<String, @Nullable Object> plain(@Nullable Map<String, ?> sent) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        if (sent == null) {
            return plain;
        }
        sent.keySet()
                .forEach(name -> plain.put(
                        name, plain(sent instanceof VariableMap typed ? typed.getValueTyped(name) : sent.get(name))));
        return plain;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (!(value instanceof TypedValue typed)) {
            return value;
        }
        if (typed instanceof SerializableValue serializable && !isPlain(serializable)) {
            return fromJson(serializable);
        }
        if (typed.getType() == null || typed instanceof PrimitiveValue || isPlain(typed)) {
            return typed.getValue();
        }
        return UNREADABLE;
    }

    private static boolean isPlain(TypedValue typed) {
        if (typed instanceof SerializableValue serializable && !serializable.isDeserialized()) {
            return false;
        }
        Object value = typed.getValue();
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof Collection
                || value instanceof Map;
    }

    private static @Nullable Object fromJson(SerializableValue value) {
        boolean isJson = "json".equals(value.getType().getName())
                || Variables.SerializationDataFormats.JSON.getName().equals(value.getSerializationDataFormat());
        String text = value.getValueSerialized();
        if (text == null) {
            return null;
        }
        if (!isJson) {
            return UNREADABLE;
        }
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            return UNREADABLE;
        }
    }

    /** A value as Tasklist reads it; lists and maps as JSON. */
    static Object typed(Object value) {
        if (value instanceof Collection || value instanceof Map) {
            try {
                return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Number) {
            return Variables.untypedValue(value);
        }
        return Variables.stringValue(value.toString());
    }
}
