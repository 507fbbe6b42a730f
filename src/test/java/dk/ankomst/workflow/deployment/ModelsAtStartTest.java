package dk.ankomst.workflow.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
class ModelsAtStartTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ResourcePatternResolver resources;

    @Test
    void every_packaged_model_is_in_use_when_the_program_has_started() {
        List<String> packaged =
                PackagedModels.read(resources).stream().map(PackagedModel::file).toList();

        List<String> deployed = repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .flatMap(id -> repository.getDeploymentResourceNames(id).stream())
                .toList();
        assertThat(deployed).containsAll(packaged);
    }
}
