package dk.ankomst.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CPR number in a text, also a replacement number, which adds 60 to the day. The program keeps none: neither the engine's
 * history nor a note can forget one.
 */
public final class CprNumber {

    private static final Pattern LIKE = Pattern.compile("(?<!\\d)(\\d{2})(\\d{2})\\d{2}[-–‑\\s]{0,3}\\d{4}(?!\\d)");

    private CprNumber() {}

    /** Whether ten digits in the text can be one; a hyphen or blanks may stand before the last four. */
    public static boolean isIn(String text) {
        Matcher candidates = LIKE.matcher(text);
        while (candidates.find()) {
            int day = Integer.parseInt(candidates.group(1)) % 60;
            int month = Integer.parseInt(candidates.group(2));
            if (day >= 1 && day <= 31 && month >= 1 && month <= 12) {
                return true;
            }
        }
        return false;
    }
}
