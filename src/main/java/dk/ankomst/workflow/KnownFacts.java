package dk.ankomst.workflow;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.CaseNotFound;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.establishment.CaseProposal;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.establishment.ItemState;
import dk.ankomst.establishment.StoredLine;
import dk.ankomst.forms.FormAnswers;
import dk.ankomst.forms.FormFacts;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What forms may show about the family without asking for it; the names are those that the forms use. */
@Component
class KnownFacts implements FormFacts {

    private static final String PREPARATION = "UserTask_ForberedMoedet";
    private static final String OPEN_TASKS = "aabneOpgaver";
    private static final String OVERVIEW = "sagsoverblik";
    private static final String CONTRIBUTIONS = "moedebidrag";
    private static final String PROPOSAL = "etableringsforslag";
    private static final String QUESTIONS = "aabneSpoergsmaal";
    private static final Pattern ABOUT_FAMILY = Pattern.compile("husstand|person(\\d*Navn|Alder|Rolle)|" + OVERVIEW);

    private final Cases cases;

    private final WorkItems workItems;
    private final EstablishmentSupport support;
    private final FormAnswers answers;

    KnownFacts(Cases cases, WorkItems workItems, EstablishmentSupport support, FormAnswers answers) {
        this.cases = cases;
        this.workItems = workItems;
        this.support = support;
        this.answers = answers;
    }

    @Override
    public Map<String, Object> facts(String caseNumber, @Nullable Long personId, Set<String> wanted) {
        Map<String, Object> shown = new HashMap<>();
        if (wanted.stream().anyMatch(name -> ABOUT_FAMILY.matcher(name).matches())) {
            try {
                family(cases.facts(caseNumber), personId, shown);
            } catch (CaseNotFound e) {
                // A visitation that is still being typed in has a number but no case.
                return Map.of();
            }
        }
        if (wanted.contains(OPEN_TASKS) || wanted.contains(OVERVIEW)) {
            String open = workItems.ofCase(caseNumber).stream()
                    .map(KnownFacts::inWords)
                    .collect(Collectors.joining("\n"));
            shown.put(OPEN_TASKS, open.isEmpty() ? "Der er ingen åbne opgaver." : open);
            shown.computeIfPresent(OVERVIEW, (name, phase) -> phase + "\n" + open);
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
        shown.put("husstand", present.stream().map(KnownFacts::inWords).collect(Collectors.joining("\n")));
        for (PersonFacts person : present) {
            shown.put("person" + person.number() + "Navn", inWords(person));
            if (personId != null && person.id() == personId) {
                shown.put("personNavn", person.name());
                shown.put("personAlder", person.age());
                shown.put("personRolle", inWords(person));
            }
        }
        shown.put(OVERVIEW, "Fase: " + facts.phase());
    }

    /** What each department wrote before the meeting about each member of the family. */
    private String contributions(String caseNumber) {
        return answers.notes(caseNumber).stream()
                .filter(note -> PREPARATION.equals(note.taskKey()))
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

    private static String inWords(PersonFacts person) {
        return person.number() + ". " + person.name() + ", " + person.age() + " år";
    }

    private static String inWords(WorkItem item) {
        return "- " + item.name() + " (" + item.groupId() + ")";
    }
}
