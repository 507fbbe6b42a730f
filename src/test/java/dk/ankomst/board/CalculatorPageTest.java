package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CalculatorPageTest extends PageTest {

    @ParameterizedTest
    @ValueSource(strings = {"sundhed", "leder", "revisor", "procesejer", "drift"})
    void anyone_who_is_logged_in_can_calculate_and_finds_the_page_in_the_menu(String group) throws Exception {
        String html = page("/fristberegner", group);

        assertThat(html).contains("aria-current=\"page\"><span>Fristberegner</span>");
        assertThat(words(html)).contains("Der bliver ikke oprettet noget").doesNotContain("Fristerne, den tidligste");
    }

    @Test
    void the_deadlines_of_a_past_law_come_with_their_ground_and_their_count() throws Exception {
        String words = words(answer(asked("15.05.2015", "asylcenter"), 200, "jobcenter"));

        assertThat(words)
                .contains("Kommunen overtager ansvaret den 1. juli 2015.")
                .containsSubsequence(
                        "Integrationskontrakt",
                        "Hver voksen",
                        "01.08.2015",
                        "Handl senest 31.07.2015",
                        "1 måned efter overtagelsen den 1. juli 2015",
                        "Lovfrist",
                        "integrationsloven § 19");
    }

    @Test
    void another_rule_set_than_that_of_the_dates_can_be_chosen_and_says_so() throws Exception {
        String words = words(answer(asked("15.05.2015", "asylcenter").param("ruleSet", "RS-2016"), 200, "jobcenter"));

        assertThat(words).contains("Regnet efter regelsættet RS-2016, som er valgt.");
    }

    @Test
    void what_waits_for_an_event_is_counted_when_its_date_is_given() throws Exception {
        String before = answer(asked("15.05.2015", "asylcenter"), 200, "jobcenter");
        assertThat(before).contains("name=\"event.integrationskontrakt\"");
        assertThat(words(before)).contains("Dato for underskrivelsen af kontrakten");

        String after = answer(
                asked("15.05.2015", "asylcenter").param("event.integrationskontrakt", "20.07.2015"), 200, "jobcenter");

        assertThat(words(after))
                .containsSubsequence(
                        "Opfølgningssamtale", "20.10.2015", "efter underskrivelsen af kontrakten den 20. juli 2015");
        assertThat(after).contains("value=\"20.07.2015\"");
    }

    @Test
    void what_may_happen_in_any_case_is_offered_apart_and_counted_when_it_has() throws Exception {
        String before = answer(asked("02.03.2026", "asylcenter"), 200, "jobcenter");
        assertThat(words(before))
                .contains("Klage, aktindsigt og andre hændelser", "Dato for modtagelsen af klagen")
                .doesNotContain("Vurdér afgørelsen igen");

        String after =
                words(answer(asked("02.03.2026", "asylcenter").param("event.klage", "05.06.2026"), 200, "jobcenter"));

        assertThat(after)
                .containsSubsequence("Vurdér afgørelsen igen", "03.07.2026", "4 uger efter modtagelsen af klagen");
    }

    @Test
    void what_cannot_be_used_is_said_at_its_field_and_nothing_typed_is_lost() throws Exception {
        String html = answer(
                asked("31.02.2015", "")
                        .param("arrival", "<b>i går</b>")
                        .param("event.integrationskontrakt", "i morgen"),
                400,
                "jobcenter");

        assertThat(html)
                .contains("href=\"#visitation\"", "href=\"#track\"", "href=\"#arrival\"")
                .contains("href=\"#event-integrationskontrakt\"")
                .contains("value=\"31.02.2015\"", "value=\"&lt;b&gt;i går&lt;/b&gt;\"", "value=\"i morgen\"");
        assertThat(text(html, "<title>([^<]*)</title>")).startsWith("Fejl: ");
    }

    @Test
    void an_event_that_no_deadline_is_counted_from_is_refused() throws Exception {
        String words = words(
                answer(asked("15.05.2015", "asylcenter").param("event.kontrakt", "20.07.2015"), 400, "jobcenter"));

        assertThat(words)
                .contains("Ingen frist regnes fra 'kontrakt' med disse datoer. Vælg en af:", "integrationskontrakt");
    }

    @Test
    void the_same_answer_comes_as_a_calendar_file_of_whole_days() throws Exception {
        String html = answer(asked("15.05.2015", "asylcenter"), 200, "jobcenter");
        String address = text(html, "href=\"(/fristberegner/kalender[^\"]*)\"").replace("&amp;", "&");

        String file = mvc.perform(get(URI.create(address)).with(member("jobcenter")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        ICalendar calendar = Biweekly.parse(file).first();
        List<VEvent> contract = calendar.getEvents().stream()
                .filter(event -> event.getSummary().getValue().contains("kontrakt"))
                .toList();
        assertThat(contract).hasSize(1);
        assertThat(file).contains("DTSTART;VALUE=DATE:20150801");
        assertThat(contract.get(0).getDescription().getValue()).contains("integrationsloven § 19");
        assertThat(calendar.getEvents())
                .extracting(event -> event.getUid().getValue())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_link_to_json_asks_the_same() throws Exception {
        String html = answer(asked("15.05.2015", "asylcenter"), 200, "jobcenter");
        String address = text(html, "href=\"(/api/deadlines/preview[^\"]*)\"").replace("&amp;", "&");

        String json = mvc.perform(get(URI.create(address)).with(member("jobcenter")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(json).contains("\"takeover\":\"2015-07-01\"");
    }

    private static MockHttpServletRequestBuilder asked(String visitation, String track) {
        return get("/fristberegner").param("visitation", visitation).param("track", track);
    }
}
