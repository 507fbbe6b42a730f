package dk.ankomst.paths;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Tells what of a process no path has walked. */
final class Coverage {

    private Coverage() {}

    /** The flow nodes and sequence flows of the model that are neither among the nodes entered nor the flows taken. */
    static Set<String> notWalked(BpmnModelInstance model, Set<String> nodesEntered, Set<String> flowsTaken) {
        Set<String> missing = new TreeSet<>();
        collect(model.getModelElementsByType(FlowNode.class), nodesEntered, missing);
        collect(model.getModelElementsByType(SequenceFlow.class), flowsTaken, missing);
        return missing;
    }

    private static void collect(Collection<? extends FlowElement> elements, Set<String> walked, Set<String> missing) {
        elements.stream()
                .map(FlowElement::getId)
                .filter(id -> !walked.contains(id))
                .forEach(missing::add);
    }
}
