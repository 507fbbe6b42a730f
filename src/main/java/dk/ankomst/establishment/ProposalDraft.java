package dk.ankomst.establishment;

import dk.ankomst.establishment.Proposal.Line;
import dk.ankomst.establishment.Proposal.Note;
import dk.ankomst.establishment.Proposal.Omitted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the lines of a package that apply into a proposal for one household. Knows neither the engine nor the database. */
final class ProposalDraft {

    private final String packageId;
    private final int persons;
    private final Map<String, Long> brought;
    private final Map<String, String> reasons;
    private final List<Line> lines = new ArrayList<>();
    private final List<Omitted> omitted = new ArrayList<>();

    private ProposalDraft(String packageId, int persons, List<String> belongings, Map<String, String> reasons) {
        this.packageId = packageId;
        this.persons = persons;
        this.brought = belongings.stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        this.reasons = reasons;
    }

    /**
     * Makes the proposal.
     *
     * @param applying the lines whose conditions are met
     * @param whole every line of the package
     * @param request the request with all items as codes
     * @param names the display name of every known item
     */
    static Proposal of(
            String packageId,
            List<PackageLine> applying,
            List<PackageLine> whole,
            EstablishmentRequest request,
            Map<String, String> names) {
        Map<String, String> reasons = new LinkedHashMap<>();
        request.extraModules().forEach(extra -> reasons.put(extra.item(), extra.reason()));
        ProposalDraft draft = new ProposalDraft(packageId, request.ages().size(), request.belongings(), reasons);
        applying.forEach(line -> draft.add(line, applying));
        Set<String> hit = applying.stream().map(PackageLine::ruleId).collect(Collectors.toSet());
        List<PackageLine> rest =
                whole.stream().filter(line -> !hit.contains(line.ruleId())).toList();
        return new Proposal(
                packageId,
                draft.lines,
                draft.omitted,
                rest.stream()
                        .map(line -> new Proposal.Optional(
                                line.item(),
                                line.itemName(),
                                line.module(),
                                line.condition(),
                                line.ruleId(),
                                line.source()))
                        .toList(),
                draft.notes(applying, rest, request, names));
    }

    private void add(PackageLine line, List<PackageLine> applying) {
        Integer quantity = line.quantityFor(persons);
        long along = brought.getOrDefault(line.item(), 0L);
        if (along == 0) {
            lines.add(line(line, quantity, question(line, applying)));
        } else if (quantity == null) {
            omitted.add(omission(
                    line,
                    null,
                    "Familien medbringer " + line.itemName()
                            + ". Kilden angiver ikke antallet: vurdér, om der er brug for flere."));
        } else if (along >= quantity) {
            omitted.add(omission(line, quantity, "Familien medbringer " + line.itemName() + "."));
        } else {
            int left = quantity - (int) along;
            lines.add(line(line, left, question(line, applying)));
            omitted.add(omission(
                    line,
                    (int) along,
                    "Familien medbringer " + along + "; forslaget er sat ned fra " + quantity + " til " + left + "."));
        }
    }

    /** Having one of two alternatives does not answer whether the other is still needed; the caseworker is asked. */
    private @Nullable String question(PackageLine line, List<PackageLine> applying) {
        String group = line.alternativeGroup();
        if (group == null) {
            return line.question();
        }
        List<String> alternatives = applying.stream()
                .filter(other ->
                        group.equals(other.alternativeGroup()) && !other.item().equals(line.item()))
                .filter(other -> brought.containsKey(other.item()))
                .map(PackageLine::itemName)
                .toList();
        if (alternatives.isEmpty()) {
            return line.question();
        }
        String asked = "Familien medbringer " + String.join(" og ", alternatives)
                + ", som er alternativet: skal der også gives " + line.itemName() + "?";
        return line.question() == null ? asked : asked + " " + line.question();
    }

    private Line line(PackageLine line, @Nullable Integer quantity, @Nullable String question) {
        return new Line(
                line.item(),
                line.itemName(),
                line.kind(),
                line.module(),
                line.basis(),
                quantity,
                line.condition(),
                line.state(),
                line.alternativeGroup(),
                line.ruleId(),
                line.source(),
                question,
                line.asked(),
                line.module().equals(PackageLine.EXTRA) ? reasons.get(line.item()) : null);
    }

    private static Omitted omission(PackageLine line, @Nullable Integer quantity, String reason) {
        return new Omitted(line.item(), line.itemName(), quantity, line.ruleId(), line.source(), reason);
    }

    private List<Note> notes(
            List<PackageLine> applying,
            List<PackageLine> rest,
            EstablishmentRequest request,
            Map<String, String> names) {
        Set<String> given = applying.stream().map(PackageLine::item).collect(Collectors.toSet());
        Map<String, PackageLine> conditional =
                rest.stream().collect(Collectors.toMap(PackageLine::item, Function.identity(), (a, b) -> a));
        List<Note> notes = new ArrayList<>();
        Map<String, List<String>> asked = new LinkedHashMap<>();
        asked.put("missing", request.missing());
        asked.put("conditions", request.conditions());
        asked.put(
                "extraModules",
                request.extraModules().stream()
                        .map(EstablishmentRequest.ExtraModule::item)
                        .toList());
        asked.forEach((field, items) -> items.stream()
                .distinct()
                .filter(item -> !given.contains(item))
                .forEach(item -> notes.add(
                        new Note(field, item, sentence(names.getOrDefault(item, item), conditional.get(item))))));
        return notes;
    }

    private String sentence(String name, @Nullable PackageLine conditional) {
        if (conditional == null) {
            return "Pakken " + packageId + " nævner ikke " + name + ": vurdér det særskilt.";
        }
        String condition = conditional.condition();
        return "Pakken " + packageId + " giver " + name
                + (condition == null ? " på en betingelse" : " på betingelsen »" + condition + "«")
                + ", som ikke er opfyldt med det, der er oplyst.";
    }
}
