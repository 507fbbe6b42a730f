package dk.ankomst.board;

import dk.ankomst.cases.CaseClosed;
import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.CodeList;
import dk.ankomst.cases.Members;
import dk.ankomst.cases.NewMember;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.deadlines.CaseEvent;
import dk.ankomst.deadlines.CaseEvents;
import dk.ankomst.deadlines.RuleOffers;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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

/** One case: its overview, and the changes that coordinator and leader register on it. */
@Controller
@PreAuthorize(Access.MAY_READ)
class CasePages {

    /** What the forms are about; the codes stand in addresses. */
    private enum Action {
        PLANNED("forventet-ankomst"),
        ARRIVED("ankomst"),
        CORRECTED("ret-ankomst"),
        AGREED("aftal-overtagelse"),
        BIRTH_DATE("ret-foedselsdato"),
        MEMBER("familiemedlem"),
        LATER("familiemedlem-kommer-senere"),
        MEMBER_ARRIVED("familiemedlem-ankommet"),
        LEFT("familiemedlem-udgaaet"),
        MOVED("fraflytning"),
        LAPSED("ophold-bortfaldet");

        private final String code;

        Action(String code) {
            this.code = code;
        }

        static Action of(String code) {
            for (Action action : values()) {
                if (action.code.equals(code)) {
                    return action;
                }
            }
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** The field that carries what the page showed. */
    private static final String SEEN = "vist";

    private static final int NEWEST_NOTES = 3;

    private static final String BIRTH_DATE_HINT = "Skriv dag, måned og år, fx 12.04.1983";

    private final Cases cases;
    private final Members members;
    private final CaseOverviews overviews;
    private final EstablishmentViews establishment;
    private final CaseDwellingViews housing;
    private final CaseNoteViews notes;
    private final ChecklistViews checklists;
    private final RuleOffers ruleOffers;
    private final CaseEvents events;
    private final Departments departments;
    private final Wording wording;
    private final Clock clock;

    CasePages(
            Cases cases,
            Members members,
            CaseOverviews overviews,
            EstablishmentViews establishment,
            CaseDwellingViews housing,
            CaseNoteViews notes,
            ChecklistViews checklists,
            RuleOffers ruleOffers,
            CaseEvents events,
            Departments departments,
            Wording wording,
            Clock clock) {
        this.cases = cases;
        this.members = members;
        this.overviews = overviews;
        this.establishment = establishment;
        this.housing = housing;
        this.notes = notes;
        this.checklists = checklists;
        this.ruleOffers = ruleOffers;
        this.events = events;
        this.departments = departments;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/sager/{caseNumber:\\d{4}-\\d+}")
    String overview(@PathVariable String caseNumber, Authentication user, Model model) {
        Set<String> groups = departments.of(user);
        CaseFacts facts = cases.facts(caseNumber);
        model.addAttribute("case", overviews.of(caseNumber, groups, user.getName()));
        model.addAttribute("mayChange", !Collections.disjoint(groups, Access.CHANGERS));
        model.addAttribute(
                "establishment",
                Collections.disjoint(groups, Access.ESTABLISHMENT_READERS)
                        ? null
                        : establishment.standing(caseNumber, facts.open()));
        model.addAttribute("ruleChoices", ruleOffers.choices(caseNumber));
        model.addAttribute(
                "events",
                events.ofCase(caseNumber).stream()
                        .map(event -> reported(event, facts))
                        .toList());
        model.addAttribute("checklists", checklists.progress(caseNumber));
        CaseNoteViews.Notes written = notes.of(facts, groups, user.getName());
        model.addAttribute("notes", written.shown().stream().limit(NEWEST_NOTES).toList());
        model.addAttribute("moreNotes", Math.max(0, written.shown().size() - NEWEST_NOTES));
        model.addAttribute("hiddenNotes", written.hidden());
        model.addAttribute("mayWriteNotes", !Collections.disjoint(groups, Access.MOVERS));
        model.addAttribute("mayReadMatch", !Collections.disjoint(groups, Access.MATCH_READERS));
        model.addAttribute(
                "housing", Collections.disjoint(groups, Access.HOUSING_READERS) ? List.of() : housing.standing(facts));
        model.addAttribute("arrived", facts.arrival() != null);
        LocalDate takeover = facts.takeover();
        model.addAttribute("mayAgreeTakeover", takeover != null && takeover.isAfter(wording.today()));
        model.addAttribute("readAt", wording.time(clock.instant()));
        return "sag";
    }

    /** An event as the page shows it. */
    record Reported(
            int number,
            String words,
            String date,
            String who,
            @Nullable String reference,
            String reported,
            boolean withdrawn,
            List<String> changes) {}

    private Reported reported(CaseEvent event, CaseFacts facts) {
        return new Reported(
                event.number(),
                EventPages.capitalised(event.words()),
                wording.shortDate(event.happenedOn()),
                event.personId() == null
                        ? "Hele familien"
                        : facts.persons().stream()
                                .filter(person -> event.personId().equals(person.id()))
                                .map(PersonFacts::name)
                                .findFirst()
                                .orElse("Person uden for sagen"),
                event.reference(),
                "Af " + wording.actor(event.reportedBy()) + " den " + wording.time(event.reportedAt()),
                event.withdrawn(),
                event.changes());
    }

    @GetMapping("/sager/{caseNumber:\\d{4}-\\d+}/{action}")
    @PreAuthorize(Access.MAY_CHANGE)
    String form(@PathVariable String caseNumber, @PathVariable String action, Model model) {
        Action known = Action.of(action);
        return show(cases.facts(caseNumber), known, new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping("/sager/{caseNumber:\\d{4}-\\d+}/{action}")
    @PreAuthorize(Access.MAY_CHANGE)
    String change(
            @PathVariable String caseNumber,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Action known = Action.of(action);
        CaseFacts facts = cases.facts(caseNumber);
        try {
            refuseUnlessAsSeen(facts, new Typed(typed));
            redirect.addFlashAttribute("done", carryOut(facts, known, typed));
            return "redirect:/sager/" + caseNumber;
        } catch (CaseClosed closed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(facts, known, typed, closed.errors(), model);
        } catch (InputRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(facts, known, typed, refused.errors(), model);
        } catch (OptimisticLockingFailureException meanwhile) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(
                    facts,
                    known,
                    typed,
                    List.of(new FieldError(
                            "", "En anden ændrede sagen imens. Se sagen igen, og send så, hvis det stadig passer.")),
                    model);
        }
    }

    /** Nobody saves over what a colleague has changed since the form was opened. */
    private static void refuseUnlessAsSeen(CaseFacts facts, Typed input) {
        String seen = input.text(SEEN);
        if (seen != null && !seen.equals(seen(facts))) {
            throw new InputRefused(
                    "",
                    "En anden har ændret sagen, siden du åbnede siden, og intet er gemt. Se, hvad der gælder nu, og gem igen, hvis det stadig passer.");
        }
    }

    /** What the changes of a case build on, in a form that tells nothing. */
    private static String seen(CaseFacts facts) {
        return Integer.toHexString(Objects.hash(
                facts.plannedArrival(), facts.arrival(), facts.takeover(), facts.takeoverAgreed(), facts.persons()));
    }

    /** Carries the change out and says in a sentence what was done. */
    private String carryOut(CaseFacts facts, Action action, MultiValueMap<String, String> typed) {
        Typed input = new Typed(typed);
        String number = facts.caseNumber();
        switch (action) {
            case PLANNED -> {
                LocalDate date = input.date("plannedArrival");
                input.refuseUnreadable(() -> cases.changePlannedArrival(number, date, input.text("reason")));
                return "Den forventede ankomst er ændret til " + wording.date(required(date))
                        + ". Fristerne er regnet igen.";
            }
            case ARRIVED -> {
                LocalDate date = input.date("date");
                input.refuseUnreadable(() -> cases.arrived(number, date));
                return "Ankomsten er registreret til den " + wording.date(required(date))
                        + ". Fristerne er regnet igen.";
            }
            case CORRECTED -> {
                LocalDate date = input.date("date");
                input.refuseUnreadable(() -> cases.correctArrival(number, date, input.text("reason")));
                return "Ankomsten er rettet til den " + wording.date(required(date)) + ". Fristerne er regnet igen.";
            }
            case AGREED -> {
                LocalDate date = input.date("takeover");
                input.refuseUnreadable(() -> cases.agreeTakeover(number, date, input.text("reason")));
                return "Overtagelsen er aftalt til den " + wording.date(required(date)) + ". Fristerne er regnet igen.";
            }
            case BIRTH_DATE -> {
                LocalDate date = input.date("birthDate");
                Long person = personOf(facts, input);
                input.refuseUnreadable(() -> cases.correctBirthDate(number, person, date, input.text("reason")));
                return "Fødselsdatoen er rettet til den " + wording.date(required(date))
                        + ". Fristerne er regnet igen.";
            }
            case MEMBER -> {
                LocalDate born = input.date("birthDate");
                LocalDate joined = input.date("joinedOn");
                NewMember member = new NewMember(
                        input.text("givenName"),
                        input.text("surname"),
                        born,
                        input.text("sex"),
                        input.text("familyRole"),
                        input.text("nationality"),
                        input.text("ethnicGroup"),
                        input.text("language"),
                        input.all("needs"),
                        input.text("needsNote"));
                input.refuseUnreadable(() -> cases.addMember(number, member, joined));
                return member.givenName() + " " + member.surname() + " er føjet til familien.";
            }
            case LATER -> {
                LocalDate expected = input.date("expected");
                input.refuseUnreadable(
                        () -> members.comesLater(number, personOf(facts, input), expected, input.text("reason")));
                return "Det er registreret, at familiemedlemmet kommer en anden dag. Fristerne er regnet igen.";
            }
            case MEMBER_ARRIVED -> {
                LocalDate date = input.date("date");
                input.refuseUnreadable(() -> members.arrived(number, personOf(facts, input), date));
                return "Familiemedlemmets ankomst er registreret til den " + wording.date(required(date))
                        + ". Personens frister er regnet igen.";
            }
            case LEFT -> {
                LocalDate date = input.date("date");
                input.refuseUnreadable(() ->
                        members.left(number, personOf(facts, input), date, input.text("cause"), input.text("reason")));
                return "Det er registreret, og koordinatoren har fået en opgave med at følge op.";
            }
            case MOVED -> {
                LocalDate date = input.date("date");
                input.refuseUnreadable(
                        () -> cases.movedAway(number, date, input.text("toMunicipality"), input.text("reason")));
                return "Fraflytningen er registreret. Sagen er under afslutning, til den er overdraget til den nye kommune.";
            }
            case LAPSED -> {
                LocalDate date = input.date("date");
                input.refuseUnreadable(() -> cases.permitLapsed(number, date, input.text("reason")));
                return "Det er registreret, at opholdet er bortfaldet. Sagen er under afslutning, til indsatserne er afsluttet.";
            }
        }
        throw new IllegalStateException("Ukendt ændring " + action);
    }

    private String show(
            CaseFacts facts, Action action, MultiValueMap<String, String> typed, List<FieldError> errors, Model model) {
        model.addAttribute("case", facts);
        model.addAttribute("seen", seen(facts));
        model.addAttribute("form", form(facts, action, new Typed(typed), errors));
        return "sag-aendring";
    }

    private ChangeForm form(CaseFacts facts, Action action, Typed typed, List<FieldError> errors) {
        Fields fields = new Fields(typed, errors);
        String page = "/sager/" + facts.caseNumber();
        return switch (action) {
            case PLANNED -> {
                fields.date("plannedArrival", "Ny forventet ankomst", Fields.DATE_HINT)
                        .longText("reason", "Begrundelse", true, "Begrundelsen bliver en del af sagen");
                LocalDate planned = facts.plannedArrival();
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Ændr forventet ankomst",
                        (planned == null
                                        ? "Der er ikke sat en forventet dato endnu."
                                        : "Familien er nu ventet den " + wording.date(planned) + ".")
                                + " Når du gemmer, bliver frister og opgaver regnet igen. Den gamle dato bliver stående på sagen.",
                        "Gem den nye dato",
                        fields.list(),
                        errors);
            }
            case ARRIVED -> {
                fields.date("date", "Ankomstdato", Fields.DATE_HINT);
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Registrér ankomst",
                        "Skriv den dag, hvor familien kom til kommunen. Når du gemmer, bliver fristerne regnet fra den dag.",
                        "Registrér ankomst",
                        fields.list(),
                        errors);
            }
            case CORRECTED -> {
                fields.date("date", "Den rigtige ankomstdato", Fields.DATE_HINT)
                        .longText("reason", "Begrundelse", true, "Begrundelsen bliver en del af sagen");
                LocalDate arrival = facts.arrival();
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Ret ankomstdato",
                        (arrival == null
                                        ? "Ankomsten er ikke registreret endnu."
                                        : "Ankomsten er registreret til den " + wording.date(arrival) + ".")
                                + " Når du gemmer, bliver frister og opgaver, der regnes fra ankomsten, regnet igen. Den gamle dato bliver stående på sagen.",
                        "Gem den rigtige dato",
                        fields.list(),
                        errors);
            }
            case AGREED -> {
                fields.date("takeover", "Kommunen overtager ansvaret den", Fields.DATE_HINT)
                        .longText(
                                "reason", "Samtykke", true, "Skriv, hvordan og hvornår flygtningen har givet samtykke");
                LocalDate takeover = facts.takeover();
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Aftal tidligere overtagelse",
                        (takeover == null
                                        ? "Overtagelsen har ingen dato endnu."
                                        : "Kommunen overtager nu ansvaret den " + wording.date(takeover) + ".")
                                + " En tidligere dato kræver flygtningens samtykke (integrationsloven § 4, stk. 2). Når du gemmer, bliver frister og opgaver, der regnes fra overtagelsen, regnet igen.",
                        "Gem den aftalte dato",
                        fields.list(),
                        errors);
            }
            case BIRTH_DATE -> {
                fields.select("person", "Familiemedlem", true, members(facts))
                        .date("birthDate", "Den rigtige fødselsdato", BIRTH_DATE_HINT)
                        .longText("reason", "Begrundelse", true, "Begrundelsen bliver en del af sagen");
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Ret fødselsdato",
                        "Når du gemmer, bliver de frister regnet igen, som afhænger af, hvem der er voksen ved overtagelsen. Den gamle dato bliver stående på sagen.",
                        "Gem den rigtige fødselsdato",
                        fields.list(),
                        errors);
            }
            case MEMBER -> {
                fields.text("givenName", "Fornavn", true, null)
                        .text("surname", "Efternavn", true, null)
                        .date("birthDate", "Fødselsdato", BIRTH_DATE_HINT)
                        .select("sex", "Køn", true, CodeList.SEX)
                        .select("familyRole", "Rolle i familien", true, CodeList.FAMILY_ROLE)
                        .select("nationality", "Nationalitet", true, CodeList.NATIONALITY)
                        .select("ethnicGroup", "Etnisk gruppe", false, CodeList.ETHNIC_GROUP)
                        .text(
                                "language",
                                "Sprog",
                                false,
                                "Det sprog, personen selv taler. Skriv det på dansk, fx arabisk")
                        .checks("needs", "Kendte behov", CodeList.NEED)
                        .longText("needsNote", "Om behovene", false, null)
                        .date(
                                "joinedOn",
                                "Med i sagen fra",
                                "Den dag, personen blev en del af familien her. " + Fields.DATE_HINT);
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Tilføj familiemedlem",
                        "Når du gemmer, får personen sine egne frister og opgaver.",
                        "Tilføj familiemedlem",
                        fields.list(),
                        errors);
            }
            case LATER -> {
                fields.select("person", "Familiemedlem", true, members(facts))
                        .optionalDate(
                                "expected",
                                "Ventes den",
                                "Lad feltet stå tomt, hvis dagen ikke er kendt. " + Fields.DATE_HINT)
                        .longText("reason", "Begrundelse", true, "Begrundelsen bliver en del af sagen");
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Registrér, at et familiemedlem kommer en anden dag",
                        "Når du gemmer, regnes personens frister fra personens egen ankomst, og personens tilbud begynder først, når den er registreret.",
                        "Gem",
                        fields.list(),
                        errors);
            }
            case MEMBER_ARRIVED -> {
                fields.select("person", "Familiemedlem", true, awaited(facts))
                        .date("date", "Ankomstdato", Fields.DATE_HINT);
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Registrér et familiemedlems egen ankomst",
                        awaited(facts).isEmpty()
                                ? "Ingen i familien ventes for sig selv."
                                : "Når du gemmer, bliver personens egne frister regnet fra den dag.",
                        "Registrér ankomst",
                        fields.list(),
                        errors);
            }
            case LEFT -> {
                fields.select("person", "Familiemedlem", true, members(facts))
                        .select("cause", "Hvad er der sket?", true, CodeList.LEAVING)
                        .date("date", "Hvornår skete det?", Fields.DATE_HINT)
                        .longText("reason", "Begrundelse", true, "Skriv, hvem der har oplyst det, og hvordan");
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Registrér dødsfald, eller at et familiemedlem er udgået",
                        "Når du gemmer, falder personens egne frister og opgaver væk, og koordinatoren får en opgave med at følge op. Resten af familien fortsætter. Er personen den sidste og død, afsluttes sagen. Det kan ikke fortrydes.",
                        "Registrér",
                        fields.list(),
                        errors);
            }
            case MOVED -> {
                fields.date("date", "Fraflyttet den", Fields.DATE_HINT)
                        .text("toMunicipality", "Ny kommune", true, null)
                        .longText("reason", "Begrundelse", true, "Skriv kort, hvad du ved, fx arbejde eller familie");
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Registrér fraflytning",
                        "Når du gemmer, falder åbne opgaver og frister væk, og koordinatoren får en opgave med at overdrage sagen. Derefter er sagen afsluttet. Det kan ikke fortrydes.",
                        "Registrér fraflytning og afslut sagen",
                        fields.list(),
                        errors);
            }
            case LAPSED -> {
                fields.date("date", "Bortfaldet den", Fields.DATE_HINT)
                        .longText("reason", "Begrundelse", true, "Skriv, hvem der har oplyst det, og hvordan");
                yield new ChangeForm(
                        page + "/" + action.code,
                        page,
                        "Registrér, at opholdet er bortfaldet",
                        "Når du gemmer, falder åbne opgaver og frister væk, og koordinatoren får en opgave med at afslutte indsatserne. Derefter er sagen afsluttet. Det kan ikke fortrydes.",
                        "Registrér og afslut sagen",
                        fields.list(),
                        errors);
            }
        };
    }

    private static @Nullable Long personOf(CaseFacts facts, Typed input) {
        return facts.persons().stream()
                .map(PersonFacts::id)
                .filter(id -> id.toString().equals(input.text("person")))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> awaited(CaseFacts facts) {
        Map<String, String> awaited = new LinkedHashMap<>();
        facts.persons().stream()
                .filter(person -> person.leftOn() == null && person.isAwaited())
                .forEach(person -> awaited.put(Long.toString(person.id()), person.name()));
        return awaited;
    }

    private static Map<String, String> members(CaseFacts facts) {
        Map<String, String> members = new LinkedHashMap<>();
        facts.persons().stream()
                .filter(person -> person.leftOn() == null)
                .forEach(person -> members.put(Long.toString(person.id()), person.name()));
        return members;
    }

    private static LocalDate required(@Nullable LocalDate date) {
        if (date == null) {
            throw new IllegalStateException("En dato, der er godtaget, mangler");
        }
        return date;
    }
}
