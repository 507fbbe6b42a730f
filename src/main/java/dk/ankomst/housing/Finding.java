package dk.ankomst.housing;

import dk.ankomst.platform.RuleHit;

/**
 * A reason for or against a dwelling for a family.
 *
 * @param matter what it is about, in a Danish word
 * @param text the reason as a Danish sentence
 * @param ruleId the rule of the table that says so
 */
public record Finding(Effect effect, String matter, String text, String ruleId, String source) {

    /** What a reason does. */
    public enum Effect {
        /** The dwelling cannot be given to the family. */
        AFVIST,
        /** The caseworker decides and says why. */
        SPOERGSMAAL,
        /** Speaks against it, without need of a word. */
        ULEMPE,
        /** The register does not say; nobody has to. */
        UOPLYST,
        /** Speaks for it. */
        PASSER
    }

    static Finding of(RuleHit hit) {
        return new Finding(
                Effect.valueOf(hit.requiredText("virkning")),
                hit.requiredText("hensyn"),
                hit.requiredText("tekst"),
                hit.ruleId(),
                hit.requiredText("kilde"));
    }
}
