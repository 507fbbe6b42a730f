package dk.ankomst.board;

import dk.ankomst.platform.InputRefused.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proposal of a case as its page shows it: ready words only, with what was typed and what is wrong with it.
 *
 * @param standing how far the proposal is, in a sentence
 * @param editable whether the page has anything to save
 * @param open what has to be answered before the support can be granted
 * @param history who answered what when, the newest first
 */
record EstablishmentView(
        String number,
        String family,
        String standing,
        boolean editable,
        List<Problem> problems,
        List<Open> open,
        List<Module> modules,
        List<String> brought,
        List<String> history) {

    /** The value of the choice between alternatives that takes none of them. */
    static final String NONE = "ingen";

    /**
     * What is wrong, with the id of the field it is about.
     *
     * @param target null when it is about the page as a whole
     */
    record Problem(@Nullable String target, String message) {}

    /** An open question and the id of the line it is about. */
    record Open(String target, String item, String missing) {}

    /**
     * A module of the package.
     *
     * @param blocks what can be answered
     * @param settled the lines that can only be read
     */
    record Module(String id, String name, String count, List<Block> blocks, List<Line> settled) {}

    /**
     * A line, or several of which only one can be had.
     *
     * @param choice the field of the choice between several; null for a line that stands alone
     * @param legend what is chosen between; null for a line that stands alone
     * @param open whether nobody has chosen between several yet
     * @param picked the rule of the line that is chosen, {@link #NONE}, or null while nobody has said
     */
    record Block(
            @Nullable String choice,
            @Nullable String legend,
            @Nullable String picked,
            boolean open,
            @Nullable String error,
            List<Line> lines) {

        public boolean alternatives() {
            return choice != null;
        }
    }

    /**
     * A line.
     *
     * @param id the rule's id, which the names of the line's fields begin with
     * @param facts basis, rule and source in words
     * @param token which version of the line the page shows
     * @param editable whether the line can be answered
     * @param badge a word on how far the line is; null when there is nothing to say
     * @param quantity as typed
     * @param quantityRequired whether a number has to be given before the grant
     * @param state {@code NY}, {@code BRUGT}, or empty
     * @param stateAsked whether new or used is open in the source
     * @param textRequired whether an answer in words has to be given before the grant
     * @param meanwhile what somebody else answered meanwhile; null when nobody did
     * @param answered who answered last and when; null when nobody has
     */
    record Line(
            String id,
            String name,
            List<Fact> facts,
            @Nullable String question,
            String token,
            boolean editable,
            @Nullable String badge,
            String badgeKind,
            boolean chosen,
            String quantity,
            boolean quantityShown,
            boolean quantityRequired,
            @Nullable String quantityHint,
            String state,
            boolean stateAsked,
            String text,
            boolean textRequired,
            @Nullable String quantityError,
            @Nullable String stateError,
            @Nullable String textError,
            @Nullable String meanwhile,
            @Nullable String answered) {

        /** How many are given, for those who only read. */
        public String amountInWords() {
            if (!chosen) {
                return "Gives ikke";
            }
            return quantity.isEmpty() ? quantityShown ? "Antal ikke angivet" : "Gives" : quantity + " stk.";
        }

        /** New or used, for those who only read; null while nobody has said, and for what is not given. */
        public @Nullable String stateInWords() {
            return switch (chosen ? state : "") {
                case "NY" -> "Ny";
                case "BRUGT" -> "Brugt";
                default -> null;
            };
        }

        /** The ids of the texts that a screen reader reads with the number; null when there are none. */
        public @Nullable String quantityDescribedBy() {
            return ids(
                    quantityHint == null ? "" : id + "-quantity-hint",
                    quantityError == null ? "" : id + "-quantity-error");
        }

        public @Nullable String textDescribedBy() {
            return ids(textError == null ? "" : id + "-text-error");
        }

        private static @Nullable String ids(String... candidates) {
            String ids = Stream.of(candidates).filter(id -> !id.isEmpty()).collect(Collectors.joining(" "));
            return ids.isEmpty() ? null : ids;
        }
    }

    /** A fact about a line. */
    record Fact(String name, String value) {}

    /** What is wrong, by field. */
    static @Nullable String error(List<FieldError> errors, String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }
}
