package dk.ankomst.security;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody has taken is worked on, given back and completed by that person only. The engine itself lets every
 * member of the candidate group do so behind the owner's back; whoever may assign tasks moves it to another owner first.
 */
class OwnTaskChecker extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        CommandContext context = Context.getCommandContext();
        String user = actingUser(context);
        String owner = task.getAssignee();
        if (user != null && owner != null && !owner.equals(user)) {
            throw new AuthorizationException(
                    user,
                    TaskPermissions.TASK_WORK.getName(),
                    Resources.TASK.resourceName(),
                    "%s (opgaven er taget af %s)".formatted(task.getId(), owner));
        }
    }

    /** The user whose rights are checked; null when the program acts on its own behalf. */
    static @Nullable String actingUser(CommandContext context) {
        Authentication authentication = context.getAuthentication();
        return authentication == null || !context.isAuthorizationCheckEnabled() ? null : authentication.getUserId();
    }
}
