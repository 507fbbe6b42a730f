package dk.ankomst.housing;

import org.jspecify.annotations.Nullable;

/**
 * Through-flow dwellings that stand ready.
 *
 * @param wanted how many should; null when the municipality has not said
 */
public record InReserve(int free, @Nullable Integer wanted) {

    /** Whether fewer stand ready than should. */
    public boolean isShort() {
        return wanted != null && free < wanted;
    }
}
