package dk.ankomst.housing;

import dk.ankomst.housing.Finding.Effect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dwelling held against a family.
 *
 * @param takenBy the case that has it; null when something of it is free
 * @param payment who pays; null for a permanent dwelling
 */
public record Candidate(
        Dwelling dwelling,
        @Nullable String takenBy,
        List<Finding> findings,
        @Nullable OwnPayment payment) {

    public Candidate {
        findings = List.copyOf(findings);
    }

    /** What becomes of it. */
    public enum Verdict {
        PASSER,
        SPOERGSMAAL,
        AFVIST
    }

    public Verdict verdict() {
        if (takenBy != null || has(Effect.AFVIST)) {
            return Verdict.AFVIST;
        }
        return has(Effect.SPOERGSMAAL) ? Verdict.SPOERGSMAAL : Verdict.PASSER;
    }

    /** How many of the things that a place should be near to it is near to. */
    public long nearTo() {
        return findings.stream()
                .filter(finding ->
                        finding.ruleId().startsWith(HousingTables.LOCATION_RULE) && finding.effect() == Effect.PASSER)
                .count();
    }

    public List<Finding> of(Effect effect) {
        return findings.stream().filter(finding -> finding.effect() == effect).toList();
    }

    private boolean has(Effect effect) {
        return findings.stream().anyMatch(finding -> finding.effect() == effect);
    }
}
