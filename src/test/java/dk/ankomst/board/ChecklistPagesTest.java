package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ChecklistPagesTest extends PageTest {

    private static final String CASE = "2026-00143";
    private static final String LISTS = "/sager/" + CASE + "/tjeklister";
    private static final String ARRIVAL = LISTS + "/ankomstdag";

    @BeforeEach
    void aFamilyWithChildren() {
        aFamily(CASE, "Familien Prøve");
    }

    @Test
    void a_case_has_lists_for_arrival_conversations_and_departments_and_talks_one_for_each_adult() throws Exception {
        String html = words(page(LISTS, "bolig"));

        assertThat(html)
                .contains("Ankomstdagen", "De følgende dage", "Boligafdelingens opgaver", "Skole og PPR: opgaver")
                .contains("Kontraktsamtalen: Amina", "Kontraktsamtalen: Yusuf")
                .doesNotContain("Kontraktsamtalen: Leila")
                .contains("0 af 11 besvaret");
        assertThat(words(page("/sager/" + CASE, "bolig"))).contains("Tjeklister");
    }

    @Test
    void each_answer_is_kept_with_who_and_when_and_a_new_one_leaves_the_old_to_be_read() throws Exception {
        assertThat(statusOf(
                        send(ARRIVAL)
                                .param("svar-tolk", "NEJ")
                                .param("bemaerkning-tolk", "Tolken blev forsinket")
                                .param("set-tolk", "0"),
                        "koordinator"))
                .isEqualTo(302);
        String html = page(ARRIVAL, "leder");
        assertThat(words(html))
                .contains("1 af 11 besvaret", "Nej, 23. november 2026 kl. 9.05, koordinator: Tolken blev forsinket");

        assertThat(statusOf(answer("svar-tolk", "JA", seen(html)), "leder")).isEqualTo(302);

        assertThat(words(page(ARRIVAL, "revisor")))
                .contains("Ja, 23. november 2026 kl. 9.05, leder")
                .contains("Tidligere svar", "Nej, 23. november 2026 kl. 9.05, koordinator: Tolken blev forsinket");
    }

    @Test
    void whoever_saves_last_is_told_that_a_colleague_has_answered() throws Exception {
        assertThat(statusOf(answer("svar-tolk", "NEJ", "0"), "koordinator")).isEqualTo(302);

        String html = answer(answer("svar-tolk", "JA", "0"), 400, "leder");

        assertThat(words(html)).contains("En anden svarede, mens du skrev");
        assertThat(words(page(ARRIVAL, "leder")))
                .contains("Nej, 23. november 2026")
                .doesNotContain("Ja, 23. november");
    }

    @Test
    void what_cannot_be_kept_is_said_at_its_point_and_the_rest_stays_as_it_was_typed() throws Exception {
        String html = answer(
                send(ARRIVAL)
                        .param("svar-tolk", "JA")
                        .param("bemaerkning-tolk", "Ring 120385-1234")
                        .param("bemaerkning-mad", "Ris og linser"),
                400,
                "koordinator");

        assertThat(words(html)).contains("Fjern CPR-nummeret", "Vælg et svar til bemærkningen");
        assertThat(html).contains("Ring 120385-1234", "Ris og linser");
        assertThat(words(page(ARRIVAL, "koordinator"))).contains("0 af 11 besvaret");
    }

    @Test
    void other_departments_read_a_list_and_only_its_own_answers_it() throws Exception {
        String list = LISTS + "/afdeling-bolig";

        assertThat(words(page(list, "bolig"))).contains("Gem svarene");
        assertThat(words(page(list, "jobcenter"))).doesNotContain("Gem svarene").contains("Svarene gives af Bolig");
        assertThat(statusOf(send(list).param("svar-klar", "JA"), "jobcenter")).isEqualTo(403);
        assertThat(statusOf(send(list).param("svar-klar", "JA"), "revisor")).isEqualTo(403);
        assertThat(statusOf(send(list).param("svar-klar", "JA"), "bolig")).isEqualTo(302);
    }

    @Test
    void a_list_that_a_case_does_not_have_is_not_found() throws Exception {
        answer(get(LISTS + "/findes-ikke"), 404, "koordinator");
        answer(get(LISTS + "/samtale-kontrakt?person=" + personId(CASE, 3)), 404, "koordinator");
    }

    private static MockHttpServletRequestBuilder answer(String field, String value, String seen) {
        return send(ARRIVAL).param(field, value).param("set-tolk", seen);
    }

    private static String seen(String html) {
        return text(html, "name=\"set-tolk\" value=\"(\\d+)\"");
    }
}
