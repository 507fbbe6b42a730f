package dk.ankomst.workflow.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.lint.Finding;
import dk.ankomst.lint.ModelLint;
import dk.ankomst.lint.Models;
import dk.ankomst.lint.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.util.LinkedMultiValueMap;

/** Deploys over HTTP as the Modeler does, with a process owner's login. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class DeploymentGateTest {

    private static final String TAG = "versionTag=\"[0-9.]+\"";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    private long deploymentsBefore;

    @BeforeEach
    void count() {
        deploymentsBefore = repository.createDeploymentQuery().count();
    }

    @AfterEach
    void takeBack() {
        repository
                .createDeploymentQuery()
                .deploymentName("Fra Modeler")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId()));
    }

    @Test
    void a_table_with_a_higher_tag_goes_into_use() throws IOException {
        String table = read("processes/frister/opgavefrist.dmn").replaceFirst(TAG, "versionTag=\"9.0.0\"");

        assertThat(deploy("opgavefrist.dmn", table).getStatusCode()).isEqualTo(HttpStatus.OK);

        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("opgavefrist")
                        .latestVersion()
                        .singleResult()
                        .getVersionTag())
                .isEqualTo("9.0.0");
    }

    @Test
    void a_changed_table_with_the_tag_in_use_is_refused_with_the_next_tag() throws IOException {
        String table = read("processes/frister/opgavefrist.dmn");
        Matcher tag = Pattern.compile("versionTag=\"(\\d+\\.\\d+)\\.(\\d+)\"").matcher(table);
        assertThat(tag.find()).isTrue();
        String next = tag.group(1) + "." + (Integer.parseInt(tag.group(2)) + 1);

        isRefused(
                deploy("opgavefrist.dmn", table + "<!-- changed -->"),
                "opgavefrist.dmn: Sæt versionTag op, fx til " + next + ".");
    }

    @Test
    void a_model_that_breaks_a_rule_is_refused_with_file_element_and_what_to_do() throws IOException {
        String plan = read("processes/modtagelse/ankomst.bpmn")
                .replaceFirst(TAG, "versionTag=\"9.0.0\"")
                .replaceFirst("formRefBinding=\"latest\"", "formRefBinding=\"deployment\"");

        isRefused(deploy("ankomst.bpmn", plan), "ankomst.bpmn, UserTask_");
    }

    @Test
    void a_model_without_a_tag_is_refused() throws IOException {
        String form = read("forms/modtagelse/goer-status.form").replaceFirst("\"versionTag\": \"[^\"]*\",", "");

        isRefused(deploy("goer-status.form", form), "goer-status.form");
    }

    @Test
    void a_file_that_is_no_model_is_refused_in_danish() {
        isRefused(
                deploy("ankomst.bpmn", "ikke xml"),
                "ankomst.bpmn: Filen kan ikke læses (den er ikke gyldig XML; se linje 1, kolonne 1)");
    }

    @Test
    void a_form_that_cannot_be_read_is_the_only_thing_said() throws IOException {
        String form = read("forms/modtagelse/goer-status.form").replaceFirst(":", "");

        ResponseEntity<String> answer = deploy("goer-status.form", form);

        isRefused(answer, "goer-status.form: Filen kan ikke læses (den er ikke gyldig JSON; se linje ");
        assertThat(answer.getBody()).doesNotContain("findes ikke").doesNotContain("REDACTED");
    }

    @Test
    void a_service_that_the_program_does_not_have_is_refused() throws IOException {
        String plan = read("processes/modtagelse/ankomst.bpmn")
                .replaceFirst(TAG, "versionTag=\"9.0.0\"")
                .replace("${meldFristbrud}", "${meldFristbruddet}")
                .replaceFirst("deadlines\\.taskDate", "deadlines.opgavedato");

        ResponseEntity<String> answer = deploy("ankomst.bpmn", plan);

        isRefused(answer, "ankomst.bpmn: Ret navnet på tjenesten meldFristbruddet;");
        isRefused(answer, "ankomst.bpmn: Ret deadlines.opgavedato;");
    }

    @Test
    void an_element_at_which_a_case_stands_must_stay() throws IOException {
        String process = read("processes/modtagelse/ankomst.bpmn");
        Matcher task = Pattern.compile("id=\"(UserTask_\\w+)\"").matcher(process);
        assertThat(task.find()).isTrue();
        String waitsAt = task.group(1);
        ProcessInstance waiting = runtime.createProcessInstanceByKey("ankomst")
                .startBeforeActivity(waitsAt)
                .setVariable("sagsnummer", "2026-99999")
                .execute(true, true);
        try {
            isRefused(
                    deploy(
                            "ankomst.bpmn",
                            process.replaceFirst(TAG, "versionTag=\"9.0.0\"").replace(waitsAt, waitsAt + "Ny")),
                    "ankomst.bpmn, " + waitsAt + ": Behold elementet");
        } finally {
            runtime.deleteProcessInstance(waiting.getId(), "test");
        }
    }

    @Test
    void an_old_error_in_somebody_elses_model_does_not_stop_a_good_change() throws IOException {
        String broken = read("processes/modtagelse/ankomst.bpmn")
                .replaceFirst("formRefBinding=\"latest\"", "formRefBinding=\"deployment\"");
        repository
                .createDeployment()
                .name("Fra Modeler")
                .addString("ankomst.bpmn", broken)
                .deploy();
        String table = read("processes/frister/opgavefrist.dmn").replaceFirst(TAG, "versionTag=\"9.0.0\"");

        assertThat(deploy("opgavefrist.dmn", table).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void a_warning_does_not_stop() throws IOException {
        String large = read("processes/etablering/etableringspakke.dmn").replaceFirst(TAG, "versionTag=\"9.0.0\"");
        assertThat(ModelLint.check(Models.of(Map.of("processes/etablering/etableringspakke.dmn", large))))
                .extracting(Finding::severity)
                .contains(Severity.WARNING)
                .doesNotContain(Severity.ERROR);

        assertThat(deploy("etableringspakke.dmn", large).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private void isRefused(ResponseEntity<String> answer, String because) {
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("Intet er lagt i drift").contains(because);
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deploymentsBefore);
    }

    private ResponseEntity<String> deploy(String file, String content) {
        LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("deployment-name", "Fra Modeler");
        parts.add("deployment-source", "Camunda Modeler");
        parts.add("data", new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return file;
            }
        });
        return http.withBasicAuth("procesejer", "ankomst-demo")
                .exchange(
                        RequestEntity.post("/engine-rest/deployment/create")
                                .contentType(MediaType.MULTIPART_FORM_DATA)
                                .body(parts),
                        String.class);
    }

    private static String read(String path) throws IOException {
        return Files.readString(Path.of(path));
    }
}
