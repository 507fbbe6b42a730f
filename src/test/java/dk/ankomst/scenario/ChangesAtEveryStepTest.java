package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.NewMember;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.platform.InputRefused;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * News about a family comes at any time. At every step of the ordinary course each kind of news is sent in a transaction
 * that is taken back afterwards, so that the course goes on as if nothing had come.
 */
class ChangesAtEveryStepTest extends ScenarioTest {

    private static final int TO_THE_END_EVERY = 9;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void news_about_a_family_never_leaves_anything_half_done() {
        String number = town.register(aFamily().withAdults(1).withChildren(1).expectedOn("2015-07-01"));
        int step = 0;
        do {
            String at = "step " + step + ", open: " + Municipality.namesOf(town.openTasks(number));
            boolean toTheEnd = step % TO_THE_END_EVERY == 0;
            boolean childToTheEnd = toTheEnd && step % 2 == 1;
            boolean adultToTheEnd = toTheEnd && step % 2 == 0;
            try {
                takenBack(() -> movesAway(number));
                takenBack(() -> permitLapses(number));
                takenBack(() -> memberJoins(number, Family.aChild(clock.today()), childToTheEnd));
                takenBack(() -> memberJoins(number, Family.anAdult(clock.today()), adultToTheEnd));
                if (town.facts(number).arrival() == null) {
                    takenBack(() -> arrivalIsMoved(number));
                    takenBack(() -> arrivesEarly(number, toTheEnd));
                } else {
                    takenBack(() -> arrivalIsCorrected(number, toTheEnd));
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(at + ": " + e.getMessage(), e);
            }
            step++;
        } while (town.step(number, Map.of()) && town.facts(number).open());
        town.nothingRemains(number);
        assertThat(step).isGreaterThan(40);
    }

    @Test
    void two_members_who_join_together_get_what_everybody_else_gets() {
        String number = town.register(aFamily().withAdults(1));
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        town.playUntil(number, "UserTask_TilbydHelbredsvurdering");
        join(number, Family.aChild(clock.today()));
        join(number, Family.anAdult(clock.today()));
        town.isSound(number);

        assertThat(town.openTasks(number, "UserTask_TilbydHelbredsvurdering")).hasSize(3);
        assertThat(town.openTasks(number, "UserTask_HoldKontraktsamtale")).hasSize(2);
        assertThat(town.deadlines(number, "helbredsvurdering-tilbud")).hasSize(3);
        assertThat(town.deadlines(number, "integrationskontrakt")).hasSize(2);
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    static Stream<Arguments> endsOfACase() {
        return Stream.of(
                Arguments.of(
                        "moved away before the arrival", false, true, "UserTask_OverdragSag", "Familien er flyttet"),
                Arguments.of(
                        "permit lapsed before the arrival",
                        false,
                        false,
                        "UserTask_AfslutIndsatser",
                        "Opholdet er bortfaldet"),
                Arguments.of("moved away after it", true, true, "UserTask_OverdragSag", "Familien er flyttet"),
                Arguments.of(
                        "permit lapsed after it", true, false, "UserTask_AfslutIndsatser", "Opholdet er bortfaldet"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endsOfACase")
    void what_comes_while_a_case_is_being_closed_changes_nothing_and_says_where_to_write_it(
            String words, boolean here, boolean moved, String task, String why) {
        String number = town.register(aFamily().withAdults(1).withChildren(1).expectedOn("2015-07-01"));
        if (here) {
            town.playAllBut(number);
            clock.on("2015-07-01");
            town.arrives(number);
            town.playUntil(number, "UserTask_TilbydHelbredsvurdering");
            join(number, Family.anAdult(clock.today()));
        }
        if (moved) {
            moveAway(number);
        } else {
            lapse(number);
        }
        CaseFacts before = town.facts(number);
        List<String> openBefore =
                town.openTasks(number).stream().map(Task::getId).toList();

        Map<String, Runnable> later = new LinkedHashMap<>();
        later.put("moved away", () -> moveAway(number));
        later.put("permit lapsed", () -> lapse(number));
        later.put("member joins", () -> join(number, Family.aChild(clock.today())));
        later.put("arrived", () -> town.arrives(number));
        later.put("expected on another day", () -> expectLater(number));
        later.forEach((news, sent) -> assertThatThrownBy(sent::run)
                .as(news)
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.message())
                                .startsWith(why + ", og sagen " + number + " er under afslutning")
                                .contains("Skriv det nye i den opgave, der er åben på sagen"))));

        assertThat(town.facts(number)).isEqualTo(before);
        assertThat(town.openTasks(number)).extracting(Task::getId).isEqualTo(openBefore);
        endsWithOneTask(number, task);
        assertThatThrownBy(() -> lapse(number)).hasMessageContaining("er afsluttet");
    }

    private void movesAway(String number) {
        moveAway(number);
        endsWithOneTask(number, "UserTask_OverdragSag");
    }

    private void permitLapses(String number) {
        lapse(number);
        endsWithOneTask(number, "UserTask_AfslutIndsatser");
    }

    private void moveAway(String number) {
        town.staff.as("koordinator", "koordinator", () -> {
            town.cases.movedAway(number, clock.today(), "Eksempelby", "Arbejde");
            return null;
        });
    }

    private void lapse(String number) {
        town.staff.as("koordinator", "koordinator", () -> {
            town.cases.permitLapsed(number, clock.today(), "Udrejst");
            return null;
        });
    }

    private void endsWithOneTask(String number, String key) {
        assertThat(Municipality.namesOf(town.openTasks(number))).containsExactly(key);
        assertThat(town.jobs(number)).as("timers left over").isEmpty();
        assertThat(town.instances(number)).as("instances left over").hasSize(1);
        town.isSound(number);
        town.complete(number, key, Map.of());
        town.nothingRemains(number);
    }

    private void memberJoins(String number, NewMember member, boolean toTheEnd) {
        long id = join(number, member);
        boolean adult = person(number, id).adult();
        assertThat(town.deadlines(number, "helbredsvurdering-tilbud"))
                .as("owed to the new member too")
                .extracting(view -> view.personId())
                .contains(id);
        assertThat(town.deadlines(number, "integrationskontrakt").stream()
                        .anyMatch(view -> view.personId() != null && view.personId() == id))
                .isEqualTo(adult);
        boolean begun = List.of("modtagelsesperiode", "integrationsforloeb")
                .contains(town.facts(number).phase());
        assertThat(town.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .processDefinitionKey("tilkomst")
                        .count())
                .isEqualTo(begun ? 1 : 0);
        town.isSound(number);
        if (toTheEnd) {
            town.playToEnd(number);
            town.nothingRemains(number);
        }
    }

    private void expectLater(String number) {
        town.staff.as("koordinator", "koordinator", () -> {
            town.cases.changePlannedArrival(number, clock.today().plusDays(70), "Flyet er aflyst");
            return null;
        });
    }

    private void arrivalIsMoved(String number) {
        expectLater(number);
        assertThat(town.deadline(number, "ankomstdag").dueDate())
                .isEqualTo(clock.today().plusDays(70));
        town.isSound(number);
    }

    private void arrivalIsCorrected(String number, boolean toTheEnd) {
        LocalDate today = clock.today();
        LocalDate arrived = town.facts(number).arrival().plusDays(1);
        clock.on(today.plusDays(2));
        town.staff.as("koordinator", "koordinator", () -> {
            town.cases.correctArrival(number, arrived, "Skrevet forkert");
            return null;
        });
        assertThat(town.facts(number).arrival()).isEqualTo(arrived);
        assertThat(town.deadline(number, "ankomstdag").dueDate()).isEqualTo(arrived);
        town.runDueJobs(number);
        town.isSound(number);
        if (toTheEnd) {
            town.playToEnd(number);
            town.nothingRemains(number);
        }
        clock.on(today);
    }

    private void arrivesEarly(String number, boolean toTheEnd) {
        town.arrives(number);
        assertThat(town.facts(number).phase()).isEqualTo("ankomst");
        assertThat(town.openTasks(number, "UserTask_ModtagFamilien")).hasSize(1);
        town.isSound(number);
        if (toTheEnd) {
            town.playToEnd(number);
            town.nothingRemains(number);
        }
    }

    private long join(String number, NewMember member) {
        return town.staff.as("koordinator", "koordinator", () -> town.cases.addMember(number, member, clock.today()));
    }

    private PersonFacts person(String number, long id) {
        return town.facts(number).persons().stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private void takenBack(Runnable news) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            news.run();
        });
    }
}
