package dk.ankomst.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a case.
 *
 * @param caseNumber e.g. {@code 2026-00017}
 * @param family the name by which staff recognise the family
 * @param track code of {@link CodeList#TRACK}
 * @param residenceCategory code of {@link CodeList#RESIDENCE_CATEGORY}
 * @param origin code of {@link CodeList#ORIGIN}
 * @param visitation the day of the visitation decision
 * @param takeover the day the municipality takes over responsibility; null until it has been counted
 * @param takeoverAgreed an earlier take-over agreed with the refugee
 * @param phase code of {@link CodeList#PHASE}
 * @param persons every person who is or was part of the case, in the order of their numbers
 */
public record CaseFacts(
        String caseNumber,
        String family,
        String track,
        String residenceCategory,
        String origin,
        LocalDate visitation,
        @Nullable LocalDate takeover,
        @Nullable LocalDate takeoverAgreed,
        @Nullable LocalDate plannedArrival,
        @Nullable LocalDate arrival,
        String phase,
        boolean open,
        boolean permanentDwelling,
        List<PersonFacts> persons) {

    public CaseFacts {
        persons = List.copyOf(persons);
    }

    /** The same without what is known of anybody's needs. */
    CaseFacts withoutNeeds() {
        return new CaseFacts(
                caseNumber,
                family,
                track,
                residenceCategory,
                origin,
                visitation,
                takeover,
                takeoverAgreed,
                plannedArrival,
                arrival,
                phase,
                open,
                permanentDwelling,
                persons.stream().map(PersonFacts::withoutNeeds).toList());
    }
}
