package dk.ankomst.establishment;

import dk.ankomst.platform.RuleHit;
import dk.ankomst.platform.TableOnFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.jspecify.annotations.Nullable;

/** The rows of the table on file, for tests without the process engine. */
record RulesOnFile(TableOnFile table) implements PackageRules {

    @Override
    public List<PackageRule> all() {
        List<PackageRule> rules = new ArrayList<>();
        for (var rule : table.rules()) {
            List<Output> columns = List.copyOf(((DecisionTable) rule.getParentElement()).getOutputs());
            Map<String, @Nullable Object> outputs = new HashMap<>();
            int column = 0;
            for (var cell : rule.getOutputEntries()) {
                String text = cell.getTextContent().strip();
                Object value = text.isEmpty()
                        ? null
                        : text.startsWith("\"") ? text.substring(1, text.length() - 1) : Integer.valueOf(text);
                outputs.put(columns.get(column++).getName(), value);
            }
            String packageId = rule.getInputEntries()
                    .iterator()
                    .next()
                    .getTextContent()
                    .strip()
                    .replace("\"", "");
            rules.add(new PackageRule(List.of(packageId), new RuleHit(rule.getId(), outputs)));
        }
        return rules;
    }

    @Override
    public Map<String, String> packageNames() {
        return Map.of("lemvig", "Lemvig");
    }
}
