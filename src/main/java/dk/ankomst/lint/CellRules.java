package dk.ankomst.lint;

import static dk.ankomst.lint.Rule.error;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the cells of every decision table must hold, which the engine itself never asks about. */
final class CellRules {

    private static final Set<String> INTEGERS = Set.of("integer", "long");

    private CellRules() {}

    static List<Rule> rules() {
        return List.of(
                error(
                        "tilladte-vaerdier",
                        "En celle indeholder en af de værdier, som kolonnen tillader.",
                        CellRules::allowed),
                error("heltal", "En celle i en kolonne med hele tal er et helt tal.", CellRules::integers));
    }

    private interface ColumnCheck {
        void run(DecisionFile file, TableColumn column);
    }

    private static void each(Models models, ColumnCheck check) {
        models.decisions().forEach(file -> file.tables()
                .flatMap(
                        table -> Stream.concat(TableColumn.inputs(table).stream(), TableColumn.outputs(table).stream()))
                .forEach(column -> check.run(file, column)));
    }

    private static void allowed(Models models, Rule.Report report) {
        each(models, (file, column) -> {
            List<String> allowed = column.allowed().literals();
            if (allowed.isEmpty()) {
                if (!column.allowed().isEmpty()) {
                    report.add(
                            file.path(),
                            column.id(),
                            "Ret kolonnens liste over tilladte værdier; den er tekster i anførselstegn med komma imellem.");
                }
                return;
            }
            column.entries().forEach(entry -> {
                Cell cell = entry.cell();
                Stream<String> wrong = cell.isUnquoted(column.variables())
                        ? Stream.of(cell.text())
                        : cell.literals().stream().filter(value -> !allowed.contains(value));
                wrong.forEach(value -> report.add(
                        file.path(),
                        entry.ruleId(),
                        "Ret " + value + " i kolonnen " + column.label() + "; tilladt er " + String.join(", ", allowed)
                                + ", med anførselstegn."));
            });
        });
    }

    private static void integers(Models models, Rule.Report report) {
        each(models, (file, column) -> {
            if (INTEGERS.contains(column.type())) {
                column.entries().stream()
                        .filter(entry -> !isInteger(entry.cell(), column))
                        .forEach(entry -> report.add(
                                file.path(),
                                entry.ruleId(),
                                "Skriv et helt tal uden anførselstegn i kolonnen " + column.label() + " i stedet for "
                                        + entry.cell().text() + "."));
            }
        });
    }

    /** A computed number is known only while the case runs. */
    private static boolean isInteger(Cell cell, TableColumn column) {
        if (cell.isEmpty() || cell.isInteger()) {
            return true;
        }
        return !cell.isUnquoted(column.variables())
                && (column.isInput()
                        ? cell.literals().stream().map(Cell::of).allMatch(Cell::isInteger)
                                && !cell.text().contains("\"")
                        : !cell.isLiteral());
    }
}
