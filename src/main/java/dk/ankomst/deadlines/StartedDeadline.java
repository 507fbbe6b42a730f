package dk.ankomst.deadlines;

import java.time.LocalDate;

/**
 * An open deadline that a reported event started, for whoever reported it: no task tells of it.
 *
 * @param duty its code in the case
 * @param name its Danish name
 * @param responsible the department that answers for it, by its group
 */
public record StartedDeadline(
        long id,
        String caseNumber,
        String duty,
        String name,
        LocalDate dueDate,
        String responsible,
        String reportedBy) {}
