package dk.ankomst.notices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class DigestTest extends NoticeTest {

    @Autowired
    DigestStore store;

    @Autowired
    JavaMailSenderImpl sender;

    @Test
    @DisplayName("staff are told once a working day, from the time set, what is late and near, by case number")
    void onceAWorkingDay() throws Exception {
        task("a", "Find bolig", "bolig", null, MONDAY.minusDays(4));
        task("b", "Klargør bolig", "bolig", "bolig", MONDAY);
        task("c", "Vis boligen", "bolig", null, MONDAY.plusDays(3));
        task("d", "Langt ude", "bolig", null, MONDAY.plusDays(60));
        task("e", "En kollegas", "bolig", "koordinator", MONDAY.minusDays(1));

        clock.at(MONDAY, 7, 29);
        round.run();
        assertThat(mailTo("bolig")).as("before the time").isEmpty();
        clock.at(MONDAY, 7, 30);
        round.run();
        round.run();

        assertThat(mailTo("bolig")).hasSize(1);
        MimeMessage message = mailTo("bolig").get(0);
        assertThat(message.getSubject()).isEqualTo("Ankomst: 1 over frist");
        assertThat(message.getFrom()[0].toString()).isEqualTo("ankomst@kommunen.example");
        assertThat(part(message, "text/plain"))
                .contains(
                        "Dine opgaver mandag den 23. november 2026",
                        "1 opgave er over frist.",
                        "1 opgave skal være løst i dag eller i morgen.",
                        "1 opgave har frist inden 5 arbejdsdage.",
                        "3 opgaver hos din afdeling er ikke taget.",
                        "- Find bolig, sag 2026-00017: frist 19. november 2026, 2 arbejdsdage over. Bolig, ikke taget",
                        "- Klargør bolig, sag 2026-00017: frist 23. november 2026, i dag. Bolig, hos Bolig (demo)",
                        "https://ankomst.kommunen.example/sager/2026-00017",
                        "Se alle frister: https://ankomst.kommunen.example/frister",
                        "https://ankomst.kommunen.example/mig")
                .doesNotContain("Langt ude", "En kollegas");
        assertThat(part(message, "text/html"))
                .contains("<a href=\"https://ankomst.kommunen.example/sager/2026-00017\">2026-00017</a>");

        clock.at(MONDAY.plusDays(1), 9, 0);
        round.run();
        assertThat(mailTo("bolig")).as("the next day").hasSize(2);
        LocalDate saturday = MONDAY.plusDays(5);
        clock.at(saturday, 9, 0);
        round.run();
        clock.at(LocalDate.of(2026, 12, 25), 9, 0);
        round.run();
        assertThat(mailTo("bolig")).as("Saturday and Christmas Day").hasSize(2);
    }

    @Test
    @DisplayName("a leader is told per department what is late and at whom, and what falls this week")
    void leader() {
        task("a", "Find bolig", "bolig", null, MONDAY.minusDays(4));
        task("b", "Tilbyd helbredsvurdering", "sundhed", "sundhed", MONDAY.minusDays(3));
        task("c", "Tilbyd helbredsvurdering", "sundhed", "sundhed", MONDAY.minusDays(3));
        task("d", "Vis boligen", "bolig", null, MONDAY.plusDays(6));
        task("e", "Næste uge", "bolig", null, MONDAY.plusDays(7));

        round.run();

        assertThat(mailTo("leder")).hasSize(1);
        assertThat(part(mailTo("leder").get(0), "text/plain"))
                .contains("3 opgaver er over frist.", "1 opgave har frist i denne uge.")
                .containsSubsequence(
                        "Bolig: over frist",
                        "- Find bolig",
                        "Sundhed: over frist",
                        "- Tilbyd helbredsvurdering, sag 2026-00017 (2 opgaver): frist 20. november 2026,"
                                + " 1 arbejdsdag over. Sundhed, hos Sundhed (demo)",
                        "Forfalder denne uge",
                        "- Vis boligen")
                .doesNotContain("Næste uge");
    }

    @Test
    @DisplayName("a deadline that no task tells of is told to whoever reported its event, and to the leader")
    void startedByAnEvent() {
        started(1, "koordinator", MONDAY.minusDays(3));
        started(2, "leder", MONDAY.plusDays(60));

        round.run();

        assertThat(part(mailTo("koordinator").get(0), "text/plain"))
                .contains("1 opgave er over frist.")
                .containsOnlyOnce("- Vurdér afgørelsen igen, sag 2026-00017: frist 20. november 2026,"
                        + " 1 arbejdsdag over. Koordinator, hos Koordinator (demo)");
        assertThat(part(mailTo("leder").get(0), "text/plain"))
                .contains("Koordinator: over frist", "- Vurdér afgørelsen igen");
        assertThat(mailTo("bolig")).isEmpty();
    }

    @Test
    @DisplayName("nobody is written to who said no, who has no address, or for whom nothing is near")
    void whoIsNotWrittenTo() {
        task("a", "Find bolig", "bolig", null, MONDAY);
        task("b", "Vælg danskuddannelse", "sprogcenter", null, MONDAY);
        store.want("bolig", false);
        email("sprogcenter", null);
        try {
            round.run();
        } finally {
            email("sprogcenter", "sprogcenter@kommunen.example");
        }

        assertThat(mailTo("bolig")).isEmpty();
        assertThat(mailTo("sprogcenter")).isEmpty();
        assertThat(mailTo("sundhed")).isEmpty();
        assertThat(mailTo("drift")).isEmpty();
        assertThat(mailTo("leder")).hasSize(1);
    }

    @Test
    @DisplayName("what the mail server did not take is sent in a later round of the same day, and once")
    void theServerWasAway() {
        task("a", "Find bolig", "bolig", null, MONDAY);
        int port = sender.getPort();
        sender.setPort(1);
        try {
            round.run();
        } finally {
            sender.setPort(port);
        }
        assertThat(MAIL.getReceivedMessages()).isEmpty();

        round.run();
        round.run();

        assertThat(mailTo("bolig")).hasSize(1);
        assertThat(mailTo("leder")).hasSize(1);
    }

    @Test
    @DisplayName("a message that was being sent when the program died is not sent again")
    void diedWhileSending() {
        task("a", "Find bolig", "bolig", null, MONDAY);
        store.keep("bolig", MONDAY, DigestStore.State.SENDING, 1);

        round.run();

        assertThat(mailTo("bolig")).isEmpty();
        assertThat(mailTo("leder")).hasSize(1);
    }

    @Test
    @DisplayName("while one node tells, another does not")
    void oneNodeAtATime() {
        jdbc.sql("update notice_round set leased_until = timestamp with time zone '2026-11-23 08:00:00+00:00'")
                .update();

        assertThat(round.run()).isFalse();
        clock.at(MONDAY, 9, 0);
        assertThat(round.run()).isTrue();
    }
}
