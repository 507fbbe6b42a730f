package dk.ankomst.workflow;

import dk.ankomst.worklist.BreachTasks;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the task by the duty that its process was started about: the task's own date is that of the follow-up. */
@Component
class BreachTasksInEngine implements BreachTasks {

    private static final String PROCESS = "frist-overskredet";

    private final ProcessEngine engine;

    BreachTasksInEngine(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public Optional<String> open(String caseNumber, String duty, @Nullable Long personId) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> engine
                        .getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(caseNumber)
                        .processVariableValueEquals(ModtagelseProcess.DUTY.name(), duty)
                        .orderByTaskCreateTime()
                        .desc()
                        .list()
                        .stream()
                        .filter(task -> isAbout(task, personId))
                        .map(Task::getId)
                        .findFirst()));
    }

    @Override
    public Map<String, String> duties(Collection<String> taskIds) {
        if (taskIds.isEmpty()) {
            return Map.of();
        }
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> duties(engine.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey(PROCESS)
                        .taskIdIn(taskIds.toArray(String[]::new))
                        .list())));
    }

    private Map<String, String> duties(List<Task> tasks) {
        Map<String, String> duties = new HashMap<>();
        if (!tasks.isEmpty()) {
            Map<String, String> ofProcess = new HashMap<>();
            engine.getRuntimeService()
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(
                            tasks.stream().map(Task::getProcessInstanceId).toArray(String[]::new))
                    .variableName(ModtagelseProcess.DUTY.name())
                    .list()
                    .forEach(variable -> ofProcess.put(variable.getProcessInstanceId(), (String) variable.getValue()));
            tasks.forEach(task -> {
                String duty = ofProcess.get(task.getProcessInstanceId());
                if (duty != null) {
                    duties.put(task.getId(), duty);
                }
            });
        }
        return duties;
    }

    /** A matter about several of a family names none of them. */
    private boolean isAbout(Task task, @Nullable Long personId) {
        Object about = engine.getTaskService().getVariable(task.getId(), CaseVariables.PERSON_ID.name());
        return about == null || personId == null || about.equals(personId);
    }
}
