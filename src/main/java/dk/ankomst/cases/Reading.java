package dk.ankomst.cases;

import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what came in as text, and remembers which texts could not be read. */
final class Reading {

    private final List<FieldError> errors = new ArrayList<>();

    /** @return null when the text is blank or is no date; the latter is remembered as an error */
    @Nullable
    LocalDate date(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return DanishDates.parse(text);
        } catch (DanishDates.Unreadable unreadable) {
            error(
                    field,
                    unreadable.isDate()
                            ? "Datoen findes ikke. Tjek dag og måned."
                            : "Skriv datoen med dag, måned og år, fx 15.05.2026.");
            return null;
        }
    }

    /** @return false when the text is blank or is neither yes nor no; the latter is remembered as an error */
    boolean yes(String field, @Nullable String text) {
        String answer = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        switch (answer) {
            case "", "nej", "false", "0" -> {
                return false;
            }
            case "ja", "true", "1" -> {
                return true;
            }
            default -> {
                error(field, "Skriv ja eller nej.");
                return false;
            }
        }
    }

    void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
