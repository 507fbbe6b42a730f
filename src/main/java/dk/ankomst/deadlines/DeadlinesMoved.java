package dk.ankomst.deadlines;

/** Due dates of a case have moved by hand; its tasks and timers are to follow in the same transaction. */
public record DeadlinesMoved(String caseNumber) {}
