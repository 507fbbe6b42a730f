package dk.ankomst.deadlines;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dates that a case's deadlines are counted from.
 *
 * @param track the reception track: {@code asylcenter}, {@code kvote}, {@code familiesammenfoert}, {@code uledsaget},
 *     {@code tilflytter} or {@code saerlov}
 * @param visitation the date of the visitation decision
 * @param takeoverAgreed an agreed date of takeover (integrationsloven § 4, stk. 2, last sentence); nothing is agreed on the
 *     tracks where the takeover follows the CPR registration; null: counted
 * @param plannedArrival used until the actual arrival is known; null when nothing is planned
 * @param arrival the day the family came; null before it
 * @param others dates of further events by their name in the tables: {@code cpr}, the codes of duties that were met, e.g.
 *     {@code integrationskontrakt}, and what else was reported, e.g. {@code klage}, which adds the duties that it starts
 */
public record CaseDates(
        String track,
        LocalDate visitation,
        @Nullable LocalDate takeoverAgreed,
        @Nullable LocalDate plannedArrival,
        @Nullable LocalDate arrival,
        Map<String, LocalDate> others) {

    public CaseDates {
        others = Map.copyOf(others);
    }
}
