package dk.ankomst.workflow.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.junit.jupiter.api.Test;

class EngineSentencesTest {

    @Test
    void a_missing_right_is_told_by_what_one_wanted_to_do() {
        assertThat(EngineSentences.forEveryone(new AuthorizationException("bo", "TASK_WORK", "Task", "4711")))
                .isEqualTo(
                        "Din rolle kan ikke løse andre afdelingers opgaver. Spørg din leder, hvis du mener, at du skal "
                                + "kunne det.");
        assertThat(EngineSentences.forEveryone(
                        new AuthorizationException("bo", "CREATE_INSTANCE", "ProcessDefinition", "helbred")))
                .startsWith("Din rolle kan ikke begynde forløb.");
    }

    @Test
    void a_right_without_a_word_of_ours_is_told_without_its_code() {
        List<MissingAuthorization> missing = List.of(new MissingAuthorization("MIGRATE", "Batch", "*"));

        assertThat(EngineSentences.forEveryone(new AuthorizationException("bo", missing)))
                .startsWith("Din rolle kan ikke gøre dette.")
                .doesNotContain("MIGRATE");
        assertThat(EngineSentences.forEveryone(new AuthorizationException("Required admin authenticated group.")))
                .startsWith("Din rolle kan ikke gøre dette.");
    }

    @Test
    void people_are_told_in_danish_what_went_wrong_and_programs_in_the_engines_words() {
        ProcessEngineException broken = new ProcessEngineException("ENGINE-1 Unexpected", new NullPointerException());

        assertThat(EngineSentences.forPeople(broken, Status.INTERNAL_SERVER_ERROR))
                .startsWith("Der skete en fejl i systemet, og intet er gemt.");
        assertThat(EngineSentences.forEveryone(broken)).isNull();
        assertThat(EngineSentences.forPeople(broken, Status.BAD_REQUEST)).startsWith("Systemet kunne ikke bruge det");
        assertThat(EngineSentences.forPeople(broken, Status.NOT_FOUND)).contains("findes ikke længere");
        assertThat(EngineSentences.forPeople(
                        new ProcessEngineException(new TaskAlreadyClaimedException("4711", "bo")),
                        Status.INTERNAL_SERVER_ERROR))
                .startsWith("Opgaven er overtaget af en anden imens.");
        assertThat(EngineSentences.forPeople(new OptimisticLockingException("x"), Status.INTERNAL_SERVER_ERROR))
                .startsWith("En anden arbejdede med det samme");
    }

    @Test
    void a_task_that_is_gone_keeps_the_words_that_tasklist_knows_it_by() {
        assertThat(EngineSentences.forPeople(
                        new ProcessEngineException("Cannot find task with id 4711: task is null"),
                        Status.INTERNAL_SERVER_ERROR))
                .isNull();
    }
}
