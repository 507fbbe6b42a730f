package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DanishCalendarTest {

    private final DanishCalendar calendar = new DanishCalendar();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2015, 04-02, 04-06, 05-01, 05-14, 05-25",
                "2016, 03-24, 03-28, 04-22, 05-05, 05-16",
                "2017, 04-13, 04-17, 05-12, 05-25, 06-05",
                "2018, 03-29, 04-02, 04-27, 05-10, 05-21",
                "2019, 04-18, 04-22, 05-17, 05-30, 06-10",
                "2020, 04-09, 04-13, 05-08, 05-21, 06-01",
                "2021, 04-01, 04-05, 04-30, 05-13, 05-24",
                "2022, 04-14, 04-18, 05-13, 05-26, 06-06",
                "2023, 04-06, 04-10, 05-05, 05-18, 05-29",
                "2024, 03-28, 04-01, -, 05-09, 05-20",
                "2025, 04-17, 04-21, -, 05-29, 06-09",
                "2026, 04-02, 04-06, -, 05-14, 05-25",
                "2027, 03-25, 03-29, -, 05-06, 05-17"
            })
    void movableHolidaysFallOnTheDatesOfTheTable(
            int year, String maundy, String easterMonday, String prayer, String ascension, String whitMonday) {
        assertThat(calendar.holidayName(on(year, maundy))).isEqualTo("skærtorsdag");
        assertThat(calendar.holidayName(on(year, easterMonday))).isEqualTo("2. påskedag");
        assertThat(calendar.holidayName(on(year, ascension))).isEqualTo("Kristi himmelfartsdag");
        assertThat(calendar.holidayName(on(year, whitMonday))).isEqualTo("2. pinsedag");
        if (prayer != null) {
            assertThat(calendar.holidayName(on(year, prayer))).isEqualTo("store bededag");
        }
    }

    @Test
    void storeBededagIsAWorkingDayFrom2024() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2023, 5, 5))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2024, 4, 26))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-05", "2026-12-24", "2026-12-31"})
    void theNearHolidaysAreNoPublicHolidays(LocalDate date) {
        assertThat(calendar.holidayName(date)).isNull();
    }

    @Test
    void everyDateFrom1990To2050IsAWorkingDayExactlyWhenAnIndependentCalendarSaysSo() {
        LocalDate date = LocalDate.of(1990, 1, 1);
        Set<LocalDate> holidays = new HashSet<>();
        for (int year = 1990; year <= 2050; year++) {
            addHolidays(year, holidays);
        }
        int checked = 0;
        for (; date.getYear() <= 2050; date = date.plusDays(1), checked++) {
            boolean free = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 || holidays.contains(date);
            assertThat(calendar.isWorkingDay(date)).as("%s", date).isEqualTo(!free);
            assertThat(calendar.holidayName(date) != null).as("%s", date).isEqualTo(holidays.contains(date));
        }
        assertThat(checked).isEqualTo(22280);
    }

    /** Gauss' Easter rule for 1900-2099, written out here so that it shares nothing with the library. */
    private static void addHolidays(int year, Set<LocalDate> holidays) {
        int moon = (19 * (year % 19) + 24) % 30;
        int sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
        int days = moon + sunday;
        if (days == 35 || (days == 34 && moon == 28 && year % 19 > 10)) {
            days -= 7;
        }
        LocalDate easter = LocalDate.of(year, 3, 22).plusDays(days);
        for (int offset : new int[] {-3, -2, 0, 1, 39, 49, 50}) {
            holidays.add(easter.plusDays(offset));
        }
        if (year <= 2023) {
            holidays.add(easter.plusDays(26));
        }
        holidays.add(LocalDate.of(year, 1, 1));
        holidays.add(LocalDate.of(year, 12, 25));
        holidays.add(LocalDate.of(year, 12, 26));
    }

    private static LocalDate on(int year, String monthDay) {
        return LocalDate.parse(year + "-" + monthDay);
    }
}
