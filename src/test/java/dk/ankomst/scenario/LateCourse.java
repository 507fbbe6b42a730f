package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.deadlines.Change;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Judgement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** Nobody holds the talk about the contract in time; played alike on every database. */
final class LateCourse {

    private static final String CONTRACT = "integrationskontrakt";

    static final String CAUSE = "Tolken kom ikke til samtalen";

    private LateCourse() {}

    /** Plays past the deadline of the contract and returns the case's number. */
    static String playToTheBreach(Municipality town) {
        String number = town.register(aFamily().withChildren(1).visitedOn("2015-05-15"));
        town.playAllBut(number);
        town.clock.on("2015-07-01");
        town.arrives(number);
        town.playUntil(number, "UserTask_HoldKontraktsamtale");
        LocalDate due = town.deadlines(number, CONTRACT).get(0).dueDate();
        assertThat(due).as("one month from the takeover").isEqualTo("2015-08-01");
        Instant passed = due.plusDays(1).atStartOfDay(SettableClock.DENMARK).toInstant();
        assertThat(town.timers(number, "Timer_KontraktsamtaleFristUdloebet"))
                .hasSize(2)
                .allSatisfy(timer -> assertThat(instant(timer)).isEqualTo(passed));
        town.playAllBut(number, "UserTask_HoldKontraktsamtale", "UserTask_TilbydKontaktfamilie");

        town.timePasses(number, passed.minusSeconds(1));
        assertThat(town.deadlines(number, CONTRACT))
                .allSatisfy(view -> assertThat(view.state()).isEqualTo(DeadlineState.RUNNING));
        assertThat(leadersTasks(town, number)).isEmpty();

        town.timePasses(number, passed);
        assertThat(town.deadlines(number, CONTRACT)).hasSize(2).allSatisfy(view -> {
            assertThat(view.state()).isEqualTo(DeadlineState.BREACHED);
            assertThat(view.breachedAt()).isEqualTo(passed);
            assertThat(view.cause()).isNotBlank();
        });
        assertThat(leadersTasks(town, number)).as("one for both adults").hasSize(1);
        town.isSound(number);
        return number;
    }

    /** Does late what was not done in time. */
    static void catchUp(Municipality town, String number) {
        town.timePasses(number, LocalDate.of(2015, 8, 10));
        assertThat(leadersTasks(town, number)).as("nobody is told twice").hasSize(1);
        for (Task talk : town.openTasks(number, "UserTask_HoldKontraktsamtale")) {
            town.staff.complete(talk, Map.of());
        }
        town.runDueJobs(number);
        for (Task signing : town.openTasks(number, "UserTask_UnderskrivKontrakt")) {
            town.staff.complete(signing, Map.of());
        }
        town.runDueJobs(number);
        assertThat(leadersTasks(town, number)).as("nobody is told twice").hasSize(1);
        for (DeadlineView view : town.deadlines(number, CONTRACT)) {
            assertThat(view.state()).isEqualTo(DeadlineState.MET_LATE);
            assertThat(view.metOn()).isEqualTo("2015-08-10");
            assertThat(view.breachedAt()).isEqualTo("2015-08-01T22:00:00Z");
            assertThat(view.cause()).isNotBlank();
            assertThat(view.changes()).extracting(Change::what).contains(Change.Kind.BREACHED, Change.Kind.MET);
        }
        town.staff.complete(
                leadersTasks(town, number).get(0),
                Map.of("fristbrudAarsag", CAUSE, "fristbrudHandling", "Jobcentret holder to samtaler hver uge"));
        assertThat(town.deadlines(number, CONTRACT))
                .extracting(DeadlineView::judgement)
                .as("judged once for both adults")
                .containsOnly(
                        new Judgement(CAUSE, "Jobcentret holder to samtaler hver uge", town.clock.instant(), "leder"));
        town.isSound(number);
        town.playToEnd(number);
        town.nothingRemains(number);
        assertThat(town.deadlines(number, CONTRACT))
                .as("the judgement stays with the deadline, each among its changes too")
                .allSatisfy(view -> assertThat(view.judgement()).isNotNull())
                .allSatisfy(view ->
                        assertThat(view.changes()).extracting(Change::what).contains(Change.Kind.JUDGED));
        assertThat(town.deadlines(number, CONTRACT))
                .extracting(DeadlineView::state)
                .containsOnly(DeadlineState.MET_LATE);
    }

    static List<Task> leadersTasks(Municipality town, String number) {
        List<Task> tasks = town.openTasks(number, "UserTask_VurderFristbrud").stream()
                .filter(task -> CONTRACT.equals(town.engine.getTaskService().getVariable(task.getId(), "pligt")))
                .toList();
        assertThat(tasks)
                .allSatisfy(task -> assertThat(town.staff.groupOf(task)).isEqualTo("leder"));
        return tasks;
    }

    @SuppressWarnings("JavaUtilDate") // the engine's own type
    static Instant instant(Job timer) {
        return Objects.requireNonNull(timer.getDuedate()).toInstant();
    }
}
