package dk.ankomst.volunteers;

import dk.ankomst.volunteers.MatchReason.Effect;
import java.util.List;

/** A volunteer who might follow a family, with every reason for and against. */
public record Candidate(Volunteer volunteer, List<MatchReason> reasons) {

    public boolean rejected() {
        return count(Effect.REJECTS) > 0;
    }

    /** How many reasons speak for her, less those that have to be asked about first. */
    int weight() {
        return count(Effect.SPEAKS_FOR) - count(Effect.ASKS);
    }

    private int count(Effect effect) {
        return (int)
                reasons.stream().filter(reason -> reason.effect() == effect).count();
    }
}
