package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dk.ankomst.deadlines.CaseDates;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeadlinePagesTest extends PageTest {

    private static final String CASE = "2026-00141";
    private static final String CONTRACT = "/sager/" + CASE + "/frister/integrationskontrakt";
    private static final String WELCOME = "/sager/" + CASE + "/frister/velkomstmateriale";

    @Autowired
    Deadlines deadlines;

    @BeforeEach
    void aFamilyThatIsTakenOverNextMonth() {
        aFamily(CASE, "Familien Prøve");
        deadlines.open(
                CASE,
                new CaseDates("asylcenter", LocalDate.of(2026, 11, 20), null, null, null, Map.of()),
                List.of(new Subject(personId(CASE, 1), true), new Subject(personId(CASE, 2), true)));
    }

    @Test
    void the_page_of_a_duty_says_how_it_is_counted_once_for_all_that_it_is_owed_alike() throws Exception {
        String html = words(page(CONTRACT, "jobcenter"));

        assertThat(html)
                .contains("Sådan er fristen regnet")
                .containsOnlyOnce("Fristen er 1 måned efter overtagelsen den 4. januar 2027")
                .contains("i tabellen frist, udgave")
                .doesNotContain("Flyt fristen");
        assertThat(words(page(CONTRACT, "leder"))).contains("Flyt fristen", "Sæt fristen i bero");
        assertThat(words(page(CONTRACT, "koordinator"))).doesNotContain("Flyt fristen");
        assertThat(words(page(WELCOME, "koordinator"))).contains("Flyt fristen");
    }

    @Test
    void the_leader_moves_the_date_of_those_who_are_chosen_and_the_page_tells_it() throws Exception {
        assertThat(words(page(CONTRACT + "/flyt", "leder"))).contains("skriv hjemlen i begrundelsen");

        assertThat(statusOf(
                        send(CONTRACT + "/flyt")
                                .param("person", Long.toString(personId(CASE, 2)))
                                .param("due", "15.02.2027")
                                .param("reason", "Tolken er syg"),
                        "leder"))
                .isEqualTo(302);

        assertThat(due(1)).isEqualTo("2027-02-04");
        assertThat(due(2)).isEqualTo("2027-02-15");
        assertThat(words(page(CONTRACT, "revisor")))
                .contains("Flyttet fra 4. februar 2027 til 15. februar 2027 den 23. november 2026 kl. 9.05 af leder."
                        + " Tolken er syg.");
        assertThat(words(page("/sager/" + CASE, "leder"))).contains("Flyttet i hånden. Begrundelse: Tolken er syg.");
    }

    @Test
    void what_is_missing_is_said_by_the_field_and_what_was_typed_stays_and_nobodys_date_moves() throws Exception {
        String html = answer(
                send(CONTRACT + "/flyt")
                        .param("person", Long.toString(personId(CASE, 1)))
                        .param("person", Long.toString(personId(CASE, 2)))
                        .param("due", "31.02.2027")
                        .param("reason", "Tolken er syg"),
                400,
                "leder");

        assertThat(words(html)).contains("findes ikke. Tjek dag og måned.");
        assertThat(html).contains("31.02.2027", "Tolken er syg");
        assertThat(due(1)).isEqualTo("2027-02-04");

        assertThat(words(answer(
                        send(CONTRACT + "/i-bero").param("from", "02.01.2027").param("reason", "Syg"), 400, "leder")))
                .contains("Vælg mindst én person");
    }

    @Test
    void all_that_is_missing_is_said_at_once() throws Exception {
        assertThat(words(answer(send(WELCOME + "/flyt"), 400, "leder")))
                .contains("Skriv den nye dato", "Skriv, hvorfor fristen flyttes");
        assertThat(words(answer(send(WELCOME + "/i-bero"), 400, "leder")))
                .contains("står i bero fra, fx", "løber igen, fx", "Skriv, hvorfor fristen sættes i bero");
    }

    @Test
    void who_saves_a_date_that_a_colleague_has_moved_since_reads_the_new_one_first() throws Exception {
        String seen = text(page(WELCOME + "/flyt", "leder"), "name=\"vist\" value=\"([^\"]*)\"");
        assertThat(statusOf(
                        send(WELCOME + "/flyt")
                                .param("due", "15.12.2026")
                                .param("reason", "Kollegaen")
                                .param("vist", seen),
                        "koordinator"))
                .isEqualTo(302);

        String refused = answer(
                send(WELCOME + "/flyt")
                        .param("due", "20.12.2026")
                        .param("reason", "Min grund")
                        .param("vist", seen),
                400,
                "leder");

        assertThat(words(refused))
                .contains("Fristen er ændret, siden du åbnede siden, og intet er gemt.")
                .contains("Fristen er nu den 15. december 2026.", "Min grund");
        assertThat(refused).contains("value=\"20.12.2026\"");
        String now = text(refused, "name=\"vist\" value=\"([^\"]*)\"");
        assertThat(statusOf(
                        send(WELCOME + "/flyt")
                                .param("due", "20.12.2026")
                                .param("reason", "Min grund")
                                .param("vist", now),
                        "leder"))
                .isEqualTo(302);
    }

    @Test
    void who_may_not_move_a_deadline_by_law_is_told_so_on_a_page() throws Exception {
        assertThat(statusOf(
                        send(CONTRACT + "/flyt").param("due", "15.02.2027").param("reason", "Ferie"), "koordinator"))
                .isEqualTo(403);
        assertThat(statusOf(send(WELCOME + "/flyt").param("due", "15.12.2026").param("reason", "Ferie"), "bolig"))
                .isEqualTo(403);
        assertThat(statusOf(send(WELCOME + "/flyt").param("due", "15.12.2026").param("reason", "Ferie"), "revisor"))
                .isEqualTo(403);
        assertThat(due(1)).isEqualTo("2027-02-04");
    }

    @Test
    void an_earlier_takeover_is_agreed_with_the_consent_written_down() throws Exception {
        jdbc.sql("update case_file set takeover_date = ? where case_number = ?")
                .params(LocalDate.of(2027, 1, 4), CASE)
                .update();
        assertThat(words(page("/sager/" + CASE, "koordinator"))).contains("Aftal tidligere overtagelse");
        assertThat(words(answer(
                        send("/sager/" + CASE + "/aftal-overtagelse").param("takeover", "15.12.2026"),
                        400,
                        "koordinator")))
                .contains("Skriv, hvordan og hvornår flygtningen har givet samtykke");

        assertThat(statusOf(
                        send("/sager/" + CASE + "/aftal-overtagelse")
                                .param("takeover", "15.12.2026")
                                .param("reason", "Samtykke på mødet den 20. november"),
                        "koordinator"))
                .isEqualTo(302);

        verify(plan)
                .factsChanged(
                        CASE,
                        "Tidligere overtagelse er aftalt med flygtningens samtykke. Samtykke på mødet den 20. november");
    }

    @Test
    void a_wrong_birth_date_is_corrected_and_the_old_one_stays_on_the_case() throws Exception {
        String path = "/sager/" + CASE + "/ret-foedselsdato";
        String person = Long.toString(personId(CASE, 1));
        assertThat(words(answer(send(path).param("birthDate", "12.04.2031").param("reason", "Slåfejl"), 400, "leder")))
                .contains("Vælg det familiemedlem", "Fødselsdatoen ligger efter i dag");
        verify(plan, never()).factsChanged(any(), any());

        assertThat(statusOf(
                        send(path)
                                .param("person", person)
                                .param("birthDate", "12.04.1981")
                                .param("reason", "Passet siger 1981"),
                        "leder"))
                .isEqualTo(302);

        verify(plan).factsChanged(CASE, "En fødselsdato er rettet. Passet siger 1981");
        assertThat(words(page("/sager/" + CASE, "leder")))
                .contains("til 12. april 1981 af leder", "Person 1. Passet siger 1981");
    }

    private LocalDate due(int person) {
        return deadlines.ofCase(CASE).stream()
                .filter(view -> view.duty().equals("integrationskontrakt"))
                .filter(view -> Long.valueOf(personId(CASE, person)).equals(view.personId()))
                .map(DeadlineView::dueDate)
                .findFirst()
                .orElseThrow();
    }
}
