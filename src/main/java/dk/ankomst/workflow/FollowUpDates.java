package dk.ankomst.workflow;

import java.util.regex.Pattern;
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

    private static final Pattern TASK_DATE = Pattern.compile("deadlines\\.taskDate\\(");
    private static final Pattern AGREED_TASK_DATE = Pattern.compile("deadlines\\.agreedTaskDate\\(");

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
        String asked = due.getExpressionText();
        String followUp = AGREED_TASK_DATE
                .matcher(TASK_DATE.matcher(asked).replaceAll("deadlines.followUpDate("))
                .replaceAll("deadlines.agreedFollowUpDate(");
        if (!followUp.equals(asked)) {
            task.setFollowUpDateExpression(Context.getProcessEngineConfiguration()
                    .getExpressionManager()
                    .createExpression(followUp));
        }
    }
}
