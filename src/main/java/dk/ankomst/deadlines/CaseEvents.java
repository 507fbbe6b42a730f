package dk.ankomst.deadlines;

import dk.ankomst.deadlines.CountedCases.Facts;
import dk.ankomst.deadlines.RuleBook.Edition;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens in a case without a task that brings it, e.g. a complaint: reported by people, it starts the deadlines that the
 * tables count from it. Who may do so is judged where the request comes in.
 */
@Service
@Transactional
public class CaseEvents {

    /** The fields of the forms, as refusals name them. */
    public static final String EVENT = "event";

    public static final String DATE = "date";
    public static final String PERSON = "person";
    public static final String REFERENCE = "reference";
    public static final String REASON = Reason.FIELD;

    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_REASON = 1000;

    /** New law begins on such days; what may be reported is asked of the tables for each of them since the visitation. */
    private static final List<Month> LAW_BEGINS = List.of(Month.JANUARY, Month.APRIL, Month.JULY, Month.OCTOBER);

    /**
     * What may be reported.
     *
     * @param event its name in the tables
     * @param words the event in Danish, in the definite form
     * @param concerns whom: the family as a whole, or one person, who may have to be an adult or a child
     * @param duties the Danish names of what it starts
     */
    public record Choice(String event, String words, DeadlineScope concerns, List<String> duties) {}

    /**
     * A report.
     *
     * @param event its name in the tables
     * @param date the day on which it happened
     * @param personId whom it concerns, when it concerns one person
     * @param reference where the case's papers tell of it
     */
    public record Report(
            @Nullable String event,
            @Nullable LocalDate date,
            @Nullable Long personId,
            @Nullable String reference) {}

    /** A report that can be kept, and what it starts. */
    private record Checked(
            String event,
            String words,
            LocalDate date,
            @Nullable Long personId,
            @Nullable String reference,
            List<CountedDeadline> starts) {}

    private final EventStore events;
    private final DeadlineRegister register;
    private final DeadlinePlanner planner;
    private final CaseEditions editions;
    private final Recount recount;
    private final Ledger ledger;
    private final CountedCases cases;
    private final ApplicationEventPublisher listeners;

    CaseEvents(
            EventStore events,
            DeadlineRegister register,
            DeadlinePlanner planner,
            CaseEditions editions,
            Recount recount,
            Ledger ledger,
            CountedCases cases,
            ApplicationEventPublisher listeners) {
        this.events = events;
        this.register = register;
        this.planner = planner;
        this.editions = editions;
        this.recount = recount;
        this.ledger = ledger;
        this.cases = cases;
        this.listeners = listeners;
    }

    /** What has been reported on a case, in that order, also what was taken back. */
    @Transactional(readOnly = true)
    public List<CaseEvent> ofCase(String caseNumber) {
        return events.ofCase(caseNumber);
    }

    /**
     * The open deadlines that events started, the earliest first.
     *
     * @param reportedBy by whom the events were reported; null: anybody
     */
    @Transactional(readOnly = true)
    public List<StartedDeadline> started(@Nullable String reportedBy, int limit) {
        return register.started(reportedBy, limit);
    }

    /** What can have happened in a case between its visitation and today, by the tables that it is counted by. */
    @Transactional(readOnly = true)
    public List<Choice> choices(String caseNumber) {
        CaseDates dates = cases.facts(caseNumber).dates();
        Edition edition = editions.of(caseNumber);
        Map<String, List<DeadlineRule>> byEvent = new LinkedHashMap<>();
        Set<String> ofTheCase = register.ofCase(caseNumber).stream()
                .filter(row -> row.event() == null)
                .map(DeadlineRow::duty)
                .collect(Collectors.toSet());
        for (LocalDate day : daysOfLaw(dates, edition)) {
            planner.rulesAfterEvents(day, dates, edition).stream()
                    .filter(rule -> !ofTheCase.contains(rule.trigger()))
                    .forEach(rule -> byEvent.computeIfAbsent(rule.trigger(), event -> new ArrayList<>())
                            .add(rule));
        }
        return byEvent.entrySet().stream()
                .map(entry -> choice(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Choice choice(String event, List<DeadlineRule> rules) {
        return new Choice(
                event,
                // The newest law last.
                rules.get(rules.size() - 1).triggerInWords(),
                concerns(rules),
                rules.stream().map(DeadlineRule::name).distinct().toList());
    }

    private static DeadlineScope concerns(List<DeadlineRule> rules) {
        List<DeadlineScope> scopes = rules.stream()
                .map(DeadlineRule::scope)
                .filter(scope -> scope != DeadlineScope.SAG)
                .distinct()
                .toList();
        return scopes.isEmpty() ? DeadlineScope.SAG : scopes.size() == 1 ? scopes.get(0) : DeadlineScope.PERSON;
    }

    private NavigableSet<LocalDate> daysOfLaw(CaseDates dates, Edition edition) {
        LocalDate first = dates.visitation();
        LocalDate today = ledger.today();
        NavigableSet<LocalDate> days = new TreeSet<>(Set.of(first, today));
        planner.ruleSets(edition).forEach(set -> days.add(set.from()));
        for (int year = first.getYear(); year <= today.getYear(); year++) {
            for (Month month : LAW_BEGINS) {
                days.add(LocalDate.of(year, month, 1));
            }
        }
        return days.subSet(first, true, today.isBefore(first) ? first : today, true);
    }

    /**
     * The deadlines that a report would start; nothing is kept.
     *
     * @throws InputRefused as {@link #report}
     */
    @Transactional(readOnly = true)
    public List<Preview.Line> preview(String caseNumber, Report report) {
        return check(caseNumber, report, editions.of(caseNumber)).starts().stream()
                .map(Preview.Line::of)
                .toList();
    }

    /**
     * Keeps a report and opens the deadlines that it starts; tasks and timers follow in the same transaction.
     *
     * @return the number of the event in the case
     * @throws InputRefused with a Danish sentence for each field that cannot be used, or when the case takes no more changes
     */
    public int report(String caseNumber, Report report) {
        cases.refuseUnlessOpen(caseNumber);
        register.lock(caseNumber);
        Checked checked = check(caseNumber, report, editions.keptFor(caseNumber));
        ReportedEvent event = events.add(
                caseNumber, checked.event(), checked.words(), checked.date(), checked.personId(), checked.reference());
        String reason = "Hændelsen er meldt: " + checked.words() + " den " + DanishDates.inText(checked.date()) + "."
                + (checked.reference() == null ? "" : " Reference: " + Reason.asSentence(checked.reference()));
        ledger.openLate(
                checked.starts().stream()
                        .map(counted -> counted.of(event))
                        .flatMap(counted -> event.owes(counted.rule().scope(), register.subjects(caseNumber)).stream()
                                .map(person -> DeadlineRow.opened(caseNumber, person, counted)))
                        .toList(),
                reason);
        listeners.publishEvent(new DeadlinesMoved(caseNumber));
        return event.number();
    }

    /**
     * Corrects the day of an event; what it started is counted again.
     *
     * @throws InputRefused when there is no such event, or the day or reason cannot be used
     */
    public void correct(String caseNumber, int number, @Nullable LocalDate date, String reason) {
        cases.refuseUnlessOpen(caseNumber);
        register.lock(caseNumber);
        CaseEvent event = holding(caseNumber, number);
        Facts facts = cases.facts(caseNumber);
        List<FieldError> errors = new ArrayList<>();
        LocalDate right = day(date, facts.dates(), errors);
        if (right != null && right.equals(event.happenedOn())) {
            errors.add(new FieldError(
                    DATE,
                    "Hændelsen er allerede meldt til den " + DanishDates.inText(right) + ". Vælg en anden dato."));
        }
        String because = "";
        try {
            because = Reason.of(reason, "Skriv, hvorfor datoen rettes", LONGEST_REASON);
        } catch (InputRefused refused) {
            errors.addAll(refused.errors());
        }
        if (!errors.isEmpty() || right == null) {
            throw new InputRefused(errors);
        }
        refuseAfterMet(caseNumber, number, right);
        Edition edition = editions.keptFor(caseNumber);
        if (planner.rulesAfter(event.event(), right, datesOf(event.personId(), facts), edition)
                .isEmpty()) {
            throw new InputRefused(DATE, nothingCounted(right));
        }
        events.correct(caseNumber, event, right, because);
        String why = "Hændelsens dato er rettet til den " + DanishDates.inText(right) + ". Begrundelse: " + because;
        recount.write(recount.ofEvent(caseNumber, number, facts.dates(), facts.own(), edition, why), why);
        listeners.publishEvent(new DeadlinesMoved(caseNumber));
    }

    /** What was met was met after its event: a later day means that one of the two is wrong, or that it was another event. */
    private void refuseAfterMet(String caseNumber, int number, LocalDate right) {
        register.ofCase(caseNumber).stream()
                .filter(row -> Objects.equals(row.event(), number))
                .filter(row -> row.outcome().metOn() != null
                        && right.isAfter(row.outcome().metOn()))
                .findFirst()
                .ifPresent(row -> {
                    throw new InputRefused(
                            DATE,
                            "Pligten '" + row.words().name() + "' er noteret som opfyldt den "
                                    + DanishDates.inText(
                                            Objects.requireNonNull(row.outcome().metOn()))
                                    + ", altså før den dag. Vælg den dag eller en tidligere. Var det en anden hændelse,"
                                    + " så tag denne tilbage, og meld den nye.");
                });
    }

    /**
     * Takes back an event that was reported by mistake: what it started and is still to be met does not apply. What was met
     * stays, and so does the report.
     *
     * @throws InputRefused when there is no such event, or the reason cannot be used
     */
    public void withdraw(String caseNumber, int number, String reason) {
        cases.refuseUnlessOpen(caseNumber);
        register.lock(caseNumber);
        CaseEvent event = holding(caseNumber, number);
        String because = Reason.of(reason, "Skriv, hvorfor hændelsen tages tilbage", LONGEST_REASON);
        events.withdraw(caseNumber, event, because);
        String why = "Hændelsen er taget tilbage. Begrundelse: " + because;
        ledger.store(register.ofCase(caseNumber).stream()
                .filter(row ->
                        Objects.equals(row.event(), number) && row.state().isOpen())
                .map(row -> new Ledger.Step(
                        row, row.ended(DeadlineState.NOT_APPLICABLE, false), Change.Kind.NOT_APPLICABLE, why))
                .toList());
        listeners.publishEvent(new DeadlinesMoved(caseNumber));
    }

    private CaseEvent holding(String caseNumber, int number) {
        CaseEvent found = events.ofCase(caseNumber).stream()
                .filter(event -> event.number() == number)
                .findFirst()
                .orElseThrow(() -> new InputRefused("", "Sagen har ikke den hændelse. Se sagens hændelser igen."));
        if (found.withdrawn()) {
            throw new InputRefused("", "Hændelsen er taget tilbage, så den kan ikke ændres mere.");
        }
        return found;
    }

    private Checked check(String caseNumber, Report report, Edition edition) {
        Facts facts = cases.facts(caseNumber);
        List<Choice> choices = choices(caseNumber);
        List<FieldError> errors = new ArrayList<>();
        Choice chosen = choices.stream()
                .filter(choice -> choice.event().equals(report.event()))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            errors.add(new FieldError(
                    EVENT,
                    report.event() == null
                            ? "Vælg, hvad der er sket."
                            : "Ingen frist på sagen regnes fra den hændelse. Vælg en af: "
                                    + choices.stream().map(Choice::event).collect(Collectors.joining(", ")) + "."));
        }
        LocalDate date = day(report.date(), facts.dates(), errors);
        Long person = chosen == null ? null : person(caseNumber, chosen, report.personId(), errors);
        String reference = null;
        try {
            reference = Reason.reference(REFERENCE, report.reference(), LONGEST_REFERENCE);
        } catch (InputRefused refused) {
            errors.addAll(refused.errors());
        }
        if (!errors.isEmpty() || chosen == null || date == null) {
            throw new InputRefused(errors);
        }
        refuseWhatIsKnown(caseNumber, chosen, date, person, reference);
        ReportedEvent event = new ReportedEvent(0, chosen.event(), date, person == null ? DeadlineRow.FAMILY : person);
        List<CountedDeadline> starts = planner.after(event, datesOf(person, facts), edition).stream()
                .filter(counted -> !event.owes(counted.rule().scope(), register.subjects(caseNumber))
                        .isEmpty())
                .toList();
        if (starts.isEmpty()) {
            throw new InputRefused(DATE, nothingCounted(date));
        }
        return new Checked(chosen.event(), starts.get(0).rule().triggerInWords(), date, person, reference, starts);
    }

    private static String nothingCounted(LocalDate date) {
        return "Efter de regler, der gjaldt den " + DanishDates.inText(date)
                + ", regnes ingen frist fra hændelsen. Tjek datoen.";
    }

    private static CaseDates datesOf(@Nullable Long person, Facts facts) {
        return person == null ? facts.dates() : facts.own().getOrDefault(person, facts.dates());
    }

    private @Nullable LocalDate day(@Nullable LocalDate date, CaseDates dates, List<FieldError> errors) {
        if (date == null) {
            errors.add(new FieldError(DATE, "Skriv den dag, det skete, fx 15.05.2026."));
            return null;
        }
        if (date.isAfter(ledger.today())) {
            errors.add(new FieldError(DATE, "Datoen ligger efter i dag. Meld hændelsen, når den er sket."));
            return null;
        }
        if (date.isBefore(dates.visitation())) {
            errors.add(new FieldError(
                    DATE,
                    "Datoen kan ikke ligge før visitationen den " + DanishDates.inText(dates.visitation()) + "."));
            return null;
        }
        return date;
    }

    private @Nullable Long person(String caseNumber, Choice chosen, @Nullable Long personId, List<FieldError> errors) {
        if (chosen.concerns() == DeadlineScope.SAG) {
            if (personId != null) {
                errors.add(new FieldError(
                        PERSON, "Hændelsen angår hele familien og ikke én person. Lad feltet stå tomt."));
            }
            return null;
        }
        Subject subject = register.subjects(caseNumber).stream()
                .filter(known -> Objects.equals(known.personId(), personId))
                .findFirst()
                .orElse(null);
        if (subject == null) {
            errors.add(new FieldError(PERSON, "Vælg det familiemedlem, hændelsen angår."));
        } else if (!chosen.concerns().isOwedTo(subject)) {
            errors.add(new FieldError(
                    PERSON,
                    chosen.concerns() == DeadlineScope.VOKSEN
                            ? "Fristen gælder kun voksne. Vælg en voksen."
                            : "Fristen gælder kun børn. Vælg et barn."));
        }
        return personId;
    }

    private void refuseWhatIsKnown(
            String caseNumber, Choice chosen, LocalDate date, @Nullable Long person, @Nullable String reference) {
        boolean isReported = events.ofCase(caseNumber).stream()
                .anyMatch(known -> !known.withdrawn()
                        && known.event().equals(chosen.event())
                        && known.happenedOn().equals(date)
                        && Objects.equals(known.personId(), person)
                        && Objects.equals(known.reference(), reference));
        if (isReported) {
            throw new InputRefused(
                    EVENT, "Hændelsen er allerede meldt til den dag. Er det en ny, så skriv en anden reference.");
        }
        register.ofCase(caseNumber).stream()
                .filter(row -> row.event() != null
                        && row.state().isOpen()
                        && Objects.equals(row.personId(), person)
                        && row.duty().equals(row.event() + "." + chosen.event()))
                .findFirst()
                .ifPresent(row -> {
                    throw new InputRefused(
                            EVENT,
                            "Sagen har fristen '" + row.words().name()
                                    + "'. Notér den som opfyldt i stedet, så regnes det videre fra den dag.");
                });
    }
}
