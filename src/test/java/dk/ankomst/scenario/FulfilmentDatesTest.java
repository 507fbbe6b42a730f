package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.ankomst.platform.InputRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody meets a duty before the case began, and nobody tomorrow: whatever field a task's model names for the day. */
class FulfilmentDatesTest extends ScenarioTest {

    @Test
    void a_duty_is_fulfilled_between_the_visitation_and_today() {
        String number = town.register(aFamily().withChildren(1).visitedOn("2026-03-02"));
        clock.on("2026-03-09");
        Set<String> tried = new TreeSet<>();
        boolean goesOn = true;
        while (goesOn) {
            List<Task> open = town.openTasks(number);
            String field = open.isEmpty() ? null : fulfilledOn(open.get(0));
            if (field != null && tried.add(field)) {
                assertRefused(
                        open.get(0),
                        field,
                        LocalDate.of(2020, 1, 1),
                        "kan ikke ligge før visitationen den 2. marts 2026");
                assertRefused(open.get(0), field, clock.today().plusDays(1), "ligger efter i dag, den 9. marts 2026");
            }
            goesOn = town.step(number, Map.of());
        }
        town.nothingRemains(number);
        assertThat(tried)
                .contains(
                        "velkomstDato",
                        "cprRegistreretDato",
                        "tilbudtDato",
                        "laegebesoegDato",
                        "henvistDato",
                        "underskrevetDato",
                        "programTilbudtDato",
                        "virksomhedstilbudDato",
                        "opfoelgningHoldtDato");
    }

    private void assertRefused(Task task, String field, LocalDate date, String sentence) {
        Throwable thrown = catchThrowable(() -> town.staff.complete(task, Map.of(field, date.toString())));
        assertThat(thrown)
                .as("%s on %s", field, date)
                .hasRootCauseInstanceOf(InputRefused.class)
                .rootCause()
                .asInstanceOf(InstanceOfAssertFactories.type(InputRefused.class))
                .satisfies(
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo(field);
                            assertThat(error.message()).contains(sentence);
                        }));
        assertThat(town.engine
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .count())
                .as("still open")
                .isEqualTo(1);
    }

    private @Nullable String fulfilledOn(Task task) {
        UserTask inModel = town.engine
                .getRepositoryService()
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return inModel.getExtensionElements() == null
                ? null
                : inModel
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> property.getCamundaName().equals("opfyldtDato"))
                        .map(CamundaProperty::getCamundaValue)
                        .findFirst()
                        .orElse(null);
    }
}
