package dk.ankomst.cases;

import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a visitation is typed in; every button is a plain submit, so it works without a script. */
@Controller
@RequestMapping("/sager/ny")
@PreAuthorize(CaseAccess.CHANGE)
class NewCasePage {

    private static final String VIEW = "cases/ny";
    private static final String ADD = "tilfoej";
    private static final String REMOVE = "fjern-";

    private static final Pattern MEMBER_FIELD = Pattern.compile("members\\[(\\d+)]\\.(.*)");

    /** The fields from the top of the page down, by which the summary of errors is ordered. */
    private static final List<String> CASE_FIELDS = List.of(
            "residenceCategory",
            "origin",
            "originName",
            "visitationDate",
            "plannedArrivalDate",
            "takeoverAgreedDate",
            "unaccompaniedMinor",
            "familyName",
            "address",
            "knownNeeds",
            "externalReference",
            "members");

    private static final List<String> MEMBER_FIELDS = List.of(
            "givenName",
            "surname",
            "birthDate",
            "sex",
            "familyRole",
            "nationality",
            "ethnicGroup",
            "language",
            "needs",
            "needsNote");

    private final Cases cases;

    NewCasePage(Cases cases) {
        this.cases = cases;
    }

    @InitBinder
    void limit(WebDataBinder binder) {
        binder.setAutoGrowCollectionLimit(VisitationCheck.MOST_MEMBERS + 1);
    }

    @ModelAttribute
    void codes(Model model) {
        model.addAttribute("categories", CodeList.RESIDENCE_CATEGORY.codes());
        model.addAttribute("origins", CodeList.ORIGIN.codes());
        model.addAttribute("roles", CodeList.FAMILY_ROLE.codes());
        model.addAttribute("sexes", CodeList.SEX.codes());
        model.addAttribute("nationalities", CodeList.NATIONALITY.codes());
        model.addAttribute("groups", CodeList.ETHNIC_GROUP.codes());
        model.addAttribute("needs", CodeList.NEED.codes());
    }

    @GetMapping
    ModelAndView empty() {
        VisitationForm form = new VisitationForm();
        form.getMembers().add(new VisitationForm.Member());
        return page(form, Map.of(), "");
    }

    @PostMapping
    ModelAndView submitted(
            @ModelAttribute("form") VisitationForm form,
            @RequestParam(name = "handling", defaultValue = "registrer") String action) {
        if (action.equals(ADD)) {
            return withOneMore(form);
        }
        if (action.startsWith(REMOVE)) {
            return withoutMember(form, action.substring(REMOVE.length()));
        }
        return register(form);
    }

    private ModelAndView register(VisitationForm form) {
        Reading reading = new Reading();
        Visitation visitation = form.read(reading);
        try {
            String number = cases.register(visitation, null, reading.errors(), form.isAnotherFamily());
            return new ModelAndView("redirect:/sager/" + number);
        } catch (SameFamily e) {
            ModelAndView page = refused(form, e.errors());
            page.setStatus(HttpStatus.CONFLICT);
            page.addObject("sameAs", e.caseNumber());
            return page;
        } catch (InputRefused e) {
            return refused(form, e.errors());
        }
    }

    private static ModelAndView withOneMore(VisitationForm form) {
        if (form.getMembers().size() >= VisitationCheck.MOST_MEMBERS) {
            return refused(
                    form,
                    List.of(new FieldError(
                            "members",
                            "En sag kan højst have " + VisitationCheck.MOST_MEMBERS
                                    + " familiemedlemmer. Del familien på flere sager.")));
        }
        form.getMembers().add(new VisitationForm.Member());
        return page(form, Map.of(), "members[" + (form.getMembers().size() - 1) + "].givenName");
    }

    private static ModelAndView withoutMember(VisitationForm form, String which) {
        int index = which.matches("\\d{1,3}") ? Integer.parseInt(which) : -1;
        if (index >= 0 && index < form.getMembers().size()) {
            form.getMembers().remove(index);
        }
        int last = form.getMembers().size() - 1;
        return page(form, Map.of(), last < 0 ? "" : "members[" + Math.min(index, last) + "].givenName");
    }

    private static ModelAndView refused(VisitationForm form, List<FieldError> errors) {
        Map<String, String> byField = new LinkedHashMap<>();
        errors.stream()
                .sorted(Comparator.comparingInt(error -> placeOnPage(error.field())))
                .forEach(error -> byField.put(error.field(), error.message()));
        ModelAndView page = page(form, byField, "");
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private static int placeOnPage(String field) {
        Matcher member = MEMBER_FIELD.matcher(field);
        return member.matches()
                ? CASE_FIELDS.size()
                        + Integer.parseInt(member.group(1)) * MEMBER_FIELDS.size()
                        + MEMBER_FIELDS.indexOf(member.group(2))
                : CASE_FIELDS.indexOf(field);
    }

    private static ModelAndView page(VisitationForm form, Map<String, String> errors, String focus) {
        ModelAndView page = new ModelAndView(VIEW);
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("focus", focus);
        return page;
    }
}
