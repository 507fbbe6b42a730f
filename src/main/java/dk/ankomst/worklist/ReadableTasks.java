package dk.ankomst.worklist;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open tasks that the person behind the request may read; the workflow engine, which knows, is on the other side. */
public interface ReadableTasks {

    /**
     * An open task.
     *
     * @param caseNumber null before there is a case
     * @param personId the family member it is about; null when it is about the whole case
     * @param duty the code by which its due date was asked for; null when the model asks in another way
     * @param due null when it has no deadline
     * @param followUp the day on which it is to be taken up; null when it has none
     * @param checklist the code of the checklist whose required points it waits for; null when it waits for none
     */
    record ReadableTask(
            String id,
            String name,
            @Nullable String caseNumber,
            @Nullable Long personId,
            @Nullable String duty,
            @Nullable LocalDate due,
            @Nullable LocalDate followUp,
            @Nullable String checklist) {}

    /** Those of the tasks that exist and may be read, in no particular order; none when nobody is logged in. */
    List<ReadableTask> of(Collection<String> taskIds);
}
