package dk.ankomst.deadlines;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened in a case and that deadlines are counted from.
 *
 * @param number counted up within the case
 * @param event its name in the tables, e.g. {@code klage}
 * @param person whom it concerns; {@link DeadlineRow#FAMILY}: the family as a whole
 */
record ReportedEvent(int number, String event, LocalDate happenedOn, long person) {

    private static final String AFTER_NUMBER = ".";

    /**
     * The code in the case of a duty that it starts, e.g. {@code 2.genvurdering}: the same may happen again and then starts
     * the same duty once more. The number stands first, since the end of a code tells what kind of duty it is.
     */
    String dutyCode(String duty) {
        return number + AFTER_NUMBER + duty;
    }

    /** What follows from that a duty which it started was met: the tables count from that day as from an event. */
    @Nullable
    ReportedEvent afterMeeting(DeadlineRow row) {
        LocalDate met = row.outcome().metOn();
        return met == null
                ? null
                : new ReportedEvent(
                        number,
                        row.duty().substring(row.duty().indexOf(AFTER_NUMBER) + AFTER_NUMBER.length()),
                        met,
                        row.person() == DeadlineRow.FAMILY ? person : row.person());
    }

    /** Who is owed what it starts: the family, or whom it concerns. */
    List<Long> owes(DeadlineScope scope, List<Subject> subjects) {
        return scope.owedTo(subjects.stream()
                .filter(subject -> subject.personId() == person)
                .toList());
    }
}
