package dk.ankomst.workflow;

import dk.ankomst.deadlines.DeadlineEnded;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the due dates of a case's open tasks and timers to what their models say today. */
@Component
class RunningDates {

    private final ProcessEngine engine;

    RunningDates(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Asks every open task and timer of the case for its date again; the engine does not do so by itself. */
    void follow(String caseNumber) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            context.runWithoutAuthorization(() -> {
                instances(caseNumber).forEach(this::followTimers);
                tasks(caseNumber).forEach(this::followTask);
                return null;
            });
            return null;
        });
    }

    /** Moves the watch over the statutory deadlines on to the next one. */
    @EventListener
    void watchFollows(DeadlineEnded ended) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    for (String instance : instances(ended.caseNumber())) {
                        engine.getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance)
                                .activityId(ModtagelseProcess.WATCH)
                                .list()
                                .forEach(this::followTimer);
                    }
                    return null;
                }));
    }

    private List<String> instances(String caseNumber) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private List<Task> tasks(String caseNumber) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
    }

    private void followTimers(String processInstance) {
        engine.getManagementService()
                .createJobQuery()
                .processInstanceId(processInstance)
                .timers()
                .list()
                .forEach(this::followTimer);
    }

    private void followTimer(Job timer) {
        engine.getManagementService().recalculateJobDuedate(timer.getId(), false);
    }

    @SuppressWarnings("JavaUtilDate") // the engine's own type
    private void followTask(Task found) {
        TaskEntity task = (TaskEntity) found;
        Expression dueDate = task.getTaskDefinition().getDueDateExpression();
        if (dueDate == null) {
            return;
        }
        Object due = dueDate.getValue(task.getExecution());
        if (due instanceof Date date
                && (task.getDueDate() == null
                        || !date.toInstant().equals(task.getDueDate().toInstant()))) {
            task.setDueDate(date);
            engine.getTaskService().saveTask(task);
        }
    }
}
