package dk.ankomst.lint;

import static dk.ankomst.lint.Rule.error;

import dk.ankomst.platform.StaffGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the register of deadlines must be able to read in its tables; it finds out only when a case is counted. */
final class DeadlineTableRules {

    private static final String TRIGGER = "udloeser";

    /**
     * The words that the program knows, by column; a test compares them with the program's own. A deadline can be counted from
     * a duty too, by its code.
     */
    static final Map<String, Set<String>> WORDS = Map.of(
            "art",
            Set.of("LOV", "LOKAL", "AFTALT", "BORGER"),
            "enhed",
            Set.of("DAGE", "HVERDAGE", "UGER", "MAANEDER", "AAR", "HELE_MAANEDER"),
            "rul",
            Set.of("INGEN", "NAESTE_HVERDAG"),
            "omfang",
            Set.of("SAG", "PERSON", "VOKSEN", "BARN"),
            "status",
            Set.of("BEKRAEFTET", "UBEKRAEFTET", "KILDE", "PARAMETER"),
            TRIGGER,
            Set.of("visitation", "overtagelse", "aftale", "cpr", "flytning", "ankomst"));

    private static final String RULE_SET = "regelsaet";
    private static final List<String> LISTED = List.of("art", TRIGGER, "enhed", "rul", "omfang", RULE_SET, "status");
    private static final List<String> REQUIRED = List.of(
            "pligt", "betegnelse", "art", "hjemmel", "udloeser", "antal", "enhed", "rul", "omfang", "status", "kilde");
    private static final Set<String> MAY_BE_EMPTY = Set.of("antal", "enhed");

    /** The words for an event, in tables whose duties begin with one. */
    private static final String EVENT = "haendelse";

    private static final String RESPONSIBLE = "ansvarlig";

    /** What the remark says where the law gives no fixed length, or no text that was read states one. */
    private static final String NO_LENGTH = "ingen fast længde";

    private static final Pattern BOUND = Pattern.compile("([<>])=\\s*\"(\\d{4}-\\d{2}-\\d{2})\"");

    private DeadlineTableRules() {}

    static List<Rule> rules() {
        return List.of(
                error(
                        "frist-kolonner",
                        "En fristtabel har alle de kolonner, som fristregistret læser, og de er udfyldt.",
                        DeadlineTableRules::columns),
                error(
                        "frist-ordliste",
                        "Fristtabellens faste ord er valgt på en liste, som programmet kender.",
                        DeadlineTableRules::words),
                error(
                        "frist-laengde",
                        "En frist har et antal og en enhed, medmindre pligten ingen fast længde har; kun et lokalt mål kan ligge før sin hændelse.",
                        DeadlineTableRules::length),
                error(
                        "frist-ansvarlig",
                        "En frist, der begynder med en hændelse, har en ansvarlig afdeling, som programmet kender.",
                        DeadlineTableRules::responsible),
                error(
                        "frist-dublet",
                        "En pligt har højst én regel for den samme sag.",
                        DeadlineTableRules::duplicates));
    }

    private static void columns(Models models, Rule.Report report) {
        DeadlineTable.in(models).filter(DeadlineTable::namesDuties).forEach(table -> {
            String path = table.file().path();
            REQUIRED.stream()
                    .filter(name -> !table.has(name))
                    .forEach(name -> report.add(
                            path, null, "Sæt kolonnen med navnet " + name + " ind igen; fristregistret læser den."));
            Stream.concat(REQUIRED.stream(), Stream.of(EVENT))
                    .filter(name -> !MAY_BE_EMPTY.contains(name))
                    .flatMap(name -> table.output(name).stream())
                    .forEach(column -> column.entries().stream()
                            .filter(entry -> entry.cell().isEmpty()
                                    || entry.cell().text().equals("\"\"")
                                    || (!LISTED.contains(column.name())
                                            && entry.cell().isUnquoted(column.variables())))
                            .forEach(entry -> report.add(
                                    path,
                                    entry.ruleId(),
                                    "Udfyld kolonnen " + column.label() + " med en tekst i anførselstegn.")));
        });
    }

    private static void words(Models models, Rule.Report report) {
        Map<String, Set<String>> known = new HashMap<>(WORDS);
        known.put(RULE_SET, ruleSets(models));
        known.merge(TRIGGER, DecisionFile.duties(models), DeadlineTableRules::both);
        known.merge(TRIGGER, events(models), DeadlineTableRules::both);
        DeadlineTable.in(models).forEach(table -> LISTED.stream()
                .flatMap(name -> table.output(name).stream())
                .forEach(column ->
                        words(table.file().path(), column, known.getOrDefault(column.name(), Set.of()), report)));
    }

    /** The events that rules name with words for it. */
    private static Set<String> events(Models models) {
        return DeadlineTable.in(models)
                .filter(table -> table.has(EVENT, TRIGGER))
                .flatMap(table -> IntStream.range(0, table.ruleIds().size())
                        .filter(rule -> !table.cell(EVENT, rule).isEmpty())
                        .mapToObj(rule -> table.cell(TRIGGER, rule).string())
                        .flatMap(Stream::ofNullable))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static void words(String path, TableColumn column, Set<String> known, Rule.Report report) {
        String list = known.stream().sorted().map(word -> "\"" + word + "\"").collect(Collectors.joining(","));
        if (column.allowed().isEmpty()) {
            report.add(
                    path,
                    column.id(),
                    "Skriv de tilladte værdier på kolonnen " + column.label()
                            + (list.isEmpty() ? "." : ": " + list + "."));
            return;
        }
        column.allowed().literals().stream()
                .map(Cell::of)
                .filter(cell -> !known.isEmpty() && !known.contains(String.valueOf(cell.string())))
                .forEach(cell -> report.add(
                        path,
                        column.id(),
                        "Fjern " + cell.text() + " fra de tilladte værdier på kolonnen " + column.label()
                                + "; programmet kender kun " + list + "."));
        column.entries().stream()
                .filter(entry -> !entry.cell().isEmpty()
                        && entry.cell().string() == null
                        && !entry.cell().isUnquoted(column.variables()))
                .forEach(entry -> report.add(
                        path,
                        entry.ruleId(),
                        "Skriv ét af ordene " + column.allowed().text() + " i kolonnen " + column.label()
                                + " i stedet for " + entry.cell().text() + "."));
    }

    /** The codes of the catalogue of rule sets; empty when it is not among the models. */
    private static Set<String> ruleSets(Models models) {
        return models.decisions().stream()
                .filter(file -> file.decisionIds().anyMatch(RULE_SET::equals))
                .flatMap(DecisionFile::tables)
                .flatMap(table -> TableColumn.outputs(table).stream())
                .filter(column -> column.name().equals("kode"))
                .flatMap(column -> column.entries().stream())
                .flatMap(entry -> Stream.ofNullable(entry.cell().string()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void responsible(Models models, Rule.Report report) {
        Set<String> departments = StaffGroup.of(StaffGroup.Kind.DEPARTMENT).stream()
                .map(StaffGroup::id)
                .collect(Collectors.toCollection(TreeSet::new));
        DeadlineTable.in(models).filter(table -> table.has(EVENT, TRIGGER)).forEach(table -> IntStream.range(
                        0, table.ruleIds().size())
                .filter(rule -> !table.has(RESPONSIBLE)
                        || !departments.contains(
                                String.valueOf(table.cell(RESPONSIBLE, rule).string())))
                .forEach(rule -> report.add(
                        table.file().path(),
                        table.ruleIds().get(rule),
                        "Skriv den afdeling, der svarer for fristen, i kolonnen med navnet " + RESPONSIBLE + ": "
                                + String.join(", ", departments) + ".")));
    }

    private static void length(Models models, Rule.Report report) {
        DeadlineTable.in(models)
                .filter(table -> table.has("antal", "enhed"))
                .forEach(table -> IntStream.range(0, table.ruleIds().size()).forEach(rule -> {
                    String fault = lengthFault(table, rule);
                    if (fault != null) {
                        report.add(table.file().path(), table.ruleIds().get(rule), fault);
                    }
                }));
    }

    private static @Nullable String lengthFault(DeadlineTable table, int rule) {
        Cell amount = table.cell("antal", rule);
        boolean hasAmount = !amount.isEmpty();
        boolean hasUnit = !table.cell("enhed", rule).isEmpty();
        if (hasAmount && amount.isInteger() && Integer.parseInt(amount.text()) < 0) {
            if (!"LOKAL".equals(table.cell("art", rule).string())) {
                return "Skriv et antal på 0 eller mere i stedet for " + amount.text()
                        + "; kun et lokalt mål kan ligge før sin hændelse.";
            }
            if ("HELE_MAANEDER".equals(table.cell("enhed", rule).string())) {
                return "Vælg en anden enhed end HELE_MAANEDER; hele måneder kan ikke tælles tilbage.";
            }
        }
        if (hasAmount != hasUnit) {
            return hasAmount
                    ? "Skriv enheden til antallet " + amount.text() + ", fx \"DAGE\"."
                    : "Skriv antallet til enheden " + table.cell("enhed", rule).text() + ".";
        }
        if (hasAmount) {
            return amount.isInteger() || !amount.literals().isEmpty() || amount.isUnquoted(Set.of())
                    ? null
                    : "Skriv et helt tal i stedet for udtrykket " + amount.text() + ".";
        }
        if (!"LOV".equals(table.cell("art", rule).string())) {
            return "Skriv antal og enhed; et lokalt mål og en aftalt dato har altid en længde.";
        }
        return table.cell("bemaerkning", rule).text().contains(NO_LENGTH)
                ? null
                : "Skriv antal og enhed. Giver loven pligten " + NO_LENGTH
                        + ", så skriv netop de ord i kolonnen Bemærkning.";
    }

    /**
     * For which cases a rule counts, as far as its cells say so plainly.
     *
     * @param values the texts that a question may be answered with; absent: any
     * @param unclear cells that say something else, by question
     */
    private record Scope(
            Map<String, Set<String>> values,
            Map<String, String> from,
            Map<String, String> to,
            Map<String, String> unclear) {

        static Scope of(List<TableColumn> inputs, int rule) {
            Scope scope = new Scope(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
            for (TableColumn input : inputs) {
                scope.add(input.name(), input.entries().get(rule).cell());
            }
            return scope;
        }

        private void add(String question, Cell cell) {
            Matcher bound = BOUND.matcher(cell.text());
            if (cell.isEmpty()) {
                return;
            }
            if (cell.isLiteral()) {
                values.put(question, new HashSet<>(cell.literals()));
            } else if (bound.matches()) {
                (">".equals(bound.group(1)) ? from : to).put(question, String.valueOf(bound.group(2)));
            } else {
                unclear.merge(question, cell.text(), (one, other) -> one + "\n" + other);
            }
        }

        /** Whether one and the same case can fall under both; not when a cell is unclear and differs. */
        boolean meets(Scope other) {
            Set<String> questions = new LinkedHashSet<>(values.keySet());
            questions.addAll(from.keySet());
            questions.addAll(other.from.keySet());
            return unclear.equals(other.unclear)
                    && questions.stream().allMatch(question -> {
                        Set<String> mine = values.get(question);
                        Set<String> theirs = other.values.get(question);
                        boolean share =
                                mine == null || theirs == null || mine.stream().anyMatch(theirs::contains);
                        return share && startsBefore(other, question) && other.startsBefore(this, question);
                    });
        }

        private boolean startsBefore(Scope other, String question) {
            String start = from.get(question);
            String end = other.to.get(question);
            return start == null || end == null || start.compareTo(end) <= 0;
        }
    }

    private record Line(
            DeadlineTable table, String ruleId, @Nullable String duty, boolean isAgreed, Scope scope) {

        static Stream<Line> of(DeadlineTable table) {
            return IntStream.range(0, table.ruleIds().size())
                    .mapToObj(rule -> new Line(
                            table,
                            table.ruleIds().get(rule),
                            table.cell("pligt", rule).string(),
                            "AFTALT".equals(table.cell("art", rule).string()),
                            Scope.of(table.inputs(), rule)));
        }

        /** An agreed date may stand beside the date of the law; a table without duties takes the first row that fits. */
        boolean isSameAs(Line other) {
            if (duty == null || other.duty == null) {
                return table.file().path().equals(other.table.file().path()) && scope.equals(other.scope);
            }
            return duty.equals(other.duty) && isAgreed == other.isAgreed && scope.meets(other.scope);
        }
    }

    private static void duplicates(Models models, Rule.Report report) {
        List<Line> lines = DeadlineTable.in(models).flatMap(Line::of).toList();
        Map<String, DeadlineSpan> spans = new HashMap<>();
        DeadlineSpan.in(models).forEach(span -> spans.put(span.ruleId(), span));
        List<Line> before = new ArrayList<>();
        for (Line line : lines) {
            before.stream()
                    .filter(line::isSameAs)
                    .forEach(other -> report.add(
                            line.table().file().path(),
                            line.ruleId(),
                            "Slet reglen, eller lad den afløse " + other.ruleId() + " i "
                                    + other.table().file().path() + " (Gælder fra og Gælder til): "
                                    + other.ruleId() + " og " + line.ruleId() + " gælder begge for "
                                    + (line.duty() == null ? "den samme opgave" : "pligten " + line.duty())
                                    + where(spans.get(line.ruleId()), spans.get(other.ruleId())) + "."));
            before.add(line);
        }
    }

    /** The tracks and days that two rules share, as far as their cells say so plainly. */
    private static String where(@Nullable DeadlineSpan one, @Nullable DeadlineSpan other) {
        if (one == null || other == null) {
            return " i de samme sager";
        }
        LocalDate from = one.from().isAfter(other.from()) ? one.from() : other.from();
        LocalDate to = one.to().isBefore(other.to()) ? one.to() : other.to();
        return " på sporet " + String.join(", ", one.sharedTracks(other)) + " (" + DeadlineSpan.days(from, to) + ")";
    }
}
