package dk.ankomst.worklist;

/** A task cannot be moved as asked; the message is a Danish sentence for the one who asked. */
public final class TaskRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It is not open any more. */
        GONE,
        /** It is in other hands than the user saw. */
        MOVED,
        /** It is not for the user, or the user may not do this with it. */
        NOT_ALLOWED
    }

    private final Reason reason;

    public TaskRefused(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The Danish sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
