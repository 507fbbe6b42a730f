package dk.ankomst.establishment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.platform.RuleHit;
import dk.ankomst.platform.TableOnFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The eight packages against lists written here by hand from the report: item, basis, amount, state, condition, and what
 * the line hangs on. "?" is what the report does not state.
 */
@DisplayName("etableringspakke: the packages as the report gives them")
class PackagesTest {

    private static final TableOnFile TABLE = new TableOnFile("etablering/etableringspakke");
    private static final List<String> EVERYTHING =
            TABLE.rules().stream().map(rule -> text(rule, 0)).distinct().toList();

    private static final String SVENDBORG = """
            sengetoej          ANTAL_PERSONER 4/4 ?     -
            dyne               ?              ?   ?     -
            haandklaede        ?              ?   ?     -
            viskestykke        ?              ?   ?     -
            modulpakker        ?              ?   ?     -
            sofa               HUSSTAND       2   ?     -
            sofabord           HUSSTAND       1   ?     -
            reol               HUSSTAND       1   ?     -
            kommode            HUSSTAND       1   ?     -
            lampe              ?              ?   ?     -
            spisebord          HUSSTAND       1   ?     -
            stol               ANTAL_PERSONER 4/4 ?     -
            seng               ?              ?   ?     -
            gardiner           ?              ?   ?     -
            """;

    private static final String MARIAGERFJORD = """
            koekkenting        ?              ?   ?     -
            haandklaede        ?              ?   ?     -
            seng               ?              ?   ?     -
            spisebord          ?              ?   ?     -
            stol               ?              ?   ?     -
            lampe              ?              ?   ?     -
            gardiner           ?              ?   ?     -
            mad-foerste-dage   ?              ?   ?     -
            koeleskab          HUSSTAND       ?   ?     mangler:hvis boligen er uden køleskab
            fryser             HUSSTAND       ?   ?     mangler:hvis boligen er uden fryser
            klaedeskab         ?              ?   ?     -
            kommode            ?              ?   ?     -
            tv                 ?              ?   ?     -
            pc                 ?              ?   ?     -
            forsikring         ?              ?   ?     -
            """;

    private static final String SILKEBORG = """
            seng                   ?          ?   NY    -
            tv                     ?          ?   NY    -
            sofa                   ?          ?   ?     -
            sofabord               ?          ?   ?     -
            spisebord              ?          ?   ?     -
            garderobeskab          ?          ?   ?     mangler:hvis mangler
            reol                   ?          ?   ?     -
            skrivebord-og-stol     ?          ?   ?     boern:hvis børn
            sengetoej              ?          ?   ?     -
            haandklaede            ?          ?   ?     -
            viskestykke            ?          ?   ?     -
            barnevogn              ?          ?   ?     aktuelt:hvis aktuelt
            puslebord              ?          ?   ?     aktuelt:hvis aktuelt
            hoejstol               ?          ?   ?     aktuelt:hvis aktuelt
            kopper                 ?          ?   NY    -
            glas                   ?          ?   NY    -
            tallerkener            ?          ?   NY    -
            gryder                 ?          ?   NY    -
            pande                  ?          ?   NY    -
            bestik                 ?          ?   NY    -
            knive                  ?          ?   NY    -
            koekkenredskaber       ?          ?   NY    -
            skaale                 ?          ?   NY    -
            stoevsuger             ?          ?   NY    -
            spand                  ?          ?   NY    -
            kost                   ?          ?   NY    -
            regntoej-flyverdragt   ?          ?   ?     boern:især børnene, som minimum
            fodtoej-til-institution ?         ?   ?     boern:især børnene, som minimum
            bukser                 ?          ?   ?     -:ellers det mest nødvendige
            bluser                 ?          ?   ?     -:ellers det mest nødvendige
            undertoej              ?          ?   ?     -:ellers det mest nødvendige
            overtoej               ?          ?   ?     -:ellers det mest nødvendige
            fodtoej                ?          ?   ?     -:ellers det mest nødvendige
            mad-foerste-dage       ?          ?   ?     -:til de første dage
            basisvarer             ?          ?   ?     -
            rengoeringsartikler    ?          ?   ?     -
            cykel-med-barnestol    ?          ?   ?     aktuelt:i sjældne tilfælde, hvis der er behov af hensyn til aflevering af børn
            bus-til-sprogskole     ?          ?   ?     aktuelt:i sjældne tilfælde
            """;

    private static final String AABENRAA = """
            dyne               PERSON         1   ?     -
            pude               PERSON         1   ?     -
            rullemadras        PERSON         1   ?     -
            sengetoej          PERSON         2   ?     -
            haandklaede        PERSON         2   ?     -
            vaskeklud          PERSON         2   ?     -
            badehaandklaede    PERSON         2   ?     -
            viskestykke        PERSON         ?   ?     -
            gryder             HUSSTAND       ?   ?     -
            potter             HUSSTAND       ?   ?     -
            pande              HUSSTAND       ?   ?     -
            service            ANTAL_PERSONER 1/1 ?     -
            stoevsuger         HUSSTAND       ?   ?     -
            kost               HUSSTAND       ?   ?     -
            gulvskrubber       HUSSTAND       ?   ?     -
            spand              HUSSTAND       ?   ?     -
            vaskefad           HUSSTAND       ?   ?     -
            velkomstpakke      ?              ?   ?     -
            """;

    private static final String HALSNAES = """
            seng               ?              1   ?     -
            spisebord          HUSSTAND       1   ?     -
            stol               HUSSTAND       4   ?     -
            kommode            HUSSTAND       1   ?     -
            lampe              HUSSTAND       2   ?     -
            koekkenting        ?              ?   ?     -
            service            ?              ?   ?     -
            sofa               HUSSTAND       1   ?     -
            smaa-borde         HUSSTAND       2   ?     -
            vasketoejsstativ   HUSSTAND       1   ?     -
            haandklaede        ?              1   ?     -
            dyne               ?              ?   ?     -
            pude               ?              ?   ?     -
            viskestykke        ?              ?   ?     -
            sengetoej          ?              ?   ?     -
            stoevsuger         HUSSTAND       ?   ?     -
            el-kedel           HUSSTAND       ?   ?     -
            opsaetning-af-lamper HUSSTAND     ?   ?     -
            afhentning-af-moebler HUSSTAND    ?   ?     -
            samling-af-moebler HUSSTAND       ?   ?     -
            """;

    private static final String HOLSTEBRO = """
            moebler            ?              ?   ?     -
            vitaminer          ?              ?   ?     -
            shampoo            ?              ?   ?     -
            praevention        ?              ?   ?     -
            salver             ?              ?   ?     -
            rengoeringsmiddel  ?              ?   ?     -
            rengoeringsmodul   ?              ?   ?     -
            service            ?              ?   ?     -
            bestik             ?              ?   ?     -
            gryder             ?              ?   ?     -
            koekkenredskaber   ?              ?   ?     -
            dyne               ?              ?   ?     -
            pude               ?              ?   ?     -
            sengetoej          ?              ?   ?     -
            haandklaede        ?              ?   ?     -
            viskestykke        ?              ?   ?     -
            karklud            ?              ?   ?     -
            skaale             ?              ?   ?     -
            lagen              ?              ?   ?     -
            seng               ?              ?   ?     -
            persienner         ?              ?   ?     -
            lampe              ?              ?   ?     -
            stoevsuger         ?              ?   ?     -
            toej               ?              ?   ?     -
            sportstoej         ?              ?   ?     boern:hvis børn
            taske              ?              ?   ?     -
            penalhus           ?              ?   ?     -
            madkasse           ?              ?   ?     -
            drikkedunk         ?              ?   ?     -
            sportstaske        ?              ?   ?     -
            """;

    private static final String LEMVIG = """
            lampe              HUSSTAND       ?   ?     -
            gardiner           HUSSTAND       ?   ?     -
            spisebord          ANTAL_PERSONER ?/1 BRUGT -:så vidt muligt købt i genbrug
            stol               ANTAL_PERSONER 1/1 BRUGT -:så vidt muligt købt i genbrug
            sofa               HUSSTAND       ?   BRUGT -:så vidt muligt købt i genbrug
            laenestol          HUSSTAND       ?   BRUGT -:så vidt muligt købt i genbrug
            sofabord           HUSSTAND       ?   BRUGT -:så vidt muligt købt i genbrug
            seng               PERSON         1   NY    -
            koekkenmodul       ?              ?   ?     -
            sengetoejsmodul    ?              ?   ?     -
            rengoeringsmodul   ?              ?   ?     -
            """;

    private static final String THISTED = """
            moebler            ?              ?   ?     -
            lampe              ?              ?   ?     -
            gardiner           ?              ?   ?     -
            stoevsuger         ?              ?   ?     -
            koekkenudstyr      ?              ?   ?     -
            badevaerelsesudstyr ?             ?   ?     -
            linned             ?              ?   ?     -
            beklaedning        ?              ?   ?     -
            fodtoej            ?              ?   ?     -
            skoleudstyr        ?              ?   ?     boern:til børn
            vaskemaskine       HUSSTAND       ?   ?     aktuelt:individuelt element
            komfur             HUSSTAND       ?   ?     aktuelt:individuelt element
            toerretumbler      HUSSTAND       ?   ?     aktuelt:individuelt element
            koeleskab          HUSSTAND       ?   ?     aktuelt:individuelt element
            fryser             HUSSTAND       ?   ?     aktuelt:individuelt element
            babyudstyr         ?              ?   ?     aktuelt:individuelt element
            barnevogn          ?              ?   ?     aktuelt:individuelt element
            """;

    static Stream<Arguments> packages() {
        return Stream.of(
                Arguments.of("svendborg", SVENDBORG),
                Arguments.of("mariagerfjord", MARIAGERFJORD),
                Arguments.of("silkeborg", SILKEBORG),
                Arguments.of("aabenraa", AABENRAA),
                Arguments.of("halsnaes", HALSNAES),
                Arguments.of("holstebro", HOLSTEBRO),
                Arguments.of("lemvig", LEMVIG),
                Arguments.of("thisted", THISTED));
    }

    private record Row(String item, String basis, String amount, String state, String hangsOn, String condition) {

        static Row written(String line) {
            String[] cells = line.strip().split("\\s+", 5);
            String[] condition = cells[4].split(":", 2);
            return new Row(
                    cells[0],
                    cells[1].equals("?") ? "IKKE_ANGIVET" : cells[1],
                    cells[2],
                    cells[3].equals("?") ? "IKKE_ANGIVET" : cells[3],
                    condition[0],
                    condition.length == 2 ? condition[1] : "");
        }
    }

    private static List<Row> written(String list) {
        return list.lines().map(Row::written).toList();
    }

    private static Map<String, Object> family(
            String packageId, int children, List<String> missing, List<String> relevant) {
        return Map.of(
                "pakke",
                packageId,
                "antalBoern",
                children,
                "mangler",
                String.join(",", missing),
                "aktuelt",
                String.join(",", relevant));
    }

    private static Row of(RuleHit hit, String hangsOn) {
        Integer amount = hit.number("antal");
        Integer reference = hit.number("referencePersoner");
        String condition = hit.text("betingelse");
        return new Row(
                hit.requiredText("vare"),
                hit.requiredText("basis"),
                (amount == null ? "?" : amount.toString()) + (reference == null ? "" : "/" + reference),
                hit.requiredText("stand"),
                hangsOn,
                condition == null ? "" : condition);
    }

    private static String text(Rule rule, int output) {
        String text = List.copyOf(rule.getOutputEntries()).get(output).getTextContent();
        return text.strip().replace("\"", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void aPackageHoldsExactlyWhatTheReportLists(String packageId, String list) {
        List<Row> expected = written(list);

        List<String> always = TABLE.rulesFor(family(packageId, 0, List.of(), List.of()));
        List<String> forChildren = TABLE.rulesFor(family(packageId, 1, List.of(), List.of()));
        List<String> forRelevant = TABLE.rulesFor(family(packageId, 0, List.of(), EVERYTHING));
        List<Row> actual = TABLE.evaluate(family(packageId, 1, EVERYTHING, EVERYTHING)).stream()
                .map(hit -> of(
                        hit,
                        always.contains(hit.ruleId())
                                ? "-"
                                : forChildren.contains(hit.ruleId())
                                        ? "boern"
                                        : forRelevant.contains(hit.ruleId()) ? "aktuelt" : "mangler"))
                .toList();

        assertThat(actual).containsExactlyElementsOf(expected);
    }

    @Test
    void theTableHolds163RulesOfEightPackages() {
        assertThat(TABLE.ruleIds()).hasSize(163).doesNotHaveDuplicates();
        assertThat(packages().map(arguments -> arguments.get()[0].toString()).toList())
                .hasSize(8)
                .allSatisfy(packageId ->
                        assertThat(TABLE.ruleIds()).anyMatch(rule -> rule.startsWith("rule_" + packageId + "_")));
    }

    @Test
    void everyRuleAppliesToSomeFamily() {
        List<String> fired = new ArrayList<>();
        packages()
                .forEach(arguments ->
                        fired.addAll(TABLE.rulesFor(family(arguments.get()[0].toString(), 1, EVERYTHING, EVERYTHING))));
        assertThat(fired).containsExactlyInAnyOrderElementsOf(TABLE.ruleIds());
    }

    @Test
    void aRuleIsNamedAfterItsPackageAndItem() {
        for (Rule rule : TABLE.rules()) {
            String packageId = List.copyOf(rule.getInputEntries())
                    .get(0)
                    .getTextContent()
                    .strip()
                    .replace("\"", "");
            assertThat(rule.getId())
                    .isEqualTo("rule_" + packageId + "_" + text(rule, 0).replace("-", "_"));
        }
    }

    @Test
    void everyRuleSaysWhatTheReportWroteAndWhere() {
        assertThat(TABLE.rules())
                .allSatisfy(rule -> assertThat(rule.getDescription().getTextContent())
                        .matches("(?s).+: ».+«\\. Kilde: rapporten, .+, L\\d{4}-\\d{4}\\."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void whatTheReportLeavesOpenIsAskedOfTheCaseworker(String packageId, String list) {
        assertThat(TABLE.evaluate(family(packageId, 1, EVERYTHING, EVERYTHING)))
                .filteredOn(hit ->
                        hit.number("antal") == null || hit.requiredText("basis").equals("IKKE_ANGIVET"))
                .allSatisfy(hit -> assertThat(hit.requiredText("spoergsmaal")).contains("?"));
    }

    @Test
    void aLineForChildrenNeedsAChild() {
        assertThat(TABLE.rulesFor(family("silkeborg", 0, List.of(), List.of())))
                .doesNotContain("rule_silkeborg_skrivebord_og_stol");
        assertThat(TABLE.rulesFor(family("silkeborg", 1, List.of(), List.of())))
                .contains("rule_silkeborg_skrivebord_og_stol");
    }

    @Test
    void onlyWhatIsMissingIsGivenToADwellingThatLacksIt() {
        assertThat(TABLE.rulesFor(family("mariagerfjord", 0, List.of("koeleskab"), List.of())))
                .contains("rule_mariagerfjord_koeleskab")
                .doesNotContain("rule_mariagerfjord_fryser");
        assertThat(TABLE.rulesFor(family("mariagerfjord", 0, List.of(), List.of("koeleskab"))))
                .doesNotContain("rule_mariagerfjord_koeleskab");
    }

    @Test
    void anIndividualElementIsGivenWhenFoundRelevantOrWhenTheDwellingLacksIt() {
        assertThat(TABLE.rulesFor(family("thisted", 0, List.of(), List.of("komfur"))))
                .contains("rule_thisted_komfur")
                .doesNotContain("rule_thisted_vaskemaskine");
        assertThat(TABLE.rulesFor(family("thisted", 0, List.of("vaskemaskine"), List.of())))
                .contains("rule_thisted_vaskemaskine");
    }

    @Test
    void eitherOrIsMarkedByAGroup() {
        assertThat(TABLE.evaluate(family("mariagerfjord", 0, List.of(), List.of())))
                .filteredOn(hit -> hit.text("alternativGruppe") != null)
                .extracting(hit -> hit.text("alternativGruppe") + " " + hit.text("vare"))
                .containsExactly(
                        "klaedeskab-eller-kommode klaedeskab",
                        "klaedeskab-eller-kommode kommode",
                        "tv-eller-pc tv",
                        "tv-eller-pc pc");
    }

    @Test
    void modulesAreNamedOnlyWhereTheReportNamesThem() {
        assertThat(modules("silkeborg")).containsExactly("ekstra", "koekken", "mad", "moebler", "toej");
        assertThat(modules("aabenraa")).containsExactly("ikke-angivet", "kop-og-kande");
        assertThat(modules("holstebro"))
                .containsExactly(
                        "apotekermodul",
                        "ikke-angivet",
                        "kludemodul",
                        "koekkenmodul",
                        "rengoeringsmodul",
                        "sengemodul",
                        "skolemodul");
        assertThat(modules("lemvig"))
                .containsExactly("ikke-angivet", "koekkenmodul", "rengoeringsmodul", "sengetoejsmodul");
        assertThat(modules("thisted")).containsExactly("ikke-angivet", "individuelle-elementer");
        assertThat(modules("svendborg")).containsExactly("ikke-angivet");
        assertThat(modules("mariagerfjord")).containsExactly("ikke-angivet");
        assertThat(modules("halsnaes")).containsExactly("ikke-angivet");
    }

    private static List<String> modules(String packageId) {
        return List.copyOf(new TreeSet<>(TABLE.evaluate(family(packageId, 1, EVERYTHING, EVERYTHING)).stream()
                .map(hit -> hit.requiredText("modul"))
                .toList()));
    }

    @Test
    void servicesAreLinesToo() {
        List<String> services = packages()
                .flatMap(arguments ->
                        TABLE.evaluate(family(arguments.get()[0].toString(), 1, EVERYTHING, EVERYTHING)).stream())
                .filter(hit -> hit.requiredText("slags").equals("YDELSE"))
                .map(hit -> hit.requiredText("vare"))
                .toList();
        assertThat(services)
                .containsExactly(
                        "forsikring",
                        "bus-til-sprogskole",
                        "velkomstpakke",
                        "opsaetning-af-lamper",
                        "afhentning-af-moebler",
                        "samling-af-moebler");
    }

    @Test
    void everyPartThatTheQuestionLeavesOpenHasToBeAnswered() {
        assertThat(packages()
                        .flatMap(arguments ->
                                TABLE
                                        .evaluate(family(arguments.get()[0].toString(), 1, EVERYTHING, EVERYTHING))
                                        .stream()))
                .hasSizeGreaterThan(150)
                .allSatisfy(hit -> {
                    PackageLine line = PackageLine.of(hit);
                    String question = line.question() == null ? "" : line.question();
                    assertThat(line.asked().isEmpty()).as(hit.ruleId()).isEqualTo(question.isEmpty());
                    assertThat(line.asked().contains(AnswerPart.STAND))
                            .as("new or used, %s", hit.ruleId())
                            .isEqualTo(question.contains("nyt eller brugt"));
                    if (line.kind() == LineKind.VARE && line.quantityFor(1) == null) {
                        assertThat(line.asked())
                                .as("how many, %s", hit.ruleId())
                                .containsAnyOf(AnswerPart.ANTAL, AnswerPart.TEKST);
                    } else {
                        assertThat(line.asked())
                                .as("how many, %s", hit.ruleId())
                                .doesNotContain(AnswerPart.ANTAL);
                    }
                });
    }

    @Test
    void aQuestionWithoutAWordOnItsPartsIsAnsweredInWords() {
        RuleHit row = new RuleHit(
                "rule_egen_seng",
                Map.of(
                        "vare",
                        "seng",
                        "varenavn",
                        "seng",
                        "slags",
                        "VARE",
                        "modul",
                        "moebler",
                        "basis",
                        "IKKE_ANGIVET",
                        "stand",
                        "NY",
                        "spoergsmaal",
                        "Til hvem?",
                        "kilde",
                        "egen pakke"));
        assertThat(PackageLine.of(row).asked()).containsExactly(AnswerPart.TEKST);
    }

    @Test
    void anUnknownPackageGivesNothing() {
        assertThat(TABLE.rulesFor(family("odense", 3, EVERYTHING, EVERYTHING))).isEmpty();
    }
}
