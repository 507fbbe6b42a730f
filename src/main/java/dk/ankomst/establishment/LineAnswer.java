package dk.ankomst.establishment;

import org.jspecify.annotations.Nullable;

/**
 * A caseworker's answer to one line.
 *
 * @param version the line's version that the caseworker saw; {@link #NOT_SEEN} when the line was proposed anew meanwhile
 * @param chosen whether the line is to be granted; null leaves open which of several alternatives is chosen
 * @param quantity how many; null leaves the number open
 * @param text an answer or a reason in words; null for none
 */
public record LineAnswer(
        long lineId,
        int version,
        @Nullable Boolean chosen,
        @Nullable Integer quantity,
        ItemState state,
        @Nullable String text) {

    /** The version of a line that the caseworker has not seen. */
    public static final int NOT_SEEN = -1;
}
