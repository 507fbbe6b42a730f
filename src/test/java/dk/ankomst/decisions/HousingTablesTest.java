package dk.ankomst.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.housing.DwellingKind;
import dk.ankomst.platform.RuleHit;
import dk.ankomst.platform.TableOnFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tables about housing: every rule is met, a table with one answer has one everywhere, and the sourced cases hold. */
@DisplayName("the tables about housing")
class HousingTablesTest {

    private static final List<@Nullable Object> KINDS = new ArrayList<>(
            Arrays.stream(DwellingKind.values()).map(DwellingKind::code).toList());
    private static final List<@Nullable Object> TENURES = List.of("PERMANENT", "MIDLERTIDIG");
    private static final List<@Nullable Object> FLAGS = List.of(true, false);

    /** Every combination of the values given for each input. */
    private static List<Map<String, @Nullable Object>> everyOne(Map<String, List<@Nullable Object>> values) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        all.add(new HashMap<>());
        values.forEach((name, choices) -> {
            List<Map<String, @Nullable Object>> more = new ArrayList<>();
            for (Map<String, @Nullable Object> one : all) {
                for (Object choice : choices) {
                    Map<String, @Nullable Object> next = new HashMap<>(one);
                    next.put(name, choice);
                    more.add(next);
                }
            }
            all.clear();
            all.addAll(more);
        });
        return all;
    }

    /** Asks everything, and holds that every rule is met and says its source. */
    private static void everyRuleIsMet(
            TableOnFile table, Map<String, List<@Nullable Object>> values, boolean hasOneAnswer) {
        TreeSet<String> met = new TreeSet<>();
        for (Map<String, @Nullable Object> asked : everyOne(values)) {
            List<RuleHit> hits = table.evaluate(asked);
            if (hasOneAnswer) {
                assertThat(hits).as("one answer for %s", asked).hasSize(1);
            }
            hits.forEach(hit -> {
                met.add(hit.ruleId());
                assertThat(hit.requiredText("kilde"))
                        .matches(".*(rapporten|integrationsloven|lov om almene boliger).*");
            });
        }
        assertThat(table.ruleIds()).containsExactlyInAnyOrderElementsOf(met);
    }

    private static Map<String, List<@Nullable Object>> values(Object... namesAndLists) {
        Map<String, List<@Nullable Object>> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndLists.length; i += 2) {
            @SuppressWarnings("unchecked")
            List<@Nullable Object> list = (List<@Nullable Object>) namesAndLists[i + 1];
            values.put((String) namesAndLists[i], list);
        }
        return values;
    }

    private static List<@Nullable Object> orNull(Object... values) {
        List<@Nullable Object> list = new ArrayList<>(Arrays.asList(values));
        list.add(null);
        return list;
    }

    @Test
    void everyKindOfDwellingHasItsOneRuleAndNoOtherKindHasOne() {
        TableOnFile table = new TableOnFile("bolig/boligart");
        everyRuleIsMet(table, values("boligart", KINDS), true);
        assertThat(table.evaluate(Map.of("boligart", "hotel")).get(0).requiredText("varighed"))
                .isEqualTo("MIDLERTIDIG");
        assertThat(table.evaluate(Map.of("boligart", "delebolig")).get(0).requiredText("godkendelse"))
                .isEqualTo("BOLIGORGANISATION");
        assertThat(table.evaluate(Map.of("boligart", "ombygget-ejendom")).get(0).requiredText("godkendelse"))
                .isEqualTo("DISPENSATION");
    }

    @Test
    void everyRuleOfTheMatchIsMetAndSizeIsAlwaysAnswered() {
        TableOnFile table = new TableOnFile("bolig/boliganvisning");
        Map<String, List<@Nullable Object>> values = values(
                "boligart", KINDS,
                "varighed", TENURES,
                "antalPersoner", List.of(1, 2, 5),
                "erUledsaget", FLAGS,
                "pladser", orNull(1, 4),
                "godkendelse", List.of("IKKE_KRAEVET", "MANGLER", "GODKENDT", "AFSLAAET"),
                "permanentPasser", FLAGS);
        everyRuleIsMet(table, values, false);
        everyOne(values).forEach(asked -> assertThat(table.evaluate(asked))
                .as("one answer about the size for %s", asked)
                .filteredOn(hit -> hit.requiredText("hensyn").equals("Størrelse"))
                .hasSize(1));
    }

    private static List<String> rejections(
            String kind, String tenure, int persons, boolean alone, @Nullable Integer room) {
        Map<String, @Nullable Object> asked = new HashMap<>(Map.of(
                "boligart", kind,
                "varighed", tenure,
                "antalPersoner", persons,
                "erUledsaget", alone,
                "godkendelse", "IKKE_KRAEVET",
                "permanentPasser", false));
        asked.put("pladser", room);
        return new TableOnFile("bolig/boliganvisning")
                .evaluate(asked).stream()
                        .filter(hit -> hit.requiredText("virkning").equals("AFVIST"))
                        .map(RuleHit::ruleId)
                        .toList();
    }

    @Test
    void anElderlyDwellingIsNotForSingles() {
        assertThat(rejections("aeldrebolig", "PERMANENT", 1, false, 2)).containsExactly("rule_anvis_aeldrebolig_enlig");
        assertThat(rejections("aeldrebolig", "PERMANENT", 2, false, 2)).isEmpty();
    }

    @Test
    void aRoomInASharedDwellingIsForOne() {
        assertThat(rejections("delebolig", "PERMANENT", 2, false, 3)).containsExactly("rule_anvis_delebolig_flere");
        assertThat(rejections("delebolig", "PERMANENT", 1, false, 3)).isEmpty();
    }

    @Test
    void nobodyGetsADwellingThatIsTooSmall() {
        assertThat(rejections("almen-bolig", "PERMANENT", 5, false, 4)).containsExactly("rule_anvis_plads_for_lille");
        assertThat(rejections("almen-bolig", "PERMANENT", 4, false, 4)).isEmpty();
        assertThat(rejections("almen-bolig", "PERMANENT", 5, false, null)).isEmpty();
    }

    @Test
    void theSpecialHomeIsForUnaccompaniedMinors() {
        assertThat(rejections("saerligt-botilbud", "MIDLERTIDIG", 1, false, 4))
                .containsExactly("rule_anvis_botilbud_ledsaget");
        assertThat(rejections("saerligt-botilbud", "MIDLERTIDIG", 1, true, 4)).isEmpty();
    }

    @Test
    void rentHasOneAnswerEverywhere() {
        everyRuleIsMet(
                new TableOnFile("bolig/boligbetaling"),
                values(
                        "varighed", TENURES,
                        "husleje", orNull(0, 3000, 6000, 12000),
                        "ydelse", orNull(0, 10000),
                        "andel", orNull(30, 100)),
                true);
    }

    private static String rent(@Nullable Integer rent, @Nullable Integer benefit, @Nullable Integer share) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("varighed", "PERMANENT");
        asked.put("husleje", rent);
        asked.put("ydelse", benefit);
        asked.put("andel", share);
        return new TableOnFile("bolig/boligbetaling").rulesFor(asked).get(0);
    }

    @Test
    void rentIsHeldAgainstTheShareThatTheMunicipalityHasSet() {
        assertThat(rent(3000, 10000, 30)).isEqualTo("rule_betaling_inden_for_andelen");
        assertThat(rent(3001, 10000, 30)).isEqualTo("rule_betaling_over_andelen");
        assertThat(rent(3001, 10000, null)).isEqualTo("rule_betaling_andel_ikke_sat");
        assertThat(rent(10001, 10000, null)).isEqualTo("rule_betaling_over_ydelsen");
        assertThat(rent(10000, 10000, null)).isEqualTo("rule_betaling_andel_ikke_sat");
    }

    @Test
    void everyQuestionAboutThePlaceHasOneAnswer() {
        List<@Nullable Object> answers = List.of("JA", "NEJ", "UKENDT");
        TableOnFile table = new TableOnFile("bolig/boligbeliggenhed");
        Map<String, List<@Nullable Object>> values =
                values("sprogskole", answers, "arbejdspladser", answers, "transport", answers, "civilsamfund", answers);
        everyRuleIsMet(table, values, false);
        everyOne(values).forEach(asked -> assertThat(table.evaluate(asked)).hasSize(4));
        assertThat(table.rules())
                .noneMatch(rule -> String.valueOf(rule.getTextContent()).contains("\"AFVIST\""));
    }

    @Test
    void whatIsOverTheCeilingIsTheMunicipalitysExpense() {
        TableOnFile table = new TableOnFile("bolig/egenbetaling");
        everyRuleIsMet(table, values("udgift", orNull(0, 2500, 9000), "loft", orNull(2500)), true);
        RuleHit over = table.evaluate(Map.of("udgift", 9000, "loft", 2500)).get(0);
        assertThat(over.number("egenbetaling")).isEqualTo(2500);
        assertThat(over.number("kommunensUdgift")).isEqualTo(6500);
        RuleHit exactly = table.evaluate(Map.of("udgift", 2500, "loft", 2500)).get(0);
        assertThat(exactly.number("egenbetaling")).isEqualTo(2500);
        assertThat(exactly.number("kommunensUdgift")).isZero();
    }

    @Test
    void aNumberIsStatedByTheSourceOrLeftToTheMunicipality() {
        TableOnFile table = new TableOnFile("bolig/boligparameter");
        List<@Nullable Object> codes = List.of(
                "anvisning-hver",
                "husleje-andel",
                "personer-pr-vaerelse",
                "egenbetaling-loft",
                "gennemgang-mindst",
                "gennemgang-hoejst",
                "gennemgang-beredskab",
                "hoering-mindst",
                "unge-gruppe");
        everyRuleIsMet(table, values("parameter", codes), true);
        codes.forEach(code -> {
            RuleHit hit =
                    table.evaluate(Map.of("parameter", String.valueOf(code))).get(0);
            assertThat(hit.number("vaerdi") == null)
                    .as("%s is the municipality's own as long as no source states it", code)
                    .isEqualTo(hit.requiredText("status").equals("PARAMETER"));
        });
    }

    @Test
    void everyKindCanBeComeByInSomeWayAndTheFourthDwellingOnlyWhenItIsDue() {
        TableOnFile table = new TableOnFile("bolig/anvisningsmaade");
        Map<String, List<@Nullable Object>> values = values("boligart", KINDS, "retTilFjerde", FLAGS);
        everyRuleIsMet(table, values, false);
        everyOne(values).forEach(asked -> {
            List<String> ways = table.evaluate(asked).stream()
                    .map(hit -> hit.requiredText("maade"))
                    .toList();
            assertThat(ways).isNotEmpty().doesNotHaveDuplicates();
            if (Boolean.FALSE.equals(asked.get("retTilFjerde"))) {
                assertThat(ways).doesNotContain("25-procent-reglen");
            }
        });
    }

    @Test
    void fourUnaccompaniedMinorsOfOneNationalityAreEnoughForAnOfferOfTheirOwn() {
        TableOnFile table = new TableOnFile("bolig/gruppetilbud");
        everyRuleIsMet(table, values("antalUledsagede", List.of(1, 2, 3, 4, 5, 20)), true);
        assertThat(table.evaluate(Map.of("antalUledsagede", 3)).get(0).ruleId()).isEqualTo("rule_gruppetilbud_enkelt");
        assertThat(table.evaluate(Map.of("antalUledsagede", 4)).get(0).ruleId()).isEqualTo("rule_gruppetilbud_samlet");
    }
}
