package dk.ankomst.deadlines;

import java.util.Map;

/** The cases as their deadlines are counted; whoever knows the facts of a case stands behind it. */
public interface CountedCases {

    /**
     * What the deadlines of a case are counted from today.
     *
     * @param dates the family's
     * @param own those of persons with dates of their own, by their ids
     */
    record Facts(CaseDates dates, Map<Long, CaseDates> own) {

        public Facts {
            own = Map.copyOf(own);
        }
    }

    Facts facts(String caseNumber);

    /** @throws dk.ankomst.platform.InputRefused when the case takes no more changes */
    void refuseUnlessOpen(String caseNumber);

    /** Whether the plan itself notes that a duty is met: by a task that somebody completes, or when it has come that far. */
    boolean meetsByPlan(String duty);

    /** A duty was met: what is counted from that day is counted again, and tasks and timers follow. */
    void dutyMet(String caseNumber, String duty);

    /**
     * Counts what runs of a case's deadlines again by the tables that it has now, and moves its tasks and timers along.
     *
     * @param reason a Danish sentence
     */
    void recountWhatRuns(String caseNumber, String reason);
}
