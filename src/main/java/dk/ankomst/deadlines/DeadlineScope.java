package dk.ankomst.deadlines;

/** Whom a duty is owed: the family as a whole, each person, or each adult. */
public enum DeadlineScope {
    SAG("hele familien"),
    PERSON("hver person"),
    VOKSEN("hver voksen");

    private final String danish;

    DeadlineScope(String danish) {
        this.danish = danish;
    }

    /** The Danish words for it, in lower case. */
    public String danish() {
        return danish;
    }
}
