package dk.ankomst.workflow.guard;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Remembers of every user task which field of its form holds the day its duty was fulfilled, as its model says. */
class FulfilledOn extends AbstractBpmnParseListener {

    private static final String PROPERTY = "opfyldtDato";

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        Element extensions = task.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        if (properties == null) {
            return;
        }
        properties.elements("property").stream()
                .filter(property -> PROPERTY.equals(property.attribute("name")))
                .forEach(property -> activity.setProperty(PROPERTY, property.attribute("value")));
    }

    /** The key of that field; null when the task's model names none. */
    static @Nullable String field(TaskEntity task) {
        ProcessDefinitionEntity process = task.getProcessDefinition();
        ActivityImpl activity = process == null ? null : process.findActivity(task.getTaskDefinitionKey());
        return activity == null ? null : (String) activity.getProperty(PROPERTY);
    }
}
