package dk.ankomst.volunteers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An association with which the municipality works.
 *
 * @param offers what newcomers can try there
 * @param agreementOn when the agreement on cooperation was made (the report, L1706-1708)
 * @param areas codes of {@link Area}
 */
public record Association(
        long id,
        String name,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        @Nullable String offers,
        @Nullable LocalDate agreementOn,
        @Nullable String agreementReference,
        @Nullable LocalDate endedOn,
        @Nullable String endedReason,
        int version,
        List<String> areas) {

    public boolean active() {
        return endedOn == null;
    }
}
