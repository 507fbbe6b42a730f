package dk.ankomst.board;

import dk.ankomst.platform.InputRefused.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small form by which a change of a case is registered, with what was typed and what is wrong with it.
 *
 * @param address where the form is sent, within the program
 * @param back where it was opened from
 * @param intro what happens when it is sent; why there is nothing to send when there is no button
 * @param button empty: there is nothing to fill in and nothing to send
 */
record ChangeForm(
        String address,
        String back,
        String heading,
        String intro,
        String button,
        List<Field> fields,
        List<FieldError> errors) {

    /**
     * A field.
     *
     * @param kind {@code date}, {@code text}, {@code longtext}, {@code select}, {@code checks} or {@code radios}
     * @param value what was typed; empty at first
     */
    record Field(
            String name,
            String label,
            String kind,
            boolean required,
            @Nullable String hint,
            String value,
            List<CaseListPage.Choice> choices,
            @Nullable String error) {

        /** The ids of the texts that a screen reader reads with the field; null when there are none. */
        public @Nullable String describedBy() {
            String ids = Stream.of(hint == null ? "" : name + "-hint", error == null ? "" : name + "-error")
                    .filter(id -> !id.isEmpty())
                    .collect(Collectors.joining(" "));
            return ids.isEmpty() ? null : ids;
        }
    }

    /** Whether the form shows a field of that name, so that an error can link to it. */
    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }
}
