package dk.ankomst.board;

import dk.ankomst.deadlines.RuleOffers;
import dk.ankomst.worklist.WorkCounts;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Min dag: what is overdue, what is next, and where to go. */
@Controller
class DayPage {

    private static final int ROWS = 10;

    private final WorkItems work;
    private final Departments departments;
    private final TaskRows rows;

    private final RuleOffers ruleOffers;

    DayPage(WorkItems work, Departments departments, TaskRows rows, RuleOffers ruleOffers) {
        this.work = work;
        this.departments = departments;
        this.rows = rows;
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
        model.addAttribute("ruleOffers", groups.contains("leder") ? ruleOffers.count() : 0);
        if (works) {
            Collection<String> seen = !Collections.disjoint(groups, Access.ALL_TASKS_READERS)
                    ? departments.working().keySet()
                    : groups;
            WorkCounts counts = work.counts(seen, user.getName());
            List<WorkItem> open = work.openFor(seen, user.getName(), ROWS);
            model.addAttribute("summary", summary(counts));
            model.addAttribute("waiting", unassigned(counts));
            model.addAttribute("tasks", rows.of(open));
            model.addAttribute("more", counts.open() > ROWS ? counts.open() - ROWS : 0);
        }
        return "min-dag";
    }

    private static String summary(WorkCounts counts) {
        if (counts.open() == 0) {
            return "Der er ingen åbne opgaver.";
        }
        String late = counts.overdue() == 0
                ? "Ingen opgaver er over frist."
                : counts.overdue() == 1 ? "1 opgave er over frist." : counts.overdue() + " opgaver er over frist.";
        return counts.dueToday() == 0 ? late : late + " " + counts.dueToday() + " skal være løst i dag.";
    }

    private static @Nullable String unassigned(WorkCounts counts) {
        if (counts.open() == 0) {
            return null;
        }
        String open = counts.open() == 1 ? "1 opgave er åben" : counts.open() + " opgaver er åbne";
        return open + ": " + counts.mine() + " hos dig, " + counts.unassigned() + " er ikke taget.";
    }
}
