package dk.ankomst.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.jspecify.annotations.Nullable;

/**
 * A column of a decision table.
 *
 * @param name the output's name, or the expression that the input asks about
 * @param label what the process owner sees above it
 * @param allowed the list of values that it allows; empty when it has none
 * @param variables the words that cells may use without quotation marks
 * @param entries its cells from top to bottom
 */
record TableColumn(
        boolean isInput,
        String id,
        String name,
        String label,
        String type,
        Cell allowed,
        Set<String> variables,
        List<Entry> entries) {

    private static final Pattern BLANKS = Pattern.compile("[^\\p{L}\\p{N}_]+");

    /** A cell and the rule that it belongs to. */
    record Entry(String ruleId, Cell cell) {}

    static List<TableColumn> inputs(DecisionTable table) {
        Set<String> variables = variables(table);
        List<TableColumn> columns = new ArrayList<>();
        for (Input input : table.getInputs()) {
            int place = columns.size();
            List<Entry> entries = new ArrayList<>();
            for (Rule rule : table.getRules()) {
                List<InputEntry> cells = new ArrayList<>(rule.getInputEntries());
                entries.add(new Entry(
                        String.valueOf(rule.getId()), place < cells.size() ? cell(cells.get(place)) : Cell.of(null)));
            }
            LiteralExpression expression = input.getInputExpression();
            columns.add(new TableColumn(
                    true,
                    String.valueOf(input.getId()),
                    expression == null
                            ? ""
                            : Cell.of(DecisionFile.text(expression.getText())).text(),
                    label(input.getLabel(), input.getId()),
                    expression == null ? "" : type(expression.getTypeRef()),
                    cell(input.getInputValues()),
                    variables,
                    entries));
        }
        return columns;
    }

    static List<TableColumn> outputs(DecisionTable table) {
        Set<String> variables = variables(table);
        List<TableColumn> columns = new ArrayList<>();
        for (Output output : table.getOutputs()) {
            int place = columns.size();
            List<Entry> entries = new ArrayList<>();
            for (Rule rule : table.getRules()) {
                List<OutputEntry> cells = new ArrayList<>(rule.getOutputEntries());
                entries.add(new Entry(
                        String.valueOf(rule.getId()),
                        Cell.of(
                                place < cells.size()
                                        ? DecisionFile.text(cells.get(place).getText())
                                        : null)));
            }
            columns.add(new TableColumn(
                    false,
                    String.valueOf(output.getId()),
                    String.valueOf(output.getName()),
                    label(output.getLabel(), output.getName()),
                    type(output.getTypeRef()),
                    cell(output.getOutputValues()),
                    variables,
                    entries));
        }
        return columns;
    }

    private static Set<String> variables(DecisionTable table) {
        Set<String> variables = new HashSet<>();
        for (Input input : table.getInputs()) {
            if (input.getInputExpression() != null) {
                String text = Cell.of(
                                DecisionFile.text(input.getInputExpression().getText()))
                        .text();
                variables.addAll(List.of(BLANKS.split(text, -1)));
            }
        }
        return variables;
    }

    private static Cell cell(@Nullable UnaryTests tests) {
        return Cell.of(tests == null ? null : DecisionFile.text(tests.getText()));
    }

    private static String label(@Nullable String label, @Nullable String name) {
        return label == null || label.isBlank() ? String.valueOf(name) : label;
    }

    private static String type(@Nullable String type) {
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }
}
