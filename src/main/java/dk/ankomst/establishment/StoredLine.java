package dk.ankomst.establishment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of a case's establishment support.
 *
 * @param quantity how many; null while nobody has said
 * @param reason the reason for an extra module; null for other lines
 * @param chosen whether the line is granted when the support is granted
 * @param omittedReason why the line is left out; null for a proposed line
 * @param decidedBy who granted it; null while undecided
 * @param decidedAt when it was granted; null while undecided
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
        @Nullable String reason,
        boolean chosen,
        @Nullable String omittedReason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable LocalDate orderedOn,
        @Nullable LocalDate deliveredOn) {}
