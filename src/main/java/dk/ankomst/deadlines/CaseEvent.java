package dk.ankomst.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened in a case, as it was reported.
 *
 * @param number counted up within the case; the codes of the duties that it started begin with it
 * @param event its name in the tables, e.g. {@code klage}
 * @param words the event in Danish, in the definite form
 * @param personId whom it concerns; null: the family as a whole
 * @param reference where the case's papers tell of it; null: not given
 * @param withdrawn whether it was reported by mistake and taken back
 * @param changes what happened to the report, oldest first, in Danish
 */
public record CaseEvent(
        int number,
        String event,
        String words,
        LocalDate happenedOn,
        @Nullable Long personId,
        @Nullable String reference,
        Instant reportedAt,
        String reportedBy,
        boolean withdrawn,
        List<String> changes) {

    ReportedEvent reported() {
        return new ReportedEvent(number, event, happenedOn, personId == null ? DeadlineRow.FAMILY : personId);
    }
}
