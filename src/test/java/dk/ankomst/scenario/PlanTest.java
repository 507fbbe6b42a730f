package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.DeadlineState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** An integration plan is agreed, followed and closed beside the other phases. */
class PlanTest extends ScenarioTest {

    private static final String EFFORT = "UserTask_GennemfoerIndsats";
    private static final String FOLLOW_UP = "Event_TidTilOpfoelgning";
    private static final String MEETING = "UserTask_HoldOpfoelgningsmoede";

    @Test
    void each_department_gets_its_effort_and_the_plan_is_followed_up_twice_and_closed() {
        String number = town.register(aFamily().withChildren(2));
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        town.playUntil(number, "UserTask_IndkaldTilMoedet");
        assertThat(shown(town.openTask(number, "UserTask_IndkaldTilMoedet"), "koordinator"))
                .hasEntrySatisfying(
                        "deltagernavne", names -> assertThat(names.toString()).contains("Jobcenter, ", "Sprogcenter"));
        town.playAllBut(number, "UserTask_UdarbejdIntegrationsplan", "UserTask_FoelgModSelvforsoergelse");

        town.complete(number, "UserTask_UdarbejdIntegrationsplan", plan());

        assertThat(town.openTasks(number, EFFORT).stream().map(town.staff::groupOf))
                .containsExactlyInAnyOrder("jobcenter", "skole");
        assertThat(town.openTasks(number, EFFORT).stream()
                        .map(task -> shown(task, town.staff.groupOf(task)).get("afdelingsnavn")))
                .as("the departments by their names")
                .containsExactlyInAnyOrder("Jobcenter", "Skole og PPR");
        assertThat(town.deadline(number, "indsats-jobcenter")).satisfies(view -> {
            assertThat(view.kind()).isEqualTo(DeadlineKind.AFTALT);
            assertThat(view.dueDate()).isEqualTo("2015-08-20");
        });
        followUpStandsAt(number, "2015-08-31T22:00:00Z");
        for (Task effort : town.openTasks(number, EFFORT)) {
            town.staff.complete(effort, Map.of());
        }
        town.runJobs(number);
        assertThat(town.deadline(number, "indsats-skole").state()).isEqualTo(DeadlineState.MET);
        assertThat(town.openTasks(number, MEETING)).isEmpty();

        town.timePasses(number, LocalDate.of(2015, 9, 1));
        town.complete(number, MEETING, Map.of("planAfsluttes", "nej", "naesteOpfoelgningDato", "2015-10-01"));
        assertThat(town.deadline(number, "planopfoelgning-2015-09-01").state()).isEqualTo(DeadlineState.MET);
        followUpStandsAt(number, "2015-09-30T22:00:00Z");
        town.isSound(number);

        town.timePasses(number, LocalDate.of(2015, 10, 3));
        town.complete(number, MEETING, Map.of("planAfsluttes", "ja"));
        assertThat(town.deadline(number, "planopfoelgning-2015-10-01").state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(town.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .processDefinitionKey("integrationsplan")
                        .count())
                .as("the plan is closed, the case goes on")
                .isZero();
        town.isSound(number);
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void a_plan_without_efforts_waits_for_its_follow_up_only() {
        String number = town.register(aFamily());
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        town.playAllBut(number, "UserTask_UdarbejdIntegrationsplan", "UserTask_FoelgModSelvforsoergelse");
        Map<String, String> none = new HashMap<>(plan());
        none.put("indsatsJobcenter", "nej");
        none.put("indsatsSkole", "nej");
        town.complete(number, "UserTask_UdarbejdIntegrationsplan", none);

        assertThat(town.openTasks(number, EFFORT)).isEmpty();
        town.timePasses(number, LocalDate.of(2015, 9, 1));
        town.complete(number, MEETING, Map.of("planAfsluttes", "ja"));
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    private Map<String, Object> shown(Task task, String group) {
        return town.staff.as(group, group, () -> town.engine.getFormService().getTaskFormVariables(task.getId()));
    }

    private void followUpStandsAt(String number, String instant) {
        assertThat(town.timers(number, FOLLOW_UP))
                .singleElement()
                .satisfies(timer -> assertThat(LateCourse.instant(timer)).isEqualTo(Instant.parse(instant)));
    }

    private static Map<String, String> plan() {
        Map<String, String> plan = new HashMap<>();
        for (String none : List.of(
                "Ydelse",
                "Bolig",
                "Sundhed",
                "Sprogcenter",
                "BoernFamilie",
                "SocialHandicap",
                "Frivilligkoordinator")) {
            plan.put("indsats" + none, "nej");
        }
        plan.put("indsatsJobcenter", "ja");
        plan.put("indsatsJobcenterDato", "2015-08-20");
        plan.put("indsatsSkole", "ja");
        plan.put("indsatsSkoleDato", "2015-08-25");
        plan.put("opfoelgningDato", "2015-09-01");
        return plan;
    }
}
