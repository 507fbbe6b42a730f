package dk.ankomst.board;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.CodeList;
import dk.ankomst.cases.DateChange;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.worklist.DecisionRecord;
import dk.ankomst.worklist.DecisionRecords;
import dk.ankomst.worklist.DutyTasks;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dossier that goes with a family to its next municipality, to be printed; for those who may read the case. */
@Controller
@PreAuthorize(Access.MAY_READ)
class HandoverDossierPage {

    private static final Set<String> HEALTH = Set.of("sundhed");
    private static final String MOVED_AWAY = "fraflytning";

    private final Cases cases;
    private final Deadlines deadlines;
    private final DecisionRecords decisions;
    private final DutyTasks duties;
    private final Wording wording;

    HandoverDossierPage(
            Cases cases, Deadlines deadlines, DecisionRecords decisions, DutyTasks duties, Wording wording) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.decisions = decisions;
        this.duties = duties;
        this.wording = wording;
    }

    @GetMapping("/sager/{caseNumber:\\d{4}-\\d+}/overdragelsesdossier")
    String dossier(@PathVariable String caseNumber, Model model) {
        model.addAttribute("dossier", of(caseNumber));
        return "sag-overdragelsesdossier";
    }

    private HandoverDossier of(String caseNumber) {
        CaseFacts facts = cases.facts(caseNumber);
        LocalDate moved = cases.dateChanges(caseNumber).stream()
                .filter(change -> change.which().equals(MOVED_AWAY))
                .map(DateChange::newDate)
                .findFirst()
                .orElse(null);
        LocalDate from = moved == null ? wording.today() : moved;
        Map<Long, String> names =
                facts.persons().stream().collect(Collectors.toMap(PersonFacts::id, PersonFacts::name));
        Set<String> health = duties.dutiesOf(HEALTH);
        List<DeadlineView> told = deadlines.ofCase(caseNumber).stream()
                .filter(view -> !health.contains(view.duty()) && view.state() != DeadlineState.NOT_APPLICABLE)
                .toList();
        return new HandoverDossier(
                caseNumber,
                facts.family(),
                moved == null ? null : "Familien flyttede den " + wording.date(moved) + ".",
                dates(facts),
                facts.persons().stream()
                        .filter(person ->
                                person.leftOn() == null || person.leftOn().equals(moved))
                        .map(this::member)
                        .toList(),
                told.stream()
                        .filter(view -> view.metOn() != null && !view.isEndOfPeriod())
                        .map(view -> duty(view, names))
                        .toList(),
                told.stream()
                        .filter(view -> view.metOn() == null && !view.isEndOfPeriod())
                        .map(view -> duty(view, names))
                        .toList(),
                told.stream()
                        .filter(view -> isLeft(view, from))
                        .map(view -> period(view, names, from))
                        .toList(),
                decisions.ofCase(caseNumber).stream()
                        .filter(record -> record.isByPeople() && !record.sensitive())
                        .map(this::decision)
                        .toList());
    }

    private List<HandoverDossier.Fact> dates(CaseFacts facts) {
        List<HandoverDossier.Fact> dates = new ArrayList<>();
        dates.add(new HandoverDossier.Fact(
                "Opholdskategori", CodeList.RESIDENCE_CATEGORY.label(facts.residenceCategory())));
        add(dates, "Visitation", facts.visitation());
        add(dates, "Kommunen overtog ansvaret", facts.takeover());
        add(dates, "Ankomst", facts.arrival());
        add(dates, "Registreret i CPR fra", cases.cprRegistration(facts.caseNumber()));
        return dates;
    }

    private void add(List<HandoverDossier.Fact> dates, String label, @Nullable LocalDate date) {
        dates.add(new HandoverDossier.Fact(label, date == null ? "Ikke kendt" : wording.date(date)));
    }

    private HandoverDossier.Member member(PersonFacts person) {
        String language = person.interpreterLanguage();
        return new HandoverDossier.Member(
                person.name(),
                wording.date(person.birthDate()),
                CodeList.FAMILY_ROLE.label(person.role()),
                language == null ? "Ikke afklaret" : language);
    }

    private HandoverDossier.Duty duty(DeadlineView view, Map<Long, String> names) {
        LocalDate met = view.metOn();
        LocalDate due = view.dueDate();
        String when = met != null ? wording.date(met) : due == null ? "Ingen dato" : wording.date(due);
        return new HandoverDossier.Duty(
                view.name(),
                who(view, names),
                when,
                view.metOn() == null && view.breachedAt() != null ? "overskredet" : state(view),
                view.legalGround());
    }

    /** What lapses here only because the family moves is still to be done where it comes to. */
    private static String state(DeadlineView view) {
        return view.state() == DeadlineState.LAPSED
                ? "ikke opfyldt"
                : view.state().danish();
    }

    private static boolean isLeft(DeadlineView view, LocalDate from) {
        LocalDate ends = view.dueDate();
        return view.isEndOfPeriod() && view.metOn() == null && ends != null && ends.isAfter(from);
    }

    private HandoverDossier.Period period(DeadlineView view, Map<Long, String> names, LocalDate from) {
        LocalDate ends = Objects.requireNonNull(view.dueDate());
        Period left = from.until(ends);
        return new HandoverDossier.Period(
                view.name(),
                who(view, names),
                wording.date(ends),
                "%d år, %d måneder og %d dage".formatted(left.getYears(), left.getMonths(), left.getDays()));
    }

    private HandoverDossier.Decision decision(DecisionRecord record) {
        String question = record.question();
        return new HandoverDossier.Decision(
                question == null ? record.decisionName() : question,
                record.resultText(),
                wording.time(record.decidedAt()));
    }

    private static String who(DeadlineView view, Map<Long, String> names) {
        return view.personId() == null ? "Hele familien" : names.getOrDefault(view.personId(), "Person uden for sagen");
    }
}
