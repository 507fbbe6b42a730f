package dk.ankomst.board;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.housing.DwellingTaken;
import dk.ankomst.housing.Housing;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dwellings held against one family: which fit and why, which not, and which one it gets. */
@Controller
@PreAuthorize(Access.MAY_READ_HOUSING)
class CaseDwellingPage {

    private final Cases cases;
    private final Housing housing;
    private final CaseDwellingViews views;
    private final Departments departments;

    CaseDwellingPage(Cases cases, Housing housing, CaseDwellingViews views, Departments departments) {
        this.cases = cases;
        this.housing = housing;
        this.views = views;
        this.departments = departments;
    }

    @GetMapping("/sager/{caseNumber:\\d{4}-\\d+}/bolig")
    String page(@PathVariable String caseNumber, Authentication user, Model model) {
        boolean mayHouse = !Collections.disjoint(departments.of(user), Access.HOUSERS);
        return show(cases.facts(caseNumber), mayHouse, null, null, List.of(), model);
    }

    @PostMapping("/sager/{caseNumber:\\d{4}-\\d+}/bolig/{dwelling:\\d+}/reserver")
    @PreAuthorize(Access.MAY_HOUSE)
    String reserve(
            @PathVariable String caseNumber,
            @PathVariable long dwelling,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed typed = new Typed(values);
        return carryOut(
                caseNumber,
                typed,
                dwelling,
                () -> housing.reserve(caseNumber, dwelling, typed.number("rooms"), typed.text("ground")),
                "Boligen er reserveret til familien. Fortsæt i opgaven om bolig.",
                model,
                redirect,
                response);
    }

    @PostMapping("/sager/{caseNumber:\\d{4}-\\d+}/bolig/frigiv")
    @PreAuthorize(Access.MAY_HOUSE)
    String release(
            @PathVariable String caseNumber,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed typed = new Typed(values);
        return carryOut(
                caseNumber,
                typed,
                null,
                () -> housing.release(caseNumber, typed.text("reason")),
                "Boligen er fri igen.",
                model,
                redirect,
                response);
    }

    @PostMapping("/sager/{caseNumber:\\d{4}-\\d+}/bolig/indflytning")
    @PreAuthorize(Access.MAY_HOUSE)
    String moveIn(
            @PathVariable String caseNumber,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed typed = new Typed(values);
        return carryOut(
                caseNumber,
                typed,
                null,
                () -> housing.moveIn(caseNumber, typed.date("movedInOn"), typed.date("leavesOn")),
                "Indflytningen er registreret.",
                model,
                redirect,
                response);
    }

    @PostMapping("/sager/{caseNumber:\\d{4}-\\d+}/bolig/ydelse")
    @PreAuthorize(Access.MAY_HOUSE)
    String benefit(
            @PathVariable String caseNumber,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed typed = new Typed(values);
        return carryOut(
                caseNumber,
                typed,
                null,
                () -> housing.benefit(caseNumber, typed.number("benefit")),
                "Ydelsen er gemt, og boligerne er vurderet igen.",
                model,
                redirect,
                response);
    }

    private String carryOut(
            String caseNumber,
            Typed typed,
            @Nullable Long tried,
            Runnable command,
            String done,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFacts facts = cases.facts(caseNumber);
        try {
            typed.refuseUnreadable(command);
            redirect.addFlashAttribute("done", done);
            return "redirect:/sager/" + caseNumber + "/bolig";
        } catch (DwellingTaken taken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(facts, true, typed, tried, taken.errors(), model);
        } catch (InputRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(facts, true, typed, tried, refused.errors(), model);
        }
    }

    private String show(
            CaseFacts facts,
            boolean mayHouse,
            @Nullable Typed typed,
            @Nullable Long tried,
            List<FieldError> errors,
            Model model) {
        model.addAttribute("view", views.of(facts, mayHouse, typed, tried, errors));
        return "sag-bolig";
    }
}
