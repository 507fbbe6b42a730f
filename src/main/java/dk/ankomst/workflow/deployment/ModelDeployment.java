package dk.ankomst.workflow.deployment;

import dk.ankomst.platform.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides per model whether the packaged one goes into use. The version tag decides: a higher one is deployed, a lower
 * one leaves the newer model of a process owner in place, and the same tag on another content is a contradiction that a
 * person must solve before the program starts.
 */
final class ModelDeployment {

    /** Marks the program's own deployments; the Modeler writes its own name there. */
    static final String SOURCE = "Ankomst";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
    private static final DateTimeFormatter DANISH_TIME =
            DateTimeFormatter.ofPattern("d. MMMM yyyy 'kl.' HH.mm", Locale.forLanguageTag("da-DK"));
    private static final ZoneId DANISH_ZONE = ZoneId.of("Europe/Copenhagen");

    /** What became of a packaged model. */
    enum Outcome {
        DEPLOYED,
        UNCHANGED,
        NEWER_STAYS
    }

    /** A packaged model and what became of it. */
    record Result(String file, Outcome outcome) {}

    private record Running(@Nullable String tag, String deploymentId, String content) {}

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final String deploymentName;

    ModelDeployment(ProcessEngine engine, String programVersion) {
        this.engine = engine;
        this.repository = engine.getRepositoryService();
        this.deploymentName = "Ankomst " + programVersion;
    }

    /**
     * Deploys what is new, all of it in one deployment.
     *
     * @return one result per model, in the order given
     * @throws ModelRefused when a model contradicts the one in use
     */
    List<Result> deploy(List<PackagedModel> models) {
        engine.getIdentityService().setAuthenticatedUserId(Actor.SYSTEM);
        try {
            return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(context -> {
                        // Two nodes may start at once: the second waits here and then finds everything deployed.
                        context.getPropertyManager().acquireExclusiveLock();
                        return context.runWithoutAuthorization(() -> deploy(models, context));
                    });
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<Result> deploy(List<PackagedModel> models, CommandContext context) {
        List<Result> results = new ArrayList<>();
        List<PackagedModel> changed = new ArrayList<>();
        for (PackagedModel model : models) {
            Outcome outcome = decide(model, running(model, context));
            if (outcome == Outcome.DEPLOYED) {
                changed.add(model);
            }
            results.add(new Result(model.file(), outcome));
        }
        if (!changed.isEmpty()) {
            DeploymentBuilder builder =
                    repository.createDeployment().name(deploymentName).source(SOURCE);
            changed.forEach(model -> builder.addString(model.file(), model.content()));
            builder.deploy();
            LOG.info(
                    "{} modeller er lagt i drift som '{}': {}",
                    changed.size(),
                    deploymentName,
                    changed.stream()
                            .map(model -> model.file() + " " + model.version())
                            .collect(Collectors.joining(", ")));
        }
        return results;
    }

    private Outcome decide(PackagedModel model, @Nullable Running running) {
        if (running == null) {
            return Outcome.DEPLOYED;
        }
        if (model.sameContentAs(running.content())) {
            return Outcome.UNCHANGED;
        }
        SemanticVersion version = SemanticVersion.parse(running.tag());
        if (version == null) {
            LOG.warn(
                    "{}: modellen i drift ({}) har ingen brugbar versionTag ({}) og bliver. Programmet medbringer {}. "
                            + "Læg modellen i drift igen med en versionTag af formen 1.0.0.",
                    model.file(),
                    origin(running),
                    running.tag(),
                    model.version());
            return Outcome.NEWER_STAYS;
        }
        int comparison = model.version().compareTo(version);
        if (comparison > 0) {
            return Outcome.DEPLOYED;
        }
        if (comparison < 0) {
            LOG.info(
                    "{}: version {} i drift ({}) bliver; programmet medbringer den ældre {}.",
                    model.file(),
                    version,
                    origin(running),
                    model.version());
            return Outcome.NEWER_STAYS;
        }
        throw new ModelRefused(
                "Modellen " + model.file() + " har versionTag " + model.version()
                        + ", men en anden udgave med samme versionTag er allerede i drift (" + origin(running) + ").",
                "Skal den medbragte udgave gælde, så sæt dens versionTag op, fx til "
                        + model.version().nextPatch()
                        + ". Skal udgaven i drift gælde, så hent den i Cockpit og gem den som " + model.file()
                        + " i programmets modelmappe.");
    }

    private String origin(Running running) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(running.deploymentId())
                .singleResult();
        return "lagt i drift "
                + DANISH_TIME.format(deployment.getDeploymentTime().toInstant().atZone(DANISH_ZONE)) + " som '"
                + deployment.getName() + "'"
                + (deployment.getSource() == null ? "" : " fra " + deployment.getSource());
    }

    private @Nullable Running running(PackagedModel model, CommandContext context) {
        return switch (model.kind()) {
            case PROCESS ->
                running(
                        repository
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(model.key())
                                .withoutTenantId()
                                .latestVersion()
                                .singleResult(),
                        ProcessDefinition::getVersionTag);
            case DECISION ->
                running(
                        repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionKey(model.key())
                                .withoutTenantId()
                                .latestVersion()
                                .singleResult(),
                        DecisionDefinition::getVersionTag);
            case FORM -> runningForm(model, context);
        };
    }

    private <D extends ResourceDefinition> @Nullable Running running(
            @Nullable D definition, Function<D, @Nullable String> tag) {
        return definition == null
                ? null
                : new Running(
                        tag.apply(definition),
                        definition.getDeploymentId(),
                        content(definition.getDeploymentId(), definition.getResourceName()));
    }

    private @Nullable Running runningForm(PackagedModel model, CommandContext context) {
        CamundaFormDefinitionEntity form =
                context.getCamundaFormDefinitionManager().findLatestDefinitionByKeyAndTenantId(model.key(), null);
        if (form == null) {
            return null;
        }
        String content = content(form.getDeploymentId(), form.getResourceName());
        return new Running(PackagedModel.tagInForm(content), form.getDeploymentId(), content);
    }

    private String content(String deploymentId, String resource) {
        try (InputStream in = repository.getResourceAsStream(deploymentId, resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
