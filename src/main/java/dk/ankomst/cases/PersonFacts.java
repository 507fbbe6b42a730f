package dk.ankomst.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a member of the family.
 *
 * @param id the person's id over all cases
 * @param number the person's number within the case, from 1
 * @param name given name and surname
 * @param role code of {@link CodeList#FAMILY_ROLE}
 * @param adult whether the person is 18 or more on the day from which the municipality's duties are counted: the takeover,
 *     or the visitation while there is none, or the day of joining when that is later. Nobody becomes late by a birthday.
 * @param age whole years today
 * @param interpreterLanguage the language to order an interpreter in; null when it must be clarified
 * @param needs codes of {@link CodeList#NEED}
 * @param joinedOn the day the person became part of the case: the visitation date or a later one
 * @param leftOn the day the person left the case; null while the person belongs to it
 * @param ownArrival when the person comes; null: with the family
 */
public record PersonFacts(
        long id,
        int number,
        String name,
        LocalDate birthDate,
        String role,
        boolean adult,
        int age,
        @Nullable String interpreterLanguage,
        List<String> needs,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        @Nullable OwnArrival ownArrival) {

    static final int ADULT_AGE = 18;

    /** The same without what is known of the person's needs. */
    PersonFacts withoutNeeds() {
        return new PersonFacts(
                id,
                number,
                name,
                birthDate,
                role,
                adult,
                age,
                interpreterLanguage,
                List.of(),
                joinedOn,
                leftOn,
                ownArrival);
    }

    /** Whether the family has come, or is to come, without the person, who is still to come. */
    @JsonIgnore
    public boolean isAwaited() {
        return ownArrival != null && ownArrival.isAwaited();
    }

    /** Whether the person is an adult for duties that are counted from a day, or from joining when that is later. */
    public boolean isAdultWhenCountedFrom(LocalDate day) {
        return isAdult(birthDate, joinedOn, day);
    }

    static boolean isAdult(LocalDate birthDate, LocalDate joinedOn, LocalDate countedFrom) {
        LocalDate judgedOn = joinedOn.isAfter(countedFrom) ? joinedOn : countedFrom;
        return !birthDate.plusYears(ADULT_AGE).isAfter(judgedOn);
    }
}
