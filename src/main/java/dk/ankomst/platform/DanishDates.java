package dk.ankomst.platform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes dates as Danes do. */
public final class DanishDates {

    private static final Locale DANISH = Locale.forLanguageTag("da-DK");
    private static final DateTimeFormatter IN_TEXT = DateTimeFormatter.ofPattern("d. MMMM uuuu", DANISH);
    private static final DateTimeFormatter WITH_DAY = DateTimeFormatter.ofPattern("EEEE 'den' d. MMMM uuuu", DANISH);
    private static final DateTimeFormatter IN_TABLE = DateTimeFormatter.ofPattern("dd.MM.uuuu", DANISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", DANISH);
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[./ -](\\d{1,2})[./ -](\\d{4})");
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

    private DanishDates() {}

    /** For running text: {@code 1. maj 2026}. */
    public static String inText(LocalDate date) {
        return IN_TEXT.format(date);
    }

    /** For running text, with the weekday: {@code fredag den 1. maj 2026}. */
    public static String withDay(LocalDate date) {
        return WITH_DAY.format(date);
    }

    /** For tables, fixed width: {@code 01.05.2026}. */
    public static String inTable(LocalDate date) {
        return IN_TABLE.format(date);
    }

    /** The weekday: {@code fredag}. */
    public static String weekday(LocalDate date) {
        return WEEKDAY.format(date);
    }

    /**
     * Reads {@code 2026-05-01}, {@code 1.5.2026}, {@code 01-05-2026} or {@code 1 5 2026}.
     *
     * @throws Unreadable with a Danish sentence when the text is no date or the date does not exist
     */
    public static LocalDate parse(String text) {
        String trimmed = text.strip();
        Matcher iso = ISO.matcher(trimmed);
        if (iso.matches()) {
            return of(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher written = WRITTEN.matcher(trimmed);
        if (written.matches()) {
            return of(written.group(3), written.group(2), written.group(1));
        }
        throw new Unreadable("Skriv datoen som år-måned-dag, f.eks. 2026-05-01, eller som 01.05.2026.");
    }

    private static LocalDate of(String year, String month, String day) {
        int y = Integer.parseInt(year);
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        try {
            return LocalDate.of(y, m, d);
        } catch (DateTimeException impossible) {
            String named = m >= 1 && m <= 12 ? d + ". " + MONTHS.get(m - 1) + " " + y : d + "." + m + "." + y;
            throw new Unreadable("Datoen " + named + " findes ikke. Tjek dag og måned.");
        }
    }

    /** A text that is no date; the message is a Danish sentence for the one who typed it. */
    public static final class Unreadable extends IllegalArgumentException {

        Unreadable(String message) {
            super(message);
        }

        /** The Danish sentence. */
        public String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
