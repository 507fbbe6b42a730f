package dk.ankomst.deadlines;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Working days in Denmark: Monday to Friday without the public holidays. Store bededag counts up to and including 2023.
 * 5 June, 24 and 31 December are not public holidays.
 */
final class DanishCalendar {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("NEW_YEAR", "nytårsdag"),
            Map.entry("FIRST_CHRISTMAS_DAY", "juledag"),
            Map.entry("SECOND_CHRISTMAS_DAY", "2. juledag"),
            Map.entry("christian.MAUNDY_THURSDAY", "skærtorsdag"),
            Map.entry("christian.GOOD_FRIDAY", "langfredag"),
            Map.entry("christian.EASTER", "påskedag"),
            Map.entry("christian.EASTER_MONDAY", "2. påskedag"),
            Map.entry("christian.GENERAL_PRAYER_DAY", "store bededag"),
            Map.entry("christian.ASCENSION_DAY", "Kristi himmelfartsdag"),
            Map.entry("christian.PENTECOST", "pinsedag"),
            Map.entry("christian.WHIT_MONDAY", "2. pinsedag"));

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create("dk"));
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    /** The Danish name of the public holiday on a date; null when it is none. */
    @Nullable
    String holidayName(LocalDate date) {
        return years.computeIfAbsent(date.getYear(), this::holidaysOf).get(date);
    }

    boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && holidayName(date) == null;
    }

    /** The date itself when it is a working day, otherwise the first one after it. */
    LocalDate workingDayOnOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The date itself when it is a working day, otherwise the last one before it. */
    LocalDate workingDayOnOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The n-th working day after a date, or before it when n is negative; the date itself is not counted. */
    LocalDate plusWorkingDays(LocalDate date, int amount) {
        LocalDate day = date;
        for (int counted = 0; counted > amount; counted--) {
            day = workingDayOnOrBefore(day.minusDays(1));
        }
        for (int counted = 0; counted < amount; counted++) {
            day = workingDayOnOrAfter(day.plusDays(1));
        }
        return day;
    }

    private Map<LocalDate, String> holidaysOf(int year) {
        // Two holidays can share a date (Kristi himmelfartsdag may fall on 1 May): either name is a reason.
        return holidays.getHolidays(Year.of(year)).stream()
                .collect(Collectors.toUnmodifiableMap(Holiday::getDate, DanishCalendar::nameOf, (one, other) -> one));
    }

    private static String nameOf(Holiday holiday) {
        String name = NAMES.get(holiday.getPropertiesKey());
        return name == null ? holiday.getDescription(Locale.ENGLISH) : name;
    }
}
