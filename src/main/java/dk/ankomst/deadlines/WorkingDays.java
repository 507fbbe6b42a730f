package dk.ankomst.deadlines;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Counts working days: Monday to Friday without the Danish public holidays. */
@Component
public class WorkingDays {

    private final DanishCalendar calendar = new DanishCalendar();

    /**
     * How many working days lie after one date up to and including another.
     *
     * @param after not counted itself
     * @param until counted when it is a working day; a date not later than {@code after} gives 0
     */
    public int between(LocalDate after, LocalDate until) {
        int days = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                days++;
            }
        }
        return days;
    }
}
