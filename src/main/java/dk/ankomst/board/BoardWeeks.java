package dk.ankomst.board;

import dk.ankomst.board.BoardQueries.Fallen;
import dk.ankomst.board.BoardQueries.Reader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many deadlines fall in each of the next weeks, as a sentence, a picture and its table. */
@Component
class BoardWeeks {

    /**
     * The picture.
     *
     * @param sentence what it says
     */
    record Weeks(String sentence, List<Bar> bars) {}

    /**
     * A week, or what is over.
     *
     * @param width of its bar, in hundredths of the widest
     * @param over whether its dates have passed
     */
    record Bar(String label, String dates, int count, int width, boolean over) {}

    private static final int WEEKS = 8;

    private final BoardQueries queries;
    private final Wording wording;

    BoardWeeks(BoardQueries queries, Wording wording) {
        this.queries = queries;
        this.wording = wording;
    }

    @Transactional(readOnly = true)
    public Weeks of(BoardView view, Reader reader) {
        LocalDate today = wording.today();
        LocalDate first = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> mondays =
                IntStream.range(0, WEEKS).mapToObj(first::plusWeeks).toList();
        Fallen fallen = queries.fallen(view, reader, today, mondays, first.plusWeeks(WEEKS));
        int most = Math.max(
                1,
                Math.max(
                        fallen.over(),
                        fallen.weeks().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0)));
        List<Bar> bars = new ArrayList<>();
        bars.add(bar("Over frist", "før i dag", fallen.over(), most, true));
        for (int week = 0; week < WEEKS; week++) {
            LocalDate monday = mondays.get(week);
            LocalDate from = week == 0 ? today : monday;
            bars.add(bar(
                    name(monday),
                    from.equals(monday.plusDays(6))
                            ? wording.shortDate(from)
                            : wording.shortDate(from) + " til " + wording.shortDate(monday.plusDays(6)),
                    fallen.weeks().get(week),
                    most,
                    false));
        }
        return new Weeks(sentence(fallen, mondays), bars);
    }

    private static String sentence(Fallen fallen, List<LocalDate> mondays) {
        int all = fallen.weeks().stream().mapToInt(Integer::intValue).sum();
        String over = fallen.over() == 0
                ? "Ingen frister er overskredet."
                : fallen.over() + (fallen.over() == 1 ? " frist" : " frister") + " er overskredet.";
        if (all == 0) {
            return over + " Ingen frister falder i de næste " + WEEKS + " uger.";
        }
        int busiest = 0;
        for (int week = 1; week < WEEKS; week++) {
            if (fallen.weeks().get(week) > fallen.weeks().get(busiest)) {
                busiest = week;
            }
        }
        return over + " " + all + (all == 1 ? " frist" : " frister") + " falder i de næste " + WEEKS + " uger, flest i "
                + Character.toLowerCase(name(mondays.get(busiest)).charAt(0))
                + name(mondays.get(busiest)).substring(1) + ": "
                + fallen.weeks().get(busiest) + ".";
    }

    private static Bar bar(String label, String dates, int count, int most, boolean over) {
        // What is there at all is seen.
        int width = count == 0 ? 0 : Math.max(1, (int) Math.round(100.0 * count / most));
        return new Bar(label, dates, count, width, over);
    }

    private static String name(LocalDate monday) {
        return "Uge " + monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
