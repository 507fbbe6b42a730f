package dk.ankomst.board;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened and is to happen in a case, lane by lane: a drawing and the same as a table.
 *
 * @param beyond how many rows the drawing has no room for, in a sentence; null when it shows all that have a date
 */
record Timeline(Drawing drawing, List<Row> rows, @Nullable String beyond) {

    /** How something stands. */
    enum Kind {
        PLANNED,
        DONE,
        LATE
    }

    /**
     * Something on the time line before it is drawn.
     *
     * @param lane whose it is, in words
     * @param page where it has a page of its own
     * @param planned when it is to be done; null: nobody has planned it
     * @param happened when it was done; null: not yet
     * @param late what is said beside it when it is late; null when it is not
     */
    record Item(
            String lane,
            String what,
            @Nullable String page,
            String who,
            @Nullable LocalDate planned,
            @Nullable LocalDate happened,
            Kind kind,
            String state,
            String badge,
            @Nullable String late) {

        /** Where it stands on the line; null: nowhere yet. */
        @Nullable
        LocalDate date() {
            return kind == Kind.LATE || happened == null ? planned : happened;
        }
    }

    /** A row of the table; the number is that in the drawing, null for what has no date. */
    record Row(
            @Nullable Integer number,
            String lane,
            String what,
            @Nullable String page,
            String who,
            @Nullable String planned,
            @Nullable String happened,
            String state,
            String badge) {}

    /**
     * The drawing, in units of its own.
     *
     * @param left where the line begins, to the right of the lanes' names
     * @param today where today is; null when it lies outside
     */
    record Drawing(
            int width,
            int height,
            int left,
            List<Lane> lanes,
            List<Tick> ticks,
            @Nullable Integer today) {}

    /** A lane. */
    record Lane(String name, int top, int height, List<Mark> marks) {}

    /** A date on the axis. */
    record Tick(int x, String label) {}

    /**
     * A mark in a lane: a box with the row's number, and for what is late a hatched bar after it with a word.
     *
     * @param bar how long the bar is; 0: there is none
     */
    record Mark(
            int number,
            int x,
            int y,
            Kind kind,
            int bar,
            @Nullable String word) {}
}
