package dk.ankomst.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm", DANISH);
    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})(?:\\s*[./-]\\s*|\\s+)(\\d{1,2})(?:\\s*[./-]\\s*|\\s+)(\\d{4})");
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

    private DanishDates() {}

    /** For running text: {@code 1. maj 2026}. */
    public static String inText(LocalDate date) {
        return IN_TEXT.format(date);
    }

    /** {@code 1. maj 2026 kl. 9.05}, as the clocks in Denmark show it. */
    public static String atTime(Instant instant) {
        ZonedDateTime time = instant.atZone(DENMARK);
        return inText(time.toLocalDate()) + " kl. " + TIME.format(time);
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
     * Reads {@code 2026-05-01}, {@code 1.5.2026}, {@code 01-05-2026}, {@code 1/5/2026}, {@code 1 5 2026} and
     * {@code 1. maj 2026}, whose month may be cut to three letters. A year of two digits is not guessed at.
     *
     * @throws Unreadable with a Danish sentence when the text is no date or the date does not exist
     */
    public static LocalDate parse(String text) {
        String trimmed = text.strip();
        Matcher iso = ISO.matcher(trimmed);
        if (iso.matches()) {
            return of(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
        }
        Matcher numbers = NUMBERS.matcher(trimmed);
        if (numbers.matches()) {
            return of(numbers.group(3), Integer.parseInt(numbers.group(2)), numbers.group(1));
        }
        Matcher words = WORDS.matcher(trimmed);
        if (words.matches()) {
            return of(words.group(3), month(words.group(2)), words.group(1));
        }
        throw new Unreadable("Skriv datoen som år-måned-dag, f.eks. 2026-05-01, eller som 01.05.2026.", false);
    }

    private static int month(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        for (String month : MONTHS) {
            if (month.equals(name) || (name.length() == 3 && month.startsWith(name))) {
                return MONTHS.indexOf(month) + 1;
            }
        }
        throw new Unreadable("Måneden »" + written + "« findes ikke. Skriv den som f.eks. maj eller 05.", true);
    }

    private static LocalDate of(String year, int month, String day) {
        int y = Integer.parseInt(year);
        int d = Integer.parseInt(day);
        try {
            return LocalDate.of(y, month, d);
        } catch (DateTimeException impossible) {
            String named =
                    month >= 1 && month <= 12 ? d + ". " + MONTHS.get(month - 1) + " " + y : d + "." + month + "." + y;
            throw new Unreadable("Datoen " + named + " findes ikke. Tjek dag og måned.", true);
        }
    }

    /** A text that is no date; the message is a Danish sentence for the one who typed it. */
    public static final class Unreadable extends IllegalArgumentException {

        private final boolean isDate;

        Unreadable(String message, boolean isDate) {
            super(message);
            this.isDate = isDate;
        }

        /** Whether the text is written as a date, so that only its day or month can be wrong. */
        public boolean isDate() {
            return isDate;
        }

        /** The Danish sentence. */
        public String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
