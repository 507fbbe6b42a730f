package dk.ankomst.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What each group may see and do through the engine's REST, on a model with one task for each of two departments. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class TaskAccessTest {

    private static final String DUE = "2031-05-01T00:00:00.000+0200";

    /** No right, or refused by the check of forms before rights are looked at. */
    private static final Object[] REFUSED = {403, 400};

    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    private final List<String> deployments = new ArrayList<>();
    private String instance = "";
    private String jobcentreTask = "";
    private String healthTask = "";

    @BeforeEach
    void aCaseWithATaskForTwoDepartments() {
        deploy("adgangsproeve");
        instance = runtime.startProcessInstanceByKey(
                        "adgangsproeve", "2026-00001", Map.of("sagsnummer", "2026-00001", "familie", "Prøve"))
                .getId();
        jobcentreTask = task("Task_Jobcenter").getId();
        healthTask = task("Task_Sundhed").getId();
    }

    @AfterEach
    void removeTheModel() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Nested
    @DisplayName("a department")
    class Department {

        private final Browserless jobcentre = Browserless.demoUser(port, "jobcenter");
        private final Browserless health = Browserless.demoUser(port, "sundhed");

        @Test
        @DisplayName("sees its own tasks and no others")
        void seesOwnTasksOnly() {
            assertThat(ids(jobcentre.get("/engine-rest/task"))).containsExactly(jobcentreTask);
            assertThat(ids(health.get("/engine-rest/task"))).containsExactly(healthTask);
            assertThat(ids(jobcentre.get("/engine-rest/history/task"))).containsExactly(jobcentreTask);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "/form", "/variables", "/form-variables", "/identity-links", "/localVariables"})
        @DisplayName("cannot read another department's task")
        void cannotReadOthersTask(String part) {
            assertThat(health.get("/engine-rest/task/" + jobcentreTask + part).statusCode())
                    .isIn(403, 404);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "claim|{\"userId\":\"sundhed\"}",
                    "unclaim|{}",
                    "complete|{}",
                    "submit-form|{\"variables\":{}}",
                    "resolve|{}",
                    "delegate|{\"userId\":\"sundhed\"}",
                    "assignee|{\"userId\":\"sundhed\"}",
                    "bpmnError|{\"errorCode\":\"x\"}",
                    "bpmnEscalation|{\"escalationCode\":\"x\"}",
                    "identity-links|{\"groupId\":\"sundhed\",\"type\":\"candidate\"}",
                    "comment/create|{\"message\":\"x\"}"
                })
        @DisplayName("cannot act on another department's task")
        void cannotActOnOthersTask(String action, String body) {
            assertThat(health.postJson("/engine-rest/task/" + jobcentreTask + "/" + action, body)
                            .statusCode())
                    .isIn(REFUSED);
            assertThat(task("Task_Jobcenter").getAssignee()).isNull();
        }

        @Test
        @DisplayName("reads the values that its own open task needs")
        void readsItsValues() {
            assertThat(jobcentre
                            .get("/engine-rest/task/" + jobcentreTask + "/variables")
                            .body())
                    .contains("Prøve");
        }

        @Test
        @DisplayName("takes, gives back and completes its own task")
        void worksOnItsOwnTask() {
            assertThat(claim(jobcentre, jobcentreTask, "jobcenter")).isEqualTo(204);
            assertThat(post(jobcentre, jobcentreTask, "unclaim", "{}")).isEqualTo(204);
            assertThat(claim(jobcentre, jobcentreTask, "jobcenter")).isEqualTo(204);
            assertThat(post(jobcentre, jobcentreTask, "complete", "{}")).isEqualTo(204);
            assertThat(ids(jobcentre.get("/engine-rest/task"))).isEmpty();
        }

        @Test
        @DisplayName("cannot move the deadline of its own task")
        void cannotMoveTheDeadline() {
            claim(jobcentre, jobcentreTask, "jobcenter");

            HttpResponse<String> response = jobcentre.putJson(
                    "/engine-rest/task/" + jobcentreTask,
                    "{\"name\":\"Opgave\",\"due\":\"2035-01-01T00:00:00.000+0100\"}");

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(jobcentre
                            .putJson("/engine-rest/task/" + jobcentreTask, "{\"name\":\"Opgave\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(task("Task_Jobcenter").getDueDate()).isEqualTo("2031-05-01T00:00:00+02:00");
        }

        @Test
        @DisplayName("cannot hand its own task to somebody else")
        void cannotReassign() {
            assertThat(claim(jobcentre, jobcentreTask, "sundhed")).isEqualTo(403);
            assertThat(task("Task_Jobcenter").getAssignee()).isNull();
            claim(jobcentre, jobcentreTask, "jobcenter");
            assertThat(post(jobcentre, jobcentreTask, "assignee", "{\"userId\":\"sundhed\"}"))
                    .isEqualTo(403);
            assertThat(post(jobcentre, jobcentreTask, "delegate", "{\"userId\":\"sundhed\"}"))
                    .isEqualTo(403);
            assertThat(post(
                            jobcentre,
                            jobcentreTask,
                            "identity-links",
                            "{\"groupId\":\"sundhed\",\"type\":\"candidate\"}"))
                    .isEqualTo(403);
            assertThat(task("Task_Jobcenter").getAssignee()).isEqualTo("jobcenter");
        }

        @Test
        @DisplayName("cannot give back or complete a task that a colleague has taken")
        void cannotTouchAColleaguesTask() {
            tasks.setAssignee(jobcentreTask, "kollega");

            assertThat(post(jobcentre, jobcentreTask, "unclaim", "{}")).isEqualTo(403);
            assertThat(post(jobcentre, jobcentreTask, "complete", "{}")).isEqualTo(403);
            assertThat(post(jobcentre, jobcentreTask, "submit-form", "{\"variables\":{}}"))
                    .isEqualTo(403);
            assertThat(task("Task_Jobcenter").getAssignee()).isEqualTo("kollega");
        }

        @Test
        @DisplayName("cannot write variables")
        void cannotWriteVariables() {
            claim(jobcentre, jobcentreTask, "jobcenter");
            String value = "{\"value\":\"Anden\",\"type\":\"String\"}";

            assertThat(jobcentre
                            .putJson("/engine-rest/task/" + jobcentreTask + "/variables/familie", value)
                            .statusCode())
                    .isIn(REFUSED);
            assertThat(jobcentre
                            .putJson("/engine-rest/task/" + jobcentreTask + "/localVariables/familie", value)
                            .statusCode())
                    .isIn(REFUSED);
            assertThat(jobcentre
                            .putJson("/engine-rest/process-instance/" + instance + "/variables/familie", value)
                            .statusCode())
                    .isIn(REFUSED);
            assertThat(jobcentre
                            .delete("/engine-rest/task/" + jobcentreTask + "/variables/familie")
                            .statusCode())
                    .isIn(REFUSED);
            assertThat(runtime.getVariable(instance, "familie")).isEqualTo("Prøve");
        }

        @Test
        @DisplayName("cannot leave free text or files in the engine")
        void cannotComment() {
            claim(jobcentre, jobcentreTask, "jobcenter");

            assertThat(post(jobcentre, jobcentreTask, "comment/create", "{\"message\":\"Hej\"}"))
                    .isEqualTo(403);
            assertThat(post(jobcentre, jobcentreTask, "attachment/create", "{}"))
                    .isEqualTo(403);
        }

        @Test
        @DisplayName("cannot make tasks, filters, users or deployments, nor end a case")
        void cannotAdminister() {
            assertThat(jobcentre
                            .postJson("/engine-rest/task/create", "{\"id\":\"x\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(jobcentre
                            .postJson(
                                    "/engine-rest/filter/create",
                                    "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(jobcentre
                            .postJson(
                                    "/engine-rest/user/create",
                                    "{\"profile\":{\"id\":\"ny\"},\"credentials\":{\"password\":\"en lang adgangskode\"}}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(jobcentre
                            .delete("/engine-rest/process-instance/" + instance)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(jobcentre
                            .delete("/engine-rest/deployment/" + deployments.get(0))
                            .statusCode())
                    .isIn(403, 404);
        }

        @Test
        @DisplayName("reads no history of another department's task, also when its own is done")
        void readsNoHistoryOfOthers() {
            claim(health, healthTask, "sundhed");
            post(health, healthTask, "complete", "{}");
            claim(jobcentre, jobcentreTask, "jobcenter");
            post(jobcentre, jobcentreTask, "complete", "{}");

            assertThat(ids(health.get("/engine-rest/history/task"))).containsExactly(healthTask);
            assertThat(ids(health.get("/engine-rest/history/task?processInstanceId=" + instance)))
                    .containsExactly(healthTask);
            assertThat(list(health.get("/engine-rest/history/user-operation")))
                    .isNotEmpty()
                    .allSatisfy(
                            entry -> assertThat(entry.path("taskId").asText()).isEqualTo(healthTask));
            assertThat(list(health.get("/engine-rest/history/activity-instance")))
                    .noneMatch(entry -> entry.path("activityId").asText().equals("Task_Jobcenter"));
            assertThat(list(health.get("/engine-rest/history/process-instance")))
                    .isEmpty();
            assertThat(list(health.get("/engine-rest/history/detail"))).isEmpty();
            assertThat(list(health.get("/engine-rest/history/variable-instance")))
                    .isEmpty();
            assertThat(list(health.get("/engine-rest/variable-instance"))).isEmpty();
        }

        @Test
        @DisplayName("reads nothing of users, rights, jobs, instances and resources")
        void readsNothingElse() {
            for (String path : List.of(
                    "/engine-rest/authorization",
                    "/engine-rest/process-instance",
                    "/engine-rest/execution",
                    "/engine-rest/incident",
                    "/engine-rest/deployment",
                    "/engine-rest/decision-definition",
                    "/engine-rest/history/decision-instance",
                    "/engine-rest/history/incident",
                    "/engine-rest/history/job-log?processInstanceId=" + instance)) {
                assertThat(list(jobcentre.get(path))).as(path).isEmpty();
            }
            assertThat(list(jobcentre.get("/engine-rest/job?processInstanceId=" + instance)))
                    .isEmpty();
            assertThat(list(jobcentre.get("/engine-rest/user")))
                    .extracting(user -> user.path("id").asText())
                    .containsExactly("jobcenter");
        }

        @Test
        @DisplayName("cannot start a process")
        void cannotStart() {
            assertThat(jobcentre
                            .postJson("/engine-rest/process-definition/key/adgangsproeve/start", "{}")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Nested
    @DisplayName("the coordinator and the leader")
    class Starters {

        @ParameterizedTest
        @ValueSource(strings = {"koordinator", "leder"})
        @DisplayName("start a visitation and nothing else")
        void startVisitationOnly(String user) {
            boolean isThere = repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(AccessRight.START_PROCESS)
                            .count()
                    > 0;
            if (!isThere) {
                deploy(AccessRight.START_PROCESS);
            }
            Browserless starter = Browserless.demoUser(port, user);

            assertThat(list(starter.get("/engine-rest/process-definition?startablePermissionCheck=true"
                            + "&startableInTasklist=true&latestVersion=true")))
                    .extracting(definition -> definition.path("key").asText())
                    .containsExactly(AccessRight.START_PROCESS);
            assertThat(starter.postJson("/engine-rest/process-definition/key/adgangsproeve/start", "{}")
                            .statusCode())
                    .isEqualTo(403);
            if (!isThere) {
                assertThat(starter.postJson("/engine-rest/process-definition/key/visitation/start", "{}")
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Nested
    @DisplayName("the leader")
    class Leader {

        private final Browserless leader = Browserless.demoUser(port, "leder");

        @Test
        @DisplayName("sees every task, case and their history")
        void seesEverything() {
            assertThat(ids(leader.get("/engine-rest/task?processInstanceId=" + instance)))
                    .containsExactlyInAnyOrder(jobcentreTask, healthTask);
            assertThat(ids(leader.get("/engine-rest/process-instance"))).contains(instance);
            assertThat(ids(leader.get("/engine-rest/history/task?processInstanceId=" + instance)))
                    .containsExactlyInAnyOrder(jobcentreTask, healthTask);
            assertThat(list(leader.get("/engine-rest/history/variable-instance?processInstanceId=" + instance)))
                    .hasSize(2);
        }

        @Test
        @DisplayName("moves a task to another colleague, and only that colleague completes it")
        void reassigns() {
            assertThat(post(leader, jobcentreTask, "assignee", "{\"userId\":\"jobcenter\"}"))
                    .isEqualTo(204);
            assertThat(post(leader, jobcentreTask, "complete", "{}")).isEqualTo(403);
            assertThat(post(leader, jobcentreTask, "assignee", "{\"userId\":null}"))
                    .isEqualTo(204);
            assertThat(claim(leader, jobcentreTask, "leder")).isEqualTo(204);
        }

        @Test
        @DisplayName("cannot move a deadline, write variables or end a case")
        void changesNothingElse() {
            claim(leader, jobcentreTask, "leder");

            assertThat(leader.putJson("/engine-rest/task/" + jobcentreTask, "{\"name\":\"x\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(leader.putJson(
                                    "/engine-rest/process-instance/" + instance + "/variables/familie",
                                    "{\"value\":\"x\",\"type\":\"String\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(leader.delete("/engine-rest/process-instance/" + instance)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Nested
    @DisplayName("the auditor")
    class Auditor {

        private final Browserless auditor = Browserless.demoUser(port, "revisor");

        @Test
        @DisplayName("reads tasks, cases, history, rights and the log of operations")
        void readsAll() {
            claim(Browserless.demoUser(port, "jobcenter"), jobcentreTask, "jobcenter");

            assertThat(ids(auditor.get("/engine-rest/task"))).contains(jobcentreTask, healthTask);
            for (String path : List.of(
                    "/engine-rest/process-instance",
                    "/engine-rest/history/process-instance",
                    "/engine-rest/history/task",
                    "/engine-rest/history/user-operation",
                    "/engine-rest/history/variable-instance",
                    "/engine-rest/authorization",
                    "/engine-rest/deployment",
                    "/engine-rest/user",
                    "/engine-rest/group")) {
                assertThat(list(auditor.get(path))).as(path).isNotEmpty();
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "claim|{\"userId\":\"revisor\"}",
                    "complete|{}",
                    "submit-form|{\"variables\":{}}",
                    "assignee|{\"userId\":\"revisor\"}"
                })
        @DisplayName("changes no task")
        void changesNoTask(String action, String body) {
            assertThat(post(auditor, jobcentreTask, action, body)).isEqualTo(403);
        }

        @Test
        @DisplayName("changes nothing else")
        void changesNothing() {
            assertThat(auditor.putJson("/engine-rest/task/" + jobcentreTask, "{\"name\":\"x\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(auditor.postJson("/engine-rest/process-definition/key/adgangsproeve/start", "{}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(auditor.delete("/engine-rest/process-instance/" + instance)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(auditor.putJson("/engine-rest/group/leder/members/revisor", "")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(auditor.postJson("/api/unknown", "{}").statusCode()).isEqualTo(403);
        }
    }

    @Nested
    @DisplayName("the process owner and operations")
    class OwnersAndOperations {

        @Test
        @DisplayName("the process owner deploys and cannot take a deployment with its cases away again")
        void processOwnerDeploys() {
            Browserless owner = Browserless.demoUser(port, "procesejer");

            assertThat(owner.get("/engine-rest/deployment?maxResults=0").statusCode())
                    .isEqualTo(200);
            assertThat(owner.delete("/engine-rest/deployment/" + deployments.get(0) + "?cascade=true")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(claim(owner, jobcentreTask, "procesejer")).isEqualTo(403);
        }

        @Test
        @DisplayName("operations look after users but grant no rights and touch no task")
        void operationsAdministerUsers() {
            Browserless operations = Browserless.demoUser(port, "drift");

            assertThat(list(operations.get("/engine-rest/user"))).hasSizeGreaterThan(10);
            assertThat(operations
                            .postJson(
                                    "/engine-rest/authorization/create",
                                    "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"drift\",\"resourceType\":7,"
                                            + "\"resourceId\":\"*\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(list(operations.get("/engine-rest/task"))).isEmpty();
            assertThat(ids(operations.get("/engine-rest/process-instance"))).contains(instance);
            assertThat(list(operations.get("/engine-rest/variable-instance"))).isEmpty();
            assertThat(operations
                            .get("/engine-rest/process-instance/" + instance + "/variables")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(claim(operations, jobcentreTask, "drift")).isEqualTo(403);
            assertThat(operations.get("/api/cases").statusCode()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("a password cannot be tried out behind the login's back")
    void noSecondWayToTryPasswords() {
        String body = "{\"username\":\"leder\",\"password\":\"" + Users.DEMO_PASSWORD + "\"}";
        Browserless jobcentre = Browserless.demoUser(port, "jobcenter");

        assertThat(jobcentre.postJson("/engine-rest/identity/verify", body).statusCode())
                .isEqualTo(403);
        for (String path : List.of(
                "/engine-rest/identity/verify/",
                "/engine-rest/engine/default/identity/verify",
                "/engine-rest/engine/default/identity/verify/",
                "/camunda/api/engine/engine/default/identity/verify/")) {
            assertThat(jobcentre.postJson(path, body).statusCode()).as(path).isIn(401, 403);
        }
    }

    @Test
    @DisplayName("nobody but operations touches a job, and a refusal leaves no trace on it")
    void jobsAreForOperations() {
        String job = management.createJobQuery().timers().list().stream()
                .filter(each -> instance.equals(each.getProcessInstanceId()))
                .findFirst()
                .orElseThrow()
                .getId();
        for (String user : List.of("revisor", "leder", "procesejer", "sundhed")) {
            Browserless who = Browserless.demoUser(port, user);
            assertThat(who.postJson("/engine-rest/job/" + job + "/execute", "{}")
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
            assertThat(who.putJson("/engine-rest/job/" + job + "/retries", "{\"retries\":0}")
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
            assertThat(who.putJson("/engine-rest/job/" + job + "/suspended", "{\"suspended\":true}")
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
        }

        Job untouched = management.createJobQuery().jobId(job).singleResult();
        assertThat(untouched.getRetries()).isEqualTo(3);
        assertThat(untouched.getExceptionMessage()).isNull();
        assertThat(Browserless.demoUser(port, "drift")
                        .putJson("/engine-rest/job/" + job + "/retries", "{\"retries\":3}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("a leader gives a task only to somebody in its group")
    void noTaskForOutsiders() {
        Browserless leader = Browserless.demoUser(port, "leder");

        for (String outsider : List.of("revisor", "drift", "sundhed", "no-such-user")) {
            HttpResponse<String> answer = leader.postJson(
                    "/engine-rest/task/" + jobcentreTask + "/assignee", "{\"userId\":\"" + outsider + "\"}");
            assertThat(answer.statusCode()).as(outsider).isEqualTo(400);
            assertThat(answer.body()).contains("i den gruppe, som opgaven hører til");
        }
        assertThat(leader.postJson("/engine-rest/task/" + jobcentreTask + "/assignee", "{\"userId\":\"jobcenter\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("nobody renames herself, and a short password is refused")
    void namesAndPasswords() {
        assertThat(Browserless.demoUser(port, "revisor")
                        .putJson("/engine-rest/user/revisor/profile", "{\"id\":\"revisor\",\"firstName\":\"Leder\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Browserless.demoUser(port, "drift")
                        .postJson(
                                "/engine-rest/user/create",
                                "{\"profile\":{\"id\":\"ny\"},\"credentials\":{\"password\":\"kort\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    private int claim(Browserless who, String task, String user) {
        return post(who, task, "claim", "{\"userId\":\"" + user + "\"}");
    }

    private static int post(Browserless who, String task, String action, String body) {
        return who.postJson("/engine-rest/task/" + task + "/" + action, body).statusCode();
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(key)
                .singleResult();
    }

    private List<String> ids(HttpResponse<String> response) {
        return list(response).stream().map(entry -> entry.path("id").asText()).toList();
    }

    private List<JsonNode> list(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        try {
            List<JsonNode> entries = new ArrayList<>();
            json.readTree(response.body()).forEach(entries::add);
            return entries;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    private void deploy(String key) {
        BpmnModelInstance model = Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .parallelGateway("Gateway")
                .userTask("Task_Jobcenter")
                .camundaCandidateGroups("jobcenter")
                .camundaDueDate(DUE)
                .endEvent()
                .moveToNode("Gateway")
                .userTask("Task_Sundhed")
                .camundaCandidateGroups("sundhed")
                .camundaDueDate(DUE)
                .endEvent()
                .moveToNode("Gateway")
                .intermediateCatchEvent("Timer")
                .timerWithDate("2031-05-01T00:00:00")
                .endEvent()
                .done();
        deployments.add(repository
                .createDeployment()
                .name("adgangsproeve")
                .addModelInstance(key + ".bpmn", model)
                .deploy()
                .getId());
    }
}
