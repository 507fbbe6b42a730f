package dk.ankomst.checklists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point of a checklist with what was answered to it.
 *
 * @param code e.g. {@code tavshedspligt}; unique in its list
 * @param text what is to be done or talked about, in Danish
 * @param required whether the list's task waits for an answer
 * @param help how; null when the table gives none
 * @param source where the point is from; null for a point that has left the list
 * @param listed whether the list still has it; one that was answered stays when it leaves the list
 * @param answers oldest first
 */
public record Point(
        String code,
        String text,
        boolean required,
        @Nullable String help,
        @Nullable String source,
        boolean listed,
        List<Answer> answers) {

    /** The answer that counts; null while there is none. */
    public @Nullable Answer answer() {
        return answers.isEmpty() ? null : answers.get(answers.size() - 1);
    }
}
