package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dk.ankomst.housing.Dwelling;
import dk.ankomst.housing.DwellingKind;
import dk.ankomst.housing.DwellingRegister;
import dk.ankomst.housing.Housing;
import dk.ankomst.housing.Location;
import dk.ankomst.housing.Nearness;
import dk.ankomst.housing.NewDwelling;
import dk.ankomst.housing.Tenure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class DwellingPagesTest extends PageTest {

    private static final String CASE = "2026-00101";
    private static final String PATH = "/sager/" + CASE + "/bolig";

    @Autowired
    Housing housing;

    @Autowired
    DwellingRegister register;

    @BeforeEach
    void aFamily() {
        aFamily(CASE, "Familien Prøve");
    }

    private long dwelling(String address, DwellingKind kind, Tenure tenure, int rooms, @Nullable Integer roomFor) {
        return register.register(new NewDwelling(
                address,
                kind.code(),
                tenure.name(),
                rooms,
                roomFor,
                5400,
                9000,
                kind == DwellingKind.SOCIAL ? "udvidet-anvisningsret" : "ingen",
                null,
                new Location(Nearness.JA, Nearness.NEJ, Nearness.UKENDT, Nearness.JA),
                null,
                null,
                null));
    }

    private long aFlat(int roomFor) {
        return dwelling("Boligvej " + roomFor, DwellingKind.SOCIAL, Tenure.PERMANENT, 4, roomFor);
    }

    private String redirected(MockHttpServletRequestBuilder request, String group) throws Exception {
        return String.valueOf(mvc.perform(request.with(member(group)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private MockHttpServletRequestBuilder newDwelling() {
        return send("/boliger/ny")
                .param("address", "Nyvej 1")
                .param("kind", "almen-bolig")
                .param("tenure", "PERMANENT")
                .param("rooms", "3")
                .param("rent", "5.400")
                .param("instrument", "udvidet-anvisningsret")
                .param("nearLanguageSchool", "JA");
    }

    @Test
    void every_dwelling_is_shown_with_its_reasons_and_their_rules() throws Exception {
        long fits = aFlat(5);
        aFlat(4);
        dwelling("Hotelvej 1", DwellingKind.HOTEL, Tenure.MIDLERTIDIG, 3, 6);
        housing.benefit(CASE, 20000);
        String html = page(PATH, "bolig");
        assertThat(words(html))
                .contains("Familien er 5 personer.", "Familiens ydelse er 20.000 kr. pr. måned.")
                .contains("Tag stilling Husleje : Kommunen har ikke sat, hvor stor en del af ydelsen huslejen må være.")
                .contains("Regel: rule_betaling_andel_ikke_sat. Kilde: rapporten, L919-921 og L1004-1005")
                .contains("Afvist (1)", "Familien er større, end der er plads til i boligen.")
                .contains("Passer (0)", "Tag stilling (2)", "Imod Arbejdspladser : Langt til arbejdspladser.")
                .contains("Ikke oplyst Kollektiv trafik : Registret siger ikke")
                .contains("Mindst én permanent bolig i registret er ikke afvist.")
                .contains("Kommunen har ikke skrevet loftet over egenbetaling ind.");
        assertThat(html).contains("action=\"" + PATH + "/" + fits + "/reserver\"");
    }

    @Test
    void a_dwelling_is_reserved_and_another_family_sees_that_it_is_taken() throws Exception {
        long flat = aFlat(5);
        String refused = answer(send(PATH + "/" + flat + "/reserver"), 400, "bolig");
        assertThat(refused).contains("href=\"#ground-" + flat + "\"");
        assertThat(words(refused)).contains("Skriv, hvorfor familien kan få den.");

        assertThat(redirected(
                        send(PATH + "/" + flat + "/reserver").param("ground", "Ydelsen er høj nok."), "koordinator"))
                .isEqualTo(PATH);
        assertThat(words(page(PATH, "bolig"))).contains("Boligvej 5 er reserveret til familien (permanent).");
        assertThat(words(page("/sager/" + CASE, "borgerservice")))
                .contains("Boligvej 5 er reserveret til familien (permanent).")
                .contains("Pligten til at finde en permanent bolig er åben (integrationsloven § 12).");

        aFamily("2026-00102", "Familien Anden");
        assertThat(words(page("/sager/2026-00102/bolig", "bolig")))
                .contains("Boligen er reserveret til sag " + CASE + ". To familier får aldrig samme bolig.");
        String taken =
                answer(send("/sager/2026-00102/bolig/" + flat + "/reserver").param("ground", "Også os."), 409, "bolig");
        assertThat(words(taken)).contains("Boligen er netop givet til en anden familie.");
    }

    @Test
    void a_reservation_is_given_up_or_moved_into() throws Exception {
        long flat = aFlat(5);
        housing.reserve(CASE, flat, null, "Passer.");
        String refused = answer(send(PATH + "/frigiv"), 400, "bolig");
        assertThat(words(refused)).contains("Skriv, hvorfor boligen frigives.");
        String wrong = answer(send(PATH + "/indflytning").param("movedInOn", "i går"), 400, "bolig");
        assertThat(wrong).contains("value=\"i går\"").contains("href=\"#movedInOn\"");
        assertThat(redirected(send(PATH + "/indflytning").param("movedInOn", "23.11.2026"), "bolig"))
                .isEqualTo(PATH);
        assertThat(register.dwelling(flat).status()).isEqualTo(Dwelling.Status.UDLEJET);

        long centre = dwelling("Centervej 1", DwellingKind.CENTRE, Tenure.MIDLERTIDIG, 27, 2);
        assertThat(redirected(
                        send(PATH + "/" + centre + "/reserver")
                                .param("rooms", "3")
                                .param("ground", "Skimmelsvamp i boligen."),
                        "bolig"))
                .isEqualTo(PATH);
        assertThat(words(page(PATH, "bolig"))).contains("Centervej 1, værelse 1, 2 og 3 er reserveret");
        assertThat(redirected(send(PATH + "/frigiv").param("reason", "Familien bliver boende."), "bolig"))
                .isEqualTo(PATH);
        assertThat(words(page(PATH, "bolig"))).contains("Tidligere", "Familien bliver boende.");
    }

    @Test
    void the_benefit_is_a_whole_number() throws Exception {
        assertThat(words(answer(send(PATH + "/ydelse").param("benefit", "meget"), 400, "bolig")))
                .contains("Skriv ydelsen i hele kroner pr. måned");
        assertThat(redirected(send(PATH + "/ydelse").param("benefit", "11.000"), "bolig"))
                .isEqualTo(PATH);
        assertThat(page(PATH, "bolig")).contains("value=\"11000\"");
    }

    @Test
    void a_dwelling_is_registered_found_again_and_taken_out_of_use() throws Exception {
        String wrong = answer(newDwelling().param("roomFor", "mange"), 400, "bolig");
        assertThat(wrong).contains("href=\"#roomFor\"").contains("value=\"mange\"");
        String one = redirected(newDwelling(), "bolig");
        assertThat(one).matches("/boliger/\\d+");
        assertThat(words(answer(newDwelling(), 400, "bolig"))).contains("Adressen står allerede i registret.");
        String html = page(one, "bolig");
        assertThat(words(html)).contains("Husleje 5.400 kr. pr. måned", "tæt på sprogskole", "Ingen endnu.");
        assertThat(words(page("/boliger", "leder")))
                .contains("Nyvej 1", "1 bolig")
                .doesNotContain("Registrér en bolig");
        assertThat(words(answer(send(one + "/udgaa").param("version", "0"), 400, "bolig")))
                .contains("Skriv, hvorfor boligen ikke bruges mere.");
        assertThat(redirected(send(one + "/udgaa").param("version", "0").param("reason", "Solgt."), "bolig"))
                .isEqualTo(one);
        assertThat(words(page("/boliger", "bolig"))).contains("0 boliger");
        assertThat(words(page("/boliger?status=UDGAAET", "bolig"))).contains("Nyvej 1");
    }

    @Test
    void vacancies_are_counted_by_department() throws Exception {
        for (int vacancy = 0; vacancy < 4; vacancy++) {
            assertThat(redirected(
                            send("/boliger/ledigmelding")
                                    .param("department", "Afdeling 7")
                                    .param("reportedOn", "20.11.2026"),
                            "bolig"))
                    .isEqualTo("/boliger");
        }
        assertThat(words(page("/boliger", "bolig")))
                .contains("Afdeling 7 4 0 Kommunen kan anvise 1 bolig nu.")
                .contains("Ledige gennemgangsboliger: 0. Kommunen har ikke sat, hvor mange der skal stå klar.")
                .contains("En gennemgangsbolig bruges i højst 2 måneder");
        assertThat(words(answer(send("/boliger/ledigmelding"), 400, "bolig"))).contains("Skriv afdelingens navn.");
        page("/boliger/ledigmelding", "koordinator");
        page("/boliger/ny", "koordinator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leder", "revisor", "ydelse"})
    void others_read_and_change_nothing(String group) throws Exception {
        long flat = aFlat(5);
        assertThat(page(PATH, group))
                .doesNotContain("method=\"post\" novalidate")
                .doesNotContain("/reserver\"");
        page("/boliger/" + flat, group);
        for (String path : new String[] {
            PATH + "/" + flat + "/reserver",
            PATH + "/frigiv",
            PATH + "/indflytning",
            PATH + "/ydelse",
            "/boliger/ny",
            "/boliger/ledigmelding",
            "/boliger/" + flat + "/udgaa"
        }) {
            assertThat(statusOf(send(path), group)).as(path).isEqualTo(403);
        }
        assertThat(statusOf(get("/boliger/ny"), group)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sundhed", "skole", "jobcenter", "procesejer", "drift"})
    void other_departments_do_not_see_it(String group) throws Exception {
        assertThat(statusOf(get(PATH), group)).isEqualTo(403);
        assertThat(statusOf(get("/boliger"), group)).isEqualTo(403);
    }

    @Test
    void a_dwelling_that_is_not_there_is_a_page_of_its_own() throws Exception {
        assertThat(statusOf(get("/boliger/99999999"), "bolig")).isEqualTo(404);
    }
}
