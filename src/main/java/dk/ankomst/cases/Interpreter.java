package dk.ankomst.cases;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table {@code tolkesprog} in which language an interpreter is to be ordered. */
@Component
class Interpreter {

    static final String DECISION = "tolkesprog";

    private final Decisions decisions;

    Interpreter(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * What the table said.
     *
     * @param language null when it is not known and must be clarified with the person
     * @param fallback a language most can manage orally; null when the source names none
     * @param candidates the languages between which it must be clarified; null when it is known or the source names none
     */
    record Choice(
            @Nullable String language,
            @Nullable String fallback,
            @Nullable String candidates,
            @Nullable String ruleId) {}

    Choice decide(String nationality, @Nullable String ethnicGroup, @Nullable String language) {
        List<RuleHit> hits = decisions.evaluate(
                DECISION,
                Map.of(
                        "nationalitet",
                        nationality,
                        "etniskGruppe",
                        ethnicGroup == null ? "" : ethnicGroup,
                        "oplystSprog",
                        language == null ? "" : language.toLowerCase(Locale.ROOT)));
        if (hits.isEmpty()) {
            return new Choice(null, null, null, null);
        }
        RuleHit hit = hits.get(0);
        String spoken = hit.text("sprog");
        return hit.isTrue("erUkendt")
                ? new Choice(null, null, spoken, hit.ruleId())
                : new Choice(spoken, hit.text("mundtligReserve"), null, hit.ruleId());
    }
}
