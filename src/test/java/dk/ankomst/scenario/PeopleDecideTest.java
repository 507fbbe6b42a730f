package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dk.ankomst.establishment.StoredLine;
import dk.ankomst.security.LoggedIn;
import dk.ankomst.worklist.DecisionRecord;
import dk.ankomst.worklist.DecisionRecords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people decide stands on the case, with the words of the form, who, when, about whom and why. */
class PeopleDecideTest extends ScenarioTest {

    private static final String GRANT = "UserTask_BevilgEtableringsstoette";
    private static final String HIDDEN =
            "Resultatet vises kun for koordinator, sundhed, social, børn og familie og leder";

    @Autowired
    DecisionRecords decisions;

    @Test
    void a_refused_grant_stands_on_the_case_with_its_reason_and_closes_the_list() throws Exception {
        String number = town.register(aFamily().withAdults(1));
        town.playUntil(number, "UserTask_RegistrerEjendele");
        town.complete(number, "UserTask_RegistrerEjendele", Map.of("pakke", "silkeborg", "indkoebsform", "standard"));
        town.playUntil(number, GRANT);
        StoredLine plates = line(number, "tallerkener");
        assertThat(save(number, plates, "7").getStatus()).as("still open").isEqualTo(302);

        town.complete(number, GRANT, Map.of("erBevilget", "nej", "bevillingsbegrundelse", "Familien kan selv betale."));

        DecisionRecord refused = decided(number, GRANT);
        assertThat(refused.ruleId()).isNull();
        assertThat(refused.question()).isEqualTo("Bevilges etableringsstøtten?");
        assertThat(refused.resultText()).isEqualTo("Nej");
        assertThat(refused.reason()).isEqualTo("Familien kan selv betale.");
        assertThat(refused.decidedBy()).isEqualTo("ydelse");
        assertThat(page("/sager/" + number, "bolig"))
                .contains("Bevilg etableringsstøtte: Nej")
                .contains("Familien kan selv betale.")
                .contains("Afgjort af ydelse den ");
        assertThat(decided(number, "UserTask_RegistrerEjendele").resultText())
                .isEqualTo(
                        "Hvilken pakke bruger kommunen? Silkeborg. Hvordan købes der ind? Standardpakke, som kommunen"
                                + " bestiller");

        MockHttpServletResponse late = save(number, line(number, "tallerkener"), "9");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString(StandardCharsets.UTF_8))
                .contains("Svarene er ikke gemt, fordi det er afgjort, om støtten bevilges. Afgørelsen står på sagen.");
        assertThat(line(number, "tallerkener").quantity()).isEqualTo(7);
        assertThat(page("/sager/" + number + "/etablering", "ydelse"))
                .contains("Etableringsstøtten blev ikke bevilget den")
                .contains("Ikke bevilget")
                .doesNotContain("Gem svarene", "Du kan gemme undervejs", "Alle spørgsmål er besvaret");
    }

    @Test
    void what_is_declined_about_health_is_read_by_those_who_act_on_it_only() throws Exception {
        String number = town.register(aFamily().withAdults(1).withChildren(1));
        town.playUntil(number, "UserTask_TilbydHelbredsvurdering");
        Task offer = town.openTask(number, "UserTask_TilbydHelbredsvurdering");
        town.staff.complete(offer, Map.of("oenskerHelbredsvurdering", "nej"));

        DecisionRecord declined = decided(number, "UserTask_TilbydHelbredsvurdering");
        assertThat(declined.personId()).isNotNull();
        assertThat(declined.resultText()).isEqualTo("Nej");
        assertThat(declined.sensitive()).isTrue();
        assertThat(page("/sager/" + number, "sundhed"))
                .containsPattern("Tilbyd helbredsvurdering, [^<]+: Nej")
                .doesNotContain(HIDDEN);
        assertThat(page("/sager/" + number, "jobcenter"))
                .containsPattern("Tilbyd helbredsvurdering, [^<]+<")
                .doesNotContainPattern("Tilbyd helbredsvurdering, [^<]+: Nej")
                .contains(HIDDEN);
    }

    @Test
    void whoever_declines_and_whoever_closes_is_named_with_the_reason_from_notes_and_answers_alike() {
        String number = town.register(aFamily());
        town.playToEnd(
                number,
                Map.of(
                        "vilIndgaaKontrakt",
                        "nej",
                        "kontraktAfslagsgrund",
                        "Vil først lære dansk",
                        "oenskerIntegrationsplan",
                        "nej",
                        "familiensSvar",
                        "Ro til børnene",
                        "afslutningsnote",
                        "Intet udestår",
                        "forloebBegrundelse",
                        "Fast arbejde"));

        assertThat(decided(number, "UserTask_TilbydIntegrationsplan"))
                .returns("Nej", DecisionRecord::resultText)
                .returns("Ro til børnene", DecisionRecord::reason)
                .returns(null, DecisionRecord::personId);
        assertThat(decided(number, "UserTask_HoldKontraktsamtale"))
                .returns("Vil først lære dansk", DecisionRecord::reason)
                .satisfies(record -> assertThat(record.personId()).isNotNull());
        assertThat(decided(number, "UserTask_AfslutSagen"))
                .returns("Ja", DecisionRecord::resultText)
                .returns("Intet udestår", DecisionRecord::reason);
        assertThat(decided(number, "UserTask_FoelgModSelvforsoergelse").reason())
                .isEqualTo("Fast arbejde");
        assertThat(decided(number, "UserTask_FindBolig").question()).isEqualTo("Er boligen permanent?");
    }

    private DecisionRecord decided(String number, String task) {
        return decisions.ofCase(number).stream()
                .filter(record -> record.decisionKey().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing decided in " + task));
    }

    private StoredLine line(String number, String item) {
        return town.establishment.proposal(number).lines().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletResponse save(String number, StoredLine line, String quantity) throws Exception {
        String token = found(page("/sager/" + number + "/etablering", "ydelse"), line.ruleId());
        return ask(
                post("/sager/" + number + "/etablering")
                        .param(line.ruleId() + ".token", token)
                        .param(line.ruleId() + ".chosen", "ja")
                        .param(line.ruleId() + ".quantity", quantity)
                        .with(csrf()),
                "ydelse");
    }

    /** The token of a line as its page shows it; empty once the page can only be read. */
    private static String found(String html, String rule) {
        java.util.regex.Matcher token = java.util.regex.Pattern.compile(
                        "name=\"" + java.util.regex.Pattern.quote(rule) + "\\.token\" value=\"([^\"]*)\"")
                .matcher(html);
        return token.find() ? token.group(1) : "";
    }

    private String page(String path, String group) throws Exception {
        return ask(get(path), group).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, String group) throws Exception {
        LoggedIn person = new LoggedIn(group, group + " prøve", List.of(group));
        return mvc.perform(request.with(authentication(new UsernamePasswordAuthenticationToken(
                        person, null, List.of(new SimpleGrantedAuthority("GROUP_" + group))))))
                .andReturn()
                .getResponse();
    }
}
