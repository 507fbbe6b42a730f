package dk.ankomst.board;

import dk.ankomst.board.EstablishmentView.Fact;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.volunteers.Area;
import dk.ankomst.volunteers.Association;
import dk.ankomst.volunteers.Associations;
import dk.ankomst.volunteers.CivilSocietyTables;
import dk.ankomst.volunteers.Coverage;
import dk.ankomst.volunteers.Role;
import dk.ankomst.volunteers.Volunteer;
import dk.ankomst.volunteers.VolunteerEntry;
import dk.ankomst.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of volunteers, and whether there are enough of them. */
@Controller
@RequestMapping("/frivillige")
@PreAuthorize(Access.MAY_READ_VOLUNTEERS)
class VolunteerPages {

    private static final String NO_CPR = "Skriv ikke CPR-nummer";

    /** A volunteer in the list. */
    record Row(
            long id,
            String name,
            String roles,
            String areas,
            String languages,
            String standing,
            String badge,
            int matches) {}

    /** An area of the coverage. */
    record AreaRow(
            String name,
            String description,
            int volunteers,
            String minimum,
            int associations,
            int wishes,
            String standing,
            String badge) {}

    private final Volunteers volunteers;
    private final Associations associations;
    private final CivilSocietyTables tables;
    private final Coverage coverage;
    private final Departments departments;
    private final Wording wording;

    VolunteerPages(
            Volunteers volunteers,
            Associations associations,
            CivilSocietyTables tables,
            Coverage coverage,
            Departments departments,
            Wording wording) {
        this.volunteers = volunteers;
        this.associations = associations;
        this.tables = tables;
        this.coverage = coverage;
        this.departments = departments;
        this.wording = wording;
    }

    @GetMapping
    String list(Authentication user, Model model) {
        Map<String, String> areas = areas(tables);
        Map<String, String> roles = roles();
        model.addAttribute("mayKeep", mayKeep(user));
        model.addAttribute(
                "rows",
                volunteers.all().stream()
                        .map(one -> new Row(
                                one.id(),
                                one.name(),
                                words(one.roles(), roles),
                                words(one.areas(), areas),
                                String.join(", ", one.languages()),
                                standing(one),
                                badge(one),
                                one.openMatches()))
                        .toList());
        return "frivillige";
    }

    @GetMapping("/daekning")
    String coverage(Authentication user, Model model) {
        List<Associations.Meeting> held =
                associations.meetingsSince(wording.today().withDayOfYear(1));
        Integer wanted = tables.meetingsAYear();
        model.addAttribute("mayKeep", mayKeep(user));
        model.addAttribute(
                "areas", coverage.areas().stream().map(VolunteerPages::row).toList());
        model.addAttribute("languages", coverage.languages());
        model.addAttribute(
                "meetings",
                held.stream()
                        .map(meeting -> wording.date(meeting.heldOn()) + ": " + meeting.topic())
                        .toList());
        model.addAttribute(
                "meetingsStanding",
                held.size() + " holdt i år"
                        + (wanted == null
                                ? "; kommunen har ikke sat et tal."
                                : ", mindst " + wanted + " efter tabellen frivilligparameter."));
        return "frivillige-daekning";
    }

    private static AreaRow row(Coverage.OfArea area) {
        Integer minimum = area.area().minimum();
        Boolean shortage = area.shortage();
        return new AreaRow(
                (area.area().letter().isEmpty() ? "" : area.area().letter() + ") ")
                        + area.area().name(),
                area.area().description(),
                area.volunteers(),
                minimum == null ? "ikke sat" : minimum.toString(),
                area.associations(),
                area.wishes(),
                shortage != null
                        ? shortage ? "Mangler frivillige" : "Dækket"
                        : area.volunteers() == 0 ? "Ingen frivillige" : "Intet mål sat",
                Boolean.TRUE.equals(shortage) || (shortage == null && area.volunteers() == 0)
                        ? "badge-warning"
                        : shortage == null ? "" : "badge-success");
    }

    @GetMapping("/ny")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String fresh(Model model) {
        return form(
                model, "/frivillige/ny", "/frivillige", "Ny frivillig", null, new LinkedMultiValueMap<>(), List.of());
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
                    long id = volunteers.register(entry(typed));
                    redirect.addFlashAttribute("done", "Den frivillige er skrevet i registret.");
                    return "redirect:/frivillige/" + id;
                },
                errors -> form(model, "/frivillige/ny", "/frivillige", "Ny frivillig", null, typed, errors));
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Authentication user, Model model) {
        return show(known(id), mayKeep(user), null, model);
    }

    private String show(Volunteer one, boolean mayKeep, @Nullable String refused, Model model) {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "Telefon", one.phone());
        fact(facts, "E-mail", one.email());
        fact(facts, "Roller", words(one.roles(), roles()));
        fact(facts, "Områder", words(one.areas(), areas(tables)));
        fact(facts, "Sprog", String.join(", ", one.languages()));
        fact(facts, "Baggrund", one.background());
        fact(facts, "Forening", association(one.associationId()));
        fact(facts, "Aftale", one.agreementOn() == null ? "Ingen aftale endnu" : wording.date(one.agreementOn()));
        fact(
                facts,
                "Kodeks",
                one.conductOn() == null
                        ? "Ikke underskrevet; kodekset siger også, at frivillige ikke missionerer"
                        : "Underskrevet " + wording.date(one.conductOn()));
        fact(facts, "Familier nu", Integer.toString(one.openMatches()));
        if (one.endedOn() != null) {
            fact(
                    facts,
                    "Stoppet",
                    wording.date(one.endedOn()) + (one.endedReason() == null ? "" : ": " + one.endedReason()));
        }
        String address = "/frivillige/" + one.id();
        model.addAttribute("heading", one.name());
        model.addAttribute("back", "/frivillige");
        model.addAttribute("standing", standing(one));
        model.addAttribute("badge", badge(one));
        model.addAttribute("facts", facts);
        model.addAttribute("mayKeep", mayKeep);
        model.addAttribute("refused", refused);
        model.addAttribute(
                "links",
                one.active()
                        ? List.of(new Fact("Ret", address + "/ret"), new Fact("Stopper", address + "/stop"))
                        : List.of());
        model.addAttribute("forget", one.active() || one.forgotten() ? null : address + "/glem");
        return "frivillig";
    }

    @GetMapping("/{id:\\d+}/ret")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String edit(@PathVariable long id, Model model) {
        Volunteer one = active(id);
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("name", one.name());
        add(values, "phone", one.phone());
        add(values, "email", one.email());
        add(values, "background", one.background());
        add(
                values,
                "association",
                one.associationId() == null ? null : one.associationId().toString());
        add(values, "agreementOn", date(one.agreementOn()));
        add(values, "conductOn", date(one.conductOn()));
        values.put("areas", one.areas());
        values.put("roles", one.roles());
        values.add("languages", String.join(", ", one.languages()));
        return form(
                model,
                "/frivillige/" + id + "/ret",
                "/frivillige/" + id,
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
        Volunteer one = active(id);
        return FormAnswer.of(
                response,
                () -> {
                    volunteers.change(id, version, entry(typed));
                    redirect.addFlashAttribute("done", "Ændringen er gemt.");
                    return "redirect:/frivillige/" + id;
                },
                errors -> form(
                        model,
                        "/frivillige/" + id + "/ret",
                        "/frivillige/" + id,
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
        Volunteer one = active(id);
        Typed input = new Typed(typed);
        return FormAnswer.of(
                response,
                () -> {
                    LocalDate on = input.date("date");
                    input.refuseUnreadable(() -> volunteers.end(id, on, input.text("reason")));
                    redirect.addFlashAttribute("done", "Det er noteret, at den frivillige er stoppet.");
                    return "redirect:/frivillige/" + id;
                },
                errors -> endForm(one, typed, errors, model));
    }

    private static String endForm(
            Volunteer one, MultiValueMap<String, String> typed, List<FieldError> errors, Model model) {
        model.addAttribute(
                "form",
                new ChangeForm(
                        "/frivillige/" + one.id() + "/stop",
                        "/frivillige/" + one.id(),
                        one.name() + " stopper",
                        "Den frivillige foreslås ikke mere til familier. Bagefter kan navn og kontakt slettes.",
                        "Notér, at den frivillige stopper",
                        new Fields(new Typed(typed), errors)
                                .date("date", "Hvornår?", Fields.DATE_HINT)
                                .longText("reason", "Hvorfor?", true, NO_CPR)
                                .list(),
                        errors));
        model.addAttribute("version", null);
        return "formular";
    }

    @PostMapping("/{id:\\d+}/glem")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String forget(@PathVariable long id, Model model, RedirectAttributes redirect, HttpServletResponse response) {
        Volunteer one = known(id);
        try {
            volunteers.forget(id);
            redirect.addFlashAttribute("done", "Navn og kontakt er slettet.");
            return "redirect:/frivillige/" + id;
        } catch (InputRefused refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(one, true, refused.getMessage(), model);
        }
    }

    @GetMapping("/moede")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String meeting(Model model) {
        return meetingForm(new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping("/moede")
    @PreAuthorize(Access.MAY_KEEP_VOLUNTEERS)
    String noteMeeting(
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed input = new Typed(typed);
        return FormAnswer.of(
                response,
                () -> {
                    LocalDate on = input.date("date");
                    input.refuseUnreadable(() -> associations.meeting(on, input.text("topic")));
                    redirect.addFlashAttribute("done", "Informationsmødet er noteret.");
                    return "redirect:/frivillige/daekning";
                },
                errors -> meetingForm(typed, errors, model));
    }

    private static String meetingForm(MultiValueMap<String, String> typed, List<FieldError> errors, Model model) {
        model.addAttribute(
                "form",
                new ChangeForm(
                        "/frivillige/moede",
                        "/frivillige/daekning",
                        "Notér et informationsmøde",
                        "Fælles møde med kontaktfamilier og foreninger. I rapportens eksempel holdes der tre til fire om året (L1771-1776).",
                        "Notér mødet",
                        new Fields(new Typed(typed), errors)
                                .date("date", "Hvornår blev mødet holdt?", Fields.DATE_HINT)
                                .longText("topic", "Hvad handlede det om?", true, NO_CPR)
                                .list(),
                        errors));
        model.addAttribute("version", null);
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
        Map<String, String> cooperating = new LinkedHashMap<>();
        associations.all().stream()
                .filter(Association::active)
                .forEach(one -> cooperating.put(Long.toString(one.id()), one.name()));
        Map<String, String> roles = roles();
        model.addAttribute("version", version);
        model.addAttribute(
                "form",
                new ChangeForm(
                        address,
                        back,
                        heading,
                        "Oplysningerne står kun her i registret og kan slettes, når den frivillige er stoppet.",
                        "Gem",
                        new Fields(new Typed(typed), errors)
                                .text("name", "Navn", true, NO_CPR)
                                .text("phone", "Telefon", false, null)
                                .text("email", "E-mail", false, null)
                                .optionalChecks("roles", "Roller", "Vælg alle, der passer", roles)
                                .optionalChecks(
                                        "areas", "Områder", "Hvad vil den frivillige hjælpe med?", areas(tables))
                                .text(
                                        "languages",
                                        "Sprog",
                                        false,
                                        "Skriv sprogene med komma imellem, fx arabisk, engelsk")
                                .text("background", "Baggrund", false, "Kun hvis den frivillige selv ønsker det")
                                .select("association", "Forening", false, cooperating)
                                .optionalDate("agreementOn", "Aftale indgået", Fields.DATE_HINT)
                                .optionalDate(
                                        "conductOn",
                                        "Kodeks underskrevet",
                                        Fields.DATE_HINT + ". Kodekset siger også, at frivillige ikke missionerer")
                                .list(),
                        errors));
        return "formular";
    }

    private static VolunteerEntry entry(MultiValueMap<String, String> typed) {
        Typed input = new Typed(typed);
        LocalDate agreement = input.date("agreementOn");
        LocalDate conduct = input.date("conductOn");
        input.requireReadable();
        return new VolunteerEntry(
                input.text("name"),
                input.text("phone"),
                input.text("email"),
                input.text("background"),
                number(input.text("association")),
                agreement,
                conduct,
                input.all("areas"),
                input.all("roles"),
                languages(input.text("languages")));
    }

    private static List<String> languages(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split(",", -1))
                        .map(String::strip)
                        .filter(language -> !language.isEmpty())
                        .toList();
    }

    /** The number of something chosen from a list; what is no number was not on it. */
    static @Nullable Long number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : Long.valueOf(-1);
    }

    private Volunteer known(long id) {
        return volunteers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Volunteer active(long id) {
        Volunteer one = known(id);
        if (!one.active()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return one;
    }

    private boolean mayKeep(Authentication user) {
        return !Collections.disjoint(departments.of(user), Access.VOLUNTEER_KEEPERS);
    }

    private @Nullable String association(@Nullable Long id) {
        return id == null ? null : associations.find(id).map(Association::name).orElse(null);
    }

    /** The areas by code, each with the report's letter. */
    static Map<String, String> areas(CivilSocietyTables tables) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Area area : tables.areas()) {
            names.put(area.code(), area.name());
        }
        return names;
    }

    private Map<String, String> roles() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Role role : tables.roles()) {
            names.put(role.code(), role.name());
        }
        return names;
    }

    static String words(Collection<String> codes, Map<String, String> names) {
        return codes.stream().map(code -> names.getOrDefault(code, code)).collect(Collectors.joining(", "));
    }

    static void fact(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(name, value));
        }
    }

    static void add(MultiValueMap<String, String> values, String field, @Nullable String value) {
        if (value != null) {
            values.add(field, value);
        }
    }

    static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : DanishDates.inTable(date);
    }

    private static String standing(Volunteer one) {
        if (!one.active()) {
            return "Stoppet";
        }
        return one.agreementOn() == null ? "Mangler aftale" : one.conductOn() == null ? "Mangler kodeks" : "Klar";
    }

    private static String badge(Volunteer one) {
        return Objects.equals(standing(one), "Klar") ? "badge-success" : one.active() ? "badge-warning" : "";
    }
}
