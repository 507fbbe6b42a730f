package dk.ankomst.cases;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the table {@code modtagelsesspor} by which route a family is received, and whether it is to be received at all. */
@Component
class Track {

    static final String DECISION = "modtagelsesspor";
    static final String ORIGIN_OF_MOVERS = "anden-kommune";

    private final Decisions decisions;

    Track(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * What the table said.
     *
     * @param spor a code of {@link CodeList#TRACK}; anything else means that the family cannot be received as it stands
     * @param reason Danish, as the table gives it
     */
    record Outcome(String spor, String ruleId, String reason) {

        boolean isTrack() {
            return CodeList.TRACK.codes().stream().anyMatch(code -> code.code().equals(spor));
        }
    }

    Outcome decide(String residenceCategory, String origin, boolean unaccompaniedMinor) {
        List<RuleHit> hits =
                decisions.evaluate(DECISION, Map.copyOf(inputs(residenceCategory, origin, unaccompaniedMinor)));
        if (hits.isEmpty()) {
            return new Outcome(
                    "",
                    "",
                    "Tabellen modtagelsesspor har ingen regel for denne opholdskategori og oprindelse. Kontakt"
                            + " procesejeren.");
        }
        RuleHit hit = hits.get(0);
        return new Outcome(hit.requiredText("spor"), hit.ruleId(), hit.requiredText("begrundelse"));
    }

    /** The variables that the table's input columns name. */
    static Map<String, Object> inputs(String residenceCategory, String origin, boolean unaccompaniedMinor) {
        return Map.of(
                "opholdskategori",
                residenceCategory,
                "oprindelse",
                origin,
                "erUledsaget",
                unaccompaniedMinor,
                "erTilflytter",
                origin.equals(ORIGIN_OF_MOVERS));
    }
}
