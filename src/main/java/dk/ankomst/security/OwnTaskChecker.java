package dk.ankomst.security;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** The engine's rules for working on tasks, made to fit how departments share a list. */
class OwnTaskChecker extends AuthorizationCommandChecker {

    /**
     * A task that somebody has taken is completed by that person only. The engine itself lets every member of the candidate
     * group do so behind the owner's back; whoever may assign tasks moves it to another owner first.
     */
    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        String user = actingUser(Context.getCommandContext());
        String owner = task.getAssignee();
        if (user != null && owner != null && !owner.equals(user)) {
            throw new TaskTaken(name(owner));
        }
    }

    /** The owner as colleagues know her; who may not look up users is told here all the same. */
    private static String name(String owner) {
        CommandContext context = Context.getCommandContext();
        User user = context.runWithoutAuthorization(
                () -> context.getReadOnlyIdentityProvider().findUserById(owner));
        String name = user == null
                ? ""
                : Stream.of(user.getFirstName(), user.getLastName())
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" "));
        return name.isEmpty() ? owner : name;
    }

    /**
     * Under the engine's one right to assign, a person could also rewrite a task and its due date, but not give back what is
     * in her own hands. Here rewriting needs UPDATE, which no group has, and giving back needs nothing more than having
     * taken the task; {@link EngineRights} refuses to pass it on.
     */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        String user = actingUser(Context.getCommandContext());
        boolean isRewriting = RunningCommand.isA(SaveTaskCmd.class)
                || (RunningCommand.isA(AbstractSetTaskPropertyCmd.class)
                        && !RunningCommand.isA(AbstractAddIdentityLinkCmd.class));
        if (isRewriting) {
            checkTaskPermission(task, ProcessDefinitionPermissions.UPDATE_TASK, TaskPermissions.UPDATE);
        } else if (user == null || !RunningCommand.isA(AssignTaskCmd.class) || !user.equals(task.getAssignee())) {
            super.checkTaskAssign(task);
        }
    }

    /** The user whose rights are checked; null when the program acts on its own behalf. */
    static @Nullable String actingUser(CommandContext context) {
        Authentication authentication = context.getAuthentication();
        return authentication == null || !context.isAuthorizationCheckEnabled() ? null : authentication.getUserId();
    }
}
