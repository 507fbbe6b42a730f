package dk.ankomst.board;

import dk.ankomst.board.CaseListPage.Choice;
import dk.ankomst.board.ChangeForm.Field;
import dk.ankomst.cases.CodeList;
import dk.ankomst.platform.InputRefused.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the fields of a form, each with what was typed into it and what is wrong with that. */
final class Fields {

    /** How a date is written, with an example near today's. */
    static final String DATE_HINT = "Skriv dag, måned og år, fx 15.05.2026";

    private final Typed typed;
    private final List<FieldError> errors;
    private final List<Field> fields = new ArrayList<>();

    Fields(Typed typed, List<FieldError> errors) {
        this.typed = typed;
        this.errors = errors;
    }

    Fields date(String name, String label, String hint) {
        return add(name, label, "date", true, hint, List.of());
    }

    Fields optionalDate(String name, String label, String hint) {
        return add(name, label, "date", false, hint, List.of());
    }

    Fields text(String name, String label, boolean required, @Nullable String hint) {
        return add(name, label, "text", required, hint, List.of());
    }

    Fields longText(String name, String label, boolean required, @Nullable String hint) {
        return add(name, label, "longtext", required, hint, List.of());
    }

    Fields select(String name, String label, boolean required, CodeList codes) {
        return add(name, label, "select", required, null, choices(name, codes));
    }

    /** @param choices labels by value */
    Fields select(String name, String label, boolean required, Map<String, String> choices) {
        return add(name, label, "select", required, null, choices(name, choices));
    }

    /** @param choices labels by value */
    Fields select(String name, String label, boolean required, String hint, Map<String, String> choices) {
        return add(name, label, "select", required, hint, choices(name, choices));
    }

    /** @param choices labels by value */
    Fields checks(String name, String label, String hint, Map<String, String> choices) {
        return add(name, label, "checks", true, hint, choices(name, choices));
    }

    /** @param choices labels by value */
    Fields optionalChecks(String name, String label, String hint, Map<String, String> choices) {
        return add(name, label, "checks", false, hint, choices(name, choices));
    }

    Fields checks(String name, String label, CodeList codes) {
        return add(name, label, "checks", false, "Vælg alle, der passer", choices(name, codes));
    }

    List<Field> list() {
        return List.copyOf(fields);
    }

    private List<Choice> choices(String name, CodeList codes) {
        Map<String, String> labels = new LinkedHashMap<>();
        codes.codes().forEach(code -> labels.put(code.code(), code.label()));
        return choices(name, labels);
    }

    private List<Choice> choices(String name, Map<String, String> labels) {
        List<String> chosen = typed.all(name);
        return labels.entrySet().stream()
                .map(label -> new Choice(label.getKey(), label.getValue(), chosen.contains(label.getKey())))
                .toList();
    }

    private Fields add(
            String name, String label, String kind, boolean required, @Nullable String hint, List<Choice> choices) {
        String error = errors.stream()
                .filter(found -> found.field().equals(name))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
        fields.add(new Field(name, label, kind, required, hint, typed.shown(name), choices, error));
        return this;
    }
}
