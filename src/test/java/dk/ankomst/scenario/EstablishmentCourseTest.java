package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.establishment.ItemState;
import dk.ankomst.establishment.LineAnswer;
import dk.ankomst.establishment.StoredLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What the package leaves open is answered before support is granted. */
class EstablishmentCourseTest extends ScenarioTest {

    private static final String CLARIFY = "UserTask_AfklarAabneSpoergsmaal";
    private static final String GRANT = "UserTask_BevilgEtableringsstoette";

    @Test
    void questions_are_clarified_only_when_every_chosen_line_is_answered_and_granted_only_while_they_are() {
        String number = town.register(aFamily().withChildren(1));
        proposed(number);
        town.playUntil(number, CLARIFY);
        Task clarify = town.openTask(number, CLARIFY);
        assertThat(shown(clarify).get("aabneSpoergsmaal").toString()).contains("- seng: skriv antallet");

        assertThatThrownBy(() -> submit(clarify, Map.of("afklaring", "Aftalt")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("spørgsmål om etableringen er stadig åbne")
                .hasMessageContaining("siden Etablering")
                .hasMessageContaining(number);
        assertThat(town.openTasks(number, CLARIFY)).hasSize(1);

        town.staff.as("koordinator", "koordinator", () -> {
            town.staff.answerOpenLines(clarify);
            return null;
        });
        assertThat(shown(clarify)).containsEntry("aabneSpoergsmaal", "Alle spørgsmål er besvaret.");
        submit(clarify, Map.of());
        town.runJobs(number);

        StoredLine bed = line(number, "seng");
        town.establishment.answer(
                number, List.of(new LineAnswer(bed.id(), bed.version(), true, null, ItemState.NY, null)));
        Task grant = town.openTask(number, GRANT);
        assertThatThrownBy(() -> town.staff.complete(grant, Map.of("erBevilget", "ja")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("1 spørgsmål om etableringen er stadig åbent: seng");

        StoredLine open = line(number, "seng");
        town.establishment.answer(
                number, List.of(new LineAnswer(open.id(), open.version(), false, null, ItemState.NY, null)));
        town.staff.complete(grant, Map.of("erBevilget", "ja"));
        town.runJobs(number);
        assertThat(town.establishment.proposal(number).isAnswerable()).isFalse();
        assertThat(line(number, "seng").decidedAt())
                .as("a dropped line is not granted")
                .isNull();
        assertThat(line(number, "tallerkener").decidedAt()).isNotNull();
    }

    @Test
    void support_that_is_refused_needs_no_answers() {
        String number = town.register(aFamily().withAdults(1));
        proposed(number);
        town.playUntil(number, GRANT);
        StoredLine bed = line(number, "seng");
        town.establishment.answer(
                number, List.of(new LineAnswer(bed.id(), bed.version(), true, null, ItemState.NY, null)));
        town.complete(number, GRANT, Map.of("erBevilget", "nej"));
        assertThat(town.openTasks(number, GRANT)).isEmpty();
    }

    /** A package with beds and plates, and a family that brings neither. */
    private void proposed(String number) {
        town.playUntil(number, "UserTask_RegistrerEjendele");
        town.complete(
                number,
                "UserTask_RegistrerEjendele",
                Map.of("pakke", "silkeborg", "ejendele", List.of("sofa"), "mangler", List.of("garderobeskab")));
    }

    private StoredLine line(String number, String item) {
        return town.establishment.proposal(number).lines().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> shown(Task task) {
        return town.staff.as(
                "koordinator",
                "koordinator",
                () -> new HashMap<>(town.engine.getFormService().getTaskFormVariables(task.getId())));
    }

    private void submit(Task task, Map<String, Object> answers) {
        town.staff.as("koordinator", "koordinator", () -> {
            town.engine.getFormService().submitTaskForm(task.getId(), new HashMap<>(answers));
            return null;
        });
    }
}
