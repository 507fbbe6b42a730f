package dk.ankomst.housing;

import java.time.LocalDate;

/**
 * A family has moved into a dwelling for a short while.
 *
 * @param leavesOn the day on which it is to have moved on
 */
public record StayAgreed(String caseNumber, LocalDate movedInOn, LocalDate leavesOn) {}
