package dk.ankomst.deadlines;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * How near a date is, in the words that pages, Tasklist and e-mails share: {@code i dag}, {@code 3 arbejdsdage tilbage},
 * {@code 1 arbejdsdag over}.
 */
@Component
public class Nearness {

    /** From how many working days before its date on a deadline is near. */
    public static final int NEAR = 5;

    /** How urgent a date is. */
    public enum State {
        OVER,
        NEAR,
        LATER
    }

    private final WorkingDays workingDays;

    Nearness(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** The date seen from a day, in Danish words. */
    public String words(LocalDate date, LocalDate today) {
        if (date.equals(today)) {
            return "i dag";
        }
        if (date.equals(today.plusDays(1))) {
            return "i morgen";
        }
        if (date.isBefore(today)) {
            int days = workingDays.between(date, today);
            return days == 0 ? "over frist" : days + (days == 1 ? " arbejdsdag over" : " arbejdsdage over");
        }
        int days = workingDays.between(today, date);
        return days == 0 ? "før næste arbejdsdag" : days + (days == 1 ? " arbejdsdag tilbage" : " arbejdsdage tilbage");
    }

    /** Whether the date is over, near or later, seen from a day. */
    public State state(LocalDate date, LocalDate today) {
        if (date.isBefore(today)) {
            return State.OVER;
        }
        return workingDays.between(today, date) <= NEAR ? State.NEAR : State.LATER;
    }
}
