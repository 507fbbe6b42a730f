package dk.ankomst.board;

import dk.ankomst.worklist.WorkItem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Open tasks as they stand in a table. */
@Component
class TaskRows {

    /**
     * One open task.
     *
     * @param link where it is done
     * @param family the family's display name, null when the case is not known
     * @param owner who has taken it; null while nobody has
     * @param due when, and how near; null without a deadline
     */
    record TaskRow(
            String name,
            String link,
            String caseNumber,
            @Nullable String family,
            @Nullable Long personId,
            String department,
            @Nullable String owner,
            DueWords.@Nullable Due due) {}

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final CaseQueries cases;
    private final Departments departments;
    private final Wording wording;
    private final DueWords dueWords;

    TaskRows(CaseQueries cases, Departments departments, Wording wording, DueWords dueWords) {
        this.cases = cases;
        this.departments = departments;
        this.wording = wording;
        this.dueWords = dueWords;
    }

    /** The tasks in the order given. */
    List<TaskRow> of(List<WorkItem> items) {
        Map<String, String> families =
                cases.families(items.stream().map(WorkItem::caseNumber).collect(Collectors.toSet()));
        return items.stream()
                .map(item -> new TaskRow(
                        item.name(),
                        TASKLIST + item.taskId(),
                        item.caseNumber(),
                        families.get(item.caseNumber()),
                        item.personId(),
                        departments.name(item.groupId()),
                        item.assignee(),
                        dueWords.of(item.due() == null ? null : wording.day(item.due()))))
                .toList();
    }
}
