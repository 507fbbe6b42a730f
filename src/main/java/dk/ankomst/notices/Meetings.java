package dk.ankomst.notices;

import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.notices.Colleagues.Colleague;
import dk.ankomst.platform.Actor;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings and conversations that staff have agreed a date for. The date itself is in the register of deadlines; a meeting
 * is written in the transaction that agrees it and follows the register afterwards, outside anybody's transaction.
 */
@Service
public class Meetings {

    private final MeetingStore store;
    private final Deadlines deadlines;
    private final WorkItems work;
    private final Colleagues colleagues;

    Meetings(MeetingStore store, Deadlines deadlines, WorkItems work, Colleagues colleagues) {
        this.store = store;
        this.deadlines = deadlines;
        this.work = work;
        this.colleagues = colleagues;
    }

    /**
     * A meeting of groups has got a date.
     *
     * @param duty the code of the agreed date in the register; a code that is known already changes nothing
     * @param title what it is, e.g. {@code Koordineringsmøde}; no names
     */
    @Transactional
    public void agreed(String caseNumber, String duty, String title, LocalDate on, Collection<String> groups) {
        if (!store.isKnown(caseNumber, duty)) {
            store.insert(uid(), caseNumber, duty, title, new LinkedHashSet<>(groups), "", null, on);
        }
    }

    /**
     * A conversation has got a date. It is the calendar's of whoever has the task in which it is held, and until somebody
     * has taken that, of the one who agreed it.
     *
     * @param taskKey the task's id in the model
     */
    @Transactional
    public void conversationAgreed(String caseNumber, String duty, String title, LocalDate on, String taskKey) {
        if (!store.isKnown(caseNumber, duty)) {
            String owner = Actor.id().equals(Actor.SYSTEM) ? null : Actor.id();
            store.insert(uid(), caseNumber, duty, title, List.of(), taskKey, owner, on);
        }
    }

    /**
     * A meeting or a conversation of a case, as it was agreed. Where its date stands now, and whether it was held, the
     * register of deadlines says under the same code.
     *
     * @param duty the code of the agreed date in the register
     * @param groups the groups invited; empty when it is one person's conversation
     * @param taskKey the task in which a conversation is held; empty for a meeting of groups
     * @param owner who agreed the conversation; null for a meeting of groups
     */
    public record Agreed(
            String duty,
            String title,
            LocalDate on,
            List<String> groups,
            String taskKey,
            @Nullable String owner) {}

    /** The meetings and conversations of a case, the first first. */
    public List<Agreed> ofCase(String caseNumber) {
        return store.ofCase(caseNumber).stream()
                .map(meeting -> new Agreed(
                        meeting.duty(),
                        meeting.title(),
                        meeting.heldOn(),
                        meeting.groups(),
                        meeting.taskKey(),
                        meeting.owner()))
                .toList();
    }

    /** Nothing of the case is in it, so that a calendar that is shared tells nothing. */
    private static String uid() {
        return UUID.randomUUID() + "@ankomst";
    }

    /** Moves, ends and cancels meetings as the register says. */
    void follow() {
        Map<String, List<DeadlineView>> registers = new HashMap<>();
        for (Meeting meeting : store.planned()) {
            DeadlineView agreed = registers.computeIfAbsent(meeting.caseNumber(), deadlines::standing).stream()
                    .filter(view -> view.duty().equals(meeting.duty()))
                    .findFirst()
                    .orElse(null);
            follow(meeting, agreed);
        }
    }

    private void follow(Meeting meeting, @Nullable DeadlineView agreed) {
        LocalDate on = agreed == null ? null : agreed.dueDate();
        if (agreed != null && (agreed.state() == DeadlineState.MET || agreed.state() == DeadlineState.MET_LATE)) {
            store.change(meeting.id(), meeting.heldOn(), meeting.sequence(), Meeting.State.HELD);
        } else if (agreed == null || !agreed.state().isOpen()) {
            store.change(meeting.id(), meeting.heldOn(), meeting.sequence() + 1, Meeting.State.CANCELLED);
        } else if (on != null && !on.equals(meeting.heldOn())) {
            store.change(meeting.id(), on, meeting.sequence() + 1, Meeting.State.PLANNED);
        }
    }

    /** Who takes part, as groups and tasks are now; nobody when it is cancelled. */
    Set<String> participants(Meeting meeting, List<Colleague> staff) {
        if (meeting.state() == Meeting.State.CANCELLED) {
            return Set.of();
        }
        if (!meeting.groups().isEmpty()) {
            return staff.stream()
                    .filter(colleague -> meeting.groups().stream().anyMatch(colleague.groups()::contains))
                    .map(Colleague::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Optional<String> taken = work.ofCase(meeting.caseNumber()).stream()
                .filter(item -> item.taskKey().equals(meeting.taskKey()))
                .map(WorkItem::assignee)
                .filter(Objects::nonNull)
                .findFirst();
        String one = taken.orElse(meeting.owner());
        return one == null ? Set.of() : Set.of(one);
    }

    /** The planned meetings from a day on in which a person takes part. */
    List<Meeting> of(String userId, LocalDate from) {
        List<Colleague> only = colleagues.find(userId).stream().toList();
        return store.toTell(from).stream()
                .filter(meeting -> participants(meeting, only).contains(userId))
                .toList();
    }
}
