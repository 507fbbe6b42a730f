package dk.ankomst.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of a case with all that a page shows.
 *
 * @param duty the duty's code in the case, e.g. {@code integrationskontrakt} or {@code 2.genvurdering}
 * @param name its Danish name
 * @param event the number within the case of the reported event that started it; its code begins with that; null: none
 * @param personId the person it is owed; null: the family as a whole
 * @param ruleId the row of the table; null for an agreed date
 * @param ruleSet the rule set of that row; null for local goals and agreed dates
 * @param trigger the event counted from, by its name in the tables: one of the case's own, or a duty that is to be met
 *     first
 * @param triggerWords the event in Danish, in the definite form
 * @param dueDate null while the trigger date is unknown or when the rule has no fixed length
 * @param actBy the last working day on or before the due date
 * @param confirmed whether the source states the rule as it is used here
 * @param source where the rule was found
 * @param explanation the count in Danish, with what people did to the date beside the rule
 * @param responsible the department that answers for it when no task is about it, by its group; null: the one whose tasks are
 * @param changedByHand whether somebody has moved the due date or stopped the clock beside the rule
 * @param stoppedByHand whether somebody has stopped the clock, and it does not run again by itself yet
 * @param metOn the day the duty was met
 * @param breachedAt when the breach was recorded; stays when the duty is met late
 * @param cause why it was passed
 * @param judgement what the leader found about the breach; the newest, and it stays whatever becomes of the deadline; null
 *     while there is none
 * @param changes what happened since it was opened, oldest first
 */
public record DeadlineView(
        String duty,
        String name,
        @Nullable Integer event,
        @Nullable Long personId,
        @Nullable String ruleId,
        @Nullable String ruleSet,
        DeadlineKind kind,
        DeadlineScope scope,
        String legalGround,
        String trigger,
        String triggerWords,
        @Nullable LocalDate triggerDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate actBy,
        DeadlineState state,
        boolean confirmed,
        @Nullable RuleStatus status,
        @Nullable String source,
        String explanation,
        @Nullable String responsible,
        boolean changedByHand,
        boolean stoppedByHand,
        @Nullable LocalDate metOn,
        @Nullable Instant breachedAt,
        @Nullable String cause,
        @Nullable Judgement judgement,
        List<Change> changes)
        implements OwedDeadline {

    /** What the tables end the code of a duty with that is the end of a period, e.g. {@code modtagelsesperiode-slut}. */
    public static final String END_OF_PERIOD = "-slut";

    /** Whether it says when a period ends. Such a date passes; nobody is late with it. */
    public boolean isEndOfPeriod() {
        return duty.endsWith(END_OF_PERIOD);
    }

    /** Whether its date passes without anybody of the municipality being late: the end of a period, or a citizen's own. */
    public boolean passesByItself() {
        return isEndOfPeriod() || kind == DeadlineKind.BORGER;
    }

    /** Whether its date is counted from the day on which this duty is met. */
    public boolean isCountedFrom(String other) {
        return ruleId != null && trigger.equals(other) && Trigger.isDuty(other);
    }

    /**
     * "Sådan er fristen regnet": the count and then what happened to the deadline, one sentence or more each. The one text
     * for pages, other programs and the audit.
     */
    public List<String> howCounted() {
        return Stream.concat(Stream.of(explanation), changes.stream().map(Change::inWords))
                .toList();
    }
}
