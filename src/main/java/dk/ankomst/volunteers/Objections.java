package dk.ankomst.volunteers;

import dk.ankomst.platform.FreeText;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with what was written, a sentence per field. */
final class Objections {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{6,}");

    private final List<FieldError> errors = new ArrayList<>();

    /** A text that has to be there. */
    void required(String field, @Nullable String text, int longest, String missing) {
        if (text == null || text.isBlank()) {
            errors.add(new FieldError(field, missing));
        } else {
            optional(field, text, longest);
        }
    }

    /** A text that may be left out; a CPR number is refused. */
    void optional(String field, @Nullable String text, int longest) {
        String objection = text == null ? null : FreeText.objection(text, longest);
        if (objection != null) {
            errors.add(new FieldError(field, objection));
        }
    }

    void phone(String field, @Nullable String text) {
        int before = errors.size();
        optional(field, text, 40);
        if (text != null && errors.size() == before && !PHONE.matcher(text).matches()) {
            errors.add(new FieldError(field, "Skriv telefonnummeret med tal, fx 12 34 56 78."));
        }
    }

    void email(String field, @Nullable String text) {
        int before = errors.size();
        optional(field, text, 200);
        if (text != null && errors.size() == before && !EMAIL.matcher(text).matches()) {
            errors.add(new FieldError(field, "Skriv e-mailadressen med @ og et domæne, fx navn@eksempel.dk."));
        }
    }

    /** A day that has come. */
    void past(String field, @Nullable LocalDate date, LocalDate today) {
        if (date != null && date.isAfter(today)) {
            errors.add(new FieldError(field, "Datoen kan ikke ligge i fremtiden. Skriv dagen, det skete."));
        }
    }

    void required(String field, @Nullable LocalDate date, String missing) {
        if (date == null) {
            errors.add(new FieldError(field, missing));
        }
    }

    void known(String field, Collection<String> codes, Set<String> known) {
        if (!known.containsAll(codes)) {
            errors.add(new FieldError(
                    field, "Vælg blandt dem, der står på listen. Listen er måske ændret; se siden igen."));
        }
    }

    void add(String field, String sentence) {
        errors.add(new FieldError(field, sentence));
    }

    /** @throws InputRefused when anything is wrong */
    void refuse() {
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
    }
}
