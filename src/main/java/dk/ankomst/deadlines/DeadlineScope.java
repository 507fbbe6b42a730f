package dk.ankomst.deadlines;

/** Whom a duty is owed: the family as a whole, each person, or each adult. */
public enum DeadlineScope {
    SAG,
    PERSON,
    VOKSEN
}
