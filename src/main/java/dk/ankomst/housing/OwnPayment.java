package dk.ankomst.housing;

import org.jspecify.annotations.Nullable;

/**
 * Who pays for a temporary stay, in kroner a month.
 *
 * @param family what the family can be asked for; null when it is not known
 * @param municipality what is left to the municipality; null when it is not known
 */
public record OwnPayment(
        @Nullable Integer family, @Nullable Integer municipality, String text, String ruleId, String source) {}
