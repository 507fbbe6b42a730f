package dk.ankomst.lint;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

/** A BPMN file and the questions that the rules ask of it. */
record ProcessFile(String path, BpmnModelInstance model) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    Stream<String> processIds() {
        return all(Process.class).map(Process::getId);
    }

    <E extends BpmnModelElementInstance> Stream<E> all(Class<E> type) {
        Collection<E> elements = model.getModelElementsByType(type);
        return elements.stream();
    }

    /** The children of the first extension element of a kind, or nothing. */
    static Stream<CamundaProperty> properties(BaseElement element) {
        if (element.getExtensionElements() == null) {
            return Stream.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream());
    }

    static Optional<String> property(BaseElement element, String name) {
        return properties(element)
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> String.valueOf(property.getCamundaValue()))
                .findFirst();
    }

    static @Nullable String camunda(BpmnModelElementInstance element, String attribute) {
        return element.getAttributeValueNs(CAMUNDA, attribute);
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** How the element is called in a sentence: its name, else its id. */
    static String called(FlowNode node) {
        String name = node.getName();
        return isBlank(name) ? String.valueOf(node.getId()) : "\"" + oneLine(name) + "\"";
    }

    static String oneLine(String name) {
        return name.replaceAll("\\s+", " ").strip();
    }

    static Collection<EventDefinition> definitions(Event event) {
        return event.getChildElementsByType(EventDefinition.class);
    }

    static <D extends EventDefinition> Stream<D> definitions(Event event, Class<D> type) {
        return definitions(event).stream().filter(type::isInstance).map(type::cast);
    }

    static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess part && part.triggeredByEvent();
    }

    /** Whether tokens enter the node without a sequence flow. */
    static boolean isEntry(FlowNode node) {
        return node instanceof StartEvent
                || node instanceof BoundaryEvent
                || isEventSubProcess(node)
                || isCompensationHandler(node);
    }

    static boolean isExit(FlowNode node) {
        return node instanceof EndEvent || isEventSubProcess(node) || isCompensationHandler(node) || isLink(node);
    }

    static boolean isCompensationHandler(FlowNode node) {
        return node instanceof org.camunda.bpm.model.bpmn.instance.Activity activity && activity.isForCompensation();
    }

    private static boolean isLink(FlowNode node) {
        return node instanceof IntermediateThrowEvent event
                && definitions(event).stream()
                        .anyMatch(org.camunda.bpm.model.bpmn.instance.LinkEventDefinition.class::isInstance);
    }
}
