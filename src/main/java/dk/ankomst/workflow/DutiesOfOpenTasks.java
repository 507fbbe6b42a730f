package dk.ankomst.workflow;

import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.worklist.WorkItem.Served;
import dk.ankomst.worklist.WorkItems;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the models once which deadlines those tasks serve that were open before that was kept. */
@Component
class DutiesOfOpenTasks {

    private static final Logger LOG = LoggerFactory.getLogger(DutiesOfOpenTasks.class);

    private final ProcessEngine engine;
    private final WorkItems work;
    private final Deadlines deadlines;

    DutiesOfOpenTasks(ProcessEngine engine, WorkItems work, Deadlines deadlines) {
        this.engine = engine;
        this.work = work;
        this.deadlines = deadlines;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void ask() {
        List<String> unasked = work.unasked();
        if (unasked.isEmpty()) {
            return;
        }
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    unasked.forEach(this::ask);
                    return null;
                }));
        LOG.info("Opgaver, der har fået at vide, hvilken frist de tjener: {}", unasked.size());
    }

    private void ask(String taskId) {
        TaskEntity task = (TaskEntity)
                engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
        String caseNumber = task == null ? null : CaseVariables.CASE_NUMBER.in(task);
        if (task != null && caseNumber != null) {
            Served served = ServedDuty.of(task.getTaskDefinition()).by(task, caseNumber, deadlines);
            work.serves(taskId, served);
        }
    }
}
