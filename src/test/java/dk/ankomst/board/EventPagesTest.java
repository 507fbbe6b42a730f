package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ankomst.deadlines.CaseDates;
import dk.ankomst.deadlines.CaseEvents;
import dk.ankomst.deadlines.CaseEvents.Report;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Reporting what has happened in a case, on the pages and from other programs. */
class EventPagesTest extends PageTest {

    private static final String CASE = "2026-00151";
    private static final String PAGE = "/sager/" + CASE;
    private static final String NEW = PAGE + "/haendelser/ny";
    private static final String API = "/api/cases/" + CASE;

    @Autowired
    Deadlines deadlines;

    @Autowired
    CaseEvents events;

    @BeforeEach
    void aFamilyInItsFirstWeeks() {
        aFamily(CASE, "Familien Prøve");
        deadlines.open(
                CASE,
                new CaseDates(
                        "asylcenter", TODAY.minusDays(70), null, TODAY.minusDays(7), TODAY.minusDays(5), Map.of()),
                List.of(
                        new Subject(personId(CASE, 1), true),
                        new Subject(personId(CASE, 2), true),
                        new Subject(personId(CASE, 3), false)));
    }

    @Test
    void the_deadlines_are_shown_before_anything_is_kept_and_then_stand_on_the_case_and_the_board() throws Exception {
        assertThat(words(page(NEW, "koordinator"))).contains("Modtagelsen af klagen", "Vis fristerne", "(en voksen)");

        String shown = answer(complaint(), 200, "koordinator");
        assertThat(words(shown))
                .contains("Hændelsen giver denne frist", "Vurdér afgørelsen igen", "14. december 2026")
                .contains("Fristen er 4 uger efter modtagelsen af klagen den 16. november 2026", "Meld hændelsen");
        assertThat(events.ofCase(CASE)).isEmpty();

        String seen = text(shown, "name=\"vist\" value=\"([^\"]*)\"");
        assertThat(statusOf(complaint().param("vist", seen), "koordinator")).isEqualTo(302);

        assertThat(words(page(PAGE, "koordinator")))
                .contains("1. Modtagelsen af klagen", "Reference: D-44", "Ret datoen", "Tag tilbage")
                .contains("Vurdér afgørelsen igen, eller send klagen videre");
        assertThat(words(page(PAGE, "bolig")))
                .contains("1. Modtagelsen af klagen")
                .doesNotContain("Tag tilbage");
        assertThat(words(page(PAGE + "/frister/1.genvurdering", "jobcenter")))
                .contains("Hændelsen er meldt: modtagelsen af klagen den 16. november 2026. Reference: D-44.")
                .doesNotContain("Afslut pligten");
        assertThat(page("/frister", "koordinator"))
                .contains("/sager/" + CASE + "/frister/1.genvurdering")
                .contains("Noteres på fristens side");
        assertThat(page("/frister", "bolig")).doesNotContain("1.genvurdering");
        assertThat(page("/frister?vis=alle&afdeling=koordinator", "leder")).contains("1.genvurdering");
    }

    @Test
    void who_changes_something_after_seeing_the_deadlines_sees_them_again() throws Exception {
        String seen = text(answer(complaint(), 200, "leder"), "name=\"vist\" value=\"([^\"]*)\"");

        String again = answer(
                send(NEW).param("event", "klage").param("date", "17.11.2026").param("vist", seen), 200, "leder");

        assertThat(words(again))
                .contains("15. december 2026")
                .contains("Hændelsen er ikke meldt endnu, fordi du har ændret noget, siden fristerne blev vist.");
        assertThat(events.ofCase(CASE)).isEmpty();
    }

    @Test
    void a_deadline_that_has_passed_already_says_so_before_the_event_is_reported() throws Exception {
        assertThat(words(answer(complaint(), 200, "leder")))
                .doesNotContain("Fristen er allerede passeret", "Hændelsen er ikke meldt endnu");
        assertThat(words(answer(send(NEW).param("event", "klage").param("date", "01.10.2026"), 200, "leder")))
                .contains("Fristen er allerede passeret");
    }

    @Test
    void the_leader_takes_back_that_a_duty_is_met_and_forms_say_when_there_is_nothing_to_note() throws Exception {
        events.report(CASE, new Report("klage", LocalDate.of(2026, 11, 16), null, null));
        String duty = PAGE + "/frister/1.genvurdering";
        assertThat(statusOf(send(duty + "/opfyldt").param("metOn", "20.11.2026"), "koordinator"))
                .isEqualTo(302);

        assertThat(words(page(duty + "/opfyldt", "leder")))
                .contains("Fristen er opfyldt den 20. november 2026, så der er intet at notere her.")
                .doesNotContain("Ingen opgave noterer pligten", "Reference");
        assertThat(words(page(PAGE + "/frister/integrationskontrakt/opfyldt", "leder")))
                .contains("Pligten er opfyldt, når opgaven 'Underskriv kontrakt' hos Jobcenter er løst")
                .doesNotContain("Ingen opgave noterer pligten", "Reference");
        assertThat(words(page(duty, "koordinator"))).doesNotContain("Tag noteringen");
        assertThat(statusOf(send(duty + "/ikke-opfyldt").param("reason", "x"), "koordinator"))
                .isEqualTo(403);
        assertThat(words(page(duty, "leder"))).contains("Tag noteringen om pligten tilbage");
        assertThat(words(page(duty + "/ikke-opfyldt", "leder"))).contains("noteret som opfyldt den 20. november 2026");
        assertThat(words(answer(send(duty + "/ikke-opfyldt").param("reason", ""), 400, "leder")))
                .contains("Skriv, hvorfor noteringen tages tilbage");

        assertThat(statusOf(send(duty + "/ikke-opfyldt").param("reason", "Forkert sag"), "leder"))
                .isEqualTo(302);

        assertThat(words(page(duty, "leder")))
                .contains("Løber", "er taget tilbage. Begrundelse: Forkert sag.", "Notér, at pligten er opfyldt");
    }

    @Test
    void what_is_wrong_is_said_by_its_field_and_what_was_typed_stays() throws Exception {
        String html = answer(
                send(NEW).param("event", "foedsel").param("date", "31.02.2026").param("reference", "D-44"),
                400,
                "koordinator");

        assertThat(words(html)).contains("Tjek dag og måned", "Vælg det familiemedlem");
        assertThat(html).contains("31.02.2026", "D-44").doesNotContain("name=\"vist\"");
    }

    @Test
    void an_event_is_corrected_and_taken_back_with_a_reason() throws Exception {
        events.report(CASE, new Report("klage", LocalDate.of(2026, 11, 16), null, null));

        assertThat(words(page(PAGE + "/haendelser/1/ret-dato", "leder"))).contains("meldt til den 16. november 2026");
        assertThat(statusOf(
                        send(PAGE + "/haendelser/1/ret-dato")
                                .param("date", "13.11.2026")
                                .param("reason", "Poststemplet"),
                        "leder"))
                .isEqualTo(302);
        assertThat(due("1.genvurdering")).isEqualTo("2026-12-11");
        assertThat(words(answer(send(PAGE + "/haendelser/1/tag-tilbage").param("reason", ""), 400, "koordinator")))
                .contains("Skriv, hvorfor hændelsen tages tilbage");
        assertThat(statusOf(send(PAGE + "/haendelser/1/tag-tilbage").param("reason", "En anden sag"), "koordinator"))
                .isEqualTo(302);

        assertThat(words(page(PAGE, "koordinator")))
                .contains("Taget tilbage", "Begrundelse: En anden sag.", "Rettet fra 16. november 2026")
                .contains("1 gælder ikke");
        assertThat(statusOf(get(PAGE + "/haendelser/1/ret-dato"), "koordinator"))
                .isEqualTo(404);
    }

    @Test
    void who_corrects_or_takes_back_what_a_colleague_has_corrected_since_reads_that_first() throws Exception {
        events.report(CASE, new Report("klage", LocalDate.of(2026, 11, 16), null, null));
        String correct = PAGE + "/haendelser/1/ret-dato";
        String seen = text(page(correct, "leder"), "name=\"vist\" value=\"([^\"]*)\"");
        events.correct(CASE, 1, LocalDate.of(2026, 11, 17), "Kollegaen");

        String refused = answer(
                send(correct)
                        .param("date", "13.11.2026")
                        .param("reason", "Poststemplet")
                        .param("vist", seen),
                400,
                "leder");
        assertThat(words(refused))
                .contains("Hændelsens dato er ændret, siden du åbnede siden, og intet er gemt. Den er nu meldt til den"
                        + " 17. november 2026.")
                .contains("Poststemplet");
        assertThat(refused).contains("value=\"13.11.2026\"", "name=\"vist\" value=\"2026-11-17\"");
        assertThat(words(answer(
                        send(PAGE + "/haendelser/1/tag-tilbage")
                                .param("reason", "En anden sag")
                                .param("vist", seen),
                        400,
                        "leder")))
                .contains("ændret, siden du åbnede siden");
        assertThat(due("1.genvurdering")).isEqualTo("2026-12-15");

        events.withdraw(CASE, 1, "Kollegaen");
        assertThat(words(answer(send(correct).param("date", "13.11.2026").param("reason", "Sent"), 400, "leder")))
                .contains("Hændelsen er taget tilbage, så den kan ikke ændres mere.");
    }

    @Test
    void somebody_outside_the_family_is_refused_and_not_passed_over() throws Exception {
        assertThat(words(answer(complaint().param("person", "99999"), 400, "koordinator")))
                .contains("Hændelsen angår hele familien og ikke én person.");
        tell("/events", "{\"event\": \"klage\", \"date\": \"2026-11-16\", \"personId\": 99999}", "koordinator")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("personId"));
        assertThat(events.ofCase(CASE)).isEmpty();
    }

    @Test
    void only_coordinator_and_leader_report_and_note_what_is_met() throws Exception {
        events.report(CASE, new Report("klage", LocalDate.of(2026, 11, 16), null, null));
        String duty = PAGE + "/frister/1.genvurdering";
        for (String group : List.of("jobcenter", "revisor")) {
            assertThat(statusOf(get(NEW), group)).isEqualTo(403);
            assertThat(statusOf(complaint(), group)).isEqualTo(403);
            assertThat(statusOf(send(PAGE + "/haendelser/1/tag-tilbage").param("reason", "x"), group))
                    .isEqualTo(403);
            assertThat(statusOf(send(duty + "/opfyldt").param("metOn", "20.11.2026"), group))
                    .isEqualTo(403);
        }
        assertThat(words(page(duty, "koordinator")))
                .contains("Notér, at pligten er opfyldt")
                .doesNotContain("ikke er relevant");
        assertThat(words(page(duty, "leder"))).contains("Notér, at pligten ikke er relevant");
        assertThat(words(page(duty + "/opfyldt", "koordinator"))).contains("Opfyldt den", "Reference");

        assertThat(statusOf(send(duty + "/opfyldt").param("metOn", "20.11.2026"), "koordinator"))
                .isEqualTo(302);

        assertThat(words(page(duty, "koordinator")))
                .contains("Opfyldt den 20. november 2026. Noteret i hånden.")
                .doesNotContain("Afslut pligten");
    }

    @Test
    void a_duty_that_a_task_meets_points_to_the_task() throws Exception {
        String contract = PAGE + "/frister/integrationskontrakt";

        assertThat(words(page(contract, "leder")))
                .contains("Pligten er opfyldt, når opgaven 'Underskriv kontrakt' hos Jobcenter er løst.")
                .doesNotContain("Afslut pligten");
        assertThat(words(answer(
                        send(contract + "/opfyldt")
                                .param("person", Long.toString(personId(CASE, 1)))
                                .param("metOn", "20.11.2026"),
                        400,
                        "leder")))
                .contains("løs den opgave, der hører til den");
    }

    @Test
    void other_programs_report_correct_take_back_and_note_what_is_met() throws Exception {
        ask(get(API + "/possible-events"), "jobcenter")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.event == 'klage')].words").value("modtagelsen af klagen"));
        tell("/events/trial", "{\"event\": \"klage\", \"date\": \"2026-11-16\"}", "koordinator")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].dueDate").value("2026-12-14"));
        tell("/events", "{\"event\": \"klage\", \"date\": \"2026-11-16\", \"reference\": \"D-44\"}", "koordinator")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(1));
        tell("/events", "{\"event\": \"klage\", \"date\": \"2026-11-18\"}", "koordinator")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(2));
        tell("/events/1/correction", "{\"date\": \"2026-11-17\", \"reason\": \"Poststemplet\"}", "koordinator")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].happenedOn").value("2026-11-17"));
        tell("/events/2/withdrawal", "{\"reason\": \"En anden sag\"}", "koordinator")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[1].withdrawn").value(true));
        tell("/deadlines/1.genvurdering/met", "{\"metOn\": \"2026-11-20\"}", "koordinator")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].state").value("MET"))
                .andExpect(jsonPath("$[0].event").value(1))
                .andExpect(jsonPath("$[0].triggerWords").value("modtagelsen af klagen"));
        ask(get(API + "/events"), "revisor")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2));
    }

    @Test
    void other_programs_are_told_in_a_sentence_what_is_wrong() throws Exception {
        tell("/events", "{\"event\": \"foedsel\", \"date\": \"2026-11-16\"}", "koordinator")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("personId"));
        tell("/events", "{\"event\": \"klage\", \"date\": \"i går\"}", "koordinator")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("date"));
        tell("/events", "{\"event\": \"klage\", \"date\": \"2026-11-16\", \"dato\": \"x\"}", "koordinator")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("dato"));
        tell("/events", "{\"event\": \"klage\", \"date\": \"2026-11-16\"}", "jobcenter")
                .andExpect(status().isForbidden());
        tell("/deadlines/integrationskontrakt/met", "{\"metOn\": \"2026-11-20\"}", "koordinator")
                .andExpect(status().isBadRequest());
        ask(get("/api/cases/2026-99999/events"), "koordinator").andExpect(status().isNotFound());
    }

    @Test
    void nothing_is_reported_on_a_closed_case() throws Exception {
        jdbc.sql("update case_file set status = 'CLOSED' where case_number = ?")
                .param(CASE)
                .update();
        tell("/events", "{\"event\": \"klage\", \"date\": \"2026-11-16\"}", "koordinator")
                .andExpect(status().isConflict());
        assertThat(words(answer(complaint(), 409, "koordinator"))).contains("kan ikke ændres");
        assertThat(words(page(NEW, "koordinator")))
                .contains("Sagen er afsluttet, så der kan ikke meldes hændelser på den.")
                .doesNotContain("Vis fristerne");
        assertThat(words(page(PAGE, "koordinator"))).doesNotContain("Meld en hændelse");
    }

    private static MockHttpServletRequestBuilder complaint() {
        return send(NEW).param("event", "klage").param("date", "16.11.2026").param("reference", "D-44");
    }

    private ResultActions ask(MockHttpServletRequestBuilder request, String group) throws Exception {
        return mvc.perform(request.with(member(group)));
    }

    private ResultActions tell(String path, String body, String group) throws Exception {
        return mvc.perform(post(API + path)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(member(group))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private LocalDate due(String duty) {
        return deadlines.ofCase(CASE).stream()
                .filter(view -> view.duty().equals(duty))
                .map(DeadlineView::dueDate)
                .findFirst()
                .orElseThrow();
    }
}
