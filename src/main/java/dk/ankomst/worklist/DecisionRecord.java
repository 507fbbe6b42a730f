package dk.ankomst.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided and by which rule, or by whom when people decided.
 *
 * @param personId the family member it is about; null when it is about the whole case
 * @param decisionKey the table's id, e.g. {@code modtagelsesspor}, or that of the task in its model
 * @param decisionName the table's or the task's name as staff say it, e.g. {@code Vælg modtagelsesspor}
 * @param ruleId the rule that applied, e.g. {@code rule_spor_asylcenter}; null when people decided
 * @param question what the form asked, e.g. {@code Bevilges etableringsstøtten?}; null when a rule decided, and when the
 *     result names several questions itself
 * @param resultText the outcome in Danish words
 * @param reason why, in the rule's or the decider's own words; null when none was given
 * @param source law or report that the rule rests on; null when the rule names none
 * @param sensitive whether the model keeps result and reason for those who act on health and children
 * @param decidedAt when
 * @param decidedBy the user, or the program's own name
 */
public record DecisionRecord(
        long id,
        String caseNumber,
        @Nullable Long personId,
        String decisionKey,
        String decisionName,
        @Nullable String ruleId,
        @Nullable String question,
        String resultText,
        @Nullable String reason,
        @Nullable String source,
        boolean sensitive,
        Instant decidedAt,
        String decidedBy) {

    /** Whether people decided, and no rule. */
    public boolean isByPeople() {
        return ruleId == null;
    }
}
