package dk.ankomst.board;

import dk.ankomst.board.BoardQueries.Reader;
import dk.ankomst.board.BoardView.Scope;
import dk.ankomst.cases.Cases;
import dk.ankomst.platform.InputRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The board: what is late, why, since when, and who has it. A part of it that htmx asks for is answered with that part; the
 * same address without htmx is a page.
 */
@Controller
@PreAuthorize(Access.MAY_READ)
class BoardPages {

    /** The id of the link that shows more of a group, before the group's code. */
    private static final String MORE = "flere-";

    private final Boards boards;
    private final BoardWeeks weeks;
    private final CaseDeadlines deadlines;
    private final BoardJudgements judgements;
    private final Cases cases;
    private final Departments departments;

    BoardPages(
            Boards boards,
            BoardWeeks weeks,
            CaseDeadlines deadlines,
            BoardJudgements judgements,
            Cases cases,
            Departments departments) {
        this.boards = boards;
        this.weeks = weeks;
        this.deadlines = deadlines;
        this.judgements = judgements;
        this.cases = cases;
        this.departments = departments;
    }

    @GetMapping(BoardView.PATH)
    String board(
            @RequestParam MultiValueMap<String, String> asked,
            @RequestHeader(name = "HX-Trigger", required = false) @Nullable String trigger,
            Authentication user,
            Model model) {
        Reader reader = reader(user, departments);
        model.addAttribute("board", boards.of(view(asked, reader, departments), reader));
        model.addAttribute("moves", !Collections.disjoint(reader.groups(), Access.MOVERS));
        model.addAttribute(
                "opened", trigger != null && trigger.startsWith(MORE) ? trigger.substring(MORE.length()) : "");
        model.addAttribute("loadsParts", true);
        return "frister";
    }

    /** The deadlines of the next weeks. */
    @GetMapping(BoardView.PATH + "/uger")
    String weeks(
            @RequestParam MultiValueMap<String, String> asked,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Authentication user,
            Model model) {
        Reader reader = reader(user, departments);
        BoardView view = view(asked, reader, departments);
        model.addAttribute("weeks", weeks.of(view, reader));
        model.addAttribute("back", view.href());
        return part == null ? "frister-uger" : "frister-uger :: weeks";
    }

    /** How a deadline was counted, and what became of it since. */
    @GetMapping(BoardView.PATH + "/hvorfor/{caseNumber:\\d{4}-\\d+}/{duty}")
    String why(
            @PathVariable String caseNumber,
            @PathVariable String duty,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam MultiValueMap<String, String> asked,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Authentication user,
            Model model) {
        Reader reader = reader(user, departments);
        show(caseNumber, duty, person, view(asked, reader, departments), model);
        model.addAttribute("judging", judgements.of(caseNumber, duty, person, reader));
        return part == null ? "frister-hvorfor" : "frister-hvorfor :: why";
    }

    /** The leader notes why a deadline was missed and what is done, and is back at the board. */
    @PostMapping(BoardView.PATH + "/hvorfor/{caseNumber:\\d{4}-\\d+}/{duty}/vurdering")
    @PreAuthorize(Access.MAY_JUDGE)
    String judge(
            @PathVariable String caseNumber,
            @PathVariable String duty,
            @RequestParam(required = false) @Nullable Long person,
            @RequestParam MultiValueMap<String, String> typed,
            Authentication user,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        BoardView view = view(typed, reader(user, departments), departments);
        try {
            String name = judgements.judge(caseNumber, duty, person, new Typed(typed));
            redirect.addFlashAttribute(
                    "done", "Din vurdering af '" + name + "' i sag " + caseNumber + " er noteret ved fristen.");
            return "redirect:" + view.href();
        } catch (InputRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            show(caseNumber, duty, person, view, model);
            model.addAttribute(
                    "judging", judgements.refused(caseNumber, duty, person, new Typed(typed), refused.errors()));
            return "frister-hvorfor";
        }
    }

    private void show(String caseNumber, String duty, @Nullable Long person, BoardView view, Model model) {
        model.addAttribute(
                "deadline",
                deadlines
                        .one(caseNumber, duty, person, cases.facts(caseNumber).persons())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("caseNumber", caseNumber);
        model.addAttribute("back", view.href());
        model.addAttribute("query", view.query());
    }

    static Reader reader(Authentication user, Departments departments) {
        return new Reader(user.getName(), departments.of(user));
    }

    /** What an address asks for; who looks over all sees all, everybody else the own team. */
    static BoardView view(MultiValueMap<String, String> asked, Reader reader, Departments departments) {
        Set<String> groups = reader.groups();
        Scope usual = Collections.disjoint(groups, Access.ALL_TASKS_READERS) ? Scope.TEAM : Scope.ALLE;
        return BoardView.of(asked, usual, Boards.phases(), departments.working().keySet());
    }
}
