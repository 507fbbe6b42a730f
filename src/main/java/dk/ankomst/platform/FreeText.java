package dk.ankomst.platform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text that a person wrote in words of their own, e.g. a reason or a note. */
public final class FreeText {

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]|\\p{Cs}|\\uFFFD");

    private FreeText() {}

    /**
     * What keeps a text from being kept, in Danish; null: nothing. It is longer than its place, holds a CPR number, or
     * characters that no database keeps.
     *
     * @param longest in characters
     */
    public static @Nullable String objection(String text, int longest) {
        if (text.length() > longest) {
            return "Teksten er for lang. Skriv højst " + longest + " tegn; den er nu på " + text.length() + ".";
        }
        if (CprNumber.isIn(text)) {
            return "Fjern CPR-nummeret. Det må ikke stå her.";
        }
        return hasUnreadable(text) ? "Teksten indeholder tegn, der ikke kan læses. Skriv den igen." : null;
    }

    /** Whether it holds control characters besides tabs and line breaks, or halves of characters. */
    public static boolean hasUnreadable(String text) {
        return UNREADABLE.matcher(text).find();
    }
}
