package dk.ankomst.deadlines;

import dk.ankomst.deadlines.DeadlineRow.Dates;
import dk.ankomst.deadlines.RuleBook.Edition;
import dk.ankomst.platform.DanishDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what a count from the facts of today would change of a case's deadlines, and changes nothing. */
@Component
class Recount {

    static final String MET_AFTER_DUE = "Pligten blev opfyldt efter fristen.";
    private static final String MOVE_LAPSED =
            " Den dato, som fristen var flyttet til i hånden, gælder ikke mere, fordi reglens dato er en anden.";

    /**
     * @param steps what comes out differently
     * @param reworded where only the words differ, e.g. the planned arrival has become the actual one
     * @param late what the case is owed on top
     */
    record Outcome(List<Ledger.Step> steps, List<DeadlineRow> reworded, List<DeadlineRow> late) {

        /** Without what was met or passed: that was so by the rules of its time. */
        Outcome ofWhatRuns() {
            return new Outcome(
                    steps.stream().filter(step -> runs(step.before())).toList(),
                    reworded.stream().filter(Outcome::runs).toList(),
                    late);
        }

        private static boolean runs(DeadlineRow row) {
            return row.state() == DeadlineState.WAITING || row.state().isRunning();
        }
    }

    private final DeadlinePlanner planner;
    private final DeadlineRegister register;
    private final EventStore events;
    private final Ledger ledger;

    Recount(DeadlinePlanner planner, DeadlineRegister register, EventStore events, Ledger ledger) {
        this.planner = planner;
        this.register = register;
        this.events = events;
        this.ledger = ledger;
    }

    /**
     * @param own as for {@link Deadlines#recount}
     * @param edition the tables to count by
     */
    Outcome of(String caseNumber, CaseDates dates, Map<Long, CaseDates> own, Edition edition, String reason) {
        Map<String, DeadlineRow> known = new HashMap<>();
        register.ofCase(caseNumber).forEach(row -> known.put(key(row.duty(), row.person()), row));
        Map<CaseDates, List<Subject>> byDates = new LinkedHashMap<>();
        byDates.put(dates, new ArrayList<>());
        for (Subject subject : register.subjects(caseNumber)) {
            byDates.computeIfAbsent(own.getOrDefault(subject.personId(), dates), key -> new ArrayList<>())
                    .add(subject);
        }
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        byDates.forEach((theirs, persons) -> {
            for (CountedDeadline counted : planner.plan(theirs, null, edition).deadlines()) {
                DeadlineScope scope = counted.rule().scope();
                if (scope != DeadlineScope.SAG || theirs.equals(dates)) {
                    add(caseNumber, counted, scope.owedTo(persons), known, reason, outcome);
                }
            }
        });
        events.holding(caseNumber)
                .forEach(event -> addStarted(caseNumber, event, dates, own, edition, known, reason, outcome));
        end(known, reason, outcome);
        return outcome;
    }

    /**
     * As {@link #of}, but only what a reported event started.
     *
     * @param number the event's in the case
     */
    Outcome ofEvent(
            String caseNumber, int number, CaseDates dates, Map<Long, CaseDates> own, Edition edition, String reason) {
        Map<String, DeadlineRow> known = new HashMap<>();
        register.ofCase(caseNumber).stream()
                .filter(row -> Objects.equals(row.event(), number))
                .forEach(row -> known.put(key(row.duty(), row.person()), row));
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        events.holding(caseNumber).stream()
                .filter(event -> event.number() == number)
                .forEach(event -> addStarted(caseNumber, event, dates, own, edition, known, reason, outcome));
        end(known, reason, outcome);
        return outcome;
    }

    List<Change> write(Outcome outcome, String reason) {
        register.update(outcome.reworded());
        List<Change> changes = new ArrayList<>(ledger.write(outcome.steps()));
        changes.addAll(ledger.openLate(outcome.late(), reason));
        return changes;
    }

    /** What an event started, and what in turn is counted from the days on which that was met. */
    private void addStarted(
            String caseNumber,
            ReportedEvent event,
            CaseDates dates,
            Map<Long, CaseDates> own,
            Edition edition,
            Map<String, DeadlineRow> known,
            String reason,
            Outcome outcome) {
        List<Subject> subjects = register.subjects(caseNumber);
        Stream<ReportedEvent> met = register.ofCase(caseNumber).stream()
                .filter(row -> Objects.equals(row.event(), event.number()))
                .map(event::afterMeeting)
                .filter(Objects::nonNull);
        Stream.concat(Stream.of(event), met).forEach(happened -> {
            CaseDates theirs = own.getOrDefault(happened.person(), dates);
            for (CountedDeadline counted : planner.after(happened, theirs, edition)) {
                add(caseNumber, counted, happened.owes(counted.rule().scope(), subjects), known, reason, outcome);
            }
        });
    }

    private void add(
            String caseNumber,
            CountedDeadline counted,
            List<Long> owedTo,
            Map<String, DeadlineRow> known,
            String reason,
            Outcome outcome) {
        for (long person : owedTo) {
            DeadlineRow row = known.remove(key(counted.duty(), person));
            if (row == null) {
                outcome.late().add(DeadlineRow.opened(caseNumber, person, counted));
            } else {
                add(row, recounted(row, counted), reason, outcome);
            }
        }
    }

    private static void end(Map<String, DeadlineRow> known, String reason, Outcome outcome) {
        for (DeadlineRow row : known.values()) {
            // No rule names the duty on the new dates: another law applies now.
            if (row.state().isOpen() && row.words().ruleId() != null) {
                outcome.steps()
                        .add(new Ledger.Step(
                                row,
                                row.ended(DeadlineState.NOT_APPLICABLE, true),
                                Change.Kind.NOT_APPLICABLE,
                                Reason.asSentence(reason) + " Reglerne har ikke pligten for sagen mere."));
            }
        }
    }

    private static void add(DeadlineRow row, DeadlineRow after, String reason, Outcome outcome) {
        if (after.isAnotherDateThan(row)) {
            boolean isMoveLapsed =
                    row.dates().movedBecause() != null && after.dates().movedBecause() == null;
            // A breach of what is still to be met is among the changes already.
            boolean isBreachGone = row.state() == DeadlineState.MET_LATE && after.state() == DeadlineState.MET;
            String remarks = (isMoveLapsed ? MOVE_LAPSED : "") + (isBreachGone ? breachThen(row) : "");
            outcome.steps()
                    .add(new Ledger.Step(
                            row,
                            after,
                            Change.Kind.RECOUNTED,
                            remarks.isEmpty() ? reason : Reason.asSentence(reason) + remarks));
        } else if (!after.equals(row)) {
            outcome.reworded().add(after);
        }
    }

    /** A breach that the new date undoes is told among the changes. */
    private static String breachThen(DeadlineRow row) {
        LocalDate due = row.dueDate();
        LocalDate on = row.outcome().metOn();
        return due == null
                ? ""
                : " Med fristen den " + DanishDates.inText(due) + " var den noteret som "
                        + row.state().danish() + (on == null ? "." : " den " + DanishDates.inText(on) + ".");
    }

    private DeadlineRow recounted(DeadlineRow row, CountedDeadline counted) {
        if (isCounted(row)) {
            Dates dates = datesAfter(row, counted);
            return row.recounted(counted, dates, stateAfter(row, dates, counted.state()));
        }
        return isMetByRule(row) && !counted.planned() ? metRecounted(row, counted) : row;
    }

    /** Whether a recount may touch a row: counted by a rule and open, or ended only because the tables had no rule. */
    private static boolean isCounted(DeadlineRow row) {
        return row.words().ruleId() != null
                && (row.state().isOpen()
                        || (row.state() == DeadlineState.NOT_APPLICABLE
                                && row.outcome().superseded()));
    }

    private static boolean isMetByRule(DeadlineRow row) {
        return row.words().ruleId() != null
                && (row.state() == DeadlineState.MET || row.state() == DeadlineState.MET_LATE);
    }

    /**
     * What people did to a date stands as long as the rule gives the same date. When it gives another one, a moved date
     * was chosen against what no longer holds; a clock that was stopped has stood still all the same.
     */
    private Dates datesAfter(DeadlineRow row, CountedDeadline counted) {
        Dates before = row.dates();
        Dates byRule = Dates.of(counted);
        LocalDate due = counted.due();
        if (!before.isChangedByHand()) {
            return byRule;
        }
        if (Objects.equals(before.byRule(), due)) {
            return new Dates(
                    counted.triggerDate(),
                    due,
                    before.due(),
                    before.actBy(),
                    before.pause(),
                    before.movedBecause(),
                    before.pausedBecause());
        }
        if (before.pausedBecause() == null || due == null) {
            return byRule;
        }
        LocalDate later = due.plusDays(before.daysPausedByHand());
        return byRule.paused(before.pause(), before.pausedBecause(), later, planner.actBy(later));
    }

    /** The state of an open deadline on other dates: what is passed stays passed. */
    DeadlineState stateAfter(DeadlineRow row, Dates dates, DeadlineState otherwise) {
        LocalDate due = dates.due();
        boolean stillPassed = row.state() == DeadlineState.BREACHED
                && due != null
                && ledger.today().isAfter(due);
        return stillPassed ? DeadlineState.BREACHED : otherwise;
    }

    /** A met duty on its final date. The takeover is met by its day alone, so it moves along with it. */
    private DeadlineRow metRecounted(DeadlineRow row, CountedDeadline counted) {
        Dates dates = datesAfter(row, counted);
        LocalDate due = dates.due();
        DeadlineRow moved = row.recounted(counted, dates, row.state());
        if (row.duty().equals(Trigger.TAKEOVER) && due != null) {
            return due.isAfter(ledger.today())
                    ? row.recounted(counted, dates, DeadlineState.RUNNING)
                    : moved.met(due, DeadlineState.MET, null, null);
        }
        LocalDate on = row.outcome().metOn();
        if (on == null) {
            return row;
        }
        if (due == null || !on.isAfter(due)) {
            return moved.met(on, DeadlineState.MET, null, null);
        }
        Instant breachedAt = row.outcome().breachedAt() == null
                ? ledger.now()
                : row.outcome().breachedAt();
        String cause = row.outcome().breachCause() == null
                ? MET_AFTER_DUE
                : row.outcome().breachCause();
        return moved.met(on, DeadlineState.MET_LATE, breachedAt, cause);
    }

    private static String key(String duty, long person) {
        return person + "/" + duty;
    }
}
