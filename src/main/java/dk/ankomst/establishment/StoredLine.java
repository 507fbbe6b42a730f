package dk.ankomst.establishment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a case's establishment support.
 *
 * @param quantity how many; null while nobody has said
 * @param reason the reason for an extra module; null for other lines
 * @param asked the parts of the question that have to be answered before the line can be granted
 * @param answer the caseworker's answer or reason in words; null for none
 * @param choiceMade whether somebody has said which of several alternatives is chosen, if any
 * @param proposedChosen whether the proposal chose the line by itself
 * @param proposedQuantity how many the proposal said; null when the source does not say
 * @param proposedState new or used as the proposal said; null for a line that was left out
 * @param version counts the answers, from 0
 * @param chosen whether the line is granted when the support is granted
 * @param omittedReason why the line is left out; null for a proposed line
 * @param decidedBy who granted it; null while undecided
 * @param decidedAt when it was granted; null while undecided
 * @param settledAt when the support was decided on, be the line granted or not; null while it is not
 * @param refused whether the support was refused then
 */
public record StoredLine(
        long id,
        String caseNumber,
        String packageId,
        String item,
        String itemName,
        @Nullable LineKind kind,
        @Nullable String module,
        @Nullable Basis basis,
        @Nullable Integer quantity,
        @Nullable ItemState state,
        @Nullable String condition,
        @Nullable String alternativeGroup,
        String ruleId,
        String source,
        @Nullable String question,
        List<AnswerPart> asked,
        @Nullable String reason,
        boolean chosen,
        @Nullable String omittedReason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable LocalDate orderedOn,
        @Nullable LocalDate deliveredOn,
        boolean proposedChosen,
        @Nullable Integer proposedQuantity,
        @Nullable ItemState proposedState,
        boolean choiceMade,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        int version,
        @Nullable Instant settledAt,
        boolean refused) {

    /** Whether the line is an extra module, which is granted in rare cases only and with a reason. */
    public boolean isExtra() {
        return PackageLine.EXTRA.equals(module);
    }

    /** What would still have to be answered if the line were chosen. */
    List<AnswerPart> missing() {
        return asked.stream()
                .filter(part -> switch (part) {
                    case ANTAL -> quantity == null;
                    case STAND -> state == null || state == ItemState.IKKE_ANGIVET;
                    case TEKST -> answer == null;
                })
                .toList();
    }
}
