package dk.ankomst.worklist;

import dk.ankomst.platform.Actor;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was decided on a case, by which rule or by whom. Nothing is changed afterwards; a new decision is a new record. */
@Service
public class DecisionRecords {

    private static final int[] TYPES = {
        Types.VARCHAR,
        Types.BIGINT,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.VARCHAR,
        Types.BOOLEAN,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.VARCHAR
    };

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    DecisionRecords(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /**
     * A decision that is taken now by whoever acts on this thread. The meaning of each value: {@link DecisionRecord}.
     */
    public record Taken(
            String caseNumber,
            @Nullable Long personId,
            String decisionKey,
            String decisionName,
            String ruleId,
            String resultText,
            @Nullable String reason,
            @Nullable String source) {}

    /**
     * A decision that people take now in a task. The meaning of each value: {@link DecisionRecord}.
     *
     * @param taskKey the task's id in its model
     * @param taskName the task's name as staff say it
     */
    public record TakenByPeople(
            String caseNumber,
            @Nullable Long personId,
            String taskKey,
            String taskName,
            @Nullable String question,
            String resultText,
            @Nullable String reason,
            boolean sensitive) {}

    /** Records one decision. */
    @Transactional
    public void record(
            String caseNumber,
            @Nullable Long personId,
            String decisionKey,
            String decisionName,
            String ruleId,
            String resultText,
            @Nullable String reason,
            @Nullable String source) {
        record(List.of(new Taken(caseNumber, personId, decisionKey, decisionName, ruleId, resultText, reason, source)));
    }

    /** Records what was decided together, in this order. */
    @Transactional
    public void record(List<Taken> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        insert(decisions.stream()
                .map(taken -> row(
                        taken.caseNumber(),
                        taken.personId(),
                        taken.decisionKey(),
                        taken.decisionName(),
                        taken.ruleId(),
                        null,
                        taken.resultText(),
                        taken.reason(),
                        taken.source(),
                        false))
                .toList());
    }

    /** Records what people decided in a task, in the acting user's name. */
    @Transactional
    public void record(TakenByPeople taken) {
        insert(List.<@Nullable Object[]>of(row(
                taken.caseNumber(),
                taken.personId(),
                taken.taskKey(),
                taken.taskName(),
                null,
                taken.question(),
                taken.resultText(),
                taken.reason(),
                null,
                taken.sensitive())));
    }

    private @Nullable Object[] row(@Nullable Object... values) {
        @Nullable Object[] row = Arrays.copyOf(values, values.length + 2);
        row[values.length] = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        row[values.length + 1] = Actor.id();
        return row;
    }

    private void insert(List<@Nullable Object[]> rows) {
        batch.batchUpdate(
                "insert into decision_record (case_number, person_id, decision_key, decision_name, rule_id, question,"
                        + " result_text, reason, source, sensitive, decided_at, decided_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                TYPES);
    }

    /** The decisions on a case, newest first. */
    @Transactional(readOnly = true)
    public List<DecisionRecord> ofCase(String caseNumber) {
        return jdbc.sql(
                        "select * from decision_record where case_number = :caseNumber order by decided_at desc, id desc")
                .param("caseNumber", caseNumber)
                .query((row, number) -> {
                    long person = row.getLong("person_id");
                    Long personId = row.wasNull() ? null : person;
                    return new DecisionRecord(
                            row.getLong("id"),
                            row.getString("case_number"),
                            personId,
                            row.getString("decision_key"),
                            row.getString("decision_name"),
                            row.getString("rule_id"),
                            row.getString("question"),
                            row.getString("result_text"),
                            row.getString("reason"),
                            row.getString("source"),
                            row.getBoolean("sensitive"),
                            row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                            row.getString("decided_by"));
                })
                .list();
    }
}
