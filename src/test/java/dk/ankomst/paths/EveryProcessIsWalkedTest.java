package dk.ankomst.paths;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;

/** The guards of the guard: every process has path tests, and what was not walked is named. */
class EveryProcessIsWalkedTest {

    @Test
    void every_process_has_a_class_of_path_tests() {
        Set<String> processes = PathTest.files(".bpmn").stream()
                .map(file -> String.valueOf(file.getFileName()).replace(".bpmn", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> walked = new ClassFileImporter()
                .importPackagesOf(PathTest.class).stream()
                        .filter(found -> found.isAssignableTo(PathTest.class)
                                && !found.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(found -> keyOf(found.reflect()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(walked).isEqualTo(processes);
    }

    @Test
    void the_guard_names_the_node_and_the_flows_that_no_path_walks() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("to-veje")
                .startEvent("StartEvent_Begyndt")
                .sequenceFlowId("Flow_Begyndt_Valg")
                .exclusiveGateway("Gateway_Valg")
                .sequenceFlowId("Flow_Valg_Ja")
                .endEvent("EndEvent_Ja")
                .moveToLastGateway()
                .sequenceFlowId("Flow_Valg_Nej")
                .endEvent("EndEvent_Nej")
                .done();

        assertThat(Coverage.notWalked(
                        model,
                        Set.of("StartEvent_Begyndt", "Gateway_Valg", "EndEvent_Ja"),
                        Set.of("Flow_Begyndt_Valg", "Flow_Valg_Ja")))
                .containsExactly("EndEvent_Nej", "Flow_Valg_Nej");
    }

    private static String keyOf(Class<?> paths) {
        try {
            return ((PathTest) paths.getDeclaredConstructor().newInstance()).key();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
