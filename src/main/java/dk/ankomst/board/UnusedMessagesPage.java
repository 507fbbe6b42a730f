package dk.ankomst.board;

import dk.ankomst.cases.Cases;
import dk.ankomst.cases.UnusedMessages;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What came about a case twice, late or after its end, and changed nothing. */
@Controller
@PreAuthorize(Access.MAY_READ)
class UnusedMessagesPage {

    /** A message as the page shows it. */
    record Row(String when, String from, String what, String why) {}

    private final Cases cases;
    private final UnusedMessages unused;
    private final Wording wording;

    UnusedMessagesPage(Cases cases, UnusedMessages unused, Wording wording) {
        this.cases = cases;
        this.unused = unused;
        this.wording = wording;
    }

    @GetMapping("/sager/{caseNumber:\\d{4}-\\d+}/beskeder-uden-virkning")
    String messages(@PathVariable String caseNumber, Model model) {
        model.addAttribute("case", cases.facts(caseNumber));
        model.addAttribute(
                "rows",
                unused.ofCase(caseNumber).stream()
                        .map(message -> new Row(
                                wording.time(message.receivedAt()),
                                wording.actor(message.receivedFrom()),
                                message.what(),
                                message.sentence()))
                        .toList());
        return "sag-beskeder";
    }
}
