package dk.ankomst.workflow;

import dk.ankomst.deadlines.Deadlines;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bean {@code deadlines} that the models ask for the dates of tasks and timers. */
@Component("deadlines")
class DeadlinesInModels {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    /** A deadline runs to the end of its day. */
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    /** A timer must have a date; one for a duty that does not apply, or whose trigger is unknown, stands here. */
    private static final LocalDate NO_DATE = LocalDate.of(2999, 12, 31);

    private final Deadlines deadlines;

    DeadlinesInModels(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * The end of the day on which a duty is due.
     *
     * @param scope a task or an execution of the case
     * @param duty code of the duty, e.g. {@code integrationskontrakt}
     * @return for a task null, for a timer a date far away when there is no date (yet)
     */
    public @Nullable Date dueDate(VariableScope scope, String duty) {
        LocalDate date = registered(scope, duty);
        if (date == null) {
            return scope instanceof DelegateTask ? null : endOf(NO_DATE);
        }
        return endOf(date);
    }

    /** As {@link #dueDate}, for a date agreed with one department: the duty's code is followed by the department's. */
    public @Nullable Date agreedDate(VariableScope scope, String duty) {
        String department = CaseVariables.DEPARTMENT.in(scope);
        return dueDate(scope, department == null ? duty : duty + "-" + department);
    }

    /** Whether the law (or the municipality's own goals) has a date for the duty in this case. */
    public boolean applies(VariableScope scope, String duty) {
        return registered(scope, duty) != null;
    }

    private @Nullable LocalDate registered(VariableScope scope, String duty) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(scope);
        if (caseNumber == null) {
            return null;
        }
        Long person = CaseVariables.PERSON_ID.in(scope);
        LocalDate own = person == null ? null : deadlines.dueDate(caseNumber, duty, person);
        return own == null ? deadlines.dueDate(caseNumber, duty, null) : own;
    }

    private static Date endOf(LocalDate date) {
        return Date.from(date.atTime(END_OF_DAY).atZone(ZONE).toInstant());
    }
}
