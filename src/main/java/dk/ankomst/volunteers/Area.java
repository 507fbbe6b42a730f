package dk.ankomst.volunteers;

import org.jspecify.annotations.Nullable;

/**
 * An area to which volunteers contribute; the report's a to h and whatever the municipality adds.
 *
 * @param code e.g. {@code sprog}
 * @param letter the report's letter, e.g. {@code a}; empty for the municipality's own
 * @param minimum how many volunteers the municipality wants at least; null when it has not said
 * @param source the place in the report
 */
public record Area(
        String code,
        String letter,
        String name,
        String description,
        @Nullable Integer minimum,
        String source) {}
