package dk.ankomst.security;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobDefinitionStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.HistoryCleanupCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDefinitionPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Lets nobody but operations touch a job. The engine checks the right only inside the job, so that a refusal would count as
 * a failed run and wear the timer of a deadline out; and for its own jobs, as that which removes old history, it checks
 * none. What a step of a model does to a timer is not asked about here.
 */
class JobsForOperations extends CommandInterceptor {

    private static final List<Class<?>> COMMANDS = List.of(
            ExecuteJobsCmd.class,
            DeleteJobCmd.class,
            SetJobRetriesCmd.class,
            AbstractSetJobsRetriesBatchCmd.class,
            SetJobDuedateCmd.class,
            RecalculateJobDuedateCmd.class,
            SetJobPriorityCmd.class,
            SetJobDefinitionPriorityCmd.class,
            AbstractSetJobStateCmd.class,
            AbstractSetJobDefinitionStateCmd.class,
            HistoryCleanupCmd.class);

    private final ProcessEngineConfigurationImpl engine;

    JobsForOperations(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean isOutermost = Context.getCommandContext() == null;
        if (isOutermost && COMMANDS.stream().anyMatch(type -> type.isInstance(command))) {
            refuseOthers();
        }
        return next.execute(command);
    }

    /** Nobody is logged in on the threads of the job executor. */
    private void refuseOthers() {
        IdentityService identities = engine.getIdentityService();
        Authentication user = identities == null ? null : identities.getCurrentAuthentication();
        if (user != null && (user.getGroupIds() == null || !user.getGroupIds().contains(AccessGroup.DRIFT.id()))) {
            throw new AuthorizationException(
                    user.getUserId(), ProcessDefinitionPermissions.RETRY_JOB.getName(), "Job", null);
        }
    }
}
