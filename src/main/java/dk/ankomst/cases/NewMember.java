package dk.ankomst.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A family member as a visitation or a later notice gives it; anything may be missing or wrong until {@link Cases} has
 * looked at it. Codes are those of {@link CodeList}; a Danish label in the place of its code is understood too.
 *
 * @param sex code of {@link CodeList#SEX}
 * @param familyRole code of {@link CodeList#FAMILY_ROLE}
 * @param nationality code of {@link CodeList#NATIONALITY}, the Danish name of the country or its two-letter ISO code
 * @param ethnicGroup code of {@link CodeList#ETHNIC_GROUP}; null when not stated
 * @param language the language that the person is said to speak, in Danish; null when not stated
 * @param needs codes of {@link CodeList#NEED}; empty when none are known
 * @param needsNote what is known about the needs, in words
 */
public record NewMember(
        @Nullable String givenName,
        @Nullable String surname,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String familyRole,
        @Nullable String nationality,
        @Nullable String ethnicGroup,
        @Nullable String language,
        List<String> needs,
        @Nullable String needsNote) {

    public NewMember {
        needs = List.copyOf(needs);
    }
}
