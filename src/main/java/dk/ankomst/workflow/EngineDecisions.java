package dk.ankomst.workflow;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return DecisionWatch.during(key, () -> engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> decisions
                        .evaluateDecisionTableByKey(key)
                        .variables(new HashMap<String, Object>(inputs))
                        .evaluate())));
    }
}
