package dk.ankomst.deadlines;

import dk.ankomst.platform.FreeText;
import dk.ankomst.platform.InputRefused;
import org.jspecify.annotations.Nullable;

/** The reason that somebody gives for changing a date; it becomes a part of the case. */
final class Reason {

    /** The field of a form that holds it. */
    static final String FIELD = "reason";

    private Reason() {}

    /** @throws InputRefused when there is none, or when it cannot be kept, see {@link FreeText} */
    static String of(String typed, String whenMissing, int longest) {
        String reason = typed.strip();
        if (reason.isEmpty()) {
            throw new InputRefused(FIELD, whenMissing + ". Begrundelsen bliver en del af sagen.");
        }
        String objection = FreeText.objection(reason, longest);
        if (objection != null) {
            throw new InputRefused(FIELD, objection);
        }
        return asSentence(reason);
    }

    /**
     * Where the case's papers tell of something.
     *
     * @return null when nothing was typed
     * @throws InputRefused when it cannot be kept, see {@link FreeText}
     */
    static @Nullable String reference(String field, @Nullable String typed, int longest) {
        String reference = typed == null ? "" : typed.strip();
        String objection = FreeText.objection(reference, longest);
        if (objection != null) {
            throw new InputRefused(field, objection);
        }
        return reference.isEmpty() ? null : reference;
    }

    /** With a full stop at its end, so that more can be said after it. */
    static String asSentence(String reason) {
        return reason.isEmpty() || reason.endsWith(".") || reason.endsWith("!") || reason.endsWith("?")
                ? reason
                : reason + ".";
    }
}
