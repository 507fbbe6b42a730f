package dk.ankomst.establishment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

    Optional<StoredLine> find(String caseNumber, long id) {
        return jdbc.sql("select * from establishment_line where case_number = :case and id = :id")
                .param("case", caseNumber)
                .param("id", id)
                .query(EstablishmentLines::read)
                .optional();
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
                    state, condition_text, alternative_group, rule_id, source, question, reason, chosen, proposed_by,
                    proposed_at)
                values (:case, :package, :item, :itemName, :kind, :module, :basis, :quantity, :state, :condition,
                    :alternativeGroup, :ruleId, :source, :question, :reason, :chosen, :by, :at)""")
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

    void answer(long id, boolean chosen, @Nullable Integer quantity, ItemState state) {
        jdbc.sql("update establishment_line set chosen = :chosen, quantity = :quantity, state = :state where id = :id")
                .param("chosen", chosen)
                .param("quantity", quantity)
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void unchooseOthers(String caseNumber, String alternativeGroup, long id) {
        jdbc.sql("""
                update establishment_line set chosen = false
                where case_number = :case and alternative_group = :group and id <> :id and decided_at is null""")
                .param("case", caseNumber)
                .param("group", alternativeGroup)
                .param("id", id)
                .update();
    }

    int grant(String caseNumber, String actor, Instant at) {
        return jdbc.sql("""
                update establishment_line set decided_by = :by, decided_at = :at
                where case_number = :case and chosen and decided_at is null""")
                .param("case", caseNumber)
                .param("by", actor)
                .param("at", utc(at))
                .update();
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
        String state = row.getString("state");
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
                state == null ? null : ItemState.valueOf(state),
                row.getString("condition_text"),
                row.getString("alternative_group"),
                row.getString("rule_id"),
                row.getString("source"),
                row.getString("question"),
                row.getString("reason"),
                row.getBoolean("chosen"),
                row.getString("omitted_reason"),
                row.getString("proposed_by"),
                proposedAt,
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getObject("ordered_on", LocalDate.class),
                row.getObject("delivered_on", LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
