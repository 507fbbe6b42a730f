package dk.ankomst.deadlines;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    static final String SUSPENSIONS = "fristudsaettelse";
    static final String SUSPENSION_CHOICE = "fristudsaettelsesvalg";
    static final String TASK_TIME = "opgavefrist";

    /** The tables that decide a case's dates; a case keeps to the versions in which it was counted. */
    private static final List<String> OF_A_CASE = List.of(
            RULE_SETS,
            TAKEOVER,
            DUTIES,
            HEALTH,
            COURSE,
            LOCAL_GOALS,
            EVENTS,
            OTHER_LAWS,
            RESERVATIONS,
            SUSPENSIONS,
            SUSPENSION_CHOICE);

    /**
     * The tables as they stood together.
     *
     * @param tables by name; a table that did not exist then is absent and says nothing
     */
    record Edition(Map<String, Decisions.Version> tables) {

        /** The same with other versions of some tables. */
        Edition with(Set<Decisions.Version> others) {
            Map<String, Decisions.Version> changed = new HashMap<>(tables);
            others.forEach(version -> changed.put(version.key(), version));
            return new Edition(Map.copyOf(changed));
        }

        /** The versions by table, e.g. {@code forloebsfrist:2,frist:3}: the same for the same tables. */
        String text() {
            return tables.values().stream()
                    .map(version -> version.key() + ":" + version.number())
                    .sorted()
                    .collect(Collectors.joining(","));
        }
    }

    private static final String BESIDE_OTHERS = "TILLAEG";

    /** How long a task may take that has no date by law or local goal. */
    record TaskTime(int amount, CountUnit unit) {}

    private final Decisions decisions;

    RuleBook(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The tables as they stand now. */
    Edition newest() {
        return new Edition(
                OF_A_CASE.stream().map(decisions::newest).collect(Collectors.toMap(Decisions.Version::key, v -> v)));
    }

    /** The tables as they stood first, each in the oldest version that is kept. */
    Edition oldest() {
        return new Edition(
                OF_A_CASE.stream().map(decisions::oldest).collect(Collectors.toMap(Decisions.Version::key, v -> v)));
    }

    Decisions.Version version(String table, int number) {
        return decisions.version(table, number);
    }

    /** The tables as {@link Edition#text} names them. */
    Edition edition(String text) {
        return new Edition(Stream.of(text.split(",", -1))
                .map(version -> version.split(":", -1))
                .map(version -> decisions.version(version[0], Integer.parseInt(version[1])))
                .collect(Collectors.toMap(Decisions.Version::key, v -> v)));
    }

    /** The catalogue, oldest first; without those that stand beside the others for some families only. */
    List<RuleSet> ruleSets(Edition edition) {
        return hits(edition, RULE_SETS, Map.of())
                .filter(hit -> !BESIDE_OTHERS.equals(hit.text("slags")))
                .map(RuleSet::of)
                .sorted(Comparator.comparing(RuleSet::from))
                .toList();
    }

    /** The rows on the takeover of responsibility: at most one by law and one by agreement. */
    List<DeadlineRule> takeover(Edition edition, String track, LocalDate lawDate) {
        return rules(edition, TAKEOVER, track, lawDate).toList();
    }

    /**
     * What a case owes only after something has happened in it, by the event's name in {@link DeadlineRule#trigger}.
     *
     * @param lawDate the day on which it happened
     */
    List<DeadlineRule> afterEvents(Edition edition, String track, LocalDate lawDate) {
        return Stream.of(EVENTS, OTHER_LAWS)
                .flatMap(table -> rules(edition, table, track, lawDate))
                .toList();
    }

    /**
     * Every other duty and goal of a case.
     *
     * @throws IllegalStateException when two rules claim the same duty, which is a fault of the tables
     */
    List<DeadlineRule> duties(Edition edition, String track, LocalDate lawDate) {
        List<DeadlineRule> all = Stream.of(DUTIES, HEALTH, COURSE, LOCAL_GOALS)
                .flatMap(table -> rules(edition, table, track, lawDate))
                .toList();
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

    List<Reservation> reservations(Edition edition, String track, LocalDate lawDate) {
        return hits(edition, RESERVATIONS, inputs(track, lawDate))
                .map(Reservation::of)
                .toList();
    }

    /** What makes deadlines stand still by law, with what the municipality has chosen about it. */
    List<Suspension> suspensions(Edition edition, String track, LocalDate lawDate) {
        Map<String, @Nullable Object> inputs = inputs(track, lawDate);
        List<Suspension.Choice> choices = hits(edition, SUSPENSION_CHOICE, inputs)
                .map(Suspension.Choice::of)
                .toList();
        return hits(edition, SUSPENSIONS, inputs)
                .map(hit -> Suspension.of(hit, choices))
                .toList();
    }

    private Stream<DeadlineRule> rules(Edition edition, String table, String track, LocalDate lawDate) {
        Decisions.Version version = edition.tables().get(table);
        return version == null
                ? Stream.empty()
                : hits(edition, table, inputs(track, lawDate)).map(hit -> DeadlineRule.of(version, hit));
    }

    private Stream<RuleHit> hits(Edition edition, String table, Map<String, @Nullable Object> inputs) {
        Decisions.Version version = edition.tables().get(table);
        return version == null ? Stream.empty() : decisions.evaluate(version, inputs).stream();
    }

    private static Map<String, @Nullable Object> inputs(String track, LocalDate lawDate) {
        return Map.of("spor", track, "retsdato", lawDate.toString());
    }
}
