package dk.ankomst.establishment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was given to a line, kept also when the line is proposed anew.
 *
 * @param answeredBy the user who gave it
 * @param answeredAt when, UTC
 */
public record GivenAnswer(
        String ruleId,
        String itemName,
        boolean chosen,
        @Nullable Integer quantity,
        @Nullable ItemState state,
        @Nullable String text,
        String answeredBy,
        Instant answeredAt) {}
