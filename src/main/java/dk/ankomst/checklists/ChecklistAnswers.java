package dk.ankomst.checklists;

import dk.ankomst.checklists.ChecklistTables.Asked;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was answered; rows are added and never changed. */
@Repository
class ChecklistAnswers {

    /** Stands for the family as a whole where an answer names a person. */
    static final long FAMILY = 0;

    /** An answer with the point it was given to, as that read then. */
    record Kept(String list, long person, String point, String pointText, Answer answer) {}

    private final JdbcClient jdbc;

    ChecklistAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every answer of a case, oldest first. */
    List<Kept> of(String caseNumber) {
        return jdbc.sql(
                        "select id, list_code, person_id, point_code, point_text, answer, remark, answered_at, answered_by"
                                + " from checklist_answer where case_number = ? order by id")
                .param(caseNumber)
                .query((row, number) -> new Kept(
                        row.getString("list_code"),
                        row.getLong("person_id"),
                        row.getString("point_code"),
                        row.getString("point_text"),
                        new Answer(
                                row.getLong("id"),
                                Answer.Kind.valueOf(row.getString("answer")),
                                row.getString("remark"),
                                row.getObject("answered_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("answered_by"))))
                .list();
    }

    /**
     * @param previous the answer that this one follows; 0: none
     * @throws org.springframework.dao.DuplicateKeyException when somebody else's follows it already
     */
    void add(
            String caseNumber,
            String list,
            long person,
            Asked point,
            Answer.Kind kind,
            @Nullable String remark,
            Instant at,
            String by,
            long previous) {
        jdbc.sql(
                        "insert into checklist_answer (case_number, list_code, person_id, point_code, point_text, rule_id, rule_table,"
                                + " rule_version, answer, remark, answered_at, answered_by, previous_id) values (:case, :list, :person,"
                                + " :point, :text, :rule, :table, :version, :answer, :remark, :at, :by, :previous)")
                .param("case", caseNumber)
                .param("list", list)
                .param("person", person)
                .param("point", point.code())
                .param("text", point.text())
                .param("rule", point.ruleId())
                .param("table", point.table().key())
                .param("version", point.table().number())
                .param("answer", kind.name())
                .param("remark", remark)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("previous", previous)
                .update();
    }
}
