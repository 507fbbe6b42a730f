package dk.ankomst.board;

import dk.ankomst.deadlines.Nearness;
import dk.ankomst.deadlines.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days between which the groups of the board lie, seen from today.
 *
 * @param upToLongOver the first date that is not yet more than {@link #LONG_OVER} working days over
 * @param later the first date more than {@link #SOON} working days away
 */
record BoardDays(LocalDate today, LocalDate upToLongOver, LocalDate later) {

    /** From a day until before another; null: without end. */
    record Range(@Nullable LocalDate from, @Nullable LocalDate until) {}

    static final int LONG_OVER = 10;
    static final int SOON = Nearness.NEAR;

    /** How many days of the citizens' own deadlines are shown: they are short, and nobody here works on them. */
    static final int CITIZENS = 30;

    static BoardDays of(LocalDate today, WorkingDays workingDays) {
        LocalDate over = today;
        while (workingDays.between(over.minusDays(1), today) <= LONG_OVER) {
            over = over.minusDays(1);
        }
        LocalDate later = today;
        while (workingDays.between(today, later) <= SOON) {
            later = later.plusDays(1);
        }
        return new BoardDays(today, over, later);
    }

    /** The due dates of a group; for what is on hold those that are far enough away for it. */
    Range of(BoardGroup group) {
        return switch (group) {
            case LONG_OVER -> new Range(null, upToLongOver);
            case OVER -> new Range(upToLongOver, today);
            case NOW -> new Range(today, today.plusDays(2));
            case SOON -> new Range(today.plusDays(2), later);
            case LATER, HELD -> new Range(later, null);
            case UNDATED -> new Range(null, null);
            case CITIZENS -> new Range(today, today.plusDays(CITIZENS + 1L));
        };
    }
}
