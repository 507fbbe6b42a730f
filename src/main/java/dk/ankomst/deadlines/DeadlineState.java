package dk.ankomst.deadlines;

/** Where a deadline stands. */
public enum DeadlineState {
    /** The event it is counted from has no date yet. */
    WAITING("venter"),
    /** Open, and not recorded as passed. */
    RUNNING("løber"),
    /** Open, and its clock stands still today; kept in the register as {@link #RUNNING}. */
    SUSPENDED("i bero"),
    /** Met on the due date or before. */
    MET("opfyldt"),
    /** Met after the due date. */
    MET_LATE("opfyldt for sent"),
    /** The due date passed and the duty is not met. */
    BREACHED("overskredet"),
    /** The case ended before the duty was met. */
    LAPSED("bortfaldet"),
    /** The duty turned out not to apply. */
    NOT_APPLICABLE("gælder ikke");

    private final String danish;

    DeadlineState(String danish) {
        this.danish = danish;
    }

    /** The Danish word for it, in lower case. */
    public String danish() {
        return danish;
    }

    /** How a deadline stands as the beginning of a Danish sentence, e.g. {@code Fristen er opfyldt}. */
    public String inSentence() {
        return switch (this) {
            case WAITING, RUNNING, NOT_APPLICABLE -> "Fristen " + danish;
            case SUSPENDED, MET, MET_LATE, BREACHED, LAPSED -> "Fristen er " + danish;
        };
    }

    /** Whether the duty is still to be met. */
    public boolean isOpen() {
        return this == WAITING || isRunning() || this == BREACHED;
    }

    /** Whether it has begun and is neither met nor passed, whether or not its clock stands still today. */
    public boolean isRunning() {
        return this == RUNNING || this == SUSPENDED;
    }
}
