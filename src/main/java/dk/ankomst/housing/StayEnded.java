package dk.ankomst.housing;

import java.time.LocalDate;

/**
 * A family has moved on from a dwelling that it had for a short while.
 *
 * @param agreed the day on which it was to have moved on
 */
public record StayEnded(String caseNumber, LocalDate agreed, LocalDate on) {}
