package dk.ankomst.workflow;

import dk.ankomst.lint.TaskDate;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.stereotype.Component;

/**
 * Gives every user task whose due date comes from the register a follow-up date from there too, by the same duty, so that
 * no model has to say it twice. A model that gives one of its own keeps it.
 */
@Component
class FollowUpDates extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        UserTasksInModels.read(
                configuration,
                (element, activity) ->
                        give(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()));
    }

    private static void give(TaskDefinition task) {
        Expression due = task.getDueDateExpression();
        if (due == null || task.getFollowUpDateExpression() != null) {
            return;
        }
        TaskDate.in(due.getExpressionText())
                .ifPresent(asked -> task.setFollowUpDateExpression(Context.getProcessEngineConfiguration()
                        .getExpressionManager()
                        .createExpression(
                                "${deadlines." + (asked.ofDepartment() ? "agreedFollowUpDate" : "followUpDate")
                                        + "(execution, " + asked.duty() + ")}")));
    }
}
