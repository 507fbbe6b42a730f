package dk.ankomst.workflow.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ankomst.forms.CheckedForm;
import dk.ankomst.forms.FormAnswers;
import dk.ankomst.forms.FormFacts;
import dk.ankomst.forms.SubmitCheck;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.workflow.guard.Browser.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What Tasklist and programs may send, tried over HTTP exactly as they send it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({GuardTestLogin.class, FormGuardTest.Beans.class})
@ExtendWith(OutputCaptureExtension.class)
class FormGuardTest {

    private static final String USER = "guardproeve";
    private static final String STRANGER = "guardfremmed";
    private static final String PASSWORD = "proeve-2026-lang";

    private static final String START_FORM = """
            {"id":"guard-start","type":"default","schemaVersion":16,"components":[
             {"type":"textfield","key":"familie","label":"Familie","validate":{"required":true,"maxLength":120}},
             {"type":"select","key":"spor","label":"Spor","validate":{"required":true},"values":[
               {"label":"Kvote","value":"kvote"},{"label":"Tilflytter","value":"tilflytter"}]},
             {"type":"textarea","key":"behov","label":"Kendte behov","properties":{"gem":"sag"}}]}""";

    private static final String TASK_FORM = """
            {"id":"guard-opgave","type":"default","schemaVersion":16,"components":[
             {"type":"text","text":"Familien {{familie}} bor {{bopael}}"},
             {"type":"number","key":"antalBoern","label":"Antal børn","decimalDigits":0,
              "validate":{"required":true,"min":0,"max":30}},
             {"type":"checkbox","key":"erTilbudt","label":"Tilbudt"},
             {"type":"textfield","key":"hvorfor","label":"Hvorfor ikke",
              "conditional":{"hide":"=erTilbudt = true"},"validate":{"required":true},
              "properties":{"gem":"sag"}},
             {"type":"checklist","key":"ting","label":"Ting","values":[
               {"label":"Seng","value":"seng"},{"label":"Bord","value":"bord"}]},
             {"type":"textarea","key":"helbred","label":"Helbred","properties":{"gem":"sag"}},
             {"type":"datetime","subtype":"date","key":"fraDato","dateLabel":"Fra"},
             {"type":"datetime","subtype":"date","key":"tilDato","dateLabel":"Til"},
             {"type":"textarea","key":"notat","label":"Notat","properties":{"gem":"note"}},
             {"type":"textfield","key":"behov","label":"Kendte behov","readonly":true,"properties":{"gem":"sag"}}]}""";

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        @Primary
        CaseNumberSource guardCaseNumbers() {
            AtomicInteger last = new AtomicInteger();
            return () -> "1999-%05d".formatted(last.incrementAndGet());
        }

        @Bean
        SubmitCheck guardDates() {
            return new SubmitCheck() {
                @Override
                public String formKey() {
                    return "guard-opgave";
                }

                @Override
                public void check(CheckedForm form, @Nullable String caseNumber, @Nullable Long personId) {
                    if (form.date("fraDato") != null
                            && form.date("tilDato") != null
                            && Objects.requireNonNull(form.date("tilDato"))
                                    .isBefore(Objects.requireNonNull(form.date("fraDato")))) {
                        throw new InputRefused("tilDato", "Vælg en »Til«, der ikke ligger før »Fra«.");
                    }
                }
            };
        }

        @Bean
        FormFacts guardFacts() {
            return (caseNumber, personId, wanted, known) -> Map.of("bopael", "Skovvej 4", "uvedkommende", "hemmelig");
        }

        /** Knows no case, and says so inside a transaction of its own, as a service does. */
        @Bean
        FormFacts guardIgnorance(PlatformTransactionManager transactions) {
            return (caseNumber, personId, wanted, known) -> {
                try {
                    return new TransactionTemplate(transactions).execute(status -> {
                        throw new IllegalArgumentException("ukendt sag");
                    });
                } catch (IllegalArgumentException e) {
                    return Map.of();
                }
            };
        }

        @Bean
        JavaDelegate guardNaegter() {
            return execution -> {
                if (Long.valueOf(13).equals(execution.getVariable("antalBoern"))) {
                    throw new InputRefused("antalBoern", "Tretten kan ikke være rigtigt. Tæl børnene igen.");
                }
            };
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identities;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormAnswers answers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final ObjectMapper json = new ObjectMapper();

    enum Way {
        TASKLIST,
        REST
    }

    /** One login for all tests: a password is dear to check. */
    private static @Nullable Browser tasklist;

    private Browser by(Way way) throws Exception {
        if (way == Way.REST) {
            return Browser.program(port, USER, PASSWORD);
        }
        Browser browser = tasklist;
        if (browser == null) {
            browser = Browser.tasklist(port, USER, PASSWORD);
            tasklist = browser;
        }
        return browser;
    }

    @BeforeEach
    void peopleAndModels() {
        if (identities.createUserQuery().userId(USER).count() == 0) {
            for (String id : List.of(USER, STRANGER)) {
                User user = identities.newUser(id);
                user.setPassword(PASSWORD);
                user.setFirstName("Prøve");
                user.setLastName("Person");
                identities.saveUser(user);
                grant(id, Resources.APPLICATION);
            }
            grant(USER, Resources.PROCESS_DEFINITION);
            grant(USER, Resources.PROCESS_INSTANCE);
            grant(USER, Resources.TASK);
        }
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("guard-forloeb")
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .addString("guard-start.form", START_FORM)
                    .addString("guard-opgave.form", TASK_FORM)
                    .addModelInstance(
                            "guard-forloeb.bpmn",
                            Bpmn.createExecutableProcess("guard-forloeb")
                                    .camundaHistoryTimeToLiveString("P5D")
                                    .startEvent()
                                    .camundaFormRef("guard-start")
                                    .camundaFormRefBinding("latest")
                                    .userTask("UserTask_Med")
                                    .name("Med formular")
                                    .camundaFormRef("guard-opgave")
                                    .camundaFormRefBinding("latest")
                                    .serviceTask("ServiceTask_Naegt")
                                    .camundaDelegateExpression("${guardNaegter}")
                                    .userTask("UserTask_Uden")
                                    .name("Uden formular")
                                    .endEvent()
                                    .done())
                    .addModelInstance(
                            "guard-besked.bpmn",
                            Bpmn.createExecutableProcess("guard-besked")
                                    .camundaHistoryTimeToLiveString("P5D")
                                    .startEvent()
                                    .message("guard-begynd")
                                    .intermediateCatchEvent()
                                    .message("guard-videre")
                                    .endEvent()
                                    .done())
                    .deploy();
        }
    }

    private void grant(String user, Resources resource) {
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(user);
        right.setResource(resource);
        right.setResourceId("*");
        right.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(right);
    }

    // ---- start forms

    private static final String GOOD_START = """
            {"variables":{"familie":{"value":"Familien Prøve"},"spor":{"value":"kvote"},
             "behov":{"value":"Kørestol Ømtålelig"}}}""";

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("guard-forloeb")
                .latestVersion()
                .singleResult()
                .getId();
    }

    @ParameterizedTest
    @EnumSource
    void a_good_start_form_begins_a_case(Way way) throws Exception {
        Answer answer = by(way).post("/process-definition/" + definition() + "/submit-form", GOOD_START);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode started = json.readTree(answer.body());
        String caseNumber = started.path("businessKey").asText();
        assertThat(caseNumber).startsWith("1999-");
        assertThat(runtime.getVariables(started.path("id").asText()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("familie", "Familien Prøve", "spor", "kvote", "sagsnummer", caseNumber));
        assertThat(answers.latest(caseNumber, null, "guard-start"))
                .containsExactlyEntriesOf(Map.of("behov", "Kørestol Ømtålelig"));
        assertNotInEngine("Ømtålelig");
    }

    @Test
    void the_same_start_form_counts_for_a_start_by_key() throws Exception {
        Answer good = by(Way.REST).post("/process-definition/key/guard-forloeb/start", GOOD_START);
        assertThat(good.status()).as(good.body()).isEqualTo(200);
        String caseNumber = json.readTree(good.body()).path("businessKey").asText();
        assertThat(answers.latest(caseNumber, null, "guard-start")).containsKey("behov");

        Snapshot before = snapshot();
        Answer bad = by(Way.REST)
                .post(
                        "/process-definition/key/guard-forloeb/start",
                        "{\"variables\":{\"spor\":{\"value\":\"kvote\"}}}");

        assertRefused(bad, "Skriv noget i »Familie«.");
        assertThat(snapshot()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_start_form_starts_nothing(Way way) throws Exception {
        Browser browser = by(way);
        Snapshot before = snapshot();

        for (Map.Entry<String, String> bad : Map.of(
                        "{\"variables\":{}}",
                        "Skriv noget i »Familie«. Vælg en af mulighederne i »Spor«.",
                        "{\"variables\":{\"familie\":{\"value\":\"X\"},\"spor\":{\"value\":\"asyl\"}}}",
                        "Vælg en af mulighederne i »Spor«.",
                        "{\"variables\":{\"familie\":{\"value\":7},\"spor\":{\"value\":\"kvote\"}}}",
                        "Skriv »Familie« som tekst.",
                        "{\"variables\":{\"familie\":{\"value\":\"X\"},\"spor\":{\"value\":\"kvote\"},"
                                + "\"fase\":{\"value\":\"afsluttet\"}}}",
                        "Formularen har intet felt, der hedder »fase«. Send kun formularens egne felter.",
                        "{\"businessKey\":\"2026-00001\",\"variables\":{\"familie\":{\"value\":\"X\"},"
                                + "\"spor\":{\"value\":\"kvote\"}}}",
                        "Sagsnummeret gives af systemet. Start forløbet uden selv at give et.")
                .entrySet()) {
            Answer answer = browser.post("/process-definition/" + definition() + "/submit-form", bad.getKey());
            assertRefused(answer, bad.getValue());
        }

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void nobody_starts_in_the_middle() throws Exception {
        Snapshot before = snapshot();

        Answer answer = by(Way.REST)
                .post(
                        "/process-definition/key/guard-forloeb/start",
                        "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"UserTask_Uden\"}]}");

        assertRefused(answer, "Et forløb begynder altid fra sin start. Start det uden at springe noget over.");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void a_message_starts_nothing_and_carries_nothing_for_a_person() throws Exception {
        Browser browser = by(Way.REST);
        runtime.createMessageCorrelation("guard-begynd")
                .processInstanceBusinessKey("1998-00001")
                .setVariable("familie", "Indefra")
                .correlateStartMessage();
        Snapshot before = snapshot();

        assertRefused(
                browser.post(
                        "/message",
                        "{\"messageName\":\"guard-videre\",\"businessKey\":\"1998-00001\","
                                + "\"processVariables\":{\"familie\":{\"value\":\"X\"}}}"),
                "Oplysninger kan kun gives i en formular. Åbn opgaven, og udfyld den der.");
        assertRefused(
                browser.post(
                        "/message", "{\"messageName\":\"guard-begynd\",\"processVariables\":{\"a\":{\"value\":1}}}"),
                "Oplysninger kan kun gives i en formular. Åbn opgaven, og udfyld den der.");
        assertThat(browser.post("/message", "{\"messageName\":\"guard-begynd\"}")
                        .status())
                .isEqualTo(400);
        assertThat(snapshot()).isEqualTo(before);

        assertThat(browser.post("/message", "{\"messageName\":\"guard-videre\",\"businessKey\":\"1998-00001\"}")
                        .status())
                .isEqualTo(204);
    }

    // ---- task forms

    private static final String GOOD_TASK = """
            {"variables":{"antalBoern":{"value":3},"erTilbudt":{"value":true},
             "ting":{"type":"Json","value":"[\\"seng\\",\\"bord\\"]","valueInfo":null},
             "helbred":{"value":"Sukkersyge Ømtålelig"},"fraDato":{"value":"2026-12-01"},"tilDato":{"value":null},
             "notat":{"value":"Ringede fortroligt-4417"},"behov":{"value":"rettet"}}}""";

    private Task newTask(@Nullable Long personId) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("familie", "Familien Prøve");
        variables.put("hemmelighed", "ikke i formularen");
        if (personId != null) {
            variables.put("personId", personId);
        }
        ProcessInstance process = runtime.startProcessInstanceByKey(
                "guard-forloeb", "1997-%05d".formatted(System.nanoTime() % 100_000), variables);
        return tasks.createTaskQuery().processInstanceId(process.getId()).singleResult();
    }

    private String caseOf(Task task) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    @ParameterizedTest
    @EnumSource
    void a_good_task_form_is_split_between_engine_and_case(Way way) throws Exception {
        Task task = newTask(42L);
        String caseNumber = caseOf(task);

        Answer answer = by(way).post("/task/" + task.getId() + "/submit-form", GOOD_TASK);

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(runtime.getVariables(task.getProcessInstanceId()))
                .containsEntry("antalBoern", 3L)
                .containsEntry("erTilbudt", true)
                .containsEntry("ting", "seng,bord")
                .containsEntry("fraDato", "2026-12-01")
                .containsEntry("tilDato", null)
                .doesNotContainKeys("helbred", "notat", "behov", "hvorfor");
        assertThat(answers.latest(caseNumber, 42L, "guard-opgave"))
                .containsExactlyEntriesOf(Map.of("helbred", "Sukkersyge Ømtålelig"));
        assertThat(answers.latest(caseNumber, null, "guard-opgave")).isEmpty();
        assertThat(answers.notes(caseNumber)).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Ringede fortroligt-4417");
            assertThat(note.taskId()).isEqualTo(task.getId());
            assertThat(note.writtenBy()).isEqualTo(USER);
        });
        assertThat(jdbc.sql("select form_key || ' ' || submitted_by from form_submit where task_id = ?")
                        .param(task.getId())
                        .query(String.class)
                        .list())
                .containsExactly("guard-opgave " + USER);
        assertNotInEngine("Ømtålelig");
        assertNotInEngine("fortroligt-4417");
    }

    @ParameterizedTest
    @EnumSource
    void complete_is_held_against_the_same_form(Way way) throws Exception {
        Task task = newTask(null);

        assertRefused(
                by(way).post("/task/" + task.getId() + "/complete", "{}"),
                "Skriv et tal i »Antal børn«. Skriv noget i »Hvorfor ikke«.");
        assertStillOpen(task);

        Answer good = by(way).post("/task/" + task.getId() + "/complete", GOOD_TASK);
        assertThat(good.status()).as(good.body()).isEqualTo(204);
        assertThat(answers.latest(caseOf(task), null, "guard-opgave")).containsKey("helbred");
    }

    static Stream<Arguments> badTasks() {
        return Stream.of(
                Arguments.of("\"erTilbudt\":{\"value\":true}", "Skriv et tal i »Antal børn«."),
                Arguments.of(
                        "\"antalBoern\":{\"value\":1},\"erTilbudt\":{\"value\":\"true\",\"type\":\"String\"},"
                                + "\"hvorfor\":{\"value\":\"x\"}",
                        "Sæt eller fjern krydset i »Tilbudt«."),
                Arguments.of(
                        "\"antalBoern\":{\"value\":99},\"erTilbudt\":{\"value\":true}",
                        "Skriv et tal på højst 30 i »Antal børn«."),
                Arguments.of(
                        "\"antalBoern\":{\"value\":\"NaN\",\"type\":\"Double\"},\"erTilbudt\":{\"value\":true}",
                        "Skriv et tal i »Antal børn«, f.eks. 3."),
                Arguments.of(
                        "\"antalBoern\":{\"value\":1},\"erTilbudt\":{\"value\":true},\"navn\":{\"value\":\"X\"}",
                        "Formularen har intet felt, der hedder »navn«. Send kun formularens egne felter."),
                Arguments.of(
                        "\"antalBoern\":{\"value\":1},\"erTilbudt\":{\"value\":true},"
                                + "\"fraDato\":{\"value\":\"{}\",\"type\":\"Json\"}",
                        "Datoen i »Fra« findes ikke. Skriv den som dag.måned.år, f.eks. 24.12.2026."),
                Arguments.of(
                        "\"antalBoern\":{\"value\":1},\"erTilbudt\":{\"value\":true},"
                                + "\"helbred\":{\"value\":\"rO0AB\",\"type\":\"Object\",\"valueInfo\":{"
                                + "\"objectTypeName\":\"java.lang.Object\","
                                + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                        "Skriv »Helbred« som tekst."),
                Arguments.of(
                        "\"antalBoern\":{\"value\":1},\"erTilbudt\":{\"value\":true},"
                                + "\"ting\":{\"value\":\"[\\\"baad\\\"]\",\"type\":\"Json\"}",
                        "Vælg kun blandt mulighederne i »Ting«."),
                Arguments.of(
                        "\"antalBoern\":{\"value\":1},\"erTilbudt\":{\"value\":true},"
                                + "\"fraDato\":{\"value\":\"2026-12-02\"},\"tilDato\":{\"value\":\"2026-12-01\"}",
                        "Vælg en »Til«, der ikke ligger før »Fra«."),
                Arguments.of(
                        "\"antalBoern\":{\"value\":13},\"erTilbudt\":{\"value\":true},"
                                + "\"helbred\":{\"value\":\"må ikke gemmes\"}",
                        "Tretten kan ikke være rigtigt. Tæl børnene igen."));
    }

    @ParameterizedTest
    @MethodSource("badTasks")
    void a_bad_task_form_is_answered_with_400_and_nothing_is_written(String variables, String sentence)
            throws Exception {
        Task task = newTask(null);
        Snapshot before = snapshot();

        for (Way way : Way.values()) {
            for (String call : List.of("submit-form", "complete")) {
                Answer answer =
                        by(way).post("/task/" + task.getId() + "/" + call, "{\"variables\":{" + variables + "}}");
                assertRefused(answer, sentence);
            }
        }

        assertStillOpen(task);
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void a_task_without_a_form_takes_nothing_but_its_completion() throws Exception {
        Task first = newTask(null);
        Browser browser = by(Way.REST);
        assertThat(browser.post("/task/" + first.getId() + "/submit-form", GOOD_TASK)
                        .status())
                .isEqualTo(204);
        Task task = tasks.createTaskQuery()
                .processInstanceId(first.getProcessInstanceId())
                .singleResult();
        Snapshot before = snapshot();

        assertRefused(
                browser.post("/task/" + task.getId() + "/complete", "{\"variables\":{\"a\":{\"value\":1}}}"),
                "Opgaven har ingen formular. Afslut den uden at sende oplysninger med.");
        assertThat(snapshot()).isEqualTo(before);

        assertThat(browser.post("/task/" + task.getId() + "/complete", "{}").status())
                .isEqualTo(204);
    }

    @Test
    void no_side_door_writes_variables_or_leaves_the_form_out() throws Exception {
        Task task = newTask(null);
        Browser browser = by(Way.REST);
        Snapshot before = snapshot();
        String path = "/task/" + task.getId();
        String sentence = "Oplysninger kan kun gives i en formular. Åbn opgaven, og udfyld den der.";

        assertRefused(browser.post(path + "/variables", "{\"modifications\":{\"a\":{\"value\":1}}}"), sentence);
        assertRefused(browser.post(path + "/localVariables", "{\"modifications\":{\"a\":{\"value\":1}}}"), sentence);
        assertRefused(browser.put(path + "/variables/a", "{\"value\":1}"), sentence);
        assertRefused(
                browser.post(path + "/bpmnError", "{\"errorCode\":\"x\"}"),
                "Opgaven afsluttes gennem sin formular. Åbn den, og udfyld formularen.");
        assertRefused(
                browser.post(path + "/bpmnEscalation", "{\"escalationCode\":\"x\"}"),
                "Opgaven afsluttes gennem sin formular. Åbn den, og udfyld formularen.");

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void who_may_not_work_on_a_task_learns_nothing_of_its_form() throws Exception {
        Task task = newTask(null);

        Answer answer = Browser.program(port, STRANGER, PASSWORD).post("/task/" + task.getId() + "/complete", "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Antal børn");
        assertThat(Browser.program(port, STRANGER, PASSWORD)
                        .get("/task/" + task.getId() + "/form-variables")
                        .status())
                .isEqualTo(403);
    }

    private static void assertTold(Answer answer, int status, String sentence) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"message\":\"" + sentence);
    }

    @ParameterizedTest
    @EnumSource
    void a_task_that_is_gone_is_told_with_404(Way way) throws Exception {
        String gone = "Opgaven findes ikke længere. Den er løst eller faldet bort imens. Se sagens historik.";
        Task task = newTask(null);
        Browser browser = by(way);
        assertThat(browser.post("/task/" + task.getId() + "/submit-form", GOOD_TASK)
                        .status())
                .isEqualTo(204);

        for (String id : List.of(task.getId(), "findes-ikke")) {
            assertTold(browser.post("/task/" + id + "/submit-form", GOOD_TASK), 404, gone);
            assertTold(browser.post("/task/" + id + "/complete", GOOD_TASK), 404, gone);
            assertTold(browser.post("/task/" + id + "/claim", "{\"userId\":\"" + USER + "\"}"), 404, gone);
            assertTold(browser.post("/task/" + id + "/unclaim", "{}"), 404, gone);
            assertTold(browser.get("/task/" + id + "/form-variables"), 404, gone);
            assertTold(browser.get("/task/" + id), 404, gone);
            assertTold(browser.delete("/task/" + id), 404, gone);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_task_is_neither_delegated_nor_deleted(Way way) throws Exception {
        Task task = newTask(null);
        Browser browser = by(way);
        String path = "/task/" + task.getId();

        assertTold(
                browser.post(path + "/delegate", "{\"userId\":\"" + STRANGER + "\"}"),
                403,
                "En opgave kan ikke uddelegeres. Giv den til en anden i gruppen");
        assertTold(
                browser.put(path, "{\"name\":\"X\",\"delegationState\":\"PENDING\"}"),
                403,
                "En opgave kan ikke uddelegeres.");
        assertTold(browser.post(path + "/resolve", "{}"), 403, "Opgaven afsluttes gennem sin formular.");
        assertTold(browser.delete(path), 403, "En opgave kan ikke slettes.");

        Task still = tasks.createTaskQuery().taskId(task.getId()).singleResult();
        assertThat(still.getDelegationState()).isNull();
        assertThat(still.getAssignee()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void a_task_that_the_program_delegated_is_done_by_its_form_and_does_not_stay_behind_its_answers(Way way)
            throws Exception {
        Task task = newTask(null);
        tasks.delegateTask(task.getId(), USER);

        Answer answer = by(way).post("/task/" + task.getId() + "/submit-form", GOOD_TASK);

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
        assertThat(answers.latest(caseOf(task), null, "guard-opgave")).containsKey("helbred");
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_read_is_refused_with_400_in_danish(Way way) throws Exception {
        Task task = newTask(null);
        Browser browser = by(way);
        Snapshot before = snapshot();
        String path = "/task/" + task.getId() + "/submit-form";

        for (String body : List.of(
                "null",
                "{",
                "[]",
                "\"x\"",
                "{\"variables\":[]}",
                "{\"variables\":{\"antalBoern\":null}}",
                "{\"variables\":{\"antalBoern\":{\"value\":3,\"type\":\"Nonsense\"}}}",
                "{\"variables\":{\"antalBoern\":{\"value\":\"tre\",\"type\":\"Integer\"}}}",
                "{\"variables\":{\"antalBoern\":{\"value\":1000000000000000000000000000000,\"type\":\"Long\"}}}")) {
            assertTold(browser.post(path, body), 400, "Det, der blev sendt, kan ikke læses, og intet er gemt.");
        }
        assertTold(
                browser.post(
                        path,
                        "{\"variables\":{\"erTilbudt\":{\"value\":true},"
                                + "\"antalBoern\":{\"value\":1000000000000000000000000000000}}}"),
                400,
                "Skriv et mindre tal i »Antal børn«.");
        assertTold(browser.post("/condition", "{\"variables\":{}}"), 400, "Det kan kun gøres fra sagens egen side.");
        assertTold(browser.get("/findes-ikke"), 404, "Adressen findes ikke.");
        assertTold(browser.post("/task/" + task.getId() + "/form", "{}"), 405, "Adressen kan ikke bruges på den måde.");
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void of_two_who_take_a_task_at_once_the_second_is_told_so() throws Exception {
        for (int round = 0; round < 5; round++) {
            Task task = newTask(null);
            Browser browser = by(Way.REST);
            CompletableFuture<Answer> first = claim(browser, task);
            CompletableFuture<Answer> second = claim(browser, task);
            for (Answer answer : List.of(first.get(), second.get())) {
                assertThat(answer.status()).as(answer.body()).isIn(204, 409);
                if (answer.status() == 409) {
                    assertThat(answer.body()).contains("En anden ændrede opgaven samtidig, og intet er gemt.");
                }
            }
        }
    }

    private static CompletableFuture<Answer> claim(Browser browser, Task task) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return browser.post("/task/" + task.getId() + "/claim", "{\"userId\":\"" + USER + "\"}");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void who_waits_too_long_for_a_row_is_told_so_without_a_word_of_sql() throws Exception {
        Task task = newTask(null);
        Browser browser = by(Way.REST);

        Answer answer = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("update ACT_RU_TASK set REV_ = REV_ where ID_ = ?")
                    .param(task.getId())
                    .update();
            return claim(browser, task).join();
        });

        assertTold(Objects.requireNonNull(answer), 409, "En anden arbejder i sagen lige nu. Prøv igen om lidt.");
        assertThat(answer.body()).doesNotContainIgnoringCase("update ");
    }

    // ---- what a form shows

    @ParameterizedTest
    @EnumSource
    void a_form_shows_the_answers_of_the_case_and_nothing_it_does_not_mention(Way way) throws Exception {
        Answer started = by(way).post("/process-definition/" + definition() + "/submit-form", GOOD_START);
        String process = json.readTree(started.body()).path("id").asText();
        String caseNumber = json.readTree(started.body()).path("businessKey").asText();
        Task task = tasks.createTaskQuery().processInstanceId(process).singleResult();
        answers.save(
                new FormAnswers.Submit(caseNumber, null, "guard-opgave", 1, null, null, null, USER),
                List.of(new CheckedForm.Answer("helbred", "Helbred", "Briller")),
                List.of(new CheckedForm.Answer("notat", "Notat", "Ringede")));
        runtime.setVariable(process, "ting", "seng,bord");

        Answer answer = by(way).get("/task/" + task.getId() + "/form-variables?deserializeValues=false");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode shown = json.readTree(answer.body());
        assertThat(shown.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("familie", "bopael", "helbred", "behov", "ting");
        assertThat(shown.path("helbred").path("value").asText()).isEqualTo("Briller");
        assertThat(shown.path("behov").path("value").asText()).isEqualTo("Kørestol Ømtålelig");
        assertThat(shown.path("bopael").path("value").asText()).isEqualTo("Skovvej 4");
        assertThat(shown.path("ting").path("type").asText()).isEqualTo("Json");
        assertThat(shown.path("ting").path("value").asText()).isEqualTo("[\"seng\",\"bord\"]");
    }

    @Test
    void an_emptied_answer_is_recorded_as_emptied_and_the_old_one_stays_in_the_history() throws Exception {
        Task task = newTask(null);
        String caseNumber = caseOf(task);
        answers.save(
                new FormAnswers.Submit(caseNumber, null, "guard-opgave", 1, null, null, null, USER),
                List.of(new CheckedForm.Answer("helbred", "Helbred", "Briller")),
                List.of());

        Answer answer = by(Way.TASKLIST)
                .post(
                        "/task/" + task.getId() + "/submit-form",
                        "{\"variables\":{\"antalBoern\":{\"value\":0},\"erTilbudt\":{\"value\":true}}}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(answers.latest(caseNumber, null, "guard-opgave")).isEmpty();
        assertThat(answers.ofCase(caseNumber))
                .extracting(FormAnswers.StoredAnswer::text)
                .containsExactly("Briller", null);
    }

    // ---- the program itself, and the log

    @Test
    void the_program_itself_is_not_restricted_but_a_logged_in_user_is_in_java_too() {
        Task task = newTask(null);
        identities.setAuthentication(USER, List.of());
        try {
            assertThatThrownBy(() -> tasks.complete(task.getId()))
                    .isInstanceOf(FormFieldValidationException.class)
                    .hasMessageContaining("Skriv et tal i »Antal børn«.")
                    .hasCauseInstanceOf(InputRefused.class);
        } finally {
            identities.clearAuthentication();
        }

        tasks.complete(task.getId(), Map.of("ekstra", 1));

        assertThat(runtime.getVariable(task.getProcessInstanceId(), "ekstra")).isEqualTo(1);
    }

    @Test
    void a_refusal_leaves_no_trace_of_what_was_typed_in_the_log(CapturedOutput log) throws Exception {
        Task task = newTask(null);

        by(Way.REST)
                .post(
                        "/task/" + task.getId() + "/submit-form",
                        "{\"variables\":{\"helbred\":{\"value\":\"Fortroligt-4711\"},\"antalBoern\":{\"value\":13},"
                                + "\"erTilbudt\":{\"value\":true}}}");
        by(Way.REST)
                .post(
                        "/process-definition/key/guard-forloeb/start",
                        "{\"variables\":{\"behov\":{\"value\":\"Fortroligt-4711\"}}}");

        assertThat(log.getAll())
                .doesNotContain("Fortroligt-4711")
                .doesNotContain("ERROR")
                .doesNotContain("InputRefused");
    }

    // ---- what counts as nothing written

    private record Snapshot(long processes, long open, long variables, long answers, long notes, long submits) {}

    private Snapshot snapshot() {
        return new Snapshot(
                count("ACT_HI_PROCINST"),
                count("ACT_RU_TASK"),
                count("ACT_RU_VARIABLE") + count("ACT_HI_DETAIL") + count("ACT_HI_VARINST"),
                count("form_answer"),
                count("case_note"),
                count("form_submit"));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void assertStillOpen(Task task) {
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
    }

    private void assertRefused(Answer answer, String sentence) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("message").asText()).isEqualTo(sentence);
    }

    private void assertNotInEngine(String typed) {
        for (String table : List.of("ACT_RU_VARIABLE", "ACT_HI_VARINST", "ACT_HI_DETAIL")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where TEXT_ like ? or TEXT2_ like ?")
                            .params("%" + typed + "%", "%" + typed + "%")
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(jdbc.sql("select BYTES_ from ACT_GE_BYTEARRAY where BYTES_ is not null")
                        .query((result, row) -> new String(result.getBytes(1), StandardCharsets.UTF_8))
                        .list())
                .noneMatch(bytes -> bytes.contains(typed));
        assertThat(jdbc.sql("select count(*) from ACT_HI_OP_LOG where NEW_VALUE_ like ?")
                        .param("%" + typed + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
