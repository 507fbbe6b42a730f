package dk.ankomst.workflow.deployment;

import dk.ankomst.lint.Finding;
import dk.ankomst.lint.ModelLint;
import dk.ankomst.lint.Models;
import dk.ankomst.lint.Severity;
import dk.ankomst.platform.Actor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Checks what a person deploys, from the Modeler or by REST, together with the models in use, before any of it is: the
 * house rules, and that the version tag is a higher one. The whole deployment is refused when one model has an error. What
 * the program brings itself was checked when it was built.
 */
@Component
class DeploymentGate extends AbstractProcessEnginePlugin implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentGate.class);
    private static final Pattern MODEL = Pattern.compile(".*\\.(bpmn|dmn|form)");

    /** The engine knows no folders, so that the rule about folders must be met by one that always holds. */
    private static final String PROCESSES = "processes/kommune/";

    private static final String FORMS = "forms/kommune/";

    private static final String PROCESS_ENDING = ".bpmn";

    /** What the engine appends to the id of an activity for the body around its instances. */
    private static final String MULTI_INSTANCE = "#multiInstanceBody";

    private static final Pattern ID = Pattern.compile("\\sid\\s*=\\s*[\"']([^\"']+)[\"']");

    private final NamedServices services;

    DeploymentGate(BeanFactory beans) {
        services = new NamedServices(beans);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> deployers = configuration.getCustomPreDeployers();
        if (deployers == null) {
            deployers = new ArrayList<>();
            configuration.setCustomPreDeployers(deployers);
        }
        deployers.add(this);
    }

    /** @throws BadUserRequestException with every error, in Danish, one per line */
    @Override
    public void deploy(DeploymentEntity deployment) {
        CommandContext context = Context.getCommandContext();
        String user = context.getAuthenticatedUserId();
        if (!deployment.isNew() || user == null || user.equals(Actor.SYSTEM)) {
            return;
        }
        Map<String, String> added = new TreeMap<>();
        for (ResourceEntity resource : deployment.getResources().values()) {
            if (MODEL.matcher(resource.getName()).matches()) {
                added.put(bareName(resource.getName()), text(resource));
            }
        }
        if (added.isEmpty()) {
            return;
        }
        refuseFor(ModelLint.unreadable(Models.of(added)).stream()
                .map(DeploymentGate::sentence)
                .toList());
        Map<String, String> inUse = context.runWithoutAuthorization(() -> inUse(context));
        List<String> refusals = new ArrayList<>(tooLow(added, inUse));
        refusals.addAll(newErrors(added, inUse));
        added.forEach((file, content) -> {
            if (file.endsWith(PROCESS_ENDING)) {
                services.missing(content).forEach(sentence -> refusals.add(file + ": " + sentence));
            }
        });
        refusals.addAll(context.runWithoutAuthorization(() -> leftStanding(context, added, inUse)));
        refuseFor(refusals);
    }

    private static void refuseFor(List<String> refusals) {
        if (!refusals.isEmpty()) {
            throw new BadUserRequestException("Intet er lagt i drift. Ret dette, og læg modellen i drift igen:\n- "
                    + String.join("\n- ", refusals));
        }
    }

    /** The elements at which cases wait and that the process in use still has, but the new one no longer. */
    private static List<String> leftStanding(
            CommandContext context, Map<String, String> added, Map<String, String> inUse) {
        List<String> refusals = new ArrayList<>();
        added.forEach((file, content) -> {
            String running = inUse.get(file);
            if (!file.endsWith(PROCESS_ENDING) || running == null) {
                return;
            }
            Set<String> removed = ids(running);
            removed.removeAll(ids(content));
            if (removed.isEmpty()) {
                return;
            }
            Map<String, Long> standing = context
                    .getProcessEngineConfiguration()
                    .getRuntimeService()
                    .createExecutionQuery()
                    .processDefinitionKey(file.substring(0, file.length() - PROCESS_ENDING.length()))
                    .list()
                    .stream()
                    .map(execution -> ((ExecutionEntity) execution).getActivityId())
                    .filter(Objects::nonNull)
                    .map(id -> id.replace(MULTI_INSTANCE, ""))
                    .filter(removed::contains)
                    .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
            standing.forEach((id, cases) -> refusals.add(file + ", " + id + ": Behold elementet med dette id; "
                    + (cases == 1 ? "et forløb" : cases + " forløb")
                    + " står ved det nu. Slet eller omdøb det først, når intet forløb står der."));
        });
        return refusals;
    }

    private static Set<String> ids(String content) {
        return ID.matcher(content)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> tooLow(Map<String, String> added, Map<String, String> inUse) {
        List<String> refusals = new ArrayList<>();
        added.forEach((file, content) -> {
            String running = inUse.get(file);
            try {
                PackagedModel model = PackagedModel.read(file, content);
                if (running != null && !model.sameContentAs(running)) {
                    SemanticVersion version = PackagedModel.read(file, running).version();
                    if (model.version().compareTo(version) <= 0) {
                        refusals.add(file + ": Sæt versionTag op, fx til " + version.nextPatch()
                                + ". Udgaven i drift har " + version + ".");
                    }
                }
            } catch (ModelRefused e) {
                LOG.debug("{} has no version to compare, which the rules report", file, e);
            }
        });
        return refusals;
    }

    /** The errors that were not there before: a person answers for the own change, not for what others left behind. */
    private static List<String> newErrors(Map<String, String> added, Map<String, String> inUse) {
        Map<String, String> after = new TreeMap<>(inUse);
        after.putAll(added);
        List<Finding> found = check(after);
        found.stream()
                .filter(finding ->
                        finding.severity() == Severity.WARNING && added.containsKey(bareName(finding.file())))
                .forEach(finding -> LOG.info("Advarsel om en model, der lægges i drift: {}", finding));
        List<Finding> errors = found.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        Set<Finding> before = errors.isEmpty() ? Set.of() : new HashSet<>(check(inUse));
        return errors.stream()
                .filter(finding -> added.containsKey(bareName(finding.file())) || !before.contains(finding))
                .map(DeploymentGate::sentence)
                .toList();
    }

    private static List<Finding> check(Map<String, String> models) {
        return ModelLint.check(Models.of(models.entrySet().stream()
                .collect(Collectors.toMap(
                        model -> (model.getKey().endsWith(".form") ? FORMS : PROCESSES) + model.getKey(),
                        Map.Entry::getValue))));
    }

    private static String sentence(Finding finding) {
        return bareName(finding.file())
                + (finding.elementId() == null ? "" : ", " + finding.elementId())
                + ": " + finding.message();
    }

    /** The content of the latest version of every model by bare file name. */
    private static Map<String, String> inUse(CommandContext context) {
        RepositoryService repository = context.getProcessEngineConfiguration().getRepositoryService();
        List<ResourceDefinition> latest = new ArrayList<>();
        latest.addAll(repository
                .createProcessDefinitionQuery()
                .withoutTenantId()
                .latestVersion()
                .list());
        latest.addAll(repository
                .createDecisionDefinitionQuery()
                .withoutTenantId()
                .latestVersion()
                .list());
        latest.addAll(latestForms(context));
        Map<String, Set<String>> namesByDeployment = new TreeMap<>();
        latest.forEach(definition -> namesByDeployment
                .computeIfAbsent(definition.getDeploymentId(), id -> new HashSet<>())
                .add(definition.getResourceName()));
        Map<String, String> contents = new TreeMap<>();
        namesByDeployment.forEach((deployment, names) -> context.getResourceManager()
                .findResourceByDeploymentIdAndResourceNames(deployment, names.toArray(String[]::new))
                .forEach(resource -> contents.put(bareName(resource.getName()), text(resource))));
        return contents;
    }

    /** The engine has no query for forms. */
    private static Collection<CamundaFormDefinitionEntity> latestForms(CommandContext context) {
        Map<String, CamundaFormDefinitionEntity> latest = new TreeMap<>();
        for (Object row : context.getDbEntityManager().selectList("selectAllCamundaFormDefinitions")) {
            if (row instanceof CamundaFormDefinitionEntity form && form.getTenantId() == null) {
                latest.merge(form.getKey(), form, (a, b) -> a.getVersion() < b.getVersion() ? b : a);
            }
        }
        return latest.values();
    }

    private static String text(ResourceEntity resource) {
        return new String(Objects.requireNonNull(resource.getBytes()), StandardCharsets.UTF_8);
    }

    private static String bareName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
