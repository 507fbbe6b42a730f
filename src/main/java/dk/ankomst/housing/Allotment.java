package dk.ankomst.housing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dwelling, or a room of one, that a family was given.
 *
 * @param unit the number of the room; 1 where the dwelling is let as a whole
 * @param ground why it was chosen in spite of open questions
 * @param movedInOn null while it is only reserved
 * @param leavesOn the day on which the family is to have moved on, where one is agreed
 * @param endedOn null while the family has it
 */
public record Allotment(
        long id,
        long dwellingId,
        int unit,
        String caseNumber,
        @Nullable String ground,
        String reservedBy,
        Instant reservedAt,
        @Nullable LocalDate movedInOn,
        @Nullable LocalDate leavesOn,
        @Nullable LocalDate endedOn,
        @Nullable String endedReason) {

    public boolean isCurrent() {
        return endedOn == null;
    }

    public boolean isReserved() {
        return isCurrent() && movedInOn == null;
    }

    public boolean isLivedIn() {
        return isCurrent() && movedInOn != null;
    }
}
