package dk.ankomst.workflow;

import dk.ankomst.checklists.Checklist;
import dk.ankomst.checklists.Checklists;
import dk.ankomst.checklists.Point;
import dk.ankomst.platform.InputRefused;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps a task open until the required points of its checklist are answered; the model names the list in the task's property
 * {@code tjekliste}. A list that has no points for the case keeps nobody waiting.
 */
@Component
class ChecklistTasks extends AbstractProcessEnginePlugin {

    private static final String CHECKLIST = "tjekliste";

    private final Supplier<Checklists> checklists;

    /** The lists are asked for when a task needs them: they rest on the engine that this plug-in helps to build. */
    ChecklistTasks(ObjectProvider<Checklists> checklists) {
        this.checklists = SingletonSupplier.of(checklists::getObject);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        UserTasksInModels.read(configuration, (element, activity) -> {
            String list = UserTasksInModels.property(element, CHECKLIST);
            if (list != null) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> requireAnswers(task, list));
                activity.setProperty(CHECKLIST, list);
            }
        });
    }

    /** The list that a task waits for; null when it waits for none. */
    static @Nullable String of(TaskEntity task) {
        ActivityImpl activity = task.getProcessDefinition() == null
                ? null
                : task.getProcessDefinition().findActivity(task.getTaskDefinitionKey());
        return activity == null ? null : (String) activity.getProperty(CHECKLIST);
    }

    private void requireAnswers(DelegateTask task, String code) {
        String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(task);
        checklists
                .get()
                .ofCase(caseNumber, code, CaseVariables.PERSON_ID.in(task))
                .ifPresent(list -> requireAnswers(caseNumber, list));
    }

    private static void requireAnswers(String caseNumber, Checklist list) {
        List<Point> missing = list.missing();
        if (!missing.isEmpty()) {
            throw new InputRefused(
                    "",
                    "Besvar først " + (missing.size() == 1 ? "dette punkt" : "disse " + missing.size() + " punkter")
                            + " på tjeklisten »" + list.title() + "« under Tjeklister på sag " + caseNumber + ": "
                            + missing.stream().map(Point::text).collect(Collectors.joining("; ")) + ".");
        }
    }
}
