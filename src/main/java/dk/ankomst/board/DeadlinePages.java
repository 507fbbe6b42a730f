package dk.ankomst.board;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.DeadlinesByHand;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.worklist.DutyTasks;
import dk.ankomst.worklist.DutyTasks.DutyTask;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One duty of a case: how its date is counted for everybody it is owed, and what people may do to the date. */
@Controller
@PreAuthorize(Access.MAY_READ)
class DeadlinePages {

    private static final String PAGE = "/sager/{caseNumber:\\d{4}-\\d+}/frister/{duty}";
    private static final String PERSON = "person";
    private static final String FAMILY = "familien";

    /** How the deadline stood when the form was shown; who saves on another standing reads it first. */
    private static final String SEEN = "vist";

    /** What can be done to a date; the codes stand in addresses. */
    private enum Act {
        MOVE("flyt", "Flyt fristen"),
        SUSPEND("i-bero", "Sæt fristen i bero"),
        RESUME("tag-op", "Tag fristen op igen"),
        MEET("opfyldt", "Notér, at pligten er opfyldt"),
        NOT_RELEVANT("ikke-relevant", "Notér, at pligten ikke er relevant"),
        REOPEN("ikke-opfyldt", "Tag noteringen om pligten tilbage");

        private final String code;
        private final String heading;

        Act(String code, String heading) {
            this.code = code;
            this.heading = heading;
        }

        /** Whether it is about what became of the deadline and leaves its date alone. */
        boolean ends() {
            return this == MEET || this == NOT_RELEVANT || this == REOPEN;
        }

        static Act of(String code) {
            for (Act act : values()) {
                if (act.code.equals(code)) {
                    return act;
                }
            }
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** What somebody may do, and where. */
    record Link(String address, String label) {}

    /** A duty as it stands towards some of those it is owed. */
    record Standing(String who, String due, String state, List<String> howCounted) {}

    private final Cases cases;
    private final Deadlines deadlines;
    private final DeadlinesByHand byHand;
    private final DutyTasks dutyTasks;
    private final Departments departments;
    private final Wording wording;
    private final TransactionOperations together;

    DeadlinePages(
            Cases cases,
            Deadlines deadlines,
            DeadlinesByHand byHand,
            DutyTasks dutyTasks,
            Departments departments,
            Wording wording,
            TransactionOperations together) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.byHand = byHand;
        this.dutyTasks = dutyTasks;
        this.departments = departments;
        this.wording = wording;
        this.together = together;
    }

    @GetMapping(PAGE)
    String page(@PathVariable String caseNumber, @PathVariable String duty, Model model) {
        CaseFacts facts = cases.facts(caseNumber);
        List<DeadlineView> views = views(caseNumber, duty);
        model.addAttribute("case", facts);
        model.addAttribute("duty", views.get(0));
        model.addAttribute("standings", standings(views, facts));
        model.addAttribute("ends", ends(facts, views));
        model.addAttribute(
                "endsHeading",
                views.stream().anyMatch(byHand::isMetByHand) ? "Afslut pligten" : "Er pligten ikke opfyldt?");
        model.addAttribute("acts", acts(facts, views));
        String responsible = views.get(0).responsible();
        model.addAttribute("responsible", responsible == null ? null : departments.name(responsible));
        model.addAttribute("metBy", views.stream().anyMatch(view -> view.state().isOpen()) ? metBy(duty) : List.of());
        return "sag-frist";
    }

    @GetMapping(PAGE + "/{act}")
    String form(@PathVariable String caseNumber, @PathVariable String duty, @PathVariable String act, Model model) {
        return show(
                cases.facts(caseNumber),
                changeable(caseNumber, duty, Act.of(act)),
                Act.of(act),
                new LinkedMultiValueMap<>(),
                List.of(),
                model);
    }

    @PostMapping(PAGE + "/{act}")
    String carryOut(
            @PathVariable String caseNumber,
            @PathVariable String duty,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Act known = Act.of(act);
        List<DeadlineView> views = changeable(caseNumber, duty, known);
        try {
            redirect.addFlashAttribute("done", carryOut(caseNumber, views, known, new Typed(typed)));
            return "redirect:/sager/" + caseNumber + "/frister/" + duty;
        } catch (InputRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            List<DeadlineView> now = changeable(caseNumber, duty, known);
            return show(cases.facts(caseNumber), now, known, typed, refused.errors(), model);
        }
    }

    /** Does it for everybody chosen or for nobody, and says in a sentence what was done. */
    private String carryOut(String caseNumber, List<DeadlineView> views, Act act, Typed input) {
        List<@Nullable Long> persons = chosen(views, input);
        String duty = views.get(0).duty();
        String reason = Objects.requireNonNullElse(input.text(DeadlinesByHand.REASON), "");
        LocalDate due = input.date(DeadlinesByHand.DUE);
        LocalDate from = input.date(DeadlinesByHand.FROM);
        LocalDate until = input.date(DeadlinesByHand.UNTIL);
        LocalDate metOn = input.date(DeadlinesByHand.MET_ON);
        String reference = input.text(DeadlinesByHand.REFERENCE);
        input.refuseUnreadable(() -> together.executeWithoutResult(status -> {
            deadlines.reserve(caseNumber);
            refuseUnlessAsSeen(views(caseNumber, duty), input);
            persons.forEach(person -> {
                switch (act) {
                    case MOVE -> byHand.move(caseNumber, duty, person, due, reason);
                    case SUSPEND -> byHand.suspend(caseNumber, duty, person, from, until, reason);
                    case RESUME -> byHand.resume(caseNumber, duty, person, reason);
                    case MEET -> byHand.meet(caseNumber, duty, person, metOn, reference);
                    case NOT_RELEVANT -> byHand.notRelevant(caseNumber, duty, person, reason);
                    case REOPEN -> byHand.reopen(caseNumber, duty, person, reason);
                }
            });
        }));
        return switch (act) {
            case MOVE ->
                "Fristen er flyttet til den " + wording.date(Objects.requireNonNull(due)) + ". Opgaver følger med.";
            case SUSPEND ->
                "Fristen er sat i bero til den " + wording.date(Objects.requireNonNull(until))
                        + ". Opgaver følger med.";
            case RESUME -> "Fristen står ikke længere i bero. Opgaver følger med.";
            case MEET ->
                "Det er noteret, at pligten blev opfyldt den " + wording.date(Objects.requireNonNull(metOn)) + ".";
            case NOT_RELEVANT -> "Det er noteret, at pligten ikke er relevant. Begrundelsen står på sagen.";
            case REOPEN -> "Noteringen om pligten er taget tilbage. Begrundelsen står på sagen.";
        };
    }

    /** Nobody overwrites what a colleague has changed since the form was shown; a sender without a form has seen none. */
    private static void refuseUnlessAsSeen(List<DeadlineView> now, Typed input) {
        String seen = input.text(SEEN);
        if (seen != null
                && !seen.equals(seen(now))
                && now.stream().anyMatch(view -> view.state().isOpen())) {
            throw new InputRefused(
                    "",
                    "Fristen er ændret, siden du åbnede siden, og intet er gemt. Læs, hvordan den står nu, og gem igen, hvis"
                            + " det stadig passer.");
        }
    }

    /** How a duty stands towards everybody it is owed. */
    private static String seen(List<DeadlineView> views) {
        return views.stream()
                .map(view -> String.join(
                        "/",
                        value(view),
                        String.valueOf(view.dueDate()),
                        view.state().name(),
                        String.valueOf(view.stoppedByHand())))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static List<@Nullable Long> chosen(List<DeadlineView> views, Typed input) {
        List<String> typed = input.all(PERSON);
        List<@Nullable Long> persons = new ArrayList<>();
        for (DeadlineView view : views) {
            if (views.size() == 1 || typed.contains(value(view))) {
                persons.add(view.personId());
            }
        }
        if (persons.isEmpty()) {
            throw new InputRefused(PERSON, "Vælg mindst én person, som fristen skal ændres for.");
        }
        return persons;
    }

    private static String value(DeadlineView view) {
        return view.personId() == null ? FAMILY : view.personId().toString();
    }

    private List<DeadlineView> views(String caseNumber, String duty) {
        List<DeadlineView> views = deadlines.ofCase(caseNumber).stream()
                .filter(view -> view.duty().equals(duty))
                .toList();
        if (views.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return views;
    }

    private List<DeadlineView> changeable(String caseNumber, String duty, Act act) {
        List<DeadlineView> views = views(caseNumber, duty);
        if (act == Act.MEET
                ? !byHand.mayMeet(views.get(0))
                : act == Act.REOPEN
                        ? !byHand.mayReopen()
                        : !byHand.mayChange(views.get(0).kind())) {
            throw new AccessDeniedException("Kun en leder kan ændre en lovfrist.");
        }
        if (act == Act.REOPEN) {
            List<DeadlineView> met = views.stream().filter(byHand::mayReopen).toList();
            return met.isEmpty() ? views : met;
        }
        List<DeadlineView> open = views.stream()
                .filter(view -> view.state().isOpen() && (view.dueDate() != null || act.ends()))
                .filter(view -> act != Act.RESUME || view.stoppedByHand())
                .toList();
        return open.isEmpty() ? views : open;
    }

    private List<Link> acts(CaseFacts facts, List<DeadlineView> views) {
        DeadlineView first = views.get(0);
        if (!facts.open()
                || !byHand.mayChange(first.kind())
                || views.stream().noneMatch(view -> view.state().isOpen() && view.dueDate() != null)) {
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        for (Act act : Act.values()) {
            if (!act.ends() && (act != Act.RESUME || views.stream().anyMatch(DeadlineView::stoppedByHand))) {
                links.add(new Link(address(facts, first.duty()) + "/" + act.code, act.heading));
            }
        }
        return links;
    }

    /** What ends a duty that no task is about, or opens it again. */
    private List<Link> ends(CaseFacts facts, List<DeadlineView> views) {
        DeadlineView first = views.get(0);
        List<Link> links = new ArrayList<>();
        if (facts.open() && views.stream().anyMatch(byHand::mayReopen)) {
            links.add(new Link(address(facts, first.duty()) + "/" + Act.REOPEN.code, Act.REOPEN.heading));
        }
        if (!facts.open() || views.stream().noneMatch(byHand::isMetByHand)) {
            return links;
        }
        if (byHand.mayMeet(first)) {
            links.add(new Link(address(facts, first.duty()) + "/" + Act.MEET.code, Act.MEET.heading));
        }
        if (byHand.mayChange(first.kind())) {
            links.add(new Link(address(facts, first.duty()) + "/" + Act.NOT_RELEVANT.code, Act.NOT_RELEVANT.heading));
        }
        return links;
    }

    /** The tasks that meet the duty, each with its department. */
    private List<String> metBy(String duty) {
        return dutyTasks.of(duty).stream()
                .filter(DutyTask::meets)
                .map(task -> "'" + task.name() + "' hos " + departments.name(task.group()))
                .distinct()
                .toList();
    }

    private static String address(CaseFacts facts, String duty) {
        return "/sager/" + facts.caseNumber() + "/frister/" + duty;
    }

    private List<Standing> standings(List<DeadlineView> views, CaseFacts facts) {
        Map<Standing, List<String>> alike = new LinkedHashMap<>();
        for (DeadlineView view : views) {
            LocalDate due = view.dueDate();
            String state = view.state().danish();
            alike.computeIfAbsent(
                            new Standing(
                                    "",
                                    due == null
                                            ? CaseDeadlines.undated(view).toLowerCase(Locale.ROOT)
                                            : "frist " + wording.date(due),
                                    Character.toUpperCase(state.charAt(0)) + state.substring(1),
                                    view.howCounted()),
                            standing -> new ArrayList<>())
                    .add(who(view, facts));
        }
        return alike.entrySet().stream()
                .map(entry -> new Standing(
                        String.join(", ", entry.getValue()),
                        entry.getKey().due(),
                        entry.getKey().state(),
                        entry.getKey().howCounted()))
                .toList();
    }

    private static String who(DeadlineView view, CaseFacts facts) {
        return view.personId() == null
                ? "Hele familien"
                : facts.persons().stream()
                        .filter(person -> view.personId().equals(person.id()))
                        .map(PersonFacts::name)
                        .findFirst()
                        .orElse("Person uden for sagen");
    }

    private String show(
            CaseFacts facts,
            List<DeadlineView> views,
            Act act,
            MultiValueMap<String, String> typed,
            List<FieldError> errors,
            Model model) {
        if (!typed.containsKey(PERSON) && errors.isEmpty()) {
            views.forEach(view -> typed.add(PERSON, value(view)));
        }
        DeadlineView first = views.get(0);
        Fields fields = new Fields(new Typed(typed), errors);
        if (views.size() > 1) {
            fields.checks(
                    PERSON,
                    "Gælder",
                    "Vælg alle, som fristen skal ændres for",
                    views.stream()
                            .collect(Collectors.toMap(
                                    DeadlinePages::value, view -> who(view, facts), (a, b) -> a, LinkedHashMap::new)));
        }
        String nothing = nothingToDo(facts, views, act);
        if (nothing != null) {
            model.addAttribute("case", facts);
            model.addAttribute(
                    "form",
                    new ChangeForm(
                            address(facts, first.duty()),
                            address(facts, first.duty()),
                            act.heading + ": " + first.name(),
                            nothing,
                            "",
                            List.of(),
                            errors));
            return "sag-aendring";
        }
        switch (act) {
            case MOVE -> fields.date(DeadlinesByHand.DUE, "Ny frist", Fields.DATE_HINT);
            case SUSPEND ->
                fields.date(DeadlinesByHand.FROM, "I bero fra", "Den første dag, uret står stille. " + Fields.DATE_HINT)
                        .date(DeadlinesByHand.UNTIL, "Løber igen", "Den dag, fristen løber igen. " + Fields.DATE_HINT);
            case MEET ->
                fields.date(DeadlinesByHand.MET_ON, "Opfyldt den", Fields.DATE_HINT)
                        .text(
                                DeadlinesByHand.REFERENCE,
                                "Reference",
                                false,
                                "Fx dokumentets nummer i journalen. Skriv ingen personoplysninger");
            case RESUME, NOT_RELEVANT, REOPEN -> {
                // The day is today.
            }
        }
        if (act != Act.MEET) {
            fields.longText(DeadlinesByHand.REASON, "Begrundelse", true, "Begrundelsen bliver en del af sagen");
        }
        String address = address(facts, first.duty());
        model.addAttribute("case", facts);
        model.addAttribute("seen", seen(views(facts.caseNumber(), first.duty())));
        model.addAttribute(
                "form",
                new ChangeForm(
                        address + "/" + act.code,
                        address,
                        act.heading + ": " + first.name(),
                        intro(act, first),
                        act.heading,
                        fields.list(),
                        errors));
        return "sag-aendring";
    }

    /** Why there is nothing to fill in for any of these; null when there is. */
    private @Nullable String nothingToDo(CaseFacts facts, List<DeadlineView> views, Act act) {
        DeadlineView first = views.get(0);
        if (!facts.open()) {
            return "Sagen er afsluttet, så dens frister kan ikke ændres.";
        }
        if (act == Act.REOPEN) {
            return views.stream().anyMatch(byHand::mayReopen)
                    ? null
                    : "Pligten er ikke noteret i hånden som opfyldt eller ikke relevant, så der er intet at tage tilbage.";
        }
        if (views.stream().noneMatch(view -> view.state().isOpen())) {
            return first.state().inSentence()
                    + (first.metOn() == null ? "" : " den " + wording.date(first.metOn()))
                    + ", så der er intet at notere her.";
        }
        if (act.ends() && views.stream().noneMatch(byHand::isMetByHand)) {
            List<String> tasks = metBy(first.duty());
            return tasks.isEmpty()
                    ? "Forløbet noterer selv, når pligten er opfyldt, så den noteres ikke her."
                    : "Pligten er opfyldt, når opgaven " + String.join(" eller ", tasks)
                            + " er løst, så den noteres ikke her.";
        }
        return null;
    }

    private String intro(Act act, DeadlineView view) {
        LocalDate due = view.dueDate();
        String now = due == null ? "Fristen har ingen dato." : "Fristen er nu den " + wording.date(due) + ".";
        if (act == Act.REOPEN) {
            return (view.metOn() == null
                            ? "Pligten er noteret som ikke relevant."
                            : "Pligten er noteret som opfyldt den " + wording.date(view.metOn()) + ".")
                    + " Tages det tilbage, løber fristen igen, eller den er overskredet, som dens dato siger. Noteringen"
                    + " bliver stående på sagen.";
        }
        if (act.ends()) {
            return now
                    + (act == Act.MEET
                            ? " Ingen opgave noterer pligten, så den noteres her."
                            : " Pligten regnes derefter ikke med. Skriv i begrundelsen, hvorfor den ikke gælder her.");
        }
        String law = view.kind() == DeadlineKind.LOV
                ? " Det er en lovfrist (" + view.legalGround()
                        + "): ændr den kun, når der er hjemmel til det, og skriv hjemlen i begrundelsen."
                : "";
        return now
                + law
                + switch (act) {
                    case MOVE -> " Opgaver og påmindelser følger med. Reglens egen dato bliver stående på sagen.";
                    case SUSPEND -> " Fristen udløber lige så mange dage senere, som den står i bero.";
                    case RESUME -> " Fristen løber igen, og de dage, den alligevel ikke står i bero, trækkes fra.";
                    case MEET, NOT_RELEVANT, REOPEN -> "";
                };
    }
}
