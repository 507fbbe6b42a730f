package dk.ankomst.workflow;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.DateChange;
import dk.ankomst.cases.OwnArrival;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.deadlines.CaseDates;
import dk.ankomst.deadlines.CountedCases;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.Subject;
import dk.ankomst.worklist.DutyTasks;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps register, tasks and timers of a case in step with the case's facts. */
@Component
class DeadlineSteps implements CountedCases {

    private static final String CPR = "cpr";

    private final Cases cases;
    private final Deadlines deadlines;
    private final RunningDates running;
    private final DutyTasks duties;

    DeadlineSteps(Cases cases, Deadlines deadlines, RunningDates running, DutyTasks duties) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.running = running;
        this.duties = duties;
    }

    /** Opens the register of a new case and returns the date of takeover; null while its trigger is unknown. */
    @Nullable
    LocalDate open(String caseNumber, String track) {
        CaseFacts facts = cases.facts(caseNumber);
        CaseDates dates = dates(facts, track, null, List.of(), null);
        LocalDate takeover = deadlines.open(caseNumber, dates, subjects(facts, deadlines.takeover(caseNumber, dates)));
        return keepTakeover(facts, takeover, null);
    }

    @Override
    public Facts facts(String caseNumber) {
        CaseFacts facts = cases.facts(caseNumber);
        List<DeadlineView> all = deadlines.standing(caseNumber);
        LocalDate cpr = cases.cprRegistration(caseNumber);
        Map<Long, CaseDates> own = new HashMap<>();
        facts.persons().forEach(person -> own.put(person.id(), dates(facts, facts.track(), person, all, cpr)));
        return new Facts(dates(facts, facts.track(), null, all, cpr), own);
    }

    @Override
    public void recountWhatRuns(String caseNumber, String reason) {
        Facts counted = facts(caseNumber);
        deadlines.recountWhatRuns(caseNumber, counted.dates(), counted.own(), reason);
        running.follow(caseNumber);
        keepTakeover(cases.facts(caseNumber), deadlines.dueDate(caseNumber, "overtagelse", null), reason);
    }

    /**
     * Counts again after a changed fact; register, due dates and timers move together, the old values are kept. Returns the
     * date of takeover.
     */
    @Nullable
    LocalDate recounted(String caseNumber, String reason) {
        deadlines.reserve(caseNumber);
        CaseFacts facts = cases.facts(caseNumber);
        Facts counted = facts(caseNumber);
        deadlines.judgeAdults(caseNumber, subjects(facts, deadlines.takeover(caseNumber, counted.dates())));
        deadlines.recount(caseNumber, counted.dates(), counted.own(), reason);
        running.follow(caseNumber);
        return keepTakeover(facts, deadlines.dueDate(caseNumber, "overtagelse", null), reason);
    }

    /**
     * The day is known from which the family is registered in CPR: what is counted from it is counted again (integrationsloven
     * § 4, stk. 3). Returns the date of takeover.
     */
    @Nullable
    LocalDate cprRegistered(String caseNumber) {
        boolean isCountedFromIt = deadlines.standing(caseNumber).stream()
                .anyMatch(deadline -> deadline.trigger().equals(CPR) && deadline.ruleId() != null);
        return isCountedFromIt
                ? recounted(caseNumber, "CPR-registreringens dato er noteret")
                : cases.facts(caseNumber).takeover();
    }

    @Override
    public void refuseUnlessOpen(String caseNumber) {
        cases.refuseUnlessOpen(caseNumber);
    }

    @Override
    public boolean meetsByPlan(String duty) {
        return duties.isMetByPlan(duty);
    }

    @Override
    public void dutyMet(String caseNumber, String duty) {
        boolean isStartedByEvent = deadlines.standing(caseNumber).stream()
                .anyMatch(deadline -> deadline.duty().equals(duty) && deadline.event() != null);
        if (isStartedByEvent || isNews(caseNumber, duty)) {
            recounted(caseNumber, "En dato, som andre frister regnes fra, er blevet kendt");
        }
    }

    /** Whether an open deadline is counted from another day of the duty than the one known by now, or from none. */
    private boolean isNews(String caseNumber, String duty) {
        List<DeadlineView> all = deadlines.standing(caseNumber);
        return all.stream()
                .filter(deadline -> deadline.isCountedFrom(duty))
                .filter(deadline -> deadline.state().isOpen())
                .anyMatch(deadline -> !Objects.equals(
                        deadline.triggerDate(),
                        daysOfDuties(all, deadline.personId()).get(duty)));
    }

    /** Opens the register of a member who has joined; who is in it already and has come late is counted again. */
    void addSubject(String caseNumber, long personId) {
        if (deadlines.standing(caseNumber).stream()
                .anyMatch(deadline -> Long.valueOf(personId).equals(deadline.personId()))) {
            recounted(caseNumber, reasonOfNewestChange(caseNumber));
            return;
        }
        CaseFacts facts = cases.facts(caseNumber);
        PersonFacts person = facts.persons().stream()
                .filter(candidate -> candidate.id() == personId)
                .findFirst()
                .orElseThrow();
        deadlines.addSubject(
                caseNumber,
                dates(facts, facts.track(), person, deadlines.standing(caseNumber), cases.cprRegistration(caseNumber)),
                subject(person));
        running.follow(caseNumber);
    }

    /** What is still owed to somebody who has left lapses, with the reason that the case has for it. */
    void personLeft(String caseNumber, long personId) {
        deadlines.lapseOpenOf(caseNumber, personId, reasonOfNewestChange(caseNumber));
        running.follow(caseNumber);
    }

    void lapse(String caseNumber, String reason) {
        deadlines.lapseOpen(caseNumber, reason);
    }

    /** The reason given with the newest change of a date; a Danish sentence of its own when none was given. */
    String reasonOfNewestChange(String caseNumber) {
        List<DateChange> changes = cases.dateChanges(caseNumber);
        String reason =
                changes.isEmpty() ? null : changes.get(changes.size() - 1).reason();
        return reason == null ? "En dato på sagen er ændret" : reason;
    }

    private @Nullable LocalDate keepTakeover(CaseFacts facts, @Nullable LocalDate takeover, @Nullable String reason) {
        if (takeover != null) {
            cases.setTakeover(facts.caseNumber(), takeover, reason);
        }
        return takeover;
    }

    /**
     * The dates that deadlines are counted from. Whoever comes on another day than the family has an arrival of one's own,
     * and whoever joins after the municipality took over the family is taken over
     * on the day of joining (integrationsloven § 4, stk. 3: family-reunified at their CPR registration), and each
     * person's own contract and course start that person's later deadlines.
     *
     * @param person null for the family as a whole
     * @param all the deadlines that the case has so far
     * @param cpr the day from which the family is registered in CPR; it says nothing of who joins later
     */
    private static CaseDates dates(
            CaseFacts facts,
            String track,
            @Nullable PersonFacts person,
            List<DeadlineView> all,
            @Nullable LocalDate cpr) {
        Map<String, LocalDate> others = daysOfDuties(all, person == null ? null : person.id());
        LocalDate takeover = facts.takeover();
        if (person != null && takeover != null && person.joinedOn().isAfter(takeover)) {
            LocalDate joined = person.joinedOn();
            return new CaseDates(track, joined, joined, null, joined, others);
        }
        OwnArrival own = person == null ? null : person.ownArrival();
        if (own != null) {
            return new CaseDates(
                    track, facts.visitation(), facts.takeoverAgreed(), own.expectedOn(), own.arrivedOn(), others);
        }
        if (cpr != null) {
            others.put(CPR, cpr);
        }
        return new CaseDates(
                track, facts.visitation(), facts.takeoverAgreed(), facts.plannedArrival(), facts.arrival(), others);
    }

    /** The days on which duties that others are counted from were first met for a person or for the family. */
    private static Map<String, LocalDate> daysOfDuties(List<DeadlineView> all, @Nullable Long personId) {
        Map<String, LocalDate> days = new HashMap<>();
        all.stream()
                .filter(duty -> all.stream().anyMatch(deadline -> deadline.isCountedFrom(duty.duty())))
                .filter(duty -> duty.personId() == null
                        || personId == null
                        || duty.personId().equals(personId))
                .filter(duty -> duty.state() == DeadlineState.MET || duty.state() == DeadlineState.MET_LATE)
                .sorted(Comparator.comparing(DeadlineView::metOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(duty -> {
                    LocalDate met = duty.metOn();
                    if (met != null) {
                        days.putIfAbsent(duty.duty(), met);
                    }
                });
        return days;
    }

    /** The members, each judged an adult or not as the case will judge them once it has that takeover. */
    private static List<Subject> subjects(CaseFacts facts, @Nullable LocalDate takeover) {
        LocalDate countedFrom = takeover == null ? facts.visitation() : takeover;
        return facts.persons().stream()
                .map(person -> new Subject(person.id(), person.isAdultWhenCountedFrom(countedFrom)))
                .toList();
    }

    private static Subject subject(PersonFacts person) {
        return new Subject(person.id(), person.adult());
    }
}
