package dk.ankomst.board;

import dk.ankomst.cases.CaseClosed;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What somebody typed into a form. A date that cannot be read is remembered, so that it is named and not called missing. */
final class Typed {

    /** What was typed where a number belongs and is none: nothing accepts it, so that it is refused and not lost. */
    static final int NO_NUMBER = -1;

    private final MultiValueMap<String, String> values;
    private final Map<String, String> unreadable = new LinkedHashMap<>();

    Typed(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** As typed, without blanks around it; null when nothing was typed. */
    @Nullable
    String text(String field) {
        String value = values.getFirst(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** As typed, for showing it again; empty when nothing was typed. */
    String shown(String field) {
        String value = values.getFirst(field);
        return value == null ? "" : value;
    }

    /** Every value of a field that can have several. */
    List<String> all(String field) {
        List<String> all = values.get(field);
        return all == null
                ? List.of()
                : all.stream().filter(value -> !value.isBlank()).toList();
    }

    /** A date in one of the ways that {@link DanishDates#parse} reads; null when there is none to read. */
    @Nullable
    LocalDate date(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return DanishDates.parse(text);
        } catch (DanishDates.Unreadable wrong) {
            unreadable.put(field, wrong.sentence());
            return null;
        }
    }

    /** A whole number, dots between thousands allowed; null when nothing was typed, {@link #NO_NUMBER} when it is none. */
    @Nullable
    Integer number(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        String digits = text.replaceAll("(?<=\\d)\\.(?=\\d{3}\\b)", "");
        return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : Integer.valueOf(NO_NUMBER);
    }

    /**
     * For forms with dates that may be left out.
     *
     * @throws InputRefused naming every date that was asked for and could not be read
     */
    void requireReadable() {
        if (!unreadable.isEmpty()) {
            throw new InputRefused(unreadable.entrySet().stream()
                    .map(wrong -> new FieldError(wrong.getKey(), wrong.getValue()))
                    .toList());
        }
    }

    /**
     * Runs a command that refuses a missing date, and puts what is wrong with a date that could not be read in the place
     * of "missing". Every date of these forms is one that its command asks for.
     */
    void refuseUnreadable(Runnable command) {
        try {
            command.run();
        } catch (CaseClosed closed) {
            // Better typing would not help.
            throw closed;
        } catch (InputRefused refused) {
            if (unreadable.isEmpty()) {
                throw refused;
            }
            Map<String, String> left = new LinkedHashMap<>(unreadable);
            List<FieldError> errors = new ArrayList<>();
            for (FieldError error : refused.errors()) {
                String better = left.remove(error.field());
                if (better != null) {
                    errors.add(new FieldError(error.field(), better));
                } else if (!unreadable.containsKey(error.field())) {
                    errors.add(error);
                }
            }
            left.forEach((field, message) -> errors.add(new FieldError(field, message)));
            throw new InputRefused(errors);
        }
    }
}
