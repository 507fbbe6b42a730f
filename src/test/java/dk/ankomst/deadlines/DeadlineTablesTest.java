package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.platform.RuleHit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables themselves, straight from their files. */
class DeadlineTablesTest {

    private static final List<String> TRACKS =
            List.of("asylcenter", "kvote", "familiesammenfoert", "uledsaget", "tilflytter", "saerlov");

    /** The tables of what is owed by law, with a date of the law. */
    private static final List<String> OWED = List.of(
            RuleBook.TAKEOVER, RuleBook.DUTIES, RuleBook.HEALTH, RuleBook.COURSE, RuleBook.EVENTS, RuleBook.OTHER_LAWS);

    /** Each first day of a rule and the day before, each last day and the day after, over all tables. */
    private static final Set<LocalDate> BORDERS = borders();

    private static final TablesFromFiles TABLES = new TablesFromFiles();
    private static final RuleBook BOOK = new RuleBook(TABLES);

    static Stream<String> tableNames() {
        return TablesFromFiles.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("tableNames")
    void everyRuleFiresForSomeTrackAndDate(String table) {
        Set<String> fired = new TreeSet<>();
        for (String track : TRACKS) {
            for (LocalDate date : BORDERS) {
                evaluate(table, track, date).forEach(hit -> fired.add(hit.ruleId()));
            }
        }
        assertThat(fired)
                .containsExactlyInAnyOrderElementsOf(
                        model(table).getRules().stream().map(Rule::getId).toList());
    }

    @ParameterizedTest
    @MethodSource("tableNames")
    void theEngineReadsTheTableAsItsRowsStandThere(String table) {
        TableRows rows = new TableRows();
        for (String track : TRACKS) {
            for (LocalDate date : BORDERS) {
                List<RuleHit> byEngine = evaluate(table, track, date);
                List<RuleHit> byHand = rows.evaluate(table, Map.of("spor", track, "retsdato", date.toString()));
                if (!byHand.equals(byEngine)) {
                    assertThat(byHand).as("%s %s %s", table, track, date).isEqualTo(byEngine);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tableNames")
    void everyRuleSaysWhyAndWhereItComesFrom(String table) {
        for (Rule rule : model(table).getRules()) {
            assertThat(rule.getId()).startsWith("rule_").matches("[a-z0-9_]+");
            assertThat(rule.getDescription()).as(rule.getId()).isNotNull();
            assertThat(rule.getDescription().getTextContent()).as(rule.getId()).hasSizeGreaterThan(10);
        }
    }

    @ParameterizedTest
    @MethodSource("tableNames")
    void aTableIsNamedAsItsFileCollectsAndStaysReadable(String table) {
        DecisionTable model = model(table);
        assertThat(model.getHitPolicy()).isEqualTo(HitPolicy.COLLECT);
        assertThat(model.getRules()).hasSizeLessThanOrEqualTo(30);
        Decision decision = (Decision) model.getParentElement();
        assertThat(decision.getId()).isEqualTo(table);
        assertThat(decision.getVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
    }

    @ParameterizedTest
    @MethodSource("tableNames")
    void datesInTheTablesAreIsoDatesSoThatTheyCompareAsText(String table) {
        for (Rule rule : model(table).getRules()) {
            for (InputEntry cell : rule.getInputEntries()) {
                String text = cell.getTextContent().strip();
                if (text.startsWith(">") || text.startsWith("<")) {
                    assertThat(text).as(rule.getId()).matches("[<>]= \"\\d{4}-\\d{2}-\\d{2}\"");
                    assertThat(LocalDate.parse(text.substring(4, 14))).isNotNull();
                }
            }
        }
    }

    @Test
    void theRuleSetsFollowEachOtherWithoutGapOrOverlap() {
        List<RuleSet> sets = BOOK.ruleSets(BOOK.newest());

        assertThat(sets)
                .extracting(RuleSet::code)
                .containsExactly("RS-2010", "RS-2013", "RS-2016", "RS-2019", "RS-2025");
        for (int next = 1; next < sets.size(); next++) {
            assertThat(sets.get(next - 1).to()).isEqualTo(sets.get(next).from().minusDays(1));
        }
        assertThat(sets.get(sets.size() - 1).to()).isNull();
    }

    @Test
    void noDutyHasTwoRulesAtATimeAndNoneDisappearsAndComesBack() {
        for (String track : TRACKS) {
            Map<String, List<LocalDate>> presence = new HashMap<>();
            for (LocalDate date : BORDERS) {
                Set<String> seen = new HashSet<>();
                for (String table : OWED) {
                    for (RuleHit hit : evaluate(table, track, date)) {
                        String duty = hit.requiredText("pligt") + "/"
                                + (table.equals("overtagelsesfrist") ? hit.requiredText("udloeser") : "");
                        assertThat(seen.add(duty))
                                .as("%s %s %s", track, date, duty)
                                .isTrue();
                        presence.computeIfAbsent(duty, any -> new ArrayList<>()).add(date);
                    }
                }
            }
            presence.forEach((duty, dates) -> {
                List<LocalDate> between = BORDERS.stream()
                        .filter(date -> !date.isBefore(dates.get(0)) && !date.isAfter(dates.get(dates.size() - 1)))
                        .toList();
                assertThat(dates).as("%s %s: hul i gyldigheden", track, duty).containsExactlyElementsOf(between);
                LocalDate last = BORDERS.stream().reduce((one, other) -> other).orElseThrow();
                if (duty.startsWith("integrationsplan")) {
                    assertThat(dates.get(dates.size() - 1)).isEqualTo(LocalDate.of(2016, 6, 30));
                } else {
                    assertThat(dates.get(dates.size() - 1))
                            .as("%s %s", track, duty)
                            .isEqualTo(last);
                }
            });
            assertThat(presence.keySet())
                    .as(track)
                    .contains("integrationskontrakt/", "integrationsprogram/", "danskuddannelse/", "integrationsplan/");
        }
    }

    @Test
    void everyRuleNamesTheRuleSetThatIsInForceWhereItFires() {
        List<RuleSet> sets = TABLES.evaluate(RuleBook.RULE_SETS, Map.of()).stream()
                .map(RuleSet::of)
                .toList();
        for (String track : TRACKS) {
            for (LocalDate date : BORDERS) {
                for (String table : OWED) {
                    for (RuleHit hit : evaluate(table, track, date)) {
                        if (hit.text("regelsaet") == null) {
                            assertThat(hit.text("hjemmel")).as(hit.ruleId()).doesNotStartWith("integrationsloven");
                            continue;
                        }
                        RuleSet named = sets.stream()
                                .filter(set -> set.code().equals(hit.text("regelsaet")))
                                .findFirst()
                                .orElseThrow();
                        assertThat(named.covers(date))
                                .as("%s den %s", hit.ruleId(), date)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void everyRowReadsAsARule() {
        for (String track : TRACKS) {
            for (LocalDate date : BORDERS) {
                assertThat(BOOK.duties(BOOK.newest(), track, date)).hasSizeGreaterThanOrEqualTo(13);
                assertThat(BOOK.takeover(BOOK.newest(), track, date)).hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "overtagelsesfrist # ^(integrationsloven|særloven|lov [0-9]+/[0-9]{4}).* §",
                "frist # ^integrationsloven §",
                "helbredsfrist # ^integrationsloven §",
                "forloebsfrist # ^integrationsloven §",
                "haendelsesfrist # (lov|loven)( §|$|;| \\()",
                "forvaltningsfrist # (lov|loven)( §|$|;| \\()"
            })
    void everyRuleOfLawNamesItsLaw(String table, String law) {
        for (LocalDate date : BORDERS) {
            for (String track : TRACKS) {
                assertThat(evaluate(table, track, date))
                        .allSatisfy(hit -> assertThat(hit.text("hjemmel")).containsPattern(law));
            }
        }
    }

    @Test
    void aLocalGoalIsNeverCalledLaw() {
        assertThat(TABLES.evaluate("lokalt-maal", Map.of("spor", "asylcenter"))).allSatisfy(hit -> {
            assertThat(hit.text("art")).isEqualTo("LOKAL");
            assertThat(hit.text("hjemmel")).isEqualTo("lokalt mål, ikke lov");
            assertThat(hit.text("status")).isIn("KILDE", "PARAMETER");
        });
    }

    private List<RuleHit> evaluate(String table, String track, LocalDate date) {
        return TABLES.evaluate(table, Map.of("spor", track, "retsdato", date.toString()));
    }

    private static DecisionTable model(String table) {
        return Dmn.readModelFromFile(
                        TablesFromFiles.FOLDER.resolve(table + ".dmn").toFile())
                .getModelElementsByType(DecisionTable.class)
                .iterator()
                .next();
    }

    private static Set<LocalDate> borders() {
        Set<LocalDate> borders = new TreeSet<>();
        TablesFromFiles.NAMES.forEach(table -> model(table).getRules().forEach(rule -> {
            for (InputEntry cell : rule.getInputEntries()) {
                String text = cell.getTextContent().strip();
                if (text.startsWith(">") || text.startsWith("<")) {
                    LocalDate date = LocalDate.parse(text.substring(4, 14));
                    borders.addAll(List.of(date, text.startsWith(">") ? date.minusDays(1) : date.plusDays(1)));
                }
            }
        }));
        borders.removeIf(date -> date.isBefore(LocalDate.of(2010, 1, 1)));
        return borders;
    }
}
