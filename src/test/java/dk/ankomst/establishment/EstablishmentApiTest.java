package dk.ankomst.establishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ankomst.platform.InputRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@DisplayName("POST /api/establishment/preview")
class EstablishmentApiTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private EstablishmentSupport support;

    /** Answers refused input in this test whatever the program's own advice looks like. */
    @TestConfiguration
    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Refusals {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        List<InputRefused.FieldError> refused(InputRefused refused) {
            return refused.errors();
        }
    }

    @BeforeEach
    void deployTheTable() {
        if (repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("etableringspakke")
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .addClasspathResource("processes/etablering/etableringspakke.dmn")
                    .deploy();
        }
    }

    private ResultActions preview(String json) throws Exception {
        return mvc.perform(post("/api/establishment/preview")
                .with(user("ydelse").authorities(new SimpleGrantedAuthority("GROUP_ydelse")))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private void refused(String json, String field, String sentence) throws Exception {
        String body = preview(json)
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(body).contains("\"field\":\"" + field + "\"").contains(sentence);
    }

    @Test
    void theExampleOfTheContractIsAnswered() throws Exception {
        preview("""
                        { "package": "silkeborg", "persons": [ { "age": 34 }, { "age": 6 } ],
                          "missing": ["koeleskab"], "belongings": ["sofa"], "conditions": ["barnevogn"] }""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[0].item").value("seng"))
                .andExpect(jsonPath("$.lines[0].module").value("moebler"))
                .andExpect(jsonPath("$.lines[0].basis").value("IKKE_ANGIVET"))
                .andExpect(jsonPath("$.lines[0].quantity").isEmpty())
                .andExpect(jsonPath("$.lines[0].condition").isEmpty())
                .andExpect(jsonPath("$.lines[0].state").value("NY"))
                .andExpect(jsonPath("$.lines[0].ruleId").value("rule_silkeborg_seng"))
                .andExpect(jsonPath("$.lines[0].source").value("rapporten, Silkeborg"))
                .andExpect(jsonPath("$.lines[*].item").value(hasItems("barnevogn", "skrivebord-og-stol")))
                .andExpect(jsonPath("$.lines[*].item").value(not(hasItem("sofa"))))
                .andExpect(jsonPath("$.omitted[0].ruleId").value("rule_silkeborg_sofa"))
                .andExpect(jsonPath("$.notes[0].item").value("koeleskab"));
    }

    @Test
    void aPreviewStoresNoLine() throws Exception {
        preview("{\"package\": \"lemvig\", \"persons\": [{\"age\": 34}]}").andExpect(status().isOk());
        assertThat(support.proposal("").lines()).isEmpty();
        assertThat(support.proposal("2026-00001").lines()).isEmpty();
    }

    @Test
    void onlyPersonsAreNeeded() throws Exception {
        preview("{\"persons\": [{\"age\": 34}], \"missing\": null}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.packageId").value("silkeborg"));
    }

    @Test
    void wholeHouseholdsAreCounted() throws Exception {
        preview("{\"package\": \"aabenraa\", \"persons\": [{\"age\": 34}, {\"age\": 33}, {\"age\": 3}]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[?(@.item=='sengetoej')].quantity").value(6));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            {"package": "odense", "persons": [{"age": 3}]}                     | package          | aabenraa, halsnaes
            {"package": 7, "persons": [{"age": 3}]}                            | package          | Skriv pakken som en tekst
            {"package": "", "persons": [{"age": 3}]}                           | package          | findes ikke
            {"package": "lemvig"}                                              | persons          | Angiv mindst én person
            {"persons": []}                                                    | persons          | Angiv mindst én person
            {"persons": 5}                                                     | persons          | Skriv persons som en liste
            {"persons": [34]}                                                  | persons[0].age   | Angiv personens alder
            {"persons": [{}]}                                                  | persons[0].age   | Angiv personens alder
            {"persons": [{"age": "34"}]}                                       | persons[0].age   | helt tal
            {"persons": [{"age": 34.5}]}                                       | persons[0].age   | helt tal
            {"persons": [{"age": 99999999999}]}                                | persons[0].age   | helt tal
            {"persons": [{"age": 3}, {"age": -1}]}                             | persons[1].age   | fra 0 til 120
            {"persons": [{"age": 300}]}                                        | persons[0].age   | fra 0 til 120
            {"persons": [{"age": 3}], "missing": "koeleskab"}                  | missing          | Skriv missing som en liste
            {"persons": [{"age": 3}], "missing": [1]}                          | missing[0]       | Skriv varen som en tekst
            {"persons": [{"age": 3}], "missing": ["hest"]}                     | missing[0]       | »hest« kendes ikke
            {"persons": [{"age": 3}], "belongings": ["sofa", "flygel"]}        | belongings[1]    | »flygel« kendes ikke
            {"persons": [{"age": 3}], "conditions": {"a": 1}}                  | conditions       | Skriv conditions som en liste
            {"persons": [{"age": 3}], "extraModules": [{"item": "cykel-med-barnestol"}]} | extraModules[0].reason | Skriv begrundelsen
            {"persons": [{"age": 3}], "mising": []}                            | mising           | Feltet »mising« kendes ikke
            {"persons": [{"age": 3}                                            | §§               | ikke gyldig JSON
            {"persons": [{"age": 3}]} x                                        | §§               | ikke gyldig JSON
            [1]                                                                | §§               | JSON-objekt
            "tekst"                                                            | §§               | JSON-objekt
            """)
    void badInputIsAnsweredWithADanishSentencePerField(String json, String field, String sentence) throws Exception {
        refused(json, field, sentence);
    }

    @Test
    void anEmptyBodyIsAnsweredWithADanishSentence() throws Exception {
        refused("", "", "Der er intet indhold");
    }

    @Test
    void aRowDeployedByAProcessOwnerIsKnownAtOnce() throws Exception {
        String table = new String(
                EstablishmentApiTest.class
                        .getResourceAsStream("/processes/etablering/etableringspakke.dmn")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        String local = table.substring(table.indexOf("      <rule id=\"rule_lemvig_seng\">"));
        local = local.substring(0, local.indexOf("</rule>") + "</rule>\n".length())
                .replace("lemvig", "nykommune")
                .replace("\"seng\"", "\"gyngestol\"")
                .replace("\"seng - boxmadras\"", "\"gyngestol\"");
        String deployment = repository
                .createDeployment()
                .addString(
                        "etableringspakke.dmn", table.replace("    </decisionTable>", local + "    </decisionTable>"))
                .deploy()
                .getId();
        try {
            preview("{\"package\": \"Nykommune\", \"persons\": [{\"age\": 34}, {\"age\": 5}]}")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.lines.length()").value(1))
                    .andExpect(jsonPath("$.lines[0].ruleId").value("rule_nykommune_seng"))
                    .andExpect(jsonPath("$.lines[0].quantity").value(2));
        } finally {
            repository.deleteDeployment(deployment, true);
        }
        refused("{\"package\": \"nykommune\", \"persons\": [{\"age\": 34}]}", "package", "findes ikke");
    }
}
