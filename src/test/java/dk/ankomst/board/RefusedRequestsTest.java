package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What programs and people are told when an address, a format or the moment is wrong. */
class RefusedRequestsTest extends PageTest {

    private static final String CASE = "2026-00101";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @BeforeEach
    void family() {
        aFamily(CASE, "Familien Prøve");
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(member("koordinator")).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private void assertProblem(MockHttpServletRequestBuilder request, int status, String sentence) throws Exception {
        MockHttpServletResponse response = ask(request);
        String body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.builder().build().readTree(body);
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("instance").asText()).startsWith("/api/");
        assertThat(problem.path("errors").path(0).path("message").asText()).contains(sentence);
        assertThat(body).doesNotContain("select ", "update ");
    }

    @Test
    void every_refusal_to_a_program_has_one_shape_and_is_in_danish() throws Exception {
        assertProblem(delete("/api/cases/" + CASE), 405, "Brug en af de metoder, der står i Allow.");
        assertThat(ask(delete("/api/cases/" + CASE)).getHeader("Allow")).contains("GET");
        assertProblem(get("/api/cases/" + CASE).accept("text/csv"), 406, "Bed om det med Accept application/json.");
        assertProblem(
                post("/api/cases").contentType("application/xml").content("<a/>"),
                415,
                "Content-Type application/json");
        assertProblem(get("/api/findes-ikke"), 404, "Adresserne er beskrevet i /v3/api-docs.");
        assertProblem(get("/api/cases/2026-99999"), 404, "2026-99999");
        for (String body : new String[] {"{", "[]", "null", "{\"date\":[]}", ""}) {
            MockHttpServletResponse response = ask(post("/api/cases/" + CASE + "/arrival")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body));
            assertThat(response.getStatus()).as(body).isEqualTo(400);
            assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                    .contains("\"type\":\"about:blank\"", "\"status\":400", "\"instance\":\"/api/cases/")
                    .doesNotContain("JSON parse error", "Failed to read");
        }
    }

    static Stream<Arguments> clashes() {
        String busy = "En anden arbejder i sagen lige nu. Prøv igen om lidt.";
        String changed = "En anden har ændret sagen i mellemtiden.";
        return Stream.of(
                Arguments.of(new CannotAcquireLockException("select * from case_file for update"), busy),
                Arguments.of(new QueryTimeoutException("update case_file set phase = ?"), busy),
                Arguments.of(new OptimisticLockingException("ENGINE-03005"), changed),
                Arguments.of(new OptimisticLockingFailureException("version"), changed));
    }

    @ParameterizedTest
    @MethodSource("clashes")
    void a_program_that_clashes_with_somebody_is_told_so_and_nothing_of_the_database(
            RuntimeException clash, String sentence) throws Exception {
        doThrow(clash).when(plan).movedAway(any());

        assertProblem(
                post("/api/cases/" + CASE + "/moved-away")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"date\":\"2026-11-20\",\"toMunicipality\":\"Nabokommunen\",\"reason\":\"Job\"}"),
                409,
                sentence);
    }

    @ParameterizedTest
    @MethodSource("clashes")
    void a_person_who_clashes_with_somebody_is_told_so_and_nothing_of_the_database(
            RuntimeException clash, String sentence) throws Exception {
        doThrow(clash).when(plan).movedAway(any());

        MockHttpServletResponse page = ask(post("/sager/" + CASE + "/fraflytning")
                .param("date", "20.11.2026")
                .param("toMunicipality", "Nabokommunen")
                .param("reason", "Job")
                .accept(BROWSER));

        assertThat(page.getStatus()).isEqualTo(409);
        assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                .contains(
                        clash instanceof OptimisticLockingFailureException ? "En anden ændrede sagen imens." : sentence)
                .doesNotContain("case_file", "ENGINE-");
    }

    @Test
    void a_person_gets_a_page_in_danish_and_never_json() throws Exception {
        for (String path : new String[] {"/sager/" + CASE + "/x", "/findes-ikke"}) {
            MockHttpServletResponse page = ask(get(path).accept(BROWSER));
            assertThat(page.getStatus()).as(path).isEqualTo(404);
            assertThat(page.getContentAsString(StandardCharsets.UTF_8)).contains("<h1>Siden findes ikke</h1>");
        }
        MockHttpServletResponse wrongWay = ask(post("/sager").accept(BROWSER));
        assertThat(wrongWay.getStatus()).isEqualTo(405);
        assertThat(wrongWay.getContentAsString(StandardCharsets.UTF_8))
                .contains("<h1>Det kunne ikke lade sig gøre</h1>");
    }

    @Test
    void a_value_that_cannot_be_read_gives_a_person_a_page_and_a_program_danish() throws Exception {
        for (String path : new String[] {
            "/frister/hvorfor/" + CASE + "/cpr-registrering?person=abc", "/frister/hvorfor/" + CASE + "/x?person="
        }) {
            MockHttpServletResponse page = ask(get(path).accept(BROWSER));
            assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                    .as(path)
                    .contains("<html lang=\"da\"")
                    .doesNotContain("Bad Request");
        }
        MockHttpServletResponse side = mvc.perform(
                        get("/frister/regler?side=abc").accept(BROWSER).with(member("leder")))
                .andReturn()
                .getResponse();
        assertThat(side.getStatus()).isEqualTo(400);
        assertThat(side.getContentAsString(StandardCharsets.UTF_8)).contains("<h1>Det kunne ikke lade sig gøre</h1>");
        MockHttpServletResponse program = ask(
                get("/frister/hvorfor/" + CASE + "/cpr-registrering?person=abc").accept(MediaType.APPLICATION_JSON));
        assertThat(program.getStatus()).isEqualTo(400);
        assertThat(program.getContentAsString(StandardCharsets.UTF_8))
                .contains("\"field\":\"person\"", "Værdien kan ikke bruges.")
                .doesNotContain("Bad Request", "Failed to convert");
    }

    @Test
    void what_is_refused_before_a_page_is_told_in_danish_to_whoever_asked() throws Exception {
        for (String accept : new String[] {BROWSER, "*/*"}) {
            MockHttpServletResponse page = refused("/frister/opgaver/t1/overtag", 403, accept);
            assertThat(page.getStatus()).isEqualTo(403);
            assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                    .as(accept)
                    .contains("<h1>Du har ikke adgang til siden</h1>");
        }
        MockHttpServletResponse program = refused("/frister/opgaver/t1/overtag", 403, "application/json");
        assertThat(program.getStatus()).isEqualTo(403);
        assertThat(program.getContentType()).startsWith("application/problem+json");
        assertThat(program.getContentAsString(StandardCharsets.UTF_8))
                .contains("Du har ikke adgang til dette.", "\"instance\":\"/frister/opgaver/t1/overtag\"")
                .doesNotContain("Forbidden");
        assertThat(refused("/sager", 500, BROWSER).getContentAsString(StandardCharsets.UTF_8))
                .contains("<h1>Siden kunne ikke vises</h1>", "<strong>23. november 2026 kl. ");
        assertThat(refused("/api/cases", 500, "*/*").getContentAsString(StandardCharsets.UTF_8))
                .contains("Det kunne ikke gøres lige nu.");
        assertThat(ask(get("/error").accept(BROWSER)).getStatus()).isEqualTo(404);
    }

    /** As the server sends on what was refused outside the pages. */
    private MockHttpServletResponse refused(String address, int status, String accept) throws Exception {
        return ask(post("/error")
                .accept(accept)
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, address));
    }
}
