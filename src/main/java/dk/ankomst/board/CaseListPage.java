package dk.ankomst.board;

import dk.ankomst.board.CaseQueries.Found;
import dk.ankomst.board.CaseQueries.Search;
import dk.ankomst.board.CaseQueries.Sort;
import dk.ankomst.cases.CodeList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of cases. Everything that shapes it stands in the address, so that the back button and a shared link work. */
@Controller
@PreAuthorize(Access.MAY_READ)
class CaseListPage {

    /** A case in the list; what is not known is null and not shown. */
    record Row(
            String caseNumber,
            String family,
            int persons,
            String phase,
            String track,
            @Nullable String arrival,
            int openTasks,
            DueWords.@Nullable Due due) {}

    /** A value that can be chosen, in a list or as a link. */
    record Choice(String value, String label, boolean chosen) {}

    /** A link to another page of the result. */
    record PageLink(int number, String href, boolean current) {}

    private static final int LONGEST_TEXT = 120;

    private final CaseQueries cases;
    private final Departments departments;
    private final Wording wording;
    private final DueWords dueWords;

    CaseListPage(CaseQueries cases, Departments departments, Wording wording, DueWords dueWords) {
        this.cases = cases;
        this.departments = departments;
        this.wording = wording;
        this.dueWords = dueWords;
    }

    @GetMapping("/sager")
    String list(
            @RequestParam(name = "q", required = false) @Nullable String text,
            @RequestParam(name = "fase", required = false) @Nullable String phase,
            @RequestParam(name = "afdeling", required = false) @Nullable String department,
            @RequestParam(name = "afsluttede", required = false) @Nullable String closed,
            @RequestParam(name = "sorter", required = false) @Nullable String sort,
            @RequestParam(name = "side", required = false) @Nullable String page,
            Model model) {
        String knownPhase = known(
                phase, CodeList.PHASE.codes().stream().map(CodeList.Code::code).toList());
        Search asked = new Search(
                clean(text),
                knownPhase,
                known(department, departments.working().keySet().stream().toList()),
                "ja".equals(closed) || "afsluttet".equals(knownPhase),
                Sort.of(sort),
                1);
        int total = cases.count(asked);
        int pages = Math.max(1, (total + CaseQueries.PAGE_SIZE - 1) / CaseQueries.PAGE_SIZE);
        Search search = new Search(
                asked.text(),
                asked.phase(),
                asked.department(),
                asked.closedToo(),
                asked.sort(),
                pageNumber(page, pages));

        model.addAttribute("search", search);
        model.addAttribute("text", search.text() == null ? "" : search.text());
        model.addAttribute("filtered", search.text() != null || search.phase() != null || search.department() != null);
        model.addAttribute("result", total == 0 ? nothing(search) : words(total, search));
        model.addAttribute("found", total > 0);
        model.addAttribute("rows", cases.find(search).stream().map(this::row).toList());
        model.addAttribute("phases", phases(search.phase()));
        model.addAttribute("departments", departmentChoices(search.department()));
        model.addAttribute(
                "sorts",
                Arrays.stream(Sort.values())
                        .map(order -> new Choice(order.code(), order.label(), order == search.sort()))
                        .toList());
        model.addAttribute("page", search.page());
        model.addAttribute("pages", pages);
        model.addAttribute(
                "pageLinks",
                IntStream.rangeClosed(1, pages)
                        .filter(number -> number == 1 || number == pages || Math.abs(number - search.page()) <= 2)
                        .mapToObj(number -> new PageLink(number, href(search, number), number == search.page()))
                        .toList());
        model.addAttribute("previous", search.page() > 1 ? href(search, search.page() - 1) : null);
        model.addAttribute("next", search.page() < pages ? href(search, search.page() + 1) : null);
        return "sager";
    }

    private Row row(Found found) {
        String arrival = null;
        if (found.arrival() != null) {
            arrival = wording.shortDate(found.arrival());
        } else if (found.plannedArrival() != null) {
            arrival = "ventes " + wording.shortDate(found.plannedArrival());
        }
        return new Row(
                found.caseNumber(),
                found.family(),
                found.persons(),
                !found.open() && found.openTasks() > 0 ? "Under afslutning" : CodeList.PHASE.label(found.phase()),
                CodeList.TRACK.label(found.track()),
                arrival,
                found.openTasks(),
                dueWords.of(
                        found.nextDue() == null
                                ? null
                                : wording.day(found.nextDue().toInstant())));
    }

    private String words(int total, Search search) {
        String cases = total == 1 ? "1 sag" : total + " sager";
        String sorted = search.sort().label();
        return cases + (search.closedToo() ? "" : total == 1 ? ", som er åben" : ", som er åbne") + ". Rækkefølge: "
                + Character.toLowerCase(sorted.charAt(0)) + sorted.substring(1) + ".";
    }

    private String nothing(Search search) {
        List<String> filters = new ArrayList<>();
        if (search.phase() != null) {
            filters.add("'Fase: " + CodeList.PHASE.label(search.phase()) + "'");
        }
        if (search.department() != null) {
            filters.add("'Afdeling: " + departments.name(search.department()) + "'");
        }
        if (search.text() == null && filters.isEmpty()) {
            return search.closedToo()
                    ? "Der er ingen sager endnu."
                    : "Der er ingen åbne sager. Sæt flueben ved 'Vis også afsluttede' for at se de øvrige.";
        }
        String start =
                search.text() == null ? "Ingen sager passer" : "Ingen sager passer til \"" + search.text() + "\"";
        List<String> advice = new ArrayList<>();
        if (search.text() != null) {
            advice.add("tjek stavningen");
        }
        if (!filters.isEmpty()) {
            advice.add("fjern " + (filters.size() == 1 ? "filteret " : "filtrene ") + String.join(" og ", filters));
        }
        if (!search.closedToo()) {
            advice.add("vis også afsluttede sager");
        }
        String words = String.join(", eller ", advice);
        return start + ". " + Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static List<Choice> phases(@Nullable String chosen) {
        return CodeList.PHASE.codes().stream()
                .map(code -> new Choice(code.code(), code.label(), code.code().equals(chosen)))
                .toList();
    }

    private List<Choice> departmentChoices(@Nullable String chosen) {
        return departments.working().entrySet().stream()
                .map((Map.Entry<String, String> group) -> new Choice(
                        group.getKey(), group.getValue(), group.getKey().equals(chosen)))
                .toList();
    }

    private static String href(Search search, int page) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/sager");
        if (search.text() != null) {
            uri.queryParam("q", "{q}");
        }
        if (search.phase() != null) {
            uri.queryParam("fase", search.phase());
        }
        if (search.department() != null) {
            uri.queryParam("afdeling", search.department());
        }
        if (search.closedToo()) {
            uri.queryParam("afsluttede", "ja");
        }
        uri.queryParam("sorter", search.sort().code());
        if (page > 1) {
            uri.queryParam("side", page);
        }
        return uri.encode()
                .buildAndExpand(search.text() == null ? Map.of() : Map.of("q", search.text()))
                .toUriString();
    }

    private static @Nullable String clean(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        return stripped.length() > LONGEST_TEXT ? stripped.substring(0, LONGEST_TEXT) : stripped;
    }

    private static @Nullable String known(@Nullable String value, List<String> values) {
        return value != null && values.contains(value) ? value : null;
    }

    /** A page that does not exist, or no number at all, leads to the nearest one. */
    private static int pageNumber(@Nullable String page, int pages) {
        if (page == null || !page.matches("\\d{1,6}")) {
            return 1;
        }
        return Math.max(1, Math.min(pages, Integer.parseInt(page)));
    }
}
