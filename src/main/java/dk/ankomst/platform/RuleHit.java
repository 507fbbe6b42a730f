package dk.ankomst.platform;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a decision table that applied.
 *
 * @param ruleId the rule's id in the model, e.g. {@code rule_kontrakt_2013}
 * @param outputs the output columns by name; a column left empty in the table is absent or null
 */
public record RuleHit(String ruleId, Map<String, @Nullable Object> outputs) {

    /** The text of an output column; null when the cell is empty. */
    public @Nullable String text(String column) {
        Object value = outputs.get(column);
        return value == null ? null : value.toString();
    }

    /**
     * The text of an output column that every rule of the table fills in.
     *
     * @throws IllegalStateException when the cell is empty, which is a fault of the table
     */
    public String requiredText(String column) {
        String text = text(column);
        if (text == null) {
            throw new IllegalStateException("Reglen " + ruleId + " mangler en værdi i kolonnen " + column);
        }
        return text;
    }

    /** The whole number in an output column; null when the cell is empty. */
    public @Nullable Integer number(String column) {
        Object value = outputs.get(column);
        return value == null ? null : ((Number) value).intValue();
    }

    /** Whether an output column says true; an empty cell says false. */
    public boolean isTrue(String column) {
        return Boolean.TRUE.equals(outputs.get(column));
    }
}
