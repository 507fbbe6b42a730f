package dk.ankomst.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice that a family has been assigned to the municipality, as it came in; anything may be missing or wrong until
 * {@link Cases#register} has looked at it.
 *
 * @param externalReference the sender's own reference, unique over all cases; null when there is none
 * @param familyName by what name staff recognise the family; null means the surname of the first member
 * @param residenceCategory code of {@link CodeList#RESIDENCE_CATEGORY}
 * @param origin code of {@link CodeList#ORIGIN}
 * @param originName the name of the centre, airport or municipality; null when not stated
 * @param visitationDate the day of the visitation decision, from which the take-over is counted (integrationsloven § 4)
 * @param takeoverAgreedDate an earlier take-over agreed with the refugee (integrationsloven § 4, stk. 2); null when none
 * @param plannedArrivalDate the day the family is expected; null when not known yet
 * @param unaccompaniedMinor whether the case is about a minor without parents or other responsible adults
 * @param knownNeeds what is known about the family's needs, in words
 * @param address the household's address; null until a dwelling is found
 */
public record Visitation(
        @Nullable String externalReference,
        @Nullable String familyName,
        @Nullable String residenceCategory,
        @Nullable String origin,
        @Nullable String originName,
        @Nullable LocalDate visitationDate,
        @Nullable LocalDate takeoverAgreedDate,
        @Nullable LocalDate plannedArrivalDate,
        boolean unaccompaniedMinor,
        @Nullable String knownNeeds,
        @Nullable String address,
        List<NewMember> members,
        List<DocumentReference> documents) {

    public Visitation {
        members = List.copyOf(members);
        documents = List.copyOf(documents);
    }
}
