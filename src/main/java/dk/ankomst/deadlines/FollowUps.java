package dk.ankomst.deadlines;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a task is to be taken up: the last working day on or before its due date, less a warning that the municipality
 * chooses by kind in the table {@code fristvarsel}.
 */
@Component
public class FollowUps {

    /** The table of warnings. */
    static final String WARNINGS = "fristvarsel";

    private final Decisions decisions;
    private final DeadlineRegister register;
    private final DanishCalendar calendar = new DanishCalendar();

    FollowUps(Decisions decisions, DeadlineRegister register) {
        this.decisions = decisions;
        this.register = register;
    }

    /**
     * @param caseNumber null for a task before there is a case
     * @param duty what the due date was asked for by; a task's own code has the warning of a local goal
     * @param due the task's due date
     */
    public LocalDate of(@Nullable String caseNumber, String duty, @Nullable Long personId, LocalDate due) {
        return before(due, caseNumber == null ? DeadlineKind.LOKAL : kind(caseNumber, duty, personId));
    }

    /** The day on which a task with this due date is to be taken up. */
    LocalDate before(LocalDate due, DeadlineKind kind) {
        LocalDate day = calendar.workingDayOnOrBefore(due);
        for (int left = warning(kind); left > 0; left--) {
            day = calendar.workingDayOnOrBefore(day.minusDays(1));
        }
        return day;
    }

    private DeadlineKind kind(String caseNumber, String duty, @Nullable Long personId) {
        return OwedDeadline.behind(register.ofDuty(caseNumber, duty), personId)
                .map(row -> row.words().kind())
                .orElse(DeadlineKind.LOKAL);
    }

    /** Working days; none when the table is silent or says less than none. */
    private int warning(DeadlineKind kind) {
        List<RuleHit> hits = decisions.evaluate(WARNINGS, Map.of("art", kind.name()));
        Integer days = hits.isEmpty() ? null : hits.get(0).number("arbejdsdage");
        return days == null ? 0 : Math.max(0, days);
    }
}
