package dk.ankomst.board;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.checklists.Answer;
import dk.ankomst.checklists.Checklist;
import dk.ankomst.checklists.Checklists;
import dk.ankomst.checklists.Checklists.Reply;
import dk.ankomst.checklists.Point;
import dk.ankomst.platform.InputRefused.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The checklists of a case, and one of them with its points, to be answered one by one by those who go through it. */
@Controller
@PreAuthorize(Access.MAY_READ)
class ChecklistPages {

    private static final String OF_A_CASE = "/sager/{caseNumber:\\d{4}-\\d+}/tjeklister";
    private static final String ANSWER = "svar-";
    private static final String REMARK = "bemaerkning-";
    private static final String SEEN = "set-";

    /** The lists of one kind. */
    record Kind(String name, List<Row> lists) {}

    /** A list in the overview; {@code left} says how many required points are missing, null when none is. */
    record Row(
            String title,
            String address,
            String department,
            String progress,
            @Nullable String left) {}

    /**
     * A point on the page.
     *
     * @param chosen the answer that is marked; null: none
     * @param given the answer that counts, in words; null: none
     * @param earlier the answers before it, the newest first
     */
    record Asked(
            String code,
            String text,
            boolean required,
            @Nullable String help,
            @Nullable String source,
            @Nullable String chosen,
            String remark,
            long seen,
            @Nullable String given,
            List<String> earlier,
            @Nullable String error) {}

    private final Cases cases;
    private final Checklists checklists;
    private final Departments departments;
    private final Wording wording;

    ChecklistPages(Cases cases, Checklists checklists, Departments departments, Wording wording) {
        this.cases = cases;
        this.checklists = checklists;
        this.departments = departments;
        this.wording = wording;
    }

    /** Where a list is answered. */
    static String address(String caseNumber, Checklist list) {
        return "/sager/" + caseNumber + "/tjeklister/" + list.code()
                + (list.personId() == null ? "" : "?person=" + list.personId());
    }

    @GetMapping(OF_A_CASE)
    String lists(@PathVariable String caseNumber, Model model) {
        CaseFacts facts = cases.facts(caseNumber);
        List<Checklist> all = checklists.ofCase(caseNumber);
        model.addAttribute("number", caseNumber);
        model.addAttribute("family", facts.family());
        model.addAttribute(
                "kinds",
                Arrays.stream(Checklist.Kind.values())
                        .map(kind -> new Kind(
                                kind.danish(),
                                all.stream()
                                        .filter(list -> list.kind() == kind)
                                        .map(list -> row(facts, list))
                                        .toList()))
                        .filter(kind -> !kind.lists().isEmpty())
                        .toList());
        return "sag-tjeklister";
    }

    private Row row(CaseFacts facts, Checklist list) {
        int missing = list.missing().size();
        return new Row(
                title(facts, list),
                address(facts.caseNumber(), list),
                departments.name(list.group()),
                list.answered() + " af " + list.listed().size() + " besvaret",
                missing == 0 ? null : missing == 1 ? "1 påkrævet mangler" : missing + " påkrævede mangler");
    }

    private static String title(CaseFacts facts, Checklist list) {
        return list.title()
                + facts.persons().stream()
                        .filter(person -> Objects.equals(person.id(), list.personId()))
                        .map(PersonFacts::name)
                        .map(name -> ": " + name)
                        .findFirst()
                        .orElse("");
    }

    @GetMapping(OF_A_CASE + "/{list}")
    String list(
            @PathVariable String caseNumber,
            @PathVariable String list,
            @RequestParam(name = "person", required = false) @Nullable Long person,
            Model model) {
        return show(found(caseNumber, list, person), caseNumber, null, List.of(), model);
    }

    @PostMapping(OF_A_CASE + "/{list}")
    @PreAuthorize(Access.MAY_MOVE_TASKS)
    String answer(
            @PathVariable String caseNumber,
            @PathVariable String list,
            @RequestParam(name = "person", required = false) @Nullable Long person,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Checklist shown = found(caseNumber, list, person);
        Typed input = new Typed(typed);
        List<Reply> replies = shown.listed().stream()
                .map(point -> new Reply(
                        point.code(),
                        kind(input.text(ANSWER + point.code())),
                        input.text(REMARK + point.code()),
                        seen(input, point)))
                .toList();
        return FormAnswer.of(
                response,
                () -> {
                    int saved = checklists.answer(caseNumber, list, person, replies);
                    redirect.addFlashAttribute(
                            "done",
                            saved == 0
                                    ? "Der var ingen nye svar at gemme."
                                    : saved == 1 ? "1 svar er gemt." : saved + " svar er gemt.");
                    return "redirect:" + address(caseNumber, shown);
                },
                errors -> show(found(caseNumber, list, person), caseNumber, typed, errors, model));
    }

    private Checklist found(String caseNumber, String list, @Nullable Long person) {
        return checklists
                .ofCase(caseNumber, list, person)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Answer.@Nullable Kind kind(@Nullable String code) {
        return Arrays.stream(Answer.Kind.values())
                .filter(kind -> kind.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static long seen(Typed input, Point point) {
        String seen = input.text(SEEN + point.code());
        return seen != null && seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0;
    }

    private String show(
            Checklist list,
            String caseNumber,
            @Nullable MultiValueMap<String, String> typed,
            List<FieldError> errors,
            Model model) {
        CaseFacts facts = cases.facts(caseNumber);
        Typed input = typed == null ? null : new Typed(typed);
        Map<String, String> byPoint = errors.stream()
                .collect(Collectors.toMap(FieldError::field, FieldError::message, (first, other) -> first));
        model.addAttribute("number", caseNumber);
        model.addAttribute("family", facts.family());
        model.addAttribute("listTitle", title(facts, list));
        model.addAttribute("list", list);
        model.addAttribute("address", address(caseNumber, list));
        model.addAttribute("progress", row(facts, list));
        model.addAttribute("editable", facts.open() && checklists.mayAnswer(list));
        model.addAttribute("closed", !facts.open());
        model.addAttribute(
                "points",
                list.listed().stream()
                        .map(point -> asked(point, input, byPoint))
                        .toList());
        model.addAttribute(
                "gone",
                list.points().stream()
                        .filter(point -> !point.listed())
                        .map(point -> asked(point, null, Map.of()))
                        .toList());
        model.addAttribute(
                "errors",
                errors.stream()
                        .map(error -> new FieldError(
                                error.field().isEmpty() ? "" : "punkt-" + error.field(), error.message()))
                        .toList());
        model.addAttribute("kinds", Answer.Kind.values());
        return "sag-tjekliste";
    }

    private Asked asked(Point point, @Nullable Typed typed, Map<String, String> errors) {
        Answer standing = point.answer();
        String chosen = standing == null ? null : standing.kind().name();
        String remark = standing == null ? "" : Objects.requireNonNullElse(standing.remark(), "");
        List<String> answers = point.answers().stream().map(this::words).toList();
        return new Asked(
                point.code(),
                point.text(),
                point.required(),
                point.help(),
                point.source(),
                typed == null ? chosen : typed.text(ANSWER + point.code()),
                typed == null ? remark : typed.shown(REMARK + point.code()),
                standing == null ? 0 : standing.id(),
                answers.isEmpty() ? null : answers.get(answers.size() - 1),
                answers.size() < 2 ? List.of() : reversed(answers.subList(0, answers.size() - 1)),
                errors.get(point.code()));
    }

    private static List<String> reversed(List<String> oldestFirst) {
        List<String> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private String words(Answer answer) {
        return answer.kind().danish() + ", " + wording.time(answer.at()) + ", " + wording.actor(answer.by())
                + (answer.remark() == null ? "" : ": " + answer.remark());
    }
}
