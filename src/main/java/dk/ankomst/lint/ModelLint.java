package dk.ankomst.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks models against the house rules. */
public final class ModelLint {

    private static final List<Rule> RULES = Stream.of(
                    GeneralRules.rules(),
                    NamingRules.rules(),
                    FlowRules.rules(),
                    TaskRules.rules(),
                    VolunteerRules.rules(),
                    EventRules.rules(),
                    BindingRules.rules(),
                    DecisionRules.rules(),
                    CellRules.rules(),
                    DeadlineTableRules.rules(),
                    DeadlineSpanRules.rules(),
                    FormRules.rules(),
                    DiagramRules.rules())
            .flatMap(List::stream)
            .toList();

    private ModelLint() {}

    /** All rules, in the order in which a report shows them. */
    public static List<Rule> rules() {
        return RULES;
    }

    /**
     * Looks through a set of models, which must be complete: a form or a decision that is not among them does not exist.
     *
     * @return every place that breaks a rule, sorted by file, errors first
     */
    public static List<Finding> check(Models models) {
        return RULES.stream()
                .flatMap(rule -> rule.findings(models).stream())
                .sorted(Comparator.comparing(Finding::file)
                        .thenComparing(Finding::severity)
                        .thenComparing(Finding::rule)
                        .thenComparing(finding -> Objects.requireNonNullElse(finding.elementId(), "")))
                .toList();
    }

    /** The files that cannot be read at all; what else is found while they are missing says little. */
    public static List<Finding> unreadable(Models models) {
        return GeneralRules.READABLE.findings(models);
    }

    /** The findings as a Danish text, one section per file. */
    public static String report(List<Finding> findings) {
        Map<String, List<Finding>> byFile =
                findings.stream().collect(Collectors.groupingBy(Finding::file, TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        byFile.forEach((file, found) -> {
            text.append(file).append('\n');
            for (Finding finding : found) {
                text.append("  ")
                        .append(finding.severity().danish())
                        .append(" [")
                        .append(finding.rule())
                        .append("] ")
                        .append(finding.elementId() == null ? "" : finding.elementId() + ": ")
                        .append(finding.message())
                        .append('\n');
            }
        });
        return text.toString();
    }
}
