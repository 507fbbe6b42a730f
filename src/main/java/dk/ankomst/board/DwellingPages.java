package dk.ankomst.board;

import dk.ankomst.board.DwellingWords.Fact;
import dk.ankomst.housing.Allotment;
import dk.ankomst.housing.DepartmentCount;
import dk.ankomst.housing.Dwelling;
import dk.ankomst.housing.DwellingKind;
import dk.ankomst.housing.DwellingRegister;
import dk.ankomst.housing.InReserve;
import dk.ankomst.housing.Location;
import dk.ankomst.housing.Nearness;
import dk.ankomst.housing.NewDwelling;
import dk.ankomst.housing.Parameter;
import dk.ankomst.housing.Tenure;
import dk.ankomst.platform.InputRefused.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of dwellings. */
@Controller
@PreAuthorize(Access.MAY_READ_HOUSING)
class DwellingPages {

    /** A dwelling in the list. */
    record Row(long id, String address, String kind, String tenure, String size, String status, String badge) {}

    /** A department in the list. */
    record DepartmentRow(String name, int vacancies, int used, String next) {}

    /** A number behind the rules. */
    record ParameterRow(String name, String value, String source) {}

    /** Who had a dwelling, and when. */
    record Stay(String caseNumber, String words) {}

    private final DwellingRegister register;
    private final Departments departments;
    private final Wording wording;

    DwellingPages(DwellingRegister register, Departments departments, Wording wording) {
        this.register = register;
        this.departments = departments;
        this.wording = wording;
    }

    @GetMapping("/boliger")
    String list(@RequestParam(required = false) @Nullable String status, Authentication user, Model model) {
        List<Dwelling> all = register.all();
        Map<Dwelling.Status, Long> counts = all.stream()
                .collect(Collectors.groupingBy(Dwelling::status, LinkedHashMap::new, Collectors.counting()));
        Dwelling.Status wanted = Arrays.stream(Dwelling.Status.values())
                .filter(one -> one.name().equals(status))
                .findFirst()
                .orElse(null);
        List<Row> rows = all.stream()
                .filter(dwelling ->
                        wanted == null ? dwelling.status() != Dwelling.Status.UDGAAET : dwelling.status() == wanted)
                .map(DwellingPages::row)
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "choices",
                Arrays.stream(Dwelling.Status.values())
                        .map(one -> new CaseListPage.Choice(
                                one.name(),
                                one.danishName() + " (" + counts.getOrDefault(one, 0L) + ")",
                                one == wanted))
                        .toList());
        model.addAttribute("result", rows.size() == 1 ? "1 bolig" : rows.size() + " boliger");
        model.addAttribute(
                "departments",
                register.departments().stream().map(DwellingPages::row).toList());
        model.addAttribute(
                "parameters",
                register.parameters().stream().map(DwellingPages::row).toList());
        model.addAttribute("reserve", reserve(register.inReserve()));
        model.addAttribute("reserveIsShort", register.inReserve().isShort());
        model.addAttribute("mayHouse", mayHouse(user));
        return "boliger";
    }

    @GetMapping("/boliger/{id:\\d+}")
    String one(@PathVariable long id, Authentication user, Model model) {
        return show(id, user, new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping("/boliger/{id:\\d+}/udgaa")
    @PreAuthorize(Access.MAY_HOUSE)
    String retire(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> values,
            Authentication user,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed typed = new Typed(values);
        Integer version = typed.number("version");
        return FormAnswer.of(
                response,
                () -> {
                    register.retire(id, version == null ? Typed.NO_NUMBER : version, typed.text("reason"));
                    redirect.addFlashAttribute("done", "Boligen bruges ikke mere.");
                    return "redirect:/boliger/" + id;
                },
                errors -> show(id, user, values, errors, model));
    }

    @GetMapping("/boliger/ny")
    @PreAuthorize(Access.MAY_HOUSE)
    String form(Model model) {
        return showForm(newDwelling(new Typed(new LinkedMultiValueMap<>()), List.of()), model);
    }

    @PostMapping("/boliger/ny")
    @PreAuthorize(Access.MAY_HOUSE)
    String register(
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed typed = new Typed(values);
        return FormAnswer.of(
                response,
                () -> {
                    long id = register.register(new NewDwelling(
                            typed.text("address"),
                            typed.text("kind"),
                            typed.text("tenure"),
                            typed.number("rooms"),
                            typed.number("roomFor"),
                            typed.number("rent"),
                            typed.number("cost"),
                            typed.text("instrument"),
                            typed.text("department"),
                            new Location(
                                    near(typed, "nearLanguageSchool"),
                                    near(typed, "nearWork"),
                                    near(typed, "nearTransport"),
                                    near(typed, "nearCivilSociety")),
                            typed.text("eligibility"),
                            typed.text("sharedFacilities"),
                            typed.text("activities")));
                    redirect.addFlashAttribute("done", "Boligen står i registret.");
                    return "redirect:/boliger/" + id;
                },
                errors -> showForm(newDwelling(typed, errors), model));
    }

    @GetMapping("/boliger/ledigmelding")
    @PreAuthorize(Access.MAY_HOUSE)
    String vacancyForm(Model model) {
        return showForm(vacancy(new Typed(new LinkedMultiValueMap<>()), List.of()), model);
    }

    @PostMapping("/boliger/ledigmelding")
    @PreAuthorize(Access.MAY_HOUSE)
    String reportVacancy(
            @RequestParam MultiValueMap<String, String> values,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed typed = new Typed(values);
        return FormAnswer.of(
                response,
                () -> {
                    typed.refuseUnreadable(() -> {
                        DepartmentCount count =
                                register.vacancyReported(typed.text("department"), typed.date("reportedOn"));
                        redirect.addFlashAttribute(
                                "done", count.department() + " har meldt " + count.vacancies() + ". " + next(count));
                    });
                    return "redirect:/boliger";
                },
                errors -> showForm(vacancy(typed, errors), model));
    }

    private static Nearness near(Typed typed, String field) {
        return Arrays.stream(Nearness.values())
                .filter(answer -> answer.name().equals(typed.text(field)))
                .findFirst()
                .orElse(Nearness.UKENDT);
    }

    private String show(
            long id, Authentication user, MultiValueMap<String, String> typed, List<FieldError> errors, Model model) {
        Dwelling dwelling = register.dwelling(id);
        model.addAttribute("dwelling", row(dwelling));
        model.addAttribute("version", dwelling.version());
        model.addAttribute("facts", facts(dwelling));
        model.addAttribute(
                "stays",
                register.allotments(id).stream()
                        .map(stay -> stay(dwelling, stay))
                        .toList());
        model.addAttribute("mayRetire", mayHouse(user) && dwelling.retiredOn() == null);
        model.addAttribute("reason", new Typed(typed).shown("reason"));
        model.addAttribute("errors", errors);
        return "bolig";
    }

    private List<Fact> facts(Dwelling dwelling) {
        List<Fact> facts = new ArrayList<>(DwellingWords.facts(dwelling, register.instruments()));
        String ground = dwelling.approvalGround();
        facts.add(new Fact("Godkendelse", dwelling.approval().danishName() + (ground == null ? "" : ". " + ground)));
        if (dwelling.retiredOn() != null) {
            facts.add(new Fact(
                    "Udgået", wording.date(dwelling.retiredOn()) + ". " + String.valueOf(dwelling.retiredReason())));
        }
        facts.add(new Fact(
                "Registreret", wording.time(dwelling.createdAt()) + " af " + wording.actor(dwelling.createdBy())));
        return facts;
    }

    private Stay stay(Dwelling dwelling, Allotment stay) {
        StringBuilder words = new StringBuilder(dwelling.hasRooms() ? "værelse " + stay.unit() + ", " : "");
        words.append("reserveret ")
                .append(wording.time(stay.reservedAt()))
                .append(" af ")
                .append(wording.actor(stay.reservedBy()));
        if (stay.movedInOn() != null) {
            words.append("; flyttet ind ").append(wording.date(stay.movedInOn()));
        }
        if (stay.endedOn() != null) {
            words.append("; slut ")
                    .append(wording.date(stay.endedOn()))
                    .append(": ")
                    .append(stay.endedReason());
        }
        return new Stay(stay.caseNumber(), words.toString());
    }

    private static Row row(Dwelling dwelling) {
        String free = dwelling.hasRooms()
                ? dwelling.freeUnits().size() + " af " + dwelling.units().size() + " værelser ledige"
                : dwelling.rooms() == null ? "ikke oplyst" : dwelling.rooms() + " vær.";
        return new Row(
                dwelling.id(),
                dwelling.address(),
                dwelling.kind().danishName(),
                dwelling.tenure().danishName(),
                free,
                dwelling.status().danishName(),
                dwelling.status() == Dwelling.Status.LEDIG ? "badge-success" : "ankomst-quiet");
    }

    private static DepartmentRow row(DepartmentCount count) {
        return new DepartmentRow(count.department(), count.vacancies(), count.used(), next(count));
    }

    private static String next(DepartmentCount count) {
        Integer more = count.untilNext();
        if (more == null) {
            return "Tabellen boligparameter siger ikke, hver hvilken bolig der er kommunens.";
        }
        return more > 0
                ? "Kommunen kan anvise igen, når der er meldt " + more + " mere."
                : count.left() == 1
                        ? "Kommunen kan anvise 1 bolig nu."
                        : "Kommunen kan anvise " + count.left() + " boliger nu.";
    }

    private static String reserve(InReserve reserve) {
        Integer wanted = reserve.wanted();
        return "Ledige gennemgangsboliger: " + reserve.free() + ". "
                + (wanted == null
                        ? "Kommunen har ikke sat, hvor mange der skal stå klar."
                        : "Der skal stå " + wanted + " klar" + (reserve.isShort() ? ": find flere." : "."));
    }

    private static String unit(Parameter parameter) {
        return switch (parameter.unit()) {
            case "PROCENT" -> " %";
            case "KRONER_PR_MAANED" -> " kr. pr. måned";
            case "MAANEDER" -> Integer.valueOf(1).equals(parameter.value()) ? " måned" : " måneder";
            case "UGER" -> Integer.valueOf(1).equals(parameter.value()) ? " uge" : " uger";
            default -> "";
        };
    }

    private static ParameterRow row(Parameter parameter) {
        Integer value = parameter.value();
        return new ParameterRow(
                parameter.name(),
                value == null ? "ikke sat: kommunen skriver sit eget tal" : value + unit(parameter),
                parameter.status() + ": " + parameter.source());
    }

    private boolean mayHouse(Authentication user) {
        return !Collections.disjoint(departments.of(user), Access.HOUSERS);
    }

    private static String showForm(ChangeForm form, Model model) {
        model.addAttribute("form", form);
        return "bolig-formular";
    }

    private ChangeForm newDwelling(Typed typed, List<FieldError> errors) {
        Map<String, String> nearness = choices(Nearness.values(), Nearness::name, Nearness::danishName);
        Fields fields = new Fields(typed, errors)
                .text("address", "Adresse", true, "Vej, nummer, etage, postnummer og by")
                .select(
                        "kind",
                        "Hvilken slags bolig er det?",
                        true,
                        choices(DwellingKind.values(), DwellingKind::code, DwellingKind::danishName))
                .select(
                        "tenure",
                        "Kan en familie blive boende, også efter integrationsperioden?",
                        true,
                        choices(Tenure.values(), Tenure::name, Tenure::danishName))
                .text("rooms", "Antal værelser", false, "Lejes værelserne ud hver for sig, er det antallet af dem")
                .text(
                        "roomFor",
                        "Plads til så mange personer",
                        false,
                        "Det, udlejer eller godkendelsen siger; lejes værelserne ud hver for sig, er det i hvert værelse")
                .text("rent", "Husleje i kroner pr. måned", false, "Det, familien betaler")
                .text("cost", "Kommunens udgift i kroner pr. måned", false, "Kun for et midlertidigt ophold")
                .select("instrument", "Hvordan råder kommunen over boligen?", true, register.instruments())
                .text("department", "Boligafdeling", false, "Skal skrives, når boligen er anvist efter 25 %-reglen")
                .select("nearLanguageSchool", "Er der tæt til sprogskole?", false, nearness)
                .select("nearWork", "Er der tæt til arbejdspladser?", false, nearness)
                .select("nearTransport", "Er der tæt til kollektiv trafik?", false, nearness)
                .select("nearCivilSociety", "Er der et lokalt civilsamfund, der kan hjælpe?", false, nearness)
                .text("eligibility", "For hvem er stedet?", false, "Fx et modtagelsescenter til enlige mænd")
                .longText("sharedFacilities", "Fælles faciliteter", false, "Fx køkken, bad og opholdsrum")
                .longText("activities", "Aktiviteter på stedet", false, null);
        return new ChangeForm(
                "/boliger/ny",
                "/boliger",
                "Registrér en bolig",
                "Boligen bliver en af dem, familierne kan få. Det, du ikke ved, lader du stå tomt: så spørges der, når en"
                        + " familie skal have bolig.",
                "Gem boligen",
                fields.list(),
                errors);
    }

    private static ChangeForm vacancy(Typed typed, List<FieldError> errors) {
        return new ChangeForm(
                "/boliger/ledigmelding",
                "/boliger",
                "Registrér en ledig almen bolig",
                "Kommunen kan anvise hver fjerde ledige bolig i en afdeling. Skriv hver ledig bolig, afdelingen melder, også"
                        + " dem, den selv lejer ud. Kilde: lov om almene boliger § 59, stk. 1 og 2; rapporten L813-815.",
                "Gem",
                new Fields(typed, errors)
                        .text("department", "Boligafdeling", true, "Skriv den på samme måde hver gang")
                        .date("reportedOn", "Meldt ledig den", "Skriv dag, måned og år, fx 15.05.2026")
                        .list(),
                errors);
    }

    private static <T> Map<String, String> choices(T[] values, Function<T, String> code, Function<T, String> name) {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> choices.put(code.apply(value), name.apply(value)));
        return choices;
    }
}
