package dk.ankomst.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.platform.RuleHit;
import dk.ankomst.platform.TableOnFile;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the tables of Danish, health and housing")
class ProgrammeTablesTest {

    @Nested
    @DisplayName("danskuddannelsesvalg")
    class Danish {

        private final TableOnFile table = new TableOnFile("dansk/danskuddannelsesvalg");

        private RuleHit hit(boolean begun, boolean known) {
            List<RuleHit> hits =
                    table.evaluate(Map.of("erPaabegyndtPaaCenter", begun, "erCentretsForloebKendt", known));
            assertThat(hits).hasSize(1);
            return hits.get(0);
        }

        @Test
        void aKnownCourseFromTheCentreIsContinuedWithoutAQuestion() {
            assertThat(hit(true, true).text("forslag")).isEqualTo("viderefoer-forloeb");
            assertThat(hit(true, true).text("spoergsmaal")).isNull();
        }

        @Test
        void anythingElseIsAskedOfTheLanguageCentre() {
            for (RuleHit hit : List.of(hit(true, false), hit(false, true), hit(false, false))) {
                assertThat(hit.text("forslag")).isEqualTo("skal-vurderes");
                assertThat(hit.requiredText("spoergsmaal")).endsWith("?");
            }
            assertThat(hit(true, false).ruleId()).isEqualTo("rule_dansk_forloeb_ukendt");
            assertThat(hit(false, false).ruleId()).isEqualTo("rule_dansk_intet_forloeb");
        }

        @Test
        void thereAreThreeRules() {
            assertThat(table.ruleIds()).hasSize(3);
        }
    }

    @Nested
    @DisplayName("helbredsspor")
    class Health {

        private final TableOnFile table = new TableOnFile("helbred/helbredsspor");

        private List<RuleHit> hits(String lawDate, String track, String need) {
            return table.evaluate(Map.of("retsdato", lawDate, "spor", track, "behovForTilbud", need));
        }

        @ParameterizedTest(name = "{0} {1} need {2}: {3}")
        @CsvSource({
            "2013-06-30, asylcenter,         ja,            skal-afklares,  rule_helbred_foer_2013",
            "2013-07-01, asylcenter,         nej,           skal-tilbydes,  rule_helbred_alle_2013",
            "2015-05-15, familiesammenfoert, ikke-vurderet, skal-tilbydes,  rule_helbred_alle_2013",
            "2016-06-30, uledsaget,          nej,           skal-tilbydes,  rule_helbred_alle_2013",
            "2016-06-30, kvote,              nej,           skal-tilbydes,  rule_helbred_alle_2013",
            "2016-07-01, kvote,              nej,           skal-tilbydes,  rule_helbred_kvote_2016",
            "2016-07-01, asylcenter,         ja,            skal-tilbydes,  rule_helbred_behov_2016",
            "2026-11-23, asylcenter,         nej,           intet-krav,     rule_helbred_intet_behov_2016",
            "2026-11-23, uledsaget,          ikke-vurderet, skal-afklares,  rule_helbred_ikke_vurderet_2016",
            "2026-11-23, familiesammenfoert, ja,            kan-tilbydes,   rule_helbred_familie_2016",
            "2015-05-15, tilflytter,         ja,            skal-afklares,  rule_helbred_tilflytter",
            "2026-11-23, tilflytter,         nej,           skal-afklares,  rule_helbred_tilflytter",
            "2026-11-23, saerlov,            ja,            skal-afklares,  rule_helbred_saerlov"
        })
        void theLawOfTheDateDecidesWhoIsOfferedTheAssessment(
                String lawDate, String track, String need, String offer, String rule) {
            assertThat(hits(lawDate, track, need)).singleElement().satisfies(hit -> {
                assertThat(hit.text("tilbud")).isEqualTo(offer);
                assertThat(hit.ruleId()).isEqualTo(rule);
                assertThat(hit.requiredText("begrundelse")).endsWith(".");
            });
        }

        @Test
        void onAnyDateAnyTrackMeetsExactlyOneRuleAndEveryRuleIsMet() {
            TreeSet<String> met = new TreeSet<>();
            for (String date :
                    List.of("2010-01-01", "2013-06-30", "2013-07-01", "2016-06-30", "2016-07-01", "2030-12-31")) {
                for (String track :
                        List.of("asylcenter", "kvote", "familiesammenfoert", "uledsaget", "tilflytter", "saerlov")) {
                    for (String need : List.of("ja", "nej", "ikke-vurderet")) {
                        assertThat(hits(date, track, need))
                                .as("%s %s %s", date, track, need)
                                .hasSize(1)
                                .allSatisfy(hit -> met.add(hit.ruleId()));
                    }
                }
            }
            assertThat(table.ruleIds()).hasSize(9).containsExactlyInAnyOrderElementsOf(met);
        }

        @Test
        void aGroundThatIsNotConfirmedSaysSo() {
            assertThat(hits("2012-01-01", "kvote", "ja").get(0).isTrue("erBekraeftet"))
                    .isFalse();
            assertThat(hits("2015-01-01", "kvote", "ja").get(0).isTrue("erBekraeftet"))
                    .isTrue();
        }
    }

    @Nested
    @DisplayName("boligtype")
    class Housing {

        private final TableOnFile table = new TableOnFile("bolig/boligtype");

        private List<String> kinds(int persons, boolean permanent, boolean unaccompanied) {
            return table
                    .evaluate(Map.of(
                            "antalPersoner", persons, "kanPermanentAnvises", permanent, "erUledsaget", unaccompanied))
                    .stream()
                    .map(hit -> hit.requiredText("boligtype"))
                    .toList();
        }

        @Test
        void anElderlyDwellingIsNotForSingles() {
            assertThat(kinds(1, true, false)).doesNotContain("aeldrebolig");
            assertThat(kinds(2, true, false)).contains("aeldrebolig");
        }

        @Test
        void aSharedDwellingIsForSinglesOnly() {
            assertThat(kinds(1, true, false)).contains("delebolig");
            assertThat(kinds(2, true, false)).doesNotContain("delebolig");
        }

        @Test
        void temporaryPlacesAreNamedOnlyWhenNoPermanentDwellingCanBeAllocatedAtOnce() {
            assertThat(kinds(5, true, false)).containsExactly("almen-bolig", "privat-lejebolig", "aeldrebolig");
            assertThat(kinds(5, false, false))
                    .containsExactly(
                            "aeldrebolig",
                            "gennemgangsbolig",
                            "modtagelsescenter",
                            "ombygget-ejendom",
                            "hotel",
                            "vandrerhjem",
                            "campingplads");
        }

        @Test
        void unaccompaniedMinorsHaveTheirOwnOffer() {
            assertThat(kinds(1, true, true)).containsExactly("saerligt-botilbud");
            assertThat(kinds(1, false, true)).containsExactly("saerligt-botilbud");
        }

        @Test
        void everyOneOfTheElevenRulesIsMetAndSaysWhere() {
            TreeSet<String> met = new TreeSet<>();
            for (int persons : new int[] {1, 5}) {
                for (boolean permanent : new boolean[] {true, false}) {
                    for (boolean unaccompanied : new boolean[] {true, false}) {
                        table.evaluate(Map.of(
                                        "antalPersoner",
                                        persons,
                                        "kanPermanentAnvises",
                                        permanent,
                                        "erUledsaget",
                                        unaccompanied))
                                .forEach(hit -> {
                                    met.add(hit.ruleId());
                                    assertThat(hit.requiredText("forbehold")).endsWith(".");
                                    assertThat(hit.requiredText("kilde")).startsWith("rapporten, L");
                                });
                    }
                }
            }
            assertThat(table.ruleIds()).hasSize(11).containsExactlyInAnyOrderElementsOf(met);
        }
    }
}
