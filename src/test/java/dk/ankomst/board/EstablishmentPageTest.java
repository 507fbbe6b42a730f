package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dk.ankomst.cases.Cases;
import dk.ankomst.establishment.CaseProposal;
import dk.ankomst.establishment.EstablishmentRequest;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.establishment.ItemState;
import dk.ankomst.establishment.LineAnswer;
import dk.ankomst.establishment.StoredLine;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class EstablishmentPageTest extends PageTest {

    private static final String CASE = "2026-00101";
    private static final String PATH = "/sager/" + CASE + "/etablering";
    private static final String BED = "rule_mariagerfjord_seng";
    private static final String TV = "rule_mariagerfjord_tv";
    private static final String PC = "rule_mariagerfjord_pc";
    private static final String TV_OR_PC = "alternativ-tv-eller-pc";

    @Autowired
    EstablishmentSupport support;

    @Autowired
    Cases cases;

    @BeforeEach
    void aFamilyWithAProposal() {
        aFamily(CASE, "Familien Prøve");
        propose("mariagerfjord", List.of());
    }

    private void propose(String packageId, List<String> belongings) {
        support.propose(
                CASE,
                new EstablishmentRequest(
                        packageId, List.of(34, 36, 11, 6, 1), List.of("koeleskab"), belongings, List.of(), List.of()));
    }

    private StoredLine line(String rule) {
        return support.proposal(CASE).lines().stream()
                .filter(line -> line.ruleId().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** Answers whatever is open, taking no alternatives, and grants. */
    private void grant() {
        CaseProposal proposal = support.proposal(CASE);
        support.answer(
                CASE,
                proposal.lines().stream()
                        .filter(proposal::isAnswerable)
                        .map(line -> new LineAnswer(
                                line.id(),
                                line.version(),
                                line.chosen() && line.alternativeGroup() == null,
                                line.quantity() == null ? Integer.valueOf(5) : line.quantity(),
                                line.state() == ItemState.NY ? ItemState.NY : ItemState.BRUGT,
                                "Aftalt."))
                        .toList());
        support.markGranted(CASE);
    }

    /** What a browser sends for a line as the page shows it, but for what was changed. */
    private MockHttpServletRequestBuilder sent(String... rules) {
        MockHttpServletRequestBuilder request = send(PATH);
        for (String rule : rules) {
            StoredLine line = line(rule);
            request.param(rule + ".token", line.id() + ":" + line.version());
        }
        return request;
    }

    private String redirectedTo(MockHttpServletRequestBuilder request, String group) throws Exception {
        return String.valueOf(mvc.perform(request.with(member(group)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    @Test
    void every_line_stands_under_its_module_with_rule_basis_condition_and_question() throws Exception {
        propose("silkeborg", List.of("sofa"));
        String html = page(PATH, "koordinator");
        assertThat(words(html))
                .contains("Forslaget følger pakken Silkeborg")
                .contains("Regel: rule_silkeborg_seng")
                .contains("Grundlag: ikke angivet i kilden")
                .contains("Stand: ny")
                .contains("Betingelse: hvis børn")
                .contains("Kilden angiver ikke antallet: hvor mange er der brug for?")
                .contains("sofa: Familien medbringer sofa.")
                .contains("Ingen har svaret endnu.");
        assertThat(html)
                .contains("id=\"modul-moebler\"")
                .contains("id=\"modul-koekken\"")
                .contains("id=\"modul-toej\"");
        support.proposal(CASE).lines().stream()
                .filter(line -> line.omittedReason() == null)
                .forEach(line -> assertThat(html).contains("id=\"" + line.ruleId() + "\""));
    }

    @Test
    void the_package_is_called_what_the_form_calls_it() throws Exception {
        propose("aabenraa", List.of());
        assertThat(words(page(PATH, "koordinator")))
                .contains("Forslaget følger pakken Aabenraa")
                .doesNotContain("benrå");
    }

    @ParameterizedTest
    @ValueSource(strings = {"koordinator", "ydelse", "bolig"})
    void those_who_establish_can_answer(String group) throws Exception {
        assertThat(page(PATH, group)).contains("Gem svarene");
        assertThat(redirectedTo(sent(BED).param(BED + ".chosen", "ja").param(BED + ".quantity", "5"), group))
                .isEqualTo(PATH);
        assertThat(line(BED).quantity()).isEqualTo(5);
        assertThat(line(BED).answeredBy()).isEqualTo(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leder", "revisor"})
    void leader_and_auditor_read_only(String group) throws Exception {
        String html = page(PATH, group);
        assertThat(html).doesNotContain("Gem svarene").doesNotContain("name=\"" + BED);
        assertThat(words(html)).contains("senge Mangler svar Antal ikke angivet");
        assertThat(statusOf(sent(BED).param(BED + ".quantity", "5"), group)).isEqualTo(403);
        assertThat(line(BED).quantity()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sundhed", "skole", "jobcenter", "procesejer", "drift"})
    void other_departments_do_not_see_it(String group) throws Exception {
        assertThat(statusOf(get(PATH), group)).isEqualTo(403);
        assertThat(statusOf(sent(BED), group)).isEqualTo(403);
    }

    @Test
    void the_page_of_the_case_links_to_it_for_those_who_may_see_it() throws Exception {
        assertThat(words(page("/sager/" + CASE, "bolig"))).contains("Forslaget følger pakken Mariagerfjord");
        assertThat(page("/sager/" + CASE, "bolig")).contains("href=\"" + PATH + "\"");
        assertThat(page("/sager/" + CASE, "skole")).doesNotContain(PATH);
    }

    @Test
    void all_answers_are_saved_at_once_and_who_gave_them_is_shown() throws Exception {
        assertThat(redirectedTo(
                        sent(BED, TV, PC)
                                .param(BED + ".chosen", "ja")
                                .param(BED + ".quantity", "5")
                                .param(BED + ".state", "NY")
                                .param(BED + ".text", "Én til hver.")
                                .param(TV_OR_PC, PC)
                                .param(TV + ".quantity", "")
                                .param(PC + ".quantity", "1")
                                .param(PC + ".state", "BRUGT"),
                        "koordinator"))
                .isEqualTo(PATH);
        assertThat(line(PC).chosen()).isTrue();
        assertThat(line(TV).chosen()).isFalse();
        assertThat(line(BED).state()).isEqualTo(ItemState.NY);
        assertThat(words(page(PATH, "leder")))
                .contains("koordinator: senge gives, 5 stk., ny. »Én til hver.«")
                .contains("koordinator: pc gives, 1 stk., brugt")
                .contains("Besvaret af koordinator den 23. november 2026 kl. 9.05");
    }

    @Test
    void none_of_two_alternatives_is_an_answer_too() throws Exception {
        assertThat(words(page(PATH, "koordinator"))).contains("tv eller pc : vælg én, eller vælg ingen af dem");
        assertThat(redirectedTo(sent(TV, PC).param(TV_OR_PC, "ingen"), "koordinator"))
                .isEqualTo(PATH);
        assertThat(words(page(PATH, "koordinator"))).doesNotContain("tv eller pc : vælg én");
        assertThat(line(TV).chosen() || line(PC).chosen()).isFalse();
    }

    @Test
    void a_line_whose_box_is_not_ticked_is_dropped() throws Exception {
        assertThat(redirectedTo(sent(BED), "bolig")).isEqualTo(PATH);
        assertThat(line(BED).chosen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"fem", "0", "-1", "1.5", "1000", "99999999999999999999", "<b>"})
    void a_wrong_number_is_refused_beside_the_field_and_nothing_typed_is_lost(String number) throws Exception {
        String html = answer(
                sent(BED, PC)
                        .param(BED + ".chosen", "ja")
                        .param(BED + ".quantity", number)
                        .param(BED + ".state", "BRUGT")
                        .param(BED + ".text", "Til »børnene« & de voksne")
                        .param(TV_OR_PC, PC)
                        .param(PC + ".quantity", "2"),
                400,
                "koordinator");
        assertThat(html)
                .contains("<title>Fejl: Etablering")
                .contains("href=\"#" + BED + "-quantity\"")
                .contains("id=\"" + BED + "-quantity-error\"")
                .contains("value=\"" + number.replace("<", "&lt;").replace(">", "&gt;") + "\"")
                .contains("Til »børnene« &amp; de voksne")
                .containsPattern("id=\"" + BED + "-brugt\"[^>]*checked")
                .containsPattern("id=\"" + PC + "-chosen\"[^>]*checked");
        assertThat(words(html)).contains("Skriv antallet af senge som et helt tal fra 1 til 999");
        assertThat(line(BED).quantity()).isNull();
        assertThat(line(PC).quantity()).as("all or nothing").isNull();
    }

    @Test
    void a_number_that_the_package_gives_is_changed_only_with_a_reason() throws Exception {
        propose("lemvig", List.of());
        String bed = "rule_lemvig_seng";
        String html = answer(sent(bed).param(bed + ".chosen", "ja").param(bed + ".quantity", "4"), 400, "ydelse");
        assertThat(words(html)).contains("Skriv, hvorfor antallet af seng - boxmadras ikke er de 5, som pakken giver.");
        assertThat(html).contains("href=\"#" + bed + "-text\"");
    }

    @Test
    void two_who_answer_the_same_line_are_told_of_each_other_and_the_second_may_insist() throws Exception {
        MockHttpServletRequestBuilder late = sent(BED)
                .param(BED + ".chosen", "ja")
                .param(BED + ".quantity", "4")
                .param(BED + ".state", "NY");
        support.answer(CASE, List.of(new LineAnswer(line(BED).id(), 0, true, 5, ItemState.BRUGT, null)));

        String html = answer(late, 409, "bolig");
        assertThat(words(html))
                .contains("En anden svarede om senge, mens du skrev")
                .contains("Nu står der: gives, 5 stk., brugt. Dit eget svar står her.");
        assertThat(html).contains("value=\"4\"").containsPattern("id=\"" + BED + "-ny\"[^>]*checked");
        assertThat(line(BED).quantity()).isEqualTo(5);

        String token = text(html, "name=\"rule_mariagerfjord_seng.token\" value=\"([^\"]*)\"");
        assertThat(redirectedTo(
                        send(PATH)
                                .param(BED + ".token", token)
                                .param(BED + ".chosen", "ja")
                                .param(BED + ".quantity", "4")
                                .param(BED + ".state", "NY"),
                        "bolig"))
                .isEqualTo(PATH);
        assertThat(line(BED).quantity()).isEqualTo(4);
        assertThat(support.answers(CASE)).hasSize(2);
    }

    @Test
    void a_page_from_before_a_new_proposal_does_not_overwrite_it_unseen() throws Exception {
        MockHttpServletRequestBuilder late = sent(BED)
                .param(BED + ".chosen", "ja")
                .param(BED + ".quantity", "4")
                .param(BED + ".state", "NY");
        propose("mariagerfjord", List.of());
        String html = answer(late, 409, "bolig");
        assertThat(words(html)).contains("Linjen er foreslået på ny, mens du skrev.");
        assertThat(html).contains("value=\"4\"");
        assertThat(line(BED).quantity()).isNull();
    }

    @Test
    void after_the_grant_it_is_read_only() throws Exception {
        MockHttpServletRequestBuilder late =
                sent(BED).param(BED + ".chosen", "ja").param(BED + ".quantity", "4");
        grant();
        String html = page(PATH, "koordinator");
        assertThat(words(html)).contains("blev bevilget den 23. november 2026, og svarene kan ikke ændres mere");
        assertThat(html).doesNotContain("Gem svarene").doesNotContain("<fieldset");
        assertThat(words(html))
                .contains("Ting Antal Stand Svar eller begrundelse Regel og kilde")
                .contains("senge Bevilget 5 stk. Brugt Aftalt.")
                .containsPattern("tv (Besvaret )?Gives ikke");
        assertThat(words(answer(late, 409, "koordinator"))).contains("Svarene er ikke gemt");
        assertThat(line(BED).quantity()).isEqualTo(5);
    }

    @Test
    void a_closed_case_is_read_only() throws Exception {
        cases.movedAway(CASE, LocalDate.of(2026, 11, 20), "Prøveby", "Arbejde");
        assertThat(words(page(PATH, "koordinator"))).contains("Sagen er afsluttet, og svarene kan ikke ændres mere");
        assertThat(statusOf(sent(BED).param(BED + ".quantity", "4"), "koordinator"))
                .isEqualTo(409);
    }

    @Test
    void a_case_without_a_proposal_says_so() throws Exception {
        aFamily("2026-00102", "Familien Uden");
        String html = page("/sager/2026-00102/etablering", "ydelse");
        assertThat(words(html)).contains("Der er ikke lavet et forslag til etablering endnu.");
        assertThat(html).doesNotContain("Gem svarene");
        assertThat(statusOf(get("/sager/2026-99999/etablering"), "ydelse")).isEqualTo(404);
    }

    @Test
    void a_state_or_a_line_that_the_proposal_does_not_have_is_refused_and_not_lost() throws Exception {
        assertThat(refusal(sent(BED).param(BED + ".quantity", "3").param(BED + ".state", "GULD")))
                .contains("Vælg ny eller brugt for");
        for (MockHttpServletRequestBuilder unknown : List.of(
                sent(BED).param(BED + ".quantity", "3").param("rule_findes_ikke.text", "Svar"),
                sent(BED).param(BED + ".quantity", "3").param(TV_OR_PC, "rule_findes_ikke"),
                sent(BED).param(BED + ".quantity", "3").param(TV_OR_PC, BED))) {
            assertThat(refusal(unknown)).contains("Der er svaret på linjer, som forslaget ikke har, og intet er gemt.");
        }
        assertThat(line(BED).version()).isZero();
    }

    private String refusal(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response =
                mvc.perform(request.with(member("koordinator"))).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(400);
        return words(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
