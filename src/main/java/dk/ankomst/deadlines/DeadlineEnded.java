package dk.ankomst.deadlines;

/**
 * A statutory deadline of a case runs no more: it was met, passed, or does not apply. Told in the transaction in which that
 * happened; not told of a recount, after which every date of the case is asked for again anyway.
 *
 * @param caseNumber the case's number
 */
public record DeadlineEnded(String caseNumber) {}
