package dk.ankomst.deadlines;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The deadlines of every case: counted from the tables, kept in the register, with all that happened to each. */
@Service("deadlineService")
@Transactional
public class Deadlines {

    /** The field of an agreed date of takeover, as the preview names it. */
    public static final String AGREED = "takeover";

    private static final Comparator<DeadlineRow> BY_DUE = Comparator.comparing(
                    DeadlineRow::dueDate, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(row -> row.words().kind())
            .thenComparing(DeadlineRow::id);

    private static final String UNMET_AT_THE_END = "Fristen var passeret uden at være opfyldt, da den bortfaldt";

    private final DeadlinePlanner planner;
    private final DeadlineRegister register;
    private final CaseEditions editions;
    private final Recount recount;
    private final Ledger ledger;

    Deadlines(
            DeadlinePlanner planner, DeadlineRegister register, CaseEditions editions, Recount recount, Ledger ledger) {
        this.planner = planner;
        this.register = register;
        this.editions = editions;
        this.recount = recount;
        this.ledger = ledger;
    }

    /**
     * Counts what a case would get, and creates nothing.
     *
     * @throws InputRefused with a Danish sentence for each field that cannot be used
     */
    public Preview preview(PreviewRequest request) {
        PreviewRequest.Asked asked = request.read(planner.ruleSets());
        List<FieldError> objections = planner.objections(asked.dates(), asked.ruleSet(), planner.newest());
        if (!objections.isEmpty()) {
            throw new InputRefused(objections);
        }
        DeadlinePlanner.Plan plan = planner.plan(asked.dates(), asked.ruleSet(), planner.newest());
        List<FieldError> unused = unused(asked.dates().others().keySet(), plan);
        if (!unused.isEmpty()) {
            throw new InputRefused(unused);
        }
        return new Preview(
                plan.takeover(),
                plan.deadlines().stream().map(Preview.Line::of).toList(),
                plan.afterEvents().stream()
                        .map(rule -> new Preview.FurtherEvent(rule.trigger(), rule.triggerInWords()))
                        .distinct()
                        .toList());
    }

    /** An event that nothing is counted from is a slip of the pen; its date would be ignored unseen. */
    private static List<FieldError> unused(Set<String> events, DeadlinePlanner.Plan plan) {
        Set<String> used = plan.deadlines().stream()
                .map(counted -> counted.rule().trigger())
                .filter(Trigger::isDuty)
                .collect(Collectors.toSet());
        Set<String> usable = new TreeSet<>(used);
        plan.afterEvents().forEach(rule -> usable.add(rule.trigger()));
        return events.stream()
                .filter(event -> !used.contains(event))
                .sorted()
                .map(event -> new FieldError(
                        PreviewRequest.EVENT + event,
                        "Ingen frist regnes fra '" + event + "' med disse datoer. "
                                + (usable.isEmpty()
                                        ? "Lad feltet være."
                                        : "Vælg en af: " + String.join(", ", usable) + ".")))
                .toList();
    }

    /** The rule sets of the catalogue, the oldest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<RuleSet> ruleSets() {
        return planner.ruleSets();
    }

    /**
     * The day on which the municipality takes over by these dates and the tables that the case is counted by; null while
     * the event it follows has no date.
     *
     * @throws InputRefused when no rule says when
     */
    public @Nullable LocalDate takeover(String caseNumber, CaseDates dates) {
        return planner.plan(dates, null, editions.of(caseNumber)).takeover();
    }

    /** Keeps who of a case is an adult, which a moved takeover can change; the next recount gives or ends their duties. */
    public void judgeAdults(String caseNumber, List<Subject> persons) {
        List<Subject> known = register.subjects(caseNumber);
        register.judgeAdults(
                caseNumber,
                persons.stream()
                        .filter(person -> known.contains(new Subject(person.personId(), !person.adult())))
                        .toList());
    }

    /**
     * Waits until nobody else changes the deadlines of a case, and keeps others waiting until the transaction ends. Changes
     * do so by themselves; whoever moves timers with them does it first, so that none is moved away underneath.
     */
    public void reserve(String caseNumber) {
        register.lock(caseNumber);
    }

    /**
     * What keeps the deadlines of a case from being counted: no rules for its dates, or an agreed takeover later than the
     * law's latest. The fields are {@code visitation} and {@link #AGREED}; empty: nothing.
     *
     * @param caseNumber the case, judged by the tables that it is counted by; null: a new one, by the newest
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<FieldError> objections(@Nullable String caseNumber, CaseDates dates) {
        return planner.objections(dates, null, caseNumber == null ? planner.newest() : editions.of(caseNumber));
    }

    /**
     * Counts and stores every deadline of a new case: for the family, for each person, for each adult.
     *
     * @return the takeover date; null while the event it follows has no date (arrival not planned on the tracks where the
     *     takeover follows the CPR registration)
     * @throws InputRefused when no rule says when the municipality takes over
     * @throws org.springframework.dao.DuplicateKeyException when the case already has its deadlines
     */
    public @Nullable LocalDate open(String caseNumber, CaseDates dates, List<Subject> subjects) {
        DeadlinePlanner.Plan plan = planner.plan(dates, null, editions.keptFor(caseNumber));
        register.addSubjects(caseNumber, subjects);
        List<DeadlineRow> rows = new ArrayList<>();
        for (CountedDeadline counted : plan.deadlines()) {
            for (long person : counted.rule().scope().owedTo(subjects)) {
                rows.add(DeadlineRow.opened(caseNumber, person, counted));
            }
        }
        ledger.open(rows);
        return plan.takeover();
    }

    /** Stores the deadlines that a further family member is owed. A member already known changes nothing. */
    public void addSubject(String caseNumber, CaseDates dates, Subject subject) {
        if (register.subjects(caseNumber).stream().anyMatch(known -> known.personId() == subject.personId())) {
            return;
        }
        register.addSubjects(caseNumber, List.of(subject));
        List<DeadlineRow> rows = planner.plan(dates, null, editions.keptFor(caseNumber)).deadlines().stream()
                .filter(counted -> counted.rule().scope() != DeadlineScope.SAG)
                .flatMap(counted -> counted.rule().scope().owedTo(List.of(subject)).stream()
                        .map(person -> DeadlineRow.opened(caseNumber, person, counted)))
                .toList();
        ledger.open(rows);
    }

    /**
     * Counts again after a fact changed. Only what comes out differently is touched; old value, new value, reason, who
     * and when are kept. What is lapsed or agreed is left alone. What is met keeps the day it was met; when its date is no
     * longer a plan it is counted once more, and whether it was met in time follows from that. A breached deadline whose new date is not passed
     * runs again, and its breach stays in its changes. A case is counted by the tables it began with, until somebody takes
     * newer ones, see {@link RuleOffers}.
     *
     * @param own the dates of persons with dates of their own by their ids, e.g. of a member who joined later; everybody
     *     else goes by the family's
     * @param reason a Danish sentence
     * @return the deadlines that changed
     */
    public List<Change> recount(String caseNumber, CaseDates dates, Map<Long, CaseDates> own, String reason) {
        register.lock(caseNumber);
        return recount.write(recount.of(caseNumber, dates, own, editions.keptFor(caseNumber), reason), reason);
    }

    /** As {@link #recount}, but what was met or passed stays as it is: newer tables reach only what runs. */
    public List<Change> recountWhatRuns(String caseNumber, CaseDates dates, Map<Long, CaseDates> own, String reason) {
        register.lock(caseNumber);
        return recount.write(
                recount.of(caseNumber, dates, own, editions.keptFor(caseNumber), reason)
                        .ofWhatRuns(),
                reason);
    }

    /** The due date; null when the case has no such deadline or it has no date yet. */
    @Transactional(readOnly = true)
    public @Nullable LocalDate dueDate(String caseNumber, String duty, @Nullable Long personId) {
        return register.find(caseNumber, duty, personId)
                .map(DeadlineRow::dueDate)
                .orElse(null);
    }

    /**
     * The date that counts for a task or a timer, see {@link OwedDeadline#behind}; null when there is none (yet).
     */
    @Transactional(readOnly = true)
    public @Nullable LocalDate dueFor(String caseNumber, String duty, @Nullable Long personId) {
        return OwedDeadline.behind(register.ofDuty(caseNumber, duty), personId)
                .map(DeadlineRow::dueDate)
                .orElse(null);
    }

    /** What binds to the date that {@link #dueFor} gives; null when it gives none. */
    @Transactional(readOnly = true)
    public @Nullable DeadlineKind kindFor(String caseNumber, String duty, @Nullable Long personId) {
        return OwedDeadline.behind(register.ofDuty(caseNumber, duty), personId)
                .map(row -> row.words().kind())
                .orElse(null);
    }

    /** Whether a duty is still to be met, whether or not it has a date: by this person, or by anybody when none is named. */
    @Transactional(readOnly = true)
    public boolean isOpen(String caseNumber, String duty, @Nullable Long personId) {
        return register.ofDuty(caseNumber, duty).stream()
                .anyMatch(row -> (personId == null || row.person() == personId)
                        && row.state().isOpen());
    }

    /**
     * The persons to whom a duty is owed; empty when it is owed to the family as a whole. Whoever asks is about to change
     * the duty: nobody else changes one of the case until the transaction ends.
     */
    public List<Long> owedTo(String caseNumber, String duty) {
        register.lock(caseNumber);
        return register.ofDuty(caseNumber, duty).stream()
                .map(DeadlineRow::person)
                .filter(person -> person != DeadlineRow.FAMILY)
                .toList();
    }

    /**
     * The date of a task that neither the law nor a local goal gives one: counted from the day it arose, by the table
     * {@code opgavefrist}. It is not kept in the register.
     *
     * @param task the task's code, e.g. {@code fristbrud-opfoelgning}
     */
    public LocalDate ownDate(String task, LocalDate arose) {
        return planner.ownDate(task, arose);
    }

    /**
     * Records that a duty was met. After the due date the state becomes {@link DeadlineState#MET_LATE} and the breach
     * stays; a breach that was recorded although the duty had been met in time moves to the changes. A duty that the case
     * does not have, or that is already met, changes nothing. One that must be done several times is met by the last of
     * them; those before it are kept among its changes.
     *
     * @param on the day it was met, today or earlier
     * @throws InputRefused when the day is in the future
     */
    public void met(String caseNumber, String duty, @Nullable Long personId, LocalDate on) {
        met(caseNumber, duty, personId, on, "");
    }

    /** @param remark what is kept with it, in Danish, a blank before it; empty: nothing */
    void met(String caseNumber, String duty, @Nullable Long personId, LocalDate on, String remark) {
        if (on.isAfter(ledger.today())) {
            throw new InputRefused(
                    "on",
                    "Pligten kan ikke være opfyldt i fremtiden. Angiv en dato senest "
                            + DanishDates.inText(ledger.today()) + ".");
        }
        DeadlineRow row = locked(caseNumber, duty, personId);
        if (row == null || row.state() == DeadlineState.MET || row.state() == DeadlineState.MET_LATE) {
            return;
        }
        LocalDate due = row.dueDate();
        String day = DanishDates.inText(on);
        int times = row.words().times();
        int held = times == 1 ? 1 : register.held(row.id()) + 1;
        if (held < times) {
            ledger.store(
                    row,
                    row,
                    Change.Kind.HELD,
                    "Nummer " + held + " af mindst " + times + ", den " + day + "." + remark);
            return;
        }
        if (due != null && on.isAfter(due)) {
            Instant breachedAt = row.outcome().breachedAt() == null
                    ? ledger.now()
                    : row.outcome().breachedAt();
            String cause = row.outcome().breachCause() == null
                    ? Recount.MET_AFTER_DUE
                    : row.outcome().breachCause();
            ledger.store(
                    row,
                    row.met(on, DeadlineState.MET_LATE, breachedAt, cause),
                    Change.Kind.MET,
                    "Opfyldt den " + day + ", efter fristen den " + DanishDates.inText(due) + "." + remark);
        } else {
            String late = row.state() == DeadlineState.BREACHED
                    ? " Den var registreret som overskredet, men blev opfyldt i tide."
                    : "";
            ledger.store(
                    row,
                    row.met(on, DeadlineState.MET, null, null),
                    Change.Kind.MET,
                    "Opfyldt den " + day + "." + late + remark);
        }
    }

    /**
     * Records that a deadline was passed, once, with the time and the cause.
     *
     * @param cause a Danish sentence
     * @return false when there is nothing to record: no such deadline, no date, not yet passed, met, ended, or recorded
     *     before
     */
    public boolean breach(String caseNumber, String duty, @Nullable Long personId, String cause) {
        DeadlineRow row = locked(caseNumber, duty, personId);
        if (row == null || row.state() != DeadlineState.RUNNING) {
            return false;
        }
        LocalDate due = row.dueDate();
        if (due == null || !ledger.today().isAfter(due)) {
            return false;
        }
        ledger.store(row, row.breached(ledger.now(), cause), Change.Kind.BREACHED, cause);
        return true;
    }

    /**
     * The statutory deadlines of a case that run and that somebody can miss, the earliest first; the end of a period is none.
     *
     * @param exceptDuties duties that are left out too
     */
    @Transactional(readOnly = true)
    public List<DeadlineView> runningStatutory(String caseNumber, Set<String> exceptDuties) {
        return standing(caseNumber).stream()
                .filter(deadline ->
                        deadline.kind() == DeadlineKind.LOV && deadline.state().isRunning())
                .filter(deadline -> deadline.dueDate() != null && !deadline.isEndOfPeriod())
                .filter(deadline -> !exceptDuties.contains(deadline.duty()))
                .sorted(Comparator.comparing(DeadlineView::dueDate, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /**
     * The deadlines of a duty that were recorded as passed and had this date; all that were passed when none has it any more.
     *
     * @param due the date that passed
     */
    @Transactional(readOnly = true)
    public List<DeadlineView> brokenBy(String caseNumber, String duty, LocalDate due) {
        List<DeadlineView> broken = standing(caseNumber).stream()
                .filter(deadline -> deadline.duty().equals(duty) && deadline.breachedAt() != null)
                .toList();
        List<DeadlineView> then = broken.stream()
                .filter(deadline -> due.equals(deadline.dueDate()))
                .toList();
        return then.isEmpty() ? broken : then;
    }

    /**
     * Records what the leader found about a deadline that was passed. It stays on the deadline when that is met late, or
     * runs again; a later judgement takes its place, and the earlier one stays among the changes.
     *
     * @param cause why it was passed, at most 4000 characters
     * @param action what is done about it, by whom and when, at most 4000 characters
     * @return false when the case has no such deadline
     */
    public boolean judged(String caseNumber, String duty, @Nullable Long personId, String cause, String action) {
        DeadlineRow row = locked(caseNumber, duty, personId);
        if (row == null) {
            return false;
        }
        Judgement judgement = new Judgement(cause, action, ledger.now(), Actor.id());
        ledger.store(
                row,
                row.judged(judgement),
                Change.Kind.JUDGED,
                "Leders vurdering. Årsag: " + cause + " Handling: " + action);
        return true;
    }

    /** How many statutory deadlines of all cases have passed and are not met yet. */
    @Transactional(readOnly = true)
    public int brokenByLaw() {
        return register.countBrokenByLaw();
    }

    /** Ends a duty that turned out not to apply, e.g. a health assessment without a need. Met duties are left alone. */
    public void notApplicable(String caseNumber, String duty, @Nullable Long personId, String reason) {
        DeadlineRow row = locked(caseNumber, duty, personId);
        if (row != null && row.state().isOpen()) {
            ledger.store(row, row.ended(DeadlineState.NOT_APPLICABLE, false), Change.Kind.NOT_APPLICABLE, reason);
        }
    }

    /**
     * Ends every open deadline of a case that ends. A breach that was recorded stays visible, and what was passed without
     * one is recorded as passed first: the end of a case hides nothing.
     */
    public void lapseOpen(String caseNumber, String reason) {
        lapse(caseNumber, null, reason);
    }

    /** Ends what is still owed to a person who has left the family, as {@link #lapseOpen} does for all of it. */
    public void lapseOpenOf(String caseNumber, long personId, String reason) {
        lapse(caseNumber, personId, reason);
    }

    private void lapse(String caseNumber, @Nullable Long personId, String reason) {
        register.lock(caseNumber);
        standing(caseNumber).stream()
                .filter(deadline -> personId == null || personId.equals(deadline.personId()))
                .filter(deadline -> deadline.state() == DeadlineState.RUNNING && !deadline.passesByItself())
                .forEach(deadline -> breach(caseNumber, deadline.duty(), deadline.personId(), UNMET_AT_THE_END));
        ledger.store(register.ofCase(caseNumber).stream()
                .filter(row -> row.state().isOpen() && (personId == null || row.person() == personId))
                .map(row -> new Ledger.Step(row, row.ended(DeadlineState.LAPSED, false), Change.Kind.LAPSED, reason))
                .toList());
    }

    /**
     * Stores a date agreed with the family or between departments, or moves one agreed before.
     *
     * @param duty a code of the caller's own, e.g. {@code indsats-7}; unique within the case and person
     * @param name the duty's Danish name
     * @param ground who agreed and where, in Danish, e.g. {@code koordineringsmødet den 1. maj 2026}
     * @throws InputRefused when the code belongs to a duty by law or a local goal, or the duty is already met
     */
    public void agreed(
            String caseNumber, String duty, @Nullable Long personId, String name, LocalDate due, String ground) {
        LocalDate actBy = planner.actBy(due);
        String explanation = "Datoen er aftalt: " + DanishDates.withDay(due) + "."
                + (actBy.equals(due) ? "" : " Handl senest " + DanishDates.withDay(actBy) + ".")
                + " Grundlag: " + ground + ".";
        DeadlineRow agreement = DeadlineRow.agreed(
                caseNumber,
                duty,
                personId == null ? DeadlineRow.FAMILY : personId,
                name,
                due,
                actBy,
                ground,
                explanation);
        DeadlineRow row = locked(caseNumber, duty, personId);
        if (row == null) {
            ledger.open(List.of(agreement));
            return;
        }
        if (row.words().ruleId() != null || !row.state().isOpen()) {
            throw new InputRefused(
                    "due",
                    row.words().ruleId() != null
                            ? "Fristen '" + row.words().name() + "' regnes af reglerne og kan ikke aftales."
                            : "'" + row.words().name() + "' er afsluttet. Aftal en ny indsats i stedet.");
        }
        if (!Objects.equals(row.dueDate(), due) || !row.words().legalGround().equals(ground)) {
            DeadlineState state = recount.stateAfter(row, agreement.dates(), DeadlineState.RUNNING);
            ledger.store(row, row.agreedAgain(agreement, state), Change.Kind.AGREED, "Aftalt på ny: " + ground + ".");
        }
    }

    /** Every deadline of a case with what happened to it: by due date, those without a date last. */
    @Transactional(readOnly = true)
    public List<DeadlineView> ofCase(String caseNumber) {
        Map<Long, List<Change>> changes = register.changes(caseNumber);
        LocalDate today = ledger.today();
        return register.ofCase(caseNumber).stream()
                .sorted(BY_DUE)
                .map(row -> row.view(List.copyOf(changes.getOrDefault(row.id(), List.of())), today))
                .toList();
    }

    /** Every deadline of a case as {@link #ofCase} gives them, but without what happened to each, which takes longer. */
    @Transactional(readOnly = true)
    public List<DeadlineView> standing(String caseNumber) {
        LocalDate today = ledger.today();
        return register.ofCase(caseNumber).stream()
                .sorted(BY_DUE)
                .map(row -> row.view(List.of(), today))
                .toList();
    }

    /** The row as it is now, and until the transaction ends; null when there is none. */
    private @Nullable DeadlineRow locked(String caseNumber, String duty, @Nullable Long personId) {
        register.lock(caseNumber);
        return register.find(caseNumber, duty, personId).orElse(null);
    }
}
