package dk.ankomst.workflow.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.platform.Actor;
import dk.ankomst.workflow.deployment.ModelDeployment.Outcome;
import dk.ankomst.workflow.deployment.ModelDeployment.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ModelDeploymentTest {

    private final ProcessEngine engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
            .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
            .setHistory(ProcessEngineConfiguration.HISTORY_FULL)
            .setAuthorizationEnabled(true)
            .setProcessEngineName("model-deployment-" + UUID.randomUUID())
            .buildProcessEngine();
    private String version = "1.0.0";

    @BeforeEach
    void aPersonIsLoggedInOnOtherThreadsOnly() {
        engine.getIdentityService().clearAuthentication();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void the_first_start_deploys_every_model_in_one_deployment() {
        assertThat(start(process("1.0.0", "Tag imod"), decision("1.0.0", "1"), form("1.0.0", "Navn")))
                .containsExactly(
                        new Result("modtag.bpmn", Outcome.DEPLOYED),
                        new Result("spor.dmn", Outcome.DEPLOYED),
                        new Result("seddel.form", Outcome.DEPLOYED));

        Deployment deployment =
                engine.getRepositoryService().createDeploymentQuery().singleResult();
        assertThat(deployment.getName()).isEqualTo("Ankomst 1.0.0");
        assertThat(deployment.getSource()).isEqualTo("Ankomst");
        assertThat(engine.getRepositoryService().getDeploymentResourceNames(deployment.getId()))
                .containsExactlyInAnyOrder("modtag.bpmn", "spor.dmn", "seddel.form");
    }

    @Test
    void the_system_user_stands_as_the_one_who_deployed() {
        start(process("1.0.0", "Tag imod"));

        assertThat(engine.getHistoryService()
                        .createUserOperationLogQuery()
                        .entityType("Deployment")
                        .list())
                .extracting("userId")
                .containsOnly(Actor.SYSTEM);
    }

    @Test
    void the_second_start_deploys_nothing() {
        start(process("1.0.0", "Tag imod"), decision("1.0.0", "1"), form("1.0.0", "Navn"));

        assertThat(start(process("1.0.0", "Tag imod"), decision("1.0.0", "1"), form("1.0.0", "Navn")))
                .extracting(Result::outcome)
                .containsOnly(Outcome.UNCHANGED);
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(1);
    }

    @Test
    void other_line_ends_are_no_other_content() {
        start(process("1.0.0", "Tag imod"));
        PackagedModel model = process("1.0.0", "Tag imod");
        String windows = model.content().replace("\n", "\r\n");

        assertThat(start(PackagedModel.read("modtag.bpmn", windows)))
                .containsExactly(new Result("modtag.bpmn", Outcome.UNCHANGED));
    }

    @Test
    void a_higher_version_deploys_that_model_alone() {
        start(process("1.0.0", "Tag imod"), decision("1.0.0", "1"), form("1.0.0", "Navn"));
        version = "1.1.0";

        start(process("1.0.0", "Tag imod"), decision("1.10.0", "2"), form("1.0.0", "Navn"));

        Deployment second = engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName("Ankomst 1.1.0")
                .singleResult();
        assertThat(engine.getRepositoryService().getDeploymentResourceNames(second.getId()))
                .containsExactly("spor.dmn");
        assertThat(engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("spor")
                        .latestVersion()
                        .singleResult()
                        .getVersionTag())
                .isEqualTo("1.10.0");
    }

    @Test
    void versions_are_compared_as_numbers() {
        start(decision("1.9.0", "1"));

        assertThat(start(decision("1.10.0", "2"))).containsExactly(new Result("spor.dmn", Outcome.DEPLOYED));
    }

    @Test
    void a_newer_model_from_the_Modeler_stays() {
        start(process("1.0.0", "Tag imod"), decision("1.0.0", "1"), form("1.0.0", "Navn"));
        fromModeler(process("1.1.0", "Tag godt imod"));
        fromModeler(decision("1.2.0", "7"));
        fromModeler(form("1.0.1", "Fulde navn"));

        assertThat(start(process("1.0.0", "Tag imod"), decision("1.1.0", "2"), form("1.0.0", "Navn")))
                .extracting(Result::outcome)
                .containsOnly(Outcome.NEWER_STAYS);
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .singleResult()
                        .getVersionTag())
                .isEqualTo("1.1.0");
    }

    @Test
    void the_packaged_model_wins_again_once_its_version_is_higher_than_the_Modelers() {
        start(form("1.0.0", "Navn"));
        fromModeler(form("1.1.0", "Fulde navn"));

        assertThat(start(form("1.2.0", "Familiens navn"))).containsExactly(new Result("seddel.form", Outcome.DEPLOYED));
    }

    @Test
    void a_model_from_the_Modeler_without_a_version_is_not_overwritten() {
        start(form("1.0.0", "Navn"));
        engine.getRepositoryService()
                .createDeployment()
                .name("prøve")
                .addString("seddel.form", "{\"id\": \"seddel\", \"type\": \"default\"}")
                .deploy();

        assertThat(start(form("1.0.0", "Navn"))).containsExactly(new Result("seddel.form", Outcome.NEWER_STAYS));
    }

    @Test
    void other_content_under_the_same_version_stops_the_start_and_says_what_to_do() {
        start(process("1.0.0", "Tag imod"), decision("1.0.0", "1"), form("1.0.0", "Navn"));
        fromModeler(decision("1.0.0", "3"));

        assertThatThrownBy(() -> start(process("2.0.0", "Tag imod"), decision("1.0.0", "1"), form("1.0.0", "Navn")))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("Modellen spor.dmn har versionTag 1.0.0, men en anden udgave")
                .hasMessageContaining("som 'prøve' fra Camunda Modeler")
                .hasMessageContaining("sæt dens versionTag op, fx til 1.0.1");
        assertThat(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .versionTag("2.0.0")
                        .count())
                .as("nothing is deployed when one model is refused")
                .isZero();
    }

    @Test
    void the_refused_model_is_shown_without_a_stack_trace() {
        var analysis = new ModelRefusedAnalyzer()
                .analyze(new IllegalStateException(new ModelRefused("Filen er forkert.", "Ret den.")));

        assertThat(analysis.getDescription()).isEqualTo("Filen er forkert.");
        assertThat(analysis.getAction()).isEqualTo("Ret den.");
    }

    @Test
    void a_model_without_version_or_with_a_foreign_id_is_refused() {
        assertThatThrownBy(() -> PackagedModel.read("seddel.form", "{\"id\": \"seddel\"}"))
                .hasMessage("Modellen seddel.form har ingen versionTag. Giv den en versionTag af formen 1.0.0.");
        assertThatThrownBy(() ->
                        PackagedModel.read("anden.form", form("1.0.0", "x").content()))
                .hasMessageContaining("Filen anden.form indeholder ikke en model med id 'anden'.");
        assertThatThrownBy(() ->
                        PackagedModel.read("anden.bpmn", process("1.0.0", "x").content()))
                .hasMessageContaining("Filen anden.bpmn indeholder ikke en model med id 'anden'.");
        assertThatThrownBy(() -> PackagedModel.read("anden.dmn", "<broken"))
                .hasMessageContaining("Modellen anden.dmn kan ikke læses");
    }

    @Test
    void two_files_of_one_name_are_refused(@TempDir Path folder) throws IOException {
        for (String capability : List.of("dansk", "bolig")) {
            Path directory = Files.createDirectories(folder.resolve("forms").resolve(capability));
            Files.writeString(
                    directory.resolve("seddel.form"), form("1.0.0", "Navn").content());
        }
        ClassLoader loader =
                new java.net.URLClassLoader(new java.net.URL[] {folder.toUri().toURL()}, null);

        assertThatThrownBy(() ->
                        PackagedModels.read(new PathMatchingResourcePatternResolver(new DefaultResourceLoader(loader))))
                .hasMessageContaining("Der er to modeller med filnavnet seddel.form.");
    }

    private List<Result> start(PackagedModel... models) {
        return new ModelDeployment(engine, version).deploy(Arrays.asList(models));
    }

    private void fromModeler(PackagedModel model) {
        engine.getRepositoryService()
                .createDeployment()
                .name("prøve")
                .source("Camunda Modeler")
                .addString(model.file(), model.content())
                .deploy();
    }

    private static PackagedModel process(String tag, String task) {
        return PackagedModel.read("modtag.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="modtag" isExecutable="true" camunda:versionTag="%s" camunda:historyTimeToLive="P1825D">
                    <startEvent id="StartEvent_Modtaget"/>
                    <sequenceFlow id="Flow_Modtaget" sourceRef="StartEvent_Modtaget" targetRef="UserTask_TagImod"/>
                    <userTask id="UserTask_TagImod" name="%s"/>
                  </process>
                </definitions>
                """.formatted(tag, task));
    }

    private static PackagedModel decision(String tag, String output) {
        return PackagedModel.read("spor.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions_spor" name="spor"
                    namespace="test" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="spor" name="Spor" camunda:versionTag="%s" camunda:historyTimeToLive="P1825D">
                    <decisionTable id="DecisionTable_spor" hitPolicy="UNIQUE">
                      <output id="Output_spor" name="spor" typeRef="string"/>
                      <rule id="rule_alt"><outputEntry id="Entry_alt"><text>"%s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(tag, output));
    }

    private static PackagedModel form(String tag, String label) {
        return PackagedModel.read("seddel.form", """
                {"id": "seddel", "versionTag": "%s", "type": "default", "schemaVersion": 16,
                 "components": [{"key": "note", "type": "textfield", "label": "%s"}]}
                """.formatted(tag, label));
    }
}
