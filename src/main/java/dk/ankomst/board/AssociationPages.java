package dk.ankomst.board;

import dk.ankomst.board.EstablishmentView.Fact;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.volunteers.Association;
import dk.ankomst.volunteers.AssociationEntry;
import dk.ankomst.volunteers.Associations;
import dk.ankomst.volunteers.Associations.SupportKind;
import dk.ankomst.volunteers.CivilSocietyTables;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of associations. */
@Controller
@RequestMapping("/foreninger")
@PreAuthorize(Access.MAY_READ_VOLUNTEERS)
class AssociationPages {

    /** An association in the list. */
    record Row(long id, String name, String areas, String offers, String standing, String badge) {}

    private final Associations associations;
    private final CivilSocietyTables tables;
    private final Departments departments;
    private final Wording wording;

    AssociationPages(Associations associations, CivilSocietyTables tables, Departments departments, Wording wording) {
        this.associations = associations;
        this.tables = tables;
        this.departments = departments;
        this.wording = wording;
    }

    @GetMapping
    String list(Authentication user, Model model) {
        Map<String, String> areas = VolunteerPages.areas(tables);
        model.addAttribute("mayKeep", mayKeep(user));
        model.addAttribute(
                "rows",
                associations.all().stream()
                        .map(one -> new Row(
                                one.id(),
                                one.name(),
                                VolunteerPages.words(one.areas(), areas),
                                Objects.requireNonNullElse(one.offers(), ""),
                                standing(one),
                                badge(one)))
                        .toList());
        return "foreninger";
    }

    @GetMapping("/ny")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String fresh(Model model) {
        return form(
                model, "/foreninger/ny", "/foreninger", "Ny forening", null, new LinkedMultiValueMap<>(), List.of());
    }

    @PostMapping("/ny")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String register(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        return FormAnswer.of(
                response,
                () -> {
                    long id = associations.register(entry(typed));
                    redirect.addFlashAttribute("done", "Foreningen er skrevet i registret.");
                    return "redirect:/foreninger/" + id;
                },
                errors -> form(model, "/foreninger/ny", "/foreninger", "Ny forening", null, typed, errors));
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Authentication user, Model model) {
        Association one = known(id);
        List<Fact> facts = new ArrayList<>();
        VolunteerPages.fact(facts, "Kontaktperson", one.contactName());
        VolunteerPages.fact(facts, "Telefon", one.contactPhone());
        VolunteerPages.fact(facts, "E-mail", one.contactEmail());
        VolunteerPages.fact(facts, "Områder", VolunteerPages.words(one.areas(), VolunteerPages.areas(tables)));
        VolunteerPages.fact(facts, "Tilbud til nyankomne", one.offers());
        VolunteerPages.fact(
                facts,
                "Samarbejdsaftale",
                one.agreementOn() == null
                        ? "Ingen aftale endnu"
                        : wording.date(one.agreementOn())
                                + (one.agreementReference() == null ? "" : ", " + one.agreementReference()));
        if (one.endedOn() != null) {
            VolunteerPages.fact(facts, "Sluttet", wording.date(one.endedOn()) + ": " + one.endedReason());
        }
        String address = "/foreninger/" + id;
        model.addAttribute("heading", one.name());
        model.addAttribute("back", "/foreninger");
        model.addAttribute("standing", standing(one));
        model.addAttribute("badge", badge(one));
        model.addAttribute("facts", facts);
        model.addAttribute("mayKeep", mayKeep(user));
        model.addAttribute(
                "support",
                associations.supportOf(id).stream()
                        .map(given -> wording.date(given.givenOn()) + ", "
                                + given.kind().danish() + ": " + given.extent())
                        .toList());
        model.addAttribute(
                "links",
                one.active()
                        ? List.of(
                                new Fact("Ret", address + "/ret"),
                                new Fact("Notér støtte", address + "/stoette"),
                                new Fact("Samarbejdet slutter", address + "/stop"))
                        : List.of());
        return "frivillig";
    }

    @GetMapping("/{id:\\d+}/ret")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String edit(@PathVariable long id, Model model) {
        Association one = active(id);
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("name", one.name());
        VolunteerPages.add(values, "contactName", one.contactName());
        VolunteerPages.add(values, "contactPhone", one.contactPhone());
        VolunteerPages.add(values, "contactEmail", one.contactEmail());
        VolunteerPages.add(values, "offers", one.offers());
        VolunteerPages.add(values, "agreementOn", VolunteerPages.date(one.agreementOn()));
        VolunteerPages.add(values, "agreementReference", one.agreementReference());
        values.put("areas", one.areas());
        return form(
                model,
                "/foreninger/" + id + "/ret",
                "/foreninger/" + id,
                "Ret " + one.name(),
                one.version(),
                values,
                List.of());
    }

    @PostMapping("/{id:\\d+}/ret")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String change(
            @PathVariable long id,
            @RequestParam(name = "version", defaultValue = "-1") int version,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Association one = active(id);
        return FormAnswer.of(
                response,
                () -> {
                    associations.change(id, version, entry(typed));
                    redirect.addFlashAttribute("done", "Ændringen er gemt.");
                    return "redirect:/foreninger/" + id;
                },
                errors -> form(
                        model,
                        "/foreninger/" + id + "/ret",
                        "/foreninger/" + id,
                        "Ret " + one.name(),
                        version,
                        typed,
                        errors));
    }

    @GetMapping("/{id:\\d+}/stop")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String ending(@PathVariable long id, Model model) {
        return endForm(active(id), new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping("/{id:\\d+}/stop")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String end(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Association one = active(id);
        Typed input = new Typed(typed);
        return FormAnswer.of(
                response,
                () -> {
                    LocalDate on = input.date("date");
                    input.refuseUnreadable(() -> associations.end(id, on, input.text("reason")));
                    redirect.addFlashAttribute("done", "Det er noteret, at samarbejdet er sluttet.");
                    return "redirect:/foreninger/" + id;
                },
                errors -> endForm(one, typed, errors, model));
    }

    @GetMapping("/{id:\\d+}/stoette")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String supporting(@PathVariable long id, Model model) {
        return supportForm(active(id), new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping("/{id:\\d+}/stoette")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String support(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Association one = active(id);
        Typed input = new Typed(typed);
        return FormAnswer.of(
                response,
                () -> {
                    SupportKind kind = Arrays.stream(SupportKind.values())
                            .filter(known -> known.name().equals(input.text("kind")))
                            .findFirst()
                            .orElse(null);
                    LocalDate on = input.date("date");
                    input.refuseUnreadable(() -> associations.support(id, kind, input.text("extent"), on));
                    redirect.addFlashAttribute("done", "Støtten er noteret.");
                    return "redirect:/foreninger/" + id;
                },
                errors -> supportForm(one, typed, errors, model));
    }

    private static String endForm(
            Association one, MultiValueMap<String, String> typed, List<FieldError> errors, Model model) {
        model.addAttribute("version", null);
        model.addAttribute(
                "form",
                new ChangeForm(
                        "/foreninger/" + one.id() + "/stop",
                        "/foreninger/" + one.id(),
                        "Samarbejdet med " + one.name() + " slutter",
                        "Kontaktpersonens navn og kontakt slettes samtidig.",
                        "Notér, at samarbejdet slutter",
                        new Fields(new Typed(typed), errors)
                                .date("date", "Hvornår?", Fields.DATE_HINT)
                                .longText("reason", "Hvorfor?", true, null)
                                .list(),
                        errors));
        return "formular";
    }

    private static String supportForm(
            Association one, MultiValueMap<String, String> typed, List<FieldError> errors, Model model) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (SupportKind kind : SupportKind.values()) {
            kinds.put(kind.name(), kind.danish());
        }
        model.addAttribute("version", null);
        model.addAttribute(
                "form",
                new ChangeForm(
                        "/foreninger/" + one.id() + "/stoette",
                        "/foreninger/" + one.id(),
                        "Notér støtte til " + one.name(),
                        "Tilskud, lokaler og medarbejderhjælp (rapporten L1767-1771). Rapporten nævner ingen beløb; skriv med ord, hvad der er givet.",
                        "Notér støtten",
                        new Fields(new Typed(typed), errors)
                                .select("kind", "Hvad er støtten?", true, kinds)
                                .longText("extent", "Hvor meget, og til hvad?", true, null)
                                .date("date", "Hvornår blev den givet?", Fields.DATE_HINT)
                                .list(),
                        errors));
        return "formular";
    }

    private String form(
            Model model,
            String address,
            String back,
            String heading,
            @Nullable Integer version,
            MultiValueMap<String, String> typed,
            List<FieldError> errors) {
        model.addAttribute("version", version);
        model.addAttribute(
                "form",
                new ChangeForm(
                        address,
                        back,
                        heading,
                        "En samarbejdsaftale gør det lettere at tænke foreningen ind i modtagelsen (rapporten L1706-1708).",
                        "Gem",
                        new Fields(new Typed(typed), errors)
                                .text("name", "Foreningens navn", true, null)
                                .text("contactName", "Kontaktperson", false, "Skriv ikke CPR-nummer")
                                .text("contactPhone", "Telefon", false, null)
                                .text("contactEmail", "E-mail", false, null)
                                .optionalChecks(
                                        "areas", "Områder", "Vælg alle, der passer", VolunteerPages.areas(tables))
                                .longText("offers", "Tilbud til nyankomne", false, "Hvad kan en familie se an?")
                                .optionalDate("agreementOn", "Samarbejdsaftale indgået", Fields.DATE_HINT)
                                .text("agreementReference", "Hvor ligger aftalen?", false, "Fx et journalnummer")
                                .list(),
                        errors));
        return "formular";
    }

    private static AssociationEntry entry(MultiValueMap<String, String> typed) {
        Typed input = new Typed(typed);
        LocalDate agreement = input.date("agreementOn");
        input.requireReadable();
        return new AssociationEntry(
                input.text("name"),
                input.text("contactName"),
                input.text("contactPhone"),
                input.text("contactEmail"),
                input.text("offers"),
                agreement,
                input.text("agreementReference"),
                input.all("areas"));
    }

    private Association known(long id) {
        return associations.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Association active(long id) {
        Association one = known(id);
        if (!one.active()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return one;
    }

    private boolean mayKeep(Authentication user) {
        return !Collections.disjoint(departments.of(user), Access.VOLUNTEER_KEEPERS);
    }

    private static String standing(Association one) {
        return !one.active() ? "Sluttet" : one.agreementOn() == null ? "Mangler aftale" : "Aftale indgået";
    }

    private static String badge(Association one) {
        return !one.active() ? "" : one.agreementOn() == null ? "badge-warning" : "badge-success";
    }
}
