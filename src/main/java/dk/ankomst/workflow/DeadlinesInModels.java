package dk.ankomst.workflow;

import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.FollowUps;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bean {@code deadlines} that the models ask for the dates of tasks and timers; public, as expressions reach nothing else. */
@Component("deadlines")
public class DeadlinesInModels {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    /** A task's deadline runs to the end of its day. */
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    /** A timer must have a date; one for a duty that does not apply, or whose trigger is unknown, stands here. */
    private static final LocalDate NO_DATE = LocalDate.of(2999, 12, 31);

    private final Deadlines deadlines;
    private final FollowUps followUps;
    private final Clock clock;

    DeadlinesInModels(Deadlines deadlines, FollowUps followUps, Clock clock) {
        this.deadlines = deadlines;
        this.followUps = followUps;
        this.clock = clock;
    }

    /**
     * When a timer finds a duty passed: midnight in Denmark at the end of the due date.
     *
     * @param duty code of the duty, e.g. {@code integrationskontrakt}
     * @return a date far away when there is no date (yet); the timer is moved when there is one
     */
    public Date dueDate(DelegateExecution execution, String duty) {
        LocalDate date = registered(execution, duty);
        return startOf(date == null ? NO_DATE : date.plusDays(1));
    }

    /**
     * The end of the day on which a task is due: the date of its duty or goal, else the task's own by the table
     * {@code opgavefrist}.
     */
    public Date taskDate(DelegateExecution execution, String duty) {
        return endOf(dayOfTask(execution, duty));
    }

    private LocalDate dayOfTask(DelegateExecution execution, String duty) {
        LocalDate date = registered(execution, duty);
        return date == null ? deadlines.ownDate(duty, arose(execution)) : date;
    }

    /** When a task with the date of {@link #taskDate} is to be taken up: the beginning of that day. */
    public Date followUpDate(DelegateExecution execution, String duty) {
        return startOf(followUps.of(
                CaseVariables.CASE_NUMBER.in(execution),
                duty,
                CaseVariables.PERSON_ID.in(execution),
                dayOfTask(execution, duty)));
    }

    /** As {@link #followUpDate}, for a task with the date of {@link #agreedTaskDate}. */
    public Date agreedFollowUpDate(DelegateExecution execution, String duty) {
        return followUpDate(execution, duty + "-" + CaseVariables.DEPARTMENT.requiredIn(execution));
    }

    /** As {@link #taskDate}, for a date agreed with the department that the task belongs to. */
    public Date agreedTaskDate(DelegateExecution execution, String duty) {
        return taskDate(execution, duty + "-" + CaseVariables.DEPARTMENT.requiredIn(execution));
    }

    /** The beginning of an agreed day, for a timer that waits for it. */
    public Date agreedDate(DelegateExecution execution, String duty) {
        LocalDate date = registered(execution, duty);
        return startOf(date == null ? NO_DATE : date);
    }

    /**
     * When the next statutory deadline of the case passes: midnight in Denmark at the end of the due date, also when that
     * has been.
     *
     * @param except duties that are left out, with commas between
     * @return a date far away when none runs
     */
    public Date nextPassing(DelegateExecution execution, String except) {
        return deadlines
                .runningStatutory(CaseVariables.CASE_NUMBER.requiredIn(execution), Set.of(except.split(",", -1)))
                .stream()
                .map(DeadlineView::dueDate)
                .filter(Objects::nonNull)
                .findFirst()
                .map(due -> startOf(due.plusDays(1)))
                .orElseGet(() -> startOf(NO_DATE));
    }

    /** Whether the law (or the municipality's own goals) has a date for the duty in this case. */
    public boolean applies(DelegateExecution execution, String duty) {
        return registered(execution, duty) != null;
    }

    /** Whether the case has the duty at all and it is still to be met, also when the law gives it no fixed length. */
    public boolean isOwed(DelegateExecution execution, String duty) {
        return deadlines.isOpen(
                CaseVariables.CASE_NUMBER.requiredIn(execution), duty, CaseVariables.PERSON_ID.in(execution));
    }

    private @Nullable LocalDate registered(DelegateExecution execution, String duty) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(execution);
        if (caseNumber == null) {
            return null;
        }
        return deadlines.dueFor(caseNumber, duty, CaseVariables.PERSON_ID.in(execution));
    }

    /** The day the execution's task arose; today while it is being made. */
    private LocalDate arose(DelegateExecution execution) {
        return ((ExecutionEntity) execution)
                .getTasks().stream()
                        .map(TaskEntity::getCreateTime)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(created -> LocalDate.ofInstant(created.toInstant(), ZONE))
                        .orElseGet(() -> LocalDate.now(clock));
    }

    private static Date endOf(LocalDate date) {
        return Date.from(date.atTime(END_OF_DAY).atZone(ZONE).toInstant());
    }

    private static Date startOf(LocalDate date) {
        return Date.from(date.atStartOfDay(ZONE).toInstant());
    }
}
