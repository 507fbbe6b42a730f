package dk.ankomst.worklist;

import dk.ankomst.platform.Actor;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was decided on a case and by which rule. Nothing is changed afterwards; a new decision is a new record. */
@Service
public class DecisionRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    DecisionRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Records a decision as taken now by whoever acts on this thread. The meaning of each value: {@link DecisionRecord}. */
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
        jdbc.sql(
                        "insert into decision_record (case_number, person_id, decision_key, decision_name, rule_id, result_text,"
                                + " reason, source, decided_at, decided_by) values (:caseNumber, :personId, :decisionKey,"
                                + " :decisionName, :ruleId, :resultText, :reason, :source, :decidedAt, :decidedBy)")
                .param("caseNumber", caseNumber)
                .param("personId", personId, Types.BIGINT)
                .param("decisionKey", decisionKey)
                .param("decisionName", decisionName)
                .param("ruleId", ruleId)
                .param("resultText", resultText)
                .param("reason", reason, Types.VARCHAR)
                .param("source", source, Types.VARCHAR)
                .param("decidedAt", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("decidedBy", Actor.id())
                .update();
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
                            row.getString("result_text"),
                            row.getString("reason"),
                            row.getString("source"),
                            row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                            row.getString("decided_by"));
                })
                .list();
    }
}
