package dk.ankomst.cases;

import static dk.ankomst.cases.CaseApiTest.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CaseTest
class CasePagesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CaseTestSetUp.NotedPlan plan;

    @Autowired
    private CaseTestSetUp.TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fresh() {
        plan.reset();
        clock.set("2016-02-10T09:00:00Z");
        jdbc.sql("update case_file set status = 'CLOSED'").update();
    }

    @Test
    void the_page_starts_with_one_member_and_no_errors() throws Exception {
        mvc.perform(get("/sager/ny").with(group("koordinator")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("<title>Ny sag - Ankomst</title>"),
                                containsString("name=\"members[0].givenName\""),
                                not(containsString("name=\"members[1].givenName\"")),
                                containsString("<option value=\"syrien\">Syrien</option>"),
                                containsString("name=\"_csrf\""),
                                not(containsString("form-error-message")),
                                not(containsString(" disabled")))));
    }

    @Test
    void a_typed_case_leads_to_its_page() throws Exception {
        submit(typed("registrer")).andExpect(status().isFound()).andExpect(redirectedUrlPattern("/sager/2016-*"));

        assertThat(plan.started).singleElement().satisfies(facts -> {
            assertThat(facts.persons())
                    .extracting(PersonFacts::name)
                    .containsExactly("Solmira Tavoran", "Jaldem Tavoran");
            assertThat(facts.persons().get(0).needs()).containsExactly("handicap", "traume");
        });
    }

    @Test
    void a_family_that_seems_to_have_a_case_is_created_only_when_it_is_another() throws Exception {
        submit(typed("registrer")).andExpect(status().isFound());
        String number = plan.started.get(0).caseNumber();

        submit(typed("registrer"))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("er allerede med i den åbne sag " + number),
                                containsString("href=\"/sager/" + number + "\""),
                                containsString("href=\"#anotherFamily\""),
                                containsString("Det er en anden familie; opret alligevel"),
                                containsString("value=\"Solmira\""))));
        assertThat(plan.started).hasSize(1);

        submit(typed("registrer").param("anotherFamily", "true")).andExpect(status().isFound());
        assertThat(plan.started).hasSize(2);
    }

    @Test
    void a_member_can_be_added_and_removed_and_nothing_typed_is_lost() throws Exception {
        submit(typed("tilfoej"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"members[2].givenName\""),
                                containsString("value=\"Solmira\""),
                                containsString("value=\"Jaldem\""),
                                not(containsString("form-error-message")))));
        submit(typed("fjern-0"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Jaldem\""),
                                not(containsString("value=\"Solmira\"")),
                                not(containsString("name=\"members[1].givenName\"")))));
        submit(typed("fjern-77"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"Solmira\"")));
        assertThat(plan.calls).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_above_its_field_and_in_a_summary_that_links_to_it() throws Exception {
        submit(typed("registrer")
                        .param("visitationDate", "31. februar 2015")
                        .param("residenceCategory", "")
                        .param("knownNeeds", "Ro og <b>hvile</b>"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("<title>Fejl: Ny sag - Ankomst</title>"),
                                containsString("href=\"#visitationDate\""),
                                containsString("href=\"#residenceCategory\""),
                                containsString("id=\"visitationDate-error\""),
                                containsString("Datoen findes ikke. Tjek dag og måned."),
                                containsString("Vælg den opholdskategori"),
                                containsString("aria-invalid=\"true\""),
                                containsString("value=\"31. februar 2015\""),
                                containsString("value=\"Solmira\""),
                                containsString("value=\"12.04.1983\""),
                                containsString("Ro og &lt;b&gt;hvile&lt;/b&gt;"),
                                containsString("<option value=\"opholdscenter\" selected=\"selected\">"),
                                not(containsString("Udfyld feltet")))));
        assertThat(plan.calls).isEmpty();
    }

    @Test
    void the_summary_follows_the_page_and_reaches_the_members() throws Exception {
        String page = submit(typed("registrer")
                        .param("visitationDate", "x")
                        .param("origin", "")
                        .param("members[1].birthDate", "x")
                        .param("members[0].givenName", ""))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page)
                .containsSubsequence(
                        "href=\"#origin\"",
                        "href=\"#visitationDate\"",
                        "href=\"#members-0-givenName\"",
                        "href=\"#members-1-birthDate\"",
                        "id=\"members-0-givenName-error\"",
                        "id=\"members-0-givenName\"",
                        "id=\"members-1-birthDate-error\"");
    }

    @Test
    void ticked_needs_stay_ticked() throws Exception {
        String page = submit(typed("tilfoej")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        assertThat(page.split("checked=\"checked\"", -1)).hasSize(3);
    }

    @Test
    void who_is_outside_the_target_group_is_told_why() throws Exception {
        submit(typed("registrer").param("residenceCategory", "udsendelseshindret"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("En udsendelseshindret har endeligt afslag")));
    }

    @Test
    void the_same_reference_twice_is_said_at_its_field() throws Exception {
        submit(typed("registrer").param("externalReference", "SIDE-1")).andExpect(status().isFound());
        submit(typed("registrer").param("externalReference", "SIDE-1"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("href=\"#externalReference\"")));
    }

    @Test
    void a_file_is_read_in_and_the_page_says_what_became_of_it() throws Exception {
        String file = CsvFile.family("SIDE-FIL")
                + "SIDE-FEJL;2015-05-15;konventionsflygtning;opholdscenter;Arvo;<i>Selden</i>;x;mand;ansoeger;syrien\n";
        upload(file.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("1 oprettet, 0 findes allerede, 1 ikke læst ind."),
                                containsString("Linje 4 (SIDE-FEJL)"),
                                containsString("foedselsdato"))));
        upload(file.getBytes(StandardCharsets.UTF_8))
                .andExpect(content()
                        .string(allOf(
                                containsString("0 oprettet, 1 findes allerede, 1 ikke læst ind."),
                                containsString("Findes allerede"))));
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_on_the_page() throws Exception {
        upload(new byte[0])
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Filen er tom")));
        upload(new byte[CaseFileImport.MOST_BYTES + 1])
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("mere end 1 MB")));
        mvc.perform(multipart("/sager/import").with(csrf()).with(group("koordinator")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Vælg den CSV-fil")));
    }

    @Test
    void the_template_can_be_fetched() throws Exception {
        mvc.perform(get("/sager/import/skabelon.csv").with(group("koordinator")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("visitationer.csv")))
                .andExpect(header().string("Content-Type", startsWith("text/csv")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sager/ny", "/sager/import", "/sager/import/skabelon.csv"})
    void only_coordinator_and_leader_see_the_pages(String path) throws Exception {
        mvc.perform(get(path).with(group("leder"))).andExpect(status().isOk());
        mvc.perform(get(path).with(group("revisor"))).andExpect(status().isForbidden());
        mvc.perform(get(path).with(group("sundhed"))).andExpect(status().isForbidden());
    }

    @Test
    void no_two_elements_share_an_id() throws Exception {
        String page = submit(typed("tilfoej")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        assertThat(java.util.regex.Pattern.compile(" id=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(hit -> hit.group(1)))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(40);
    }

    private ResultActions submit(TypedForm form) throws Exception {
        return mvc.perform(form.request().with(csrf()).with(group("koordinator")));
    }

    private ResultActions upload(byte[] content) throws Exception {
        return mvc.perform(multipart("/sager/import")
                .file(new MockMultipartFile("file", "sager.csv", "text/csv", content))
                .with(csrf())
                .with(group("koordinator")));
    }

    /** What a browser sends for a family of two. */
    private static TypedForm typed(String action) {
        return new TypedForm(action);
    }

    private static final class TypedForm {

        private final java.util.Map<String, String[]> fields = new java.util.LinkedHashMap<>();

        private TypedForm(String action) {
            param("handling", action)
                    .param("residenceCategory", "konventionsflygtning")
                    .param("origin", "opholdscenter")
                    .param("visitationDate", "15.05.2015")
                    .param("members[0].givenName", "Solmira")
                    .param("members[0].surname", "Tavoran")
                    .param("members[0].birthDate", "12.04.1983")
                    .param("members[0].sex", "kvinde")
                    .param("members[0].familyRole", "ansoeger")
                    .param("members[0].nationality", "syrien")
                    .param("members[0].needs", "handicap", "traume")
                    .param("members[1].givenName", "Jaldem")
                    .param("members[1].surname", "Tavoran")
                    .param("members[1].birthDate", "2. november 1980")
                    .param("members[1].sex", "mand")
                    .param("members[1].familyRole", "aegtefaelle")
                    .param("members[1].nationality", "syrien");
        }

        private TypedForm param(String name, String... values) {
            fields.put(name, values);
            return this;
        }

        private MockHttpServletRequestBuilder request() {
            MockHttpServletRequestBuilder request = post("/sager/ny");
            fields.forEach(request::param);
            return request;
        }
    }
}
