package dk.ankomst.workflow;

import dk.ankomst.platform.RuleHit;
import dk.ankomst.worklist.DecisionRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.context.CoreExecutionContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sees which rules of a table applied, which the engine's own result does not say: hands them to whoever asked for the
 * decision, and keeps on the case what a business rule task of a model decided.
 */
@Component
class DecisionWatch extends AbstractProcessEnginePlugin {

    private static final ThreadLocal<@Nullable Collector> CURRENT = new ThreadLocal<>();
    private static final String REASON = "begrundelse";
    private static final String SOURCE = "kilde";
    private static final String GROUND = "hjemmel";

    private record Collector(String key, List<RuleHit> hits) {}

    private final ObjectProvider<DecisionRecords> records;

    /** The records are asked for when a decision falls: they rest on the engine that this plug-in helps to build. */
    DecisionWatch(ObjectProvider<DecisionRecords> records) {
        this.records = records;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        DefaultDmnEngineConfiguration dmn = configuration.getDmnEngineConfiguration();
        if (dmn == null) {
            dmn = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            configuration.setDmnEngineConfiguration(dmn);
        }
        dmn.setCustomPostDecisionTableEvaluationListeners(List.of(this::decided));
    }

    /** Runs an evaluation and returns the rules of the given decision that applied in it. */
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

    /** Hands the rules of an evaluation to whoever asked for it with {@link #during}. */
    static void collect(DmnDecisionTableEvaluationEvent event) {
        Collector collector = CURRENT.get();
        if (collector != null && collector.key().equals(event.getDecision().getKey())) {
            event.getMatchingRules().forEach(rule -> collector.hits().add(hit(rule)));
        }
    }

    private void decided(DmnDecisionTableEvaluationEvent event) {
        CoreExecutionContext<?> context = Context.getCoreExecutionContext();
        if (context == null || !(context.getExecution() instanceof ExecutionEntity execution)) {
            return;
        }
        String caseNumber = CaseVariables.CASE_NUMBER.in(execution);
        if (caseNumber == null) {
            return;
        }
        DmnDecision decision = event.getDecision();
        Long personId = CaseVariables.PERSON_ID.in(execution);
        List<DecisionRecords.Taken> taken = new ArrayList<>();
        for (DmnEvaluatedDecisionRule rule : event.getMatchingRules()) {
            RuleHit hit = hit(rule);
            taken.add(new DecisionRecords.Taken(
                    caseNumber,
                    personId,
                    decision.getKey(),
                    decision.getName(),
                    rule.getId(),
                    inWords(rule),
                    hit.text(REASON),
                    hit.text(SOURCE) == null ? hit.text(GROUND) : hit.text(SOURCE)));
        }
        records.getObject().record(taken);
    }

    /** The outcome by the labels of its columns, in their order, e.g. {@code Modtagelsesspor: asylcenter}. */
    private static String inWords(DmnEvaluatedDecisionRule rule) {
        return rule.getOutputEntries().values().stream()
                .filter(output -> output.getValue().getValue() != null)
                .filter(output -> !List.of(REASON, SOURCE, GROUND).contains(output.getOutputName()))
                .map(output -> (output.getName() == null ? output.getOutputName() : output.getName())
                        + ": "
                        + inWords(output.getValue().getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String inWords(@Nullable Object value) {
        return value instanceof Boolean truth ? (truth ? "ja" : "nej") : String.valueOf(value);
    }

    private static RuleHit hit(DmnEvaluatedDecisionRule rule) {
        Map<String, @Nullable Object> outputs = new HashMap<>();
        rule.getOutputEntries()
                .values()
                .forEach(output ->
                        outputs.put(output.getOutputName(), output.getValue().getValue()));
        return new RuleHit(rule.getId(), outputs);
    }
}
