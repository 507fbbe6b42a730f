package dk.ankomst.forms;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person sent, found in order and sorted by where it goes.
 *
 * @param formKey the form
 * @param values every answer by the field's key: String (also dates, as ISO text), Long, Double, Boolean, List of String
 *     for a choice of several, or null for a field left empty; fields that are shown only are absent
 * @param variables what the engine may keep, by variable name: primitives or null; a choice of several is one text with
 *     commas between
 * @param answers what the case keeps
 * @param notes what is added to the case's notes
 */
public record CheckedForm(
        String formKey,
        Map<String, @Nullable Object> values,
        Map<String, @Nullable Object> variables,
        List<Answer> answers,
        List<Answer> notes) {

    public CheckedForm {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        answers = List.copyOf(answers);
        notes = List.copyOf(notes);
    }

    /**
     * An answer as it is stored.
     *
     * @param text the answer as text: dates as ISO text, a choice of several with commas between; null when left empty
     */
    public record Answer(
            String fieldKey, String label, @Nullable String text) {}

    /** The text in a field; null when it was left empty. */
    public @Nullable String text(String key) {
        Object value = values.get(key);
        return value == null ? null : value.toString();
    }

    /** The date in a field; null when it was left empty. */
    public @Nullable LocalDate date(String key) {
        String text = text(key);
        return text == null ? null : LocalDate.parse(text);
    }

    /** The number in a field; null when it was left empty. */
    public @Nullable Number number(String key) {
        return (Number) values.get(key);
    }

    /** Whether a box was ticked. */
    public boolean isTrue(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }
}
