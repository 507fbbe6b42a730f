package dk.ankomst.board;

import dk.ankomst.cases.CaseClosed;
import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.deadlines.CaseEvent;
import dk.ankomst.deadlines.CaseEvents;
import dk.ankomst.deadlines.CaseEvents.Choice;
import dk.ankomst.deadlines.CaseEvents.Report;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.Preview;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** What happens in a case without a task that brings it: reported, corrected and taken back by people. */
@Controller
@PreAuthorize(Access.MAY_CHANGE)
class EventPages {

    private static final String EVENTS = "/sager/{caseNumber:\\d{4}-\\d+}/haendelser";
    private static final String NEW = EVENTS + "/ny";
    private static final String CORRECT = EVENTS + "/{number:\\d{1,6}}/ret-dato";
    private static final String WITHDRAW = EVENTS + "/{number:\\d{1,6}}/tag-tilbage";
    /** No person has this id. */
    private static final long NOBODY = -1;

    /** What was typed, or reported, when the page was shown; who has changed it since sees that first. */
    private static final String SEEN = "vist";

    /** A deadline that a report would start. */
    record Started(
            String name,
            String kind,
            @Nullable String due,
            @Nullable String remark,
            boolean passed,
            String explanation) {}

    private final Cases cases;
    private final CaseEvents events;
    private final Deadlines deadlines;
    private final Wording wording;
    private final TransactionOperations together;

    EventPages(Cases cases, CaseEvents events, Deadlines deadlines, Wording wording, TransactionOperations together) {
        this.cases = cases;
        this.events = events;
        this.deadlines = deadlines;
        this.wording = wording;
        this.together = together;
    }

    @GetMapping(NEW)
    String form(@PathVariable String caseNumber, Model model) {
        CaseFacts facts = cases.facts(caseNumber);
        return facts.open()
                ? show(facts, new LinkedMultiValueMap<>(), List.of(), null, model)
                : showClosed(facts, model);
    }

    private static String showClosed(CaseFacts facts, Model model) {
        String page = "/sager/" + facts.caseNumber();
        model.addAttribute("case", facts);
        model.addAttribute(
                "form",
                new ChangeForm(
                        page,
                        page,
                        "Meld en hændelse",
                        "Sagen er afsluttet, så der kan ikke meldes hændelser på den.",
                        "",
                        List.of(),
                        List.of()));
        return "sag-aendring";
    }

    /** First shows what the report would start; the same once more keeps it. */
    @PostMapping(NEW)
    String report(
            @PathVariable String caseNumber,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        CaseFacts facts = cases.facts(caseNumber);
        Typed input = new Typed(typed);
        Report report = new Report(
                input.text(CaseEvents.EVENT),
                input.date(CaseEvents.DATE),
                person(facts, input),
                input.text(CaseEvents.REFERENCE));
        try {
            if (!facts.open() || seen(report).equals(input.text(SEEN))) {
                input.refuseUnreadable(() -> events.report(caseNumber, report));
                redirect.addFlashAttribute("done", "Hændelsen er meldt. Dens frister står nu på sagen.");
                return "redirect:/sager/" + caseNumber;
            }
            input.refuseUnreadable(() -> {
                List<Preview.Line> starts = events.preview(caseNumber, report);
                model.addAttribute("changed", input.text(SEEN) != null);
                typed.set(SEEN, seen(report));
                show(facts, typed, List.of(), starts, model);
            });
            return "sag-haendelse";
        } catch (CaseClosed closed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(facts, typed, closed.errors(), null, model);
        } catch (InputRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(facts, typed, refused.errors(), null, model);
        }
    }

    @GetMapping(CORRECT)
    String correction(@PathVariable String caseNumber, @PathVariable int number, Model model) {
        return showCorrection(
                cases.facts(caseNumber), event(caseNumber, number), new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping(CORRECT)
    String correct(
            @PathVariable String caseNumber,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed input = new Typed(typed);
        LocalDate date = input.date(CaseEvents.DATE);
        String reason = Objects.requireNonNullElse(input.text(CaseEvents.REASON), "");
        reported(caseNumber, number);
        try {
            input.refuseUnreadable(
                    () -> asSeen(caseNumber, number, input, () -> events.correct(caseNumber, number, date, reason)));
            redirect.addFlashAttribute(
                    "done",
                    "Hændelsen er rettet til den " + wording.date(Objects.requireNonNull(date))
                            + ". Dens frister er regnet igen.");
            return "redirect:/sager/" + caseNumber;
        } catch (InputRefused refused) {
            response.setStatus(status(refused));
            return showCorrection(
                    cases.facts(caseNumber), reported(caseNumber, number), typed, refused.errors(), model);
        }
    }

    @GetMapping(WITHDRAW)
    String withdrawal(@PathVariable String caseNumber, @PathVariable int number, Model model) {
        return showWithdrawal(
                cases.facts(caseNumber), event(caseNumber, number), new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping(WITHDRAW)
    String withdraw(
            @PathVariable String caseNumber,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed input = new Typed(typed);
        String reason = Objects.requireNonNullElse(input.text(CaseEvents.REASON), "");
        reported(caseNumber, number);
        try {
            asSeen(caseNumber, number, input, () -> events.withdraw(caseNumber, number, reason));
            redirect.addFlashAttribute(
                    "done", "Hændelsen er taget tilbage. De frister, den gav, og som var åbne, gælder ikke mere.");
            return "redirect:/sager/" + caseNumber;
        } catch (InputRefused refused) {
            response.setStatus(status(refused));
            return showWithdrawal(
                    cases.facts(caseNumber), reported(caseNumber, number), typed, refused.errors(), model);
        }
    }

    private static int status(InputRefused refused) {
        return (refused instanceof CaseClosed ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value();
    }

    private CaseEvent event(String caseNumber, int number) {
        CaseEvent event = reported(caseNumber, number);
        if (event.withdrawn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return event;
    }

    /** An event of the case, also one that was taken back. */
    private CaseEvent reported(String caseNumber, int number) {
        return events.ofCase(caseNumber).stream()
                .filter(event -> event.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Nobody overwrites what a colleague has changed since the form was shown; one taken back is refused by itself. */
    private void asSeen(String caseNumber, int number, Typed input, Runnable command) {
        together.executeWithoutResult(status -> {
            deadlines.reserve(caseNumber);
            CaseEvent now = reported(caseNumber, number);
            String seen = input.text(SEEN);
            if (seen != null
                    && !now.withdrawn()
                    && !seen.equals(now.happenedOn().toString())) {
                throw new InputRefused(
                        "",
                        "Hændelsens dato er ændret, siden du åbnede siden, og intet er gemt. Den er nu meldt til den "
                                + wording.date(now.happenedOn()) + ". Gem igen, hvis det stadig passer.");
            }
            command.run();
        });
    }

    /** Somebody outside the family is no reader's slip to pass over: the report is refused. */
    private static @Nullable Long person(CaseFacts facts, Typed input) {
        String typed = input.text(CaseEvents.PERSON);
        return typed == null
                ? null
                : facts.persons().stream()
                        .map(PersonFacts::id)
                        .filter(id -> id.toString().equals(typed))
                        .findFirst()
                        .orElse(NOBODY);
    }

    private static String seen(Report report) {
        return String.join(
                "|",
                String.valueOf(report.event()),
                String.valueOf(report.date()),
                String.valueOf(report.personId()),
                String.valueOf(report.reference()));
    }

    private String show(
            CaseFacts facts,
            MultiValueMap<String, String> typed,
            List<FieldError> errors,
            @Nullable List<Preview.Line> starts,
            Model model) {
        String caseNumber = facts.caseNumber();
        List<Choice> choices = events.choices(caseNumber).stream()
                .sorted(Comparator.comparing(Choice::words))
                .toList();
        Map<String, String> labels = new LinkedHashMap<>();
        choices.forEach(choice -> labels.put(
                choice.event(),
                capitalised(choice.words())
                        + switch (choice.concerns()) {
                            case SAG -> "";
                            case PERSON -> " (én person)";
                            case VOKSEN -> " (en voksen)";
                            case BARN -> " (et barn)";
                        }));
        Map<String, String> members = facts.persons().stream()
                .filter(person -> person.leftOn() == null)
                .collect(Collectors.toMap(
                        person -> Long.toString(person.id()), PersonFacts::name, (a, b) -> a, LinkedHashMap::new));
        Typed input = new Typed(typed);
        Fields fields = new Fields(input, errors)
                .select(CaseEvents.EVENT, "Hvad er der sket?", true, labels)
                .date(CaseEvents.DATE, "Hvornår skete det?", Fields.DATE_HINT)
                .select(
                        CaseEvents.PERSON,
                        "Hvem angår det?",
                        true,
                        "Kun når der står (én person), (en voksen) eller (et barn) ved hændelsen",
                        members)
                .text(
                        CaseEvents.REFERENCE,
                        "Reference",
                        false,
                        "Fx dokumentets nummer i journalen. Skriv ingen personoplysninger");
        String page = "/sager/" + caseNumber;
        model.addAttribute("case", facts);
        model.addAttribute("seen", starts == null ? "" : input.shown(SEEN));
        model.addAttribute(
                "starts",
                starts == null ? null : starts.stream().map(this::started).toList());
        model.addAttribute(
                "form",
                new ChangeForm(
                        page + "/haendelser/ny",
                        page,
                        "Meld en hændelse",
                        choices.isEmpty()
                                ? "Efter de regler, sagen regnes efter, er der ingen hændelser, som frister regnes fra."
                                : "Nogle frister begynder først, når der sker noget bestemt. Du ser fristerne, før du gemmer.",
                        starts == null ? "Vis fristerne" : "Meld hændelsen",
                        fields.list(),
                        errors));
        return "sag-haendelse";
    }

    private Started started(Preview.Line line) {
        return new Started(
                line.name(),
                capitalised(line.kind().danish()),
                line.dueDate() == null ? null : wording.date(line.dueDate()),
                line.confirmed() ? null : CaseDeadlines.remark(line.status()),
                line.dueDate() != null && line.dueDate().isBefore(wording.today()),
                line.explanation());
    }

    private String showCorrection(
            CaseFacts facts,
            CaseEvent event,
            MultiValueMap<String, String> typed,
            List<FieldError> errors,
            Model model) {
        String page = "/sager/" + facts.caseNumber();
        model.addAttribute("case", facts);
        model.addAttribute("seen", event.happenedOn().toString());
        model.addAttribute(
                "form",
                new ChangeForm(
                        page + "/haendelser/" + event.number() + "/ret-dato",
                        page,
                        "Ret hændelsens dato",
                        capitalised(event.words()) + " er meldt til den " + wording.date(event.happenedOn())
                                + ". Når du gemmer, bliver hændelsens frister regnet igen. Den gamle dato bliver stående på sagen.",
                        "Gem den rigtige dato",
                        new Fields(new Typed(typed), errors)
                                .date(CaseEvents.DATE, "Den rigtige dato", Fields.DATE_HINT)
                                .longText(CaseEvents.REASON, "Begrundelse", true, "Begrundelsen bliver en del af sagen")
                                .list(),
                        errors));
        return "sag-aendring";
    }

    private String showWithdrawal(
            CaseFacts facts,
            CaseEvent event,
            MultiValueMap<String, String> typed,
            List<FieldError> errors,
            Model model) {
        String page = "/sager/" + facts.caseNumber();
        model.addAttribute("case", facts);
        model.addAttribute("seen", event.happenedOn().toString());
        model.addAttribute(
                "form",
                new ChangeForm(
                        page + "/haendelser/" + event.number() + "/tag-tilbage",
                        page,
                        "Tag hændelsen tilbage",
                        capitalised(event.words()) + " er meldt til den " + wording.date(event.happenedOn())
                                + ". Tag den kun tilbage, hvis den er meldt ved en fejl: de frister, den har givet, og som er åbne, gælder så ikke mere. Det, der er opfyldt, bliver stående.",
                        "Tag hændelsen tilbage",
                        new Fields(new Typed(typed), errors)
                                .longText(CaseEvents.REASON, "Begrundelse", true, "Begrundelsen bliver en del af sagen")
                                .list(),
                        errors));
        return "sag-aendring";
    }

    static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
