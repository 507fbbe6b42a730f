package dk.ankomst.board;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.forms.CaseNotes;
import dk.ankomst.platform.InputRefused.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notes of a case: all of them, a new one, and a correction, which leaves the note it corrects as it is. */
@Controller
@PreAuthorize(Access.MAY_READ)
class CaseNotePages {

    private static final String PAGE = "/sager/{caseNumber:\\d{4}-\\d+}/noter";
    private static final String CORRECTION = PAGE + "/{number:\\d{1,9}}/rettelse";

    private final Cases cases;
    private final CaseNotes notes;
    private final CaseNoteViews views;
    private final Departments departments;

    CaseNotePages(Cases cases, CaseNotes notes, CaseNoteViews views, Departments departments) {
        this.cases = cases;
        this.notes = notes;
        this.views = views;
        this.departments = departments;
    }

    @GetMapping(PAGE)
    String page(
            @PathVariable String caseNumber,
            @RequestParam(name = "side", defaultValue = "1") int side,
            Authentication user,
            Model model) {
        return show(cases.facts(caseNumber), user, side, new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping(PAGE)
    @PreAuthorize(Access.MAY_MOVE_TASKS)
    String add(
            @PathVariable String caseNumber,
            @RequestParam MultiValueMap<String, String> typed,
            Authentication user,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFacts facts = cases.facts(caseNumber);
        Typed input = new Typed(typed);
        return FormAnswer.of(
                response,
                () -> {
                    notes.add(caseNumber, input.text(CaseNotes.TEXT), input.text(CaseNotes.READERS));
                    redirect.addFlashAttribute("done", "Noten er gemt. Den bliver stående, som den er.");
                    return "redirect:/sager/" + caseNumber + "/noter";
                },
                errors -> show(facts, user, 1, typed, errors, model));
    }

    private String show(
            CaseFacts facts,
            Authentication user,
            int side,
            MultiValueMap<String, String> typed,
            List<FieldError> errors,
            Model model) {
        Set<String> groups = departments.of(user);
        CaseNoteViews.Notes all = views.of(facts, groups, user.getName());
        int pages = Math.max(1, (all.shown().size() + CaseNoteViews.ON_A_PAGE - 1) / CaseNoteViews.ON_A_PAGE);
        int page = Math.max(1, Math.min(side, pages));
        model.addAttribute("case", facts);
        model.addAttribute(
                "notes",
                all.shown().stream()
                        .skip((long) (page - 1) * CaseNoteViews.ON_A_PAGE)
                        .limit(CaseNoteViews.ON_A_PAGE)
                        .toList());
        model.addAttribute("hidden", all.hidden());
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        model.addAttribute("mayWrite", !Collections.disjoint(groups, Access.MOVERS));
        Map<String, String> readers = new LinkedHashMap<>();
        readers.put(CaseNotes.EVERYBODY, "Alle, der arbejder med sagen");
        readers.put(CaseNotes.NEEDS, "Kun dem, der handler på helbred og børn");
        model.addAttribute(
                "form",
                new ChangeForm(
                        "/sager/" + facts.caseNumber() + "/noter",
                        "/sager/" + facts.caseNumber(),
                        "Skriv en note",
                        "",
                        "Gem noten",
                        new Fields(new Typed(typed), errors)
                                .longText(
                                        CaseNotes.TEXT,
                                        "Ny note",
                                        true,
                                        "Skriv kort, hvad kollegerne skal vide. Ingen CPR-numre")
                                .select(CaseNotes.READERS, "Hvem må læse den?", true, readers)
                                .list(),
                        errors));
        return "sag-noter";
    }

    @GetMapping(CORRECTION)
    @PreAuthorize(Access.MAY_MOVE_TASKS)
    String correction(@PathVariable String caseNumber, @PathVariable int number, Authentication user, Model model) {
        CaseFacts facts = cases.facts(caseNumber);
        return show(facts, readable(facts, number, user), new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping(CORRECTION)
    @PreAuthorize(Access.MAY_MOVE_TASKS)
    String correct(
            @PathVariable String caseNumber,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed,
            Authentication user,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFacts facts = cases.facts(caseNumber);
        CaseNoteViews.Shown wrong = readable(facts, number, user);
        return FormAnswer.of(
                response,
                () -> {
                    notes.correct(caseNumber, number, new Typed(typed).text(CaseNotes.TEXT));
                    redirect.addFlashAttribute("done", "Rettelsen er gemt. Den gamle note bliver stående.");
                    return "redirect:/sager/" + caseNumber + "/noter";
                },
                errors -> show(facts, wrong, typed, errors, model));
    }

    private CaseNoteViews.Shown readable(CaseFacts facts, int number, Authentication user) {
        return views.one(facts, number, departments.of(user), Objects.requireNonNull(user.getName()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String show(
            CaseFacts facts,
            CaseNoteViews.Shown wrong,
            MultiValueMap<String, String> typed,
            List<FieldError> errors,
            Model model) {
        String back = "/sager/" + facts.caseNumber() + "/noter";
        model.addAttribute("case", facts);
        model.addAttribute("quoted", wrong);
        model.addAttribute(
                "form",
                new ChangeForm(
                        back + "/" + wrong.number() + "/rettelse",
                        back,
                        "Tilføj rettelse",
                        "Noten bliver stående, som den er. Rettelsen bliver en ny note, der peger på den.",
                        "Gem rettelsen",
                        new Fields(new Typed(typed), errors)
                                .longText(CaseNotes.TEXT, "Hvad er rigtigt?", true, "Ingen CPR-numre")
                                .list(),
                        errors));
        return "sag-note-rettelse";
    }
}
