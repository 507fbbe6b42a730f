package dk.ankomst.notices;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who wants the daily message, and who has got it on which day. */
@Component
@Transactional
class DigestStore {

    /** What became of a person's message of a day. */
    enum State {
        SENDING,
        SENT,
        NOTHING,
        FAILED
    }

    record Kept(State state, int attempts) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DigestStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isWanted(String userId) {
        return jdbc.sql("select digest from notice_setting where user_id = :user")
                .param("user", userId)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void want(String userId, boolean digest) {
        OffsetDateTime now = now();
        int changed = jdbc.sql("update notice_setting set digest = :digest, changed_at = :now where user_id = :user")
                .param("digest", digest)
                .param("now", now, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("user", userId)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into notice_setting (user_id, digest, changed_at) values (:user, :digest, :now)")
                    .param("user", userId)
                    .param("digest", digest)
                    .param("now", now, Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public Optional<Kept> of(String userId, LocalDate day) {
        return jdbc.sql("select state, attempts from digest where user_id = :user and sent_on = :day")
                .param("user", userId)
                .param("day", day)
                .query((row, number) -> new Kept(State.valueOf(row.getString("state")), row.getInt("attempts")))
                .optional();
    }

    void keep(String userId, LocalDate day, State state, int attempts) {
        int changed = jdbc.sql("update digest set state = :state, attempts = :attempts, changed_at = :now"
                        + " where user_id = :user and sent_on = :day")
                .param("state", state.name())
                .param("attempts", attempts)
                .param("now", now(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("user", userId)
                .param("day", day)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into digest (user_id, sent_on, state, attempts, changed_at)"
                            + " values (:user, :day, :state, :attempts, :now)")
                    .param("user", userId)
                    .param("day", day)
                    .param("state", state.name())
                    .param("attempts", attempts)
                    .param("now", now(), Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
