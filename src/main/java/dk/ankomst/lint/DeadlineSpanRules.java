package dk.ankomst.lint;

import static dk.ankomst.lint.Rule.error;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** That on every day, as long as a duty exists, one rule says when it is due: no hole, no day that does not exist. */
final class DeadlineSpanRules {

    private static final String RULE_SET = "regelsaet";
    private static final String BESIDE_OTHERS = "TILLAEG";
    private static final String OF_THE_ACT = "integrationsloven";

    private DeadlineSpanRules() {}

    static List<Rule> rules() {
        return List.of(
                error(
                        "frist-datoer",
                        "Gælder fra og Gælder til er en dato, der findes.",
                        DeadlineSpanRules::readableDates),
                error(
                        "frist-uopnaaelig",
                        "Hver regel i en fristtabel kan komme til at gælde.",
                        DeadlineSpanRules::unreachable),
                error(
                        "frist-hul",
                        "En pligt har en regel hver dag, fra den begynder, til den ophører.",
                        DeadlineSpanRules::holes),
                error(
                        "frist-regelsaet",
                        "En regel gælder kun, så længe dens regelsæt gør.",
                        DeadlineSpanRules::insideRuleSet),
                error(
                        "regelsaet-foelge",
                        "Regelsættene afløser hinanden uden hul og uden overlap.",
                        DeadlineSpanRules::successiveRuleSets));
    }

    private static void readableDates(Models models, Rule.Report report) {
        DeadlineTable.in(models).forEach(table -> table.inputs().stream()
                .filter(column -> column.name().equals(DeadlineSpan.LAW_DATE))
                .forEach(column -> column.entries().stream()
                        .filter(entry -> !DeadlineSpan.isReadable(entry.cell()))
                        .forEach(entry -> report.add(
                                table.file().path(),
                                entry.ruleId(),
                                "Skriv datoen som >= \"2026-07-01\" eller <= \"2026-06-30\" i stedet for "
                                        + entry.cell().text() + " i kolonnen " + column.label() + "."))));
    }

    private static void unreachable(Models models, Rule.Report report) {
        DeadlineSpan.in(models).stream()
                .filter(span -> span.from().isAfter(span.to()))
                .forEach(span -> report.add(
                        span.path(),
                        span.ruleId(),
                        "Byt om på datoerne, eller slet reglen: den gælder fra " + span.from() + " til " + span.to()
                                + ", altså aldrig."));
        DeadlineTable.in(models)
                .filter(table -> !table.namesDuties())
                .forEach(table -> IntStream.range(0, table.ruleIds().size()).forEach(row -> IntStream.range(0, row)
                        .filter(earlier -> covers(table, earlier, row))
                        .findFirst()
                        .ifPresent(earlier -> report.add(
                                table.file().path(),
                                table.ruleIds().get(row),
                                "Flyt reglen op over " + table.ruleIds().get(earlier)
                                        + ", eller slet den: den første regel, der passer, gælder, og "
                                        + table.ruleIds().get(earlier) + " passer altid først."))));
    }

    /** Whether an earlier row fits wherever a later one does, and not only there: two alike are another rule's matter. */
    private static boolean covers(DeadlineTable table, int earlier, int later) {
        boolean isWider = false;
        for (TableColumn input : table.inputs()) {
            Cell one = input.entries().get(earlier).cell();
            Cell other = input.entries().get(later).cell();
            boolean same = one.text().equals(other.text());
            boolean contains = one.isEmpty()
                    || (one.isLiteral()
                            && other.isLiteral()
                            && !other.isEmpty()
                            && one.literals().containsAll(other.literals()));
            if (!same && !contains) {
                return false;
            }
            isWider |= !same;
        }
        return isWider;
    }

    private static void holes(Models models, Rule.Report report) {
        List<DeadlineSpan> spans = DeadlineSpan.in(models).stream()
                .filter(span -> !span.from().isAfter(span.to()))
                .sorted(Comparator.comparing(DeadlineSpan::from))
                .toList();
        for (DeadlineSpan before : spans) {
            Map<DeadlineSpan, Set<String>> next = new HashMap<>();
            for (String track : before.tracks()) {
                DeadlineSpan follower = follower(before, track, spans);
                if (follower != null) {
                    next.computeIfAbsent(follower, span -> new TreeSet<>()).add(track);
                }
            }
            next.forEach((after, tracks) -> report.add(
                    after.path(),
                    after.ruleId(),
                    "Luk hullet: pligten " + after.duty() + " har ingen regel "
                            + DeadlineSpan.days(
                                    before.to().plusDays(1), after.from().minusDays(1))
                            + " på sporet " + String.join(", ", tracks) + ". Lad " + before.ruleId()
                            + " gælde længere (Gælder til), eller lad " + after.ruleId()
                            + " begynde tidligere (Gælder fra)."));
        }
    }

    /** The rule that takes a duty up again after the days without one; null when no day is without, or none comes back. */
    private static @Nullable DeadlineSpan follower(DeadlineSpan before, String track, List<DeadlineSpan> sorted) {
        if (before.to().equals(LocalDate.MAX)) {
            return null;
        }
        LocalDate next = before.to().plusDays(1);
        List<DeadlineSpan> sameDuty = sorted.stream()
                .filter(span -> span.isOfSameDuty(before) && span.tracks().contains(track))
                .toList();
        boolean goesOn = sameDuty.stream()
                .anyMatch(span -> !span.from().isAfter(next) && !span.to().isBefore(next));
        return goesOn
                ? null
                : sameDuty.stream()
                        .filter(span -> span.from().isAfter(next))
                        .findFirst()
                        .orElse(null);
    }

    /** A row of the catalogue. */
    private record KnownSet(String path, String ruleId, String code, LocalDate from, LocalDate to, boolean isBeside) {}

    private static List<KnownSet> catalogue(Models models, Rule.@Nullable Report report) {
        return models.decisions().stream()
                .filter(file -> file.decisionIds().anyMatch(RULE_SET::equals))
                .flatMap(file -> file.tables()
                        .flatMap(table -> IntStream.range(0, table.getRules().size())
                                .mapToObj(row -> knownSet(file.path(), TableColumn.outputs(table), row, report))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<KnownSet> knownSet(
            String path, List<TableColumn> outputs, int row, Rule.@Nullable Report report) {
        Map<String, TableColumn.Entry> cells = new HashMap<>();
        outputs.forEach(column -> cells.put(column.name(), column.entries().get(row)));
        TableColumn.Entry code = cells.get("kode");
        TableColumn.Entry from = cells.get("gaelderFra");
        TableColumn.Entry to = cells.get("gaelderTil");
        if (code == null || from == null || to == null || code.cell().string() == null) {
            return Optional.empty();
        }
        TableColumn.Entry kind = cells.get("slags");
        try {
            return Optional.of(new KnownSet(
                    path,
                    code.ruleId(),
                    String.valueOf(code.cell().string()),
                    LocalDate.parse(String.valueOf(from.cell().string())),
                    to.cell().isEmpty()
                            ? LocalDate.MAX
                            : LocalDate.parse(String.valueOf(to.cell().string())),
                    kind != null && BESIDE_OTHERS.equals(kind.cell().string())));
        } catch (DateTimeParseException noDate) {
            if (report != null) {
                report.add(
                        path,
                        code.ruleId(),
                        "Skriv Gælder fra og Gælder til som datoer, fx \"2026-07-01\"; Gælder til er tom, så længe"
                                + " regelsættet gælder.");
            }
            return Optional.empty();
        }
    }

    private static void insideRuleSet(Models models, Rule.Report report) {
        Map<String, KnownSet> sets = new HashMap<>();
        catalogue(models, null).forEach(set -> sets.put(set.code(), set));
        DeadlineSpan.in(models).stream()
                .filter(span -> span.table().has(RULE_SET))
                .forEach(span -> {
                    String code = span.cell(RULE_SET).string();
                    KnownSet set = sets.get(String.valueOf(code));
                    if (code == null
                            && String.valueOf(span.cell("hjemmel").string()).startsWith(OF_THE_ACT)) {
                        report.add(
                                span.path(),
                                span.ruleId(),
                                "Skriv regelsættet; integrationslovens regler står under hver sit regelsæt.");
                    } else if (set != null
                            && (span.from().isBefore(set.from()) || span.to().isAfter(set.to()))) {
                        report.add(
                                span.path(),
                                span.ruleId(),
                                "Ret Gælder fra og Gælder til, så reglen holder sig inden for " + code
                                        + ", der gælder " + DeadlineSpan.days(set.from(), set.to())
                                        + "; reglen gælder " + DeadlineSpan.days(span.from(), span.to())
                                        + ". Gælder pligten længere, får den en regel mere med det næste regelsæt.");
                    }
                });
    }

    private static void successiveRuleSets(Models models, Rule.Report report) {
        List<KnownSet> sets = catalogue(models, report).stream()
                .filter(set -> !set.isBeside())
                .sorted(Comparator.comparing(KnownSet::from))
                .toList();
        for (int next = 1; next < sets.size(); next++) {
            KnownSet before = sets.get(next - 1);
            KnownSet after = sets.get(next);
            if (before.to().equals(LocalDate.MAX) || !before.to().plusDays(1).equals(after.from())) {
                report.add(
                        after.path(),
                        after.ruleId(),
                        "Lad " + before.code() + " slutte dagen før " + after.code() + " begynder: " + before.code()
                                + " gælder " + DeadlineSpan.days(before.from(), before.to()) + ", " + after.code() + " "
                                + DeadlineSpan.days(after.from(), after.to()) + ".");
            }
        }
    }
}
