package dk.ankomst.deadlines;

import dk.ankomst.deadlines.RuleBook.Edition;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts every deadline of a case. The law is the one in force on the takeover date before any roll, or on the agreed
 * takeover date; until that date is known, the law of the visitation date stands in for it.
 */
@Component
class DeadlinePlanner {

    /**
     * @param takeover the date on which the municipality takes over; null while the event it follows has no date
     * @param deadlines the takeover first, then by due date
     * @param afterEvents what more would be owed if something happened
     */
    record Plan(@Nullable LocalDate takeover, List<CountedDeadline> deadlines, List<DeadlineRule> afterEvents) {}

    /** The row that says when the municipality takes over, and the date whose law applies to everything else. */
    private record Takeover(DeadlineRule rule, LocalDate lawDate, boolean provisional, List<String> notes) {}

    /** What the law of that date lays over the single rules. */
    private record Overlays(List<Reservation> reservations, List<Suspension> suspensions) {}

    private static final Comparator<CountedDeadline> BY_DUE = Comparator.comparing(
                    CountedDeadline::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(counted -> counted.rule().kind())
            .thenComparing(counted -> counted.rule().duty());

    private final RuleBook rules;
    private final DanishCalendar calendar = new DanishCalendar();
    private final DeadlineCounter counter = new DeadlineCounter(calendar);
    private final Explanation explanation = new Explanation(calendar);

    DeadlinePlanner(RuleBook rules) {
        this.rules = rules;
    }

    /** The tables as they stand now. */
    Edition newest() {
        return rules.newest();
    }

    /** The tables as they stood first. */
    Edition oldest() {
        return rules.oldest();
    }

    Decisions.Version version(String table, int number) {
        return rules.version(table, number);
    }

    /** The tables as {@link Edition#text} names them. */
    Edition edition(String text) {
        return rules.edition(text);
    }

    List<RuleSet> ruleSets() {
        return rules.ruleSets(rules.newest());
    }

    /** Reads every table once, so that the first family does not wait for the tables' language to load. */
    void warmUp() {
        List<RuleSet> sets = ruleSets();
        RuleSet newest = sets.get(sets.size() - 1);
        plan(new CaseDates("asylcenter", newest.from(), null, null, null, Map.of()), null, rules.newest());
    }

    /** A task's own date by the table {@code opgavefrist}, counted from the day it arose. */
    LocalDate ownDate(String task, LocalDate arose) {
        RuleBook.TaskTime time = rules.taskTime(task);
        return counter.raw(arose, time.amount(), time.unit());
    }

    /** The last working day on or before a date. */
    LocalDate actBy(LocalDate due) {
        return calendar.workingDayOnOrBefore(due);
    }

    /**
     * @param chosen count by this rule set instead of the one the dates lead to; null: by the dates
     * @param edition the tables to count by
     * @throws InputRefused when no rule says when the municipality takes over
     */
    Plan plan(CaseDates dates, @Nullable RuleSet chosen, Edition edition) {
        Takeover takeover = takeover(dates, chosen, edition);
        Overlays overlays = overlays(dates, takeover, edition);
        List<String> lawNotes = lawNotes(chosen, takeover.provisional());
        List<String> takeoverNotes = new ArrayList<>(takeover.notes());
        takeoverNotes.addAll(lawNotes);
        CountedDeadline first = counted(takeover.rule(), dates, null, overlays, takeoverNotes);

        List<CountedDeadline> counted = new ArrayList<>();
        List<DeadlineRule> duties = rules.duties(edition, dates.track(), takeover.lawDate());
        List<DeadlineRule> afterEvents = rules.afterEvents(edition, dates.track(), takeover.lawDate());
        List<DeadlineRule> owed = new ArrayList<>(duties);
        owed.addAll(started(dates, duties, chosen, edition));
        for (DeadlineRule rule : owed) {
            List<String> notes = rule.ruleSet() == null ? List.of() : lawNotes;
            counted.add(counted(rule, dates, first.due(), overlays, notes));
        }
        counted.sort(BY_DUE);
        counted.add(0, first);
        return new Plan(first.due(), List.copyOf(counted), afterEvents);
    }

    private Overlays overlays(CaseDates dates, Takeover takeover, Edition edition) {
        return new Overlays(
                rules.reservations(edition, dates.track(), takeover.lawDate()),
                rules.suspensions(edition, dates.track(), takeover.lawDate()));
    }

    /**
     * What is owed because of an event that was reported, by the law of the day on which it happened; empty when the tables
     * count nothing from it.
     */
    List<CountedDeadline> after(ReportedEvent event, CaseDates dates, Edition edition) {
        List<DeadlineRule> owed = rulesAfter(event.event(), event.happenedOn(), dates, edition);
        if (owed.isEmpty()) {
            return List.of();
        }
        Map<String, LocalDate> others = new HashMap<>(dates.others());
        others.put(event.event(), event.happenedOn());
        CaseDates withEvent = new CaseDates(
                dates.track(),
                dates.visitation(),
                dates.takeoverAgreed(),
                dates.plannedArrival(),
                dates.arrival(),
                others);
        Takeover takeover = takeover(dates, null, edition);
        Overlays overlays = overlays(dates, takeover, edition);
        LocalDate takenOver =
                counted(takeover.rule(), dates, null, overlays, List.of()).due();
        return owed.stream()
                .map(rule ->
                        counted(rule, withEvent, takenOver, overlays, List.of()).of(event))
                .toList();
    }

    /** The rows that count from an event which happens on that day. */
    List<DeadlineRule> rulesAfter(String event, LocalDate happenedOn, CaseDates dates, Edition edition) {
        return rulesAfterEvents(happenedOn, dates, edition).stream()
                .filter(rule -> rule.trigger().equals(event))
                .toList();
    }

    /** The rows that count from an event which people report, by the law of a day. */
    List<DeadlineRule> rulesAfterEvents(LocalDate day, CaseDates dates, Edition edition) {
        return rules.afterEvents(edition, dates.track(), lawDate(day, rules.ruleSets(edition), null)).stream()
                .filter(rule -> Trigger.isDuty(rule.trigger()))
                .toList();
    }

    /** The rule sets of an edition, the oldest first. */
    List<RuleSet> ruleSets(Edition edition) {
        return rules.ruleSets(edition);
    }

    /** What the case owes because something has happened in it, by the law of the day on which it did. */
    private List<DeadlineRule> started(
            CaseDates dates, List<DeadlineRule> duties, @Nullable RuleSet chosen, Edition edition) {
        Set<String> ofTheCase = duties.stream().map(DeadlineRule::duty).collect(Collectors.toSet());
        Map<LocalDate, Set<String>> events = new TreeMap<>();
        dates.others().forEach((event, date) -> {
            if (Trigger.isDuty(event) && !ofTheCase.contains(event)) {
                events.computeIfAbsent(date, day -> new TreeSet<>()).add(event);
            }
        });
        List<DeadlineRule> started = new ArrayList<>();
        events.forEach((date, names) -> {
            LocalDate lawDate = lawDate(date, rules.ruleSets(edition), chosen);
            rules.afterEvents(edition, dates.track(), lawDate).stream()
                    .filter(rule -> names.contains(rule.trigger()))
                    .forEach(started::add);
        });
        return started;
    }

    /**
     * What keeps a new case from being counted; the fields are {@code visitation} and {@code takeover}.
     *
     * @param chosen as for {@link #plan}
     * @param edition as for {@link #plan}
     */
    List<FieldError> objections(CaseDates dates, @Nullable RuleSet chosen, Edition edition) {
        try {
            LawTakeover byLaw = takeoverByLaw(dates, chosen, edition);
            DeadlineCounter.Counted counted = byLaw.counted();
            LocalDate agreed = dates.takeoverAgreed();
            // integrationsloven § 4, stk. 3: the takeover is the registration, which nobody can agree away.
            if (agreed != null && !byLaw.isFromVisitation()) {
                return List.of(new FieldError(
                        Deadlines.AGREED,
                        "På dette spor overtager kommunen ansvaret ved "
                                + Trigger.words(byLaw.rule().trigger())
                                + ", så der kan ikke aftales en anden dato. Lad feltet stå tomt."));
            }
            // integrationsloven § 4, stk. 2: the refugee's consent can only make the takeover earlier.
            if (agreed != null && counted != null && byLaw.isFromVisitation() && agreed.isAfter(counted.due())) {
                return List.of(new FieldError(
                        Deadlines.AGREED,
                        "Overtagelsen kan kun aftales tidligere end lovens seneste dato, "
                                + DanishDates.inText(counted.due())
                                + ". Vælg en tidligere dato, eller lad feltet stå tomt."));
            }
            takeover(dates, chosen, edition);
            return List.of();
        } catch (InputRefused refused) {
            return refused.errors();
        }
    }

    /** When the municipality takes over without an agreement; not counted while its event has no date. */
    private record LawTakeover(DeadlineRule rule, LocalDate lawDate, DeadlineCounter.@Nullable Counted counted) {

        boolean isFromVisitation() {
            return rule.trigger().equals(Trigger.VISITATION);
        }
    }

    private LawTakeover takeoverByLaw(CaseDates dates, @Nullable RuleSet chosen, Edition edition) {
        List<RuleSet> sets = rules.ruleSets(edition);
        LocalDate lawDate = lawDate(dates.visitation(), sets, chosen);
        DeadlineRule byLaw = row(dates, lawDate, false, edition);
        DeadlineCounter.Counted counted = count(byLaw, Trigger.date(byLaw.trigger(), dates, null));
        // The row in force at the visitation may have been replaced before the date it leads to: read that date's row.
        for (int reread = 0; counted != null && reread < sets.size(); reread++) {
            LocalDate reached = lawDate(counted.raw(), sets, chosen);
            boolean sameLaw = setOf(reached, sets).equals(setOf(lawDate, sets));
            lawDate = reached;
            if (sameLaw) {
                break;
            }
            byLaw = row(dates, lawDate, false, edition);
            counted = count(byLaw, Trigger.date(byLaw.trigger(), dates, null));
        }
        return new LawTakeover(byLaw, lawDate, counted);
    }

    private Takeover takeover(CaseDates dates, @Nullable RuleSet chosen, Edition edition) {
        LawTakeover byLaw = takeoverByLaw(dates, chosen, edition);
        DeadlineCounter.Counted counted = byLaw.counted();
        LocalDate agreed = dates.takeoverAgreed();
        if (agreed == null || counted == null || !byLaw.isFromVisitation() || agreed.equals(counted.due())) {
            return new Takeover(byLaw.rule(), byLaw.lawDate(), counted == null, List.of());
        }
        LocalDate agreedLawDate = lawDate(agreed, rules.ruleSets(edition), chosen);
        String note = agreed.isAfter(counted.due())
                ? "Datoen ligger efter lovens seneste dato, " + DanishDates.inText(counted.due()) + ": tjek den."
                : "Uden aftalen var datoen " + DanishDates.withDay(counted.due()) + ".";
        return new Takeover(row(dates, agreedLawDate, true, edition), agreedLawDate, false, List.of(note));
    }

    private DeadlineRule row(CaseDates dates, LocalDate lawDate, boolean byAgreement, Edition edition) {
        return rules.takeover(edition, dates.track(), lawDate).stream()
                .filter(rule -> rule.trigger().equals(Trigger.AGREEMENT) == byAgreement)
                .findFirst()
                .orElseThrow(() -> new InputRefused(
                        byAgreement ? "takeover" : "visitation",
                        "Der er ingen regel for, hvornår kommunen overtager ansvaret"
                                + (byAgreement ? " efter aftale" : "") + " på sporet " + dates.track()
                                + " efter loven den "
                                + DanishDates.inText(lawDate)
                                + (byAgreement ? ". Lad den aftalte dato stå tom." : ". Vælg en senere dato.")));
    }

    private CountedDeadline counted(
            DeadlineRule rule, CaseDates dates, @Nullable LocalDate takeover, Overlays overlays, List<String> notes) {
        LocalDate triggerDate = Trigger.date(rule.trigger(), dates, takeover);
        DeadlineCounter.Counted byRule = count(rule, triggerDate);
        boolean confirmed = rule.status().isConfirmed();
        List<String> all = new ArrayList<>();
        for (Reservation reservation : overlays.reservations()) {
            if (reservation.concerns(rule)) {
                all.add("Forbehold: " + reservation.text());
                confirmed &= !reservation.unconfirmed();
            }
        }
        Pause pause = null;
        Suspension suspension = overlays.suspensions().stream()
                .filter(candidate -> candidate.concerns(rule))
                .findFirst()
                .orElse(null);
        if (suspension != null && triggerDate != null && byRule != null) {
            pause = pause(suspension, Trigger.date(suspension.trigger(), dates, takeover), triggerDate, byRule);
            all.addAll(explanation.of(suspension, pause, byRule.due()));
            confirmed &= pause == null || !suspension.unconfirmed();
        }
        all.addAll(notes);
        boolean planned = Trigger.isPlanned(rule.trigger(), dates);
        if (byRule != null && Trigger.isArrivalInstead(rule.trigger(), dates)) {
            all.add("Datoen for " + Trigger.words(rule.trigger()) + " er ikke noteret, så ankomstens dato er brugt.");
        }
        LocalDate start = suspension == null || pause == null || triggerDate == null
                ? triggerDate
                : startAfter(suspension, pause, triggerDate);
        DeadlineCounter.Counted counted = count(rule, start);
        return new CountedDeadline(
                rule,
                triggerDate,
                counted == null ? null : counted.due(),
                counted == null ? null : counted.actBy(),
                pause,
                planned,
                confirmed,
                explanation.of(rule, triggerDate, start, counted, planned, all),
                null);
    }

    /** When the clock stands still; null when it does not, or before the deadline begins or after it has passed. */
    private static @Nullable Pause pause(
            Suspension suspension, @Nullable LocalDate from, LocalDate triggerDate, DeadlineCounter.Counted byRule) {
        if (from == null || suspension.months() == 0) {
            return null;
        }
        Pause pause = new Pause(from, from.plusMonths(suspension.months()));
        return triggerDate.isBefore(pause.until()) && !byRule.due().isBefore(pause.from()) ? pause : null;
    }

    /** The day to count from: what had run before the pause has run. */
    private static LocalDate startAfter(Suspension suspension, Pause pause, LocalDate triggerDate) {
        return triggerDate.isBefore(pause.from()) ? triggerDate.plusMonths(suspension.months()) : pause.until();
    }

    private DeadlineCounter.@Nullable Counted count(DeadlineRule rule, @Nullable LocalDate start) {
        Integer amount = rule.amount();
        CountUnit unit = rule.unit();
        return amount == null || unit == null || start == null ? null : counter.count(start, amount, unit, rule.roll());
    }

    private static List<String> lawNotes(@Nullable RuleSet chosen, boolean provisional) {
        if (chosen != null) {
            return List.of("Regnet efter regelsættet " + chosen.code() + ", som er valgt.");
        }
        return provisional
                ? List.of("Reglerne er foreløbigt valgt efter visitationen, fordi overtagelsen endnu ikke har en dato.")
                : List.of();
    }

    private static LocalDate lawDate(LocalDate date, List<RuleSet> sets, @Nullable RuleSet chosen) {
        return chosen == null ? setOf(date, sets).nearest(date) : chosen.nearest(date);
    }

    private static RuleSet setOf(LocalDate date, List<RuleSet> sets) {
        return sets.stream()
                .filter(set -> set.covers(date))
                .findFirst()
                .orElseThrow(() -> new InputRefused(
                        "visitation",
                        "Reglerne for " + DanishDates.inText(date) + " kendes ikke. De kendes fra "
                                + DanishDates.inText(sets.get(0).from()) + "."));
    }
}
