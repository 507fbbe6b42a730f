package dk.ankomst.volunteers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer chosen for a family.
 *
 * @param volunteerName the name, or the number when she has been forgotten
 */
public record Match(
        long id,
        String caseNumber,
        long volunteerId,
        String volunteerName,
        LocalDate chosenOn,
        @Nullable LocalDate familyAcceptedOn,
        @Nullable LocalDate volunteerAcceptedOn,
        @Nullable LocalDate endedOn,
        @Nullable String endedReason) {

    public boolean open() {
        return endedOn == null;
    }

    /** Whether family and volunteer have both said yes. */
    public boolean accepted() {
        return familyAcceptedOn != null && volunteerAcceptedOn != null;
    }
}
