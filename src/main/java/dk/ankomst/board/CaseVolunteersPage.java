package dk.ankomst.board;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.volunteers.Association;
import dk.ankomst.volunteers.Associations;
import dk.ankomst.volunteers.CivilSocietyTables;
import dk.ankomst.volunteers.Match;
import dk.ankomst.volunteers.MatchReason;
import dk.ankomst.volunteers.Matching;
import dk.ankomst.volunteers.TaskJudgement;
import dk.ankomst.volunteers.Visit;
import dk.ankomst.volunteers.Visits;
import dk.ankomst.volunteers.VolunteerTasks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** Which volunteer follows a family and why, its visits to associations, and what the volunteer is asked to do. */
@Controller
@PreAuthorize(Access.MAY_READ_MATCH)
class CaseVolunteersPage {

    private static final String PATH = "/sager/{caseNumber:\\d{4}-\\d+}/frivillige";
    private static final Map<String, String> YES_NO = yesNo();

    /** A volunteer with the reasons for and against. */
    record One(long id, String name, boolean rejected, List<MatchReason> reasons) {}

    /** A visit in words. */
    record Shown(
            long id,
            String association,
            String when,
            @Nullable String outcome) {}

    private final Cases cases;
    private final Matching matching;
    private final Visits visits;
    private final VolunteerTasks tasks;
    private final Associations associations;
    private final CivilSocietyTables tables;
    private final Departments departments;
    private final Wording wording;

    CaseVolunteersPage(
            Cases cases,
            Matching matching,
            Visits visits,
            VolunteerTasks tasks,
            Associations associations,
            CivilSocietyTables tables,
            Departments departments,
            Wording wording) {
        this.cases = cases;
        this.matching = matching;
        this.visits = visits;
        this.tasks = tasks;
        this.associations = associations;
        this.tables = tables;
        this.departments = departments;
        this.wording = wording;
    }

    @GetMapping(PATH)
    String page(@PathVariable String caseNumber, Authentication user, Model model) {
        return show(cases.facts(caseNumber), user, "", new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping(PATH + "/{what}")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String change(
            @PathVariable String caseNumber,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> typed,
            Authentication user,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFacts facts = cases.facts(caseNumber);
        return FormAnswer.of(
                response,
                () -> {
                    redirect.addFlashAttribute("done", carryOut(caseNumber, what, new Typed(typed)));
                    return "redirect:/sager/" + caseNumber + "/frivillige";
                },
                errors -> show(facts, user, what, typed, errors, model));
    }

    private String carryOut(String caseNumber, String what, Typed input) {
        switch (what) {
            case "oenske" -> {
                matching.wish(caseNumber, input.all("wishes"));
                return "Familiens ønsker er gemt.";
            }
            case "vaelg" -> {
                Long volunteer = VolunteerPages.number(input.text("volunteer"));
                matching.choose(caseNumber, volunteer == null ? -1 : volunteer);
                return "Den frivillige er valgt. Spørg nu den frivillige og familien, og skriv deres svar her.";
            }
            case "svar" -> {
                LocalDate family = input.date("family");
                LocalDate volunteer = input.date("volunteer");
                input.requireReadable();
                matching.accept(caseNumber, family, volunteer);
                return "Svaret er noteret.";
            }
            case "afslut" -> {
                LocalDate on = input.date("date");
                input.refuseUnreadable(() -> matching.end(caseNumber, on, input.text("reason")));
                return "Kontakten er afsluttet.";
            }
            case "besoeg" -> {
                LocalDate on = input.date("visitDate");
                input.requireReadable();
                visits.plan(caseNumber, VolunteerPages.number(input.text("association")), on);
                return "Besøget er noteret.";
            }
            case "udfald" -> {
                Long visit = VolunteerPages.number(input.text("visit"));
                visits.outcome(
                        caseNumber,
                        visit == null ? -1 : visit,
                        Arrays.stream(Visit.Outcome.values())
                                .filter(known -> known.name().equals(input.text("outcome")))
                                .findFirst()
                                .orElse(null));
                return "Udfaldet er noteret.";
            }
            case "opgave" -> {
                TaskJudgement judgement = tasks.give(
                        caseNumber,
                        input.text("area"),
                        input.text("description"),
                        answer(input.text("statutory")),
                        answer(input.text("specialist")),
                        answer(input.text("deadlineBound")));
                return judgement.allowed()
                        ? "Opgaven er givet til den frivillige."
                        : "Opgaven er IKKE givet til den frivillige. " + judgement.inWords();
            }
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static @Nullable Boolean answer(@Nullable String typed) {
        return "ja".equals(typed) ? Boolean.TRUE : "nej".equals(typed) ? Boolean.FALSE : null;
    }

    private String show(
            CaseFacts facts,
            Authentication user,
            String openForm,
            MultiValueMap<String, String> typed,
            List<FieldError> errors,
            Model model) {
        String caseNumber = facts.caseNumber();
        Set<String> groups = departments.of(user);
        boolean mayKeep = facts.open() && !Collections.disjoint(groups, Access.VOLUNTEER_KEEPERS);
        Match match = matching.openMatch(caseNumber).orElse(null);
        Map<String, String> areas = VolunteerPages.areas(tables);
        List<String> wishes = matching.wishes(caseNumber);
        Map<String, ChangeForm> forms =
                mayKeep ? forms(caseNumber, match, wishes, areas, openForm, typed, errors) : Map.of();
        model.addAttribute("case", facts);
        model.addAttribute("mayKeep", mayKeep);
        model.addAttribute("forms", forms);
        model.addAttribute("openForm", openForm);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "linked",
                forms.values().stream()
                        .flatMap(form -> form.fields().stream())
                        .map(ChangeForm.Field::name)
                        .collect(Collectors.toSet()));
        model.addAttribute(
                "wishes",
                wishes.isEmpty()
                        ? "Familiens ønsker er ikke noteret endnu."
                        : "Familien vil gerne have hjælp til: " + VolunteerPages.words(wishes, areas) + ".");
        model.addAttribute("match", match);
        model.addAttribute("matchStanding", match == null ? null : standing(match));
        model.addAttribute(
                "earlier",
                matching.ofCase(caseNumber).stream()
                        .filter(one -> !one.open())
                        .map(one -> "Tidligere: " + one.volunteerName() + ", sluttede "
                                + wording.date(Objects.requireNonNull(one.endedOn())) + ". " + one.endedReason())
                        .toList());
        model.addAttribute("mayChoose", mayKeep && match == null);
        model.addAttribute(
                "candidates",
                facts.open() && match == null && !Collections.disjoint(groups, Access.VOLUNTEER_READERS)
                        ? matching.candidates(caseNumber).stream()
                                .map(one -> new One(
                                        one.volunteer().id(), one.volunteer().name(), one.rejected(), one.reasons()))
                                .toList()
                        : null);
        model.addAttribute("outcomes", outcomes());
        model.addAttribute(
                "visits",
                visits.ofCase(caseNumber).stream()
                        .map(visit -> new Shown(
                                visit.id(),
                                visit.associationName(),
                                wording.date(visit.plannedOn()),
                                visit.outcome() == null ? null : visit.outcome().danish()))
                        .toList());
        model.addAttribute(
                "tasks",
                tasks.ofCase(caseNumber).stream()
                        .map(task -> wording.time(task.at()) + ", " + task.area() + ": " + task.description()
                                + (task.allowed() ? " (givet til " + task.volunteerName() + ")" : " (ikke givet)"))
                        .toList());
        return "sag-frivillige";
    }

    /** What an outcome is called, for the choice. */
    record Choice(String name, String danish) {}

    private static List<Choice> outcomes() {
        return Arrays.stream(Visit.Outcome.values())
                .map(outcome -> new Choice(outcome.name(), outcome.danish()))
                .toList();
    }

    private String standing(Match match) {
        return (match.familyAcceptedOn() == null
                        ? "familien har ikke svaret endnu"
                        : "familien sagde ja " + wording.date(match.familyAcceptedOn()))
                + ", "
                + (match.volunteerAcceptedOn() == null
                        ? "den frivillige har ikke svaret endnu."
                        : "den frivillige sagde ja " + wording.date(match.volunteerAcceptedOn()) + ".");
    }

    private Map<String, ChangeForm> forms(
            String caseNumber,
            @Nullable Match match,
            List<String> wishes,
            Map<String, String> areas,
            String sent,
            MultiValueMap<String, String> typed,
            List<FieldError> errors) {
        Map<String, ChangeForm> forms = new LinkedHashMap<>();
        MultiValueMap<String, String> noted = new LinkedMultiValueMap<>();
        noted.put("wishes", wishes);
        forms.put(
                "oenske",
                form(
                        caseNumber,
                        "oenske",
                        "Familiens ønsker",
                        "",
                        "Gem ønskerne",
                        fields(sent.equals("oenske") ? typed : noted, "oenske", sent, errors)
                                .optionalChecks(
                                        "wishes",
                                        "Hvad vil familien have hjælp til?",
                                        "Vælg alle, der passer",
                                        areas)));
        if (match != null) {
            forms.put(
                    "svar",
                    form(
                            caseNumber,
                            "svar",
                            "Skriv, hvem der har sagt ja",
                            "Først når begge har sagt ja, er kontaktfamilien fundet.",
                            "Gem svaret",
                            fields(typed, "svar", sent, errors)
                                    .optionalDate("family", "Familien sagde ja", Fields.DATE_HINT)
                                    .optionalDate("volunteer", "Den frivillige sagde ja", Fields.DATE_HINT)));
            forms.put(
                    "afslut",
                    form(
                            caseNumber,
                            "afslut",
                            "Afslut kontakten",
                            "Årsagen står på sagen og hjælper, når der skal findes en anden.",
                            "Afslut kontakten",
                            fields(typed, "afslut", sent, errors)
                                    .date("date", "Hvornår sluttede kontakten?", Fields.DATE_HINT)
                                    .longText(
                                            "reason",
                                            "Hvorfor?",
                                            true,
                                            "Skriv ikke CPR-nummer eller helbredsoplysninger")));
        }
        Map<String, String> cooperating = new LinkedHashMap<>();
        associations.all().stream()
                .filter(Association::active)
                .forEach(one -> cooperating.put(Long.toString(one.id()), one.name()));
        forms.put(
                "besoeg",
                form(
                        caseNumber,
                        "besoeg",
                        "Notér et besøg",
                        "Familien ser tilbuddet an, før den melder sig ind.",
                        "Notér besøget",
                        fields(typed, "besoeg", sent, errors)
                                .select("association", "Forening", true, cooperating)
                                .date("visitDate", "Hvornår er besøget?", Fields.DATE_HINT)));
        if (match != null && match.accepted()) {
            forms.put(
                    "opgave",
                    form(
                            caseNumber,
                            "opgave",
                            "Giv en opgave",
                            "Svarene holdes op mod tabellen frivilligopgave. Er ét af dem ja, må den frivillige ikke få opgaven; både svar og grund kommer på sagen.",
                            "Giv opgaven",
                            fields(typed, "opgave", sent, errors)
                                    .select("area", "Område", true, areas)
                                    .longText(
                                            "description",
                                            "Hvad skal den frivillige hjælpe med?",
                                            true,
                                            "Skriv ikke CPR-nummer eller helbredsoplysninger")
                                    .select("statutory", "Er opgaven lovpligtig for kommunen?", true, YES_NO)
                                    .select("specialist", "Kræver den særlig faglighed?", true, YES_NO)
                                    .select(
                                            "deadlineBound",
                                            "Skal den være løst inden en bestemt dag?",
                                            true,
                                            YES_NO)));
        }
        return forms;
    }

    private static Fields fields(
            MultiValueMap<String, String> typed, String code, String sent, List<FieldError> errors) {
        boolean isSent = code.equals(sent);
        return new Fields(
                new Typed(isSent || code.equals("oenske") ? typed : new LinkedMultiValueMap<>()),
                isSent ? errors : List.of());
    }

    private static ChangeForm form(
            String caseNumber, String code, String heading, String intro, String button, Fields fields) {
        String page = "/sager/" + caseNumber + "/frivillige";
        return new ChangeForm(page + "/" + code, page, heading, intro, button, fields.list(), List.of());
    }

    private static Map<String, String> yesNo() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("nej", "Nej");
        answers.put("ja", "Ja");
        return Collections.unmodifiableMap(answers);
    }
}
