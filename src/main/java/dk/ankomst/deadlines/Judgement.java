package dk.ankomst.deadlines;

import java.time.Instant;

/**
 * What the leader found about a deadline that was passed.
 *
 * @param cause why it was passed, in the leader's words
 * @param action what is done about it, by whom and when, in the leader's words
 * @param at when it was written (UTC)
 * @param by who wrote it
 */
public record Judgement(String cause, String action, Instant at, String by) {}
