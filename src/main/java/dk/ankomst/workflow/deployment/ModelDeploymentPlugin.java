package dk.ankomst.workflow.deployment;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the packaged models as the last act of building the engine, so that no bean that holds an engine, and no
 * request, ever meets an engine without them.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ModelDeploymentPlugin extends AbstractProcessEnginePlugin {

    private final ResourcePatternResolver resources;
    private final ObjectProvider<BuildProperties> build;

    ModelDeploymentPlugin(ResourcePatternResolver resources, ObjectProvider<BuildProperties> build) {
        this.resources = resources;
        this.build = build;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        BuildProperties properties = build.getIfAvailable();
        String version = properties == null ? "udvikling" : properties.getVersion();
        new ModelDeployment(engine, version).deploy(PackagedModels.read(resources));
    }
}
