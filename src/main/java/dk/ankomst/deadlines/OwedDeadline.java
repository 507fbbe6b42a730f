package dk.ankomst.deadlines;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A deadline as far as tasks and timers go by it: whom it is owed, when it is due, and whether it is still to be met. */
public interface OwedDeadline {

    /** The person it is owed; null: the family as a whole. */
    @Nullable
    Long personId();

    @Nullable
    LocalDate dueDate();

    DeadlineState state();

    /**
     * The one of a duty's deadlines that a task or timer goes by: the person's own, else the family's, else, when it is about
     * nobody in particular, the earliest of those that are still open for somebody. Empty while none of them has a date.
     *
     * @param ofDuty the deadlines of one duty in one case
     * @param personId whom the task is about; null: nobody in particular
     */
    static <T extends OwedDeadline> Optional<T> behind(List<T> ofDuty, @Nullable Long personId) {
        List<T> dated =
                ofDuty.stream().filter(deadline -> deadline.dueDate() != null).toList();
        return Stream.<Stream<T>>of(
                        dated.stream().filter(one -> personId != null && personId.equals(one.personId())),
                        dated.stream().filter(one -> one.personId() == null),
                        dated.stream()
                                .filter(one -> personId == null && one.state().isOpen())
                                .sorted(Comparator.comparing(
                                        OwedDeadline::dueDate, Comparator.nullsLast(Comparator.naturalOrder()))))
                .flatMap(choices -> choices.limit(1))
                .findFirst();
    }
}
