package dk.ankomst.notices;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateStart;
import dk.ankomst.worklist.WorkItem;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class InvitationTest extends NoticeTest {

    private static final String DUTY = "koordineringsmoede-2026-12-03";
    private static final String TALK = "UserTask_HoldOpfoelgningssamtale";

    @Autowired
    JavaMailSenderImpl sender;

    @Test
    @DisplayName(
            "members of the invited groups get an all-day request, then its move, then its cancellation, under one identity")
    void invitedMovedCancelled() throws Exception {
        meeting("2026-12-03");
        round.run();
        round.run();

        assertThat(MAIL.getReceivedMessages()).hasSize(2);
        assertThat(mailTo("koordinator")).hasSize(1);
        MimeMessage first = mailTo("bolig").get(0);
        assertThat(first.getSubject()).isEqualTo("Indkaldelse: Koordineringsmøde, sag 2026-00017");
        assertThat(part(first, "text/plain")).contains("torsdag den 3. december 2026", "/sager/2026-00017");
        assertThat(first.getContentType()).contains("multipart/alternative");
        VEvent asked = event(first, "REQUEST");
        assertThat(asked.getSummary().getValue()).isEqualTo("Koordineringsmøde, sag 2026-00017");
        assertThat(asked.getSequence().getValue()).isZero();
        assertThat(asked.getAttendees().get(0).getEmail()).isEqualTo("bolig@kommunen.example");
        assertThat(asked.getOrganizer().getEmail()).isEqualTo("ankomst@kommunen.example");
        assertThat(day(asked)).isEqualTo("20261203");
        assertThat(part(first, "text/calendar")).contains("DTSTART;VALUE=DATE:20261203");

        deadlines.agreed(CASE, DUTY, null, "Koordineringsmøde", LocalDate.of(2026, 12, 7), "aftalt på ny");
        round.run();
        round.run();

        assertThat(mailTo("bolig")).hasSize(2);
        MimeMessage second = mailTo("bolig").get(1);
        assertThat(second.getSubject()).isEqualTo("Flyttet: Koordineringsmøde, sag 2026-00017");
        VEvent moved = event(second, "REQUEST");
        assertThat(moved.getUid()).isEqualTo(asked.getUid());
        assertThat(moved.getSequence().getValue()).isEqualTo(1);
        assertThat(day(moved)).isEqualTo("20261207");

        deadlines.lapseOpen(CASE, "Familien er flyttet");
        round.run();
        round.run();

        assertThat(mailTo("bolig")).hasSize(3);
        MimeMessage third = mailTo("bolig").get(2);
        assertThat(third.getSubject()).isEqualTo("Aflyst: Koordineringsmøde, sag 2026-00017");
        VEvent off = event(third, "CANCEL");
        assertThat(off.getUid()).isEqualTo(asked.getUid());
        assertThat(off.getSequence().getValue()).isEqualTo(2);
        assertThat(off.getStatus().isCancelled()).isTrue();
    }

    @Test
    @DisplayName("a meeting that was held, or whose day has passed, is told of no more")
    void heldOrPassed() {
        meeting("2026-12-03");
        deadlines.met(CASE, DUTY, null, MONDAY);
        round.run();
        assertThat(MAIL.getReceivedMessages()).isEmpty();

        deadlines.agreed(CASE, "anden", null, "Koordineringsmøde", MONDAY.minusDays(1), "aftalt");
        meetings.agreed(CASE, "anden", "Koordineringsmøde", MONDAY.minusDays(1), List.of("bolig"));
        round.run();
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    @DisplayName(
            "a conversation is in the calendar of whoever has the task, and leaves that of a colleague who gave it away")
    void conversation() throws Exception {
        String duty = "opfoelgningssamtale-2026-12-10";
        LocalDate on = LocalDate.of(2026, 12, 10);
        deadlines.agreed(CASE, duty, null, "Opfølgningssamtale", on, "aftalt ved den forrige samtale");
        meetings.conversationAgreed(CASE, duty, "Opfølgningssamtale", on, TALK);
        taskOf(null);
        round.run();
        assertThat(MAIL.getReceivedMessages()).isEmpty();

        taskOf("jobcenter");
        round.run();
        assertThat(mailTo("jobcenter")).hasSize(1);
        taskOf("koordinator");
        round.run();

        assertThat(event(mailTo("jobcenter").get(1), "CANCEL").getSummary().getValue())
                .isEqualTo("Opfølgningssamtale, sag 2026-00017");
        assertThat(part(mailTo("jobcenter").get(1), "text/plain")).contains("Du skal ikke længere deltage");
        event(mailTo("koordinator").get(0), "REQUEST");
    }

    @Test
    @DisplayName("what is to be told waits for a mail server that is away, and only the last word is told")
    void theServerWasAway() {
        meeting("2026-12-03");
        int port = sender.getPort();
        sender.setPort(1);
        try {
            round.run();
            deadlines.agreed(CASE, DUTY, null, "Koordineringsmøde", LocalDate.of(2026, 12, 7), "aftalt på ny");
            round.run();
        } finally {
            sender.setPort(port);
        }

        round.run();
        assertThat(MAIL.getReceivedMessages()).as("not at once again").isEmpty();
        clock.at(MONDAY, 8, 5);
        round.run();

        assertThat(mailTo("bolig")).hasSize(1);
        VEvent only = event(mailTo("bolig").get(0), "REQUEST");
        assertThat(day(only)).isEqualTo("20261207");
        assertThat(only.getSequence().getValue()).isEqualTo(1);
    }

    @Test
    @DisplayName("the same date agreed twice is one meeting")
    void agreedTwice() {
        meeting("2026-12-03");
        meeting("2026-12-03");
        round.run();

        assertThat(mailTo("bolig")).hasSize(1);
    }

    private void meeting(String day) {
        LocalDate on = LocalDate.parse(day);
        deadlines.agreed(CASE, DUTY, null, "Koordineringsmøde", on, "aftalt ved indkaldelsen");
        meetings.agreed(CASE, DUTY, "Koordineringsmøde", on, List.of("bolig", "koordinator"));
    }

    /** Due far ahead, so that no daily message mixes in. */
    private void taskOf(@Nullable String assignee) {
        work.put(new WorkItem(
                "samtale",
                CASE,
                null,
                TALK,
                "Hold opfølgningssamtale",
                "integrationsforloeb",
                "jobcenter",
                assignee,
                MONDAY.plusDays(200).atStartOfDay(DENMARK).toInstant(),
                clock.instant()));
    }

    private static VEvent event(MimeMessage message, String method) {
        ICalendar calendar = Biweekly.parse(part(message, "text/calendar")).first();
        assertThat(calendar.getMethod().getValue()).isEqualTo(method);
        assertThat(calendar.getEvents()).hasSize(1);
        return calendar.getEvents().get(0);
    }

    private static String day(VEvent event) {
        DateStart start = event.getDateStart();
        assertThat(start.getValue().hasTime()).isFalse();
        return start.getValue().getRawComponents().toString(false, false);
    }
}
