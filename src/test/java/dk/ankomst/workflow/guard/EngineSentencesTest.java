package dk.ankomst.workflow.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.workflow.guard.EngineSentences.Told;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Response.Status;
import java.sql.SQLException;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;

class EngineSentencesTest {

    private static final String BUSY = "En anden arbejder i sagen lige nu. Prøv igen om lidt.";

    private static Told program(Throwable thrown) {
        return EngineSentences.told(thrown, Status.INTERNAL_SERVER_ERROR, false);
    }

    private static String sentence(Throwable thrown) {
        return String.valueOf(program(thrown).sentence());
    }

    @Test
    void a_missing_right_is_told_by_what_one_wanted_to_do() {
        assertThat(sentence(new AuthorizationException("bo", "TASK_WORK", "Task", "4711")))
                .isEqualTo(
                        "Din rolle kan ikke løse andre afdelingers opgaver. Spørg din leder, hvis du mener, at du skal "
                                + "kunne det.");
        assertThat(sentence(new AuthorizationException("bo", "CREATE_INSTANCE", "ProcessDefinition", "helbred")))
                .startsWith("Din rolle kan ikke begynde forløb.");
    }

    @Test
    void a_right_without_a_word_of_ours_is_told_without_its_code() {
        List<MissingAuthorization> missing = List.of(new MissingAuthorization("MIGRATE", "Batch", "*"));

        assertThat(sentence(new AuthorizationException("bo", missing)))
                .startsWith("Din rolle kan ikke gøre dette.")
                .doesNotContain("MIGRATE");
        assertThat(sentence(new AuthorizationException("Required admin authenticated group.")))
                .startsWith("Din rolle kan ikke gøre dette.");
    }

    @Test
    void a_fault_of_ours_is_told_in_danish_and_a_programs_own_fault_in_the_engines_words() {
        ProcessEngineException broken = new ProcessEngineException("ENGINE-1 Unexpected", new NullPointerException());
        BadUserRequestException bad = new BadUserRequestException("Cannot set query parameter 'x'");

        assertThat(sentence(broken)).startsWith("Der skete en fejl i systemet, og intet er gemt.");
        assertThat(EngineSentences.told(bad, Status.BAD_REQUEST, false)).isEqualTo(new Told(400, null));
        assertThat(EngineSentences.told(bad, Status.BAD_REQUEST, true).sentence())
                .startsWith("Systemet kunne ikke bruge det");
        assertThat(EngineSentences.told(bad, Status.NOT_FOUND, true).sentence()).contains("findes ikke længere");
        assertThat(program(new NullValueException("no process found")).status()).isEqualTo(404);
        assertThat(EngineSentences.told(new NotAllowedException("GET"), Status.METHOD_NOT_ALLOWED, false))
                .isEqualTo(new Told(
                        405, "Adressen kan ikke bruges på den måde. Brug en af de metoder, der står i Allow."));
    }

    @Test
    void who_was_second_is_told_that_somebody_else_was_first() {
        assertThat(program(new ProcessEngineException(new TaskAlreadyClaimedException("4711", "bo"))))
                .isEqualTo(new Told(
                        409, "Opgaven er overtaget af en anden imens. Genindlæs siden for at se, hvem der har den."));
        for (Exception clash : List.of(
                new SQLException("unique index", "23505"),
                new OptimisticLockingException("x"),
                new OptimisticLockingFailureException("x"),
                new DuplicateKeyException("insert into form_submit"))) {
            assertThat(program(new ProcessEngineException(clash)))
                    .isEqualTo(new Told(
                            409,
                            "En anden ændrede opgaven samtidig, og intet er gemt. Genindlæs siden, og prøv igen."));
        }
    }

    @Test
    void who_waited_too_long_is_told_so_without_a_word_of_sql() {
        for (Exception waited : List.of(
                new CannotAcquireLockException("select * from deadline for update"),
                new QueryTimeoutException("select * from deadline for update"),
                new SQLException("canceling statement due to lock timeout", "55P03"),
                new SQLException("Timeout trying to lock table", "HYT00"))) {
            assertThat(program(new ProcessEngineException("### Error", waited))).isEqualTo(new Told(409, BUSY));
        }
        assertThat(program(new ProcessEngineException("### Error", new SQLException("syntax", "42601")))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void a_task_that_is_gone_is_told_in_danish_and_in_tasklist_with_the_words_it_knows_it_by() {
        ProcessEngineException gone = new ProcessEngineException("Cannot find task with id 4711: task is null");

        assertThat(program(gone))
                .isEqualTo(new Told(
                        404, "Opgaven findes ikke længere. Den er løst eller faldet bort imens. Se sagens historik."));
        assertThat(EngineSentences.told(gone, Status.INTERNAL_SERVER_ERROR, true))
                .isEqualTo(new Told(
                        404,
                        "Opgaven findes ikke længere. Den er løst eller faldet bort imens. Se sagens historik."
                                + " (task is null)"));
    }
}
