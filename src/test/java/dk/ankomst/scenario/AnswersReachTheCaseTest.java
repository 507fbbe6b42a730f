package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.cases.PersonFacts;
import dk.ankomst.deadlines.DeadlineState;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What staff answer in a form changes the case and meets its duties with the dates that they typed. */
class AnswersReachTheCaseTest extends ScenarioTest {

    @Test
    void a_permanent_dwelling_meets_law_and_goal_on_the_day_the_family_moved_in() {
        String number = arrived(aFamily(), Map.of("boligErPermanent", "nej"));
        town.complete(number, "UserTask_FindPermanentBolig", Map.of("boligFundet", "ja"));
        town.complete(number, "UserTask_AnvisBolig", Map.of("boligAccepteret", "ja"));
        town.timePasses(number, LocalDate.of(2015, 8, 20));

        town.complete(number, "UserTask_RegistrerIndflytning", Map.of("indflytningsdato", "2015-08-01"));

        isMetOn(number, "permanent-bolig", "2015-08-01");
        isMetOn(number, "permanent-bolig-maal", "2015-08-01");
        assertThat(town.facts(number).permanentDwelling()).isTrue();
    }

    @Test
    void a_dwelling_that_is_permanent_from_the_start_meets_law_and_goal_on_the_day_of_arrival() {
        String number = town.register(aFamily());
        town.playAllBut(number, "UserTask_FindBolig");
        town.complete(number, "UserTask_FindBolig", Map.of("boligErPermanent", "ja"));
        town.playAllBut(number);
        assertThat(town.deadline(number, "permanent-bolig").metOn())
                .as("nobody lives there yet")
                .isNull();
        clock.on("2015-07-01");
        town.arrives(number);
        clock.on("2015-07-03");
        town.playAllBut(number, "UserTask_FoelgModSelvforsoergelse");

        isMetOn(number, "permanent-bolig", "2015-07-01");
        isMetOn(number, "permanent-bolig-maal", "2015-07-01");
    }

    @Test
    void a_language_that_was_clarified_stands_on_everybody_without_one() {
        String number = town.register(aFamily().withChildren(1).ofNationality("afghanistan", null));
        assertThat(town.facts(number).persons())
                .extracting(PersonFacts::interpreterLanguage)
                .containsOnlyNulls();
        town.playAllBut(number, "UserTask_AfklarTolkesprog");

        town.complete(
                number,
                "UserTask_AfklarTolkesprog",
                Map.of("afklaretTolkesprog", "pashto", "tolkesprogReserve", "engelsk"));

        assertThat(town.facts(number).persons())
                .hasSize(3)
                .extracting(PersonFacts::interpreterLanguage)
                .containsOnly("pashto");
        assertThat(jdbc.sql(
                                "select distinct p.interpreter_fallback from person p join case_file c on c.id = p.case_id where c.case_number = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("engelsk");
        town.isSound(number);
    }

    private String arrived(Family family, Map<String, String> dwelling) {
        String number = town.register(family);
        town.playAllBut(number, "UserTask_FindBolig");
        town.complete(number, "UserTask_FindBolig", dwelling);
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        town.playAllBut(number, "UserTask_FindPermanentBolig", "UserTask_FoelgModSelvforsoergelse");
        return number;
    }

    private void isMetOn(String number, String duty, String day) {
        assertThat(town.deadline(number, duty)).satisfies(view -> {
            assertThat(view.state()).isEqualTo(DeadlineState.MET);
            assertThat(view.metOn()).isEqualTo(day);
        });
    }
}
