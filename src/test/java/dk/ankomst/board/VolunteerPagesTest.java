package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dk.ankomst.volunteers.AssociationEntry;
import dk.ankomst.volunteers.Associations;
import dk.ankomst.volunteers.Matching;
import dk.ankomst.volunteers.VolunteerEntry;
import dk.ankomst.volunteers.Volunteers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class VolunteerPagesTest extends PageTest {

    private static final String CASE = "2026-00101";
    private static final String PATH = "/sager/" + CASE + "/frivillige";
    private static final String KEEPER = "frivilligkoordinator";

    @Autowired
    Volunteers volunteers;

    @Autowired
    Associations associations;

    @Autowired
    Matching matching;

    @BeforeEach
    void aFamilyToFollow() {
        aFamily(CASE, "Familien Prøve");
    }

    private long volunteer(String name, @Nullable LocalDate conduct) {
        return volunteers.register(new VolunteerEntry(
                name,
                null,
                null,
                null,
                null,
                TODAY,
                conduct,
                List.of("hverdag"),
                List.of("kontaktfamilie"),
                List.of("Arabisk")));
    }

    @Test
    void the_case_page_shows_every_candidate_with_reasons_and_takes_the_choice() throws Exception {
        long ready = volunteer("Else Klar", TODAY);
        volunteer("Ole Uden Kodeks", null);

        String page = words(page(PATH, KEEPER));
        assertThat(page)
                .contains("Else Klar")
                .contains("Den frivillige taler et af familiens sprog.")
                .contains("Kan ikke vælges")
                .contains("ikke underskrevet kodekset");
        assertThat(page.indexOf("Else Klar")).isLessThan(page.indexOf("Ole Uden Kodeks"));

        assertThat(statusOf(send(PATH + "/vaelg").param("volunteer", Long.toString(ready)), KEEPER))
                .isEqualTo(302);
        assertThat(statusOf(
                        send(PATH + "/svar").param("family", "23.11.2026").param("volunteer", "23.11.2026"), KEEPER))
                .isEqualTo(302);
        assertThat(matching.openMatch(CASE)).get().satisfies(match -> assertThat(match.accepted())
                .isTrue());
        assertThat(words(page(PATH, "koordinator")))
                .contains("Else Klar")
                .contains("familien sagde ja 23. november 2026");

        String refused = answer(send(PATH + "/opgave").param("area", "hverdag"), 400, KEEPER);
        assertThat(words(refused)).contains("Svar ja eller nej.").contains("Skriv kort");
        assertThat(statusOf(
                        send(PATH + "/opgave")
                                .param("area", "hverdag")
                                .param("description", "Hent recept")
                                .param("statutory", "ja")
                                .param("specialist", "nej")
                                .param("deadlineBound", "nej"),
                        KEEPER))
                .isEqualTo(302);
        assertThat(words(page(PATH, KEEPER))).contains("Hent recept (ikke givet)");
    }

    @Test
    void visits_are_noted_with_their_outcome() throws Exception {
        long club = associations.register(new AssociationEntry(
                "Prøveby Idrætsforening", null, null, null, "Fodbold", TODAY, null, List.of("medborgerskab")));
        assertThat(statusOf(
                        send(PATH + "/besoeg")
                                .param("association", Long.toString(club))
                                .param("visitDate", "20.11.2026"),
                        KEEPER))
                .isEqualTo(302);
        String html = page(PATH, KEEPER);
        String visit = text(html, "name=\"visit\" value=\"(\\d+)\"");
        assertThat(statusOf(send(PATH + "/udfald").param("visit", visit).param("outcome", "MEMBER"), KEEPER))
                .isEqualTo(302);
        assertThat(words(page(PATH, KEEPER))).contains("Mindst én meldte sig ind");
        assertThat(words(answer(send(PATH + "/besoeg").param("visitDate", "i overmorgen"), 400, KEEPER)))
                .contains("Det blev ikke gemt");
    }

    @Test
    void the_register_is_kept_by_the_volunteer_coordinator() throws Exception {
        String refused = answer(
                send("/frivillige/ny").param("name", "Prøve 120385-1234").param("conductOn", "23.11.2026"),
                400,
                KEEPER);
        assertThat(words(refused)).contains("Fjern CPR-nummeret");
        assertThat(words(
                        answer(send("/frivillige/ny").param("name", "Prøve").param("conductOn", "32.13"), 400, KEEPER)))
                .contains("Ret dette for at gemme");
        assertThat(statusOf(
                        send("/frivillige/ny")
                                .param("name", "Prøve Person")
                                .param("roles", "kontaktfamilie")
                                .param("areas", "sprog", "hverdag")
                                .param("languages", "arabisk, engelsk"),
                        KEEPER))
                .isEqualTo(302);
        long id = volunteers.all().stream()
                .filter(one -> one.name().equals("Prøve Person"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(words(page("/frivillige", KEEPER))).contains("Prøve Person").contains("Mangler aftale");
        assertThat(words(page("/frivillige/" + id, KEEPER)))
                .contains("arabisk, engelsk")
                .contains("Ikke underskrevet");
        assertThat(page("/frivillige/" + id + "/ret", KEEPER)).contains("value=\"Prøve Person\"");
        assertThat(statusOf(
                        send("/frivillige/" + id + "/ret")
                                .param("version", "0")
                                .param("name", "Prøve Person")
                                .param("agreementOn", "20.11.2026")
                                .param("conductOn", "20.11.2026"),
                        KEEPER))
                .isEqualTo(302);
        assertThat(words(answer(
                        send("/frivillige/" + id + "/ret").param("version", "0").param("name", "Andet"), 400, KEEPER)))
                .contains("En anden har ændret dette imens");
        page("/frivillige/" + id + "/stop", KEEPER);
        assertThat(statusOf(
                        send("/frivillige/" + id + "/stop")
                                .param("date", "23.11.2026")
                                .param("reason", "Flytter"),
                        KEEPER))
                .isEqualTo(302);
        assertThat(statusOf(send("/frivillige/" + id + "/glem"), KEEPER)).isEqualTo(302);
        assertThat(words(page("/frivillige/" + id, "revisor"))).contains("Tidligere frivillig nr. " + id);
    }

    @Test
    void associations_are_kept_with_agreement_and_support() throws Exception {
        assertThat(statusOf(
                        send("/foreninger/ny")
                                .param("name", "Spejderne i Prøveby")
                                .param("areas", "medborgerskab"),
                        KEEPER))
                .isEqualTo(302);
        long id = associations.all().get(0).id();
        assertThat(words(page("/foreninger", "leder")))
                .contains("Spejderne i Prøveby")
                .contains("Mangler aftale");
        page("/foreninger/ny", KEEPER);
        page("/foreninger/" + id + "/ret", KEEPER);
        page("/foreninger/" + id + "/stop", KEEPER);
        page("/foreninger/" + id + "/stoette", KEEPER);
        assertThat(words(answer(send("/foreninger/" + id + "/stoette"), 400, KEEPER)))
                .contains("Vælg, hvad støtten er.");
        assertThat(statusOf(
                        send("/foreninger/" + id + "/stoette")
                                .param("kind", "PREMISES")
                                .param("extent", "Et lokale hver tirsdag")
                                .param("date", "20.11.2026"),
                        KEEPER))
                .isEqualTo(302);
        assertThat(words(page("/foreninger/" + id, "revisor"))).contains("Lokale: Et lokale hver tirsdag");
    }

    @Test
    void the_coverage_shows_areas_languages_and_meetings() throws Exception {
        volunteer("Else Klar", TODAY);
        matching.wish(CASE, List.of("hverdag"));
        assertThat(statusOf(
                        send("/frivillige/moede").param("date", "20.11.2026").param("topic", "Året der kommer"),
                        KEEPER))
                .isEqualTo(302);
        page("/frivillige/moede", KEEPER);

        assertThat(words(page("/frivillige/daekning", "leder")))
                .contains("a) Sproglig udvikling")
                .contains("h) Hverdagsmestring")
                .contains("Ingen frivillige")
                .contains("arabisk")
                .contains("1 holdt i år, mindst 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/frivillige", "/frivillige/daekning", "/foreninger"})
    void names_and_contacts_are_not_for_other_departments(String path) throws Exception {
        for (String group : List.of("koordinator", "jobcenter", "sundhed", "procesejer", "drift")) {
            assertThat(statusOf(get(path), group)).as(group).isEqualTo(403);
        }
        assertThat(statusOf(get(path), "leder")).isEqualTo(200);
        assertThat(statusOf(send("/frivillige/ny"), "leder")).isEqualTo(403);
        assertThat(statusOf(send(PATH + "/vaelg"), "koordinator")).isEqualTo(403);
        assertThat(statusOf(get(PATH), "jobcenter")).isEqualTo(403);
    }
}
