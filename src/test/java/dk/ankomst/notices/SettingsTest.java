package dk.ankomst.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import biweekly.ICalendar;
import dk.ankomst.security.LoggedIn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class SettingsTest extends NoticeTest {

    private static final String BASE = "https://ankomst.kommunen.example";

    @Autowired
    DigestStore store;

    @AfterEach
    void forgetMisses() {
        clock.at(MONDAY.plusYears(1), 8, 0);
    }

    @Test
    @DisplayName("the page shows one's address and choices and takes a no")
    void digestOnAndOff() throws Exception {
        assertThat(page("bolig"))
                .contains(
                        "Mine indstillinger",
                        "bolig@kommunen.example",
                        "fra kl. 07.30",
                        "Du har ingen kalenderadresse");

        mvc.perform(post("/mig/besked")
                        .param("digest", "false")
                        .with(user("bolig"))
                        .with(csrf()))
                .andExpect(status().isFound());
        assertThat(store.isWanted("bolig")).isFalse();
        assertThat(store.isWanted("sundhed")).isTrue();
        mvc.perform(post("/mig/besked")
                        .param("digest", "true")
                        .with(user("bolig"))
                        .with(csrf()))
                .andExpect(status().isFound());
        assertThat(store.isWanted("bolig")).isTrue();

        assertThat(page("drift")).contains("Din rolle har ingen opgaver").doesNotContain("Lav en kalenderadresse");
        mvc.perform(post("/mig/besked").param("digest", "false").with(user("bolig")))
                .andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("the calendar behind the secret address holds one's own tasks and meetings, by case number")
    void calendar() throws Exception {
        task("a", "Find bolig", "bolig", "bolig", LocalDate.of(2026, 12, 1));
        task("b", "Ikke taget", "bolig", null, LocalDate.of(2026, 12, 1));
        LocalDate on = LocalDate.of(2026, 12, 3);
        deadlines.agreed(CASE, "moede", null, "Koordineringsmøde", on, "aftalt");
        meetings.agreed(CASE, "moede", "Koordineringsmøde", on, List.of("bolig", "koordinator"));
        meetings.agreed(CASE, "andre", "Andres møde", on, List.of("sundhed"));

        MockHttpServletResponse answer = feed(create("bolig"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("text/calendar");
        assertThat(answer.getHeader("Cache-Control")).contains("private");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getCookies()).isEmpty();
        ICalendar calendar = Biweekly.parse(answer.getContentAsString(StandardCharsets.UTF_8))
                .first();
        assertThat(calendar.getEvents())
                .extracting(event -> event.getSummary().getValue())
                .containsExactlyInAnyOrder("Frist: Find bolig, sag 2026-00017", "Koordineringsmøde, sag 2026-00017");
        assertThat(calendar.getEvents())
                .allSatisfy(event ->
                        assertThat(event.getDateStart().getValue().hasTime()).isFalse());
    }

    @Test
    @DisplayName(
            "the address is shown once, kept as a hash, dies when it is renewed or taken back, and is nobody else's")
    void secretAddress() throws Exception {
        String first = create("bolig");
        assertThat(first).hasSize(43);
        assertThat(jdbc.sql("select secret_hash from calendar_feed")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(first);
        assertThat(page("bolig"))
                .contains("Du har en kalenderadresse fra 23. november 2026")
                .doesNotContain(first);

        String second = create("bolig");
        assertThat(second).isNotEqualTo(first);
        assertThat(feed(first).getStatus()).isEqualTo(404);
        assertThat(feed(second).getStatus()).isEqualTo(200);

        mvc.perform(post("/mig/kalender/tilbagekald").with(user("bolig")).with(csrf()))
                .andExpect(status().isFound());
        assertThat(feed(second).getStatus()).isEqualTo(404);
        assertThat(feed("x").getStatus()).isEqualTo(404);
        assertThat(feed("x").getContentAsString()).isEmpty();
    }

    @Test
    @DisplayName("a calendar program may ask for the head of a calendar alone")
    void headAlone() throws Exception {
        String secret = create("bolig");

        var answer = mvc.perform(head("/kalender/" + secret + ".ics"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();

        assertThat(answer.getContentType()).startsWith("text/calendar");
        mvc.perform(head("/kalender/x.ics")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("the calendar has the deadlines of the events that its owner has reported")
    void reportedEvents() throws Exception {
        started(1, "koordinator", MONDAY.plusDays(9));
        started(2, "leder", MONDAY.plusDays(10));

        assertThat(feed(create("koordinator")).getContentAsString(StandardCharsets.UTF_8))
                .contains("SUMMARY:Frist: Vurdér afgørelsen igen", "DTSTART;VALUE=DATE:20261202")
                .doesNotContain("20261203");
    }

    @Test
    @DisplayName("the calendar of somebody whose user is gone answers no more")
    void whoHasLeft() throws Exception {
        identities.saveUser(identities.newUser("gaest"));
        identities.createMembership("gaest", "bolig");
        String secret = create("gaest");
        assertThat(feed(secret).getStatus()).isEqualTo(200);

        identities.deleteUser("gaest");

        assertThat(feed(secret).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("a program that goes on asking for a revoked address shuts nobody out")
    void askingOn() throws Exception {
        String secret = create("bolig");
        for (int i = 0; i < 50; i++) {
            assertThat(feed("revoked" + i).getStatus()).isEqualTo(404);
        }

        assertThat(feed(secret).getStatus()).isEqualTo(200);
    }

    private String page(String user) throws Exception {
        return mvc.perform(get("/mig").with(user(user)).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String create(String user) throws Exception {
        Map<String, ?> told = mvc.perform(post("/mig/kalender").with(user(user)).with(csrf()))
                .andExpect(status().isFound())
                .andReturn()
                .getFlashMap();
        String address = String.valueOf(told.get("address"));
        assertThat(address).startsWith(BASE + "/kalender/").endsWith(".ics");
        return address.substring((BASE + "/kalender/").length(), address.length() - ".ics".length());
    }

    private MockHttpServletResponse feed(String secret) throws Exception {
        return mvc.perform(get("/kalender/" + secret + ".ics")).andReturn().getResponse();
    }

    private static RequestPostProcessor user(String id) {
        return authentication(new UsernamePasswordAuthenticationToken(
                new LoggedIn(id, id, List.of(id)),
                null,
                List.of(new SimpleGrantedAuthority("GROUP_" + (id.equals("gaest") ? "bolig" : id)))));
    }
}
