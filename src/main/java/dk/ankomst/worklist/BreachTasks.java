package dk.ankomst.worklist;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open tasks in which a leader judges a missed deadline; the workflow engine is on the other side. */
public interface BreachTasks {

    /**
     * The open task about a deadline that was missed.
     *
     * @param personId the person it is owed; null: the family as a whole, or several of it
     * @return the task's id; empty when no task about it is open
     */
    Optional<String> open(String caseNumber, String duty, @Nullable Long personId);

    /** The codes of the missed duties that those of these open tasks are about which are about one, by the tasks' ids. */
    Map<String, String> duties(Collection<String> taskIds);
}
