package dk.ankomst.workflow;

import dk.ankomst.worklist.ReadableTasks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the engine's own rights say which tasks a person may read. */
@Component
class ReadableTasksInEngine implements ReadableTasks {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final ProcessEngine engine;

    ReadableTasksInEngine(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public List<ReadableTask> of(Collection<String> taskIds) {
        // Without a user the engine checks nothing.
        if (taskIds.isEmpty() || engine.getIdentityService().getCurrentAuthentication() == null) {
            return List.of();
        }
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            List<Task> readable = engine.getTaskService()
                    .createTaskQuery()
                    .taskIdIn(taskIds.toArray(String[]::new))
                    .list();
            return context.runWithoutAuthorization(
                    () -> readable.stream().map(task -> read((TaskEntity) task)).toList());
        });
    }

    private static ReadableTask read(TaskEntity task) {
        return new ReadableTask(
                task.getId(),
                task.getName(),
                CaseVariables.CASE_NUMBER.in(task),
                CaseVariables.PERSON_ID.in(task),
                task.getTaskDefinition() == null
                        ? null
                        : ServedDuty.of(task.getTaskDefinition()).code(task),
                day(task.getDueDate()),
                day(task.getFollowUpDate()),
                ChecklistTasks.of(task));
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : LocalDate.ofInstant(date.toInstant(), ZONE);
    }
}
