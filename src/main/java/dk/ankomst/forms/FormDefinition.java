package dk.ankomst.forms;

import java.util.List;
import java.util.Set;

/**
 * A deployed form, as far as the server needs it.
 *
 * @param key the form's id, equal to its file name
 * @param version the version under which it is deployed; 0 when it is not deployed
 * @param fields the fields a person may fill in, in the order of the form
 * @param mentions every name that the form shows or computes with: fields, lists of options, names in FEEL expressions
 *     and templates. Nothing else about a case is handed out with the form
 */
public record FormDefinition(String key, int version, List<FormField> fields, Set<String> mentions) {

    public FormDefinition {
        fields = List.copyOf(fields);
        mentions = Set.copyOf(mentions);
    }

    /**
     * The same form, in which a field holds the day on which something has happened in the case: not before its visitation
     * and not after today, whatever the form itself says of it. A form without that field stays as it is.
     */
    public FormDefinition withHappened(String fieldKey) {
        return new FormDefinition(
                key,
                version,
                fields.stream()
                        .map(field -> field.key().equals(fieldKey) ? field.happened() : field)
                        .toList(),
                mentions);
    }

    /** Whether some field must be held against the visitation of the case. */
    public boolean asksForVisitation() {
        return fields.stream().anyMatch(field -> field.limits().notBeforeVisitation());
    }

    /** Whether something written in the form belongs to the case and not to the engine. */
    public boolean keepsOnCase() {
        return fields.stream().anyMatch(field -> field.keep() != FormField.Keep.ENGINE);
    }
}
