package dk.ankomst.volunteers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A volunteer as the register knows her.
 *
 * @param background the nationality background, when the volunteer wants it to be known (the report, L971-972)
 * @param associationId the association through which she is a volunteer
 * @param agreementOn when the agreement was made
 * @param conductOn when the code of conduct was signed, which also forbids missionary work (the report, L1673-1676)
 * @param areas codes of {@link Area}
 * @param roles codes of {@link Role}
 * @param languages in small letters, e.g. {@code arabisk}
 * @param openMatches how many families she follows or is proposed to
 * @param forgotten whether name and contacts were removed
 * @param version for telling the register which state was looked at
 */
public record Volunteer(
        long id,
        String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String background,
        @Nullable Long associationId,
        @Nullable LocalDate agreementOn,
        @Nullable LocalDate conductOn,
        @Nullable LocalDate endedOn,
        @Nullable String endedReason,
        boolean forgotten,
        int version,
        List<String> areas,
        List<String> roles,
        List<String> languages,
        int openMatches) {

    public boolean active() {
        return endedOn == null;
    }
}
