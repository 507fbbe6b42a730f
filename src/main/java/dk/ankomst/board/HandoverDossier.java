package dk.ankomst.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the next municipality needs to go on where this one stopped, as its page prints it. It holds nothing about anybody's
 * health: duties that the health department serves, sensitive decisions and everything written in free text stay behind.
 *
 * @param moved when and where the family moved, in a sentence; null when it has not
 */
record HandoverDossier(
        String caseNumber,
        String family,
        @Nullable String moved,
        List<Fact> facts,
        List<Member> members,
        List<Duty> done,
        List<Duty> open,
        List<Period> periods,
        List<Decision> decisions) {

    /** A line with a name, e.g. a date of the case. */
    record Fact(String label, String value) {}

    /** @param language the language to order an interpreter in */
    record Member(String name, String birthDate, String role, String language) {}

    /**
     * A duty and how it stands.
     *
     * @param who to whom it is owed
     * @param when the day it was met, or the day it is due; in words when there is none
     * @param ground law, local goal or agreement
     */
    record Duty(String name, String who, String when, String state, String ground) {}

    /** A period that goes on after the move, e.g. the programme's. */
    record Period(String name, String who, String ends, String left) {}

    /** What was decided, without the reasons. */
    record Decision(String name, String result, String when) {}
}
