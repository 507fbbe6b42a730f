package dk.ankomst.worklist;

/**
 * How much work lies before somebody.
 *
 * @param open all open tasks of the groups, and those the user has taken
 * @param overdue of these, the ones whose deadline lies before today
 * @param dueToday of these, the ones whose deadline is today
 * @param unassigned of these, the ones that nobody has taken
 * @param mine of these, the ones the user has taken
 */
public record WorkCounts(int open, int overdue, int dueToday, int unassigned, int mine) {}
