package dk.ankomst.coordination;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the tables say about the coordination meeting. */
@Service
public class Coordination {

    private final Decisions decisions;

    Coordination(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The departments that take part, each once and in the order of the table, by {@code moededeltagere}. */
    public List<Participant> participants(FamilyFacts facts) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("antalVoksne", facts.adults());
        inputs.put("antalBoern", facts.children());
        inputs.put("antalBoernSkolealder", facts.childrenOfSchoolAge());
        inputs.put("harSaerligtBehov", facts.specialNeed());
        inputs.put("erUledsaget", facts.unaccompanied());
        Map<String, Participant> byGroup = new LinkedHashMap<>();
        for (RuleHit hit : decisions.evaluate("moededeltagere", inputs)) {
            Participant participant = new Participant(
                    hit.requiredText("gruppe"),
                    hit.requiredText("betegnelse"),
                    hit.requiredText("begrundelse"),
                    hit.ruleId(),
                    hit.requiredText("kilde"));
            byGroup.putIfAbsent(participant.group(), participant);
        }
        return List.copyOf(byGroup.values());
    }

    /**
     * Whether an integration plan is offered, by {@code behov-for-tvaerfaglig-indsats}.
     *
     * @param actorsWithEffort how many actors agreed on an effort at the meeting, 0 or more
     * @param complexNeed whether the meeting judged that the family has complex needs
     */
    public PlanOffer planOffer(int actorsWithEffort, boolean complexNeed) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("antalAktoererMedIndsats", actorsWithEffort);
        inputs.put("harSammensatteBehov", complexNeed);
        List<RuleHit> hits = decisions.evaluate("behov-for-tvaerfaglig-indsats", inputs);
        if (hits.isEmpty()) {
            throw new IllegalStateException(
                    "Ingen regel i behov-for-tvaerfaglig-indsats passer. Tilføj en regel for tilfældet.");
        }
        RuleHit hit = hits.get(0);
        return new PlanOffer(
                hit.isTrue("tilbydIntegrationsplan"),
                hit.requiredText("begrundelse"),
                hit.ruleId(),
                hit.requiredText("kilde"));
    }
}
