package dk.ankomst.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The meetings and who was told what about them. */
@Component
@Transactional
class MeetingStore {

    /** What somebody was told last about a meeting. */
    record Told(long meetingId, String userId, int sequence, boolean cancelled, int attempts, Instant tryAfter) {

        /** Nothing yet. */
        static final int NOTHING = -1;

        static Told nothing(long meetingId, String userId) {
            return new Told(meetingId, userId, NOTHING, false, 0, Instant.EPOCH);
        }
    }

    private static final String COLUMNS = "id, uid, case_number, duty, title, invited_groups, task_key, owner, held_on,"
            + " sequence, state, changed_at";

    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isKnown(String caseNumber, String duty) {
        return !jdbc.sql("select id from meeting where case_number = :caseNumber and duty = :duty")
                .param("caseNumber", caseNumber)
                .param("duty", duty)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    void insert(
            String uid,
            String caseNumber,
            String duty,
            String title,
            Collection<String> groups,
            String taskKey,
            @Nullable String owner,
            LocalDate heldOn) {
        OffsetDateTime now = utc(clock.instant());
        jdbc.sql("insert into meeting (uid, case_number, duty, title, invited_groups, task_key, owner, held_on,"
                        + " sequence, state, created_at, changed_at) values (:uid, :caseNumber, :duty, :title, :groups,"
                        + " :taskKey, :owner, :heldOn, 0, 'PLANNED', :now, :now)")
                .param("uid", uid)
                .param("caseNumber", caseNumber)
                .param("duty", duty)
                .param("title", title)
                .param("groups", String.join(",", groups))
                .param("taskKey", taskKey)
                .param("owner", owner, Types.VARCHAR)
                .param("heldOn", heldOn)
                .param("now", now, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void change(long id, LocalDate heldOn, int sequence, Meeting.State state) {
        jdbc.sql("update meeting set held_on = :heldOn, sequence = :sequence, state = :state, changed_at = :now"
                        + " where id = :id")
                .param("heldOn", heldOn)
                .param("sequence", sequence)
                .param("state", state.name())
                .param("now", utc(clock.instant()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    public List<Meeting> ofCase(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from meeting where case_number = :caseNumber order by held_on, id")
                .param("caseNumber", caseNumber)
                .query(MeetingStore::row)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Meeting> planned() {
        return jdbc.sql("select " + COLUMNS + " from meeting where state = 'PLANNED' order by case_number, id")
                .query(MeetingStore::row)
                .list();
    }

    /** Planned from a day on, or cancelled although the day has not come. */
    @Transactional(readOnly = true)
    public List<Meeting> toTell(LocalDate from) {
        return jdbc.sql("select " + COLUMNS + " from meeting where state in ('PLANNED', 'CANCELLED')"
                        + " and held_on >= :from order by id")
                .param("from", from)
                .query(MeetingStore::row)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Told> told(long meetingId) {
        return jdbc.sql("select meeting_id, user_id, told_sequence, cancelled, attempts, try_after from meeting_invitee"
                        + " where meeting_id = :id order by user_id")
                .param("id", meetingId)
                .query((row, number) -> new Told(
                        row.getLong("meeting_id"),
                        row.getString("user_id"),
                        row.getInt("told_sequence"),
                        row.getBoolean("cancelled"),
                        row.getInt("attempts"),
                        row.getObject("try_after", OffsetDateTime.class).toInstant()))
                .list();
    }

    void tell(Told told) {
        int changed = bind(
                        jdbc.sql("update meeting_invitee set told_sequence = :sequence, cancelled = :cancelled,"
                                + " attempts = :attempts, try_after = :tryAfter"
                                + " where meeting_id = :meetingId and user_id = :userId"),
                        told)
                .update();
        if (changed == 0) {
            bind(
                            jdbc.sql("insert into meeting_invitee (meeting_id, user_id, told_sequence, cancelled,"
                                    + " attempts, try_after) values (:meetingId, :userId, :sequence, :cancelled,"
                                    + " :attempts, :tryAfter)"),
                            told)
                    .update();
        }
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Told told) {
        return sql.param("sequence", told.sequence())
                .param("cancelled", told.cancelled())
                .param("attempts", told.attempts())
                .param("tryAfter", utc(told.tryAfter()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("meetingId", told.meetingId())
                .param("userId", told.userId());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Meeting row(ResultSet row, int number) throws SQLException {
        String groups = row.getString("invited_groups");
        return new Meeting(
                row.getLong("id"),
                row.getString("uid"),
                row.getString("case_number"),
                row.getString("duty"),
                row.getString("title"),
                groups.isEmpty() ? List.of() : List.of(groups.split(",", -1)),
                row.getString("task_key"),
                row.getString("owner"),
                row.getObject("held_on", LocalDate.class),
                row.getInt("sequence"),
                Meeting.State.valueOf(row.getString("state")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
