package dk.ankomst.workflow;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evaluates the newest deployed version of a table and leaves no row in the engine's history: a preview creates nothing,
 * and what a family's origin or language decided is kept with the case, not in the engine. Decisions that a model takes
 * in a business rule task are the engine's own and stay in its history.
 */
@Component
class EngineDecisions implements Decisions {

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final DmnEngine tables;
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

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
        DmnDecision decision = newest(key);
        return DecisionWatch.during(
                key, () -> tables.evaluateDecisionTable(decision, new HashMap<String, Object>(inputs)));
    }

    /** @throws IllegalStateException when no table with this key is deployed */
    private DmnDecision newest(String key) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    DecisionDefinition definition = repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(key)
                            .latestVersion()
                            .singleResult();
                    if (definition == null) {
                        throw new IllegalStateException("Tabellen " + key + " er ikke lagt op.");
                    }
                    return parsed.computeIfAbsent(definition.getId(), id -> parse(id, key));
                }));
    }

    private DmnDecision parse(String definitionId, String key) {
        try (InputStream model = repository.getDecisionModel(definitionId)) {
            return tables.parseDecision(key, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
