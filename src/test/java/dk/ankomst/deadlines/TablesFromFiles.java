package dk.ankomst.deadlines;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
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
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** Evaluates the tables of {@code processes/frister} straight from their files, and remembers which rules fired. */
final class TablesFromFiles implements Decisions {

    static final Path FOLDER = Path.of("processes", "frister");

    /** The tables that deadlines are counted from; the folder holds others too. */
    static final List<String> NAMES = List.of(
            RuleBook.RULE_SETS,
            RuleBook.TAKEOVER,
            RuleBook.DUTIES,
            RuleBook.HEALTH,
            RuleBook.COURSE,
            RuleBook.LOCAL_GOALS,
            RuleBook.EVENTS,
            RuleBook.OTHER_LAWS,
            RuleBook.RESERVATIONS,
            RuleBook.SUSPENSIONS,
            RuleBook.SUSPENSION_CHOICE);

    private final Map<String, List<RuleHit>> other = new HashMap<>();

    private record Question(String table, Map<String, @Nullable Object> inputs) {}

    private final Map<Question, List<RuleHit>> answers = new HashMap<>();
    private final Map<String, DmnDecision> tables = new ConcurrentHashMap<>();
    private final List<RuleHit> hits = new ArrayList<>();
    private final DmnEngine engine;

    TablesFromFiles() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::remember));
        engine = configuration.buildEngine();
    }

    @Override
    public PutToWork putToWork(Version version) {
        return new PutToWork(Instant.EPOCH, null);
    }

    @Override
    public Version newest(String key) {
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
        String key = version.key();
        if (other.containsKey(key)) {
            return other.get(key);
        }
        // A table asked the same says the same: the tests ask thousands of times.
        Question question = new Question(key, inputs);
        List<RuleHit> known = answers.get(question);
        if (known == null) {
            hits.clear();
            engine.evaluateDecisionTable(
                    tables.computeIfAbsent(key, this::read), Variables.fromMap(new HashMap<>(inputs)));
            known = List.copyOf(hits);
            answers.put(question, known);
        }
        return known;
    }

    /** Lets a table answer every question with one row, as if the file held only that. */
    void answer(String key, Map<String, @Nullable Object> row) {
        other.put(key, List.of(new RuleHit("rule_proeve", row)));
    }

    private DmnDecision read(String key) {
        try (InputStream file = Files.newInputStream(FOLDER.resolve(key + ".dmn"))) {
            return engine.parseDecision(key, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> {
            Map<String, @Nullable Object> outputs = new HashMap<>();
            rule.getOutputEntries()
                    .values()
                    .forEach(output -> outputs.put(
                            output.getOutputName(), output.getValue().getValue()));
            hits.add(new RuleHit(rule.getId(), outputs));
        });
    }
}
