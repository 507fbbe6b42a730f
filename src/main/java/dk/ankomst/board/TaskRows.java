package dk.ankomst.board;

import dk.ankomst.worklist.WorkItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;
    private final Departments departments;
    private final Wording wording;
    private final DueWords dueWords;

    TaskRows(JdbcClient jdbc, Departments departments, Wording wording, DueWords dueWords) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.wording = wording;
        this.dueWords = dueWords;
    }

    /** The tasks in the order given. */
    List<TaskRow> of(List<WorkItem> items) {
        Map<String, String> families =
                families(items.stream().map(WorkItem::caseNumber).collect(Collectors.toSet()));
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

    private Map<String, String> families(Collection<String> caseNumbers) {
        if (caseNumbers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select case_number, family_name from case_file where case_number in (:numbers)")
                .param("numbers", caseNumbers)
                .query((row, number) -> Map.entry(row.getString("case_number"), row.getString("family_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
