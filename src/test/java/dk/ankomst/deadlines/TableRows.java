package dk.ankomst.deadlines;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code processes/frister} read cell by cell, without an engine: another way to the same answers, and a fast one.
 * It understands what these tables hold: lists of texts, and first and last days.
 */
final class TableRows implements Decisions {

    /**
     * @param tracks the tracks that the row names; empty when it counts for all
     * @param from the first day; null when open
     * @param to the last day; null when open
     */
    record Row(
            Set<String> tracks,
            @Nullable String from,
            @Nullable String to,
            String description,
            RuleHit hit) {

        boolean fits(Map<String, @Nullable Object> asked) {
            Object track = asked.get("spor");
            String day = String.valueOf(asked.get("retsdato"));
            return (tracks.isEmpty() || tracks.contains(String.valueOf(track)))
                    && (from == null || day.compareTo(from) >= 0)
                    && (to == null || day.compareTo(to) <= 0);
        }
    }

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final Map<String, List<Row>> tables = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();

    /** All rows as one version, since a file has no other. */
    static Version only(String table) {
        return new Version(table, 1, null);
    }

    @Override
    public PutToWork putToWork(Version version) {
        return new PutToWork(Instant.EPOCH, null);
    }

    @Override
    public Version newest(String key) {
        return only(key);
    }

    @Override
    public Version oldest(String key) {
        return only(key);
    }

    @Override
    public Version version(String key, int number) {
        return only(key);
    }

    @Override
    public List<RuleHit> evaluate(Version version, Map<String, @Nullable Object> inputs) {
        String key = version.key();
        asked.merge(key, 1, Integer::sum);
        return rows(key).stream().filter(row -> row.fits(inputs)).map(Row::hit).toList();
    }

    /** How often each table was asked since the last time. */
    Map<String, Integer> askedSinceLast() {
        Map<String, Integer> since = Map.copyOf(asked);
        asked.clear();
        return since;
    }

    List<Row> rows(String table) {
        return tables.computeIfAbsent(table, TableRows::read);
    }

    static Decision decision(String table) {
        return Dmn.readModelFromFile(
                        TablesFromFiles.FOLDER.resolve(table + ".dmn").toFile())
                .getModelElementsByType(Decision.class)
                .iterator()
                .next();
    }

    private static List<Row> read(String name) {
        DecisionTable table = (DecisionTable) decision(name).getExpression();
        List<Input> inputs = new ArrayList<>(table.getInputs());
        List<Output> outputs = new ArrayList<>(table.getOutputs());
        List<Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            Set<String> tracks = new TreeSet<>();
            String from = null;
            String to = null;
            List<InputEntry> conditions = new ArrayList<>(rule.getInputEntries());
            for (int i = 0; i < inputs.size(); i++) {
                String cell = conditions.get(i).getTextContent().strip();
                String question =
                        inputs.get(i).getInputExpression().getTextContent().strip();
                List<String> texts = TEXT.matcher(cell)
                        .results()
                        .map(match -> match.group(1))
                        .toList();
                if (question.equals("spor")) {
                    tracks.addAll(texts);
                } else if (cell.startsWith(">=")) {
                    from = texts.get(0);
                } else if (cell.startsWith("<=")) {
                    to = texts.get(0);
                }
            }
            Map<String, @Nullable Object> values = new HashMap<>();
            List<OutputEntry> answers = new ArrayList<>(rule.getOutputEntries());
            for (int i = 0; i < outputs.size(); i++) {
                Object value = value(answers.get(i).getTextContent());
                if (value != null) {
                    values.put(outputs.get(i).getName(), value);
                }
            }
            rows.add(new Row(
                    tracks, from, to, rule.getDescription().getTextContent(), new RuleHit(rule.getId(), values)));
        }
        return List.copyOf(rows);
    }

    private static @Nullable Object value(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1);
        }
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : Integer.valueOf(text);
    }
}
