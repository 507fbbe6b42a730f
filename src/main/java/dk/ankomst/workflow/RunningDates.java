package dk.ankomst.workflow;

import dk.ankomst.deadlines.DeadlineEnded;
import dk.ankomst.deadlines.DeadlinesMoved;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
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
                followTimers(instances(caseNumber));
                tasks(caseNumber).forEach(this::followTask);
                return null;
            });
            return null;
        });
    }

    @EventListener
    void follow(DeadlinesMoved moved) {
        follow(moved.caseNumber());
    }

    /** Moves the watch over the statutory deadlines on to the next one. */
    @EventListener
    void watchFollows(DeadlineEnded ended) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    for (ProcessInstance plan : engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processDefinitionKey(ModtagelseProcess.KEY)
                            .processInstanceBusinessKey(ended.caseNumber())
                            .list()) {
                        engine.getManagementService()
                                .createJobQuery()
                                .processInstanceId(plan.getId())
                                .activityId(ModtagelseProcess.WATCH)
                                .list()
                                .forEach(this::followTimer);
                    }
                    return null;
                }));
    }

    private Set<String> instances(String caseNumber) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    private List<Task> tasks(String caseNumber) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
    }

    private void followTimers(Set<String> processInstances) {
        if (processInstances.isEmpty()) {
            return;
        }
        engine.getManagementService()
                .createJobQuery()
                .processInstanceIds(processInstances)
                .timers()
                .list()
                .forEach(this::followTimer);
    }

    /** The engine loads, writes and logs a good deal for every timer that it is told to count again: only for one that moves. */
    @SuppressWarnings("JavaUtilDate") // the engine's own type
    private void followTimer(Job found) {
        TimerEntity timer = (TimerEntity) found;
        Date due = dueByModel(timer);
        if (due == null
                || timer.getDuedate() == null
                || !due.toInstant().equals(timer.getDuedate().toInstant())) {
            engine.getManagementService().recalculateJobDuedate(timer.getId(), false);
        }
    }

    /** The date that the model gives a timer today; null when it is for the engine to find out. */
    private static @Nullable Date dueByModel(TimerEntity timer) {
        ExecutionEntity execution = timer.getExecution();
        ActivityImpl activity =
                execution == null ? null : execution.getProcessDefinition().findActivity(timer.getActivityId());
        TimerDeclarationImpl declaration = activity == null
                ? null
                : TimerDeclarationImpl.getDeclarationsForScope(activity.getEventScope())
                        .get(timer.getActivityId());
        if (declaration == null) {
            return null;
        }
        TimerEntity asked = new TimerEntity(declaration);
        declaration.resolveAndSetDuedate(execution, asked, false);
        return asked.getDuedate();
    }

    private void followTask(Task found) {
        TaskEntity task = (TaskEntity) found;
        Date due = moved(task.getTaskDefinition().getDueDateExpression(), task, task.getDueDate());
        Date followUp = moved(task.getTaskDefinition().getFollowUpDateExpression(), task, task.getFollowUpDate());
        if (due == null && followUp == null) {
            return;
        }
        if (due != null) {
            task.setDueDate(due);
        }
        if (followUp != null) {
            task.setFollowUpDate(followUp);
        }
        engine.getTaskService().saveTask(task);
    }

    /** The date that the model gives today; null when the model gives none, or the one that the task has. */
    @SuppressWarnings("JavaUtilDate") // the engine's own type
    private static @Nullable Date moved(@Nullable Expression byModel, TaskEntity task, @Nullable Date now) {
        Object date = byModel == null ? null : byModel.getValue(task.getExecution());
        return date instanceof Date today && (now == null || !today.toInstant().equals(now.toInstant())) ? today : null;
    }
}
