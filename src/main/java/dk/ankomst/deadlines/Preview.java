package dk.ankomst.deadlines;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case would get; nothing is created.
 *
 * @param takeover the date on which the municipality takes over; null while the event it follows has no date
 * @param deadlines the takeover first, then by due date; those without a date last
 * @param furtherEvents what starts further deadlines when its date is given, see {@link PreviewRequest#events}
 */
public record Preview(@Nullable LocalDate takeover, List<Line> deadlines, List<FurtherEvent> furtherEvents) {

    /**
     * Something that may happen in a case and starts deadlines when it does.
     *
     * @param event its name in the tables, e.g. {@code klage}
     * @param words the event in Danish, in the definite form
     */
    public record FurtherEvent(String event, String words) {}

    /**
     * One duty or goal.
     *
     * @param duty its code, e.g. {@code integrationskontrakt}
     * @param name its Danish name
     * @param ruleId the row of the table that says it
     * @param ruleSet the rule set of that row; null for a local goal
     * @param legalGround paragraph in Danish
     * @param trigger the event counted from, by its name in the tables
     * @param triggerWords the event in Danish, in the definite form
     * @param triggerDate null while unknown
     * @param dueDate null while the trigger date is unknown or when the rule has no fixed length
     * @param actBy the last working day on or before the due date
     * @param state {@link DeadlineState#WAITING} or {@link DeadlineState#RUNNING}
     * @param status how far the source can be trusted
     * @param confirmed whether the source states the rule as it is used here
     * @param scope for the family, each person or each adult
     * @param explanation the count in Danish
     */
    public record Line(
            String duty,
            String name,
            String ruleId,
            @Nullable String ruleSet,
            DeadlineKind kind,
            String legalGround,
            String trigger,
            String triggerWords,
            @Nullable LocalDate triggerDate,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate actBy,
            DeadlineState state,
            RuleStatus status,
            boolean confirmed,
            DeadlineScope scope,
            String source,
            String explanation) {

        /** Whether the date of the event can be given with the request, see {@link PreviewRequest#events}. */
        public boolean isCountedFromEvent() {
            return Trigger.isDuty(trigger);
        }

        static Line of(CountedDeadline counted) {
            DeadlineRule rule = counted.rule();
            return new Line(
                    rule.duty(),
                    rule.name(),
                    rule.ruleId(),
                    rule.ruleSet(),
                    rule.kind(),
                    rule.legalGround(),
                    rule.trigger(),
                    rule.triggerInWords(),
                    counted.triggerDate(),
                    counted.due(),
                    counted.actBy(),
                    counted.state(),
                    rule.status(),
                    counted.confirmed(),
                    rule.scope(),
                    rule.source(),
                    counted.explanation());
        }
    }
}
