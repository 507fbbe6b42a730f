package dk.ankomst.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open task.
 *
 * @param taskId the engine's id of the task
 * @param caseNumber e.g. {@code 2026-00017}
 * @param personId the family member it is about; null when it is about the whole case
 * @param taskKey the task's id in the model, e.g. {@code UserTask_TilbydHelbredsvurdering}
 * @param name what staff read, e.g. {@code Tilbyd helbredsvurdering}
 * @param processKey the process it belongs to, e.g. {@code helbredsvurdering}
 * @param groupId the group that does it, e.g. {@code sundhed}
 * @param assignee the user who has taken it; null while nobody has
 * @param due when it must be done; null when it has no deadline
 * @param created when it arose
 * @param serves the deadline whose date it has; null when no model says so
 */
public record WorkItem(
        String taskId,
        String caseNumber,
        @Nullable Long personId,
        String taskKey,
        String name,
        String processKey,
        String groupId,
        @Nullable String assignee,
        @Nullable Instant due,
        Instant created,
        @Nullable Served serves) {

    /**
     * The deadline that a task serves.
     *
     * @param duty the duty's code, e.g. {@code integrationskontrakt}; empty when the task has no date by a duty
     * @param kind what binds to the date: {@code LOV}, {@code LOKAL} or {@code AFTALT}; empty when the register has no such
     *     deadline, so that the date is the task's own
     */
    public record Served(String duty, String kind) {

        /** A task that no deadline stands behind. */
        public static final Served NOTHING = new Served("", "");
    }

    /** A task of which it is not known whether it serves a deadline. */
    public WorkItem(
            String taskId,
            String caseNumber,
            @Nullable Long personId,
            String taskKey,
            String name,
            String processKey,
            String groupId,
            @Nullable String assignee,
            @Nullable Instant due,
            Instant created) {
        this(taskId, caseNumber, personId, taskKey, name, processKey, groupId, assignee, due, created, null);
    }
}
