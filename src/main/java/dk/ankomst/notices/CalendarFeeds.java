package dk.ankomst.notices;

import dk.ankomst.notices.Colleagues.Colleague;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret address of a person's calendar. Only the secret's hash is kept, and it is looked up by that hash, so that how
 * long an answer takes tells nothing of a secret that is nearly right.
 */
@Component
@Transactional
class CalendarFeeds {

    private static final int BYTES = 32;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int MOST_TASKS = 1000;
    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final WorkItems work;
    private final ReportedDeadlines reported;
    private final Meetings meetings;
    private final Calendars calendars;
    private final Clock clock;

    CalendarFeeds(
            JdbcClient jdbc,
            Colleagues colleagues,
            WorkItems work,
            ReportedDeadlines reported,
            Meetings meetings,
            Calendars calendars,
            Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.work = work;
        this.reported = reported;
        this.meetings = meetings;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Makes a new secret of 256 random bits; an address that the person had before is dead from now on. */
    String create(String userId) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        revoke(userId);
        jdbc.sql("insert into calendar_feed (user_id, secret_hash, created_at) values (:user, :hash, :now)")
                .param("user", userId)
                .param("hash", hash(secret))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return secret;
    }

    void revoke(String userId) {
        jdbc.sql("delete from calendar_feed where user_id = :user")
                .param("user", userId)
                .update();
    }

    /** Since when the person has an address; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Instant> since(String userId) {
        return jdbc.sql("select created_at from calendar_feed where user_id = :user")
                .param("user", userId)
                .query((row, number) ->
                        row.getObject("created_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The calendar behind an address; empty when the secret is not, or no longer, anybody's. */
    @Transactional(readOnly = true)
    public Optional<String> calendar(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            return Optional.empty();
        }
        return jdbc.sql("select user_id from calendar_feed where secret_hash = :hash")
                .param("hash", hash(secret))
                .query(String.class)
                .optional()
                // Whoever has left the municipality has no calendar either.
                .flatMap(colleagues::find)
                .filter(person -> Digests.isFor(person.groups()))
                .map(this::calendar);
    }

    private String calendar(Colleague person) {
        List<WorkItem> own = Stream.concat(
                        work.openFor(List.of(), person.id(), MOST_TASKS).stream(), reported.of(person.id()).stream())
                .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), DENMARK);
        return calendars.of(own, meetings.of(person.id(), today));
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
