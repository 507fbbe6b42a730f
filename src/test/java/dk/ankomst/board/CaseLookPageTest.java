package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dk.ankomst.cases.CaseLooks;
import dk.ankomst.cases.CaseLooks.Look;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CaseLookPageTest extends PageTest {

    private static final String CASE = "2026-00123";
    private static final String PAGE = "/sager/" + CASE;

    @Autowired
    CaseLooks looks;

    @BeforeEach
    void aFamilyThatNobodyHasLookedAt() {
        aFamily(CASE, "Familien Prøve");
    }

    @Test
    void every_page_of_a_case_is_recorded_with_who_and_when_and_without_what_tells_of_persons() throws Exception {
        page(PAGE, "bolig");
        page(PAGE + "/noter", "bolig");
        page(PAGE + "/tjeklister/samtale-kontrakt?person=" + personId(CASE, 1), "jobcenter");

        assertThat(recorded())
                .containsExactly(
                        "jobcenter " + PAGE + "/tjeklister/samtale-kontrakt",
                        "bolig " + PAGE + "/noter",
                        "bolig " + PAGE);
        assertThat(looks.of(CASE, null, 0, 1))
                .singleElement()
                .extracting(Look::at)
                .isEqualTo(clock.instant());
    }

    @Test
    void every_answer_to_a_program_about_a_case_is_recorded() throws Exception {
        assertThat(statusOf(get("/api/cases/" + CASE), "leder")).isEqualTo(200);
        assertThat(statusOf(get("/api/cases/" + CASE + "/events"), "leder")).isEqualTo(200);
        assertThat(statusOf(get("/api/cases/" + CASE + "/possible-events"), "leder"))
                .isEqualTo(200);

        assertThat(recorded())
                .containsExactly(
                        "leder /api/cases/" + CASE + "/possible-events",
                        "leder /api/cases/" + CASE + "/events",
                        "leder /api/cases/" + CASE);
    }

    @Test
    void who_was_refused_has_seen_nothing() throws Exception {
        assertThat(statusOf(get(PAGE), "procesejer")).isEqualTo(403);
        assertThat(statusOf(get(PAGE + "/frister/findes-ikke"), "bolig")).isEqualTo(404);
        assertThat(statusOf(get("/sager/1999-00001"), "bolig")).isEqualTo(404);
        assertThat(statusOf(get("/api/cases/1999-00001"), "bolig")).isEqualTo(404);
        assertThat(statusOf(
                        send("/api/cases/" + CASE + "/arrival")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"date\": \"i går\"}"),
                        "leder"))
                .isEqualTo(400);

        assertThat(recorded()).isEmpty();
        assertThat(looks.of("1999-00001", null, 0, 10)).isEmpty();
    }

    @Test
    void a_form_that_is_shown_again_is_a_look_and_one_that_is_carried_out_is_not() throws Exception {
        answer(send(PAGE + "/noter").param("text", ""), 400, "bolig");
        assertThat(statusOf(send(PAGE + "/noter").param("text", "Ja").param("readers", "alle"), "bolig"))
                .isEqualTo(302);

        assertThat(recorded()).containsExactly("bolig " + PAGE + "/noter");
    }

    @Test
    void the_parts_of_a_page_are_not_looks_of_their_own_but_nobody_hides_behind_asking_for_a_part() throws Exception {
        page(PAGE, "bolig");
        statusOf(part(PAGE), "bolig");
        statusOf(part(PAGE + "/noter"), "bolig");
        assertThat(recorded()).hasSize(1);

        statusOf(part(PAGE + "/noter"), "jobcenter");
        statusOf(part(PAGE + "/noter"), "jobcenter");

        assertThat(recorded()).containsExactly("jobcenter " + PAGE + "/noter", "bolig " + PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leder", "revisor"})
    void leader_and_auditor_read_who_has_looked_how_often_and_where(String group) throws Exception {
        page(PAGE, "bolig");
        page(PAGE + "/noter", "bolig");
        statusOf(get("/api/cases/" + CASE), "jobcenter");

        String html = page(PAGE + "/opslag", group);

        assertThat(words(html))
                .contains("Opslag, sag " + CASE)
                .contains("2 gange", "23. november 2026 kl. 9.05")
                .contains("Overblik", "Noter", "Hentet af et program")
                .contains("/api/cases/" + CASE);
        assertThat(words(page(PAGE + "/opslag?hvem=bolig", group)))
                .contains("Opslag af Bolig", "Vis alles opslag")
                .doesNotContain("Hentet af et program");
        assertThat(html.substring(html.indexOf("<main"))).doesNotContain("<form");
    }

    @Test
    void a_task_looked_at_in_the_task_list_is_told_by_its_name() throws Exception {
        looks.recordPart(CASE, CaseLooks.TASK + "Hold kontraktsamtale");

        assertThat(words(page(PAGE + "/opslag", "revisor"))).contains("Opgavelisten: Hold kontraktsamtale");
    }

    @Test
    void a_long_list_is_turned_page_by_page() throws Exception {
        for (int look = 0; look < 51; look++) {
            looks.record(CASE, PAGE + "/" + look);
        }

        assertThat(words(page(PAGE + "/opslag", "leder")))
                .contains("Ældre opslag")
                .doesNotContain("Nyere opslag");
        assertThat(words(page(PAGE + "/opslag?side=2", "leder")))
                .contains("Nyere opslag")
                .doesNotContain("Ældre opslag");
        assertThat(words(page(PAGE + "/opslag?side=99", "leder"))).contains("Der er ingen opslag at vise her");
    }

    @ParameterizedTest
    @ValueSource(strings = {"koordinator", "bolig", "sundhed", "procesejer", "drift"})
    void nobody_else_reads_them(String group) throws Exception {
        assertThat(statusOf(get(PAGE + "/opslag"), group)).isEqualTo(403);
        if (!List.of("procesejer", "drift").contains(group)) {
            assertThat(page(PAGE, group)).doesNotContain("/opslag\"");
        }
    }

    private List<String> recorded() {
        return looks.of(CASE, null, 0, 100).stream()
                .map(look -> look.by() + " " + look.page())
                .toList();
    }

    private static MockHttpServletRequestBuilder part(String path) {
        return get(path).header("HX-Request", "true").accept(MediaType.TEXT_HTML);
    }
}
