package dk.ankomst.board;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.CaseLooks;
import dk.ankomst.cases.CaseLooks.Look;
import dk.ankomst.cases.CaseLooks.Looker;
import dk.ankomst.cases.Cases;
import dk.ankomst.worklist.TaskHands;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who has looked at a case, for leader and auditor. */
@Controller
@PreAuthorize(Access.MAY_SEE_LOOKS)
class CaseLookPage {

    private static final int ON_A_PAGE = 50;

    /** What the pages of a case are called, by what their address begins with after the case number; the longest counts. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("", "En af sagens sider"),
            Map.entry("/tidslinje", "Tidslinje"),
            Map.entry("/moeder", "Møder og plan"),
            Map.entry("/noter", "Noter"),
            Map.entry("/tjeklister", "Tjeklister"),
            Map.entry("/bolig", "Bolig"),
            Map.entry("/etablering", "Etablering"),
            Map.entry("/frivillige", "Frivillige"),
            Map.entry("/frister", "En frist"),
            Map.entry("/haendelser", "Hændelser"),
            Map.entry("/opslag", "Opslag"));

    /** A look in words; the address is null for a task, which has none here. */
    record Shown(
            String when, String who, String what, @Nullable String address) {}

    /** A person who has looked, and where her looks alone stand. */
    record Person(String name, String times, String last, String href) {}

    private final Cases cases;
    private final CaseLooks looks;
    private final TaskHands hands;
    private final Wording wording;

    CaseLookPage(Cases cases, CaseLooks looks, TaskHands hands, Wording wording) {
        this.cases = cases;
        this.looks = looks;
        this.hands = hands;
        this.wording = wording;
    }

    @GetMapping("/sager/{caseNumber:\\d{4}-\\d+}/opslag")
    String page(
            @PathVariable String caseNumber,
            @RequestParam(name = "hvem", required = false) @Nullable String who,
            @RequestParam(name = "side", defaultValue = "1") int side,
            Model model) {
        CaseFacts facts = cases.facts(caseNumber);
        String by = who == null || who.isBlank() ? null : who.strip();
        int page = Math.max(1, Math.min(side, 1_000_000));
        List<Looker> lookers = looks.lookers(caseNumber);
        Map<String, String> names = hands.names(lookers.stream().map(Looker::by).collect(Collectors.toSet()));
        List<Look> found = looks.of(caseNumber, by, (page - 1) * ON_A_PAGE, ON_A_PAGE + 1);
        model.addAttribute("case", facts);
        model.addAttribute(
                "people",
                lookers.stream()
                        .map(looker -> new Person(
                                name(names, looker.by()),
                                looker.times() == 1 ? "1 gang" : looker.times() + " gange",
                                wording.time(looker.last()),
                                address(caseNumber, looker.by(), 1)))
                        .toList());
        model.addAttribute("only", by == null ? null : name(names, by));
        model.addAttribute(
                "looks",
                found.stream()
                        .limit(ON_A_PAGE)
                        .map(look -> new Shown(
                                wording.time(look.at()),
                                name(names, look.by()),
                                what(look.page(), caseNumber),
                                look.page().startsWith(CaseLooks.TASK) ? null : look.page()))
                        .toList());
        model.addAttribute("newer", page > 1 ? address(caseNumber, by, page - 1) : null);
        model.addAttribute("older", found.size() > ON_A_PAGE ? address(caseNumber, by, page + 1) : null);
        return "sag-opslag";
    }

    private String name(Map<String, String> names, String id) {
        return names.getOrDefault(id, wording.actor(id));
    }

    private static String address(String caseNumber, @Nullable String by, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/sager/" + caseNumber + "/opslag");
        if (by != null) {
            address.queryParam("hvem", "{by}");
        }
        if (page > 1) {
            address.queryParam("side", page);
        }
        return by == null
                ? address.build().toUriString()
                : address.encode().buildAndExpand(by).toUriString();
    }

    private static String what(String address, String caseNumber) {
        if (address.startsWith(CaseLooks.TASK)) {
            return "Opgavelisten: " + address.substring(CaseLooks.TASK.length());
        }
        if (address.startsWith("/api/")) {
            return "Hentet af et program";
        }
        String ofTheCase = "/sager/" + caseNumber;
        if (!address.startsWith(ofTheCase)) {
            return "Fristtavlen";
        }
        String page = address.substring(ofTheCase.length());
        return page.isEmpty()
                ? "Overblik"
                : PAGES.entrySet().stream()
                        .filter(known -> page.startsWith(known.getKey()))
                        .max(Comparator.comparing(known -> known.getKey().length()))
                        .map(Map.Entry::getValue)
                        .orElse(page);
    }
}
