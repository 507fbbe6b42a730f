package dk.ankomst.workflow;

import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Watches every user task of every model: open tasks are kept in the work list that the pages read, and a task that
 * fulfils a duty (property {@code opfylder} in the model, several with commas between, date in the field named by {@code opfyldtDato}) meets its
 * deadline in the same transaction.
 */
@Component
class TaskWatch extends AbstractProcessEnginePlugin {

    private static final String FULFILS = "opfylder";
    private static final String FULFILLED_ON = "opfyldtDato";

    private final Supplier<WorkItems> workItems;
    private final Supplier<Deadlines> deadlines;
    private final Supplier<DeadlineSteps> steps;
    private final Clock clock;

    /** The services are asked for when a task needs them: they rest on the engine that this plug-in helps to build. */
    TaskWatch(
            ObjectProvider<WorkItems> workItems,
            ObjectProvider<Deadlines> deadlines,
            ObjectProvider<DeadlineSteps> steps,
            Clock clock) {
        this.workItems = SingletonSupplier.of(workItems::getObject);
        this.deadlines = SingletonSupplier.of(deadlines::getObject);
        this.steps = SingletonSupplier.of(steps::getObject);
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        UserTasksInModels.read(
                configuration,
                (element, activity) -> watch(
                        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition(), element));
    }

    private void watch(TaskDefinition task, Element element) {
        String duty = UserTasksInModels.property(element, FULFILS);
        String dateField = UserTasksInModels.property(element, FULFILLED_ON);
        // First what the task means, then the list: a recount puts open tasks on it again.
        if (duty != null) {
            Expression which = Context.getProcessEngineConfiguration()
                    .getExpressionManager()
                    .createExpression(duty);
            task.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_COMPLETE,
                    completed -> fulfil(completed, which.getValue(completed).toString(), dateField));
        }
        // An assignment is an update too, so that it needs no listener of its own.
        ServedDuty served = ServedDuty.of(task);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, created -> open(created, served));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, changed -> change(changed, served));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::remove);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::remove);
    }

    private void open(DelegateTask task, ServedDuty served) {
        WorkItem item = item(task, served);
        if (item != null) {
            workItems.get().open(item);
        }
    }

    private @Nullable WorkItem item(DelegateTask task, ServedDuty served) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        TaskEntity entity = (TaskEntity) task;
        return caseNumber == null || entity.isDeleted()
                ? null
                : new WorkItem(
                        task.getId(),
                        caseNumber,
                        CaseVariables.PERSON_ID.in(task),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        entity.getProcessDefinition().getKey(),
                        groupOf(task),
                        task.getAssignee(),
                        dueOf(task),
                        task.getCreateTime().toInstant(),
                        served.by(task, caseNumber, deadlines.get()));
    }

    /** What a task is about never changes, only its name, its group, who has it and when it is due. */
    private void change(DelegateTask task, ServedDuty served) {
        boolean isKnown = ((TaskEntity) task).isDeleted()
                || workItems.get().change(task.getId(), task.getName(), groupOf(task), task.getAssignee(), dueOf(task));
        WorkItem item = isKnown ? null : item(task, served);
        if (item != null) {
            workItems.get().put(item);
        } else if (((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.DUE_DATE)) {
            // Its date may be another's now: that of a deadline whose event has got a date, or its own.
            String caseNumber = CaseVariables.CASE_NUMBER.in(task);
            if (caseNumber != null) {
                workItems.get().serves(task.getId(), served.by(task, caseNumber, deadlines.get()));
            }
        }
    }

    private static String groupOf(DelegateTask task) {
        return task.getCandidates().stream()
                .map(link -> link.getGroupId())
                .filter(id -> id != null)
                .findFirst()
                .orElse("");
    }

    private static @Nullable Instant dueOf(DelegateTask task) {
        return task.getDueDate() == null ? null : task.getDueDate().toInstant();
    }

    private void remove(DelegateTask task) {
        workItems.get().remove(task.getId());
    }

    private void fulfil(DelegateTask task, String duty, @Nullable String dateField) {
        String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(task);
        Object given = dateField == null ? null : task.getVariable(dateField);
        LocalDate on = given == null ? LocalDate.now(clock) : LocalDate.parse(given.toString());
        Deadlines register = deadlines.get();
        for (String one : new LinkedHashSet<>(List.of(duty.split(",", -1)))) {
            for (Long person : Owed.to(task, register, caseNumber, one)) {
                register.met(caseNumber, one, person, on);
            }
            steps.get().dutyMet(caseNumber, one);
        }
    }
}
