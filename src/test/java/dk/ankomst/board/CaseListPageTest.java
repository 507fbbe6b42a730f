package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseListPageTest extends PageTest {

    @BeforeEach
    void families() {
        aFamily("2026-00101", "Familien Prøve");
        aFamily("2026-00102", "Familien Test", "forberedelse", TODAY.plusDays(20), null);
        aFamily("2025-00007", "Familien Færdig", "afsluttet", null, TODAY.minusDays(300));
        aTask("t1", "2026-00101", "Find bolig", "bolig", null, TODAY.plusDays(9));
        aTask("t2", "2026-00102", "Indhent oplysninger", "koordinator", null, TODAY.minusDays(1));
    }

    @Test
    void open_cases_are_listed_with_the_oldest_deadline_first() throws Exception {
        String words = words(page("/sager", "sundhed"));

        assertThat(words)
                .contains("2 sager, som er åbne. Rækkefølge: ældste frist først.")
                .containsSubsequence(
                        "2026-00102", "ventes 13.12.2026", "1 arbejdsdag over", "2026-00101", "7 arbejdsdage")
                .doesNotContain("Familien Færdig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00101", "prøve", "PRØVE", "amina prøve", "familien prøve leila"})
    void a_case_is_found_by_number_family_and_member(String text) throws Exception {
        assertThat(numbers(answer(get("/sager").param("q", text), 200, "leder")))
                .containsExactly("2026-00101");
    }

    @Test
    void a_search_takes_what_is_typed_literally() throws Exception {
        assertThat(numbers(answer(get("/sager").param("q", "%"), 200, "leder"))).isEmpty();
        assertThat(numbers(answer(get("/sager").param("q", "_"), 200, "leder"))).isEmpty();
        assertThat(numbers(answer(get("/sager").param("q", "' or 1=1 --"), 200, "leder")))
                .isEmpty();
        String html = answer(get("/sager").param("q", "<script>alert(1)</script>"), 200, "leder");
        assertThat(html).contains("&lt;script&gt;");
    }

    @Test
    void phase_and_department_narrow_the_list_and_stay_chosen() throws Exception {
        String html = page("/sager?fase=forberedelse&afdeling=koordinator", "koordinator");

        assertThat(numbers(html)).containsExactly("2026-00102");
        assertThat(html)
                .contains("<option value=\"forberedelse\" selected=\"selected\">")
                .contains("<option value=\"koordinator\" selected=\"selected\">");
        assertThat(numbers(page("/sager?afdeling=bolig", "koordinator"))).containsExactly("2026-00101");
        assertThat(numbers(page("/sager?afdeling=skole", "koordinator"))).isEmpty();
    }

    @Test
    void nothing_found_says_what_to_try() throws Exception {
        String html = answer(get("/sager").param("q", "Amina 2027").param("afdeling", "bolig"), 200, "leder");

        assertThat(words(html))
                .contains(
                        "Ingen sager passer til \"Amina 2027\". Tjek stavningen, eller fjern filteret 'Afdeling: Bolig',"
                                + " eller vis også afsluttede sager.");
        assertThat(html).doesNotContain("<table");
    }

    @Test
    void a_family_that_has_moved_away_is_listed_with_how_many_it_was() throws Exception {
        jdbc.sql("update case_file set status = 'CLOSED', closed_on = ? where case_number = '2025-00007'")
                .param(TODAY.minusDays(3))
                .update();
        jdbc.sql("update person set left_on = ? where case_id ="
                        + " (select id from case_file where case_number = '2025-00007')")
                .param(TODAY.minusDays(3))
                .update();

        assertThat(page("/sager?fase=afsluttet", "revisor"))
                .contains("data-title=\"Personer\" class=\"ankomst-number\">5<");
    }

    @Test
    void closed_cases_come_when_asked_for() throws Exception {
        assertThat(numbers(page("/sager?afsluttede=ja", "revisor")))
                .contains("2025-00007")
                .hasSize(3);
        assertThat(numbers(page("/sager?fase=afsluttet", "revisor"))).containsExactly("2025-00007");
    }

    @Test
    void a_case_that_is_about_to_be_closed_stays_in_the_list_until_its_last_task_is_done() throws Exception {
        aTask("handover", "2025-00007", "Overdrag sagen", "koordinator", null, TODAY.plusDays(3));

        String html = page("/sager", "koordinator");
        assertThat(numbers(html)).contains("2025-00007").hasSize(3);
        assertThat(words(html)).contains("Under afslutning");

        work.remove("handover");
        assertThat(numbers(page("/sager", "koordinator"))).hasSize(2).doesNotContain("2025-00007");
    }

    @Test
    void the_order_can_be_chosen() throws Exception {
        assertThat(numbers(page("/sager?sorter=sagsnummer", "leder"))).containsExactly("2026-00102", "2026-00101");
        assertThat(numbers(page("/sager?sorter=familie", "leder"))).containsExactly("2026-00101", "2026-00102");
        assertThat(numbers(page("/sager?sorter=ankomst", "leder"))).containsExactly("2026-00102", "2026-00101");
        assertThat(numbers(page("/sager?sorter=vrøvl", "leder"))).containsExactly("2026-00102", "2026-00101");
    }

    @Test
    void a_long_list_is_cut_into_pages_that_keep_the_search() throws Exception {
        for (int number = 1; number <= 45; number++) {
            aFamily("2024-%05d".formatted(number), "Familien Æble");
        }
        String second = answer(
                get("/sager").param("q", "Æble").param("sorter", "sagsnummer").param("side", "2"), 200, "leder");

        assertThat(numbers(second)).hasSize(20).startsWith("2024-00025").endsWith("2024-00006");
        assertThat(words(second)).contains("45 sager").contains("Side 2 af 3");
        assertThat(second)
                .contains("href=\"/sager?q=%C3%86ble&amp;sorter=sagsnummer&amp;side=3\"")
                .contains("aria-current=\"page\"");
        String beyond = answer(get("/sager").param("q", "Æble").param("side", "99"), 200, "leder");
        assertThat(numbers(beyond)).hasSize(5);
        assertThat(numbers(answer(get("/sager").param("q", "Æble").param("side", "x"), 200, "leder")))
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drift", "procesejer"})
    void those_who_do_not_work_with_families_are_refused(String group) throws Exception {
        assertThat(mvc.perform(get("/sager").with(member(group)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private static List<String> numbers(String html) {
        return found(html, "href=\"/sager/(\\d{4}-\\d{5})\"").stream()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }
}
