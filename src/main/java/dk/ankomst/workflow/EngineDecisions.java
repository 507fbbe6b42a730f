package dk.ankomst.workflow;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates decisions in the embedded engine, which records each evaluation in its history. */
@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final ProcessEngineConfigurationImpl engine;

    EngineDecisions(ProcessEngine engine) {
        this.decisions = engine.getDecisionService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public List<RuleHit> evaluate(String key, Map<String, @Nullable Object> inputs) {
        return RuleHits.during(key, () -> engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> decisions
                        .evaluateDecisionTableByKey(key)
                        .variables(new HashMap<String, Object>(inputs))
                        .evaluate())));
    }

    /** Collects the rules that applied; the engine's own result does not say which they were. */
    static final class RuleHits implements DmnDecisionTableEvaluationListener {

        private static final ThreadLocal<@Nullable Collector> CURRENT = new ThreadLocal<>();

        private record Collector(String key, List<RuleHit> hits) {}

        static List<RuleHit> during(String key, Runnable evaluation) {
            Collector outer = CURRENT.get();
            Collector collector = new Collector(key, new ArrayList<>());
            CURRENT.set(collector);
            try {
                evaluation.run();
                return List.copyOf(collector.hits());
            } finally {
                if (outer == null) {
                    CURRENT.remove();
                } else {
                    CURRENT.set(outer);
                }
            }
        }

        @Override
        public void notify(DmnDecisionTableEvaluationEvent event) {
            Collector collector = CURRENT.get();
            if (collector == null
                    || !collector.key().equals(event.getDecisionTable().getKey())) {
                return;
            }
            for (DmnEvaluatedDecisionRule rule : event.getMatchingRules()) {
                Map<String, @Nullable Object> outputs = new HashMap<>();
                rule.getOutputEntries()
                        .values()
                        .forEach(output -> outputs.put(
                                output.getOutputName(), output.getValue().getValue()));
                collector.hits().add(new RuleHit(rule.getId(), outputs));
            }
        }
    }
}
