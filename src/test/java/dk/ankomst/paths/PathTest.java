package dk.ankomst.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The paths of one process. The process and all decision tables are real; called processes are stubs that wait until
 * {@link #ends} is called; services are doubles. Nothing happens by itself: timers are fired by id, and only the
 * transaction borders are passed at once. When all tests of the class have run, every node and every flow must have been
 * walked by at least one of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PathTest {

    static final String CASE_NUMBER = "2016-00001";

    /** Begins the id of the task at which the stub of a called process waits. */
    private static final String CALLED = "Called_";

    private static final Path MODELS = Path.of("processes");

    private final String key;
    private final BpmnModelInstance model;
    private final Trail trail;
    private final Map<Object, Object> beans = new HashMap<>();
    private ProcessEngine engine;
    private int testsRun = 0;

    DueDates deadlines = new DueDates();
    FamilyFacts family = new FamilyFacts();

    PathTest(String key) {
        this.key = key;
        this.model = Bpmn.readModelFromFile(file(key + ".bpmn").toFile());
        this.trail = new Trail(key, model, () -> deadlines);
    }

    /** The process whose paths these are. */
    final String key() {
        return key;
    }

    private ProcessEngine build() {
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("paths-" + key);
        configuration.setJdbcUrl("jdbc:h2:mem:paths-" + key);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setBeans(beans);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(trail)));
        return configuration.buildProcessEngine();
    }

    @BeforeAll
    final void deploy() {
        engine = build();
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().addModelInstance(key + ".bpmn", model);
        model.getModelElementsByType(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .distinct()
                .forEach(called -> deployment.addModelInstance(called + ".bpmn", stub(called)));
        files(".dmn").forEach(file -> deployment.addString(String.valueOf(file.getFileName()), textOf(file)));
        deployment.deploy();
    }

    @BeforeEach
    final void freshDoubles() {
        deadlines = new DueDates();
        family = new FamilyFacts();
        beans.put("deadlines", deadlines);
        beans.put("sagen", family);
        trail.forgetLines();
    }

    @AfterEach
    final void leaveNothingRunning() {
        testsRun++;
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(left -> engine.getRuntimeService().deleteProcessInstance(left.getId(), "test ended"));
    }

    /** The guard. It is silent when only some tests of the class were run. */
    @AfterAll
    final void everyNodeAndFlowWasWalked() {
        long tests = Arrays.stream(getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        Set<String> nodes = engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .singleResult()
                        .getId())
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
        engine.close();
        if (testsRun == tests) {
            assertThat(Coverage.notWalked(model, nodes, trail.flowsTaken()))
                    .as("nodes and flows of %s that no path test walks", key)
                    .isEmpty();
        }
    }

    /** A service task's bean that writes down that it was called, with the variables it reads. */
    final void service(String bean, String... reads) {
        service(bean, execution -> {}, reads);
    }

    /** As {@link #service(String, String...)}, with what the bean then does to the process. */
    final void service(String bean, JavaDelegate effect, String... reads) {
        beans.put(bean, (JavaDelegate) execution -> {
            Map<String, Object> read = new TreeMap<>();
            Stream.of(reads).forEach(name -> read.put(name, String.valueOf(execution.getVariable(name))));
            trail.write("    asks " + bean + Trail.given(read));
            effect.execute(execution);
        });
    }

    /** The step that registers an agreed date, with the input parameters that are of interest. */
    final void agreesOnDates(String... reads) {
        service(
                "registrerAftaltDato",
                execution -> execution.setVariableLocal(
                        "aftaltPligt", execution.getVariable("aftale") + "-" + execution.getVariable("aftaltDato")),
                reads);
    }

    /** Any other bean that the model names. */
    final void bean(String name, Object bean) {
        beans.put(name, bean);
    }

    final void write(String line) {
        trail.write("    " + line);
    }

    /** Starts the process for the family of the case, a couple with one child from an asylum centre. */
    final void start(Object... variables) {
        Map<String, Object> all = caseVariables();
        all.putAll(variables(variables));
        engine.getRuntimeService().startProcessInstanceByKey(key, CASE_NUMBER, all);
        passBorders();
    }

    /** Starts the process by a message. */
    final void startBy(String message, Object... variables) {
        Map<String, Object> all = caseVariables();
        all.putAll(variables(variables));
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(CASE_NUMBER)
                .setVariables(all)
                .correlateStartMessage();
        passBorders();
    }

    /** A message to the running process; the variables reach the triggered event only, as in the program. */
    final void receives(String message, Object... variables) {
        String process = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(key)
                .singleResult()
                .getId();
        engine.getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceId(process)
                .setVariablesToTriggeredScope(variables(variables))
                .correlate();
        passBorders();
    }

    /** Somebody completes the only open task of this kind. */
    final void complete(String task, Object... variables) {
        completeEach(task, 1, variables);
    }

    /** The open tasks of this kind, of which there must be so many, are completed one after the other. */
    final void completeEach(String task, int howMany, Object... variables) {
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(task)
                .list();
        assertThat(open).as("open tasks %s after%n%s", task, walk()).hasSize(howMany);
        for (Task one : open) {
            engine.getTaskService().complete(one.getId(), variables(variables));
            passBorders();
        }
    }

    /** The only running process of this key that was called ends, leaving these variables. */
    final void ends(String called, Object... variables) {
        complete(CALLED + called, variables);
    }

    /** The running processes of this key that were called, of which there must be so many, end one after the other. */
    final void eachEnds(String called, int howMany) {
        completeEach(CALLED + called, howMany);
    }

    /**
     * A timer becomes due.
     *
     * @param asked the question to the bean {@code deadlines} that its date must have come from
     */
    final void fire(String timer, String asked) {
        Job job =
                engine.getManagementService().createJobQuery().activityId(timer).singleResult();
        assertThat(job).as("timer %s after%n%s", timer, walk()).isNotNull();
        assertThat(deadlines.questionBehind(job.getDuedate()))
                .as("the date of %s", timer)
                .isEqualTo(asked);
        engine.getManagementService().executeJob(job.getId());
        passBorders();
    }

    /** The process has ended and has gone exactly this way. */
    final void walked(String path) {
        assertThat(walk()).isEqualToNormalizingNewlines(path);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .as("running processes after%n%s", walk())
                .isZero();
    }

    private String walk() {
        return trail.lines().stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /** Runs what waits for the job executor only, not what waits for a date. */
    private void passBorders() {
        List<Job> waiting =
                engine.getManagementService().createJobQuery().messages().list();
        while (!waiting.isEmpty()) {
            waiting.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            waiting = engine.getManagementService().createJobQuery().messages().list();
        }
    }

    private static Map<String, Object> caseVariables() {
        return new HashMap<>(Map.of(
                "sagsnummer",
                CASE_NUMBER,
                "familie",
                "Eksempel",
                "spor",
                "asylcenter",
                "antalPersoner",
                3,
                "antalVoksne",
                2,
                "antalBoern",
                1));
    }

    private static Map<String, Object> variables(Object... namesAndValues) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            variables.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return variables;
    }

    private static BpmnModelInstance stub(String called) {
        return Bpmn.createExecutableProcess(called)
                .startEvent()
                .userTask(CALLED + called)
                .name(called)
                .endEvent()
                .done();
    }

    private static Path file(String name) {
        return files(name).stream()
                .filter(file -> String.valueOf(file.getFileName()).equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The models whose file name ends so. */
    static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(MODELS)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
