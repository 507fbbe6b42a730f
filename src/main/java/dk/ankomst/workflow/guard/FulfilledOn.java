package dk.ankomst.workflow.guard;

import dk.ankomst.workflow.UserTasksInModels;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;

/** Remembers of every user task which field of its form holds the day its duty was fulfilled, as its model says. */
final class FulfilledOn {

    private static final String PROPERTY = "opfyldtDato";

    private FulfilledOn() {}

    static void remember(ProcessEngineConfigurationImpl configuration) {
        UserTasksInModels.read(
                configuration,
                (task, activity) -> activity.setProperty(PROPERTY, UserTasksInModels.property(task, PROPERTY)));
    }

    /** The key of that field; null when the task's model names none. */
    static @Nullable String field(TaskEntity task) {
        ProcessDefinitionEntity process = task.getProcessDefinition();
        ActivityImpl activity = process == null ? null : process.findActivity(task.getTaskDefinitionKey());
        return activity == null ? null : (String) activity.getProperty(PROPERTY);
    }
}
