package dk.ankomst.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which tasks of the models belong to which duties; the workflow engine is on the other side. */
public interface DutyTasks {

    /**
     * A task of a model.
     *
     * @param key its id in the model
     * @param process the name of the process it belongs to, as staff say it
     * @param group the group that does it
     * @param meets whether the duty is met when the task is done; else the task only has the duty's date
     */
    record DutyTask(String key, String name, String process, String group, boolean meets) {}

    /** The tasks of the newest models that meet the duty; those that have its date when none meets it. */
    List<DutyTask> of(String duty);

    /** The group that does a task of the newest models; empty when the case chooses it, or no model has the task. */
    Optional<String> groupOf(String taskKey);

    /** Whether the newest models meet the duty: by a task that is done, or by a step of the plan itself. */
    boolean isMetByPlan(String duty);

    /** The duties that one of the groups meets or works towards, by the same rule. */
    Set<String> dutiesOf(Collection<String> groups);
}
