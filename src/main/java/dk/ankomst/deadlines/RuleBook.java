package dk.ankomst.deadlines;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the decision tables of {@code processes/frister}, each once per count. */
@Component
class RuleBook {

    static final String RULE_SETS = "regelsaet";
    static final String TAKEOVER = "overtagelsesfrist";
    static final String DUTIES = "frist";
    static final String HEALTH = "helbredsfrist";
    static final String COURSE = "forloebsfrist";
    static final String LOCAL_GOALS = "lokalt-maal";
    static final String EVENTS = "haendelsesfrist";
    static final String OTHER_LAWS = "forvaltningsfrist";
    static final String RESERVATIONS = "fristforbehold";
    static final String TASK_TIME = "opgavefrist";

    private static final String BESIDE_OTHERS = "TILLAEG";

    /** How long a task may take that has no date by law or local goal. */
    record TaskTime(int amount, CountUnit unit) {}

    private final Decisions decisions;

    RuleBook(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The catalogue, oldest first; without those that stand beside the others for some families only. */
    List<RuleSet> ruleSets() {
        return decisions.evaluate(RULE_SETS, Map.of()).stream()
                .filter(hit -> !BESIDE_OTHERS.equals(hit.text("slags")))
                .map(RuleSet::of)
                .sorted(Comparator.comparing(RuleSet::from))
                .toList();
    }

    /** The rows on the takeover of responsibility: at most one by law and one by agreement. */
    List<DeadlineRule> takeover(String track, LocalDate lawDate) {
        return rules(TAKEOVER, track, lawDate);
    }

    /**
     * What a case owes only after something has happened in it, by the event's name in {@link DeadlineRule#trigger}.
     *
     * @param lawDate the day on which it happened
     */
    List<DeadlineRule> afterEvents(String track, LocalDate lawDate) {
        List<DeadlineRule> all = new ArrayList<>(rules(EVENTS, track, lawDate));
        all.addAll(rules(OTHER_LAWS, track, lawDate));
        return all;
    }

    /**
     * Every other duty and goal of a case.
     *
     * @throws IllegalStateException when two rules claim the same duty, which is a fault of the tables
     */
    List<DeadlineRule> duties(String track, LocalDate lawDate) {
        List<DeadlineRule> all = new ArrayList<>();
        for (String table : List.of(DUTIES, HEALTH, COURSE, LOCAL_GOALS)) {
            all.addAll(rules(table, track, lawDate));
        }
        Map<String, DeadlineRule> byDuty = new HashMap<>();
        for (DeadlineRule rule : all) {
            DeadlineRule other = byDuty.put(rule.duty(), rule);
            if (other != null) {
                throw new IllegalStateException("Pligten " + rule.duty() + " har to regler for samme sag: "
                        + other.ruleId() + " og " + rule.ruleId());
            }
        }
        return all;
    }

    /** @throws IllegalStateException when the table has no row for the task, which is a fault of the table */
    TaskTime taskTime(String task) {
        List<RuleHit> hits = decisions.evaluate(TASK_TIME, Map.of("opgave", task));
        if (hits.isEmpty()) {
            throw new IllegalStateException("Tabellen opgavefrist har ingen regel for opgaven " + task);
        }
        RuleHit hit = hits.get(0);
        return new TaskTime(Integer.parseInt(hit.requiredText("antal")), CountUnit.valueOf(hit.requiredText("enhed")));
    }

    List<Reservation> reservations(String track, LocalDate lawDate) {
        return decisions.evaluate(RESERVATIONS, inputs(track, lawDate)).stream()
                .map(Reservation::of)
                .toList();
    }

    private List<DeadlineRule> rules(String table, String track, LocalDate lawDate) {
        return decisions.evaluate(table, inputs(track, lawDate)).stream()
                .map(DeadlineRule::of)
                .toList();
    }

    private static Map<String, @Nullable Object> inputs(String track, LocalDate lawDate) {
        return Map.of("spor", track, "retsdato", lawDate.toString());
    }
}
