package dk.ankomst.establishment;

import dk.ankomst.platform.RuleHit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of the decision table {@code etableringspakke}, as its process owner wrote it. */
record PackageLine(
        String ruleId,
        String item,
        String itemName,
        LineKind kind,
        String module,
        Basis basis,
        @Nullable Integer amount,
        ItemState state,
        @Nullable String condition,
        @Nullable String alternativeGroup,
        @Nullable Integer referencePersons,
        @Nullable String question,
        List<AnswerPart> asked,
        String source) {

    /** The module whose lines are granted in rare cases only, and with a reason. */
    static final String EXTRA = "ekstra";

    static PackageLine of(RuleHit row) {
        return new PackageLine(
                row.ruleId(),
                row.requiredText("vare"),
                row.requiredText("varenavn"),
                code(LineKind.class, row, "slags"),
                row.requiredText("modul"),
                code(Basis.class, row, "basis"),
                row.number("antal"),
                code(ItemState.class, row, "stand"),
                row.text("betingelse"),
                row.text("alternativGruppe"),
                row.number("referencePersoner"),
                row.text("spoergsmaal"),
                asked(row),
                row.requiredText("kilde"));
    }

    /** A question without a word on which parts of it matter is answered in words. */
    private static List<AnswerPart> asked(RuleHit row) {
        String codes = row.text("svar");
        if (codes == null || codes.isBlank()) {
            return row.text("spoergsmaal") == null ? List.of() : List.of(AnswerPart.TEKST);
        }
        return Stream.of(codes.split(",", -1))
                .map(code -> code(AnswerPart.class, row, "svar", code.strip()))
                .distinct()
                .sorted()
                .toList();
    }

    private static <E extends Enum<E>> E code(Class<E> type, RuleHit row, String column) {
        return code(type, row, column, row.requiredText(column));
    }

    private static <E extends Enum<E>> E code(Class<E> type, RuleHit row, String column, String text) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Reglen " + row.ruleId() + " har værdien " + text + " i kolonnen " + column
                            + ", som ikke findes. Ret reglen i etableringspakke.",
                    e);
        }
    }

    /**
     * How many of the item a household of this size is proposed.
     *
     * @return null when the source does not say, so that the caseworker is asked
     */
    @Nullable
    Integer quantityFor(int persons) {
        if (amount == null) {
            return null;
        }
        return switch (basis) {
            case PERSON -> Math.multiplyExact(amount, persons);
            case ANTAL_PERSONER ->
                scaled(amount, persons, referencePersons == null ? 1 : Math.max(1, referencePersons));
            case HUSSTAND -> amount;
            case IKKE_ANGIVET -> null;
        };
    }

    /** Rounded up: half a set of bed linen leaves somebody without. */
    private static int scaled(int amount, int persons, int referencePersons) {
        return (Math.multiplyExact(amount, persons) + referencePersons - 1) / referencePersons;
    }
}
