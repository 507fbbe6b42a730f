package dk.ankomst.notices;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every minute for what is to be told. It runs beside the cases and never within a transaction of theirs: what fails
 * here is tried again in a later round. Of several nodes one at a time does it.
 */
@Component
class NoticeRound {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRound.class);

    /** Longer than a round takes; a node that died holds the others up for no longer. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final Meetings meetings;
    private final Invitations invitations;
    private final Digests digests;
    private final Post post;
    private final NoticeProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeRound(
            Meetings meetings,
            Invitations invitations,
            Digests digests,
            Post post,
            NoticeProperties properties,
            JdbcClient jdbc,
            Clock clock) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.digests = digests;
        this.post = post;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${ankomst.notices.every:PT1M}", initialDelayString = "${ankomst.notices.every:PT1M}")
    void byItself() {
        if (properties.enabled()) {
            run();
        }
    }

    /** One round; false when another node is at it. */
    boolean run() {
        if (!take()) {
            return false;
        }
        try {
            meetings.follow();
            if (post.isOn()) {
                invitations.send();
                digests.send();
            }
        } catch (RuntimeException e) {
            // Neither addresses nor contents belong in a log.
            LOG.error(
                    "Beskeder til personalet blev ikke sendt; der forsøges igen: {}",
                    e.getClass().getName());
        } finally {
            lease(Duration.ZERO);
        }
        return true;
    }

    private boolean take() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("update notice_round set leased_until = :until where id = 1 and leased_until <= :now")
                        .param("until", now.plus(LEASE), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("now", now, Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    private void lease(Duration length) {
        jdbc.sql("update notice_round set leased_until = :until where id = 1")
                .param("until", clock.instant().plus(length).atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }
}
