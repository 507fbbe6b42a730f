package dk.ankomst.board;

import dk.ankomst.board.Timeline.Drawing;
import dk.ankomst.board.Timeline.Item;
import dk.ankomst.board.Timeline.Kind;
import dk.ankomst.board.Timeline.Lane;
import dk.ankomst.board.Timeline.Mark;
import dk.ankomst.board.Timeline.Tick;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays a time line out: where each mark stands, so that none covers another. */
final class TimelineDrawing {

    private static final int WIDTH = 1000;
    private static final int LEFT = 170;
    private static final int RIGHT = 990;
    private static final int AXIS = 34;
    private static final int ROW = 28;
    private static final int BOX = 28;
    private static final int GAP = 4;
    private static final int SHORTEST_BAR = 10;
    private static final int LETTER = 8;
    private static final String[] MONTHS = {
        "jan.", "feb.", "marts", "april", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."
    };

    private final LocalDate from;
    private final LocalDate to;
    private final LocalDate today;

    /** @param to after {@code from} */
    TimelineDrawing(LocalDate from, LocalDate to, LocalDate today) {
        this.from = from;
        this.to = to;
        this.today = today;
    }

    /** Whether a date lies on the line. */
    boolean shows(@Nullable LocalDate date) {
        return date != null && !date.isBefore(from) && !date.isAfter(to);
    }

    /**
     * The drawing of what lies on the line.
     *
     * @param numbered the items by their numbers, lane by lane and within a lane the earliest first
     */
    Drawing of(Map<Integer, Item> numbered) {
        Map<String, List<Mark>> lanes = new LinkedHashMap<>();
        Map<String, List<Integer>> ends = new LinkedHashMap<>();
        numbered.forEach((number, item) -> {
            if (shows(item.date())) {
                List<Mark> marks = lanes.computeIfAbsent(item.lane(), lane -> new ArrayList<>());
                marks.add(mark(number, item, ends.computeIfAbsent(item.lane(), lane -> new ArrayList<>())));
            }
        });
        List<Lane> placed = new ArrayList<>();
        int top = AXIS;
        for (Map.Entry<String, List<Mark>> lane : lanes.entrySet()) {
            int begins = top;
            int height = ends.getOrDefault(lane.getKey(), List.of()).size() * ROW + 2 * GAP;
            placed.add(new Lane(
                    lane.getKey(),
                    top,
                    height,
                    lane.getValue().stream()
                            .map(mark -> new Mark(
                                    mark.number(),
                                    mark.x(),
                                    begins + 2 * GAP + mark.y() * ROW,
                                    mark.kind(),
                                    mark.bar(),
                                    mark.word()))
                            .toList()));
            top += height;
        }
        return new Drawing(WIDTH, top + GAP, LEFT, placed, ticks(), shows(today) ? x(today) : null);
    }

    /** The mark with its row within the lane for {@code y}: the first in which it covers no other. */
    private Mark mark(int number, Item item, List<Integer> ends) {
        LocalDate date = Objects.requireNonNull(item.date());
        int bar = 0;
        if (item.kind() == Kind.LATE) {
            LocalDate until = item.happened() == null ? today : item.happened();
            bar = Math.max(SHORTEST_BAR, x(shows(until) ? until : to) - x(date) - BOX);
        }
        int wide = BOX + bar + (item.late() == null ? 0 : GAP + item.late().length() * LETTER);
        int x = Math.max(LEFT, Math.min(x(date), RIGHT - wide));
        int row = 0;
        while (row < ends.size() && ends.get(row) + GAP > x) {
            row++;
        }
        if (row == ends.size()) {
            ends.add(x + wide);
        } else {
            ends.set(row, x + wide);
        }
        return new Mark(number, x, row, item.kind(), bar, item.late());
    }

    private int x(LocalDate date) {
        long days = ChronoUnit.DAYS.between(from, to);
        return LEFT + (int) (ChronoUnit.DAYS.between(from, date) * (RIGHT - LEFT) / Math.max(1, days));
    }

    /** The first of every month on a short line, of every year on a long one. */
    private List<Tick> ticks() {
        boolean isShort = from.plusMonths(18).isAfter(to);
        List<Tick> ticks = new ArrayList<>();
        LocalDate first = isShort
                ? from.plusMonths(1).withDayOfMonth(1)
                : from.plusYears(1).withDayOfYear(1);
        for (LocalDate at = first; !at.isAfter(to); at = isShort ? at.plusMonths(1) : at.plusYears(1)) {
            String year = Integer.toString(at.getYear());
            String label =
                    !isShort ? year : MONTHS[at.getMonthValue() - 1] + (at.getMonthValue() == 1 ? " " + year : "");
            // A label that would run out of the drawing is left out; its line says enough.
            ticks.add(new Tick(x(at), x(at) + label.length() * LETTER > RIGHT ? "" : label));
        }
        return ticks;
    }
}
