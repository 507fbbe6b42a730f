package dk.ankomst.workflow;

import dk.ankomst.establishment.PackageRules;
import dk.ankomst.forms.FormReader;
import dk.ankomst.platform.RuleHit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the rows of the newest deployed {@code etableringspakke}, and the packages' names off the newest form on which one is
 * chosen; a version is read once.
 */
@Component
class EnginePackageRules implements PackageRules {

    private static final String TABLE = "etableringspakke";
    private static final String PACKAGE_INPUT = "pakke";
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern TEXTS = Pattern.compile("\\s*\"[^\"]*\"\\s*(,\\s*\"[^\"]*\"\\s*)*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    private static final String FORM = "registrer-ejendele";
    private static final String PACKAGE_FIELD = "pakke";

    private record NamesInForm(String definitionId, Map<String, String> names) {}

    private record Version(String definitionId, List<PackageRule> rules) {}

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private volatile @Nullable Version newest;
    private volatile @Nullable NamesInForm newestNames;

    EnginePackageRules(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public List<PackageRule> all() {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    DecisionDefinition definition = repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(TABLE)
                            .latestVersion()
                            .singleResult();
                    if (definition == null) {
                        throw new IllegalStateException("Beslutningen " + TABLE + " er ikke udrullet.");
                    }
                    Version known = newest;
                    if (known == null || !known.definitionId().equals(definition.getId())) {
                        known = new Version(
                                definition.getId(), read(repository.getDmnModelInstance(definition.getId())));
                        newest = known;
                    }
                    return known.rules();
                }));
    }

    @Override
    public Map<String, String> packageNames() {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    CamundaFormDefinitionEntity form =
                            context.getCamundaFormDefinitionManager().findLatestDefinitionByKeyAndTenantId(FORM, null);
                    if (form == null) {
                        return Map.of();
                    }
                    NamesInForm known = newestNames;
                    if (known == null || !known.definitionId().equals(form.getId())) {
                        known = new NamesInForm(form.getId(), names(form));
                        newestNames = known;
                    }
                    return known.names();
                }));
    }

    private Map<String, String> names(CamundaFormDefinitionEntity form) {
        String content;
        try (InputStream in = repository.getResourceAsStream(form.getDeploymentId(), form.getResourceName())) {
            content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FormReader.read(FORM, form.getVersion(), content).fields().stream()
                .filter(field -> field.key().equals(PACKAGE_FIELD))
                .findFirst()
                .map(field -> field.options().labels())
                .orElse(Map.of());
    }

    private static List<PackageRule> read(DmnModelInstance model) {
        DecisionTable table =
                model.getModelElementsByType(DecisionTable.class).iterator().next();
        int packageColumn = packageColumn(table);
        List<Output> columns = List.copyOf(table.getOutputs());
        List<PackageRule> rules = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
            Map<String, @Nullable Object> outputs = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                outputs.put(
                        columns.get(i).getName(),
                        value(cells.get(i).getTextContent().strip()));
            }
            List<InputEntry> conditions = List.copyOf(rule.getInputEntries());
            List<String> packages =
                    packages(conditions.get(packageColumn).getTextContent().strip());
            if (packages != null && outputs.get("vare") != null) {
                rules.add(new PackageRule(packages, new RuleHit(rule.getId(), outputs)));
            }
        }
        return List.copyOf(rules);
    }

    private static int packageColumn(DecisionTable table) {
        int column = 0;
        for (Input input : table.getInputs()) {
            if (input.getInputExpression().getTextContent().strip().equals(PACKAGE_INPUT)) {
                return column;
            }
            column++;
        }
        throw new IllegalStateException("Beslutningen " + TABLE + " mangler kolonnen " + PACKAGE_INPUT + ".");
    }

    /** The packages that a cell names; empty for any; null when the cell is more than a list of names. */
    private static @Nullable List<String> packages(String cell) {
        if (cell.isEmpty() || cell.equals("-")) {
            return List.of();
        }
        if (!TEXTS.matcher(cell).matches()) {
            return null;
        }
        List<String> packages = new ArrayList<>();
        Matcher text = TEXT.matcher(cell);
        while (text.find()) {
            packages.add(text.group(1));
        }
        return packages;
    }

    /** The value of an output cell; null when it is empty or an expression, which only an evaluation can tell. */
    private static @Nullable Object value(String cell) {
        Matcher text = TEXT.matcher(cell);
        if (text.matches()) {
            return text.group(1);
        }
        return WHOLE_NUMBER.matcher(cell).matches() ? Integer.valueOf(cell) : null;
    }
}
