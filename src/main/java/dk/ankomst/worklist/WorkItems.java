package dk.ankomst.worklist;

import dk.ankomst.worklist.WorkItem.Served;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks. The engine's edge writes them within the engine's own transaction; pages only read. */
@Service
public class WorkItems {

    private static final String COLUMNS =
            "task_id, case_number, person_id, task_key, name, process_key, group_id, assignee, due_date, created_at,"
                    + " duty, kind";

    /** Worst first; a task without a deadline comes last, the older before the newer. */
    private static final String WORST_FIRST =
            " order by case when due_date is null then 1 else 0 end, due_date, created_at, task_id";

    /** A group that no task has, so that an empty list of groups is still valid SQL. */
    private static final String NO_GROUP = "";

    private final JdbcClient jdbc;

    WorkItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a task; one with the same id is replaced, so a changed due date or name is put again. */
    @Transactional
    public void put(WorkItem item) {
        int changed = bind(
                        jdbc.sql("update work_item set case_number = :caseNumber, person_id = :personId,"
                                + " task_key = :taskKey, name = :name, process_key = :processKey, group_id = :groupId,"
                                + " assignee = :assignee, due_date = :due, created_at = :created, duty = :duty, kind = :kind"
                                + " where task_id = :taskId"),
                        item)
                .update();
        if (changed == 0) {
            open(item);
        }
    }

    /**
     * Stores a task that has just arisen.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is one with the same id
     */
    @Transactional
    public void open(WorkItem item) {
        bind(
                        jdbc.sql("insert into work_item (" + COLUMNS + ") values (:taskId, :caseNumber, :personId,"
                                + " :taskKey, :name, :processKey, :groupId, :assignee, :due, :created, :duty, :kind)"),
                        item)
                .update();
    }

    /**
     * Changes what may change about a task.
     *
     * @return false when the task is not known
     */
    @Transactional
    public boolean change(
            String taskId, @Nullable String name, String groupId, @Nullable String assignee, @Nullable Instant due) {
        return jdbc.sql("update work_item set name = :name, group_id = :groupId, assignee = :assignee, due_date = :due"
                                + " where task_id = :taskId")
                        .param("name", name)
                        .param("groupId", groupId)
                        .param("assignee", assignee, Types.VARCHAR)
                        .param("due", due == null ? null : utc(due), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("taskId", taskId)
                        .update()
                == 1;
    }

    /** Takes out a task that was completed or cancelled. */
    @Transactional
    public void remove(String taskId) {
        jdbc.sql("delete from work_item where task_id = :taskId")
                .param("taskId", taskId)
                .update();
    }

    /** The task; empty when it is not open any more. */
    @Transactional(readOnly = true)
    public Optional<WorkItem> find(String taskId) {
        return jdbc.sql("select " + COLUMNS + " from work_item where task_id = :taskId")
                .param("taskId", taskId)
                .query(WorkItems::row)
                .optional();
    }

    /** The tasks of which it was not asked yet which deadline they serve: those that were open before it was kept. */
    @Transactional(readOnly = true)
    public List<String> unasked() {
        return jdbc.sql("select task_id from work_item where duty is null")
                .query(String.class)
                .list();
    }

    /** Keeps which deadline a task serves. */
    @Transactional
    public void serves(String taskId, Served served) {
        jdbc.sql("update work_item set duty = :duty, kind = :kind where task_id = :taskId")
                .param("duty", served.duty())
                .param("kind", served.kind())
                .param("taskId", taskId)
                .update();
    }

    /** The open tasks of a case, worst first. */
    @Transactional(readOnly = true)
    public List<WorkItem> ofCase(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from work_item where case_number = :caseNumber" + WORST_FIRST)
                .param("caseNumber", caseNumber)
                .query(WorkItems::row)
                .list();
    }

    /**
     * The open tasks of the groups, and those the user has taken, worst first.
     *
     * @param limit how many at most
     */
    @Transactional(readOnly = true)
    public List<WorkItem> openFor(Collection<String> groups, String user, int limit) {
        return jdbc.sql("select " + COLUMNS + " from work_item where group_id in (:groups) or assignee = :user"
                        + WORST_FIRST + " fetch first " + limit + " rows only")
                .param("groups", groups.isEmpty() ? List.of(NO_GROUP) : groups)
                .param("user", user)
                .query(WorkItems::row)
                .list();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, WorkItem item) {
        return sql.param("taskId", item.taskId())
                .param("caseNumber", item.caseNumber())
                .param("personId", item.personId(), Types.BIGINT)
                .param("taskKey", item.taskKey())
                .param("name", item.name())
                .param("processKey", item.processKey())
                .param("groupId", item.groupId())
                .param("assignee", item.assignee(), Types.VARCHAR)
                .param("due", item.due() == null ? null : utc(item.due()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("created", utc(item.created()))
                .param("duty", item.serves() == null ? null : item.serves().duty(), Types.VARCHAR)
                .param("kind", item.serves() == null ? "" : item.serves().kind());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static WorkItem row(ResultSet row, int number) throws SQLException {
        long person = row.getLong("person_id");
        Long personId = row.wasNull() ? null : person;
        OffsetDateTime due = row.getObject("due_date", OffsetDateTime.class);
        String duty = row.getString("duty");
        return new WorkItem(
                row.getString("task_id"),
                row.getString("case_number"),
                personId,
                row.getString("task_key"),
                row.getString("name"),
                row.getString("process_key"),
                row.getString("group_id"),
                row.getString("assignee"),
                due == null ? null : due.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                duty == null ? null : new Served(duty, row.getString("kind")));
    }
}
