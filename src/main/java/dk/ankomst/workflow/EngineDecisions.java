package dk.ankomst.workflow;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.PerTransaction;
import dk.ankomst.platform.RuleHit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evaluates the deployed tables and leaves no row in the engine's history: a preview creates nothing,
 * and what a family's origin or language decided is kept with the case, not in the engine. Decisions that a model takes
 * in a business rule task are the engine's own and stay in its history.
 *
 * <p>The same version of a table answers the same question in the same way, so an answer is remembered: a table takes
 * milliseconds to evaluate, and every case of a day asks much the same.
 */
@Component
class EngineDecisions implements Decisions {

    private static final Pattern ASKS_THE_TIME = Pattern.compile("\\b(now|today)\\s*\\(");
    private static final int MOST_ANSWERS = 1000;

    /** A table in one version, with what it has answered; it depends on the time when its answers cannot be kept. */
    private record Table(
            DmnDecision decision, boolean dependsOnTime, Map<Map<String, @Nullable Object>, List<RuleHit>> answers) {}

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final DmnEngine tables;
    private final Map<String, Table> parsed = new ConcurrentHashMap<>();
    private final Map<String, DecisionDefinition> firstAlike = new ConcurrentHashMap<>();
    private final PerTransaction<Known> known = new PerTransaction<>(Known::new);

    /** The versions that the running transaction has asked for, with the engine's ids of them. */
    private static final class Known {

        private final Map<String, Version> newest = new HashMap<>();
        private final Map<Version, String> ids = new HashMap<>();

        private Version add(DecisionDefinition definition) {
            Version version = new Version(definition.getKey(), definition.getVersion(), definition.getVersionTag());
            ids.put(version, definition.getId());
            return version;
        }
    }

    EngineDecisions(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(DecisionWatch::collect));
        this.tables = configuration.buildEngine();
    }

    @Override
    public Version newest(String key) {
        return newest(key, known.get());
    }

    private Version newest(String key, Known asked) {
        if (asked.newest.isEmpty()) {
            // A count asks a handful of tables: all in one look, once in a transaction.
            definitions(DecisionDefinitionQuery::latestVersion)
                    .forEach(definition -> asked.newest.put(
                            definition.getKey(),
                            asked.add(firstAlike.computeIfAbsent(definition.getId(), id -> firstAlike(definition)))));
        }
        Version version = asked.newest.get(key);
        if (version == null) {
            throw new IllegalStateException("Tabellen " + key + " er ikke lagt op.");
        }
        return version;
    }

    /** The same table put to work again is no new table: the version that first had this content is the one in force. */
    private DecisionDefinition firstAlike(DecisionDefinition definition) {
        byte[] content = content(definition.getId());
        DecisionDefinition first = definition;
        for (DecisionDefinition earlier : definitions(query -> query.decisionDefinitionKey(definition.getKey())
                .orderByDecisionDefinitionVersion()
                .desc())) {
            if (earlier.getVersion() < definition.getVersion()) {
                if (!Arrays.equals(content, content(earlier.getId()))) {
                    break;
                }
                first = earlier;
            }
        }
        return first;
    }

    @Override
    public Version oldest(String key) {
        return definitions(query -> query.decisionDefinitionKey(key)).stream()
                .min(Comparator.comparingInt(DecisionDefinition::getVersion))
                .map(definition -> known.get().add(definition))
                .orElseThrow(() -> new IllegalStateException("Tabellen " + key + " er ikke lagt op."));
    }

    @Override
    public Version version(String key, int number) {
        Known asked = known.get();
        Version newest = newest(key, asked);
        return newest.number() == number ? newest : asked.add(definition(key, number));
    }

    @Override
    public PutToWork putToWork(Version version) {
        String deploymentId = definition(version.key(), version.number()).getDeploymentId();
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    Deployment deployment = repository
                            .createDeploymentQuery()
                            .deploymentId(deploymentId)
                            .singleResult();
                    return new PutToWork(
                            deployment.getDeploymentTime().toInstant(),
                            engine
                                    .getHistoryService()
                                    .createUserOperationLogQuery()
                                    .deploymentId(deploymentId)
                                    .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE)
                                    .list()
                                    .stream()
                                    .map(UserOperationLogEntry::getUserId)
                                    .filter(user -> user != null && !user.equals(Actor.SYSTEM))
                                    .findFirst()
                                    .orElse(null));
                }));
    }

    @Override
    public List<RuleHit> evaluate(Version version, Map<String, @Nullable Object> inputs) {
        String id = known.get().ids.get(version);
        Table table = parsed.computeIfAbsent(
                id == null ? definition(version.key(), version.number()).getId() : id,
                definition -> parse(definition, version.key()));
        if (table.dependsOnTime()) {
            return evaluate(table, version.key(), inputs);
        }
        Map<String, @Nullable Object> question = new HashMap<>(inputs);
        List<RuleHit> known = table.answers().get(question);
        if (known != null) {
            return known;
        }
        List<RuleHit> answer = evaluate(table, version.key(), inputs);
        if (table.answers().size() >= MOST_ANSWERS) {
            table.answers().clear();
        }
        table.answers().put(question, answer);
        return answer;
    }

    private List<RuleHit> evaluate(Table table, String key, Map<String, @Nullable Object> inputs) {
        return DecisionWatch.during(
                key, () -> tables.evaluateDecisionTable(table.decision(), new HashMap<String, Object>(inputs)));
    }

    private DecisionDefinition definition(String key, int number) {
        return definitions(query -> query.decisionDefinitionKey(key).decisionDefinitionVersion(number)).stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Tabellen " + key + " findes ikke i version " + number + "."));
    }

    private List<DecisionDefinition> definitions(UnaryOperator<DecisionDefinitionQuery> which) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() ->
                        which.apply(repository.createDecisionDefinitionQuery()).list()));
    }

    private Table parse(String definitionId, String key) {
        byte[] content = content(definitionId);
        return new Table(
                tables.parseDecision(key, new ByteArrayInputStream(content)),
                ASKS_THE_TIME
                        .matcher(new String(content, StandardCharsets.UTF_8))
                        .find(),
                new ConcurrentHashMap<>());
    }

    private byte[] content(String definitionId) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> read(definitionId)));
    }

    private byte[] read(String definitionId) {
        try (InputStream model = repository.getDecisionModel(definitionId)) {
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
