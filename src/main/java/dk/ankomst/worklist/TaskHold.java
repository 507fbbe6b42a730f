package dk.ankomst.worklist;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That people have put a task on hold.
 *
 * @param reason why, in their words
 * @param until the first day on which it stands among the others again
 * @param by the id of the user who did it
 */
public record TaskHold(String taskId, String reason, LocalDate until, Instant at, String by) {}
