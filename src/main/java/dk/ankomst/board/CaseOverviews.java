package dk.ankomst.board;

import dk.ankomst.board.CaseOverview.Decision;
import dk.ankomst.board.CaseOverview.DecisionRound;
import dk.ankomst.board.CaseOverview.Document;
import dk.ankomst.board.CaseOverview.KeyDate;
import dk.ankomst.board.CaseOverview.Member;
import dk.ankomst.board.CaseOverview.PersonalDecision;
import dk.ankomst.board.CaseOverview.Phase;
import dk.ankomst.board.CaseOverview.Progress;
import dk.ankomst.board.CaseOverview.TaskRow;
import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.CodeList;
import dk.ankomst.cases.DateChange;
import dk.ankomst.cases.DocumentReference;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.worklist.DecisionRecord;
import dk.ankomst.worklist.DecisionRecords;
import dk.ankomst.worklist.TaskHands;
import dk.ankomst.worklist.TaskHold;
import dk.ankomst.worklist.TaskHolds;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is known about a case and puts it into words. */
@Component
class CaseOverviews {

    /** The steps people see, each with the phase code it stands for; the last code, {@code afsluttet}, is no step. */
    private static final List<Map.Entry<String, String>> STEPS = List.of(
            Map.entry("forberedelse", "Forberedelse"),
            Map.entry("overdragelse", "Overdragelse"),
            Map.entry("ankomst", "Ankomst"),
            Map.entry("modtagelsesperiode", "Modtagelse"),
            Map.entry("integrationsforloeb", "Videre indsats"));

    private static final String CPR_REGISTRATION = "cpr-registrering";

    private static final Map<String, String> CHANGED = Map.of(
            "planlagt-ankomst",
            "Forventet ankomst",
            "ankomst",
            "Ankomst",
            "overtagelse",
            "Overtagelse af ansvaret",
            "foedselsdato",
            "Fødselsdato",
            CPR_REGISTRATION,
            "Dato for CPR-registreringen",
            "fraflytning",
            "Fraflytning",
            "ophold-bortfaldet",
            "Ophold bortfaldet",
            "tilfoejet-medlem",
            "Nyt familiemedlem",
            "udgaaet-medlem",
            "Familiemedlem udgået",
            "medlems-ankomst",
            "Et familiemedlems egen ankomst");

    private static final String HIDDEN =
            "Resultatet vises kun for koordinator, sundhed, social, børn og familie og leder";

    private static final int SHORT_ANSWER = 80;

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final Cases cases;
    private final CaseQueries queries;
    private final CaseDeadlines deadlines;
    private final WorkItems work;
    private final TaskHolds holds;
    private final TaskHands hands;
    private final DecisionRecords decisions;
    private final Departments departments;
    private final Wording wording;
    private final DueWords dueWords;

    CaseOverviews(
            Cases cases,
            CaseQueries queries,
            CaseDeadlines deadlines,
            WorkItems work,
            TaskHolds holds,
            TaskHands hands,
            DecisionRecords decisions,
            Departments departments,
            Wording wording,
            DueWords dueWords) {
        this.cases = cases;
        this.queries = queries;
        this.deadlines = deadlines;
        this.work = work;
        this.holds = holds;
        this.hands = hands;
        this.decisions = decisions;
        this.departments = departments;
        this.wording = wording;
        this.dueWords = dueWords;
    }

    /**
     * The case as a user who is a member of the given groups may see it.
     *
     * @throws dk.ankomst.cases.CaseNotFound when there is no such case
     */
    @Transactional(readOnly = true)
    public CaseOverview of(String caseNumber, Set<String> groups, String user) {
        CaseFacts facts = cases.facts(caseNumber);
        CaseQueries.Extras extras = queries.extras(caseNumber).orElseThrow();
        boolean needsShown = !Collections.disjoint(groups, Access.NEEDS_READERS);
        Map<Long, String> names =
                facts.persons().stream().collect(Collectors.toMap(PersonFacts::id, PersonFacts::name));
        CaseDeadlines.Register register = deadlines.of(caseNumber, facts.persons());
        List<WorkItem> open = work.ofCase(caseNumber);
        Map<String, TaskHold> held =
                holds.of(open.stream().map(WorkItem::taskId).toList());
        Map<String, String> holders =
                hands.names(held.values().stream().map(TaskHold::by).collect(Collectors.toSet()));
        List<DecisionRecord> decided = decisions.ofCase(caseNumber);
        String origin = CodeList.ORIGIN.label(facts.origin());
        return new CaseOverview(
                caseNumber,
                facts.family(),
                CodeList.TRACK.label(facts.track()),
                CodeList.RESIDENCE_CATEGORY.label(facts.residenceCategory()),
                extras.originName() == null ? origin : origin + ", " + extras.originName(),
                extras.address(),
                needsShown ? extras.knownNeeds() : null,
                facts.open(),
                closed(facts, extras, open),
                phases(facts),
                facts.persons().stream()
                        .map(person -> member(person, needsShown))
                        .toList(),
                needsShown,
                dates(facts, register.takeoverExplanation(), cases.cprRegistration(caseNumber)),
                cases.dateChanges(caseNumber).stream()
                        .filter(change -> CHANGED.containsKey(change.which()))
                        .map(this::sentence)
                        .toList(),
                summary(open),
                open.stream()
                        .map(item -> task(item, names, groups, user, hold(held.get(item.taskId()), holders)))
                        .toList(),
                register.open(),
                register.ended(),
                register.matrix(),
                rounds(decided.stream()
                        .filter(record -> !record.isByPeople())
                        .map(record -> decision(record, names, needsShown))
                        .toList()),
                decided.stream()
                        .filter(DecisionRecord::isByPeople)
                        .map(record -> personal(record, names, needsShown))
                        .toList(),
                cases.documents(caseNumber).stream().map(this::document).toList());
    }

    /** None for a case that is closed: how far it came before it ended is not what its last phase says. */
    private static List<Phase> phases(CaseFacts facts) {
        if (!facts.open()) {
            return List.of();
        }
        int reached = STEPS.size();
        for (int index = 0; index < STEPS.size(); index++) {
            if (STEPS.get(index).getKey().equals(facts.phase())) {
                reached = index;
            }
        }
        List<Phase> phases = new ArrayList<>();
        for (int index = 0; index < STEPS.size(); index++) {
            Progress progress = index < reached ? Progress.DONE : index == reached ? Progress.CURRENT : Progress.AHEAD;
            phases.add(new Phase(STEPS.get(index).getValue(), progress));
        }
        return phases;
    }

    /** A case that takes no more changes is not at its end before the last task is done. */
    private @Nullable String closed(CaseFacts facts, CaseQueries.Extras extras, List<WorkItem> open) {
        if (facts.open()) {
            return null;
        }
        if (!open.isEmpty()) {
            String left = open.size() == 1
                    ? "opgaven '" + open.get(0).name() + "' er stadig åben."
                    : open.size() + " opgaver er stadig åbne.";
            String since = extras.closedOn() == null ? "" : " Gælder fra den " + wording.date(extras.closedOn()) + ".";
            return "Under afslutning: " + left + since
                    + (extras.closedReason() == null ? "" : " " + extras.closedReason());
        }
        String when = extras.closedOn() == null ? "" : " den " + wording.date(extras.closedOn());
        String why = extras.closedReason() == null ? "" : " " + extras.closedReason();
        return "Sagen blev afsluttet" + when + "." + why;
    }

    private Member member(PersonFacts person, boolean needsShown) {
        String needs = person.needs().stream().map(CodeList.NEED::label).collect(Collectors.joining(", "));
        return new Member(
                person.number(),
                person.name(),
                person.age() + " år",
                CodeList.FAMILY_ROLE.label(person.role()),
                person.interpreterLanguage() == null ? "Skal afklares" : person.interpreterLanguage(),
                needsShown && !needs.isEmpty() ? needs : null,
                person.leftOn() == null ? null : wording.date(person.leftOn()));
    }

    private List<KeyDate> dates(CaseFacts facts, @Nullable String takeoverExplanation, @Nullable LocalDate cpr) {
        List<KeyDate> dates = new ArrayList<>();
        dates.add(new KeyDate(
                "Visitation",
                wording.date(facts.visitation()),
                "Datoen for afgørelsen om, hvilken kommune familien skal bo i",
                null));
        LocalDate takeover = facts.takeover();
        if (takeover != null) {
            boolean agreed = takeover.equals(facts.takeoverAgreed());
            dates.add(new KeyDate(
                    "Overtagelse af ansvaret",
                    wording.date(takeover),
                    (agreed ? "Aftalt dato" : "Regnet efter fristreglerne") + otherCprDate(takeover, cpr),
                    takeoverExplanation));
        } else if (facts.takeoverAgreed() != null) {
            dates.add(
                    new KeyDate("Overtagelse af ansvaret", wording.date(facts.takeoverAgreed()), "Aftalt dato", null));
        } else {
            dates.add(new KeyDate(
                    "Overtagelse af ansvaret", "Ikke regnet endnu", "Datoen regnes, når forløbet er startet", null));
        }
        if (facts.arrival() != null) {
            String planned =
                    facts.plannedArrival() == null || facts.plannedArrival().equals(facts.arrival())
                            ? ""
                            : ". Familien var ventet den " + wording.date(facts.plannedArrival());
            dates.add(new KeyDate("Ankomst", wording.date(facts.arrival()), "Familien er ankommet" + planned, null));
        } else if (facts.plannedArrival() != null) {
            dates.add(new KeyDate(
                    "Ankomst",
                    wording.date(facts.plannedArrival()),
                    "Forventet dato, familien er ikke ankommet",
                    null));
        } else {
            dates.add(new KeyDate("Ankomst", "Ingen dato endnu", "Aftal en dato med centret eller familien", null));
        }
        return dates;
    }

    private String otherCprDate(LocalDate takeover, @Nullable LocalDate cpr) {
        return cpr == null || cpr.equals(takeover)
                ? ""
                : ". CPR-registreringen gælder fra en anden dato, " + wording.date(cpr);
    }

    private String sentence(DateChange change) {
        String what = CHANGED.getOrDefault(change.which(), change.which());
        String dates;
        if (change.oldDate() == null && change.newDate() != null) {
            dates = "sat til " + wording.date(change.newDate());
        } else if (change.oldDate() != null && change.newDate() != null) {
            dates = "ændret fra " + wording.date(change.oldDate()) + " til " + wording.date(change.newDate());
        } else {
            dates = "fjernet";
        }
        String reason = change.reason() == null ? "" : " Begrundelse: " + change.reason();
        return what + " " + dates + " af " + wording.actor(change.changedBy()) + " den "
                + wording.time(change.changedAt()) + "." + reason;
    }

    private String summary(List<WorkItem> open) {
        if (open.isEmpty()) {
            return "Der er ingen åbne opgaver på sagen.";
        }
        long late = open.stream()
                .filter(item -> item.due() != null && wording.day(item.due()).isBefore(wording.today()))
                .count();
        String words = open.size() == 1 ? "1 åben opgave" : open.size() + " åbne opgaver";
        return words + (late == 0 ? ", ingen over frist." : ", " + late + " over frist.");
    }

    private @Nullable String hold(@Nullable TaskHold hold, Map<String, String> holders) {
        return hold == null ? null : wording.hold(hold, holders.getOrDefault(hold.by(), wording.actor(hold.by())));
    }

    private TaskRow task(
            WorkItem item, Map<Long, String> names, Set<String> groups, String user, @Nullable String hold) {
        boolean seen = groups.contains(item.groupId())
                || !Collections.disjoint(groups, Access.ALL_TASKS_READERS)
                || user.equals(item.assignee());
        return new TaskRow(
                item.name(),
                seen ? TASKLIST + item.taskId() : null,
                item.personId() == null ? null : names.get(item.personId()),
                departments.name(item.groupId()),
                item.assignee(),
                dueWords.of(item.due() == null ? null : wording.day(item.due())),
                hold);
    }

    private static List<DecisionRound> rounds(List<Decision> newestFirst) {
        List<DecisionRound> rounds = new ArrayList<>();
        for (Decision decision : newestFirst) {
            DecisionRound last = rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
            if (last == null
                    || !last.name().equals(decision.name())
                    || !last.when().equals(decision.when())) {
                last = new DecisionRound(decision.name(), decision.when(), new ArrayList<>());
                rounds.add(last);
            }
            last.decisions().add(decision);
        }
        return rounds;
    }

    private Decision decision(DecisionRecord record, Map<Long, String> names, boolean needsShown) {
        boolean hidden = isHidden(record, needsShown);
        return new Decision(
                record.decisionName(),
                hidden ? HIDDEN : record.resultText(),
                record.personId() == null ? null : names.get(record.personId()),
                hidden ? null : record.reason(),
                record.source(),
                String.valueOf(record.ruleId()),
                wording.time(record.decidedAt()) + " af " + wording.actor(record.decidedBy()));
    }

    /** A short answer stands in the heading, a long one below it. */
    private PersonalDecision personal(DecisionRecord record, Map<Long, String> names, boolean needsShown) {
        boolean hidden = isHidden(record, needsShown);
        boolean isShort =
                !hidden && record.question() != null && record.resultText().length() <= SHORT_ANSWER;
        String person = record.personId() == null ? null : names.get(record.personId());
        return new PersonalDecision(
                record.decisionName()
                        + (person == null ? "" : ", " + person)
                        + (isShort ? ": " + record.resultText() : ""),
                record.question(),
                isShort ? null : hidden ? HIDDEN : record.resultText(),
                hidden ? null : record.reason(),
                "Afgjort af " + wording.actor(record.decidedBy()) + " den " + wording.time(record.decidedAt()));
    }

    private static boolean isHidden(DecisionRecord record, boolean needsShown) {
        return !needsShown && (record.sensitive() || Access.SENSITIVE_DECISIONS.contains(record.decisionKey()));
    }

    private Document document(DocumentReference document) {
        return new Document(
                document.title() == null ? "Dokument" : document.title(),
                document.reference() == null ? "" : document.reference(),
                document.receivedOn() == null ? "" : wording.shortDate(document.receivedOn()));
    }
}
