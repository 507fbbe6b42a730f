package dk.ankomst.deadlines;

import dk.ankomst.platform.RuleHit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code fristudsaettelse}: duties whose clock stands still for some months after an event.
 *
 * @param months how long, after what the municipality has chosen; 0 when it has opted out
 * @param chosen what the municipality has chosen, in Danish; null when it follows the law
 */
record Suspension(
        Set<String> duties,
        String ground,
        String trigger,
        int months,
        boolean unconfirmed,
        @Nullable String remark,
        @Nullable String chosen) {

    /** A row of {@code fristudsaettelsesvalg}; without months the municipality follows the law. */
    record Choice(@Nullable Integer months, String reason) {

        static Choice of(RuleHit hit) {
            return new Choice(hit.number("maaneder"), hit.requiredText("begrundelse"));
        }
    }

    /** The municipality can opt out or shorten what the law gives, and not prolong it (integrationsloven § 4 b). */
    static Suspension of(RuleHit hit, List<Choice> choices) {
        int byLaw = Objects.requireNonNullElse(hit.number("maaneder"), 0);
        Choice shortest = choices.stream()
                .filter(choice -> choice.months() != null && choice.months() < byLaw)
                .min(Comparator.comparing(Choice::months, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(null);
        return new Suspension(
                Set.of(hit.requiredText("pligter").split("\\s*,\\s*")),
                hit.requiredText("hjemmel"),
                hit.requiredText("udloeser"),
                shortest == null || shortest.months() == null ? byLaw : shortest.months(),
                hit.isTrue("erUbekraeftet"),
                hit.text("bemaerkning"),
                shortest == null ? null : shortest.reason());
    }

    boolean concerns(DeadlineRule rule) {
        return duties.contains(rule.duty());
    }
}
