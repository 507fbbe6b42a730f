package dk.ankomst.establishment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code establishment_line}. */
@Repository
class EstablishmentLines {

    private final JdbcClient jdbc;

    EstablishmentLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StoredLine> ofCase(String caseNumber) {
        return jdbc.sql("select * from establishment_line where case_number = :case order by id")
                .param("case", caseNumber)
                .query(EstablishmentLines::read)
                .list();
    }

    /** The lines of a case, which nobody else answers or grants until the transaction is over. */
    List<StoredLine> locked(String caseNumber) {
        return jdbc.sql("select * from establishment_line where case_number = :case order by id for update")
                .param("case", caseNumber)
                .query(EstablishmentLines::read)
                .list();
    }

    /** Waits for whoever is answering a case's lines, and keeps others from it until the transaction is over. */
    void lock(String caseNumber) {
        jdbc.sql("select id from establishment_line where case_number = :case order by id for update")
                .param("case", caseNumber)
                .query(Long.class)
                .list();
    }

    /** Removes what nobody has decided yet; a granted line stays. */
    void removeUndecided(String caseNumber) {
        jdbc.sql("delete from establishment_line where case_number = :case and decided_at is null")
                .param("case", caseNumber)
                .update();
    }

    void add(
            String caseNumber, String packageId, Proposal.Line line, boolean chosen, String actor, Instant proposedAt) {
        jdbc.sql("""
                insert into establishment_line (case_number, package_id, item, item_name, kind, module, basis, quantity,
                    state, condition_text, alternative_group, rule_id, source, question, asked, reason, chosen, proposed_by,
                    proposed_at, proposed_chosen, proposed_quantity, proposed_state)
                values (:case, :package, :item, :itemName, :kind, :module, :basis, :quantity, :state, :condition,
                    :alternativeGroup, :ruleId, :source, :question, :asked, :reason, :chosen, :by, :at, :chosen, :quantity,
                    :state)""")
                .param("case", caseNumber)
                .param("package", packageId)
                .param("item", line.item())
                .param("itemName", line.itemName())
                .param("kind", line.kind().name())
                .param("module", line.module())
                .param("basis", line.basis().name())
                .param("quantity", line.quantity())
                .param("state", line.state().name())
                .param("condition", line.condition())
                .param("alternativeGroup", line.alternativeGroup())
                .param("ruleId", line.ruleId())
                .param("source", line.source())
                .param("question", line.question())
                .param(
                        "asked",
                        line.asked().isEmpty()
                                ? null
                                : line.asked().stream().map(Enum::name).collect(Collectors.joining(",")))
                .param("reason", line.reason())
                .param("chosen", chosen)
                .param("by", actor)
                .param("at", utc(proposedAt))
                .update();
    }

    void add(String caseNumber, String packageId, Proposal.Omitted omitted, String actor, Instant proposedAt) {
        jdbc.sql("""
                insert into establishment_line (case_number, package_id, item, item_name, quantity, rule_id, source,
                    chosen, omitted_reason, proposed_by, proposed_at)
                values (:case, :package, :item, :itemName, :quantity, :ruleId, :source, false, :reason, :by, :at)""")
                .param("case", caseNumber)
                .param("package", packageId)
                .param("item", omitted.item())
                .param("itemName", omitted.itemName())
                .param("quantity", omitted.quantity())
                .param("ruleId", omitted.ruleId())
                .param("source", omitted.source())
                .param("reason", omitted.reason())
                .param("by", actor)
                .param("at", utc(proposedAt))
                .update();
    }

    /** Stores what a line says now, and keeps it as an answer of its own. */
    void answer(StoredLine line, AnswerValues values, String actor, Instant at) {
        int version = line.version() + 1;
        String state = values.state() == null ? null : values.state().name();
        jdbc.sql("""
                update establishment_line set chosen = :chosen, choice_made = :choiceMade, quantity = :quantity,
                    state = :state, answer_text = :text, answered_by = :by, answered_at = :at, version = :version
                where id = :id""")
                .param("chosen", values.chosen())
                .param("choiceMade", values.choiceMade())
                .param("quantity", values.quantity())
                .param("state", state)
                .param("text", values.text())
                .param("by", actor)
                .param("at", utc(at))
                .param("version", version)
                .param("id", line.id())
                .update();
        jdbc.sql("""
                insert into establishment_answer (case_number, line_id, line_version, rule_id, item_name, chosen,
                    choice_made, quantity, state, answer_text, answered_by, answered_at)
                values (:case, :id, :version, :rule, :item, :chosen, :choiceMade, :quantity, :state, :text, :by, :at)""")
                .param("case", line.caseNumber())
                .param("id", line.id())
                .param("version", version)
                .param("rule", line.ruleId())
                .param("item", line.itemName())
                .param("chosen", values.chosen())
                .param("choiceMade", values.choiceMade())
                .param("quantity", values.quantity())
                .param("state", state)
                .param("text", values.text())
                .param("by", actor)
                .param("at", utc(at))
                .update();
    }

    /** What a line said at an earlier version after the proposal's own; empty when it never had that version. */
    Optional<AnswerValues> valuesAt(long lineId, int version) {
        return jdbc.sql("select * from establishment_answer where line_id = :id and line_version = :version")
                .param("id", lineId)
                .param("version", version)
                .query((row, number) -> new AnswerValues(
                        row.getBoolean("chosen"),
                        row.getBoolean("choice_made"),
                        row.getObject("quantity", Integer.class),
                        state(row),
                        row.getString("answer_text")))
                .optional();
    }

    /** Every answer on a case, the newest first. */
    List<GivenAnswer> answers(String caseNumber) {
        return jdbc.sql("select * from establishment_answer where case_number = :case order by id desc")
                .param("case", caseNumber)
                .query((row, number) -> new GivenAnswer(
                        row.getString("rule_id"),
                        row.getString("item_name"),
                        row.getBoolean("chosen"),
                        row.getObject("quantity", Integer.class),
                        state(row),
                        row.getString("answer_text"),
                        row.getString("answered_by"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Grants the chosen lines; the others are settled with them. */
    int grant(String caseNumber, String actor, Instant at) {
        jdbc.sql("""
                update establishment_line set settled_at = :at, refused = false
                where case_number = :case and decided_at is null""").param("case", caseNumber).param("at", utc(at)).update();
        return jdbc.sql("""
                update establishment_line set decided_by = :by, decided_at = :at
                where case_number = :case and chosen and decided_at is null""")
                .param("case", caseNumber)
                .param("by", actor)
                .param("at", utc(at))
                .update();
    }

    int refuse(String caseNumber, Instant at) {
        return jdbc.sql("""
                update establishment_line set settled_at = :at, refused = true
                where case_number = :case and settled_at is null""").param("case", caseNumber).param("at", utc(at)).update();
    }

    int order(String caseNumber, LocalDate on) {
        return jdbc.sql("""
                update establishment_line set ordered_on = :date
                where case_number = :case and decided_at is not null and ordered_on is null""").param("case", caseNumber).param("date", on).update();
    }

    int deliver(String caseNumber, LocalDate on) {
        return jdbc.sql("""
                update establishment_line set delivered_on = :date
                where case_number = :case and ordered_on is not null and delivered_on is null""").param("case", caseNumber).param("date", on).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static StoredLine read(ResultSet row, int number) throws SQLException {
        Instant proposedAt = instant(row, "proposed_at");
        if (proposedAt == null) {
            throw new SQLException("proposed_at is null in line " + row.getLong("id"));
        }
        String kind = row.getString("kind");
        String basis = row.getString("basis");
        String proposedState = row.getString("proposed_state");
        String asked = row.getString("asked");
        return new StoredLine(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("package_id"),
                row.getString("item"),
                row.getString("item_name"),
                kind == null ? null : LineKind.valueOf(kind),
                row.getString("module"),
                basis == null ? null : Basis.valueOf(basis),
                row.getObject("quantity", Integer.class),
                state(row),
                row.getString("condition_text"),
                row.getString("alternative_group"),
                row.getString("rule_id"),
                row.getString("source"),
                row.getString("question"),
                asked == null
                        ? List.of()
                        : Arrays.stream(asked.split(",", -1))
                                .map(AnswerPart::valueOf)
                                .toList(),
                row.getString("reason"),
                row.getBoolean("chosen"),
                row.getString("omitted_reason"),
                row.getString("proposed_by"),
                proposedAt,
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getObject("ordered_on", LocalDate.class),
                row.getObject("delivered_on", LocalDate.class),
                row.getBoolean("proposed_chosen"),
                row.getObject("proposed_quantity", Integer.class),
                proposedState == null ? null : ItemState.valueOf(proposedState),
                row.getBoolean("choice_made"),
                row.getString("answer_text"),
                row.getString("answered_by"),
                instant(row, "answered_at"),
                row.getInt("version"),
                instant(row, "settled_at"),
                row.getBoolean("refused"));
    }

    private static @Nullable ItemState state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return state == null ? null : ItemState.valueOf(state);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
