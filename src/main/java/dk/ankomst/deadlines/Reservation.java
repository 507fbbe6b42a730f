package dk.ankomst.deadlines;

import dk.ankomst.platform.RuleHit;
import java.util.Set;

/** A row of {@code fristforbehold}: what must be said beside a statutory deadline; it changes no date. */
record Reservation(Set<String> duties, String text, boolean unconfirmed) {

    private static final String ALL = "alle";

    static Reservation of(RuleHit hit) {
        return new Reservation(
                Set.of(hit.requiredText("pligter").split("\\s*,\\s*")),
                hit.requiredText("tekst"),
                hit.isTrue("erUbekraeftet"));
    }

    boolean concerns(DeadlineRule rule) {
        return duties.contains(rule.duty()) || (duties.contains(ALL) && rule.ruleSet() != null);
    }
}
