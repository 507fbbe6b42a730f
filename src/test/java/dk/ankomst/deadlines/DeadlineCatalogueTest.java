package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The part of {@code docs/frister.md} that lists the rules says what the tables say. To write it anew after a change of a
 * table: {@code mvn test -Dtest=DeadlineCatalogueTest -Dfrister.skriv=true}.
 */
class DeadlineCatalogueTest {

    private static final Path FILE = Path.of("docs", "frister.md");
    private static final String BEGIN = "<!-- Herfra er filen skrevet ud fra tabellerne. -->\n";
    private static final String END = "<!-- Hertil er filen skrevet ud fra tabellerne. -->\n";

    private final TableRows tables = new TableRows();

    @Test
    void theCatalogueOfRulesSaysWhatTheTablesSay() throws IOException {
        String file = Files.readString(FILE);
        int begin = file.indexOf(BEGIN) + BEGIN.length();
        int end = file.indexOf(END);
        String written = catalogue();
        if (Boolean.getBoolean("frister.skriv")) {
            Files.writeString(FILE, file.substring(0, begin) + written + file.substring(end));
            return;
        }
        assertThat(file.substring(begin, end))
                .as("Skriv docs/frister.md igen: mvn test -Dtest=DeadlineCatalogueTest -Dfrister.skriv=true")
                .isEqualTo(written);
    }

    private String catalogue() {
        StringBuilder text =
                new StringBuilder("\n## Regelsæt\n\n| kode | navn | gælder | startdato |\n| --- | --- | --- | --- |\n");
        tables.rows(RuleBook.RULE_SETS).forEach(row -> text.append("| ")
                .append(row.hit().text("kode"))
                .append(" | ")
                .append(row.hit().text("navn"))
                .append("TILLAEG".equals(row.hit().text("slags")) ? " (ved siden af de andre)" : "")
                .append(" | ")
                .append(days(row.hit().text("gaelderFra"), row.hit().text("gaelderTil")))
                .append(" | ")
                .append(confirmed(row.hit().text("status")))
                .append(" |\n"));
        for (String table : List.of(
                RuleBook.TAKEOVER,
                RuleBook.DUTIES,
                RuleBook.HEALTH,
                RuleBook.COURSE,
                RuleBook.EVENTS,
                RuleBook.OTHER_LAWS,
                RuleBook.LOCAL_GOALS)) {
            Decision decision = TableRows.decision(table);
            text.append("\n## ")
                    .append(decision.getName())
                    .append(" (`")
                    .append(table)
                    .append("`)\n\n")
                    .append(decision.getDescription().getTextContent().strip())
                    .append("\n");
            byDuty(table).forEach((duty, rows) -> duty(text, table, duty, rows));
        }
        suspensions(text);
        reservations(text);
        return text.append("\n").toString();
    }

    private Map<String, List<TableRows.Row>> byDuty(String table) {
        return tables.rows(table).stream()
                .collect(Collectors.groupingBy(
                        row -> row.hit().requiredText("pligt"), LinkedHashMap::new, Collectors.toList()));
    }

    private static void duty(StringBuilder text, String table, String duty, List<TableRows.Row> rows) {
        DeadlineRule newest =
                DeadlineRule.of(TableRows.only(table), rows.get(rows.size() - 1).hit());
        text.append("\n### ")
                .append(DeadlineRule.of(TableRows.only(table), rows.get(0).hit())
                        .name())
                .append(" (`")
                .append(duty)
                .append("`)\n\nGælder ")
                .append(newest.scope().danish())
                .append(": ")
                .append(rows.stream()
                        .map(row -> whose(DeadlineRule.of(TableRows.only(table), row.hit())
                                .kind()))
                        .distinct()
                        .collect(Collectors.joining(" eller ")))
                .append(".")
                .append(
                        "\n\n| regel | gælder | spor | frist | hjemmel | status |\n| --- | --- | --- | --- | --- | --- |\n");
        for (TableRows.Row row : rows) {
            DeadlineRule rule = DeadlineRule.of(TableRows.only(table), row.hit());
            text.append("| `")
                    .append(rule.ruleId())
                    .append("` | ")
                    .append(rule.ruleSet() == null ? "" : rule.ruleSet() + ", ")
                    .append(days(row.from(), row.to()))
                    .append(" | ")
                    .append(row.tracks().isEmpty() ? "alle" : String.join(", ", row.tracks()))
                    .append(" | ")
                    .append(length(rule))
                    .append(" | ")
                    .append(rule.legalGround())
                    .append(" | ")
                    .append(confirmed(rule.status().name()))
                    .append(" |\n");
        }
        notes(text, table, rows);
    }

    private static String whose(DeadlineKind kind) {
        return switch (kind) {
            case LOV -> "lovfrist for kommunen";
            case LOKAL -> "kommunens eget mål";
            case AFTALT -> "aftalt dato";
            case BORGER -> "borgerens egen frist";
        };
    }

    /** Source and remark, each once with the rules that share them. */
    private static void notes(StringBuilder text, String table, List<TableRows.Row> rows) {
        Map<String, List<String>> notes = new LinkedHashMap<>();
        for (TableRows.Row row : rows) {
            DeadlineRule rule = DeadlineRule.of(TableRows.only(table), row.hit());
            String note = (rule.remark() == null ? "" : rule.remark() + " ") + "Kilde: " + rule.source() + ".";
            notes.computeIfAbsent(note, any -> new ArrayList<>()).add("`" + rule.ruleId() + "`");
        }
        text.append("\n");
        notes.forEach((note, rules) -> text.append("- ")
                .append(notes.size() == 1 ? "" : String.join(", ", rules) + ": ")
                .append(note)
                .append("\n"));
    }

    private static String length(DeadlineRule rule) {
        Integer amount = rule.amount();
        CountUnit unit = rule.unit();
        String event = rule.triggerInWords();
        if (rule.kind() == DeadlineKind.AFTALT) {
            return "den aftalte dato";
        }
        if (amount == null || unit == null) {
            return "ingen fast længde, fra " + event;
        }
        String words = amount == 0
                ? "samme dag som " + event
                : unit == CountUnit.HELE_MAANEDER
                        ? "dagen efter " + (amount == 1 ? "den første hele måned" : unit.words(amount)) + " efter "
                                + event
                        : unit.words(Math.abs(amount)) + (amount < 0 ? " før " : " efter ") + event;
        return words
                + (rule.kind() == DeadlineKind.LOKAL ? " (mål)" : "")
                + (rule.times() > 1 ? ", mindst " + rule.times() + " gange" : "")
                + (rule.roll() == RollPolicy.NAESTE_HVERDAG ? "; rykkes til næste hverdag" : "");
    }

    private void suspensions(StringBuilder text) {
        text.append(
                "\n## Udsættelse (`fristudsaettelse`)\n\nFristens ur står stille imens. Kommunens fravalg eller afkortning"
                        + " står i `fristudsaettelsesvalg`.\n\n");
        tables.rows(RuleBook.SUSPENSIONS)
                .forEach(row -> text.append("- `" + row.hit().ruleId() + "` (" + days(row.from(), row.to()) + ", spor: "
                        + (row.tracks().isEmpty() ? "alle" : String.join(", ", row.tracks())) + ", pligter: "
                        + row.hit().text("pligter") + "): " + row.hit().number("maaneder") + " måneder fra "
                        + Trigger.words(row.hit().requiredText("udloeser")) + ", "
                        + row.hit().text("hjemmel") + ". "
                        + row.hit().text("bemaerkning") + " Kilde: " + row.hit().text("kilde") + ".\n"));
    }

    private void reservations(StringBuilder text) {
        text.append("\n## Forbehold (`fristforbehold`)\n\nSiges ved siden af fristen og ændrer ingen dato.\n\n");
        Map<String, String> lines = new TreeMap<>();
        tables.rows(RuleBook.RESERVATIONS)
                .forEach(row -> lines.put(
                        row.hit().ruleId(),
                        "- `" + row.hit().ruleId() + "` (" + days(row.from(), row.to()) + ", spor: "
                                + (row.tracks().isEmpty() ? "alle" : String.join(", ", row.tracks())) + ", pligter: "
                                + row.hit().text("pligter") + "): " + row.hit().text("tekst") + "\n"));
        lines.values().forEach(text::append);
    }

    private static String days(@Nullable String from, @Nullable String to) {
        if (from == null && to == null) {
            return "altid";
        }
        return from == null ? "til " + to : to == null ? "fra " + from : from + " til " + to;
    }

    private static String confirmed(@Nullable String status) {
        return switch (String.valueOf(status)) {
            case "BEKRAEFTET" -> "bekræftet";
            case "UBEKRAEFTET" -> "**ikke bekræftet**";
            case "KILDE" -> "længden står i kilden";
            case "PARAMETER" -> "kommunens eget tal";
            default -> String.valueOf(status);
        };
    }
}
