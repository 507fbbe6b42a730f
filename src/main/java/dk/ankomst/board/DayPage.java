package dk.ankomst.board;

import dk.ankomst.board.BoardQueries.Reader;
import dk.ankomst.deadlines.RuleOffers;
import java.util.Collections;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;

/** Min dag: the beginning of what the board shows the reader, counted as it counts, and where to go. */
@Controller
class DayPage {

    private static final int ROWS = 10;

    private final Boards boards;
    private final Departments departments;
    private final RuleOffers ruleOffers;

    DayPage(Boards boards, Departments departments, RuleOffers ruleOffers) {
        this.boards = boards;
        this.departments = departments;
        this.ruleOffers = ruleOffers;
    }

    @GetMapping("/")
    String day(Authentication user, Model model) {
        Set<String> groups = departments.of(user);
        boolean works = !Collections.disjoint(groups, Access.TASK_WORKERS);
        model.addAttribute("works", works);
        model.addAttribute("changes", !groups.contains("revisor"));
        model.addAttribute("models", groups.contains("procesejer"));
        model.addAttribute("intake", !Collections.disjoint(groups, Access.INTAKE));
        model.addAttribute(
                "ruleOffers", groups.contains("leder") ? ruleOffers.count(RuleOffers.Standing.UNDECIDED) : 0);
        if (works) {
            Reader reader = BoardPages.reader(user, departments);
            BoardView usual = BoardPages.view(new LinkedMultiValueMap<>(), reader, departments);
            model.addAttribute("day", boards.day(usual, reader, ROWS));
        }
        return "min-dag";
    }
}
