package dk.ankomst.security;

import dk.ankomst.platform.InputRefused;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** The rights that the engine gives by itself when something comes into being, less three that go too far. */
class EngineRights extends DefaultAuthorizationProvider {

    /**
     * Refuses to take a task in somebody else's name. The engine's "claim" carries the new owner's id and asks only for the
     * right to work on the task, so that without this everybody could hand tasks around.
     */
    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        CommandContext context = Context.getCommandContext();
        String user = OwnTaskChecker.actingUser(context);
        if (user != null
                && newAssignee != null
                && !newAssignee.equals(user)
                && !isNew(task)
                && !mayAssign(context.getAuthorizationManager(), task.getId())) {
            throw new AuthorizationException(
                    user, TaskPermissions.TASK_ASSIGN.getName(), Resources.TASK.resourceName(), task.getId());
        }
        if (user != null && newAssignee != null && !newAssignee.equals(user) && !isNew(task)) {
            refuseOutsiders((TaskEntity) task, newAssignee, context);
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    /** Whoever gets a task from a leader must belong to a group that it is for; else nobody could do it any more. */
    private static void refuseOutsiders(TaskEntity task, String newAssignee, CommandContext context) {
        List<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        boolean isMember = groups.isEmpty()
                || context.runWithoutAuthorization(() ->
                        context
                                .getReadOnlyIdentityProvider()
                                .createGroupQuery()
                                .groupMember(newAssignee)
                                .list()
                                .stream()
                                .anyMatch(group -> groups.contains(group.getId())));
        if (!isMember) {
            throw new InputRefused(
                    "assignee",
                    "Opgaven kan kun gives til en bruger i den gruppe, som opgaven hører til. Kontrollér brugernavnet.");
        }
    }

    /**
     * What remains of a task when it is done: that it was there and what was done with it. By default its readers would also
     * keep every value that anybody wrote in the case.
     */
    @Override
    protected Permission[] getHistoricPermissions(boolean enforceSpecificVariablePermission) {
        return new Permission[] {HistoricTaskPermissions.READ};
    }

    /** By default whoever deploys may delete the deployment again, and with it every case that runs on it. */
    @Override
    public AuthorizationEntity @Nullable [] newDeployment(Deployment deployment) {
        return null;
    }

    /** A task that the model itself gives to somebody is not taken in anybody's name. */
    private static boolean isNew(Task task) {
        return task instanceof TaskEntity entity && entity.getRevision() == 0;
    }

    private static boolean mayAssign(AuthorizationManager rights, String taskId) {
        return rights.isAuthorized(TaskPermissions.TASK_ASSIGN, Resources.TASK, taskId)
                || rights.isAuthorized(TaskPermissions.UPDATE, Resources.TASK, taskId);
    }
}
