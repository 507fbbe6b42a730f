package dk.ankomst.deadlines;

/** What binds somebody to a date. The words are those of the decision tables and of the REST answers. */
public enum DeadlineKind {
    /** A statutory deadline. */
    LOV("lovfrist"),
    /** A goal of the municipality's own; no law. */
    LOKAL("lokalt mål"),
    /** A date agreed with the family or between departments. */
    AFTALT("aftalt dato"),
    /** A deadline by law that binds the citizen; the municipality cannot miss it. */
    BORGER("borgerens egen frist");

    private final String danish;

    DeadlineKind(String danish) {
        this.danish = danish;
    }

    /** The Danish word for it, in lower case. */
    public String danish() {
        return danish;
    }
}
