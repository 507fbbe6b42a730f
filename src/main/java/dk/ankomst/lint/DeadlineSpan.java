package dk.ankomst.lint;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For which families and on which days a rule of a deadline table counts, as far as its cells say so plainly.
 *
 * @param row its place in the table, from 0
 * @param tracks the tracks that it names; all that any table allows when it names none
 * @param from the first day, {@link LocalDate#MIN} when open
 * @param to the last day, {@link LocalDate#MAX} when open
 * @param others what it asks beside track and date, by question
 */
record DeadlineSpan(
        DeadlineTable table, int row, Set<String> tracks, LocalDate from, LocalDate to, Map<String, String> others) {

    static final String LAW_DATE = "retsdato";
    private static final String TRACK = "spor";
    private static final Pattern BOUND = Pattern.compile("([<>])=\\s*\"(\\d{4}-\\d{2}-\\d{2})\"");

    /** A bound of the law date. */
    private record Bound(boolean isFirstDay, LocalDate day) {}

    /** The rules of all tables that name duties, without those whose dates or tracks cannot be read. */
    static List<DeadlineSpan> in(Models models) {
        List<DeadlineTable> tables =
                DeadlineTable.in(models).filter(DeadlineTable::namesDuties).toList();
        Set<String> allTracks = new TreeSet<>();
        tables.stream()
                .flatMap(table -> table.inputs().stream())
                .filter(column -> column.name().equals(TRACK))
                .forEach(column -> allTracks.addAll(texts(column.allowed())));
        return tables.stream()
                .flatMap(table -> IntStream.range(0, table.ruleIds().size()).mapToObj(row -> of(table, row, allTracks)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DeadlineSpan> of(DeadlineTable table, int row, Set<String> allTracks) {
        Set<String> tracks = allTracks;
        LocalDate from = LocalDate.MIN;
        LocalDate to = LocalDate.MAX;
        Map<String, String> others = new TreeMap<>();
        for (TableColumn input : table.inputs()) {
            Cell cell = input.entries().get(row).cell();
            if (cell.isEmpty()) {
                continue;
            }
            switch (input.name()) {
                case TRACK -> {
                    Set<String> named = new TreeSet<>(texts(cell));
                    if (named.isEmpty() || !cell.isLiteral()) {
                        return Optional.empty();
                    }
                    tracks = named;
                }
                case LAW_DATE -> {
                    Bound bound = bound(cell);
                    if (bound == null) {
                        return Optional.empty();
                    }
                    if (bound.isFirstDay()) {
                        from = bound.day();
                    } else {
                        to = bound.day();
                    }
                }
                default -> others.put(input.name(), cell.text());
            }
        }
        return Optional.of(new DeadlineSpan(table, row, tracks, from, to, others));
    }

    /** Whether a cell about the law date can be read: a first or a last day that exists. */
    static boolean isReadable(Cell cell) {
        return cell.isEmpty() || bound(cell) != null;
    }

    private static @Nullable Bound bound(Cell cell) {
        Matcher matcher = BOUND.matcher(cell.text());
        if (!matcher.matches()) {
            return null;
        }
        try {
            return new Bound(">".equals(matcher.group(1)), LocalDate.parse(String.valueOf(matcher.group(2))));
        } catch (DateTimeParseException noSuchDay) {
            return null;
        }
    }

    private static List<String> texts(Cell cell) {
        return cell.literals().stream()
                .map(Cell::of)
                .flatMap(text -> Stream.ofNullable(text.string()))
                .toList();
    }

    String ruleId() {
        return table.ruleIds().get(row);
    }

    String path() {
        return table.file().path();
    }

    Cell cell(String column) {
        return table.cell(column, row);
    }

    String duty() {
        return String.valueOf(cell("pligt").string());
    }

    /** An agreed date may stand beside the date of the law. */
    private boolean isAgreed() {
        return "AFTALT".equals(cell("art").string());
    }

    boolean isOfSameDuty(DeadlineSpan other) {
        return duty().equals(other.duty()) && isAgreed() == other.isAgreed() && others.equals(other.others);
    }

    Set<String> sharedTracks(DeadlineSpan other) {
        Set<String> shared = new TreeSet<>(tracks);
        shared.retainAll(new HashSet<>(other.tracks));
        return shared;
    }

    /** The days from the one to the other, in Danish. */
    static String days(LocalDate from, LocalDate to) {
        if (from.equals(LocalDate.MIN)) {
            return to.equals(LocalDate.MAX) ? "altid" : "til og med " + to;
        }
        return to.equals(LocalDate.MAX)
                ? "fra " + from
                : from.equals(to) ? "den " + from : "fra " + from + " til " + to;
    }
}
