package dk.ankomst.board;

import dk.ankomst.board.CaseOverview.DeadlineRow;
import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.notices.Meetings;
import dk.ankomst.notices.Meetings.Agreed;
import dk.ankomst.worklist.TaskHands;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The meetings of a case with their agreed dates, and where its contract and its plan stand. */
@Controller
@PreAuthorize(Access.MAY_READ)
class CaseMeetingPage {

    private static final String CONTRACT = "integrationskontrakt";
    private static final String PLAN = "integrationsplan";

    /**
     * A meeting in words.
     *
     * @param page where its date has a page of its own; null when the register has none
     * @param past nothing is left to do about it
     */
    record Shown(
            String title, @Nullable String page, String on, String who, String state, String badge, boolean past) {}

    private final Cases cases;
    private final Deadlines deadlines;
    private final CaseDeadlines words;
    private final Meetings meetings;
    private final TaskHands hands;
    private final Departments departments;
    private final Wording wording;

    CaseMeetingPage(
            Cases cases,
            Deadlines deadlines,
            CaseDeadlines words,
            Meetings meetings,
            TaskHands hands,
            Departments departments,
            Wording wording) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.words = words;
        this.meetings = meetings;
        this.hands = hands;
        this.departments = departments;
        this.wording = wording;
    }

    @GetMapping("/sager/{caseNumber:\\d{4}-\\d+}/moeder")
    String page(@PathVariable String caseNumber, Authentication user, Model model) {
        CaseFacts facts = cases.facts(caseNumber);
        List<DeadlineView> views = deadlines.ofCase(caseNumber);
        List<Agreed> agreed = meetings.ofCase(caseNumber);
        Set<String> groups = departments.of(user);
        Set<String> ofMeetings = agreed.stream().map(Agreed::duty).collect(Collectors.toSet());
        Map<String, String> owners = hands.names(
                agreed.stream().map(Agreed::owner).filter(Objects::nonNull).collect(Collectors.toSet()));
        model.addAttribute("case", facts);
        model.addAttribute(
                "meetings",
                agreed.stream()
                        .map(meeting -> shown(caseNumber, meeting, views, who(meeting, groups, owners)))
                        .sorted(Comparator.comparing(Shown::past))
                        .toList());
        model.addAttribute("contract", rows(facts, views, view -> view.duty().equals(CONTRACT)));
        model.addAttribute("plan", rows(facts, views, view -> view.duty().equals(PLAN)));
        model.addAttribute(
                "efforts",
                rows(facts, views, view -> view.kind() == DeadlineKind.AFTALT && !ofMeetings.contains(view.duty())));
        return "sag-moeder";
    }

    private List<DeadlineRow> rows(CaseFacts facts, List<DeadlineView> views, Predicate<DeadlineView> which) {
        return words.of(facts.caseNumber(), views.stream().filter(which).toList(), facts.persons());
    }

    private Shown shown(String caseNumber, Agreed meeting, List<DeadlineView> views, String who) {
        DeadlineView registered = views.stream()
                .filter(view -> view.duty().equals(meeting.duty()))
                .findFirst()
                .orElse(null);
        LocalDate due = registered == null ? null : registered.dueDate();
        LocalDate held = registered == null ? null : registered.metOn();
        return new Shown(
                meeting.title(),
                registered == null ? null : CaseDeadlines.page(caseNumber, meeting.duty()),
                wording.shortDate(held != null ? held : due != null ? due : meeting.on()),
                who,
                registered == null ? "Aflyst" : held != null ? "Gennemført" : state(registered),
                registered == null ? "ankomst-quiet" : words.badge(registered),
                registered == null || !registered.state().isOpen());
    }

    /** Which departments meet tells of the family's needs; those who meet know it. */
    private String who(Agreed meeting, Set<String> groups, Map<String, String> owners) {
        String owner = meeting.owner();
        if (meeting.groups().isEmpty()) {
            return owner == null ? "Den, der har opgaven" : owners.getOrDefault(owner, owner);
        }
        return Collections.disjoint(groups, Access.NEEDS_READERS) && Collections.disjoint(groups, meeting.groups())
                ? "Vises for de indkaldte"
                : meeting.groups().stream().map(departments::name).collect(Collectors.joining(", "));
    }

    private String state(DeadlineView agreed) {
        return words.isLate(agreed) ? "Over datoen" : agreed.state().isRunning() ? "Aftalt" : words.state(agreed);
    }
}
