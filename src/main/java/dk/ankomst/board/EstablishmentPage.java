package dk.ankomst.board;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.establishment.AnsweredMeanwhile;
import dk.ankomst.establishment.CaseProposal;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.establishment.LineAnswer;
import dk.ankomst.establishment.StoredLine;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
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

/** The proposal for a family's first home, line by line, and the answers to what the package leaves open. */
@Controller
@PreAuthorize(Access.MAY_READ_ESTABLISHMENT)
class EstablishmentPage {

    private final Cases cases;
    private final EstablishmentSupport support;
    private final EstablishmentViews views;
    private final Departments departments;

    EstablishmentPage(Cases cases, EstablishmentSupport support, EstablishmentViews views, Departments departments) {
        this.cases = cases;
        this.support = support;
        this.views = views;
        this.departments = departments;
    }

    @GetMapping("/sager/{caseNumber:\\d{4}-\\d+}/etablering")
    String proposal(@PathVariable String caseNumber, Authentication user, Model model) {
        boolean mayAnswer = !Collections.disjoint(departments.of(user), Access.ESTABLISHERS);
        return show(cases.facts(caseNumber), mayAnswer, null, List.of(), List.of(), model);
    }

    @PostMapping("/sager/{caseNumber:\\d{4}-\\d+}/etablering")
    @PreAuthorize(Access.MAY_ESTABLISH)
    String answer(
            @PathVariable String caseNumber,
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFacts facts = cases.facts(caseNumber);
        EstablishmentTyped typed = new EstablishmentTyped(values);
        CaseProposal proposal = support.proposal(caseNumber);
        if (!facts.open() || !proposal.isAnswerable()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(facts, true, null, List.of(new FieldError("", closed(facts, proposal))), List.of(), model);
        }
        List<FieldError> unknown = typed.unknown(proposal.lines());
        if (!unknown.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(facts, true, typed, unknown, List.of(), model);
        }
        List<LineAnswer> answers = proposal.lines().stream()
                .filter(line -> proposal.isAnswerable(line) && typed.has(line))
                .map(typed::answer)
                .toList();
        try {
            redirect.addFlashAttribute("done", saved(support.answer(caseNumber, answers)));
            return "redirect:/sager/" + caseNumber + "/etablering";
        } catch (InputRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(facts, true, typed, refused.errors(), List.of(), model);
        } catch (AnsweredMeanwhile meanwhile) {
            response.setStatus(HttpStatus.CONFLICT.value());
            List<FieldError> errors = meanwhile.lines().stream()
                    .map(line -> new FieldError(
                            line.ruleId(), "En anden svarede om " + line.itemName() + ", mens du skrev. Se linjen."))
                    .collect(Collectors.toList());
            return show(facts, true, typed, errors, meanwhile.lines(), model);
        }
    }

    private static String closed(CaseFacts facts, CaseProposal proposal) {
        if (!facts.open()) {
            return "Svarene er ikke gemt, fordi sagen er afsluttet eller under afslutning.";
        }
        return proposal.settlement() == null
                ? "Svarene er ikke gemt, fordi der ikke er et forslag at svare på."
                : "Svarene er ikke gemt, fordi det er afgjort, om støtten bevilges. Afgørelsen står på sagen.";
    }

    private static String saved(int lines) {
        return switch (lines) {
            case 0 -> "Der var ingen nye svar at gemme.";
            case 1 -> "Svaret på 1 linje er gemt.";
            default -> "Svarene på " + lines + " linjer er gemt.";
        };
    }

    private String show(
            CaseFacts facts,
            boolean mayAnswer,
            @Nullable EstablishmentTyped typed,
            List<FieldError> errors,
            Collection<StoredLine> meanwhile,
            Model model) {
        model.addAttribute("view", views.of(facts, mayAnswer, typed, errors, meanwhile));
        return "sag-etablering";
    }
}
