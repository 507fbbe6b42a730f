package dk.ankomst.housing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every dwelling in use held against a family: the fitting ones first, those near to most first among them.
 *
 * @param persons how many live in the household today
 * @param monthlyBenefit the household's benefit in kroner a month; null when nobody noted it
 */
public record Match(
        String caseNumber, int persons, @Nullable Integer monthlyBenefit, List<Candidate> candidates) {

    public Match {
        candidates = List.copyOf(candidates);
    }
}
