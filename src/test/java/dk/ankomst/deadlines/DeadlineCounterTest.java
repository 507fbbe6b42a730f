package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineCounterTest {

    private static final int[] MONTH_LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final DanishCalendar calendar = new DanishCalendar();
    private final DeadlineCounter counter = new DeadlineCounter(calendar);

    @ParameterizedTest
    @CsvSource({
        "2015-01-31, 1, MAANEDER, 2015-02-28",
        "2016-01-31, 1, MAANEDER, 2016-02-29",
        "2015-11-30, 3, MAANEDER, 2016-02-29",
        "2015-04-30, 1, MAANEDER, 2015-05-30",
        "2016-02-29, 1, AAR, 2017-02-28",
        "2016-02-29, 4, AAR, 2020-02-29",
        "2015-12-31, 2, UGER, 2016-01-14",
        "2015-07-01, 0, DAGE, 2015-07-01",
        "2015-05-15, 1, HELE_MAANEDER, 2015-07-01",
        "2014-10-28, 1, HELE_MAANEDER, 2014-12-01",
        "2015-06-01, 1, HELE_MAANEDER, 2015-08-01",
        "2014-12-31, 1, HELE_MAANEDER, 2015-02-01",
        "2015-05-15, 2, HELE_MAANEDER, 2015-08-01",
        "2024-04-08, 15, HVERDAGE, 2024-04-29",
        "2023-04-24, 15, HVERDAGE, 2023-05-16",
        "2024-03-27, 1, HVERDAGE, 2024-04-02",
        "2026-07-03, -2, UGER, 2026-06-19",
        "2024-04-02, -1, HVERDAGE, 2024-03-27",
        "2024-03-31, -1, MAANEDER, 2024-02-29",
        "2024-02-29, -1, AAR, 2023-02-28"
    })
    void aPeriodEndsWhereTheLawSays(LocalDate trigger, int amount, CountUnit unit, LocalDate expected) {
        assertThat(counter.raw(trigger, amount, unit)).isEqualTo(expected);
    }

    @Test
    void aDateOnAFreeDayStandsOrMovesAsTheRuleSays() {
        LocalDate trigger = LocalDate.of(2018, 2, 14);
        assertThat(counter.count(trigger, 1, CountUnit.HELE_MAANEDER, RollPolicy.NAESTE_HVERDAG))
                .isEqualTo(new DeadlineCounter.Counted(
                        LocalDate.of(2018, 4, 1), LocalDate.of(2018, 4, 3), LocalDate.of(2018, 4, 3)));
        assertThat(counter.count(trigger, 1, CountUnit.HELE_MAANEDER, RollPolicy.INGEN))
                .isEqualTo(new DeadlineCounter.Counted(
                        LocalDate.of(2018, 4, 1), LocalDate.of(2018, 4, 1), LocalDate.of(2018, 3, 28)));
    }

    @Test
    void everyDateFrom1990To2050IsCountedAsByHand() {
        for (LocalDate date = LocalDate.of(1990, 1, 1); date.getYear() <= 2050; date = date.plusDays(1)) {
            for (int months : new int[] {1, 3, 6}) {
                assertThat(counter.raw(date, months, CountUnit.MAANEDER))
                        .as("%s + %d måneder", date, months)
                        .isEqualTo(monthsLater(date, months));
            }
            assertThat(counter.raw(date, 3, CountUnit.AAR))
                    .as("%s + 3 år", date)
                    .isEqualTo(monthsLater(date, 36));
            assertThat(counter.raw(date, 1, CountUnit.HELE_MAANEDER))
                    .as("%s + en hel måned", date)
                    .isEqualTo(dayAfterFirstWholeMonth(date));
            assertThat(counter.raw(date, 2, CountUnit.UGER).toEpochDay()).isEqualTo(date.toEpochDay() + 14);
            assertThat(counter.raw(date, 15, CountUnit.HVERDAGE))
                    .as("%s + 15 hverdage", date)
                    .isEqualTo(fifteenthWorkingDay(date));
        }
    }

    @Test
    void everyDateFrom1990To2050RollsToTheNextAndActsByTheLastWorkingDay() {
        for (LocalDate date = LocalDate.of(1990, 1, 1); date.getYear() <= 2050; date = date.plusDays(1)) {
            DeadlineCounter.Counted stands = counter.count(date, 0, CountUnit.DAGE, RollPolicy.INGEN);
            DeadlineCounter.Counted rolls = counter.count(date, 0, CountUnit.DAGE, RollPolicy.NAESTE_HVERDAG);
            assertThat(stands.due()).isEqualTo(date);
            assertThat(rolls.due()).isAfterOrEqualTo(date).satisfies(day -> assertThat(calendar.isWorkingDay(day))
                    .isTrue());
            for (LocalDate skipped = date; skipped.isBefore(rolls.due()); skipped = skipped.plusDays(1)) {
                assertThat(calendar.isWorkingDay(skipped)).as("%s", skipped).isFalse();
            }
            assertThat(calendar.isWorkingDay(stands.actBy())).as("%s", date).isTrue();
            for (LocalDate skipped = stands.actBy().plusDays(1);
                    !skipped.isAfter(date);
                    skipped = skipped.plusDays(1)) {
                assertThat(calendar.isWorkingDay(skipped)).as("%s", skipped).isFalse();
            }
        }
    }

    /** Year, month and day as plain numbers, month by month. */
    private static LocalDate monthsLater(LocalDate date, int months) {
        int year = date.getYear();
        int month = date.getMonthValue();
        for (int step = 0; step < months; step++) {
            month++;
            if (month == 13) {
                month = 1;
                year++;
            }
        }
        return LocalDate.of(year, month, Math.min(date.getDayOfMonth(), length(year, month)));
    }

    private static int length(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : MONTH_LENGTHS[month - 1];
    }

    /** Walks day by day: past the end of this month, then past the end of the whole month that follows. */
    private static LocalDate dayAfterFirstWholeMonth(LocalDate date) {
        LocalDate day = date;
        int begun = 0;
        while (begun < 2) {
            day = LocalDate.ofEpochDay(day.toEpochDay() + 1);
            if (day.getDayOfMonth() == 1) {
                begun++;
            }
        }
        return day;
    }

    private LocalDate fifteenthWorkingDay(LocalDate date) {
        long day = date.toEpochDay();
        int left = 15;
        while (left > 0) {
            day++;
            LocalDate candidate = LocalDate.ofEpochDay(day);
            DayOfWeek weekday = candidate.getDayOfWeek();
            boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
            if (!weekend && calendar.holidayName(candidate) == null) {
                left--;
            }
        }
        return LocalDate.ofEpochDay(day);
    }
}
