package dk.ankomst.deadlines;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.DanishDates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of what people report on a case. A report is never removed: what becomes of it stands beside it. */
@Repository
class EventStore {

    private static final String CORRECTED = "CORRECTED";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final JdbcClient jdbc;
    private final Clock clock;

    EventStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The events of a case that hold, in the order in which they were reported. */
    List<ReportedEvent> holding(String caseNumber) {
        return jdbc.sql("select number, event, happened_on, person_id from deadline_event"
                        + " where case_number = ? and withdrawn = false order by number")
                .param(caseNumber)
                .query((row, at) -> new ReportedEvent(
                        row.getInt("number"),
                        row.getString("event"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getLong("person_id")))
                .list();
    }

    List<CaseEvent> ofCase(String caseNumber) {
        Map<Long, List<String>> changes = jdbc
                .sql("select c.* from deadline_event_change c join deadline_event e on e.id = c.event_id"
                        + " where e.case_number = ? order by c.id")
                .param(caseNumber)
                .query((row, at) -> Map.entry(row.getLong("event_id"), inWords(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("select * from deadline_event where case_number = ? order by number")
                .param(caseNumber)
                .query((row, at) -> event(row, changes.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** Whoever asks has the case's deadlines to itself, so that no number is given twice. */
    ReportedEvent add(
            String caseNumber,
            String event,
            String words,
            LocalDate happenedOn,
            @Nullable Long personId,
            @Nullable String reference) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from deadline_event where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
        long person = personId == null ? DeadlineRow.FAMILY : personId;
        jdbc.sql("insert into deadline_event (case_number, number, event, words, happened_on, person_id, reference,"
                        + " reported_at, reported_by) values (:case, :number, :event, :words, :on, :person, :reference,"
                        + " :at, :by)")
                .param("case", caseNumber)
                .param("number", number)
                .param("event", event)
                .param("words", words)
                .param("on", happenedOn)
                .param("person", person)
                .param("reference", reference, java.sql.Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Actor.id())
                .update();
        return new ReportedEvent(number, event, happenedOn, person);
    }

    void correct(String caseNumber, CaseEvent event, LocalDate happenedOn, String reason) {
        remember(caseNumber, event, CORRECTED, happenedOn, reason);
        jdbc.sql("update deadline_event set happened_on = ? where case_number = ? and number = ?")
                .params(happenedOn, caseNumber, event.number())
                .update();
    }

    void withdraw(String caseNumber, CaseEvent event, String reason) {
        remember(caseNumber, event, WITHDRAWN, null, reason);
        jdbc.sql("update deadline_event set withdrawn = true where case_number = ? and number = ?")
                .params(caseNumber, event.number())
                .update();
    }

    private void remember(
            String caseNumber, CaseEvent event, String kind, @Nullable LocalDate happenedOn, String reason) {
        jdbc.sql(
                        "insert into deadline_event_change (event_id, kind, old_date, new_date, reason, changed_at, changed_by)"
                                + " select id, :kind, happened_on, :new, :reason, :at, :by from deadline_event"
                                + " where case_number = :case and number = :number")
                .param("kind", kind)
                .param("new", happenedOn, java.sql.Types.DATE)
                .param("reason", reason)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Actor.id())
                .param("case", caseNumber)
                .param("number", event.number())
                .update();
    }

    private static CaseEvent event(ResultSet row, List<String> changes) throws SQLException {
        long person = row.getLong("person_id");
        return new CaseEvent(
                row.getInt("number"),
                row.getString("event"),
                row.getString("words"),
                row.getObject("happened_on", LocalDate.class),
                person == DeadlineRow.FAMILY ? null : person,
                row.getString("reference"),
                row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                row.getString("reported_by"),
                row.getBoolean("withdrawn"),
                changes);
    }

    private static String inWords(ResultSet row) throws SQLException {
        String what = WITHDRAWN.equals(row.getString("kind"))
                ? "Taget tilbage"
                : "Rettet fra " + DanishDates.inText(row.getObject("old_date", LocalDate.class)) + " til "
                        + DanishDates.inText(row.getObject("new_date", LocalDate.class));
        return what + " den "
                + DanishDates.atTime(
                        row.getObject("changed_at", OffsetDateTime.class).toInstant())
                + " af " + Actor.inWords(row.getString("changed_by")) + ". Begrundelse: " + row.getString("reason");
    }
}
