package dk.ankomst.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** A decision table of {@code processes/modtagelse}, evaluated without the program around it. */
final class TableRules {

    record Hit(String ruleId, Map<String, @Nullable Object> outputs) {}

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Path file;
    private final List<Hit> hits = new ArrayList<>();
    private final Set<String> fired = new TreeSet<>();

    TableRules(String key) throws IOException {
        DefaultDmnEngineConfiguration configuration = (DefaultDmnEngineConfiguration)
                org.camunda.bpm.dmn.engine.DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(
                List.of(event -> event.getMatchingRules().forEach(this::note)));
        engine = configuration.buildEngine();
        file = Path.of("processes/modtagelse", key + ".dmn");
        try (InputStream in = Files.newInputStream(file)) {
            decision = engine.parseDecision(key, in);
        }
    }

    /** The one rule that applies. */
    Hit hit(Map<String, Object> inputs) {
        hits.clear();
        engine.evaluateDecisionTable(decision, inputs);
        assertThat(hits).as("rules for " + inputs).hasSize(1);
        return hits.get(0);
    }

    Set<String> fired() {
        return fired;
    }

    Set<String> all() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Set<String> ids = new TreeSet<>();
            Dmn.readModelFromStream(in).getModelElementsByType(Rule.class).forEach(rule -> ids.add(rule.getId()));
            return ids;
        }
    }

    private void note(DmnEvaluatedDecisionRule rule) {
        Map<String, @Nullable Object> outputs = new java.util.HashMap<>();
        rule.getOutputEntries()
                .values()
                .forEach(output ->
                        outputs.put(output.getOutputName(), output.getValue().getValue()));
        hits.add(new Hit(rule.getId(), outputs));
        fired.add(rule.getId());
    }
}
