package dk.ankomst.workflow;

import dk.ankomst.forms.FormDefinition;
import dk.ankomst.forms.FormField;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.volunteers.TaskFacts;
import dk.ankomst.volunteers.TaskJudgement;
import dk.ankomst.volunteers.VolunteerTasks;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps tasks from volunteers that are not theirs, whatever the model or a person says: a task that is offered or given to
 * the group {@code frivillig}, or to a member of it, is held against the table {@code frivilligopgave}. Statutory is what
 * fulfils a duty ({@code opfylder}); specialist what decides something or writes in the case; bound by a deadline what has a
 * due date; and the model has to name one of the areas of volunteers ({@code frivilligomraade}).
 */
@Component
class VolunteerGuard extends AbstractProcessEnginePlugin {

    private final Supplier<VolunteerTasks> tasks;
    private final TaskDecisions forms;

    VolunteerGuard(ObjectProvider<VolunteerTasks> tasks, TaskDecisions forms) {
        this.tasks = SingletonSupplier.of(tasks::getObject);
        this.forms = forms;
    }

    /** What the model says of a task. */
    private record Marks(
            boolean fulfils, boolean decides, @Nullable String area) {}

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        UserTasksInModels.read(configuration, (element, activity) -> {
            Marks marks = marks(element);
            Stream.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_UPDATE, TaskListener.EVENTNAME_ASSIGNMENT)
                    .forEach(event -> ((UserTaskActivityBehavior) activity.getActivityBehavior())
                            .getTaskDefinition()
                            .addBuiltInTaskListener(event, task -> guard(task, marks)));
        });
    }

    private static Marks marks(Element element) {
        return new Marks(
                UserTasksInModels.property(element, "opfylder") != null,
                Stream.of("beslutning", "begrundelse", "foelsom")
                        .anyMatch(name -> UserTasksInModels.property(element, name) != null),
                UserTasksInModels.property(element, "frivilligomraade"));
    }

    private void guard(DelegateTask task, Marks marks) {
        if (((TaskEntity) task).isDeleted() || !isForVolunteer(task)) {
            return;
        }
        VolunteerTasks register = tasks.get();
        TaskJudgement judgement = register.judge(new TaskFacts(
                marks.fulfils(),
                marks.decides() || writesInCase((TaskEntity) task),
                task.getDueDate() != null,
                register.isArea(marks.area())));
        if (!judgement.allowed()) {
            throw new InputRefused(
                    "", "Opgaven \"" + task.getName() + "\" kan ikke gives til en frivillig. " + judgement.inWords());
        }
    }

    private boolean writesInCase(TaskEntity task) {
        FormDefinition form = forms.form(task);
        return form != null && form.fields().stream().anyMatch(field -> field.keep() != FormField.Keep.ENGINE);
    }

    private static boolean isForVolunteer(DelegateTask task) {
        boolean isOffered = task.getCandidates().stream()
                .anyMatch(link -> VolunteerTasks.GROUP.equals(link.getGroupId())
                        || (link.getUserId() != null && isVolunteer(link.getUserId())));
        String assignee = task.getAssignee();
        return isOffered || (assignee != null && isVolunteer(assignee));
    }

    private static boolean isVolunteer(String userId) {
        CommandContext context = Objects.requireNonNull(Context.getCommandContext());
        return context.runWithoutAuthorization(() -> context.getReadOnlyIdentityProvider()
                        .createGroupQuery()
                        .groupId(VolunteerTasks.GROUP)
                        .groupMember(userId)
                        .count()
                > 0);
    }
}
