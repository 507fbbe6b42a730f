package dk.ankomst.establishment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a package gives a family, each line with the rule it comes from. Nothing is granted by it.
 *
 * @param packageId the package, e.g. {@code silkeborg}
 * @param lines what is proposed
 * @param omitted what the package gives but the family brings along
 * @param optional the package's lines whose condition is not met or not known to be met
 * @param notes what was asked for but is not answered by the package, one Danish sentence each
 */
public record Proposal(
        String packageId, List<Line> lines, List<Omitted> omitted, List<Optional> optional, List<Note> notes) {

    public Proposal {
        lines = List.copyOf(lines);
        omitted = List.copyOf(omitted);
        optional = List.copyOf(optional);
        notes = List.copyOf(notes);
    }

    /**
     * A proposed line.
     *
     * @param item the item's code
     * @param itemName the item's name in Danish
     * @param module the package's module, {@code ikke-angivet} when the source names none
     * @param quantity how many; null when the source does not say
     * @param condition the condition as the source words it; null when there is none
     * @param alternativeGroup lines of the same group exclude each other; null for none
     * @param ruleId the rule of {@code etableringspakke}
     * @param question what the caseworker has to decide because the source does not say; null when nothing is open
     * @param asked the parts of the question that have to be answered before the line can be granted
     * @param reason the caseworker's reason for an extra module; null when none was given
     */
    public record Line(
            String item,
            String itemName,
            LineKind kind,
            String module,
            Basis basis,
            @Nullable Integer quantity,
            @Nullable String condition,
            ItemState state,
            @Nullable String alternativeGroup,
            String ruleId,
            String source,
            @Nullable String question,
            List<AnswerPart> asked,
            @Nullable String reason) {}

    /**
     * A line, or a part of one, that is not proposed because the family brings the item.
     *
     * @param quantity how many are left out; null when the source gives no number
     */
    public record Omitted(
            String item, String itemName, @Nullable Integer quantity, String ruleId, String source, String reason) {}

    /** A line that the package gives on a condition that is not met here. */
    public record Optional(
            String item,
            String itemName,
            String module,
            @Nullable String condition,
            String ruleId,
            String source) {}

    /** Something in the request that the package does not answer. */
    public record Note(String field, String item, String message) {}
}
