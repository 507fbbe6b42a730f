package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.cases.CaseClosed;
import dk.ankomst.deadlines.CaseEvents;
import dk.ankomst.deadlines.CaseEvents.Report;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.DeadlinesByHand;
import dk.ankomst.worklist.BreachTasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people report on a case, while its plan runs. */
class ReportedEventsTest extends ScenarioTest {

    @Autowired
    private CaseEvents events;

    @Autowired
    private DeadlinesByHand byHand;

    @Autowired
    private BreachTasks breachTasks;

    @Test
    void a_passed_deadline_of_an_event_is_recorded_as_broken_once_and_told_to_the_leader() {
        String number = aFamilyOfOne();
        clock.on("2015-05-20");
        report(number, "klage", "2015-05-18");
        report(number, "klage", "2015-05-20");
        as("koordinator", () -> byHand.meet(number, "2.genvurdering", null, LocalDate.of(2015, 5, 20), null));

        town.timePasses(number, LocalDate.of(2015, 6, 15));
        assertThat(deadline(number, "1.genvurdering").state()).isEqualTo(DeadlineState.RUNNING);
        town.timePasses(number, LocalDate.of(2015, 6, 16));
        town.timePasses(number, LocalDate.of(2015, 6, 20));

        assertThat(deadline(number, "1.genvurdering"))
                .returns(DeadlineState.BREACHED, DeadlineView::state)
                .returns("Pligten var ikke opfyldt, da fristen udløb", DeadlineView::cause);
        assertThat(deadline(number, "2.genvurdering").state()).isEqualTo(DeadlineState.MET);
        assertThat(told(number))
                .filteredOn(duty -> duty.endsWith("genvurdering"))
                .containsExactly("1.genvurdering");

        as("koordinator", () -> byHand.meet(number, "1.genvurdering", null, LocalDate.of(2015, 6, 19), null));
        assertThat(deadline(number, "1.genvurdering").state()).isEqualTo(DeadlineState.MET_LATE);
        town.isSound(number);
    }

    @Test
    void a_duty_that_was_wrongly_noted_as_met_and_has_passed_is_broken_and_told_to_the_leader() {
        String number = aFamilyOfOne();
        clock.on("2015-05-20");
        report(number, "klage", "2015-05-18");
        as("koordinator", () -> byHand.meet(number, "1.genvurdering", null, LocalDate.of(2015, 5, 20), null));
        town.timePasses(number, LocalDate.of(2015, 6, 20));

        as("leder", () -> byHand.reopen(number, "1.genvurdering", null, "Det var en anden sag"));
        town.timePasses(number, LocalDate.of(2015, 6, 21));

        assertThat(deadline(number, "1.genvurdering").state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(told(number)).contains("1.genvurdering");
        town.isSound(number);
    }

    @Test
    void the_task_about_a_missed_event_says_what_has_become_of_the_duty_since() {
        String number = aFamilyOfOne();
        clock.on("2015-05-20");
        report(number, "klage", "2015-05-18");
        town.timePasses(number, LocalDate.of(2015, 6, 16));
        Task task = town.openTasks(number, "UserTask_VurderFristbrud").stream()
                .filter(open ->
                        "1.genvurdering".equals(town.engine.getTaskService().getVariable(open.getId(), "pligt")))
                .findFirst()
                .orElseThrow();
        assertThat(standing(task)).isEqualTo("Pligten gælder stadig og er ikke opfyldt");
        assertThat(breachTasks.duties(List.of(task.getId(), "ukendt")))
                .isEqualTo(Map.of(task.getId(), "1.genvurdering"));

        as("koordinator", () -> byHand.meet(number, "1.genvurdering", null, LocalDate.of(2015, 6, 16), null));
        assertThat(standing(task)).isEqualTo("Pligten blev opfyldt den 16. juni 2015, efter fristen den 15. juni 2015");

        as("koordinator", () -> events.correct(number, 1, LocalDate.of(2015, 5, 20), "Poststemplet"));
        assertThat(standing(task))
                .isEqualTo("Pligten blev opfyldt den 16. juni 2015, i tide efter den frist, der gælder nu: den 17. juni"
                        + " 2015");
        assertThat(town.openTasks(number, "UserTask_VurderFristbrud"))
                .extracting(Task::getId)
                .contains(task.getId());
    }

    @Test
    void the_task_about_a_missed_event_that_is_taken_back_says_that_the_duty_applies_no_more() {
        String number = aFamilyOfOne();
        clock.on("2015-05-20");
        report(number, "klage", "2015-05-18");
        town.timePasses(number, LocalDate.of(2015, 6, 16));
        Task task = town.openTasks(number, "UserTask_VurderFristbrud").get(0);

        as("koordinator", () -> events.withdraw(number, 1, "En anden sag"));

        assertThat(standing(task)).startsWith("Pligten gælder ikke mere.");
    }

    @Test
    void an_event_that_is_taken_back_is_watched_no_more() {
        String number = aFamilyOfOne();
        clock.on("2015-05-20");
        report(number, "klage", "2015-05-18");
        as("koordinator", () -> events.withdraw(number, 1, "En anden sag"));

        town.timePasses(number, LocalDate.of(2015, 6, 20));

        assertThat(deadline(number, "1.genvurdering").state()).isEqualTo(DeadlineState.NOT_APPLICABLE);
        assertThat(told(number)).noneMatch(duty -> duty.endsWith("genvurdering"));
        town.isSound(number);
    }

    @Test
    void what_was_reported_stays_when_the_arrival_is_another_and_lapses_with_the_case() {
        String number = aFamilyOfOne();
        clock.on("2015-05-20");
        report(number, "klage", "2015-05-18");

        as("koordinator", () -> town.cases.changePlannedArrival(number, LocalDate.of(2015, 7, 15), "Flyet er aflyst"));
        assertThat(deadline(number, "1.genvurdering"))
                .returns(DeadlineState.RUNNING, DeadlineView::state)
                .returns(LocalDate.of(2015, 6, 15), DeadlineView::dueDate);

        as(
                "koordinator",
                () -> town.cases.movedAway(
                        number, LocalDate.of(2015, 5, 20), "Prøveby Kommune", "Familien er flyttet"));
        assertThat(deadline(number, "1.genvurdering").state()).isEqualTo(DeadlineState.LAPSED);
        assertThatThrownBy(() -> report(number, "klage", "2015-05-19")).isInstanceOf(CaseClosed.class);
    }

    private String standing(Task task) {
        return String.valueOf(town.staff
                .as("leder", "leder", () -> town.engine.getFormService().getTaskFormVariables(task.getId()))
                .get("fristbrudNu"));
    }

    private List<String> told(String number) {
        return town.openTasks(number, "UserTask_VurderFristbrud").stream()
                .map(Task::getId)
                .map(task -> (String) town.engine.getTaskService().getVariable(task, "pligt"))
                .toList();
    }

    private void report(String number, String event, String date) {
        as("koordinator", () -> events.report(number, new Report(event, LocalDate.parse(date), null, null)));
    }

    private DeadlineView deadline(String number, String duty) {
        return town.deadline(number, duty);
    }

    private String aFamilyOfOne() {
        return town.register(aFamily().withAdults(1).visitedOn("2015-05-15").expectedOn("2015-07-03"));
    }

    private void as(String group, Runnable work) {
        town.staff.as(group, group, () -> {
            work.run();
            return true;
        });
    }
}
