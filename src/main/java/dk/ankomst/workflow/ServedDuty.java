package dk.ankomst.workflow;

import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.lint.TaskDate;
import dk.ankomst.worklist.WorkItem.Served;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;

/** Which duty a task's due date asks for. */
final class ServedDuty {

    private static final ServedDuty NONE = new ServedDuty(null, false);

    private final @Nullable Expression duty;
    private final boolean ofDepartment;

    private ServedDuty(@Nullable Expression duty, boolean ofDepartment) {
        this.duty = duty;
        this.ofDepartment = ofDepartment;
    }

    /** Reads the due date of a task's model; to be called while the engine works. */
    static ServedDuty of(TaskDefinition task) {
        Expression due = task.getDueDateExpression();
        return TaskDate.in(due == null ? null : due.getExpressionText())
                .map(date -> new ServedDuty(
                        Context.getProcessEngineConfiguration()
                                .getExpressionManager()
                                .createExpression("${" + date.duty() + "}"),
                        date.ofDepartment()))
                .orElse(NONE);
    }

    /** The duty's code in this case; null when the task's due date asks for none. */
    @Nullable
    String code(VariableScope task) {
        Object code = duty == null ? null : duty.getValue(task);
        if (code == null) {
            return null;
        }
        return ofDepartment ? code + "-" + CaseVariables.DEPARTMENT.requiredIn(task) : code.toString();
    }

    /** The duty in this case, and what binds to its date there. */
    Served by(VariableScope task, String caseNumber, Deadlines deadlines) {
        String served = code(task);
        if (served == null) {
            return Served.NOTHING;
        }
        DeadlineKind kind = deadlines.kindFor(caseNumber, served, CaseVariables.PERSON_ID.in(task));
        return new Served(served, kind == null ? "" : kind.name());
    }
}
