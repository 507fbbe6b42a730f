package dk.ankomst.platform;

import java.util.List;

/** Input that cannot be taken as it is: one Danish sentence per field, each saying what to do. Nothing was written. */
public class InputRefused extends RuntimeException {

    /**
     * What is wrong with one field.
     *
     * @param field the field's name as the sender knows it, e.g. {@code visitationDate}; empty for the input as a whole
     * @param message a Danish sentence that says what to do
     */
    public record FieldError(String field, String message) {}

    private final transient List<FieldError> errors;

    public InputRefused(List<FieldError> errors) {
        super(String.join(" ", errors.stream().map(FieldError::message).toList()));
        this.errors = List.copyOf(errors);
    }

    public InputRefused(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
