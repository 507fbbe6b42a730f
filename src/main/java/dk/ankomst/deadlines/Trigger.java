package dk.ankomst.deadlines;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events that deadlines are counted from: their names in the tables, their words, and their dates in a case. An event is
 * one of the case's own below, or a duty by its code: the day on which that was met.
 */
final class Trigger {

    static final String VISITATION = "visitation";
    static final String TAKEOVER = "overtagelse";
    static final String AGREEMENT = "aftale";
    static final String CPR = "cpr";
    static final String MOVE = "flytning";
    static final String ARRIVAL = "ankomst";

    private static final Map<String, String> WORDS = Map.of(
            VISITATION,
            "visitationen",
            TAKEOVER,
            "overtagelsen",
            AGREEMENT,
            "aftalen",
            CPR,
            "CPR-registreringen",
            MOVE,
            "flytningen til kommunen",
            ARRIVAL,
            "ankomsten",
            "integrationskontrakt",
            "underskrivelsen af kontrakten",
            "danskuddannelse",
            "danskuddannelsens mulige start",
            "visitering",
            "visiteringen til indsats",
            "koordineringsmoede",
            "koordineringsmødet");

    private static final Set<String> OF_THE_CASE = Set.of(VISITATION, TAKEOVER, AGREEMENT, CPR, MOVE, ARRIVAL);

    private Trigger() {}

    /** Whether the event is a duty that was met, and none of the case's own. */
    static boolean isDuty(String trigger) {
        return !OF_THE_CASE.contains(trigger);
    }

    /** The event in Danish, in the definite form; a duty that is new in the tables is shown by its code. */
    static String words(String trigger) {
        return Objects.requireNonNull(WORDS.getOrDefault(trigger, "opfyldelsen af pligten '" + trigger + "'"));
    }

    /** The event's date in a case; null while it is unknown. */
    static @Nullable LocalDate date(String trigger, CaseDates dates, @Nullable LocalDate takeover) {
        LocalDate known = dates.others().get(trigger);
        if (known != null) {
            return known;
        }
        return switch (trigger) {
            case VISITATION -> dates.visitation();
            case TAKEOVER -> takeover;
            case AGREEMENT -> dates.takeoverAgreed();
            case ARRIVAL -> arrival(dates);
            // Both happen at the arrival unless the case says otherwise (integrationsloven § 4, stk. 3 and 4).
            case CPR, MOVE -> arrival(dates);
            default -> null;
        };
    }

    /** Whether the event's date is still a plan. */
    static boolean isPlanned(String trigger, CaseDates dates) {
        boolean followsArrival = trigger.equals(ARRIVAL) || trigger.equals(CPR) || trigger.equals(MOVE);
        return followsArrival
                && dates.arrival() == null
                && dates.plannedArrival() != null
                && !dates.others().containsKey(trigger);
    }

    /** Whether the actual arrival stands in for an event whose own date is not known. */
    static boolean isArrivalInstead(String trigger, CaseDates dates) {
        return (trigger.equals(CPR) || trigger.equals(MOVE))
                && dates.arrival() != null
                && !dates.others().containsKey(trigger);
    }

    private static @Nullable LocalDate arrival(CaseDates dates) {
        return dates.arrival() != null ? dates.arrival() : dates.plannedArrival();
    }
}
