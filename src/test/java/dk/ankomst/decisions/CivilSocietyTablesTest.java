package dk.ankomst.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.platform.RuleHit;
import dk.ankomst.platform.TableOnFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the tables about volunteers")
class CivilSocietyTablesTest {

    private static final boolean[] BOTH = {true, false};

    @Nested
    @DisplayName("frivilligopgave")
    class Tasks {

        private final TableOnFile table = new TableOnFile("civilsamfund/frivilligopgave");

        private List<RuleHit> hits(boolean statutory, boolean specialist, boolean deadline, boolean area) {
            return table.evaluate(Map.of(
                    "erLovpligtig", statutory,
                    "kraeverFaglighed", specialist,
                    "erFristbunden", deadline,
                    "erKendtOmraade", area));
        }

        @ParameterizedTest(name = "statutory {0}, specialist {1}, deadline {2}, area {3}: {4}")
        @CsvSource({
            "true,  false, false, true,  rule_opgave_lovpligtig",
            "false, true,  false, true,  rule_opgave_faglig",
            "false, false, true,  true,  rule_opgave_fristbunden",
            "false, false, false, false, rule_opgave_uden_omraade",
            "false, false, false, true,  rule_opgave_kan"
        })
        void eachReasonSpeaksAlone(boolean statutory, boolean specialist, boolean deadline, boolean area, String rule) {
            assertThat(hits(statutory, specialist, deadline, area))
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.ruleId()).isEqualTo(rule);
                        assertThat(hit.isTrue("maaGives")).isEqualTo(rule.equals("rule_opgave_kan"));
                        assertThat(hit.requiredText("begrundelse")).endsWith(".");
                        assertThat(hit.requiredText("kilde")).startsWith("rapporten, L16");
                    });
        }

        @Test
        void everyCombinationHasAnAnswerAndNoneSaysYesAndNo() {
            Set<String> met = new HashSet<>();
            for (int bits = 0; bits < 16; bits++) {
                boolean forbidden = (bits & 7) != 0;
                boolean area = (bits & 8) != 0;
                List<RuleHit> hits = hits((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, area);
                hits.forEach(hit -> met.add(hit.ruleId()));
                assertThat(hits).as("combination %s", bits).isNotEmpty().allSatisfy(hit -> assertThat(
                                hit.isTrue("maaGives"))
                        .isEqualTo(!forbidden && area));
                assertThat(hits).hasSize(Math.max(1, Integer.bitCount(bits & 7) + (area ? 0 : 1)));
            }
            assertThat(table.ruleIds()).hasSize(5).containsExactlyInAnyOrderElementsOf(met);
        }
    }

    @Nested
    @DisplayName("frivilligmatch")
    class Matches {

        private final TableOnFile table = new TableOnFile("civilsamfund/frivilligmatch");

        private List<RuleHit> hits(
                boolean active,
                boolean agreement,
                boolean conduct,
                String language,
                String area,
                String room,
                boolean saidNo) {
            Map<String, @Nullable Object> inputs = new HashMap<>();
            inputs.put("erAktiv", active);
            inputs.put("harAftale", agreement);
            inputs.put("harKodeks", conduct);
            inputs.put("faellesSprog", language);
            inputs.put("faellesOmraade", area);
            inputs.put("harPlads", room);
            inputs.put("sagdeNej", saidNo);
            return table.evaluate(inputs);
        }

        @Test
        void whoeverIsReadyAndSpeaksTheLanguageFitsInEveryRespect() {
            assertThat(hits(true, true, true, "ja", "ja", "ja", false))
                    .extracting(RuleHit::ruleId)
                    .containsExactly("rule_match_klar", "rule_match_sprog", "rule_match_omraade", "rule_match_plads");
        }

        @Test
        void withoutAgreementOrCodeOfConductNobodyIsChosen() {
            assertThat(hits(true, false, false, "ja", "ja", "ja", false))
                    .filteredOn(hit -> "AFVISER".equals(hit.text("virkning")))
                    .extracting(RuleHit::ruleId)
                    .containsExactly("rule_match_uden_aftale", "rule_match_uden_kodeks");
        }

        @Test
        void everyCombinationSpeaksOnceOnEachQuestionAndEveryRuleIsMet() {
            List<String> three = List.of("ja", "nej", "ukendt");
            Set<String> met = new HashSet<>();
            for (boolean active : BOTH) {
                for (boolean agreement : BOTH) {
                    for (boolean conduct : BOTH) {
                        for (boolean saidNo : BOTH) {
                            for (String answer : three) {
                                List<RuleHit> hits = hits(active, agreement, conduct, answer, answer, answer, saidNo);
                                hits.forEach(hit -> met.add(hit.ruleId()));
                                int standing = !active || (agreement && conduct) ? 1 : (agreement || conduct) ? 1 : 2;
                                assertThat(hits)
                                        .hasSize(standing + 3 + (saidNo ? 1 : 0))
                                        .allSatisfy(hit -> {
                                            assertThat(hit.requiredText("virkning"))
                                                    .isIn("AFVISER", "SPOERG", "TALER_FOR");
                                            assertThat(hit.requiredText("begrundelse"))
                                                    .endsWith(".");
                                            assertThat(hit.requiredText("kilde"))
                                                    .isNotBlank();
                                        });
                            }
                        }
                    }
                }
            }
            assertThat(table.ruleIds()).hasSize(14).containsExactlyInAnyOrderElementsOf(met);
        }
    }

    @Nested
    @DisplayName("frivilligsvar")
    class Answers {

        private final TableOnFile table = new TableOnFile("civilsamfund/frivilligsvar");

        @ParameterizedTest(name = "contact family {0}, associations {1}: {2}")
        @CsvSource({
            "ja, ja, true, rule_svar_kontaktfamilie",
            "ja, nej, true, rule_svar_kontaktfamilie",
            "senere, ja, true, rule_svar_senere",
            "senere, nej, true, rule_svar_senere",
            "nej, ja, true, rule_svar_kun_forening",
            "nej, nej, false, rule_svar_nej"
        })
        void theFamilyDecides(String contactFamily, String association, boolean begins, String rule) {
            assertThat(table.evaluate(Map.of("kontaktfamilieSvar", contactFamily, "foreningSvar", association)))
                    .singleElement()
                    .satisfies(hit -> {
                        assertThat(hit.ruleId()).isEqualTo(rule);
                        assertThat(hit.isTrue("skalIndsatsBegynde")).isEqualTo(begins);
                    });
            assertThat(table.ruleIds()).hasSize(4);
        }
    }

    @Test
    void theAreasAreTheReportsEightLettersAndNoneHasAnInventedNumber() {
        List<RuleHit> areas = new TableOnFile("civilsamfund/frivilligomraade").evaluate(Map.of("omraade", ""));

        assertThat(areas.stream().map(area -> area.requiredText("bogstav")))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
        assertThat(areas).allSatisfy(area -> {
            assertThat(area.number("mindst")).isNull();
            assertThat(area.text("status")).isEqualTo("PARAMETER");
            assertThat(area.requiredText("kilde")).startsWith("rapporten, L16");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"frivilligrolle:rolle:5", "frivilligparameter:parameter:2"})
    void aListGivesAllItsRules(String list) {
        String[] parts = list.split(":", -1);
        TableOnFile table = new TableOnFile("civilsamfund/" + parts[0]);

        assertThat(table.evaluate(Map.of(parts[1], "")))
                .hasSize(Integer.parseInt(parts[2]))
                .hasSameSizeAs(table.ruleIds());
    }

    @Test
    void noCeilingIsInventedAndTheMeetingsAreThoseOfTheReport() {
        List<RuleHit> numbers = new TableOnFile("civilsamfund/frivilligparameter").evaluate(Map.of("parameter", ""));

        assertThat(numbers.get(0).number("antal")).isNull();
        assertThat(numbers.get(1).number("antal")).isEqualTo(3);
        assertThat(numbers)
                .allSatisfy(number -> assertThat(number.text("status")).isEqualTo("PARAMETER"));
    }
}
