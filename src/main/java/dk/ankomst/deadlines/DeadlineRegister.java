package dk.ankomst.deadlines;

import dk.ankomst.platform.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register's tables. */
@Repository
class DeadlineRegister {

    private static final int TEXT = Types.VARCHAR;

    /** A case as the running transaction knows it. */
    private static final class KnownCase {

        private @Nullable List<DeadlineRow> rows;
        private boolean isLocked;
    }

    private final PerTransaction<Map<String, KnownCase>> known = new PerTransaction<>(HashMap::new);
    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    DeadlineRegister(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    List<Subject> subjects(String caseNumber) {
        return jdbc.sql("select person_id, adult from deadline_subject where case_number = ? order by person_id")
                .param(caseNumber)
                .query((row, number) -> new Subject(row.getLong("person_id"), row.getBoolean("adult")))
                .list();
    }

    void addSubjects(String caseNumber, List<Subject> subjects) {
        List<Object[]> rows = subjects.stream()
                .map(subject -> new Object[] {caseNumber, subject.personId(), subject.adult()})
                .toList();
        batch.batchUpdate("insert into deadline_subject (case_number, person_id, adult) values (?, ?, ?)", rows);
    }

    void judgeAdults(String caseNumber, List<Subject> changed) {
        if (!changed.isEmpty()) {
            batch.batchUpdate(
                    "update deadline_subject set adult = ? where case_number = ? and person_id = ?",
                    changed.stream()
                            .map(subject -> new Object[] {subject.adult(), caseNumber, subject.personId()})
                            .toList());
        }
    }

    /** The deadlines of a case in the order in which they arose; read once in a transaction that changes none. */
    List<DeadlineRow> ofCase(String caseNumber) {
        KnownCase theCase = known(caseNumber);
        List<DeadlineRow> rows = theCase.rows;
        if (rows == null) {
            rows = jdbc.sql("select * from deadline where case_number = ? order by id")
                    .param(caseNumber)
                    .query(DeadlineRow::read)
                    .list();
            theCase.rows = rows;
        }
        return rows;
    }

    private KnownCase known(String caseNumber) {
        return known.get().computeIfAbsent(caseNumber, number -> new KnownCase());
    }

    List<DeadlineRow> ofDuty(String caseNumber, String duty) {
        return ofCase(caseNumber).stream()
                .filter(row -> row.duty().equals(duty))
                .toList();
    }

    Optional<DeadlineRow> find(String caseNumber, String duty, @Nullable Long personId) {
        return ofDuty(caseNumber, duty).stream()
                .filter(row -> Objects.equals(row.personId(), personId))
                .findFirst();
    }

    void insert(List<DeadlineRow> rows, Instant at, String by) {
        List<@Nullable Object[]> values = new ArrayList<>();
        for (DeadlineRow row : rows) {
            DeadlineRow.CountedWords words = row.words();
            DeadlineRow.Table table = words.table();
            Pause pause = row.dates().pause();
            values.add(new @Nullable Object[] {
                row.caseNumber(),
                row.duty(),
                row.event(),
                row.person(),
                words.name(),
                words.ruleId(),
                table == null ? null : table.key(),
                table == null ? null : table.version(),
                table == null ? null : table.tag(),
                words.ruleSet(),
                words.kind().name(),
                words.scope().name(),
                words.legalGround(),
                words.source(),
                name(words.status()),
                words.confirmed(),
                words.trigger(),
                words.triggerWords(),
                row.dates().trigger(),
                row.dates().byRule(),
                row.dates().due(),
                row.dates().actBy(),
                pause == null ? null : pause.from(),
                pause == null ? null : pause.until(),
                words.explanation(),
                words.responsible(),
                row.state().name(),
                row.outcome().superseded(),
                words.times(),
                at.atOffset(ZoneOffset.UTC),
                by,
                0
            });
        }
        batch.batchUpdate("""
                insert into deadline (case_number, duty, event_number, person_id, name, rule_id, rule_table, rule_version, rule_tag,
                  rule_set, kind, scope, legal_ground, source, status, confirmed, trigger_name, trigger_words, trigger_date,
                  rule_due_date, due_date, act_by, suspended_from, suspended_until, explanation, responsible, state, superseded,
                  times_owed, created_at, created_by, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", values);
        // Their ids are the database's.
        rows.forEach(row -> known(row.caseNumber()).rows = null);
    }

    /**
     * Lets one at a time change the deadlines of a case, until the transaction ends: what follows from several of them, as
     * which one passes next, would else be counted by two colleagues who each miss the other's change. What was read before
     * is read again, since it may be what somebody else has changed.
     */
    void lock(String caseNumber) {
        KnownCase theCase = known(caseNumber);
        if (theCase.isLocked) {
            return;
        }
        jdbc.sql("select id from deadline where id = (select min(id) from deadline where case_number = ?) for update")
                .param(caseNumber)
                .query(Long.class)
                .optional()
                .ifPresent(id -> theCase.isLocked = true);
        theCase.rows = null;
    }

    /** @throws OptimisticLockingFailureException when somebody else changed a row since it was read */
    void update(List<DeadlineRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int[] updated = batch.batchUpdate(
                """
                update deadline set name = ?, rule_id = ?, rule_table = ?, rule_version = ?, rule_tag = ?, rule_set = ?,
                  kind = ?, scope = ?, legal_ground = ?, source = ?, status = ?, confirmed = ?, trigger_name = ?,
                  trigger_words = ?, trigger_date = ?, rule_due_date = ?, due_date = ?, act_by = ?, suspended_from = ?, suspended_until = ?,
                  moved_reason = ?, suspended_reason = ?, explanation = ?, responsible = ?, state = ?, superseded = ?, met_on = ?, breached_at = ?, breach_cause = ?, times_owed = ?,
                  judged_cause = ?, judged_action = ?, judged_at = ?, judged_by = ?, version = version + 1
                where id = ? and version = ?""", rows.stream().map(DeadlineRegister::values).toList(), TYPES);
        for (int i = 0; i < updated.length; i++) {
            DeadlineRow row = rows.get(i);
            KnownCase theCase = known(row.caseNumber());
            if (updated[i] == 0) {
                theCase.rows = null;
                throw new OptimisticLockingFailureException(
                        "Fristen " + row.duty() + " i sag " + row.caseNumber() + " er netop ændret af en anden");
            }
            if (theCase.rows != null) {
                theCase.rows = theCase.rows.stream()
                        .map(before -> before.id() == row.id() ? row.stored() : before)
                        .toList();
            }
        }
    }

    private static final int[] TYPES = {
        TEXT,
        TEXT,
        TEXT,
        Types.INTEGER,
        TEXT,
        TEXT,
        TEXT,
        TEXT,
        TEXT,
        TEXT,
        TEXT,
        Types.BOOLEAN,
        TEXT,
        TEXT,
        Types.DATE,
        Types.DATE,
        Types.DATE,
        Types.DATE,
        Types.DATE,
        Types.DATE,
        TEXT,
        TEXT,
        TEXT,
        TEXT,
        TEXT,
        Types.BOOLEAN,
        Types.DATE,
        Types.TIMESTAMP_WITH_TIMEZONE,
        TEXT,
        Types.INTEGER,
        TEXT,
        TEXT,
        Types.TIMESTAMP_WITH_TIMEZONE,
        TEXT,
        Types.BIGINT,
        Types.INTEGER
    };

    private static @Nullable Object[] values(DeadlineRow row) {
        DeadlineRow.CountedWords words = row.words();
        DeadlineRow.Table table = words.table();
        DeadlineRow.Dates dates = row.dates();
        Pause pause = dates.pause();
        DeadlineRow.Outcome outcome = row.outcome();
        Judgement judgement = row.judgement();
        return new @Nullable Object[] {
            words.name(),
            words.ruleId(),
            table == null ? null : table.key(),
            table == null ? null : table.version(),
            table == null ? null : table.tag(),
            words.ruleSet(),
            words.kind().name(),
            words.scope().name(),
            words.legalGround(),
            words.source(),
            name(words.status()),
            words.confirmed(),
            words.trigger(),
            words.triggerWords(),
            dates.trigger(),
            dates.byRule(),
            dates.due(),
            dates.actBy(),
            pause == null ? null : pause.from(),
            pause == null ? null : pause.until(),
            dates.movedBecause(),
            dates.pausedBecause(),
            words.explanation(),
            words.responsible(),
            outcome.state().name(),
            outcome.superseded(),
            outcome.metOn(),
            utc(outcome.breachedAt()),
            outcome.breachCause(),
            words.times(),
            judgement == null ? null : judgement.cause(),
            judgement == null ? null : judgement.action(),
            judgement == null ? null : utc(judgement.at()),
            judgement == null ? null : judgement.by(),
            row.id(),
            row.version()
        };
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** How often a duty was done without being met by it. */
    int held(long deadlineId) {
        return jdbc.sql("select count(*) from deadline_change where deadline_id = ? and kind = ?")
                .params(deadlineId, Change.Kind.HELD.name())
                .query(Integer.class)
                .single();
    }

    /** Whether somebody has moved a due date after its clock was last stopped. */
    boolean isMovedSinceStopped(long deadlineId) {
        return jdbc.sql("select kind from deadline_change where deadline_id = ? and kind in (?, ?)"
                        + " order by id desc fetch first 1 rows only")
                .params(deadlineId, Change.Kind.MOVED.name(), Change.Kind.SUSPENDED.name())
                .query(String.class)
                .optional()
                .filter(Change.Kind.MOVED.name()::equals)
                .isPresent();
    }

    /**
     * The open deadlines that reported events started and that somebody can be late with, the earliest first.
     *
     * @param reportedBy by whom; null: anybody
     */
    List<StartedDeadline> started(@Nullable String reportedBy, int limit) {
        return jdbc.sql(
                        "select d.id, d.case_number, d.duty, d.name, d.due_date, d.responsible, e.reported_by from deadline_event e"
                                + " join deadline d on d.case_number = e.case_number and d.event_number = e.number"
                                + " where e.withdrawn = false and d.state in ('RUNNING', 'BREACHED') and d.due_date is not null"
                                + " and d.kind <> 'BORGER' and d.duty not like '%" + DeadlineView.END_OF_PERIOD + "'"
                                + (reportedBy == null ? "" : " and e.reported_by = :user")
                                + " order by d.due_date, d.id fetch first " + limit + " rows only")
                .params(reportedBy == null ? Map.of() : Map.of("user", reportedBy))
                .query((row, number) -> new StartedDeadline(
                        row.getLong("id"),
                        row.getString("case_number"),
                        row.getString("duty"),
                        row.getString("name"),
                        row.getObject("due_date", LocalDate.class),
                        row.getString("responsible"),
                        row.getString("reported_by")))
                .list();
    }

    /** How many statutory deadlines have passed and are not met yet. */
    int countBrokenByLaw() {
        return jdbc.sql("select count(*) from deadline where state = 'BREACHED' and kind = 'LOV'")
                .query(Integer.class)
                .single();
    }

    /** A change of the deadline with this id. */
    record Entry(long deadlineId, Change change) {}

    void record(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> values = new ArrayList<>();
        for (Entry entry : entries) {
            Change change = entry.change();
            values.add(new @Nullable Object[] {
                entry.deadlineId(),
                change.what().name(),
                change.oldDue(),
                change.newDue(),
                name(change.oldState()),
                change.newState().name(),
                change.oldRuleId(),
                change.newRuleId(),
                change.reason(),
                change.at().atOffset(ZoneOffset.UTC),
                change.by()
            });
        }
        batch.batchUpdate("""
                insert into deadline_change (deadline_id, kind, old_due_date, new_due_date, old_state, new_state,
                  old_rule_id, new_rule_id, reason, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", values);
    }

    /** The changes of a case's deadlines, oldest first, by the deadline's id. */
    Map<Long, List<Change>> changes(String caseNumber) {
        return jdbc
                .sql("select d.duty, d.person_id, c.* from deadline_change c join deadline d on d.id = c.deadline_id"
                        + " where d.case_number = ? order by c.id")
                .param(caseNumber)
                .query((row, number) -> new Entry(row.getLong("deadline_id"), change(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Entry::deadlineId, Collectors.mapping(Entry::change, Collectors.toList())));
    }

    private static Change change(ResultSet row) throws SQLException {
        long person = row.getLong("person_id");
        String oldState = row.getString("old_state");
        return new Change(
                row.getString("duty"),
                person == DeadlineRow.FAMILY ? null : person,
                Change.Kind.valueOf(row.getString("kind")),
                row.getObject("old_due_date", LocalDate.class),
                row.getObject("new_due_date", LocalDate.class),
                oldState == null ? null : DeadlineState.valueOf(oldState),
                DeadlineState.valueOf(row.getString("new_state")),
                row.getString("old_rule_id"),
                row.getString("new_rule_id"),
                row.getString("reason"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
