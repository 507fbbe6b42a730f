package dk.ankomst.workflow;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.CaseNotFound;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.CodeList;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.establishment.CaseProposal;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.establishment.ItemState;
import dk.ankomst.establishment.StoredLine;
import dk.ankomst.forms.FormAnswers;
import dk.ankomst.forms.FormFacts;
import dk.ankomst.housing.Housing;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.volunteers.Match;
import dk.ankomst.volunteers.Matching;
import dk.ankomst.volunteers.Visit;
import dk.ankomst.volunteers.Visits;
import dk.ankomst.worklist.DepartmentNames;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What forms may show about the family without asking for it; the names are those that the forms use. */
@Component
class KnownFacts implements FormFacts {

    private static final String OPEN_TASKS = "aabneOpgaver";
    private static final String TASKS_TO_CLOSE = "opgaverDerLukkes";
    private static final String DEPARTMENT = "afdelingsnavn";
    private static final String PARTICIPANTS = "deltagernavne";
    private static final String OPEN_DUTIES = "aabnePligter";
    private static final String NONE = "Ingen";

    /** Whoever closes the case has this task open; it is done by that and not cut off. */
    private static final String CLOSING = "UserTask_AfslutSagen";

    private static final String OVERVIEW = "sagsoverblik";
    private static final String CONTRIBUTIONS = "moedebidrag";
    private static final String MATCH = "frivilligMatch";
    private static final String VISITS = "foreningsbesoeg";
    private static final String RESERVED_DWELLING = "reserveretBolig";
    private static final String PROPOSAL = "etableringsforslag";
    private static final String QUESTIONS = "aabneSpoergsmaal";
    private static final String DUTY = ModtagelseProcess.DUTY.name();

    /** Begins the names of what is known about a deadline that was passed. */
    private static final String BREACH = "fristbrud";

    private static final Pattern ABOUT_FAMILY =
            Pattern.compile("husstand|visitationsdato|person(\\d*Navn|Alder|Rolle)|" + OVERVIEW);

    private final Cases cases;

    private final WorkItems workItems;
    private final EstablishmentSupport support;
    private final FormAnswers answers;
    private final Housing housing;
    private final Deadlines deadlines;
    private final DepartmentNames departments;
    private final Matching matching;
    private final Visits visits;

    KnownFacts(
            Cases cases,
            WorkItems workItems,
            EstablishmentSupport support,
            FormAnswers answers,
            Housing housing,
            Deadlines deadlines,
            DepartmentNames departments,
            Matching matching,
            Visits visits) {
        this.cases = cases;
        this.workItems = workItems;
        this.support = support;
        this.answers = answers;
        this.housing = housing;
        this.deadlines = deadlines;
        this.departments = departments;
        this.matching = matching;
        this.visits = visits;
    }

    @Override
    public Map<String, Object> facts(
            String caseNumber,
            @Nullable Long personId,
            Set<String> wanted,
            Map<String, ? extends @Nullable Object> known) {
        Map<String, Object> shown = new HashMap<>();
        if (wanted.stream().anyMatch(name -> ABOUT_FAMILY.matcher(name).matches())) {
            try {
                family(cases.facts(caseNumber), personId, shown);
            } catch (CaseNotFound e) {
                // A visitation that is still being typed in has a number but no case.
                return Map.of();
            }
        }
        if (wanted.contains(RESERVED_DWELLING)) {
            shown.put(
                    RESERVED_DWELLING,
                    housing.reserved(caseNumber)
                            .map(dwelling -> dwelling.address() + " ("
                                    + dwelling.kind().danishName() + ", "
                                    + dwelling.tenure().danishName() + ")")
                            .orElse("Ingen bolig er reserveret. Se sagens side Bolig."));
        }
        if (wanted.contains(OPEN_TASKS) || wanted.contains(OVERVIEW)) {
            String open = inWords(caseNumber, workItems.ofCase(caseNumber));
            shown.put(OPEN_TASKS, open.isEmpty() ? "Der er ingen åbne opgaver." : open);
            if (!wanted.contains(OPEN_TASKS)) {
                shown.computeIfPresent(OVERVIEW, (name, phase) -> phase + "\n" + open);
            }
        }
        if (known.get(CaseVariables.DEPARTMENT.name()) instanceof String group) {
            shown.put(DEPARTMENT, departments.of(group));
        }
        if (known.get(KoordineringsmoedeProcess.PARTICIPANTS.name()) instanceof String groups) {
            shown.put(
                    PARTICIPANTS,
                    CoordinationInModels.split(groups).stream()
                            .map(departments::of)
                            .collect(Collectors.joining(", ")));
        }
        if (wanted.contains(TASKS_TO_CLOSE)) {
            String closed = inWords(
                    caseNumber,
                    workItems.ofCase(caseNumber).stream()
                            .filter(item -> !CLOSING.equals(item.taskKey()))
                            .toList());
            shown.put(TASKS_TO_CLOSE, closed.isEmpty() ? NONE : closed);
        }
        if (wanted.contains(OPEN_DUTIES)) {
            shown.put(OPEN_DUTIES, openDuties(caseNumber));
        }
        if (wanted.stream().anyMatch(name -> name.startsWith(BREACH)) && known.get(DUTY) instanceof String duty) {
            breach(caseNumber, duty, personId, shown);
        }
        if (wanted.contains(MATCH)) {
            shown.put(
                    MATCH,
                    matching.openMatch(caseNumber).map(KnownFacts::inWords).orElse("Der er intet match endnu."));
        }
        if (wanted.contains(VISITS)) {
            String held =
                    visits.ofCase(caseNumber).stream().map(KnownFacts::inWords).collect(Collectors.joining("\n"));
            shown.put(VISITS, held.isEmpty() ? "Ingen besøg endnu." : held);
        }
        if (wanted.contains(CONTRIBUTIONS)) {
            shown.put(CONTRIBUTIONS, contributions(caseNumber));
        }
        if (wanted.contains(PROPOSAL) || wanted.contains(QUESTIONS)) {
            CaseProposal proposal = support.proposal(caseNumber);
            shown.put(
                    PROPOSAL, proposal.lines().stream().map(KnownFacts::inWords).collect(Collectors.joining("\n")));
            String open = proposal.openQuestions().stream()
                    .map(question -> "- " + question.itemName() + ": " + question.missing())
                    .collect(Collectors.joining("\n"));
            shown.put(QUESTIONS, open.isEmpty() ? "Alle spørgsmål er besvaret." : open);
        }
        return shown;
    }

    private static void family(CaseFacts facts, @Nullable Long personId, Map<String, Object> shown) {
        List<PersonFacts> present = facts.persons().stream()
                .filter(person -> person.leftOn() == null)
                .toList();
        shown.put("visitationsdato", facts.visitation().toString());
        shown.put("husstand", present.stream().map(KnownFacts::inWords).collect(Collectors.joining("\n")));
        for (PersonFacts person : present) {
            shown.put("person" + person.number() + "Navn", inWords(person));
        }
        // The task may be about somebody who has left.
        for (PersonFacts person : facts.persons()) {
            if (personId != null && person.id() == personId) {
                shown.put("personNavn", person.name());
                shown.put("personAlder", person.age());
                shown.put("personRolle", inWords(person));
            }
        }
        shown.put(OVERVIEW, "Fase: " + CodeList.PHASE.label(facts.phase()));
    }

    /** What each department wrote before the meeting about each member of the family. */
    private String contributions(String caseNumber) {
        return answers.notes(caseNumber).stream()
                .filter(note -> KoordineringsmoedeProcess.PREPARE.equals(note.taskKey()))
                .map(note -> note.label() + " (" + note.writtenBy() + "): " + note.text())
                .collect(Collectors.joining("\n"));
    }

    private static String inWords(StoredLine line) {
        String quantity = line.quantity() == null ? "antal ikke angivet" : line.quantity() + " stk.";
        ItemState state = line.state();
        String bought =
                state == null || state == ItemState.IKKE_ANGIVET ? "" : state == ItemState.NY ? ", ny" : ", brugt";
        String answer = line.answer() == null ? "" : " (" + line.answer() + ")";
        return "- " + line.itemName() + ": " + quantity + bought + answer + (line.chosen() ? "" : " (ikke valgt)");
    }

    private static String inWords(Match match) {
        return match.volunteerName()
                + (match.familyAcceptedOn() == null ? ", familien har ikke svaret" : ", familien har sagt ja")
                + (match.volunteerAcceptedOn() == null
                        ? ", den frivillige har ikke svaret"
                        : ", den frivillige har sagt ja");
    }

    private static String inWords(Visit visit) {
        return "- " + visit.associationName() + ", " + DanishDates.inText(visit.plannedOn())
                + (visit.outcome() == null ? "" : ": " + visit.outcome().danish());
    }

    private static String inWords(PersonFacts person) {
        return person.number() + ". " + person.name() + ", " + person.age() + " år";
    }

    /** Each open task once, with its department and, when it is about somebody, about whom. */
    private String inWords(String caseNumber, List<WorkItem> open) {
        return withNames(
                caseNumber,
                open,
                item -> "- " + item.name() + " (" + departments.of(item.groupId()) + ")",
                WorkItem::personId);
    }

    /** Each duty that is still to be met once, with its date and to whom it is owed; the end of a period is no duty. */
    private String openDuties(String caseNumber) {
        String open = withNames(
                caseNumber,
                deadlines.ofCase(caseNumber).stream()
                        .filter(view -> view.state().isOpen() && !view.isEndOfPeriod())
                        .toList(),
                KnownFacts::inWords,
                DeadlineView::personId);
        return open.isEmpty() ? NONE : open;
    }

    private static String inWords(DeadlineView view) {
        LocalDate due = view.dueDate();
        String when = due == null
                ? ", ingen dato"
                : view.state() == DeadlineState.BREACHED
                        ? ", overskredet den " + DanishDates.inText(due)
                        : ", senest den " + DanishDates.inText(due);
        return "- " + view.name() + " (" + view.kind().danish() + when + ")";
    }

    /** Each line once, and behind it the names of all whom it is about. */
    private <T> String withNames(
            String caseNumber,
            List<T> lines,
            Function<? super T, String> words,
            Function<? super T, @Nullable Long> person) {
        if (lines.isEmpty()) {
            return "";
        }
        Map<Long, String> names = cases.facts(caseNumber).persons().stream()
                .collect(Collectors.toMap(PersonFacts::id, PersonFacts::name));
        Map<String, Set<String>> about = new LinkedHashMap<>();
        for (T line : lines) {
            Set<String> whom = about.computeIfAbsent(words.apply(line), key -> new LinkedHashSet<>());
            Long id = person.apply(line);
            String name = id == null ? null : names.get(id);
            if (name != null) {
                whom.add(name);
            }
        }
        return about.entrySet().stream()
                .map(line -> line.getValue().isEmpty()
                        ? line.getKey()
                        : line.getKey() + ": " + String.join(", ", line.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** The duty that was not met in time, in words instead of codes, and towards whom when that is not the family. */
    private void breach(String caseNumber, String duty, @Nullable Long personId, Map<String, Object> shown) {
        List<DeadlineView> owed = deadlines.standing(caseNumber).stream()
                .filter(view -> view.duty().equals(duty))
                .filter(view -> personId == null || personId.equals(view.personId()))
                .toList();
        List<DeadlineView> passed =
                owed.stream().filter(view -> view.breachedAt() != null).toList();
        List<DeadlineView> broken = passed.isEmpty() ? owed : passed;
        broken.stream().findFirst().ifPresent(view -> {
            shown.put(BREACH + "Pligt", view.name());
            if (personId == null) {
                shown.put("personNavn", names(caseNumber, broken));
            }
            shown.put(BREACH + "Hjemmel", view.legalGround());
            shown.put(BREACH + "Forklaring", view.explanation());
            shown.put(BREACH + "Nu", withNames(caseNumber, broken, KnownFacts::asItStands, DeadlineView::personId));
        });
    }

    /** What has become of a duty that was missed: its event may be another's by now, or its date another. */
    private static String asItStands(DeadlineView view) {
        LocalDate due = view.dueDate();
        LocalDate met = view.metOn();
        String date = due == null ? "" : DanishDates.inText(due);
        return switch (view.state()) {
            case BREACHED -> "Pligten gælder stadig og er ikke opfyldt";
            case WAITING -> "Pligten gælder stadig, men fristen har ingen dato nu";
            case RUNNING, SUSPENDED ->
                "Pligten gælder stadig"
                        + (due == null ? ", men fristen har ingen dato nu" : ". Fristen er nu den " + date);
            case MET, MET_LATE ->
                "Pligten blev opfyldt" + (met == null ? "" : " den " + DanishDates.inText(met))
                        + (due == null
                                ? ""
                                : view.state() == DeadlineState.MET_LATE
                                        ? ", efter fristen den " + date
                                        : ", i tide efter den frist, der gælder nu: den " + date);
            case LAPSED -> "Pligten er bortfaldet og skal ikke opfyldes mere";
            case NOT_APPLICABLE -> "Pligten gælder ikke mere. Hvorfor, står ved fristen på sagens side";
        };
    }

    /** Towards whom a duty was missed; empty for the family as a whole. */
    private String names(String caseNumber, List<DeadlineView> owed) {
        return cases.facts(caseNumber).persons().stream()
                .filter(person -> owed.stream().anyMatch(view -> Objects.equals(view.personId(), person.id())))
                .map(PersonFacts::name)
                .collect(Collectors.joining(", "));
    }
}
