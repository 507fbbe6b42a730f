package dk.ankomst.deadlines;

import dk.ankomst.deadlines.DeadlineRow.Dates;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.platform.StaffGroup;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to a deadline beside the rules and the plan: move its date, stop its clock, let it run again, note that a
 * duty is met or not relevant that no task is about. The rule's own date is kept, and every act with its reason; tasks and
 * timers follow in the same transaction.
 */
@Service
@Transactional
public class DeadlinesByHand {

    /** The fields of the forms, as refusals name them. */
    public static final String DUE = "due";

    public static final String FROM = "from";
    public static final String UNTIL = "until";
    public static final String REASON = Reason.FIELD;
    public static final String MET_ON = "metOn";
    public static final String REFERENCE = "reference";

    private static final String BY_PLAN =
            "Pligten noteres af forløbet: løs den opgave, der hører til den. Se den på fristens side.";
    private static final String MOVED_WITHOUT = "Skriv, hvorfor fristen flyttes";
    private static final String STOPPED_WITHOUT = "Skriv, hvorfor fristen sættes i bero";

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_REFERENCE = 200;
    private static final int MOST_YEARS = 10;

    private final Deadlines deadlines;
    private final CountedCases cases;
    private final DeadlineRegister register;
    private final DeadlinePlanner planner;
    private final Recount recount;
    private final Ledger ledger;
    private final ApplicationEventPublisher listeners;

    DeadlinesByHand(
            Deadlines deadlines,
            CountedCases cases,
            DeadlineRegister register,
            DeadlinePlanner planner,
            Recount recount,
            Ledger ledger,
            ApplicationEventPublisher listeners) {
        this.deadlines = deadlines;
        this.cases = cases;
        this.register = register;
        this.planner = planner;
        this.recount = recount;
        this.ledger = ledger;
        this.listeners = listeners;
    }

    /** Whether the logged-in user may change such a deadline: the leader any, the coordinator what no law gives. */
    public boolean mayChange(DeadlineKind kind) {
        boolean isTheMunicipalitysOwn = kind == DeadlineKind.LOKAL || kind == DeadlineKind.AFTALT;
        return Actor.isIn(StaffGroup.LEDER) || (isTheMunicipalitysOwn && Actor.isIn(StaffGroup.KOORDINATOR));
    }

    /** Whether the logged-in user may note that this duty is met: who answers for it, the coordinator and the leader. */
    public boolean mayMeet(DeadlineView deadline) {
        return mayMeet(deadline.responsible());
    }

    private static boolean mayMeet(@Nullable String responsible) {
        return Actor.isIn(StaffGroup.LEDER)
                || Actor.isIn(StaffGroup.KOORDINATOR)
                || Stream.of(StaffGroup.values())
                        .anyMatch(group -> group.id().equals(responsible) && Actor.isIn(group));
    }

    /**
     * Whether a deadline is one that people note as met by hand: it is open, a rule counts it, and neither a task nor the plan
     * meets it. The takeover and the end of a period pass by themselves.
     */
    public boolean isMetByHand(DeadlineView deadline) {
        return deadline.state().isOpen() && deadline.ruleId() != null && isMetByHand(deadline.duty());
    }

    private boolean isMetByHand(String duty) {
        return !duty.endsWith(DeadlineView.END_OF_PERIOD) && !duty.equals(Trigger.TAKEOVER) && !cases.meetsByPlan(duty);
    }

    /**
     * Notes that a duty is met that no task meets. What is counted from that day is counted again.
     *
     * @param on the day it was met: not before the event that it is counted from, and today or earlier
     * @param reference where the case's papers tell of it; null: nowhere
     * @throws AccessDeniedException when the user may not
     * @throws InputRefused when the duty is met by a task or already met, or the day or reference cannot be used
     */
    public void meet(
            String caseNumber,
            String duty,
            @Nullable Long personId,
            @Nullable LocalDate on,
            @Nullable String reference) {
        DeadlineRow row = withoutTask(caseNumber, duty, personId);
        if (!mayMeet(row.words().responsible())) {
            throw new AccessDeniedException(
                    "Kun den ansvarlige afdeling, koordinator og leder kan notere, at en pligt er opfyldt.");
        }
        if (on == null) {
            throw new InputRefused(MET_ON, "Skriv den dag, pligten blev opfyldt, fx 15.05.2026.");
        }
        LocalDate trigger = row.dates().trigger();
        refuseUnlessBetween(MET_ON, on, trigger == null ? on : trigger, ledger.today());
        String noted = Reason.reference(REFERENCE, reference, LONGEST_REFERENCE);
        deadlines.met(
                caseNumber,
                duty,
                personId,
                on,
                " Noteret i hånden." + (noted == null ? "" : " Reference: " + Reason.asSentence(noted)));
        cases.dutyMet(caseNumber, duty);
    }

    /** Whether the logged-in user may take back what was noted by hand about a duty. */
    public boolean mayReopen() {
        return Actor.isIn(StaffGroup.LEDER);
    }

    /** Whether the logged-in user may take back that this duty was noted by hand as met or not relevant. */
    public boolean mayReopen(DeadlineView deadline) {
        return mayReopen() && isEndedByHand(deadline);
    }

    private boolean isEndedByHand(DeadlineView deadline) {
        boolean isEnded = deadline.state() == DeadlineState.NOT_APPLICABLE
                ? deadline.changes().stream()
                        .reduce((earlier, later) -> later)
                        .filter(last -> last.what() == Change.Kind.NOT_RELEVANT)
                        .isPresent()
                : deadline.state() == DeadlineState.MET || deadline.state() == DeadlineState.MET_LATE;
        return isEnded && deadline.ruleId() != null && isMetByHand(deadline.duty());
    }

    /**
     * Takes back that a duty was noted by hand as met or not relevant: it runs again, or has passed, as its date says. What
     * was counted from the day it was met is counted again.
     *
     * @throws AccessDeniedException when the user is no leader
     * @throws InputRefused when nothing was noted by hand, or without a reason
     */
    public void reopen(String caseNumber, String duty, @Nullable Long personId, String reason) {
        if (!mayReopen()) {
            throw new AccessDeniedException("Kun en leder kan tage en notering om en pligt tilbage.");
        }
        cases.refuseUnlessOpen(caseNumber);
        register.lock(caseNumber);
        DeadlineRow row = register.find(caseNumber, duty, personId)
                .orElseThrow(() -> new InputRefused("", "Sagen har ikke den frist mere. Se sagens frister igen."));
        LocalDate on = row.outcome().metOn();
        if (row.words().ruleId() == null || !isMetByHand(duty)) {
            throw new InputRefused("", BY_PLAN);
        }
        boolean isNoted = deadlines.ofCase(caseNumber).stream()
                .anyMatch(view ->
                        view.duty().equals(duty) && Objects.equals(view.personId(), personId) && isEndedByHand(view));
        if (!isNoted) {
            throw new InputRefused(
                    "",
                    "Pligten er ikke noteret i hånden som opfyldt eller ikke relevant, så der er intet at tage tilbage.");
        }
        String because = Reason.of(reason, "Skriv, hvorfor noteringen tages tilbage", LONGEST_REASON);
        String cause = row.outcome().breachCause();
        boolean isBrokenBefore = cause != null && !cause.equals(Recount.MET_AFTER_DUE);
        DeadlineState state = isBrokenBefore
                ? DeadlineState.BREACHED
                : row.dates().trigger() == null ? DeadlineState.WAITING : DeadlineState.RUNNING;
        ledger.store(
                row,
                // One that has passed and was never recorded as broken is so by the plan's watch, which tells the
                // leader's group.
                isBrokenBefore
                        ? row.reopened(state, row.outcome().breachedAt(), cause)
                        : row.reopened(state, null, null),
                Change.Kind.REOPENED,
                "Noteringen om, at pligten "
                        + (on == null ? "ikke er relevant" : "blev opfyldt den " + DanishDates.inText(on))
                        + ", er taget tilbage. Begrundelse: " + because);
        cases.dutyMet(caseNumber, duty);
        listeners.publishEvent(new DeadlinesMoved(caseNumber));
    }

    /**
     * Ends a duty that no task is about and that turned out not to apply.
     *
     * @throws AccessDeniedException when the user may not; a duty by law is for the leader to judge
     * @throws InputRefused when the duty is met by a task or already met, or without a reason
     */
    public void notRelevant(String caseNumber, String duty, @Nullable Long personId, String reason) {
        DeadlineRow row = withoutTask(caseNumber, duty, personId);
        if (!mayChange(row.words().kind())) {
            throw new AccessDeniedException("Kun en leder kan afgøre, at en lovfrist ikke er relevant.");
        }
        String because = Reason.of(reason, "Skriv, hvorfor pligten ikke er relevant", LONGEST_REASON);
        ledger.store(
                row,
                row.ended(DeadlineState.NOT_APPLICABLE, false),
                Change.Kind.NOT_RELEVANT,
                "Begrundelse: " + because);
    }

    private DeadlineRow withoutTask(String caseNumber, String duty, @Nullable Long personId) {
        cases.refuseUnlessOpen(caseNumber);
        register.lock(caseNumber);
        DeadlineRow row = register.find(caseNumber, duty, personId)
                .orElseThrow(() -> new InputRefused("", "Sagen har ikke den frist mere. Se sagens frister igen."));
        if (row.words().ruleId() == null || !isMetByHand(duty)) {
            throw new InputRefused("", BY_PLAN);
        }
        if (!row.state().isOpen()) {
            throw new InputRefused("", row.state().inSentence() + ", så den kan ikke ændres mere.");
        }
        return row;
    }

    /**
     * Moves the due date of an open deadline. The rule's own date takes a move back.
     *
     * @param to the new date, today or later, or the rule's own
     * @throws AccessDeniedException when the user may not
     * @throws InputRefused when the deadline cannot be moved, or the date or reason cannot be used
     */
    public void move(String caseNumber, String duty, @Nullable Long personId, @Nullable LocalDate to, String reason) {
        DeadlineRow row = changeable(caseNumber, duty, personId);
        List<FieldError> errors = new ArrayList<>();
        check(errors, () -> refuseUnusable(row, to));
        check(errors, () -> Reason.of(reason, MOVED_WITHOUT, LONGEST_REASON));
        if (!errors.isEmpty() || to == null) {
            throw new InputRefused(errors);
        }
        String because = Reason.of(reason, MOVED_WITHOUT, LONGEST_REASON);
        boolean isBack = to.equals(row.dates().byRule()) && row.dates().pausedBecause() == null;
        Dates moved = row.dates().moved(to, planner.actBy(to), isBack ? null : because);
        store(row, moved, Change.Kind.MOVED, isBack ? "Tilbage til reglens dato. Begrundelse: " + because : because);
    }

    private void refuseUnusable(DeadlineRow row, @Nullable LocalDate to) {
        if (to == null) {
            throw new InputRefused(DUE, "Skriv den nye dato, fx 15.05.2026.");
        }
        if (to.equals(row.dueDate())) {
            throw new InputRefused(DUE, "Fristen er allerede den " + DanishDates.inText(to) + ". Vælg en anden dato.");
        }
        if (!to.equals(row.dates().byRule())) {
            refuseUnlessBetween(DUE, to, ledger.today(), ledger.today().plusYears(MOST_YEARS));
        }
    }

    /** Keeps what is wrong with a part of a form, so that all that is wrong is said at once. */
    private static void check(List<FieldError> errors, Runnable part) {
        try {
            part.run();
        } catch (InputRefused refused) {
            errors.addAll(refused.errors());
        }
    }

    /**
     * Stops the clock of a running deadline for a time; it becomes due as many days later.
     *
     * @param from the first day on which it stands still, not after the due date
     * @param until the day on which it runs again
     * @throws InputRefused when the deadline cannot be stopped, or a date or the reason cannot be used
     */
    public void suspend(
            String caseNumber,
            String duty,
            @Nullable Long personId,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        DeadlineRow row = changeable(caseNumber, duty, personId);
        List<FieldError> errors = new ArrayList<>();
        check(errors, () -> pause(row, from, until));
        check(errors, () -> Reason.of(reason, STOPPED_WITHOUT, LONGEST_REASON));
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        String because = Reason.of(reason, STOPPED_WITHOUT, LONGEST_REASON);
        Pause pause = pause(row, from, until);
        long days = ChronoUnit.DAYS.between(pause.from(), pause.until());
        LocalDate due = due(row).plusDays(days);
        store(
                row,
                row.dates().paused(pause, because, due, planner.actBy(due)),
                Change.Kind.SUSPENDED,
                "I bero fra den " + DanishDates.inText(pause.from()) + " til den " + DanishDates.inText(pause.until())
                        + ". Begrundelse: " + because);
    }

    private Pause pause(DeadlineRow row, @Nullable LocalDate from, @Nullable LocalDate until) {
        List<FieldError> missing = new ArrayList<>();
        if (from == null) {
            missing.add(new FieldError(FROM, "Skriv den dag, fristen står i bero fra, fx 15.05.2026."));
        }
        if (until == null) {
            missing.add(
                    new FieldError(UNTIL, "Skriv den dag, fristen løber igen, fx 15.06.2026. Den kan ændres senere."));
        }
        if (from == null || until == null) {
            throw new InputRefused(missing);
        }
        Pause running = row.dates().pause();
        if (running != null && running.until().isAfter(from)) {
            throw new InputRefused(
                    FROM,
                    "Fristen står allerede i bero til den " + DanishDates.inText(running.until())
                            + (row.dates().pausedBecause() == null
                                    ? " efter loven. Vælg den dag eller en senere."
                                    : ". Tag den op igen først, eller vælg den dag eller en senere."));
        }
        LocalDate trigger = row.dates().trigger();
        refuseUnlessBetween(FROM, from, trigger == null ? from : trigger, due(row));
        refuseUnlessBetween(UNTIL, until, from.plusDays(1), from.plusYears(MOST_YEARS));
        return new Pause(from, until);
    }

    /**
     * Lets a deadline whose clock somebody has stopped run again from today.
     *
     * @throws InputRefused when nobody has stopped it, or without a reason
     */
    public void resume(String caseNumber, String duty, @Nullable Long personId, String reason) {
        DeadlineRow row = changeable(caseNumber, duty, personId);
        String because = Reason.of(reason, "Skriv, hvorfor fristen tages op igen", LONGEST_REASON);
        Pause pause = row.dates().pause();
        LocalDate today = ledger.today();
        if (pause == null
                || row.dates().pausedBecause() == null
                || !pause.until().isAfter(today)) {
            throw new InputRefused("", "Fristen er ikke sat i bero af kommunen, så den kan ikke tages op igen.");
        }
        LocalDate stopped = pause.from().isAfter(today) ? pause.from() : today;
        // Who moved the date while the clock stood still has chosen the day itself; one moved before was put off with
        // it.
        boolean isChosen = row.dates().movedBecause() != null && register.isMovedSinceStopped(row.id());
        LocalDate due = isChosen ? due(row) : due(row).minusDays(ChronoUnit.DAYS.between(stopped, pause.until()));
        boolean hasStood = stopped.isAfter(pause.from())
                || (row.dates().movedBecause() == null
                        && !due.equals(row.dates().byRule()));
        store(
                row,
                row.dates()
                        .paused(
                                hasStood ? new Pause(pause.from(), stopped) : null,
                                hasStood ? row.dates().pausedBecause() : null,
                                due,
                                planner.actBy(due)),
                Change.Kind.RESUMED,
                because);
    }

    private DeadlineRow changeable(String caseNumber, String duty, @Nullable Long personId) {
        register.lock(caseNumber);
        DeadlineRow row = register.find(caseNumber, duty, personId)
                .orElseThrow(() -> new InputRefused("", "Sagen har ikke den frist mere. Se sagens frister igen."));
        if (!mayChange(row.words().kind())) {
            throw new AccessDeniedException("Kun en leder kan ændre datoen for en lovfrist.");
        }
        if (duty.equals(Trigger.TAKEOVER)) {
            throw new InputRefused(
                    "",
                    "Overtagelsen følger loven eller en aftale med flygtningen og kan ikke flyttes som en frist."
                            + " Brug 'Aftal tidligere overtagelse' på sagen.");
        }
        if (!row.state().isOpen()) {
            throw new InputRefused("", row.state().inSentence() + ", så datoen kan ikke ændres mere.");
        }
        if (row.dueDate() == null) {
            throw new InputRefused("", "Fristen har ingen dato endnu, så der er ikke noget at ændre.");
        }
        return row;
    }

    private void store(DeadlineRow row, Dates dates, Change.Kind what, String reason) {
        ledger.store(row, row.dated(dates, recount.stateAfter(row, dates, DeadlineState.RUNNING)), what, reason);
        listeners.publishEvent(new DeadlinesMoved(row.caseNumber()));
    }

    private static LocalDate due(DeadlineRow row) {
        LocalDate due = row.dueDate();
        if (due == null) {
            throw new IllegalStateException("Fristen " + row.duty() + " har ingen dato");
        }
        return due;
    }

    private static void refuseUnlessBetween(String field, LocalDate date, LocalDate first, LocalDate last) {
        if (date.isBefore(first) || date.isAfter(last)) {
            throw new InputRefused(
                    field, "Vælg en dag fra " + DanishDates.inText(first) + " til " + DanishDates.inText(last) + ".");
        }
    }
}
