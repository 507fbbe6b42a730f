package dk.ankomst.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@CaseTest
class CaseApiTest {

    private static final String FAMILY = """
            {"externalReference": %s, "residenceCategory": "konventionsflygtning", "origin": "opholdscenter",
             "originName": "Center Lyngbakken", "visitationDate": "2015-05-15", "plannedArrivalDate": "2015-07-03",
             "members": [
               {"givenName": "Solmira", "surname": "Tavoran", "birthDate": "1983-04-12", "sex": "kvinde",
                "familyRole": "ansoeger", "nationality": "syrien", "ethnicGroup": "araber"},
               {"givenName": "Jaldem", "surname": "Tavoran", "birthDate": "1980-11-02", "sex": "mand",
                "familyRole": "aegtefaelle", "nationality": "afghanistan", "ethnicGroup": "hazara",
                "needs": ["traume"]}],
             "documents": [{"title": "Orienteringsbrev", "reference": "D-44", "receivedOn": "2015-05-16"}]}""";

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
    void a_visitation_becomes_a_case_that_can_be_fetched() throws Exception {
        String number = registered();

        mvc.perform(get("/api/cases/{nr}", number).with(group("jobcenter")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.caseNumber").value(number))
                .andExpect(jsonPath("$.family").value("Tavoran"))
                .andExpect(jsonPath("$.track").value("asylcenter"))
                .andExpect(jsonPath("$.visitation").value("2015-05-15"))
                .andExpect(jsonPath("$.plannedArrival").value("2015-07-03"))
                .andExpect(jsonPath("$.phase").value("forberedelse"))
                .andExpect(jsonPath("$.open").value(true))
                .andExpect(jsonPath("$.persons", hasSize(2)))
                .andExpect(jsonPath("$.persons[0].interpreterLanguage").value("arabisk"))
                .andExpect(jsonPath("$.persons[1].interpreterLanguage").doesNotExist())
                .andExpect(jsonPath("$.needsShown").value(false))
                .andExpect(jsonPath("$.persons[1].needs", hasSize(0)))
                .andExpect(jsonPath("$.documents[0].reference").value("D-44"))
                .andExpect(jsonPath("$.dateChanges[0].which").value("planlagt-ankomst"));
    }

    @Test
    void known_needs_are_told_to_those_who_act_on_them_and_to_nobody_else() throws Exception {
        String number = registered();

        for (String reader : List.of("koordinator", "sundhed", "social-handicap", "boern-familie", "leder")) {
            mvc.perform(get("/api/cases/{nr}", number).with(group(reader)))
                    .andExpect(jsonPath("$.needsShown").value(true))
                    .andExpect(jsonPath("$.persons[1].needs[0]").value("traume"));
        }
        for (String other : List.of("bolig", "skole", "frivilligkoordinator", "revisor")) {
            mvc.perform(get("/api/cases/{nr}", number).with(group(other)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.needsShown").value(false))
                    .andExpect(jsonPath("$.persons[1].needs", hasSize(0)));
        }
    }

    @Test
    void the_answer_says_where_the_case_is() throws Exception {
        send("/api/cases", FAMILY.formatted("null"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", matchesPattern("/sager/2016-\\d{5}")))
                .andExpect(jsonPath("$.caseNumber", matchesPattern("2016-\\d{5}")))
                .andExpect(jsonPath("$.track").value("asylcenter"));
    }

    @Test
    void the_same_reference_is_answered_with_the_case_that_has_it() throws Exception {
        String family = FAMILY.formatted("\"API-1\"");
        String number = number(send("/api/cases", family).andExpect(status().isCreated()));

        send("/api/cases", family)
                .andExpect(status().isConflict())
                .andExpect(header().string("Location", "/sager/" + number))
                .andExpect(jsonPath("$.errors[0].field").value("externalReference"))
                .andExpect(jsonPath("$.errors[0].message", containsString(number)));
    }

    @Test
    void a_member_of_an_open_case_is_answered_with_that_case_until_it_is_said_to_be_another_family() throws Exception {
        String number = registered();
        String again = FAMILY.formatted("null").replace("\"Solmira\"", "\" SOLMIRA \"");

        send("/api/cases", again)
                .andExpect(status().isConflict())
                .andExpect(header().string("Location", "/sager/" + number))
                .andExpect(jsonPath("$.errors[0].field").value("anotherFamily"))
                .andExpect(jsonPath("$.errors[0].message")
                        .value("Solmira Tavoran, født 12. april 1983, er allerede med i den åbne sag " + number
                                + ". Se den sag først. Er det en anden familie, så bekræft det, og opret alligevel."));
        assertThat(plan.started).hasSize(1);

        send("/api/cases", again.replace("\"members\"", "\"anotherFamily\": true, \"members\""))
                .andExpect(status().isCreated());
        send("/api/cases", FAMILY.formatted("\"API-NY\"")).andExpect(status().isCreated());
    }

    @Test
    void neither_a_closed_case_nor_another_birth_date_makes_a_family_known() throws Exception {
        registered();
        send(
                        "/api/cases",
                        FAMILY.formatted("null")
                                .replace("1983-04-12", "1983-04-13")
                                .replace("1980-11-02", "1980-11-03"))
                .andExpect(status().isCreated());
        jdbc.sql("update case_file set status = 'CLOSED'").update();

        registered();
    }

    @Test
    void everything_wrong_is_answered_at_once_in_danish() throws Exception {
        send("/api/cases", """
                        {"residenceCategory": "asylansoeger", "origin": "opholdscenter", "visitationDate": "2015-02-30",
                         "plannedArrivalDate": "snart", "visitedOn": "2015-05-15",
                         "members": [{"givenName": "Solmira", "surname": "Tavoran", "birthDate": "31.04.1983",
                                      "sex": "kvinde", "familyRole": "ansoeger", "nationality": "syrien", "cpr": "x",
                                      "needs": [null]},
                                     null]}""")
                .andExpect(status().isBadRequest())
                .andExpect(error("residenceCategory", "hører ikke til kommunens målgruppe"))
                .andExpect(error("visitationDate", "Datoen findes ikke. Tjek dag og måned."))
                .andExpect(error("plannedArrivalDate", "fx 15.05.2026"))
                .andExpect(error("visitedOn", "Feltet findes ikke"))
                .andExpect(error("members[0].birthDate", "Datoen findes ikke"))
                .andExpect(error("members[0].cpr", "Feltet findes ikke"))
                .andExpect(error("members[0].needs", "Listen har en tom værdi"))
                .andExpect(error("members[1]", "familiemedlem"))
                .andExpect(jsonPath("$.errors", hasSize(8)));
        assertThat(plan.calls).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"residenceCategory\": | '' | ikke gyldig JSON. Fejlen står ved linje 1",
                "[] | '' | ét JSON-objekt",
                "5 | '' | ét JSON-objekt",
                "\"x\" | '' | ét JSON-objekt",
                "{} {} | '' | mere efter JSON-objektet",
                "{} x | '' | gyldig JSON",
                "{\"origin\": \"lufthavn\", \"origin\": \"udlandet\"} | origin | to gange",
                "{\"members\": [{\"sex\": \"mand\", \"sex\": \"mand\"}]} | sex | to gange",
                "{\"unaccompaniedMinor\": 5} | unaccompaniedMinor | true eller false",
                "{\"members\": {}} | members | liste i kantede parenteser",
                "{\"members\": [{\"givenName\": {}}]} | members[0].givenName | én tekst",
                "{\"members\": [{\"needs\": \"traume\"}]} | members[0].needs | liste i kantede parenteser",
                "{\"unaccompaniedMinor\": \"ja\"} | unaccompaniedMinor | true eller false"
            })
    void json_that_cannot_be_read_is_answered_in_danish(String body, String field, String sentence) throws Exception {
        send("/api/cases", body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(error(field, sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html"})
    void an_address_that_does_not_exist_is_answered_in_json(String accepted) throws Exception {
        mvc.perform(get("/api/sager").header("Accept", accepted).with(group("koordinator")))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(error("", "Adressen findes ikke"));
    }

    @Test
    void no_content_and_other_content_are_answered_in_danish() throws Exception {
        send("/api/cases", "").andExpect(status().isBadRequest()).andExpect(error("", "Send oplysningerne som JSON"));
        mvc.perform(post("/api/cases")
                        .contentType(MediaType.APPLICATION_XML)
                        .content("<a/>")
                        .with(csrf())
                        .with(group("koordinator")))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(error("", "application/json"));
        send("/api/cases", "{}").andExpect(status().isBadRequest()).andExpect(error("members", "mindst ét"));
    }

    @Test
    void the_facts_of_a_case_can_be_changed() throws Exception {
        String number = registered();
        plan.reset();

        send(
                        "/api/cases/" + number + "/arrival-date",
                        "{\"plannedArrival\": \"2015-07-08\", \"reason\": \"Fly aflyst\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.plannedArrival").value("2015-07-08"))
                .andExpect(jsonPath("$.dateChanges[1].reason").value("Fly aflyst"));
        send("/api/cases/" + number + "/arrival", "{\"date\": \"08.07.2015\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.arrival").value("2015-07-08"));
        send("/api/cases/" + number + "/arrival", "{\"date\": \"07.07.2015\"}")
                .andExpect(status().isBadRequest())
                .andExpect(error("date", "vælg Ret ankomstdato på sagens side"));
        send(
                        "/api/cases/" + number + "/arrival-correction",
                        "{\"date\": \"2015-07-07\", \"reason\": \"Skrevet forkert\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.arrival").value("2015-07-07"))
                .andExpect(jsonPath("$.dateChanges[3].which").value("ankomst"))
                .andExpect(jsonPath("$.dateChanges[3].oldDate").value("2015-07-08"))
                .andExpect(jsonPath("$.dateChanges[3].reason").value("Skrevet forkert"));
        send("/api/cases/" + number + "/members", """
                        {"joinedOn": "2015-09-01", "member": {"givenName": "Elvi", "surname": "Tavoran",
                         "birthDate": "2015-09-01", "sex": "kvinde", "familyRole": "barn", "nationality": "syrien"}}""")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.personId").isNumber());
        send(
                        "/api/cases/" + number + "/moved-away",
                        "{\"date\": \"2016-01-04\", \"toMunicipality\": \"Eksempelby\", \"reason\": \"Arbejde\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.open").value(false));
        assertThat(plan.calls).hasSize(5);

        send("/api/cases/" + number + "/permit-lapsed", "{\"date\": \"2016-01-05\", \"reason\": \"Rejst\"}")
                .andExpect(status().isConflict())
                .andExpect(error("caseNumber", "er afsluttet"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "arrival-date,plannedArrival",
        "arrival-date,reason",
        "arrival,date",
        "arrival-correction,date",
        "arrival-correction,reason",
        "members,member",
        "moved-away,toMunicipality",
        "permit-lapsed,reason"
    })
    void what_is_missing_in_a_change_is_named(String change, String field) throws Exception {
        send("/api/cases/" + registered() + "/" + change, "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", hasItem(field)));
    }

    @Test
    void errors_of_an_added_member_are_named_as_they_were_sent() throws Exception {
        send(
                        "/api/cases/" + registered() + "/members",
                        "{\"joinedOn\": \"2015-09-01\", \"member\": {\"birthDate\": \"x\"}}")
                .andExpect(status().isBadRequest())
                .andExpect(error("member.givenName", "Skriv fornavnet"))
                .andExpect(error("member.birthDate", "fx "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrival-date", "arrival", "arrival-correction", "members", "moved-away", "permit-lapsed"})
    void an_unknown_case_is_answered_with_a_sentence(String change) throws Exception {
        send("/api/cases/2016-99999/" + change, "{}")
                .andExpect(status().isNotFound())
                .andExpect(error("caseNumber", "Sagen 2016-99999 findes ikke"));
    }

    @Test
    void an_unknown_case_cannot_be_fetched() throws Exception {
        mvc.perform(get("/api/cases/2016-99999").with(group("leder")))
                .andExpect(status().isNotFound())
                .andExpect(error("caseNumber", "Sagen 2016-99999 findes ikke"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"revisor", "jobcenter", "sundhed", "procesejer", "drift", "borgerservice"})
    void only_coordinator_and_leader_change_cases(String group) throws Exception {
        String number = registered();
        plan.reset();
        for (String path : new String[] {
            "",
            "/import",
            "/" + number + "/arrival",
            "/" + number + "/arrival-date",
            "/" + number + "/arrival-correction",
            "/" + number + "/members",
            "/" + number + "/moved-away",
            "/" + number + "/permit-lapsed"
        }) {
            mvc.perform(json(post("/api/cases" + path), FAMILY.formatted("null"))
                            .with(group(group)))
                    .andExpect(status().isForbidden());
        }
        assertThat(plan.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"procesejer", "drift"})
    void who_does_not_work_on_the_reception_sees_no_case(String group) throws Exception {
        mvc.perform(get("/api/cases/" + registered()).with(group(group))).andExpect(status().isForbidden());
    }

    @Test
    void the_leader_registers_too_and_the_auditor_reads() throws Exception {
        String number = number(
                mvc.perform(json(post("/api/cases"), FAMILY.formatted("null")).with(group("leder")))
                        .andExpect(status().isCreated()));

        mvc.perform(get("/api/cases/" + number).with(group("revisor"))).andExpect(status().isOk());
    }

    @Test
    void a_file_is_taken_as_body_and_as_form() throws Exception {
        String file = CsvFile.family("REST-FIL-1") + "REST-FIL-2;2015-05-15;konventionsflygtning;opholdscenter;Solmira;"
                + "Tavoran;1983-04-31;kvinde;ansoeger;syrien\n";

        mvc.perform(post("/api/cases/import")
                        .contentType("text/csv;charset=utf-8")
                        .content(file.getBytes(StandardCharsets.UTF_8))
                        .with(csrf())
                        .with(group("koordinator")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.created[0].externalReference").value("REST-FIL-1"))
                .andExpect(jsonPath("$.created[0].persons").value(2))
                .andExpect(jsonPath("$.rejected[0].errors[0].line").value(4))
                .andExpect(jsonPath("$.rejected[0].errors[0].column").value("foedselsdato"));
        mvc.perform(multipart("/api/cases/import")
                        .file(new MockMultipartFile(
                                "file", "sager.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                        .with(csrf())
                        .with(group("koordinator")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.created", hasSize(0)))
                .andExpect(jsonPath("$.existing[0].message", containsString("findes allerede")));
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_a_sentence() throws Exception {
        mvc.perform(post("/api/cases/import")
                        .contentType("text/csv")
                        .content(new byte[CaseFileImport.MOST_BYTES + 1])
                        .with(csrf())
                        .with(group("koordinator")))
                .andExpect(status().isBadRequest())
                .andExpect(error("file", "mere end 1 MB"));
        mvc.perform(json(post("/api/cases/import"), "{}").with(group("koordinator")))
                .andExpect(status().isBadRequest())
                .andExpect(error("file", "text/csv"));
    }

    @Test
    void the_description_names_the_fields_and_codes() throws Exception {
        mvc.perform(get("/v3/api-docs").with(group("koordinator")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/cases'].post.summary").value("Registrér en visitation"))
                .andExpect(jsonPath("$.components.schemas.NewCase.required", hasItem("members")))
                .andExpect(jsonPath("$.components.schemas.NewCase.properties.unknown")
                        .doesNotExist())
                .andExpect(jsonPath("$.components.schemas.NewMember.properties.birthDate.format")
                        .value("date"))
                .andExpect(jsonPath("$.components.schemas.NewMember.properties.sex.enum", hasSize(3)))
                .andExpect(content().string(containsString("familiesammenfoert-aegtefaelle")));
    }

    private String registered() throws Exception {
        return number(send("/api/cases", FAMILY.formatted("null")).andExpect(status().isCreated()));
    }

    private static String number(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.caseNumber");
    }

    private ResultActions send(String path, String body) throws Exception {
        return mvc.perform(json(post(path), body).with(group("koordinator")));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf());
    }

    static RequestPostProcessor group(String group) {
        return user(group).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }

    private static org.springframework.test.web.servlet.ResultMatcher error(String field, String sentence) {
        return jsonPath("$.errors[?(@.field == '" + field + "')].message", hasItem(containsString(sentence)));
    }
}
