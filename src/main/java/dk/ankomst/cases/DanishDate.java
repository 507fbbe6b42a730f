package dk.ankomst.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as Danes write and read them. */
final class DanishDate {

    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.forLanguageTag("da-DK"));
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{4})");
    private static final Pattern WORDS = Pattern.compile("(\\d{1,2})\\.?\\s*(\\p{L}{3,9})\\.?\\s*(\\d{4})");
    private static final List<String> MONTHS = List.of(
            "januar",
            "februar",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "december");

    private DanishDate() {}

    /**
     * Reads 15.05.2015, 15-5-2015, 15/5/2015, 15. maj 2015 and 2015-05-15.
     *
     * @return empty when the text is no such date or the day does not exist; a year of two digits is not guessed at
     */
    static Optional<LocalDate> parse(String text) {
        String trimmed = text.strip();
        Matcher iso = ISO.matcher(trimmed);
        if (iso.matches()) {
            return date(iso.group(1), number(iso.group(2)), iso.group(3));
        }
        Matcher numbers = NUMBERS.matcher(trimmed);
        if (numbers.matches()) {
            return date(numbers.group(3), number(numbers.group(2)), numbers.group(1));
        }
        Matcher words = WORDS.matcher(trimmed);
        if (words.matches()) {
            return date(words.group(3), month(words.group(2).toLowerCase(Locale.ROOT)), words.group(1));
        }
        return Optional.empty();
    }

    /** Whether the text looks like a date, so that only its day or month can be wrong. */
    static boolean looksLikeDate(String text) {
        String trimmed = text.strip();
        return ISO.matcher(trimmed).matches()
                || NUMBERS.matcher(trimmed).matches()
                || WORDS.matcher(trimmed).matches();
    }

    /** E.g. "15. maj 2015". */
    static String inWords(LocalDate date) {
        return LONG.format(date);
    }

    /** E.g. "15.05.2015". */
    static String inNumbers(LocalDate date) {
        return SHORT.format(date);
    }

    private static Optional<LocalDate> date(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(number(year), month, number(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int month(String name) {
        for (String month : MONTHS) {
            if (month.equals(name) || (name.length() == 3 && month.startsWith(name))) {
                return MONTHS.indexOf(month) + 1;
            }
        }
        return 0;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
