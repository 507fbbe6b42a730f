package dk.ankomst.board;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The time line of a case. */
@Controller
@PreAuthorize(Access.MAY_READ)
class TimelinePage {

    private static final String WHOLE = "hele";
    private static final String FIRST_YEAR = "foerste-aar";

    private final Cases cases;
    private final Timelines timelines;

    TimelinePage(Cases cases, Timelines timelines) {
        this.cases = cases;
        this.timelines = timelines;
    }

    @GetMapping("/sager/{caseNumber:\\d{4}-\\d+}/tidslinje")
    String page(
            @PathVariable String caseNumber,
            @RequestParam(name = "periode", required = false) @Nullable String period,
            Model model) {
        CaseFacts facts = cases.facts(caseNumber);
        boolean whole = WHOLE.equals(period) || (!FIRST_YEAR.equals(period) && !timelines.isInFirstYear(facts));
        model.addAttribute("case", facts);
        model.addAttribute("whole", whole);
        model.addAttribute("line", timelines.of(facts, whole));
        return "sag-tidslinje";
    }
}
