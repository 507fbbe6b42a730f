package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.worklist.DecisionRecords;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CasePagesTest extends PageTest {

    private static final String CASE = "2026-00101";
    private static final String PATH = "/sager/" + CASE;

    @Autowired
    Deadlines deadlines;

    @Autowired
    DecisionRecords decisions;

    @BeforeEach
    void aFamilyInItsFirstDays() {
        aFamily(CASE, "Familien Prøve");
        aTask("t1", CASE, personId(CASE, 4), "Tilbyd helbredsvurdering", "sundhed", null, TODAY.plusDays(9));
        aTask("t2", CASE, "Ring til udlejer", "bolig", "bolig", TODAY.minusDays(4));
        aTask("t3", CASE, "Aftal koordineringsmøde", "koordinator", null, null);
        for (int person = 1; person <= 5; person++) {
            aDeadline(
                    "helbredsvurdering-tilbud",
                    personId(CASE, person),
                    "Tilbud om helbredsvurdering",
                    TODAY.plusDays(68),
                    "BEKRAEFTET");
        }
        aDeadline(
                "danskuddannelse",
                personId(CASE, 1),
                "Henvisning til danskuddannelse",
                TODAY.minusDays(2),
                "BEKRAEFTET");
        aDeadline("velkomstmateriale", 0, "Velkomstmateriale til familien", TODAY.plusDays(3), "PARAMETER");
        aDeadline("integrationskontrakt", 0, "Integrationskontrakt", null, "UBEKRAEFTET");
        aDeadline("modtagelsesperiode-slut", 0, "Modtagelsesperioden slutter", TODAY.minusDays(20), "PARAMETER");
        aDeadline("overtagelse", 0, "Overtagelse af ansvaret", TODAY.minusDays(22), "BEKRAEFTET");
        deadlines.met(CASE, "overtagelse", null, TODAY.minusDays(22));
        deadlines.breach(CASE, "danskuddannelse", personId(CASE, 1), "Sprogcentret havde lukket.");
        deadlines.met(CASE, "helbredsvurdering-tilbud", personId(CASE, 1), TODAY.minusDays(1));
        deadlines.agreed(
                CASE,
                "indsats-1",
                null,
                "Lektiehjælp i gang",
                TODAY.plusDays(14),
                "koordineringsmødet den 20. november 2026");
        decisions.record(
                CASE,
                null,
                "modtagelsesspor",
                "Vælg modtagelsesspor",
                "rule_spor_asylcenter",
                "Fra asylcenter",
                "Familien boede på et opholdscenter.",
                "integrationsloven");
        decisions.record(
                CASE,
                null,
                "moededeltagere",
                "Vælg mødedeltagere",
                "rule_moede_sundhed",
                "Sundhed deltager",
                "Et familiemedlem har et muligt traume.",
                null);
    }

    @Test
    void the_page_tells_the_whole_case() throws Exception {
        String html = page(PATH, "leder");

        assertThat(html)
                .contains("<title>Sag 2026-00101, Familien Prøve</title>")
                .contains("/camunda/app/tasklist/default/#/?task=t1");
        assertThat(words(html))
                .contains("3 åbne opgaver, 1 over frist.")
                .containsSubsequence("Ring til udlejer", "Bolig", "bolig", "19.11.2026", "2 arbejdsdage over")
                .containsSubsequence("Tilbyd helbredsvurdering", "Omar Prøve", "Sundhed", "Ikke taget")
                .containsSubsequence("Visitation", "14. september 2026")
                .containsSubsequence("Overtagelse af ansvaret", "1. november 2026", "Regnet efter fristreglerne")
                .containsSubsequence("Ankomst", "18. november 2026", "Familien var ventet den 16. november 2026")
                .containsSubsequence("Amina Prøve", "34 år", "Ansøger", "Arabisk")
                .containsSubsequence("Noor Prøve", "1 år", "Barn", "Skal afklares");
    }

    @Test
    void the_phase_is_the_third_of_five_steps() throws Exception {
        String html = page(PATH, "bolig");

        assertThat(found(html, "aria-label=\"Gennemført\"")).hasSize(2);
        assertThat(text(html, "(?s)<li class=\"current\">(.*?)</li>"))
                .contains("aria-current=\"step\"")
                .contains(">Ankomst<");
        assertThat(words(html))
                .containsSubsequence("Forberedelse", "Overdragelse", "Ankomst", "Modtagelse", "Videre indsats");
    }

    @Test
    void every_deadline_says_kind_ground_count_state_and_what_happened() throws Exception {
        String words = words(page(PATH, "revisor"));

        assertThat(words)
                .containsSubsequence(
                        "Henvisning til danskuddannelse",
                        "Amina Prøve",
                        "21.11.2026",
                        "Sådan er fristen regnet",
                        "Sådan er det regnet for prøvens skyld.",
                        "Overskredet",
                        "1 arbejdsdag over",
                        "Registreret som overskredet den 23. november 2026 kl. 9.05: Sprogcentret havde lukket.",
                        "Lovfrist",
                        "integrationsloven § 1")
                .containsSubsequence(
                        "Velkomstmateriale til familien",
                        "Hele familien",
                        "Løber",
                        "3 arbejdsdage tilbage",
                        "Lokalt mål",
                        "Kommunens eget tal")
                .containsSubsequence("Lektiehjælp i gang", "Aftalt dato", "koordineringsmødet den 20. november 2026")
                .containsSubsequence(
                        "Tilbud om helbredsvurdering", "Yusuf Prøve, Leila Prøve, Omar Prøve, Noor Prøve", "Løber")
                .containsSubsequence("Integrationskontrakt", "Ingen dato endnu", "Venter", "Reglen er ikke bekræftet")
                .containsSubsequence("Modtagelsesperioden slutter", "Slut", "Slut den 3. november 2026", "Lokalt mål")
                .doesNotContain("14 arbejdsdage over")
                .containsSubsequence("Overtagelse af ansvaret", "Opfyldt den 1. november 2026");
    }

    @Test
    void persons_against_duties_show_who_lacks_what() throws Exception {
        String html = page(PATH, "sundhed");
        String matrix = html.substring(html.indexOf("id=\"personer-og-pligter\""));

        assertThat(words("<main" + matrix))
                .containsSubsequence("Pligt eller mål", "Amina Prøve", "Leila Prøve", "Omar Prøve")
                .containsSubsequence("Henvisning til danskuddannelse", "Overskredet", "Gælder ikke")
                .containsSubsequence("Tilbud om helbredsvurdering", "Opfyldt", "Løber");
        assertThat(matrix).contains("data-title=\"Leila Prøve\"");
    }

    @Test
    void a_task_is_a_link_only_for_those_who_see_it_in_the_task_list() throws Exception {
        assertThat(found(page(PATH, "leder"), "#/\\?task=")).hasSize(3);
        assertThat(found(page(PATH, "revisor"), "#/\\?task=")).hasSize(3);
        assertThat(page(PATH, "bolig")).contains("#/?task=t2").doesNotContain("#/?task=t1");
        assertThat(page(PATH, "skole")).doesNotContain("#/?task=");
        assertThat(words(page(PATH, "skole"))).containsSubsequence("Ring til udlejer", "Bolig", "19.11.2026");
    }

    @Test
    void the_page_begins_with_its_sections_and_folds_what_needs_no_action() throws Exception {
        String html = page(PATH, "leder");

        String contents = text(html, "(?s)På denne side</h2>(.*?)</nav>");
        assertThat(found(contents, "href=\"#([^\"]+)\"")).hasSizeGreaterThan(5).allSatisfy(link -> assertThat(html)
                .contains("id=\"" + link.group(1) + "\""));
        assertThat(words(html))
                .containsSubsequence("På denne side", "Lige nu", "Frister", "Hvem mangler hvad", "Datoer", "Husstand")
                .contains("Afsluttede frister: 2 opfyldt, 1 slut");
        assertThat(text(html, "(?s)<summary[^>]*>Afsluttede frister(.*?)</table>"))
                .contains("Overtagelse af ansvaret");
        assertThat(html.indexOf("Velkomstmateriale til familien")).isLessThan(html.indexOf("Afsluttede frister"));
    }

    @Test
    void what_was_decided_names_rule_reason_and_source() throws Exception {
        assertThat(words(page(PATH, "leder")))
                .containsSubsequence(
                        "Vælg modtagelsesspor",
                        "Fra asylcenter",
                        "Familien boede på et opholdscenter.",
                        "integrationsloven",
                        "rule_spor_asylcenter",
                        "af systemet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"koordinator", "sundhed", "social-handicap", "boern-familie", "leder"})
    void known_needs_are_shown_to_those_who_act_on_them(String group) throws Exception {
        assertThat(words(page(PATH, group)))
                .contains("Barnet sover dårligt")
                .contains("Muligt traume")
                .contains("Handicap eller funktionsnedsættelse")
                .contains("Et familiemedlem har et muligt traume.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bolig",
                "jobcenter",
                "ydelse",
                "sprogcenter",
                "skole",
                "frivilligkoordinator",
                "borgerservice",
                "revisor"
            })
    void others_do_not_read_of_health_and_children(String group) throws Exception {
        assertThat(words(page(PATH, group)))
                .contains("Amina Prøve")
                .doesNotContain("sover dårligt")
                .doesNotContainIgnoringCase("traume")
                .doesNotContain("Handicap eller funktionsnedsættelse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drift", "procesejer"})
    void those_who_do_not_work_with_families_are_refused(String group) throws Exception {
        assertThat(statusOf(get(PATH), group)).isEqualTo(403);
    }

    @Test
    void an_unknown_case_says_so() throws Exception {
        assertThat(words(answer(get("/sager/2026-99999"), 404, "bolig"))).contains("Siden findes ikke");
        assertThat(words(answer(get("/sager/2026-99999/ankomst"), 404, "leder")))
                .contains("Siden findes ikke");
        assertThat(statusOf(get(PATH + "/slet"), "leder")).isEqualTo(404);
    }

    @Test
    void only_coordinator_and_leader_are_offered_changes() throws Exception {
        assertThat(page(PATH, "koordinator"))
                .contains(PATH + "/familiemedlem")
                .doesNotContain(PATH + "/forventet-ankomst");
        assertThat(page(PATH, "bolig")).doesNotContain("Registrér en ændring");
        assertThat(page(PATH, "revisor")).doesNotContain("Registrér en ændring");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolig", "revisor", "drift"})
    void others_can_neither_open_nor_send_a_change(String group) throws Exception {
        assertThat(statusOf(get(PATH + "/fraflytning"), group)).isEqualTo(403);
        assertThat(statusOf(
                        send(PATH + "/fraflytning")
                                .param("date", "20.11.2026")
                                .param("toMunicipality", "Prøveby")
                                .param("reason", "Job"),
                        group))
                .isEqualTo(403);
        verify(plan, never()).movedAway(any());
    }

    @Test
    void a_change_without_the_forms_token_is_refused() throws Exception {
        assertThat(statusOf(post(PATH + "/fraflytning").param("date", "20.11.2026"), "leder"))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"ankomst", "forventet-ankomst", "familiemedlem", "fraflytning", "ophold-bortfaldet"})
    void every_change_has_a_page_of_its_own(String action) throws Exception {
        String html = page(PATH + "/" + action, "koordinator");

        assertThat(html).contains("action=\"" + PATH + "/" + action + "\"").contains("name=\"_csrf\"");
        assertThat(words(html)).contains("Når du gemmer").doesNotContain("Fejl");
    }

    @Test
    void an_expected_arrival_is_moved_and_the_reason_kept() throws Exception {
        aFamily("2026-00102", "Familien Test", "forberedelse", TODAY.plusDays(20), null);

        String location = mvc.perform(send("/sager/2026-00102/forventet-ankomst")
                        .param("plannedArrival", "24.12.2026")
                        .param("reason", "Centret har bedt om det")
                        .with(member("koordinator")))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        assertThat(location).isEqualTo("/sager/2026-00102");
        verify(plan).arrivalDateChanged("2026-00102");
        assertThat(words(page("/sager/2026-00102", "koordinator")))
                .contains("1 ændring")
                .contains(
                        "Forventet ankomst ændret fra 13. december 2026 til 24. december 2026 af koordinator den 23. november 2026 kl. 9.05. Begrundelse: Centret har bedt om det");
    }

    @Test
    void nobody_saves_over_a_date_that_a_colleague_has_changed_meanwhile() throws Exception {
        aFamily("2026-00102", "Familien Test", "forberedelse", TODAY.plusDays(20), null);
        String seen =
                text(page("/sager/2026-00102/forventet-ankomst", "koordinator"), "name=\"vist\" value=\"([^\"]*)\"");
        assertThat(statusOf(
                        send("/sager/2026-00102/forventet-ankomst")
                                .param("plannedArrival", "20.12.2026")
                                .param("reason", "Flyet er aflyst"),
                        "leder"))
                .isEqualTo(302);

        String html = answer(
                send("/sager/2026-00102/forventet-ankomst")
                        .param("vist", seen)
                        .param("plannedArrival", "24.12.2026")
                        .param("reason", "Centret har bedt om det"),
                400,
                "koordinator");

        assertThat(words(html)).contains("En anden har ændret sagen, siden du åbnede siden, og intet er gemt.");
        assertThat(html).contains("value=\"24.12.2026\"");
        assertThat(statusOf(
                        send("/sager/2026-00102/forventet-ankomst")
                                .param("vist", text(html, "name=\"vist\" value=\"([^\"]*)\""))
                                .param("plannedArrival", "24.12.2026")
                                .param("reason", "Centret har bedt om det"),
                        "koordinator"))
                .isEqualTo(302);
    }

    @Test
    void a_wrong_change_names_each_field_and_keeps_what_was_typed() throws Exception {
        aFamily("2026-00102", "Familien Test", "forberedelse", TODAY.plusDays(20), null);

        String html = answer(
                send("/sager/2026-00102/forventet-ankomst")
                        .param("plannedArrival", "31.2.2026")
                        .param("reason", " "),
                400,
                "koordinator");

        assertThat(html)
                .contains("value=\"31.2.2026\"")
                .contains("href=\"#plannedArrival\"")
                .contains("href=\"#reason\"")
                .contains("aria-invalid=\"true\"")
                .contains("<title>Fejl: ");
        assertThat(words(html))
                .contains("Datoen 31. februar 2026 findes ikke. Tjek dag og måned.")
                .contains("Skriv, hvorfor ankomstdatoen ændres.")
                .doesNotContain("Indtast den nye dato");
        verify(plan, never()).arrivalDateChanged(any());
    }

    @Test
    void an_arrival_is_registered_once() throws Exception {
        aFamily("2026-00102", "Familien Test", "overdragelse", TODAY, null);
        assertThat(statusOf(send("/sager/2026-00102/ankomst").param("date", "2026-11-23"), "leder"))
                .isEqualTo(302);
        verify(plan).arrived("2026-00102");

        String again = answer(send("/sager/2026-00102/ankomst").param("date", "2026-11-22"), 400, "leder");
        assertThat(words(again))
                .contains(
                        "Ankomsten er allerede registreret til den 23. november 2026. Er ankomstdatoen forkert, så vælg"
                                + " Ret ankomstdato på sagens side.");
    }

    @Test
    void a_wrong_arrival_is_corrected_on_the_page_of_its_own() throws Exception {
        aFamily("2026-00102", "Familien Test", "overdragelse", TODAY, null);
        assertThat(page("/sager/2026-00102", "leder")).doesNotContain("Ret ankomstdato");
        assertThat(statusOf(send("/sager/2026-00102/ankomst").param("date", "23.11.2026"), "leder"))
                .isEqualTo(302);
        assertThat(words(page("/sager/2026-00102", "leder")))
                .contains("Ret ankomstdato")
                .doesNotContain("Registrér ankomst");
        assertThat(words(page("/sager/2026-00102/ret-ankomst", "leder")))
                .contains("Ankomsten er registreret til den 23. november 2026.");

        assertThat(statusOf(
                        send("/sager/2026-00102/ret-ankomst")
                                .param("date", "22.11.2026")
                                .param("reason", "Skrevet forkert"),
                        "leder"))
                .isEqualTo(302);

        verify(plan).arrivalDateChanged("2026-00102");
        assertThat(words(page("/sager/2026-00102", "leder")))
                .contains("Ankomst ændret fra 23. november 2026 til 22. november 2026 af leder");
        assertThat(statusOf(send("/sager/2026-00102/ret-ankomst").param("date", "21.11.2026"), "bolig"))
                .isEqualTo(403);
    }

    @Test
    void a_new_member_is_refused_field_by_field_with_choices_kept() throws Exception {
        String html = answer(
                send(PATH + "/familiemedlem")
                        .param("givenName", "Sami")
                        .param("birthDate", "i går")
                        .param("sex", "mand")
                        .param("needs", "traume")
                        .param("needs", "andet"),
                400,
                "koordinator");

        assertThat(html)
                .contains("value=\"Sami\"")
                .contains("value=\"mand\" selected=\"selected\"")
                .contains("value=\"traume\" checked=\"checked\"")
                .contains("value=\"andet\" checked=\"checked\"")
                .contains("href=\"#surname\"")
                .contains("href=\"#joinedOn\"");
        assertThat(words(html)).contains("Skriv datoen som");
    }

    @Test
    void a_family_that_moved_away_leaves_a_closed_case_that_takes_no_more_changes() throws Exception {
        MockHttpServletRequestBuilder move = send(PATH + "/fraflytning")
                .param("date", "20.11.2026")
                .param("toMunicipality", "Prøveby")
                .param("reason", "Arbejde");
        assertThat(statusOf(move, "koordinator")).isEqualTo(302);
        verify(plan).movedAway(CASE);

        assertThat(words(page(PATH, "koordinator")))
                .contains("Under afslutning: 3 opgaver er stadig åbne. Gælder fra den 20. november 2026."
                        + " Familien er flyttet til Prøveby. Arbejde")
                .doesNotContain("afsluttet den");
        work.remove("t1");
        work.remove("t2");
        assertThat(words(page(PATH, "koordinator")))
                .contains("Under afslutning: opgaven 'Aftal koordineringsmøde' er stadig åben. Gælder fra den");
        work.remove("t3");

        String closed = page(PATH, "koordinator");
        assertThat(words(closed))
                .contains("Sagen blev afsluttet den 20. november 2026. Familien er flyttet til Prøveby. Arbejde")
                .contains("Udtrådt den 20. november 2026")
                .doesNotContain("Under afslutning");
        assertThat(closed).doesNotContain("Registrér en ændring");
        assertThat(words(answer(
                        send(PATH + "/ophold-bortfaldet")
                                .param("date", "21.11.2026")
                                .param("reason", "x"),
                        409,
                        "leder")))
                .contains("er afsluttet og kan ikke ændres");
    }

    private void aDeadline(String duty, long person, String name, @Nullable LocalDate due, String status) {
        jdbc.sql(
                        "insert into deadline (case_number, duty, person_id, name, rule_id, rule_set, kind, scope, legal_ground,"
                                + " source, status, confirmed, trigger_name, trigger_words, trigger_date, due_date, act_by, explanation, state,"
                                + " created_at, created_by, version) values (:case, :duty, :person, :name, 'rule_x', 'RS', :kind,"
                                + " :scope, 'integrationsloven § 1', 'kilde', :status, :confirmed, 'overtagelse', 'overtagelsen', :trigger, :due,"
                                + " :actBy, 'Sådan er det regnet for prøvens skyld.', :state, :now, 'ankomst-system', 0)")
                .param("case", CASE)
                .param("duty", duty)
                .param("person", person)
                .param("name", name)
                .param("kind", "PARAMETER".equals(status) ? "LOKAL" : "LOV")
                .param("scope", person == 0 ? "SAG" : "PERSON")
                .param("status", status)
                .param("confirmed", "BEKRAEFTET".equals(status))
                .param("trigger", TODAY.minusDays(22))
                .param("due", due, java.sql.Types.DATE)
                .param("actBy", due == null ? null : due.minusDays(1), java.sql.Types.DATE)
                .param("state", due == null ? "WAITING" : "RUNNING")
                .param("now", OffsetDateTime.parse("2026-11-01T08:00:00Z"))
                .update();
    }
}
