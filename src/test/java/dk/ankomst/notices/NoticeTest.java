package dk.ankomst.notices;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The program with a mail server of its own and a clock set by hand. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(NoticeTest.SetUp.class)
abstract class NoticeTest {

    static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /** A Monday. */
    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    static final String CASE = "2026-00017";

    static final GreenMail MAIL = started();

    /** Stands still until it is set. */
    static final class HandSetClock extends Clock {

        private volatile Instant now = Instant.EPOCH;

        void at(LocalDate day, int hour, int minute) {
            now = LocalDateTime.of(day, java.time.LocalTime.of(hour, minute))
                    .atZone(DENMARK)
                    .toInstant();
        }

        @Override
        public ZoneId getZone() {
            return DENMARK;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class SetUp {

        @Bean
        @Primary
        HandSetClock handSetClock() {
            return new HandSetClock();
        }
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("ankomst.notices.public-address", () -> "https://ankomst.kommunen.example/");
        properties.add("ankomst.notices.from", () -> "ankomst@kommunen.example");
    }

    @Autowired
    HandSetClock clock;

    @Autowired
    NoticeRound round;

    @Autowired
    Meetings meetings;

    @Autowired
    Deadlines deadlines;

    @Autowired
    WorkItems work;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private static GreenMail started() {
        GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        return mail;
    }

    @BeforeEach
    void monday() {
        clock.at(MONDAY, 8, 0);
    }

    @AfterEach
    void leaveNothing() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        for (String table : List.of(
                "meeting_invitee",
                "meeting",
                "digest",
                "notice_setting",
                "calendar_feed",
                "work_item",
                "deadline_event",
                "deadline_change",
                "deadline")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("update notice_round set leased_until = timestamp with time zone '2000-01-01 00:00:00+00:00'")
                .update();
    }

    void task(String id, String name, String group, @Nullable String assignee, LocalDate due) {
        work.open(new WorkItem(
                id,
                CASE,
                null,
                "UserTask_" + id,
                name,
                "modtagelse",
                group,
                assignee,
                due.atTime(23, 59, 59).atZone(DENMARK).toInstant(),
                clock.instant()));
    }

    /** A deadline that an event started which somebody has reported. */
    void started(int event, String user, LocalDate due) {
        jdbc.sql("insert into deadline_event (case_number, number, event, words, happened_on, person_id, reported_at,"
                        + " reported_by) values (?, ?, 'klage', 'modtagelsen af klagen', ?, 0, ?, ?)")
                .params(CASE, event, due.minusWeeks(4), clock.instant().atOffset(java.time.ZoneOffset.UTC), user)
                .update();
        jdbc.sql("insert into deadline (case_number, duty, event_number, person_id, name, kind, scope, legal_ground,"
                        + " confirmed, trigger_name, trigger_words, due_date, explanation, responsible, state, created_at, created_by,"
                        + " version) values (?, ?, ?, 0, 'Vurdér afgørelsen igen', 'LOV', 'SAG', '§ 66', true, 'klage',"
                        + " 'modtagelsen af klagen', ?, 'Fristen er 4 uger', 'koordinator', 'RUNNING', ?, ?, 0)")
                .params(
                        CASE,
                        event + ".genvurdering",
                        event,
                        due,
                        clock.instant().atOffset(java.time.ZoneOffset.UTC),
                        user)
                .update();
    }

    void email(String user, @Nullable String address) {
        User known = identities.createUserQuery().userId(user).singleResult();
        known.setEmail(address);
        identities.saveUser(known);
    }

    static List<MimeMessage> mailTo(String user) {
        return Stream.of(MAIL.getReceivedMessages())
                .filter(message -> recipients(message).equals(user + "@kommunen.example"))
                .toList();
    }

    static String recipients(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A part of a message: {@code text/plain}, {@code text/html} or {@code text/calendar}. */
    static String part(MimeMessage message, String type) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    try (InputStream content = part.getInputStream()) {
                        return new String(content.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
                    }
                }
            }
            throw new AssertionError("no " + type);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
