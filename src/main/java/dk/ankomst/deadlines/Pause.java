package dk.ankomst.deadlines;

import java.time.LocalDate;

/**
 * A time in which the clock of a deadline stands still.
 *
 * @param from the first day on which it stands
 * @param until the day on which it runs again
 */
record Pause(LocalDate from, LocalDate until) {}
