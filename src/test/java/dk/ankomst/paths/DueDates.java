package dk.ankomst.paths;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Stands in for the bean {@code deadlines}: every question gets a date of its own, so that the date found on a task or a
 * timer tells what the model asked for. Public, as expressions reach nothing else.
 */
public final class DueDates {

    private final Map<String, Date> dates = new HashMap<>();
    private final Map<Instant, String> questions = new HashMap<>();
    private final Set<String> notApplying = new HashSet<>();
    private final Set<String> owed = new HashSet<>();

    public Date dueDate(DelegateExecution execution, String duty) {
        return answer("dueDate " + duty);
    }

    public Date taskDate(DelegateExecution execution, String duty) {
        return answer("taskDate " + duty);
    }

    public Date agreedTaskDate(DelegateExecution execution, String duty) {
        return answer("taskDate " + duty + "-" + execution.getVariable("gruppe"));
    }

    public Date agreedDate(DelegateExecution execution, String duty) {
        return answer("agreedDate " + duty);
    }

    public Date nextPassing(DelegateExecution execution, String except) {
        return answer("nextPassing " + except);
    }

    public boolean applies(DelegateExecution execution, String duty) {
        return !notApplying.contains(duty);
    }

    public boolean isOwed(DelegateExecution execution, String duty) {
        return owed.contains(duty);
    }

    void isOwed(String duty) {
        owed.add(duty);
    }

    void isNoLongerOwed(String duty) {
        owed.remove(duty);
    }

    void doesNotApply(String duty) {
        notApplying.add(duty);
    }

    /** What the model asked to get the date; fails on a date that came from elsewhere. */
    @SuppressWarnings("JavaUtilDate") // the engine's own type
    String questionBehind(Date date) {
        String question = questions.get(date.toInstant());
        if (question == null) {
            throw new AssertionError(date + " did not come from the bean deadlines");
        }
        return question;
    }

    private Date answer(String question) {
        return dates.computeIfAbsent(question, asked -> {
            Date date = Date.from(LocalDate.of(2016, 1, 1)
                    .plusDays(dates.size())
                    .atStartOfDay(ZoneId.of("Europe/Copenhagen"))
                    .toInstant());
            questions.put(date.toInstant(), asked);
            return date;
        });
    }
}
