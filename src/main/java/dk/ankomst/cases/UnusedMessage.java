package dk.ankomst.cases;

import java.time.Instant;

/**
 * A message about a case that came twice, late or after its end, and changed nothing.
 *
 * @param what what it was about, by the names of {@link DateChange#which}, or {@code visitation}
 * @param sentence why it changed nothing, in Danish
 * @param receivedAt when it came (UTC)
 * @param receivedFrom the user's id
 */
public record UnusedMessage(String what, String sentence, Instant receivedAt, String receivedFrom) {}
