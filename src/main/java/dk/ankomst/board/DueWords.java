package dk.ankomst.board;

import dk.ankomst.deadlines.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How near a date is, in words: {@code i dag}, {@code 3 arbejdsdage tilbage}, {@code 1 arbejdsdag over}. */
@Component
class DueWords {

    /**
     * A date and how near it is.
     *
     * @param date {@code 01.05.2026}
     * @param words how near, in words
     * @param badge the colour that goes with the words; never shown without them
     */
    record Due(String date, String words, String badge) {}

    private final Wording wording;
    private final WorkingDays workingDays;

    DueWords(Wording wording, WorkingDays workingDays) {
        this.wording = wording;
        this.workingDays = workingDays;
    }

    /** The date in words, seen from today; null for no date. */
    @Nullable
    Due of(@Nullable LocalDate date) {
        if (date == null) {
            return null;
        }
        return new Due(wording.shortDate(date), words(date), badge(date));
    }

    /** How near a date is, in words, seen from today. */
    String words(LocalDate date) {
        LocalDate today = wording.today();
        if (date.equals(today)) {
            return "i dag";
        }
        if (date.equals(today.plusDays(1))) {
            return "i morgen";
        }
        if (date.isBefore(today)) {
            int days = workingDays.between(date, today);
            return days == 0 ? "over frist" : days + (days == 1 ? " arbejdsdag over" : " arbejdsdage over");
        }
        int days = workingDays.between(today, date);
        return days == 0 ? "før næste arbejdsdag" : days + (days == 1 ? " arbejdsdag tilbage" : " arbejdsdage tilbage");
    }

    /** The colour that goes with {@link #words}. */
    String badge(LocalDate date) {
        LocalDate today = wording.today();
        if (date.isBefore(today)) {
            return "badge-error";
        }
        return workingDays.between(today, date) <= 5 ? "badge-warning" : "badge-info";
    }
}
