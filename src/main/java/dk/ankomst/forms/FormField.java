package dk.ankomst.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form that a person may fill in.
 *
 * @param key the name under which it is sent; {@code group.field} inside a group that has a path
 * @param label what staff see beside it
 * @param help the help text under it, empty when it has none
 * @param kind what may be written in it
 * @param keep where the answer goes
 * @param limits what the answer must satisfy
 * @param options what may be chosen; only for {@link Kind#CHOICE} and {@link Kind#CHOICES}
 * @param disabled shown only: the browser does not send it
 * @param readOnly shown only, but sent by the browser: true, false or a FEEL expression that begins with {@code =}
 * @param hiddenWhen FEEL expressions of the field and its groups; the field is hidden when one of them is true
 * @param preset the value the form itself fills in when nothing is known
 */
public record FormField(
        String key,
        String label,
        String help,
        Kind kind,
        Keep keep,
        Limits limits,
        Options options,
        boolean disabled,
        @Nullable Object readOnly,
        List<String> hiddenWhen,
        @Nullable Object preset) {

    public FormField {
        hiddenWhen = List.copyOf(hiddenWhen);
    }

    /** The name of the engine's variable that holds the answer: a path's dot is no part of a variable's name. */
    public String variable() {
        return key.replace('.', '_');
    }

    /**
     * A stored answer as the form shows it again.
     *
     * @param stored what {@link FormAnswers} or the engine holds
     * @return a Boolean for a checkbox, a number for a number, a list for a choice of several, else the text
     */
    public Object asShown(Object stored) {
        if (!(stored instanceof String text)) {
            return stored;
        }
        return switch (kind) {
            case CHECKBOX -> Boolean.valueOf(text);
            case NUMBER -> limits.numberAsText() ? text : number(text);
            case CHOICES -> List.of(text.split(","));
            case CHOICE ->
                options.listed().stream()
                        .filter(option -> option.toString().equals(text))
                        .findFirst()
                        .orElse(text);
            default -> text;
        };
    }

    private static Object number(String text) {
        BigDecimal number = new BigDecimal(text);
        return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValue() : (Object) number.doubleValue();
    }

    /** The same field, for something that has happened in the case: a date between its visitation and today. */
    FormField happened() {
        return new FormField(
                key, label, help, kind, keep, limits.happened(), options, disabled, readOnly, hiddenWhen, preset);
    }

    /** What may be written in a field. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        CHECKBOX,
        CHOICE,
        CHOICES,
        DATE,
        TIME,
        DATE_TIME
    }

    /** Where an answer goes: into the engine as a variable, into the case's answers, or into the case's notes. */
    public enum Keep {
        ENGINE,
        CASE,
        NOTE
    }

    /**
     * What an answer must satisfy. A limit is a value, or a FEEL expression that begins with {@code =}, or null.
     *
     * @param pattern a regular expression of which the text must hold a match
     * @param email whether the text must be an e-mail address
     * @param phone whether the text must be a telephone number
     * @param decimals the greatest number of decimals; null when it does not matter
     * @param numberAsText whether a number is sent as text
     * @param notBeforeToday whether a date must not lie in the past
     * @param notAfterToday whether a date must not lie in the future
     * @param mostYearsAhead how many years from today a date may lie in the future at most
     * @param notBeforeVisitation whether a date must not lie before the visitation of the case
     */
    public record Limits(
            @Nullable Object required,
            @Nullable Object min,
            @Nullable Object max,
            @Nullable Object minLength,
            @Nullable Object maxLength,
            @Nullable String pattern,
            boolean email,
            boolean phone,
            @Nullable Integer decimals,
            boolean numberAsText,
            boolean notBeforeToday,
            boolean notAfterToday,
            int mostYearsAhead,
            boolean notBeforeVisitation) {

        Limits happened() {
            return new Limits(
                    required,
                    min,
                    max,
                    minLength,
                    maxLength,
                    pattern,
                    email,
                    phone,
                    decimals,
                    numberAsText,
                    notBeforeToday,
                    true,
                    mostYearsAhead,
                    true);
        }
    }

    /**
     * What may be chosen: listed in the form, or given under a name, or worked out by an expression.
     *
     * @param listed the values in the form itself
     * @param labels what staff see for a listed value, by the value as text
     * @param fromKey the name of the known value that holds the list
     * @param fromExpression the FEEL expression that yields the list
     */
    public record Options(
            List<Object> listed,
            Map<String, String> labels,
            @Nullable String fromKey,
            @Nullable String fromExpression) {

        public Options {
            listed = List.copyOf(listed);
            labels = Map.copyOf(labels);
        }

        static final Options NONE = new Options(List.of(), Map.of(), null, null);
    }
}
