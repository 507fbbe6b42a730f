package dk.ankomst.board;

import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.deadlines.Change;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.DeadlinesByHand;
import dk.ankomst.deadlines.RuleOffers;
import dk.ankomst.deadlines.RuleOffers.Standing;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.platform.StaffGroup;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cases that newer deadline tables would reach, and what would change in each; the leader takes it or leaves it. */
@Controller
@RequestMapping("/frister/regler")
@PreAuthorize(Access.MAY_SEE_RULE_OFFERS)
class RuleOfferPage {

    private static final int PAGE_SIZE = 20;
    private static final String CASE = "sag";
    private static final String TAKE = "tag";
    private static final String KEEP = "behold";
    private static final String TAKE_UNCHANGED = "tag-uaendrede";
    private static final String KEPT = "beholdt";

    /** A case with what would change, in sentences. */
    record Offered(String caseNumber, String family, List<String> changes, boolean chosen) {}

    private final RuleOffers offers;
    private final Cases cases;
    private final Deadlines deadlines;
    private final Wording wording;

    RuleOfferPage(RuleOffers offers, Cases cases, Deadlines deadlines, Wording wording) {
        this.offers = offers;
        this.cases = cases;
        this.deadlines = deadlines;
        this.wording = wording;
    }

    @GetMapping
    String page(
            @RequestParam(name = "side", defaultValue = "1") int page,
            @RequestParam(name = "vis", defaultValue = "") String which,
            Model model) {
        return show(standing(which), page, new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping
    @PreAuthorize(Access.MAY_DECIDE_RULES)
    String decide(
            @RequestParam(name = "valg", defaultValue = "") String choice,
            @RequestParam(name = "udgave", defaultValue = "") String edition,
            @RequestParam(name = "side", defaultValue = "1") int page,
            @RequestParam(name = "vis", defaultValue = "") String which,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed input = new Typed(typed);
        Standing standing = standing(which);
        return FormAnswer.of(
                response,
                () -> {
                    List<String> chosen = chosen(choice, input);
                    redirect.addFlashAttribute("done", decide(!choice.equals(KEEP), standing, chosen, edition, input));
                    return "redirect:/frister/regler?side=" + page + (standing == Standing.KEPT ? "&vis=" + KEPT : "");
                },
                errors -> show(standing, page, typed, errors, model));
    }

    private List<String> chosen(String choice, Typed input) {
        if (choice.equals(TAKE_UNCHANGED)) {
            return offers.unchanged();
        }
        if (!choice.equals(TAKE) && !choice.equals(KEEP)) {
            throw new InputRefused("", "Vælg, om de nye regler skal tages i brug, eller om sagerne beholder deres.");
        }
        List<String> chosen = input.all(CASE);
        if (chosen.isEmpty()) {
            throw new InputRefused(CASE, "Vælg mindst én sag.");
        }
        return chosen;
    }

    private static Standing standing(String which) {
        return which.equals(KEPT) ? Standing.KEPT : Standing.UNDECIDED;
    }

    /** Each case by itself: one that a colleague is changing does not keep the others waiting. */
    private String decide(boolean take, Standing standing, List<String> chosen, String edition, Typed input) {
        String reason = Objects.requireNonNullElse(input.text(DeadlinesByHand.REASON), "");
        int decided = 0;
        int busy = 0;
        for (String caseNumber : chosen) {
            try {
                if (take
                        ? offers.take(caseNumber, standing, edition, reason)
                        : offers.leave(caseNumber, edition, reason)) {
                    decided++;
                }
            } catch (ConcurrencyFailureException meanwhile) {
                busy++;
            }
        }
        if (decided == 0 && busy == 0) {
            return "Ingen af de valgte sager venter på et valg mere.";
        }
        String cases = decided == 1 ? "1 sag" : decided + " sager";
        int others = chosen.size() - decided - busy;
        return (take
                        ? "De nye regler er taget i brug på " + cases
                        : cases + " beholder de regler, der er regnet efter før")
                + "."
                + (others == 0 ? "" : " " + others + " af de valgte har en anden allerede taget stilling til.")
                + (busy == 0 ? "" : " " + busy + " blev ændret af en anden imens og står stadig på listen: prøv igen.");
    }

    private String show(
            Standing standing, int page, MultiValueMap<String, String> typed, List<FieldError> errors, Model model) {
        int count = offers.count(standing);
        int last = Math.max(1, (count + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.min(Math.max(1, page), last);
        Typed input = new Typed(typed);
        RuleOffers.Offers offered = offers.list(standing, (shown - 1) * PAGE_SIZE, PAGE_SIZE);
        model.addAttribute("which", standing == Standing.KEPT ? KEPT : "");
        model.addAttribute("kept", offers.count(Standing.KEPT));
        model.addAttribute("edition", offered.edition());
        model.addAttribute(
                "tables", offered.tables().stream().map(this::sentence).toList());
        model.addAttribute("mayDecide", Actor.isIn(StaffGroup.LEDER));
        model.addAttribute("count", count);
        model.addAttribute("page", shown);
        model.addAttribute("last", last);
        Map<Boolean, List<Offered>> byChange = offered.cases().stream()
                .map(offer -> offered(offer, input.all(CASE)))
                .collect(Collectors.partitioningBy(offer -> !offer.changes().isEmpty()));
        model.addAttribute("changed", byChange.get(true));
        model.addAttribute("unchanged", byChange.get(false));
        model.addAttribute("reason", input.shown(DeadlinesByHand.REASON));
        model.addAttribute("errors", errors);
        model.addAttribute("reasonError", message(errors, DeadlinesByHand.REASON));
        return "frister-regler";
    }

    private static @Nullable String message(List<FieldError> errors, String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    private Offered offered(RuleOffers.Offer offer, List<String> chosen) {
        var facts = cases.facts(offer.caseNumber());
        Map<Long, String> names =
                facts.persons().stream().collect(Collectors.toMap(PersonFacts::id, PersonFacts::name));
        List<DeadlineView> standing = deadlines.standing(offer.caseNumber());
        return new Offered(
                offer.caseNumber(),
                facts.family(),
                offer.changes().stream()
                        .map(change -> sentence(change, names, standing))
                        .toList(),
                chosen.contains(offer.caseNumber()));
    }

    private String sentence(RuleOffers.NewTable table) {
        return "Tabellen " + table.key() + ", udgave " + table.version()
                + (table.tag() == null ? "" : " (" + table.tag() + ")")
                + ": sat i drift den " + DanishDates.atTime(table.at())
                + (table.by() == null ? " sammen med programmet" : " af " + Actor.inWords(table.by()));
    }

    private String sentence(Change change, Map<Long, String> names, List<DeadlineView> standing) {
        String who =
                change.personId() == null ? "" : ", " + names.getOrDefault(change.personId(), "person uden for sagen");
        String name = standing.stream()
                .filter(view -> view.duty().equals(change.duty()))
                .map(DeadlineView::name)
                .findFirst()
                .orElse(change.duty());
        boolean byHand = standing.stream()
                .anyMatch(view -> view.duty().equals(change.duty())
                        && Objects.equals(view.personId(), change.personId())
                        && view.changedByHand());
        String duty = name + who + ": ";
        if (change.what() == Change.Kind.OPENED) {
            return duty + "ny frist" + (change.newDue() == null ? "" : " den " + wording.date(change.newDue()));
        }
        if (change.what() == Change.Kind.NOT_APPLICABLE) {
            return duty + "gælder ikke mere";
        }
        if (Objects.equals(change.oldDue(), change.newDue())) {
            return duty + "samme dato, men en anden regel (" + change.oldRuleId() + " bliver til " + change.newRuleId()
                    + ")";
        }
        return duty
                + (change.oldDue() == null ? "ingen dato" : wording.date(change.oldDue()))
                + " bliver til "
                + (change.newDue() == null ? "ingen dato" : wording.date(change.newDue()))
                + (byHand ? "; det, der er ændret i hånden, falder bort" : "");
    }
}
