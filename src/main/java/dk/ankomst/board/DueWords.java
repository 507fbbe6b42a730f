package dk.ankomst.board;

import dk.ankomst.deadlines.Nearness;
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
    private final Nearness nearness;

    DueWords(Wording wording, Nearness nearness) {
        this.wording = wording;
        this.nearness = nearness;
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
        return nearness.words(date, wording.today());
    }

    /** The colour that goes with {@link #words}. */
    String badge(LocalDate date) {
        return switch (nearness.state(date, wording.today())) {
            case OVER -> "badge-error";
            case NEAR -> "badge-warning";
            case LATER -> "badge-info";
        };
    }
}
