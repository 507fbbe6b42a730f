package dk.ankomst.coordination;

/**
 * What decides who takes part in the coordination meeting.
 *
 * @param adults the number of persons of 18 and over
 * @param children the number of persons under 18
 * @param childrenOfSchoolAge how many of the children are of school age
 * @param specialNeed whether somebody in the family has a special need, without saying which
 * @param unaccompanied whether this is an unaccompanied minor
 */
public record FamilyFacts(
        int adults, int children, int childrenOfSchoolAge, boolean specialNeed, boolean unaccompanied) {}
