package dk.ankomst.establishment;

import dk.ankomst.platform.FreeText;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds answers against a proposal: what can be taken, what somebody else answered meanwhile, and what changes. */
final class Answering {

    static final int LARGEST_QUANTITY = 999;
    private static final int LONGEST_TEXT = 1000;

    /** What a line said at an earlier version. */
    interface Past {

        Optional<AnswerValues> valuesAt(long lineId, int version);
    }

    private final CaseProposal proposal;
    private final Map<Long, LineAnswer> answers = new LinkedHashMap<>();
    private final Past past;
    private final List<FieldError> errors = new ArrayList<>();

    Answering(CaseProposal proposal, List<LineAnswer> answers, Past past) {
        this.proposal = proposal;
        this.past = past;
        answers.forEach(answer -> this.answers.put(answer.lineId(), answer));
    }

    /** The lines that change, by what they say then; in the order of the lines. */
    Map<StoredLine, AnswerValues> changes() {
        Map<Long, StoredLine> lines = new TreeMap<>();
        proposal.lines().forEach(line -> lines.put(line.id(), line));
        answers.values().forEach(answer -> check(lines.get(answer.lineId())));
        Map<StoredLine, AnswerValues> changes = new LinkedHashMap<>();
        List<StoredLine> conflicts = new ArrayList<>();
        for (StoredLine line : lines.values()) {
            if (!answers.containsKey(line.id()) || !proposal.isAnswerable(line)) {
                continue;
            }
            List<StoredLine> together = proposal.alternatives(line);
            if (together.stream().anyMatch(this::isTouched)) {
                if (together.stream().anyMatch(this::isStale) && isDifferent(together)) {
                    conflicts.add(line);
                } else if (!wanted(line).equals(AnswerValues.of(line))) {
                    changes.put(line, wanted(line));
                }
            }
        }
        dropOthers(changes);
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        if (!conflicts.isEmpty()) {
            throw new AnsweredMeanwhile(conflicts);
        }
        return changes;
    }

    private AnswerValues wanted(StoredLine line) {
        LineAnswer answer = answers.get(line.id());
        return answer == null ? AnswerValues.of(line) : AnswerValues.of(line).with(line, answer);
    }

    private boolean isDifferent(List<StoredLine> lines) {
        return lines.stream().anyMatch(line -> !wanted(line).equals(AnswerValues.of(line)));
    }

    private boolean isStale(StoredLine line) {
        LineAnswer answer = answers.get(line.id());
        return answer != null && answer.version() != line.version();
    }

    /** Whether the caseworker changed what was shown; true as well when nobody knows what that was. */
    private boolean isTouched(StoredLine line) {
        LineAnswer answer = answers.get(line.id());
        if (answer == null) {
            return false;
        }
        AnswerValues seen = seen(line, answer.version());
        return seen == null || !seen.with(line, answer).equals(seen);
    }

    private @Nullable AnswerValues seen(StoredLine line, int version) {
        if (version == line.version()) {
            return AnswerValues.of(line);
        }
        if (version == 0) {
            return AnswerValues.proposed(line);
        }
        return past.valuesAt(line.id(), version).orElse(null);
    }

    private void dropOthers(Map<StoredLine, AnswerValues> changes) {
        for (StoredLine line : List.copyOf(changes.keySet())) {
            AnswerValues values = Objects.requireNonNull(changes.get(line));
            if (line.alternativeGroup() == null || !values.chosen()) {
                continue;
            }
            for (StoredLine other : proposal.alternatives(line)) {
                LineAnswer answer = answers.get(other.id());
                if (other.id() == line.id()) {
                    continue;
                }
                if (answer != null && Boolean.TRUE.equals(answer.chosen())) {
                    errors.add(new FieldError(
                            line.ruleId() + ".chosen",
                            "Vælg kun én: " + line.itemName() + " eller " + other.itemName() + "."));
                } else if (other.chosen()) {
                    AnswerValues now = changes.getOrDefault(other, AnswerValues.of(other));
                    changes.put(other, new AnswerValues(false, true, now.quantity(), now.state(), now.text()));
                }
            }
        }
    }

    private void check(@Nullable StoredLine line) {
        if (line == null) {
            errors.add(new FieldError("", "Forslaget er lavet om imens. Genindlæs siden, og svar på de nye linjer."));
            return;
        }
        if (line.omittedReason() != null) {
            errors.add(new FieldError(
                    "",
                    "Linjen " + line.itemName()
                            + " er udeladt, fordi familien medbringer den, og kan ikke ændres her."));
            return;
        }
        if (!proposal.isAnswerable(line)) {
            errors.add(new FieldError(
                    "",
                    line.decidedAt() == null
                            ? (line.refused() ? "Støtten er ikke bevilget." : "Støtten er allerede bevilget.")
                                    + " Linjen " + line.itemName() + " kan ikke ændres her."
                            : "Linjen " + line.itemName() + " er allerede bevilget og kan ikke ændres her."));
            return;
        }
        AnswerValues values = wanted(line);
        if (!values.equals(AnswerValues.of(line))) {
            check(line, values);
        }
    }

    private void check(StoredLine line, AnswerValues values) {
        Integer quantity = values.quantity();
        Integer proposed = line.proposedQuantity();
        if (quantity != null && (quantity < 1 || quantity > LARGEST_QUANTITY)) {
            errors.add(new FieldError(
                    line.ruleId() + ".quantity",
                    "Skriv antallet af " + line.itemName() + " som et helt tal fra 1 til " + LARGEST_QUANTITY
                            + ", eller fravælg linjen."));
        } else if (values.chosen() && quantity == null && proposed != null) {
            errors.add(new FieldError(
                    line.ruleId() + ".quantity",
                    "Skriv antallet af " + line.itemName() + ", eller fravælg linjen. Pakken giver " + proposed + "."));
        }
        ItemState given = line.proposedState();
        if (given != null && given != ItemState.IKKE_ANGIVET && values.state() != given) {
            errors.add(new FieldError(
                    line.ruleId() + ".state",
                    "Pakken siger, at " + line.itemName() + " er " + (given == ItemState.NY ? "ny" : "brugt")
                            + ". Skriv det som svar, hvis det skal være anderledes."));
        }
        String text = values.text();
        String objection = text == null ? null : FreeText.objection(text, LONGEST_TEXT);
        if (objection != null) {
            errors.add(new FieldError(
                    line.ruleId() + ".text", "Svaret om " + line.itemName() + " kan ikke gemmes. " + objection));
        } else if (text == null && values.chosen()) {
            if (line.isExtra() && line.reason() == null) {
                errors.add(new FieldError(
                        line.ruleId() + ".text",
                        "Skriv begrundelsen for " + line.itemName()
                                + ": et ekstra modul bevilges kun i sjældne tilfælde."));
            } else if (proposed != null && quantity != null && !quantity.equals(proposed)) {
                errors.add(new FieldError(
                        line.ruleId() + ".text",
                        "Skriv, hvorfor antallet af " + line.itemName() + " ikke er de " + proposed
                                + ", som pakken giver."));
            }
        }
    }
}
