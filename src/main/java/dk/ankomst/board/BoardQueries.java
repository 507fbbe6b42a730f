package dk.ankomst.board;

import dk.ankomst.board.BoardDays.Range;
import dk.ankomst.board.BoardView.DateKind;
import dk.ankomst.board.BoardView.Scope;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.OwedDeadline;
import dk.ankomst.deadlines.RuleStatus;
import dk.ankomst.platform.StaffGroup;
import dk.ankomst.worklist.DutyTasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads for the board: open tasks, and deadlines of the register that no open task serves. However many there are, each read
 * walks an index from its beginning and stops after the rows that are shown, or that are counted. It never writes.
 */
@Component
class BoardQueries {

    /** Beyond this the board says "more than". */
    static final int COUNTED = 200;

    /** An open task. */
    record Task(
            String id,
            String caseNumber,
            @Nullable Long personId,
            String name,
            String group,
            @Nullable String assignee,
            @Nullable LocalDate due,
            String duty,
            String kind) {}

    /**
     * An open deadline.
     *
     * @param person the person it is owed; 0: the family as a whole
     * @param stopsOn the first day on which its clock stands still; null: it never does
     * @param runsOn the day on which it runs again
     * @param stoppedBecause why somebody has stopped it; null: the law has
     * @param event the number of the reported event that started it; null: none
     * @param responsible the department that answers for it when no task is about it, by its group; null: the rule names none
     */
    record Deadline(
            String caseNumber,
            String duty,
            long person,
            String name,
            String kind,
            String ground,
            @Nullable LocalDate due,
            @Nullable LocalDate actBy,
            DeadlineState state,
            @Nullable LocalDate metOn,
            String triggerWords,
            @Nullable Instant breachedAt,
            @Nullable String cause,
            @Nullable String judgedCause,
            @Nullable String judgedAction,
            @Nullable RuleStatus status,
            boolean confirmed,
            @Nullable LocalDate stopsOn,
            @Nullable LocalDate runsOn,
            @Nullable String stoppedBecause,
            @Nullable Integer event,
            @Nullable String responsible)
            implements OwedDeadline {

        @Override
        public @Nullable Long personId() {
            return person == 0 ? null : person;
        }

        @Override
        public @Nullable LocalDate dueDate() {
            return due;
        }

        boolean isOwedBy(@Nullable Long personId) {
            return person == 0 || personId == null || person == personId;
        }

        /** Whether the two stand in one row: the same duty towards two of a family, due on the same day, and as far. */
        boolean isOneRowWith(Deadline other) {
            return caseNumber.equals(other.caseNumber)
                    && duty.equals(other.duty)
                    && state == other.state
                    && Objects.equals(due, other.due)
                    && (person == other.person || (person != 0 && other.person != 0));
        }

        /** Whether its clock stands still on a day; a date that is owed no more has no clock. */
        boolean isStoppedOn(LocalDate day) {
            return state == DeadlineState.RUNNING
                    && stopsOn != null
                    && runsOn != null
                    && !day.isBefore(stopsOn)
                    && day.isBefore(runsOn);
        }
    }

    /** An open task that can meet a duty. */
    record Meeting(
            String id,
            String caseNumber,
            @Nullable Long personId,
            String key,
            String name,
            String group,
            @Nullable String assignee) {}

    /** How many fall due in a time. */
    record Fallen(int over, List<Integer> weeks) {}

    /** A part of a table that an index begins with: its columns are sorted by first, so that the index is walked. */
    private record Slice(@Nullable String column, @Nullable String value) {

        static final Slice WHOLE = new Slice(null, null);

        String condition() {
            return column == null ? "" : " and " + column + " = :slice";
        }

        String order() {
            return column == null ? "" : column + ", ";
        }
    }

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private static final String TASK =
            "select w.task_id, w.case_number, w.person_id, w.name, w.group_id, w.assignee, w.due_date, w.duty, w.kind";

    private static final String DEADLINE = "select d.case_number, d.duty, d.person_id, d.name, d.kind, d.legal_ground,"
            + " d.due_date, d.act_by, d.state, d.trigger_words, d.breached_at, d.breach_cause, d.judged_cause,"
            + " d.judged_action, d.status, d.confirmed, d.met_on, d.suspended_from, d.suspended_until, d.suspended_reason, d.event_number, d.responsible";

    private static final String HELD =
            "(select h.task_id from task_hold h where h.ended_at is null and h.until_date > :today)";

    /**
     * What no open task has the date of. The end of a period passes by itself, and so does what a citizen has until then to do;
     * what there is to do has its own date. Counted,
     * and not asked with "exists", which PostgreSQL answers by reading all tasks, however few rows are wanted; and compared with
     * "less", of which it expects many rows, as there are, and so stops at the first ones.
     */
    private static final String UNSERVED = " and d.duty not like '%" + DeadlineView.END_OF_PERIOD + "'" + unserved("d");

    /**
     * Of the members of a family who are owed the same on the same day only the first: they are one row, and what is counted
     * are rows. Whoever has an open task stands in that task's row, and is not the first.
     */
    private static final String ONE_ROW =
            " and (d.person_id = 0 or (select count(*) from deadline o where o.case_number = d.case_number"
                    + " and o.duty = d.duty and o.person_id > 0 and o.person_id < d.person_id and o.state = d.state"
                    + " and (o.due_date = d.due_date or (o.due_date is null and d.due_date is null))" + unserved("o")
                    + ") < 1)";

    /** What binds the citizen is nobody's work here. */
    private static final String THE_CITIZENS = DateKind.BORGER.kind();

    private static String unserved(String table) {
        return (" and (select count(*) from work_item w where w.case_number = T.case_number and w.duty = T.duty"
                        + " and (w.person_id is null or T.person_id = 0 or w.person_id = T.person_id)) < 1")
                .replace("T.", table + ".");
    }

    private final JdbcClient jdbc;
    private final DutyTasks dutyTasks;

    BoardQueries(JdbcClient jdbc, DutyTasks dutyTasks) {
        this.jdbc = jdbc;
        this.dutyTasks = dutyTasks;
    }

    /** Who looks: the user's id and groups. */
    record Reader(String user, Set<String> groups) {}

    /** The first tasks of a group of the board by date, law before the rest; of several departments not yet merged. */
    List<Task> tasks(BoardView view, Reader reader, BoardGroup group, BoardDays days, int limit) {
        List<Task> found = new ArrayList<>();
        for (Slice slice : taskSlices(view, reader, group)) {
            Map<String, Object> params = new HashMap<>();
            String where = tasksWhere(view, slice, group, days, params);
            String slices = group == BoardGroup.HELD ? "" : slice.order();
            // What has no date comes last in one database and first in the other; elsewhere there is none, or nothing
            // else.
            String nulls = group == BoardGroup.HELD ? " nulls last" : "";
            found.addAll(jdbc.sql(TASK + where + " order by " + slices + "w.due_date" + nulls
                            + ", w.kind desc, w.task_id fetch first " + limit + " rows only")
                    .params(params)
                    .query(BoardQueries::task)
                    .list());
        }
        return found;
    }

    /** How many rows a group of the board has; beyond {@link #COUNTED} it is not counted on. */
    int count(BoardView view, Reader reader, BoardGroup group, BoardDays days) {
        int count = 0;
        for (Slice slice : taskSlices(view, reader, group)) {
            if (count <= COUNTED) {
                Map<String, Object> params = new HashMap<>();
                count += count(tasksWhere(view, slice, group, days, params), params);
            }
        }
        for (Slice slice : deadlineSlices(view, reader, group)) {
            if (count <= COUNTED) {
                Map<String, Object> params = new HashMap<>();
                count += count(deadlinesWhere(view, reader, slice, group, days, params), params);
            }
        }
        return count;
    }

    /** How many rows the board has in all, whatever their group; beyond {@link #COUNTED} it is not counted on. */
    int count(BoardView view, Reader reader, BoardDays days) {
        int count = 0;
        for (Slice slice : taskSlices(view, reader)) {
            if (count <= COUNTED) {
                Map<String, Object> params = new HashMap<>();
                keep(slice, params);
                count += count(" from work_item w where 1 = 1" + slice.condition() + taskFilters(view, params), params);
            }
        }
        for (String part : List.of(
                "d.state = 'RUNNING'",
                "d.state = 'BREACHED' and d.due_date < :today",
                "d.state = 'WAITING' and d.due_date is null")) {
            if (count <= COUNTED && hasDeadlines(view, reader)) {
                Map<String, Object> params = new HashMap<>();
                params.put("today", days.today());
                count += count(
                        " from deadline d where " + part + deadlineFilters(view, reader, params) + UNSERVED + ONE_ROW,
                        params);
            }
        }
        return count;
    }

    /**
     * The first deadlines of a group of the board that no open task serves, by date, law before the rest. Of a family's
     * members in one row the first; {@link #inRowsOf} gives the others.
     */
    List<Deadline> deadlines(BoardView view, Reader reader, BoardGroup group, BoardDays days, int limit) {
        List<Deadline> found = new ArrayList<>();
        for (Slice slice : deadlineSlices(view, reader, group)) {
            Map<String, Object> params = new HashMap<>();
            String where = deadlinesWhere(view, reader, slice, group, days, params);
            found.addAll(jdbc.sql(DEADLINE + where + " order by " + slice.order()
                            + "d.due_date, d.kind desc, d.id fetch first " + limit + " rows only")
                    .params(params)
                    .query(BoardQueries::deadline)
                    .list());
        }
        return found;
    }

    /** The members of families who stand in the rows of these deadlines, each of these included. */
    List<Deadline> inRowsOf(List<Deadline> firsts) {
        List<Deadline> persons =
                firsts.stream().filter(first -> first.person() != 0).toList();
        if (persons.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(DEADLINE + " from deadline d where d.case_number in (:cases) and d.duty in (:duties)"
                        + " and d.person_id > 0 and d.state in (:states)" + UNSERVED + " order by d.person_id")
                .param(
                        "cases",
                        persons.stream().map(Deadline::caseNumber).distinct().toList())
                .param("duties", persons.stream().map(Deadline::duty).distinct().toList())
                .param(
                        "states",
                        persons.stream()
                                .map(first -> first.state().name())
                                .distinct()
                                .toList())
                .query(BoardQueries::deadline)
                .list();
    }

    private int count(String where, Map<String, Object> params) {
        return jdbc.sql("select count(*) from (select 1 as one" + where + " fetch first " + (COUNTED + 1)
                        + " rows only) counted")
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** How many deadlines have passed, and how many fall in each of the weeks that begin on these days. */
    Fallen fallen(BoardView view, Reader reader, LocalDate today, List<LocalDate> weeks, LocalDate end) {
        int[] sums = new int[weeks.size() + 1];
        List<LocalDate> bounds = new ArrayList<>(weeks);
        bounds.set(0, today);
        bounds.add(end);
        for (Slice slice : taskSlices(view, reader)) {
            Map<String, Object> params = new HashMap<>();
            String where = " from work_item w where w.due_date < :end" + slice.condition() + taskFilters(view, params);
            keep(slice, params);
            params.put("end", instant(end));
            add(
                    sums,
                    "w.due_date",
                    where,
                    params,
                    bounds.stream().<Object>map(BoardQueries::instant).toList());
        }
        for (String state : List.of("BREACHED", "RUNNING")) {
            if (hasDeadlines(view, reader)) {
                Map<String, Object> params = new HashMap<>();
                String where = " from deadline d where d.state = '" + state + "' and d.due_date < :end"
                        + deadlineFilters(view, reader, params) + UNSERVED + ONE_ROW;
                params.put("end", end);
                add(sums, "d.due_date", where, params, List.<Object>copyOf(bounds));
            }
        }
        List<Integer> perWeek = new ArrayList<>();
        for (int week = 1; week < sums.length; week++) {
            perWeek.add(sums[week]);
        }
        return new Fallen(sums[0], perWeek);
    }

    private void add(int[] sums, String column, String where, Map<String, Object> params, List<Object> bounds) {
        StringBuilder select = new StringBuilder("select count(case when " + column + " < :day0 then 1 end)");
        for (int week = 1; week < sums.length; week++) {
            select.append(", count(case when ")
                    .append(column)
                    .append(" >= :day" + (week - 1))
                    .append(" and ")
                    .append(column)
                    .append(" < :day" + week)
                    .append(" then 1 end)");
        }
        for (int bound = 0; bound < bounds.size(); bound++) {
            params.put("day" + bound, bounds.get(bound));
        }
        jdbc.sql(select + where).params(params).query(row -> {
            for (int column1 = 0; column1 < sums.length; column1++) {
                sums[column1] += row.getInt(column1 + 1);
            }
        });
    }

    /** The deadlines of these duties in these cases that have a date, met or not: a task keeps the date either way. */
    List<Deadline> served(Collection<String> caseNumbers, Collection<String> duties) {
        if (caseNumbers.isEmpty() || duties.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(DEADLINE + " from deadline d where d.case_number in (:cases) and d.duty in (:duties)"
                        + " and d.due_date is not null")
                .param("cases", caseNumbers)
                .param("duties", duties)
                .query(BoardQueries::deadline)
                .list();
    }

    /** The open tasks of these cases with these ids in the models. */
    List<Meeting> meeting(Collection<String> caseNumbers, Collection<String> taskKeys) {
        if (caseNumbers.isEmpty() || taskKeys.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select task_id, case_number, person_id, task_key, name, group_id, assignee from work_item"
                        + " where case_number in (:cases) and task_key in (:keys)")
                .param("cases", caseNumbers)
                .param("keys", taskKeys)
                .query((row, number) -> new Meeting(
                        row.getString("task_id"),
                        row.getString("case_number"),
                        person(row),
                        row.getString("task_key"),
                        row.getString("name"),
                        row.getString("group_id"),
                        row.getString("assignee")))
                .list();
    }

    /** Persons' given names by their ids. */
    Map<Long, String> givenNames(Collection<Long> persons) {
        Map<Long, String> names = new HashMap<>();
        if (!persons.isEmpty()) {
            jdbc.sql("select id, given_name from person where id in (:persons)")
                    .param("persons", persons)
                    .query(row -> {
                        names.put(row.getLong("id"), row.getString("given_name"));
                    });
        }
        return names;
    }

    private static List<Slice> taskSlices(BoardView view, Reader reader, BoardGroup group) {
        return group == BoardGroup.CITIZENS ? List.of() : taskSlices(view, reader);
    }

    private static List<Slice> taskSlices(BoardView view, Reader reader) {
        return switch (view.scope()) {
            case MINE -> List.of(new Slice("w.assignee", reader.user()));
            case TEAM ->
                reader.groups().stream()
                        .map(group -> new Slice("w.group_id", group))
                        .toList();
            case ALLE -> List.of(view.department() == null ? Slice.WHOLE : new Slice("w.group_id", view.department()));
        };
    }

    private static String tasksWhere(
            BoardView view, Slice slice, BoardGroup group, BoardDays days, Map<String, Object> params) {
        boolean isHeld = group == BoardGroup.HELD;
        StringBuilder where = new StringBuilder(" from work_item w where 1 = 1");
        if (slice.column() != null) {
            // What is on hold is little: it is found from the holds, and not among all the tasks of a department.
            where.append(isHeld ? " and coalesce(" + slice.column() + ", '') = :slice" : slice.condition());
        }
        keep(slice, params);
        Range range = days.of(group);
        if (group == BoardGroup.UNDATED) {
            where.append(" and w.due_date is null");
        } else if (isHeld) {
            where.append(" and (w.due_date >= :from or w.due_date is null)");
            params.put("from", instant(days.later()));
        } else {
            if (range.from() != null) {
                where.append(" and w.due_date >= :from");
                params.put("from", instant(range.from()));
            }
            if (range.until() != null) {
                where.append(" and w.due_date < :until");
                params.put("until", instant(range.until()));
            }
        }
        if (group == BoardGroup.HELD || group.isWithoutHeld()) {
            where.append(" and w.task_id ")
                    .append(group == BoardGroup.HELD ? "in " : "not in ")
                    .append(HELD);
            params.put("today", days.today());
        }
        return where.append(taskFilters(view, params)).toString();
    }

    private static void keep(Slice slice, Map<String, Object> params) {
        if (slice.value() != null) {
            params.put("slice", slice.value());
        }
    }

    private static String taskFilters(BoardView view, Map<String, Object> params) {
        // So that no database walks the index of those who have tasks, which the untaken ones are most of.
        String where = view.unassigned() ? " and coalesce(w.assignee, '') = ''" : "";
        DateKind type = view.type();
        if (type != null) {
            where += " and w.kind = :kind";
            params.put("kind", type.kind());
        }
        return where + phaseFilter(view, "w", params);
    }

    private static String phaseFilter(BoardView view, String table, Map<String, Object> params) {
        String phase = view.phase();
        if (phase == null) {
            return "";
        }
        params.put("phase", phase);
        return " and (select c.phase from case_file c where c.case_number = " + table + ".case_number) = :phase";
    }

    private boolean hasDeadlines(BoardView view, Reader reader) {
        return view.scope() != Scope.MINE && view.type() != DateKind.EGEN && !isDutyless(view, reader);
    }

    /** They are no department's and wait for no colleague. */
    private static boolean hasCitizens(BoardView view) {
        return view.scope() == Scope.ALLE
                && view.department() == null
                && !view.unassigned()
                && (view.type() == null || view.type() == DateKind.BORGER);
    }

    private boolean isDutyless(BoardView view, Reader reader) {
        Set<String> duties = duties(view, reader);
        return duties != null
                && duties.isEmpty()
                && StaffGroup.of(StaffGroup.Kind.DEPARTMENT).stream()
                        .map(StaffGroup::id)
                        .noneMatch(responsible(view, reader)::contains);
    }

    /** The duties of those whose deadlines are shown; null: everybody's. */
    private @Nullable Set<String> duties(BoardView view, Reader reader) {
        if (view.scope() == Scope.TEAM) {
            return dutyTasks.dutiesOf(reader.groups());
        }
        return view.department() == null ? null : dutyTasks.dutiesOf(Set.of(view.department()));
    }

    private List<Slice> deadlineSlices(BoardView view, Reader reader, BoardGroup group) {
        Slice running = new Slice("d.state", "RUNNING");
        if (group == BoardGroup.CITIZENS) {
            return hasCitizens(view) ? List.of(running) : List.of();
        }
        if (group == BoardGroup.HELD || !hasDeadlines(view, reader)) {
            return List.of();
        }
        return switch (group) {
            case LONG_OVER, OVER -> List.of(new Slice("d.state", "BREACHED"), running);
            case UNDATED -> List.of(running, new Slice("d.state", "WAITING"));
            default -> List.of(running);
        };
    }

    private String deadlinesWhere(
            BoardView view, Reader reader, Slice slice, BoardGroup group, BoardDays days, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(" from deadline d where 1 = 1").append(slice.condition());
        keep(slice, params);
        params.put("today", days.today());
        Range range = days.of(group);
        if (group == BoardGroup.UNDATED) {
            where.append(" and d.due_date is null");
        }
        if (range.from() != null) {
            where.append(" and d.due_date >= :from");
            params.put("from", range.from());
        }
        if (range.until() != null) {
            where.append(" and d.due_date < :until");
            params.put("until", range.until());
        }
        return where.append(
                        group == BoardGroup.CITIZENS ? citizens(view, params) : deadlineFilters(view, reader, params))
                .append(UNSERVED)
                .append(ONE_ROW)
                .toString();
    }

    private static String citizens(BoardView view, Map<String, Object> params) {
        params.put("citizens", THE_CITIZENS);
        return " and d.kind = :citizens" + phaseFilter(view, "d", params);
    }

    private String deadlineFilters(BoardView view, Reader reader, Map<String, Object> params) {
        params.put("citizens", THE_CITIZENS);
        String where = " and d.kind <> :citizens";
        DateKind type = view.type();
        if (type != null) {
            where += " and d.kind = :kind";
            params.put("kind", type.kind());
        }
        Set<String> duties = duties(view, reader);
        if (duties != null) {
            where += " and (d.duty in (:duties) or d.responsible in (:responsible))";
            params.put("duties", duties.isEmpty() ? Set.of("") : duties);
            params.put("responsible", responsible(view, reader));
        }
        return where + phaseFilter(view, "d", params);
    }

    /** The departments whose deadlines are asked for where no task is about them; never empty. */
    private static Set<String> responsible(BoardView view, Reader reader) {
        if (view.scope() != Scope.TEAM) {
            return Set.of(Objects.requireNonNullElse(view.department(), ""));
        }
        return reader.groups().isEmpty() ? Set.of("") : reader.groups();
    }

    private static OffsetDateTime instant(LocalDate day) {
        return day.atStartOfDay(DENMARK).toOffsetDateTime();
    }

    private static @Nullable Long person(ResultSet row) throws SQLException {
        long person = row.getLong("person_id");
        return row.wasNull() ? null : person;
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        OffsetDateTime due = row.getObject("due_date", OffsetDateTime.class);
        String duty = row.getString("duty");
        return new Task(
                row.getString("task_id"),
                row.getString("case_number"),
                person(row),
                row.getString("name"),
                row.getString("group_id"),
                row.getString("assignee"),
                due == null ? null : due.atZoneSameInstant(DENMARK).toLocalDate(),
                duty == null ? "" : duty,
                row.getString("kind"));
    }

    private static Deadline deadline(ResultSet row, int number) throws SQLException {
        OffsetDateTime breachedAt = row.getObject("breached_at", OffsetDateTime.class);
        String status = row.getString("status");
        return new Deadline(
                row.getString("case_number"),
                row.getString("duty"),
                row.getLong("person_id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("legal_ground"),
                row.getObject("due_date", LocalDate.class),
                row.getObject("act_by", LocalDate.class),
                DeadlineState.valueOf(row.getString("state")),
                row.getObject("met_on", LocalDate.class),
                row.getString("trigger_words"),
                breachedAt == null ? null : breachedAt.toInstant(),
                row.getString("breach_cause"),
                row.getString("judged_cause"),
                row.getString("judged_action"),
                status == null ? null : RuleStatus.valueOf(status),
                row.getBoolean("confirmed"),
                row.getObject("suspended_from", LocalDate.class),
                row.getObject("suspended_until", LocalDate.class),
                row.getString("suspended_reason"),
                row.getObject("event_number", Integer.class),
                row.getString("responsible"));
    }
}
