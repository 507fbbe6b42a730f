package dk.ankomst.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In whose hands the open tasks are; the workflow engine is on the other side. Whoever asks is the logged-in user, and the
 * engine's rights apply: nobody acts on a task that is not for one of the user's groups, except who may assign every task.
 */
public interface TaskHands {

    /** A person whom a task can be given to. */
    record Colleague(String id, String name) {}

    /**
     * Takes the task, from nobody or from the colleague who has it.
     *
     * @param seen who had it when the user decided; null: nobody
     * @throws TaskRefused when it is done, or in other hands by now, or not for the user
     */
    void take(String taskId, @Nullable String seen);

    /**
     * Gives the task to a colleague, or back to its group.
     *
     * @param seen who had it when the user decided; null: nobody
     * @param to a member of the task's group; null: back to the group
     * @throws TaskRefused when it is done, or in other hands by now, or not the user's to give, or the colleague is not one
     */
    void give(String taskId, @Nullable String seen, @Nullable String to);

    /**
     * Asks whether the user may say that the task is put on hold or taken up again: it is nobody's or the user's own, or the
     * user may assign every task.
     *
     * @throws TaskRefused when not, or when it is done
     */
    void checkMayHold(String taskId);

    /** The members of a group by name. */
    List<Colleague> members(String groupId);

    /** The names of users by their ids; a user who is gone is not in it. */
    Map<String, String> names(Collection<String> userIds);
}
