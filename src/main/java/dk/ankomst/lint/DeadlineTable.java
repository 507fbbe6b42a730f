package dk.ankomst.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/**
 * A table that the register counts dates by: it says what is owed ({@code pligt} and {@code art}), or how long a task may
 * take ({@code antal} and {@code enhed}).
 */
record DeadlineTable(DecisionFile file, List<TableColumn> inputs, List<TableColumn> outputs, List<String> ruleIds) {

    static Stream<DeadlineTable> in(Models models) {
        return models.decisions().stream()
                .flatMap(file -> file.tables().map(table -> of(file, table)))
                .filter(table -> table.namesDuties() || table.has("antal", "enhed"));
    }

    private static DeadlineTable of(DecisionFile file, DecisionTable table) {
        return new DeadlineTable(
                file,
                TableColumn.inputs(table),
                TableColumn.outputs(table),
                table.getRules().stream()
                        .map(rule -> String.valueOf(rule.getId()))
                        .toList());
    }

    boolean namesDuties() {
        return has("pligt", "art");
    }

    boolean has(String... names) {
        return outputs.stream()
                .map(TableColumn::name)
                .collect(Collectors.toSet())
                .containsAll(Set.of(names));
    }

    Optional<TableColumn> output(String name) {
        return outputs.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** What a rule answers in a column; empty when the table has no such column. */
    Cell cell(String name, int rule) {
        return output(name).map(column -> column.entries().get(rule).cell()).orElse(Cell.of(null));
    }

    /** The codes of the tasks that have a row of their own in a table without duties. */
    static Set<String> tasks(Models models) {
        return in(models)
                .filter(table -> !table.namesDuties())
                .flatMap(table -> table.inputs().stream())
                .filter(column -> column.name().equals("opgave"))
                .flatMap(column -> column.entries().stream())
                .flatMap(entry -> entry.cell().literals().stream())
                .map(Cell::of)
                .flatMap(cell -> Stream.ofNullable(cell.string()))
                .collect(Collectors.toSet());
    }
}
