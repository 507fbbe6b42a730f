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

@DisplayName("the coordination meeting's tables")
class CoordinationTablesTest {

    @Nested
    @DisplayName("moededeltagere")
    class Participants {

        private final TableOnFile table = new TableOnFile("koordinering/moededeltagere");

        private List<RuleHit> hits(int adults, int children, int schoolAge, boolean need, boolean unaccompanied) {
            return table.evaluate(Map.of(
                    "antalVoksne", adults,
                    "antalBoern", children,
                    "antalBoernSkolealder", schoolAge,
                    "harSaerligtBehov", need,
                    "erUledsaget", unaccompanied));
        }

        private List<String> groups(int adults, int children, int schoolAge, boolean need, boolean unaccompanied) {
            return hits(adults, children, schoolAge, need, unaccompanied).stream()
                    .map(hit -> hit.requiredText("gruppe"))
                    .distinct()
                    .toList();
        }

        @Test
        void aFamilyOfTwoAdultsAndThreeChildrenMeetsFiveDepartments() {
            assertThat(groups(2, 3, 2, false, false))
                    .containsExactly("jobcenter", "ydelse", "skole", "boern-familie", "sprogcenter");
        }

        @Test
        void aSingleAdultMeetsNoSchoolAndNoChildrensDepartment() {
            assertThat(groups(1, 0, 0, false, false)).containsExactly("jobcenter", "ydelse", "sprogcenter");
        }

        @Test
        void smallChildrenDoNotBringTheSchool() {
            assertThat(groups(1, 2, 0, false, false))
                    .containsExactly("jobcenter", "ydelse", "boern-familie", "sprogcenter");
        }

        @Test
        void aSpecialNeedBringsSocialAndHealth() {
            assertThat(groups(1, 0, 0, true, false)).contains("social-handicap", "sundhed");
        }

        @Test
        void anUnaccompaniedMinorMeetsTheChildrensDepartmentOnce() {
            assertThat(groups(0, 1, 1, false, true)).containsExactly("skole", "boern-familie");
        }

        @Test
        void everyParticipantSaysWhyAndByWhichRule() {
            assertThat(hits(1, 1, 1, true, false)).hasSize(7).allSatisfy(hit -> {
                assertThat(hit.requiredText("begrundelse")).endsWith(".");
                assertThat(hit.requiredText("kilde")).startsWith("rapporten, L");
                assertThat(hit.ruleId()).startsWith("rule_moede_");
                assertThat(hit.requiredText("betegnelse")).isNotBlank();
            });
        }

        @Test
        void everyOneOfTheEightRulesIsMet() {
            TreeSet<String> met = new TreeSet<>();
            for (boolean unaccompanied : new boolean[] {true, false}) {
                hits(1, 1, 1, true, unaccompanied).forEach(hit -> met.add(hit.ruleId()));
            }
            assertThat(table.ruleIds()).hasSize(8).containsExactlyInAnyOrderElementsOf(met);
        }
    }

    @Nested
    @DisplayName("behov-for-tvaerfaglig-indsats")
    class PlanOffers {

        private final TableOnFile table = new TableOnFile("koordinering/behov-for-tvaerfaglig-indsats");

        @ParameterizedTest(name = "{0} actors, complex needs {1}: {2}")
        @CsvSource({
            "0, true,  true,  rule_plan_sammensatte_behov",
            "5, true,  true,  rule_plan_sammensatte_behov",
            "2, false, true,  rule_plan_flere_aktoerer",
            "7, false, true,  rule_plan_flere_aktoerer",
            "1, false, false, rule_plan_ikke_behov",
            "0, false, false, rule_plan_ikke_behov"
        })
        void theMeetingsJudgementDecides(int actors, boolean complex, boolean offered, String rule) {
            var hits = table.evaluate(Map.of("antalAktoererMedIndsats", actors, "harSammensatteBehov", complex));
            assertThat(hits).singleElement().satisfies(hit -> {
                assertThat(hit.isTrue("tilbydIntegrationsplan")).isEqualTo(offered);
                assertThat(hit.ruleId()).isEqualTo(rule);
                assertThat(hit.requiredText("begrundelse")).endsWith(".");
            });
        }

        @Test
        void thereAreThreeRules() {
            assertThat(table.ruleIds()).hasSize(3);
        }
    }
}
