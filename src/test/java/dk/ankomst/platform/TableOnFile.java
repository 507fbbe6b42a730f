package dk.ankomst.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** One decision table from {@code processes/}, evaluated by the bare decision engine without Spring or a database. */
public final class TableOnFile implements Decisions {

    private final String key;
    private final List<RuleHit> hits = new ArrayList<>();
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final DmnModelInstance model;

    /**
     * Opens a table.
     *
     * @param path below {@code processes/} without the ending, e.g. {@code etablering/trangsvurdering}
     */
    public TableOnFile(String path) {
        Path file = Path.of("processes", path + ".dmn");
        this.key = String.valueOf(Path.of(path).getFileName());
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(
                List.of(event -> event.getMatchingRules().forEach(rule -> {
                    Map<String, @Nullable Object> outputs = new HashMap<>();
                    rule.getOutputEntries()
                            .values()
                            .forEach(output -> outputs.put(
                                    output.getOutputName(), output.getValue().getValue()));
                    hits.add(new RuleHit(rule.getId(), outputs));
                })));
        this.engine = configuration.buildEngine();
        try (InputStream in = Files.newInputStream(file);
                InputStream again = Files.newInputStream(file)) {
            this.decision = engine.parseDecision(key, in);
            this.model = Dmn.readModelFromStream(again);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PutToWork putToWork(Version version) {
        return new PutToWork(Instant.EPOCH, null);
    }

    @Override
    public Version newest(String key) {
        if (!key.equals(this.key)) {
            throw new IllegalArgumentException(key + " is not " + this.key);
        }
        return new Version(key, 1, null);
    }

    @Override
    public Version oldest(String key) {
        return newest(key);
    }

    @Override
    public Version version(String key, int number) {
        return newest(key);
    }

    @Override
    public List<RuleHit> evaluate(Version version, Map<String, @Nullable Object> inputs) {
        return evaluate(inputs);
    }

    public List<RuleHit> evaluate(Map<String, @Nullable Object> inputs) {
        hits.clear();
        engine.evaluateDecisionTable(decision, new HashMap<String, Object>(inputs));
        return List.copyOf(hits);
    }

    /** The ids of the rules that apply. */
    public List<String> rulesFor(Map<String, @Nullable Object> inputs) {
        return evaluate(inputs).stream().map(RuleHit::ruleId).toList();
    }

    /** The ids of all rules, in the order of the table. */
    public List<String> ruleIds() {
        return rules().stream().map(Rule::getId).toList();
    }

    public List<Rule> rules() {
        return List.copyOf(model.getModelElementsByType(Rule.class));
    }
}
