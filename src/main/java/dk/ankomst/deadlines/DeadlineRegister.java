package dk.ankomst.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    List<DeadlineRow> ofCase(String caseNumber) {
        return jdbc.sql("select * from deadline where case_number = ? order by id")
                .param(caseNumber)
                .query(DeadlineRow::read)
                .list();
    }

    /** What tasks and timers ask of a deadline; the person is {@link DeadlineRow#FAMILY} for the family as a whole. */
    record Due(long person, @Nullable LocalDate date, DeadlineState state) {}

    List<Due> dues(String caseNumber, String duty) {
        return jdbc.sql(
                        "select person_id, due_date, state from deadline where case_number = ? and duty = ? order by id")
                .params(caseNumber, duty)
                .query((row, number) -> new Due(
                        row.getLong("person_id"),
                        row.getObject("due_date", LocalDate.class),
                        DeadlineState.valueOf(row.getString("state"))))
                .list();
    }

    Optional<DeadlineRow> find(String caseNumber, String duty, @Nullable Long personId) {
        return jdbc.sql("select * from deadline where case_number = ? and duty = ? and person_id = ?")
                .params(caseNumber, duty, personId == null ? DeadlineRow.FAMILY : personId)
                .query(DeadlineRow::read)
                .optional();
    }

    void insert(List<DeadlineRow> rows, Instant at, String by) {
        List<@Nullable Object[]> values = new ArrayList<>();
        for (DeadlineRow row : rows) {
            DeadlineRow.CountedWords words = row.words();
            values.add(new @Nullable Object[] {
                row.caseNumber(),
                row.duty(),
                row.person(),
                words.name(),
                words.ruleId(),
                words.ruleSet(),
                words.kind().name(),
                words.scope().name(),
                words.legalGround(),
                words.source(),
                name(words.status()),
                words.confirmed(),
                words.trigger(),
                row.triggerDate(),
                row.dueDate(),
                row.actBy(),
                words.explanation(),
                row.state().name(),
                row.superseded(),
                words.times(),
                at.atOffset(ZoneOffset.UTC),
                by,
                0
            });
        }
        batch.batchUpdate("""
                insert into deadline (case_number, duty, person_id, name, rule_id, rule_set, kind, scope, legal_ground,
                  source, status, confirmed, trigger_name, trigger_date, due_date, act_by, explanation, state,
                  superseded, times_owed, created_at, created_by, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", values);
    }

    /**
     * Lets one at a time change the deadlines of a case, until the transaction ends: what follows from several of them, as
     * which one passes next, would else be counted by two colleagues who each miss the other's change.
     */
    void lock(String caseNumber) {
        jdbc.sql("select id from deadline where id = (select min(id) from deadline where case_number = ?) for update")
                .param(caseNumber)
                .query(Long.class)
                .optional();
    }

    /** @throws OptimisticLockingFailureException when somebody else changed the row since it was read */
    void update(DeadlineRow row) {
        DeadlineRow.CountedWords words = row.words();
        Instant breachedAt = row.breachedAt();
        Judgement judgement = row.judgement();
        int updated = jdbc.sql("""
                        update deadline set name = :name, rule_id = :ruleId, rule_set = :ruleSet, kind = :kind,
                          scope = :scope, legal_ground = :legalGround, source = :source, status = :status,
                          confirmed = :confirmed, trigger_name = :trigger, trigger_date = :triggerDate,
                          due_date = :dueDate, act_by = :actBy, explanation = :explanation, state = :state,
                          superseded = :superseded, met_on = :metOn, breached_at = :breachedAt,
                          breach_cause = :breachCause, times_owed = :times, judged_cause = :judgedCause,
                          judged_action = :judgedAction, judged_at = :judgedAt, judged_by = :judgedBy,
                          version = version + 1
                        where id = :id and version = :version""")
                .param("name", words.name())
                .param("ruleId", words.ruleId(), TEXT)
                .param("ruleSet", words.ruleSet(), TEXT)
                .param("kind", words.kind().name())
                .param("scope", words.scope().name())
                .param("legalGround", words.legalGround())
                .param("source", words.source(), TEXT)
                .param("status", name(words.status()), TEXT)
                .param("confirmed", words.confirmed())
                .param("trigger", words.trigger())
                .param("triggerDate", row.triggerDate(), Types.DATE)
                .param("dueDate", row.dueDate(), Types.DATE)
                .param("actBy", row.actBy(), Types.DATE)
                .param("explanation", words.explanation())
                .param("state", row.state().name())
                .param("superseded", row.superseded())
                .param("metOn", row.metOn(), Types.DATE)
                .param(
                        "breachedAt",
                        breachedAt == null ? null : breachedAt.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("breachCause", row.breachCause(), TEXT)
                .param("times", words.times())
                .param("judgedCause", judgement == null ? null : judgement.cause(), TEXT)
                .param("judgedAction", judgement == null ? null : judgement.action(), TEXT)
                .param(
                        "judgedAt",
                        judgement == null ? null : judgement.at().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("judgedBy", judgement == null ? null : judgement.by(), TEXT)
                .param("id", row.id())
                .param("version", row.version())
                .update();
        if (updated == 0) {
            throw new OptimisticLockingFailureException(
                    "Fristen " + row.duty() + " i sag " + row.caseNumber() + " er netop ændret af en anden");
        }
    }

    /** How often a duty was done without being met by it. */
    int held(long deadlineId) {
        return jdbc.sql("select count(*) from deadline_change where deadline_id = ? and kind = ?")
                .params(deadlineId, Change.Kind.HELD.name())
                .query(Integer.class)
                .single();
    }

    void record(long deadlineId, Change change) {
        batch.update("""
                insert into deadline_change (deadline_id, kind, old_due_date, new_due_date, old_state, new_state,
                  old_rule_id, new_rule_id, reason, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", new @Nullable Object[] {
            deadlineId,
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

    /** The changes of a case's deadlines, oldest first, by the deadline's id. */
    Map<Long, List<Change>> changes(String caseNumber) {
        record Entry(long deadlineId, Change change) {}
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
