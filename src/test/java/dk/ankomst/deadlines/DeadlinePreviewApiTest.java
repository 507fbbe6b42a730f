package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(DeployedTables.class)
class DeadlinePreviewApiTest {

    private static final String CONTRACT = "$.deadlines[?(@.duty=='integrationskontrakt')]";

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void thePreviewAnswersAsTheContractSays() throws Exception {
        ask("visitation=2015-05-15&track=asylcenter")
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/json"))
                .andExpect(jsonPath("$.takeover").value("2015-07-01"))
                .andExpect(jsonPath("$.deadlines[0].duty").value("overtagelse"))
                .andExpect(jsonPath(CONTRACT, hasSize(1)))
                .andExpect(jsonPath(CONTRACT + ".ruleId").value("rule_kontrakt_2013"))
                .andExpect(jsonPath(CONTRACT + ".ruleSet").value("RS-2013"))
                .andExpect(jsonPath(CONTRACT + ".kind").value("LOV"))
                .andExpect(jsonPath(CONTRACT + ".legalGround").value("integrationsloven § 19"))
                .andExpect(jsonPath(CONTRACT + ".trigger").value("overtagelse"))
                .andExpect(jsonPath(CONTRACT + ".triggerDate").value("2015-07-01"))
                .andExpect(jsonPath(CONTRACT + ".dueDate").value("2015-08-01"))
                .andExpect(jsonPath(CONTRACT + ".actBy").value("2015-07-31"))
                .andExpect(jsonPath(CONTRACT + ".confirmed").value(true))
                .andExpect(jsonPath(CONTRACT + ".state").value("RUNNING"))
                .andExpect(jsonPath(CONTRACT + ".scope").value("VOKSEN"))
                .andExpect(jsonPath(CONTRACT + ".explanation")
                        .value(org.hamcrest.Matchers.hasItem(startsWith("Fristen er 1 måned efter overtagelsen"))));
    }

    @Test
    void thePreviewWritesNothingIntoTheRegister() throws Exception {
        long before = storedDeadlines();
        ask("visitation=2015-05-15&track=asylcenter&arrival=2015-07-03").andExpect(status().isOk());

        assertThat(storedDeadlines()).isEqualTo(before);
    }

    @Test
    void arrivalTakeoverAndRuleSetAreUsed() throws Exception {
        ask("visitation=2024-02-15&track=asylcenter&arrival=2024-04-05&takeover=2024-03-01&ruleSet=RS-2013")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.takeover").value("2024-03-01"))
                .andExpect(jsonPath("$.deadlines[?(@.duty=='laegebesoeg')].dueDate")
                        .value("2024-04-19"))
                .andExpect(jsonPath(CONTRACT + ".ruleId").value("rule_kontrakt_2013"))
                .andExpect(jsonPath(CONTRACT + ".dueDate").value("2024-04-01"));
    }

    @Test
    void anEventThatIsGivenAddsTheDeadlinesThatItStarts() throws Exception {
        ask("visitation=2026-03-02&track=asylcenter")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.deadlines[?(@.duty=='aktindsigt-svar')]", hasSize(0)))
                .andExpect(jsonPath("$.furtherEvents[?(@.event=='aktindsigt')].words")
                        .value("modtagelsen af anmodningen om aktindsigt"));
        ask("visitation=2026-03-02&track=asylcenter&event.aktindsigt=2026-05-12")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.deadlines[?(@.duty=='aktindsigt-svar')].dueDate")
                        .value("2026-05-22"));
    }

    @Test
    void anEventBeforeTheLawThatCountsFromItIsRefused() throws Exception {
        ask("visitation=2013-10-02&track=asylcenter&event.aktindsigt=2013-12-01")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("event.aktindsigt"));
    }

    @Test
    void theSpecialActsTakeoverIsCountedInWeekdays() throws Exception {
        ask("visitation=2024-04-08&track=saerlov")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.takeover").value("2024-04-29"))
                .andExpect(jsonPath("$.deadlines[0].ruleSet").value("OV-UKR"));
    }

    @Test
    void danishDatesAreReadToo() throws Exception {
        ask("visitation=15.05.2015&track=asylcenter")
                .andExpect(jsonPath("$.takeover").value("2015-07-01"));
    }

    @Test
    void whatHasNoDateYetIsListedAsWaiting() throws Exception {
        ask("visitation=2015-05-15&track=kvote")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.takeover").isEmpty())
                .andExpect(jsonPath(CONTRACT + ".state").value("WAITING"))
                .andExpect(jsonPath(CONTRACT + ".explanation")
                        .value(org.hamcrest.Matchers.hasItem(containsString("venter på overtagelsen"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "track=asylcenter | visitation | Angiv datoen for visitationen",
                "visitation=2015-02-30&track=asylcenter | visitation | Datoen 30. februar 2015 findes ikke.",
                "visitation=2015-13-01&track=asylcenter | visitation | Datoen 1.13.2015 findes ikke.",
                "visitation=i går&track=asylcenter | visitation | Skriv datoen som år-måned-dag",
                "visitation=2009-12-31&track=asylcenter | visitation | Vælg en dato fra 1. januar 2010",
                "visitation=2100-01-01&track=asylcenter | visitation | Vælg en dato fra 1. januar 2010",
                "visitation=2015-05-15 | track | Angiv sporet. Vælg et af: asylcenter, kvote,",
                "visitation=2015-05-15&track=turist | track | Sporet 'turist' findes ikke. Vælg et af: asylcenter,",
                "visitation=2015-05-15&track=kvote&arrival=2015-05-14 | arrival | Ankomsten kan ikke ligge før visitationen den 15. maj 2015.",
                "visitation=2015-05-15&track=asylcenter&takeover=2015-07-02 | takeover | Overtagelsen kan kun aftales tidligere end lovens seneste dato, 1. juli 2015. Vælg en tidligere dato, eller lad feltet stå tomt.",
                "visitation=2015-05-15&track=asylcenter&takeover=2015-05-14 | takeover | Overtagelsen kan ikke ligge før visitationen den 15. maj 2015.",
                "visitation=2015-05-15&track=asylcenter&arrival=2015-06-31 | arrival | Datoen 31. juni 2015 findes ikke.",
                "visitation=2015-05-15&track=asylcenter&ruleSet=RS-1999 | ruleSet | Regelsættet 'RS-1999' findes ikke. Vælg et af: RS-2010,",
                "visitation=2012-05-15&track=tilflytter | visitation | Der er ingen regel for, hvornår kommunen overtager"
            })
    void badInputIsAnsweredWithADanishSentenceForTheField(String query, String field, String sentence)
            throws Exception {
        ask(query)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message", startsWith(sentence)));
    }

    @Test
    void everyWrongFieldGetsItsOwnSentence() throws Exception {
        ask("visitation=2015-02-30&track=turist&arrival=x&takeover=y&ruleSet=z")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors", hasSize(5)));
    }

    @Test
    void nobodyIsAnsweredWithoutALogin() throws Exception {
        http.perform(get("/api/deadlines/preview?visitation=2015-05-15&track=asylcenter"))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(401, 302));
    }

    private ResultActions ask(String query) throws Exception {
        var request = get("/api/deadlines/preview").with(user("koordinator"));
        for (String parameter : query.split("&")) {
            String[] pair = parameter.split("=", 2);
            request.param(pair[0].strip(), pair[1].strip());
        }
        return http.perform(request);
    }

    private long storedDeadlines() {
        return jdbc.sql("select count(*) from deadline").query(Long.class).single();
    }
}
