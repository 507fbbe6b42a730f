package dk.ankomst.establishment;

import org.jspecify.annotations.Nullable;

/**
 * What is answered to a line, at some point of time.
 *
 * @param choiceMade whether somebody has said which of several alternatives is chosen, if any; false for other lines
 * @param state null for a line whose proposal has none
 */
record AnswerValues(
        boolean chosen,
        boolean choiceMade,
        @Nullable Integer quantity,
        @Nullable ItemState state,
        @Nullable String text) {

    static AnswerValues of(StoredLine line) {
        return new AnswerValues(line.chosen(), line.choiceMade(), line.quantity(), line.state(), line.answer());
    }

    /** Before anybody answered. */
    static AnswerValues proposed(StoredLine line) {
        return new AnswerValues(line.proposedChosen(), false, line.proposedQuantity(), line.proposedState(), null);
    }

    /** These values with an answer given to them. */
    AnswerValues with(StoredLine line, LineAnswer answer) {
        Boolean choice = answer.chosen();
        boolean isAlternative = line.alternativeGroup() != null;
        return new AnswerValues(
                choice == null ? chosen : choice,
                isAlternative && (choiceMade || choice != null),
                answer.quantity(),
                answer.state(),
                answer.text());
    }
}
