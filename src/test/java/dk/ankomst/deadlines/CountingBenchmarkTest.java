package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a million deadlines take on one core: date, roll and the day to act by, by the lengths of the tables' own rules. */
@Tag("benchmark")
class CountingBenchmarkTest {

    private static final int DEADLINES = 1_000_000;
    private static final double ALLOWED_SECONDS = 5;

    private record Length(int amount, CountUnit unit, RollPolicy roll) {}

    @Test
    void aMillionDeadlinesTakeLessThanFiveSecondsOnOneCore() {
        TableRows tables = new TableRows();
        List<Length> lengths = Stream.of(
                        RuleBook.TAKEOVER,
                        RuleBook.DUTIES,
                        RuleBook.HEALTH,
                        RuleBook.COURSE,
                        RuleBook.LOCAL_GOALS,
                        RuleBook.EVENTS,
                        RuleBook.OTHER_LAWS)
                .flatMap(table ->
                        tables.rows(table).stream().map(row -> DeadlineRule.of(TableRows.only(table), row.hit())))
                .flatMap(rule -> {
                    Integer amount = rule.amount();
                    CountUnit unit = rule.unit();
                    return amount == null || unit == null
                            ? Stream.empty()
                            : Stream.of(new Length(amount, unit, rule.roll()));
                })
                .toList();

        double first = seconds(lengths);
        double warm = seconds(lengths);

        System.out.printf(
                Locale.ROOT,
                "1,000,000 deadlines: %.2f s cold, %.2f s warm (%.0f times the aim of %.0f s, %,.0f a second)%n",
                first,
                warm,
                ALLOWED_SECONDS / warm,
                ALLOWED_SECONDS,
                DEADLINES / warm);
        assertThat(first).isLessThan(ALLOWED_SECONDS);
    }

    private static double seconds(List<Length> lengths) {
        DeadlineCounter counter = new DeadlineCounter(new DanishCalendar());
        LocalDate first = LocalDate.of(1990, 1, 1);
        long sum = 0;
        long began = System.nanoTime();
        for (int i = 0; i < DEADLINES; i++) {
            Length length = lengths.get(i % lengths.size());
            sum += counter.count(first.plusDays(i % 22_280), length.amount(), length.unit(), length.roll())
                    .actBy()
                    .toEpochDay();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(sum).isPositive();
        return seconds;
    }
}
