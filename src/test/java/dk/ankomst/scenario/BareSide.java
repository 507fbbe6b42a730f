package dk.ankomst.scenario;

import com.zaxxer.hikari.HikariDataSource;
import dk.ankomst.scenario.Tally.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The same models on an engine as it comes, with history at the same level and nothing of ours around it. */
final class BareSide extends BenchmarkSide implements AutoCloseable {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    private final Map<String, Object> startVariables;
    private final Map<String, Map<String, Object>> answers;
    private final HikariDataSource dataSource;
    private final AtomicInteger cases = new AtomicInteger();

    private BareSide(ProcessEngine engine, HikariDataSource dataSource, ProgramSide program) {
        super(engine, dataSource);
        this.dataSource = dataSource;
        this.startVariables = program.startVariables();
        this.answers = program.engineAnswers();
    }

    static BareSide start(String name, String url, String user, boolean rights, ProgramSide program)
            throws IOException {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(url);
        dataSource.setUsername(user);
        dataSource.setPassword(user);
        Map<String, String> models = models();
        Stream<String> delegates = models.values().stream()
                .flatMap(model -> DELEGATE.matcher(model).results())
                .map(found -> found.group(1));
        ProcessEngine engine = engine(
                name, new CountedDataSource(dataSource), rights, new BareBeans(program.facts()).beans(delegates));
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        models.forEach(deployment::addString);
        deployment.deploy();
        return new BareSide(engine, dataSource, program);
    }

    private static ProcessEngine engine(String name, DataSource dataSource, boolean rights, Map<Object, Object> beans) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(dataSource);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setHistoryRemovalTimeStrategy("end");
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans);
        if (rights) {
            // As in the program's own configuration, but with the engine's own checks and grants.
            configuration.setAuthorizationEnabled(true);
            configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
            configuration.setEnableHistoricInstancePermissions(true);
            configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9._@-]+");
        }
        return configuration.buildProcessEngine();
    }

    private static Map<String, String> models() throws IOException {
        Map<String, String> models = new HashMap<>();
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        for (String pattern : List.of("processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form")) {
            for (Resource model : resources.getResources("classpath*:" + pattern)) {
                models.put(String.valueOf(model.getFilename()), model.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return models;
    }

    @Override
    String start(Tally tally) {
        String number = "B-" + cases.incrementAndGet();
        Map<String, Object> variables = new HashMap<>(startVariables);
        variables.put("sagsnummer", number);
        program(() -> tally.timed(Work.START, () -> engine.getRuntimeService()
                .createMessageCorrelation("visitation-modtaget")
                .processInstanceBusinessKey(number)
                .setVariables(variables)
                .correlateStartMessage()));
        return number;
    }

    @Override
    void arrives(String caseNumber, Tally tally) {
        program(() -> tally.timed(Work.ARRIVAL, () -> {
            engine.getRuntimeService()
                    .createMessageCorrelation("familie-ankommet")
                    .processInstanceId(engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processDefinitionKey("modtagelse")
                            .processInstanceBusinessKey(caseNumber)
                            .singleResult()
                            .getId())
                    .correlate();
            return "";
        }));
    }

    @Override
    Map<String, Object> answers(Task task, String group) {
        Map<String, Object> given = answers.get(task.getTaskDefinitionKey());
        if (given == null) {
            throw new AssertionError("the program never came to " + task.getTaskDefinitionKey());
        }
        return new HashMap<>(given);
    }

    @Override
    <T extends @Nullable Object> T as(String group, Supplier<T> work) {
        engine.getIdentityService().setAuthentication(group, List.of(group));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Messages to the plan are the program's own, logged under the user who caused them but not checked. */
    private <T extends @Nullable Object> T program(Supplier<T> work) {
        return as("koordinator", () -> configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work::get)));
    }

    @Override
    public void close() {
        engine.close();
        dataSource.close();
    }
}
