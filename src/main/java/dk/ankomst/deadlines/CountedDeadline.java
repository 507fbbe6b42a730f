package dk.ankomst.deadlines;

import dk.ankomst.platform.StaffGroup;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A duty of a case with its date.
 *
 * @param rule the row that says it
 * @param triggerDate the date counted from; null while unknown
 * @param due the deadline; null while the trigger date is unknown or when the rule has no fixed length
 * @param actBy the last working day on or before {@code due}
 * @param pause when the clock stands still by law; null when it does not
 * @param planned whether the trigger date is still a plan
 * @param confirmed whether the source states the rule as it is used here
 * @param explanation the count in Danish
 * @param event what was reported and started it; null: nothing had to be
 */
record CountedDeadline(
        DeadlineRule rule,
        @Nullable LocalDate triggerDate,
        @Nullable LocalDate due,
        @Nullable LocalDate actBy,
        @Nullable Pause pause,
        boolean planned,
        boolean confirmed,
        String explanation,
        @Nullable ReportedEvent event) {

    /** Its code in a case: that of the duty, with the number of the event before it when one was reported. */
    String duty() {
        return event == null ? rule.duty() : event.dutyCode(rule.duty());
    }

    /** The department that answers for it; the coordinator for what an event started by a table that names none. */
    @Nullable
    String responsible() {
        return rule.responsible() != null || event == null ? rule.responsible() : StaffGroup.KOORDINATOR.id();
    }

    /** The same because of an event that was reported. */
    CountedDeadline of(ReportedEvent reported) {
        return new CountedDeadline(rule, triggerDate, due, actBy, pause, planned, confirmed, explanation, reported);
    }

    DeadlineState state() {
        return triggerDate == null ? DeadlineState.WAITING : DeadlineState.RUNNING;
    }
}
