package dk.ankomst.worklist;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.FreeText;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that people have put on hold. Their deadlines run on; only the board shows them apart, until a day. */
@Service
public class TaskHolds {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final int LONGEST_REASON = 1000;

    /** A day further away is taken for a slip of the pen. */
    private static final Period LONGEST_HOLD = Period.ofYears(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskHolds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Puts a task on hold; one that is on hold gets the new reason and day, and the old ones stay in its history.
     *
     * @throws InputRefused when reason or day is missing or cannot be used; the fields are {@code reason} and {@code until}
     */
    @Transactional
    public void hold(WorkItem task, @Nullable String reason, @Nullable LocalDate until) {
        List<FieldError> errors = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            errors.add(new FieldError("reason", "Skriv, hvorfor opgaven sættes i bero."));
        } else {
            String objection = FreeText.objection(reason, LONGEST_REASON);
            if (objection != null) {
                errors.add(new FieldError("reason", objection));
            }
        }
        if (until == null) {
            errors.add(new FieldError("until", "Skriv den dag, hvor opgaven skal tages op igen."));
        } else if (!until.isAfter(today())) {
            errors.add(new FieldError("until", "Vælg en dag efter i dag, hvor opgaven skal tages op igen."));
        } else if (until.isAfter(today().plus(LONGEST_HOLD))) {
            errors.add(new FieldError(
                    "until",
                    "Vælg en dag inden for et år. Skal opgaven vente længere, så sæt den i bero igen til den tid."));
        }
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        resume(task.taskId());
        jdbc.sql("insert into task_hold (task_id, case_number, task_name, reason, until_date, held_at, held_by)"
                        + " values (:taskId, :caseNumber, :name, :reason, :until, :now, :by)")
                .param("taskId", task.taskId())
                .param("caseNumber", task.caseNumber())
                .param("name", task.name())
                .param("reason", reason)
                .param("until", until)
                .param("now", now())
                .param("by", Actor.id())
                .update();
    }

    /**
     * Takes a task up again.
     *
     * @return false when it was not on hold
     */
    @Transactional
    public boolean resume(String taskId) {
        return jdbc.sql("update task_hold set ended_at = :now, ended_by = :by"
                                + " where task_id = :taskId and ended_at is null and until_date > :today")
                        .param("now", now())
                        .param("by", Actor.id())
                        .param("taskId", taskId)
                        .param("today", today())
                        .update()
                > 0;
    }

    /** Those of the tasks that are on hold today, by their ids. */
    @Transactional(readOnly = true)
    public Map<String, TaskHold> of(Collection<String> taskIds) {
        Map<String, TaskHold> holds = new HashMap<>();
        if (!taskIds.isEmpty()) {
            jdbc.sql("select task_id, reason, until_date, held_at, held_by from task_hold"
                            + " where task_id in (:taskIds) and ended_at is null and until_date > :today")
                    .param("taskIds", taskIds)
                    .param("today", today())
                    .query(row -> {
                        TaskHold hold = new TaskHold(
                                row.getString("task_id"),
                                row.getString("reason"),
                                row.getObject("until_date", LocalDate.class),
                                row.getObject("held_at", OffsetDateTime.class).toInstant(),
                                row.getString("held_by"));
                        holds.put(hold.taskId(), hold);
                    });
        }
        return holds;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DENMARK);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
