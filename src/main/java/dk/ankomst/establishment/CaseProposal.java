package dk.ankomst.establishment;

import dk.ankomst.platform.InputRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a case was proposed, and how far it has been answered.
 *
 * @param lines in the order they were proposed, omitted ones included; empty when nothing was proposed
 */
public record CaseProposal(List<StoredLine> lines) {

    private static final int NAMED = 5;

    public CaseProposal {
        lines = List.copyOf(lines);
    }

    /** When support was last granted; null when it was not. */
    public @Nullable Instant grantedAt() {
        return lines.stream()
                .map(StoredLine::decidedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /**
     * A decision on the support.
     *
     * @param refused whether it was no
     */
    public record Settlement(Instant at, boolean refused) {}

    /** The newest decision on the support, yes or no; null when there is none. */
    public @Nullable Settlement settlement() {
        Settlement newest = null;
        for (StoredLine line : lines) {
            Instant at = line.settledAt();
            if (at != null && (newest == null || at.isAfter(newest.at()))) {
                newest = new Settlement(at, line.refused());
            }
        }
        return newest;
    }

    /** Whether a line can be answered: what the family brings cannot, nor what has been decided on, yes or no. */
    public boolean isAnswerable(StoredLine line) {
        return line.omittedReason() == null && line.settledAt() == null;
    }

    /** Whether any line can be answered. */
    public boolean isAnswerable() {
        return lines.stream().anyMatch(this::isAnswerable);
    }

    /** The other lines of which only one can be had together with this one, and the line itself. */
    public List<StoredLine> alternatives(StoredLine line) {
        String group = line.alternativeGroup();
        return group == null
                ? List.of(line)
                : lines.stream()
                        .filter(other -> group.equals(other.alternativeGroup()) && isAnswerable(other))
                        .toList();
    }

    /** What has to be answered before the support can be granted, in the order of the lines. */
    public List<OpenQuestion> openQuestions() {
        List<OpenQuestion> open = new ArrayList<>();
        for (StoredLine line : lines) {
            if (!isAnswerable(line)) {
                continue;
            }
            List<StoredLine> alternatives = alternatives(line);
            if (isUndecided(alternatives)) {
                if (alternatives.get(0).id() == line.id()) {
                    String names =
                            alternatives.stream().map(StoredLine::itemName).collect(Collectors.joining(" eller "));
                    open.add(new OpenQuestion(
                            line.ruleId(),
                            names,
                            alternatives.size() == 1 ? "vælg, om den skal gives" : "vælg én, eller vælg ingen af dem"));
                }
            } else if (line.chosen() && !line.missing().isEmpty()) {
                open.add(new OpenQuestion(line.ruleId(), line.itemName(), inWords(line.missing())));
            }
        }
        return open;
    }

    /**
     * Refuses while something has to be answered before the support can be granted.
     *
     * @throws InputRefused with a sentence that names what is open and says where it is answered
     */
    public void requireAnswered(String caseNumber) {
        List<OpenQuestion> open = openQuestions();
        if (open.isEmpty()) {
            return;
        }
        String named = open.stream().limit(NAMED).map(OpenQuestion::itemName).collect(Collectors.joining("; "));
        String rest = open.size() > NAMED ? " og " + (open.size() - NAMED) + " mere" : "";
        String count = open.size() == 1
                ? "1 spørgsmål om etableringen er stadig åbent: "
                : open.size() + " spørgsmål om etableringen er stadig åbne: ";
        throw new InputRefused(
                "",
                count + named + rest + ". Svar på siden Etablering (vælg Sager, sag " + caseNumber
                        + ", Etablering), eller fravælg linjerne dér. Afslut så opgaven igen.");
    }

    private static boolean isUndecided(List<StoredLine> alternatives) {
        return alternatives.get(0).alternativeGroup() != null
                && alternatives.stream().noneMatch(line -> line.chosen() || line.choiceMade());
    }

    private static String inWords(List<AnswerPart> missing) {
        return missing.stream()
                .map(part -> switch (part) {
                    case ANTAL -> "skriv antallet";
                    case STAND -> "vælg ny eller brugt";
                    case TEKST -> "svar i ord";
                })
                .collect(Collectors.joining(", og "));
    }
}
