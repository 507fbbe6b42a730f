package dk.ankomst.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting or a conversation that has an agreed date.
 *
 * @param uid its identity in every calendar; never changes
 * @param duty the code of the agreed date in the register of deadlines
 * @param title what it is, e.g. {@code Koordineringsmøde}; never whom it is about
 * @param groups the groups invited; empty when it is one person's conversation
 * @param taskKey the task in which a conversation is held; empty for a meeting of groups
 * @param owner who agreed the conversation; hers while nobody has taken the task
 * @param sequence counted up when the date is moved and when it is cancelled
 */
record Meeting(
        long id,
        String uid,
        String caseNumber,
        String duty,
        String title,
        List<String> groups,
        String taskKey,
        @Nullable String owner,
        LocalDate heldOn,
        int sequence,
        State state,
        Instant changedAt) {

    /** What became of it. */
    enum State {
        PLANNED,
        HELD,
        CANCELLED
    }

    /** What everybody may read: {@code Koordineringsmøde, sag 2026-00017}. */
    String summary() {
        return title + ", sag " + caseNumber;
    }
}
