package dk.ankomst.board;

import dk.ankomst.board.EstablishmentView.Block;
import dk.ankomst.board.EstablishmentView.Fact;
import dk.ankomst.board.EstablishmentView.Line;
import dk.ankomst.board.EstablishmentView.Module;
import dk.ankomst.board.EstablishmentView.Open;
import dk.ankomst.board.EstablishmentView.Problem;
import dk.ankomst.cases.CaseFacts;
import dk.ankomst.establishment.AnswerPart;
import dk.ankomst.establishment.Basis;
import dk.ankomst.establishment.CaseProposal;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.establishment.GivenAnswer;
import dk.ankomst.establishment.ItemState;
import dk.ankomst.establishment.LineKind;
import dk.ankomst.establishment.OpenQuestion;
import dk.ankomst.establishment.PackageNames;
import dk.ankomst.establishment.StoredLine;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the proposal of a case into words. */
@Component
class EstablishmentViews {

    private static final String NOT_STATED = "ikke-angivet";

    private final EstablishmentSupport support;
    private final Wording wording;

    EstablishmentViews(EstablishmentSupport support, Wording wording) {
        this.support = support;
        this.wording = wording;
    }

    /** How far the establishment of a case is, in a sentence for the case's own page. */
    String standing(String caseNumber, boolean caseIsOpen) {
        return standing(support.proposal(caseNumber), caseIsOpen);
    }

    /**
     * The page of a case.
     *
     * @param mayAnswer whether the reader is one of those who answer
     * @param typed what was typed and could not be saved; null when the page is shown for the first time
     * @param errors what is wrong with it
     * @param meanwhile the lines that somebody else answered meanwhile
     */
    EstablishmentView of(
            CaseFacts facts,
            boolean mayAnswer,
            @Nullable EstablishmentTyped typed,
            List<FieldError> errors,
            Collection<StoredLine> meanwhile) {
        CaseProposal proposal = support.proposal(facts.caseNumber());
        boolean editable = mayAnswer && facts.open() && proposal.isAnswerable();
        List<OpenQuestion> open = facts.open() ? proposal.openQuestions() : List.of();
        Set<String> openRules = open.stream().map(OpenQuestion::ruleId).collect(Collectors.toSet());
        Set<Long> conflicts = meanwhile.stream().map(StoredLine::id).collect(Collectors.toSet());
        Map<String, List<Block>> byModule = new LinkedHashMap<>();
        PackageNames names = support.names();
        for (StoredLine line : proposal.lines()) {
            if (line.omittedReason() != null) {
                continue;
            }
            List<StoredLine> together =
                    proposal.isAnswerable(line) ? proposal.alternatives(line) : List.<StoredLine>of(line);
            if (together.get(0).id() != line.id()) {
                continue;
            }
            List<Line> lines = together.stream()
                    .map(one -> line(
                            one,
                            editable && proposal.isAnswerable(one),
                            openRules.contains(one.ruleId()),
                            typed,
                            errors,
                            conflicts.contains(one.id())))
                    .toList();
            byModule.computeIfAbsent(line.module() == null ? NOT_STATED : line.module(), module -> new ArrayList<>())
                    .add(block(line, together, lines, typed, errors));
        }
        List<Module> modules = byModule.entrySet().stream()
                .map(entry -> module(entry.getKey(), moduleName(entry.getKey(), names), entry.getValue()))
                .toList();
        Set<String> fields = fields(modules, editable);
        return new EstablishmentView(
                facts.caseNumber(),
                facts.family(),
                standing(proposal, facts.open()),
                editable,
                errors.stream()
                        .map(error -> {
                            String target = error.field().replace('.', '-');
                            return new Problem(fields.contains(target) ? target : null, error.message());
                        })
                        .toList(),
                open.stream()
                        .map(question -> new Open(question.ruleId(), question.itemName(), question.missing()))
                        .toList(),
                modules,
                proposal.lines().stream()
                        .filter(line -> line.omittedReason() != null)
                        .map(line -> line.itemName() + ": " + line.omittedReason() + " Regel " + line.ruleId() + ".")
                        .toList(),
                support.answers(facts.caseNumber()).stream().map(this::sentence).toList());
    }

    private static Module module(String code, String name, List<Block> blocks) {
        List<Block> asked =
                blocks.stream().filter(block -> block.lines().get(0).editable()).toList();
        List<Line> settled = blocks.stream()
                .flatMap(block -> block.lines().stream())
                .filter(line -> !line.editable())
                .toList();
        int lines = blocks.stream().mapToInt(block -> block.lines().size()).sum();
        return new Module("modul-" + code, name, count(lines), asked, settled);
    }

    private static Set<String> fields(List<Module> modules, boolean editable) {
        if (!editable) {
            return Set.of();
        }
        return modules.stream()
                .flatMap(module -> module.blocks().stream())
                .flatMap(block -> block.lines().stream())
                .filter(Line::editable)
                .flatMap(line -> java.util.stream.Stream.of(
                        line.id() + "-text",
                        line.quantityShown() ? line.id() + "-quantity" : "",
                        line.stateAsked() ? line.id() + "-state" : "",
                        line.id()))
                .collect(Collectors.toSet());
    }

    private String standing(CaseProposal proposal, boolean caseIsOpen) {
        if (proposal.lines().isEmpty()) {
            return "Der er ikke lavet et forslag til etablering endnu. Det kommer, når trangen er vurderet.";
        }
        String lines = "Forslaget følger pakken " + pack(proposal) + " og har "
                + count(proposal.lines().size()) + ". ";
        CaseProposal.Settlement settlement = proposal.settlement();
        if (settlement != null && !proposal.isAnswerable()) {
            String day = wording.date(wording.day(settlement.at()));
            return lines
                    + (settlement.refused()
                            ? "Etableringsstøtten blev ikke bevilget den " + day
                                    + ". Begrundelsen står på sagen, og svarene kan ikke ændres mere."
                            : "Etableringsstøtten blev bevilget den " + day + ", og svarene kan ikke ændres mere.");
        }
        if (!caseIsOpen) {
            return lines + "Sagen er afsluttet, og svarene kan ikke ændres mere.";
        }
        int open = proposal.openQuestions().size();
        return lines
                + switch (open) {
                    case 0 -> "Alle spørgsmål er besvaret.";
                    case 1 -> "1 spørgsmål er åbent.";
                    default -> open + " spørgsmål er åbne.";
                };
    }

    private String pack(CaseProposal proposal) {
        PackageNames names = support.names();
        return proposal.lines().stream()
                .map(StoredLine::packageId)
                .distinct()
                .map(names::ofPackage)
                .collect(Collectors.joining(" og "));
    }

    private Block block(
            StoredLine first,
            List<StoredLine> together,
            List<Line> lines,
            @Nullable EstablishmentTyped typed,
            List<FieldError> errors) {
        String group = first.alternativeGroup();
        if (group == null || !lines.get(0).editable()) {
            return new Block(null, null, null, false, null, lines);
        }
        String names = together.stream().map(StoredLine::itemName).collect(Collectors.joining(" eller "));
        String picked = together.stream()
                .filter(StoredLine::chosen)
                .map(StoredLine::ruleId)
                .findFirst()
                .orElse(together.stream().anyMatch(StoredLine::choiceMade) ? EstablishmentView.NONE : null);
        if (typed != null && together.stream().anyMatch(typed::has)) {
            picked = typed.picked(group);
        }
        String error = together.stream()
                .map(line -> EstablishmentView.error(errors, line.ruleId() + ".chosen"))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
        return new Block(
                "alternativ-" + group,
                together.size() == 1
                        ? "Skal der gives " + names + "?"
                        : "Kun én af disse kan gives: " + names + ". Hvilken?",
                picked,
                together.stream().noneMatch(line -> line.chosen() || line.choiceMade()),
                error,
                lines);
    }

    private Line line(
            StoredLine line,
            boolean editable,
            boolean isOpen,
            @Nullable EstablishmentTyped typed,
            List<FieldError> errors,
            boolean isConflict) {
        EstablishmentTyped again = editable && typed != null && typed.has(line) ? typed : null;
        ItemState state = line.state();
        String badge = null;
        String badgeKind = "";
        if (line.decidedAt() != null) {
            badge = "Bevilget";
            badgeKind = "badge-success";
        } else if (line.refused() && line.chosen()) {
            badge = "Ikke bevilget";
            badgeKind = "ankomst-quiet";
        } else if (isOpen && line.chosen()) {
            badge = "Mangler svar";
            badgeKind = "badge-warning";
        } else if (line.answeredAt() != null) {
            badge = "Besvaret";
            badgeKind = "ankomst-quiet";
        }
        boolean asksQuantity = line.asked().contains(AnswerPart.ANTAL);
        return new Line(
                line.ruleId(),
                line.itemName(),
                facts(line),
                line.question(),
                again != null && !isConflict ? again.token(line) : EstablishmentTyped.tokenOf(line),
                editable,
                badge,
                badgeKind,
                again != null ? again.chosen(line) : line.chosen(),
                again != null
                        ? again.quantity(line)
                        : line.quantity() == null ? "" : line.quantity().toString(),
                asksQuantity || line.proposedQuantity() != null || line.kind() != LineKind.YDELSE,
                asksQuantity || line.proposedQuantity() != null,
                line.proposedQuantity() == null ? null : "Pakken giver " + line.proposedQuantity(),
                again != null
                        ? again.state(line)
                        : state == null || state == ItemState.IKKE_ANGIVET ? "" : state.name(),
                line.asked().contains(AnswerPart.STAND),
                again != null ? again.text(line) : line.answer() == null ? "" : line.answer(),
                line.asked().contains(AnswerPart.TEKST) || (line.isExtra() && line.reason() == null),
                EstablishmentView.error(errors, line.ruleId() + ".quantity"),
                EstablishmentView.error(errors, line.ruleId() + ".state"),
                EstablishmentView.error(errors, line.ruleId() + ".text"),
                isConflict ? meanwhile(line) : null,
                answered(line));
    }

    private @Nullable String answered(StoredLine line) {
        String by = line.answeredBy();
        Instant at = line.answeredAt();
        return by == null || at == null ? null : "Besvaret af " + wording.actor(by) + " den " + wording.time(at);
    }

    private String meanwhile(StoredLine line) {
        String by = line.answeredBy();
        Instant at = line.answeredAt();
        String now = "Nu står der: " + outcome(line) + ". Dit eget svar står her. Gem igen, hvis det skal gælde.";
        return by == null || at == null
                ? "Linjen er foreslået på ny, mens du skrev. " + now
                : wording.actor(by) + " svarede den " + wording.time(at) + ", mens du skrev. " + now;
    }

    private static List<Fact> facts(StoredLine line) {
        List<Fact> facts = new ArrayList<>();
        Basis basis = line.basis();
        if (basis != null) {
            facts.add(new Fact(
                    "Grundlag",
                    switch (basis) {
                        case PERSON -> "til hver person";
                        case ANTAL_PERSONER -> "efter antal personer";
                        case HUSSTAND -> "til husstanden";
                        case IKKE_ANGIVET -> "ikke angivet i kilden";
                    }));
        }
        ItemState proposed = line.proposedState();
        if (proposed == ItemState.NY || proposed == ItemState.BRUGT) {
            facts.add(new Fact("Stand", proposed == ItemState.NY ? "ny" : "brugt"));
        }
        if (line.condition() != null) {
            facts.add(new Fact("Betingelse", line.condition()));
        }
        if (line.reason() != null) {
            facts.add(new Fact("Begrundelse", line.reason()));
        }
        facts.add(new Fact("Regel", line.ruleId()));
        facts.add(new Fact("Kilde", line.source()));
        return facts;
    }

    private static String outcome(StoredLine line) {
        return outcome(line.chosen(), line.quantity(), line.state(), line.answer());
    }

    private static String outcome(
            boolean chosen, @Nullable Integer quantity, @Nullable ItemState state, @Nullable String text) {
        String said = text == null ? "" : ". »" + text + "«";
        if (!chosen) {
            return "gives ikke" + said;
        }
        String bought =
                state == null || state == ItemState.IKKE_ANGIVET ? "" : state == ItemState.NY ? ", ny" : ", brugt";
        return "gives, " + (quantity == null ? "antal ikke angivet" : quantity + " stk.") + bought + said;
    }

    private String sentence(GivenAnswer answer) {
        return wording.time(answer.answeredAt()) + ", " + wording.actor(answer.answeredBy()) + ": " + answer.itemName()
                + " " + outcome(answer.chosen(), answer.quantity(), answer.state(), answer.text());
    }

    private static String count(int lines) {
        return lines == 1 ? "1 linje" : lines + " linjer";
    }

    private static String moduleName(String code, PackageNames names) {
        return code.equals(NOT_STATED) ? "Uden modul i kilden" : capitalised(names.ofModule(code));
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
