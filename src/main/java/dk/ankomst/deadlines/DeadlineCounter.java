package dk.ankomst.deadlines;

import java.time.LocalDate;

/**
 * Counts periods as Danish law does: the trigger day is not counted, months end on the same date or on the month's last
 * day (forældelsesloven § 27, stk. 1), weeks on the same weekday.
 */
final class DeadlineCounter {

    /**
     * A counted date.
     *
     * @param raw the date before any roll
     * @param due the deadline: the last day on which the duty is met in time
     * @param actBy the last working day on or before {@code due}
     */
    record Counted(LocalDate raw, LocalDate due, LocalDate actBy) {}

    private final DanishCalendar calendar;

    DeadlineCounter(DanishCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * @param amount negative: so long before the trigger
     * @throws IllegalArgumentException for a negative number of whole months, which no rule counts by
     */
    Counted count(LocalDate trigger, int amount, CountUnit unit, RollPolicy roll) {
        LocalDate raw = raw(trigger, amount, unit);
        LocalDate due =
                switch (roll) {
                    case INGEN -> raw;
                    case NAESTE_HVERDAG -> calendar.workingDayOnOrAfter(raw);
                };
        return new Counted(raw, due, calendar.workingDayOnOrBefore(due));
    }

    LocalDate raw(LocalDate trigger, int amount, CountUnit unit) {
        if (amount < 0 && unit == CountUnit.HELE_MAANEDER) {
            throw new IllegalArgumentException("Hele måneder kan ikke tælles tilbage: " + amount);
        }
        return switch (unit) {
            case DAGE -> trigger.plusDays(amount);
            case HVERDAGE -> calendar.plusWorkingDays(trigger, amount);
            case UGER -> trigger.plusWeeks(amount);
            case MAANEDER -> trigger.plusMonths(amount);
            case AAR -> trigger.plusYears(amount);
            // The first whole month begins on the first day of the month after the trigger's own.
            case HELE_MAANEDER -> trigger.withDayOfMonth(1).plusMonths(amount + 1L);
        };
    }
}
