package dk.ankomst.workflow;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.PerTransaction;
import dk.ankomst.platform.RuleHit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evaluates the newest deployed version of a table and leaves no row in the engine's history: a preview creates nothing,
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
    private final PerTransaction<Map<String, String>> newestIds = new PerTransaction<>(HashMap::new);

    EngineDecisions(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(DecisionWatch::collect));
        this.tables = configuration.buildEngine();
    }

    @Override
    public List<RuleHit> evaluate(String key, Map<String, @Nullable Object> inputs) {
        Table table = newest(key);
        if (table.dependsOnTime()) {
            return evaluate(table, key, inputs);
        }
        Map<String, @Nullable Object> question = new HashMap<>(inputs);
        List<RuleHit> known = table.answers().get(question);
        if (known != null) {
            return known;
        }
        List<RuleHit> answer = evaluate(table, key, inputs);
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

    /** @throws IllegalStateException when no table with this key is deployed */
    private Table newest(String key) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    Map<String, String> ids = newestIds.get();
                    if (ids.isEmpty()) {
                        // A count asks a handful of tables: all in one look, once in a transaction.
                        repository
                                .createDecisionDefinitionQuery()
                                .latestVersion()
                                .list()
                                .forEach(definition -> ids.put(definition.getKey(), definition.getId()));
                    }
                    String id = ids.get(key);
                    if (id == null) {
                        throw new IllegalStateException("Tabellen " + key + " er ikke lagt op.");
                    }
                    return parsed.computeIfAbsent(id, definition -> parse(definition, key));
                }));
    }

    private Table parse(String definitionId, String key) {
        try (InputStream model = repository.getDecisionModel(definitionId)) {
            byte[] content = model.readAllBytes();
            return new Table(
                    tables.parseDecision(key, new ByteArrayInputStream(content)),
                    ASKS_THE_TIME
                            .matcher(new String(content, StandardCharsets.UTF_8))
                            .find(),
                    new ConcurrentHashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
