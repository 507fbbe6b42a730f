package dk.ankomst.deadlines;

import dk.ankomst.platform.CprNumber;
import dk.ankomst.platform.InputRefused;
import org.jspecify.annotations.Nullable;

/** The reason that somebody gives for changing a date; it becomes a part of the case. */
final class Reason {

    /** The field of a form that holds it. */
    static final String FIELD = "reason";

    private Reason() {}

    /** @throws InputRefused when there is none, when it is longer than its place, or when a CPR number is in it */
    static String of(String typed, String whenMissing, int longest) {
        String reason = typed.strip();
        if (reason.isEmpty()) {
            throw new InputRefused(FIELD, whenMissing + ". Begrundelsen bliver en del af sagen.");
        }
        if (CprNumber.isIn(reason)) {
            throw new InputRefused(FIELD, "Fjern CPR-nummeret. Det må ikke stå her.");
        }
        if (reason.length() > longest) {
            throw new InputRefused(
                    FIELD,
                    "Begrundelsen er for lang. Skriv højst " + longest + " tegn; den er nu på " + reason.length()
                            + ".");
        }
        return asSentence(reason);
    }

    /**
     * Where the case's papers tell of something.
     *
     * @return null when nothing was typed
     * @throws InputRefused when it is longer than its place, or when a CPR number is in it
     */
    static @Nullable String reference(String field, @Nullable String typed, int longest) {
        String reference = typed == null ? "" : typed.strip();
        if (CprNumber.isIn(reference)) {
            throw new InputRefused(field, "Fjern CPR-nummeret. Det må ikke stå her.");
        }
        if (reference.length() > longest) {
            throw new InputRefused(
                    field,
                    "Referencen er for lang. Skriv højst " + longest + " tegn; den er nu på " + reference.length()
                            + ".");
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
