package dk.ankomst.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnModelElementInstance;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/**
 * A DMN file and the questions that the rules ask of it.
 *
 * @param content the text; the model has default values filled in and no longer tells what was written
 */
record DecisionFile(String path, String content, DmnModelInstance model) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    Stream<String> decisionIds() {
        return all(Decision.class).map(Decision::getId);
    }

    <E extends DmnModelElementInstance> Stream<E> all(Class<E> type) {
        return model.getModelElementsByType(type).stream();
    }

    Stream<DecisionTable> tables() {
        return all(DecisionTable.class);
    }

    static @Nullable String text(@Nullable Text text) {
        return text == null ? null : text.getTextContent();
    }

    /**
     * The duties that at least one rule of the register's tables calls statutory ({@code LOV}) and gives a length, so that
     * there is a date that can pass.
     */
    static Set<String> statutoryDuties(Models models) {
        Set<String> duties = new LinkedHashSet<>();
        rows(models)
                .filter(row -> row.kind().contains("LOV") && row.hasLength())
                .forEach(row -> duties.addAll(row.duties()));
        return duties;
    }

    /** All duties of the register's tables, which are those with the columns {@code pligt} and {@code art}. */
    static Set<String> duties(Models models) {
        Set<String> duties = new LinkedHashSet<>();
        rows(models).forEach(row -> duties.addAll(row.duties()));
        return duties;
    }

    /**
     * What the rules of one table give in a column.
     *
     * @param key the decision's id
     */
    static Set<String> given(Models models, String key, String column) {
        Set<String> given = new LinkedHashSet<>();
        models.decisions().stream()
                .filter(file -> file.decisionIds().anyMatch(key::equals))
                .flatMap(DecisionFile::tables)
                .forEach(table -> {
                    int at = table.getOutputs().stream()
                            .map(Output::getName)
                            .toList()
                            .indexOf(column);
                    if (at >= 0) {
                        table.getRules().forEach(rule -> given.addAll(literals(rule, at)));
                    }
                });
        return given;
    }

    private record Row(List<String> duties, List<String> kind, boolean hasLength) {}

    private static Stream<Row> rows(Models models) {
        return models.decisions().stream().flatMap(DecisionFile::tables).flatMap(table -> {
            List<String> columns =
                    table.getOutputs().stream().map(Output::getName).toList();
            int duty = columns.indexOf("pligt");
            int kind = columns.indexOf("art");
            int length = columns.indexOf("antal");
            return duty < 0 || kind < 0
                    ? Stream.empty()
                    : table.getRules().stream()
                            .map(rule -> new Row(
                                    literals(rule, duty), literals(rule, kind), length < 0 || !isBlank(rule, length)));
        });
    }

    private static List<String> literals(Rule rule, int column) {
        List<OutputEntry> entries = new ArrayList<>(rule.getOutputEntries());
        return column < entries.size() ? literals(text(entries.get(column).getText())) : List.of();
    }

    private static boolean isBlank(Rule rule, int column) {
        List<OutputEntry> entries = new ArrayList<>(rule.getOutputEntries());
        return column >= entries.size()
                || Objects.requireNonNullElse(text(entries.get(column).getText()), "")
                        .isBlank();
    }

    private static List<String> literals(@Nullable String feel) {
        return feel == null
                ? List.of()
                : Pattern.compile("\"([^\"]+)\"")
                        .matcher(feel)
                        .results()
                        .map(match -> match.group(1))
                        .toList();
    }
}
