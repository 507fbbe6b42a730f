package dk.ankomst.cases;

import dk.ankomst.platform.FreeText;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with an input, one sentence per field: the first that was found. */
final class Problems {

    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\t]");

    private final Map<String, String> byField = new LinkedHashMap<>();

    Problems() {}

    Problems(List<FieldError> found) {
        found.forEach(error -> add(error.field(), error.message()));
    }

    void add(String field, String message) {
        byField.putIfAbsent(field, message);
    }

    boolean has(String field) {
        return byField.containsKey(field);
    }

    /** A text that must be there; the empty text stands for a missing one. */
    String requiredText(String field, @Nullable String value, int maxLength, String whatToDo) {
        String text = optionalText(field, value, maxLength);
        if (text == null) {
            add(field, whatToDo);
            return "";
        }
        return text;
    }

    /** A text of one line, stripped; null when it is blank. */
    @Nullable
    String optionalText(String field, @Nullable String value, int maxLength) {
        if (value != null && LINE_BREAK.matcher(value.strip()).find()) {
            add(field, "Teksten må kun være på én linje. Fjern linjeskiftet.");
        }
        return optionalNote(field, value, maxLength);
    }

    /** A text of one or more lines, stripped; null when it is blank. */
    @Nullable
    String optionalNote(String field, @Nullable String value, int maxLength) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return null;
        }
        String objection = FreeText.objection(text, maxLength);
        if (objection != null) {
            add(field, objection);
        }
        return text;
    }

    /** A code that must be there; the empty text stands for a missing or unknown one. */
    String requiredCode(String field, @Nullable String value, CodeList list, String whatToDo) {
        String code = optionalCode(field, value, list);
        if (code == null) {
            add(field, whatToDo);
            return "";
        }
        return code;
    }

    @Nullable
    String optionalCode(String field, @Nullable String value, CodeList list) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return null;
        }
        CodeList.Code code = list.find(text).orElse(null);
        if (code == null) {
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            add(
                    field,
                    list == CodeList.NATIONALITY
                            ? "Landet \"" + shown + "\" findes ikke på listen. Skriv landets danske navn eller"
                                    + " ISO-kode, fx Syrien eller SY, eller brug statsloes eller ukendt."
                            : "Koden \"" + shown + "\" findes ikke. Brug en af disse: " + list.enumerated() + ".");
            return null;
        }
        return code.code();
    }

    /** A date that must be there; the latest possible date stands for a missing one. */
    LocalDate requiredDate(String field, @Nullable LocalDate value, String whatToDo) {
        if (value == null) {
            add(field, whatToDo);
            return LocalDate.MAX;
        }
        return value;
    }

    List<FieldError> all() {
        return byField.entrySet().stream()
                .map(entry -> new FieldError(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** @throws InputRefused when anything was found */
    void refuseIfAny() {
        if (!byField.isEmpty()) {
            throw new InputRefused(all());
        }
    }
}
