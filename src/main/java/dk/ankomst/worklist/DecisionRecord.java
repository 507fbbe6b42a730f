package dk.ankomst.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided and by which rule.
 *
 * @param personId the family member it is about; null when it is about the whole case
 * @param decisionKey the table's id, e.g. {@code modtagelsesspor}
 * @param decisionName the table's name as staff say it, e.g. {@code Vælg modtagelsesspor}
 * @param ruleId the rule that applied, e.g. {@code rule_spor_asylcenter}
 * @param resultText the outcome in a Danish sentence
 * @param reason why, in the rule's own words; null when the rule gives none
 * @param source law or report that the rule rests on; null when the rule names none
 * @param decidedAt when
 * @param decidedBy the user, or the program's own name
 */
public record DecisionRecord(
        long id,
        String caseNumber,
        @Nullable Long personId,
        String decisionKey,
        String decisionName,
        String ruleId,
        String resultText,
        @Nullable String reason,
        @Nullable String source,
        Instant decidedAt,
        String decidedBy) {}
