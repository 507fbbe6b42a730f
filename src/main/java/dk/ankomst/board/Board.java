package dk.ankomst.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The board as its page shows it: ready words only, so that the page decides nothing. What is null or empty is not shown. */
record Board(
        String summary,
        List<Group> groups,
        List<Chips> filters,
        @Nullable String unfiltered,
        @Nullable Empty empty,
        String view,
        String weeks,
        String countedAt) {

    /**
     * A group of rows.
     *
     * @param order in which order the rows stand, in words
     * @param count how many rows there are, in words
     * @param more the address that shows more of them; null when all are shown
     * @param end what to say when no more are shown although there are more
     * @param next the index of the first row that came with {@code more}; -1 when none did
     */
    record Group(
            String code,
            String heading,
            String order,
            String count,
            List<Row> rows,
            @Nullable String more,
            @Nullable String end,
            int next) {}

    /**
     * An open task, or a deadline that none serves.
     *
     * @param id of the row within the page
     * @param task the task's id; null for a deadline
     * @param link where the task is done; null for whoever cannot see it there
     * @param since since when it is late
     * @param notes what is recorded about that, each in a sentence
     * @param remark what must be said beside the ground, e.g. that the rule is not confirmed
     * @param ownerId who has it, as the engine knows them; empty when nobody has
     * @param waitsFor what it waits for
     * @param why the address that says how the date was counted; null for a date of its own
     */
    record Row(
            String id,
            @Nullable String task,
            String title,
            @Nullable String link,
            String caseNumber,
            @Nullable String family,
            @Nullable String person,
            @Nullable String due,
            @Nullable String actBy,
            String status,
            String badge,
            @Nullable String since,
            List<String> notes,
            String kind,
            @Nullable String ground,
            @Nullable String remark,
            String owner,
            @Nullable String department,
            String ownerId,
            @Nullable String waitsFor,
            @Nullable String why,
            Moves moves) {}

    /** What the reader may do with a task. */
    record Moves(boolean take, boolean pass, boolean hold, boolean resume) {

        static final Moves NONE = new Moves(false, false, false, false);

        /** Whether there is anything. */
        public boolean any() {
            return take || pass || hold || resume;
        }
    }

    /** Filters of one kind, each a link. */
    record Chips(String label, List<Chip> chips) {}

    /** A filter that a click puts on or takes off. */
    record Chip(String id, String text, String href, boolean on) {}

    /** What to say when there is nothing, and where to go instead. */
    record Empty(
            String text,
            @Nullable String linkText,
            @Nullable String href) {}
}
