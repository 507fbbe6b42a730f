package dk.ankomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The program's own pages in a browser: at a desk, on a phone, by keyboard, and for whom they are. */
class OwnPagesTest extends AnkomstInBrowser {

    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Autowired
    Clock clock;

    @Test
    void what_was_typed_stays_until_a_family_of_three_is_right() {
        Page page = asUser("koordinator");
        page.navigate("/sager/ny");
        visitation(page, "31.02.2026", "Larenko");
        member(page, 0, "Mirela", "12.04.1983", "Kvinde", "Ansøger");
        button(page, "Tilføj medlem").click();
        member(page, 1, "Davor", "02.11.1980", "Mand", "Ægtefælle");
        button(page, "Tilføj medlem").click();
        member(page, 2, "", "03.05.2014", "Kvinde", "Barn");
        button(page, "Opret sag").last().click();

        Locator summary = page.getByRole(AriaRole.ALERT);
        assertThat(summary).isFocused();
        assertThat(summary).containsText("Sagen er ikke oprettet endnu");
        assertThat(page).hasTitle(Pattern.compile("^Fejl: "));
        assertThat(page.locator("[name=visitationDate]")).hasValue("31.02.2026");
        assertThat(page.locator("[name='members[1].givenName']")).hasValue("Davor");
        assertThat(page.locator("[name='members[2].birthDate']")).hasValue("03.05.2014");
        isAccessible(page, "ny-sag-med-fejl");
        summary.getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator("[name=visitationDate]")).isFocused();

        page.locator("[name=visitationDate]").fill(visited());
        page.locator("[name='members[2].givenName']").fill("Elvi");
        button(page, "Opret sag").last().click();

        assertThat(page).hasURL(Pattern.compile("/sager/\\d{4}-\\d{5}$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Frister")))
                .isVisible();
        assertThat(page.getByText("Tilbud om helbredsvurdering").first()).isAttached();
        assertThat(page.locator("[data-title='Type og hjemmel']")
                        .getByText("integrationsloven §")
                        .first())
                .isVisible();
        assertThat(page.getByText("Sådan er fristen regnet").first()).isVisible();
        isAccessible(page, "sag");
        page.locator("details").all().forEach(part -> part.evaluate("part => part.open = true"));
        isAccessible(page, "sag-foldet-ud");
    }

    @Test
    void a_family_is_registered_with_the_keyboard_alone() {
        Page page = asUser("koordinator");
        page.navigate("/");
        page.keyboard().press("Tab");
        assertThat(link(page, "Gå til sidens indhold")).isFocused();
        tabTo(page, "Ny sag");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/sager/ny$"));
        tabTo(page, "residenceCategory");
        page.keyboard().type("Konventionsflygtning");
        tabTo(page, "origin");
        page.keyboard().type("Opholdscenter");
        tabTo(page, "visitationDate");
        page.keyboard().type(visited());
        tabTo(page, "familyName");
        page.keyboard().type("Tastatur");
        tabTo(page, "members[0].givenName");
        page.keyboard().type("Sanela");
        tabTo(page, "members[0].surname");
        page.keyboard().type("Larenko");
        tabTo(page, "members[0].birthDate");
        page.keyboard().type("12.04.1983");
        tabTo(page, "members[0].sex");
        page.keyboard().type("Kvinde");
        tabTo(page, "members[0].familyRole");
        // A driven browser has no key for ø; a list jumps to what begins with the letters typed.
        page.keyboard().type("Ans");
        tabTo(page, "members[0].nationality");
        page.keyboard().type("Syrien");
        tabTo(page, "Opret sag");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/sager/\\d{4}-\\d{5}$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Tastatur");
        assertThat(page.locator("main")).containsText("Konventionsflygtning");
        assertThat(page.locator("main")).containsText("Sanela Larenko");
    }

    @Test
    void each_role_sees_what_is_meant_for_it() {
        Page koordinator = asUser("koordinator");
        String number = registered("Rolle", LocalDate.now(clock).minusDays(50));
        koordinator.navigate("/");
        assertThat(menu(koordinator)).hasText(new String[] {
            "Min dag", "Frister", "Sager", "Boliger", "Ny sag", "Importér", "Opgaver", "Fristberegner"
        });

        Page leder = asUser("leder");
        leder.navigate("/sager?q=" + number);
        link(leder, number).click();
        assertThat(leder.getByText("Registrér en ændring").first()).isVisible();
        Tasklist all = new Tasklist(leder).show("Alle opgaver");
        assertThat(all.card("Tildel en tovholder").filter(new Locator.FilterOptions().setHasText(number)))
                .isVisible();

        Page revisor = asUser("revisor");
        revisor.navigate("/sager/" + number);
        assertThat(menu(revisor)).hasText(new String[] {
            "Min dag", "Frister", "Sager", "Boliger", "Frivillige", "Foreninger", "Opgaver", "Fristberegner", "Cockpit"
        });
        assertThat(revisor.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Frister")))
                .isVisible();
        assertThat(revisor.getByText("Registrér en ændring")).hasCount(0);
        assertThat(revisor.locator("main form")).hasCount(0);
        isAccessible(revisor, "sag-revisor");
        assertThat(status(revisor, "/sager/" + number + "/ankomst")).isEqualTo(403);
        opensCockpit(revisor);

        Page procesejer = asUser("procesejer");
        assertThat(status(procesejer, "/sager/" + number)).isEqualTo(403);
        assertThat(status(procesejer, "/sager")).isEqualTo(403);
        assertThat(procesejer.getByText("Du har ikke adgang til siden").first()).isVisible();
        assertThat(menu(procesejer)).hasText(new String[] {"Min dag", "Fristberegner", "Cockpit"});
        isAccessible(procesejer, "ingen-adgang");
        opensCockpit(procesejer);

        Page drift = asUser("drift");
        drift.navigate("/");
        assertThat(menu(drift)).hasText(new String[] {"Min dag", "Fristberegner", "Cockpit", "Admin"});
        opensCockpit(drift);
        drift.navigate("/");
        link(drift, "Åbn Admin").click();
        assertThat(drift).hasTitle(Pattern.compile("Admin"));
        assertThat(drift.getByText("Users").first()).isVisible();
    }

    @Test
    void the_calculator_answers_and_says_what_is_wrong_at_the_field() {
        Page page = asUser("sprogcenter");
        page.navigate("/fristberegner");
        page.getByLabel("Visitation").fill("31.02.2015");
        button(page, "Beregn").click();
        assertThat(page.getByText("Ret dette for at beregne")).isVisible();
        isAccessible(page, "fristberegner-fejl");

        page.getByLabel("Visitation").fill("15.05.2015");
        page.getByLabel("Spor").selectOption("asylcenter");
        button(page, "Beregn").click();
        assertThat(page.getByText("Kommunen overtager ansvaret den 1. juli 2015."))
                .isVisible();
        isAccessible(page, "fristberegner");
    }

    private static Locator menu(Page page) {
        return page.getByRole(
                        AriaRole.NAVIGATION,
                        new Page.GetByRoleOptions().setName("Hovedmenu").setExact(true))
                .getByRole(AriaRole.LINK);
    }

    private static void opensCockpit(Page page) {
        page.navigate("/");
        link(page, "Cockpit").click();
        assertThat(page).hasTitle(Pattern.compile("Cockpit"));
        assertThat(page.getByText("Process Definitions").first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"koordinator", "bolig", "leder", "revisor", "procesejer", "drift"})
    void every_role_can_use_its_first_page(String user) {
        Page page = asUser(user);
        page.navigate("/");
        isAccessible(page, "min-dag-" + user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leder", "drift"})
    void a_page_that_is_not_there_or_fails_says_what_to_do(String user) {
        Page page = asUser(user);
        page.navigate("/was");
        isAccessible(page, "was-" + user);
        assertThat(status(page, "/findes-ikke")).isEqualTo(404);
        assertThat(link(page, user.equals("leder") ? "Søg efter en sag" : "Gå til Min dag"))
                .isVisible();
        isAccessible(page, "findes-ikke-" + user);
        assertThat(status(page, "/gaar-i-stykker")).isEqualTo(500);
        assertThat(page.getByText("prøv igen om lidt").first()).isVisible();
        assertThat(page.locator("body")).not().containsText("Nothing of this");
        isAccessible(page, "fejl-" + user);
    }

    @Test
    void a_case_that_is_not_there_and_a_search_in_vain_say_what_to_do() {
        Page page = asUser("bolig");
        page.navigate("/sager?q=findes-slet-ikke");
        assertThat(page.getByText("Ingen sager passer til").first()).isVisible();
        isAccessible(page, "sager-tom");
        assertThat(status(page, "/sager/1999-00001")).isEqualTo(404);
        isAccessible(page, "sag-findes-ikke");
    }

    @Test
    void the_pages_of_a_case_can_be_used_by_everyone() {
        Page page = asUser("koordinator");
        String number = registered("Fuldstændig", LocalDate.now(clock).minusDays(5));
        page.navigate("/sager");
        isAccessible(page, "sager");
        page.navigate("/sager/ny");
        isAccessible(page, "ny-sag");
        page.navigate("/sager/import");
        isAccessible(page, "import");
        page.locator("[type=file]")
                .setInputFiles(new FilePayload(
                        "fejl.csv", "text/csv", "forkert;overskrift\n1;2\n".getBytes(StandardCharsets.UTF_8)));
        button(page, "Læs ind").click();
        isAccessible(page, "import-fejl");
        for (String change :
                List.of("ankomst", "forventet-ankomst", "familiemedlem", "fraflytning", "ophold-bortfaldet")) {
            page.navigate("/sager/" + number + "/" + change);
            isAccessible(page, change);
            page.locator("main form [type=submit]").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            isAccessible(page, change + "-fejl");
        }
        page.navigate("/");
        isAccessible(page, "min-dag-fuld");
    }

    @Test
    void the_login_page_can_be_used_by_everyone() {
        Page page = stranger();
        page.navigate("/login");
        isAccessible(page, "login");
        page.getByLabel("Brugernavn").fill("findes-ikke");
        page.getByLabel("Adgangskode").fill("forkert");
        button(page, "Log på").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("passer ikke sammen");
        isAccessible(page, "login-fejl");
    }

    @Test
    void a_search_survives_the_back_button_and_a_shared_link() {
        Page page = asUser("leder");
        Page koordinator = asUser("koordinator");
        String number = registered("Tilbage", LocalDate.now(clock).minusDays(5));
        page.navigate("/sager");
        page.getByLabel("Sagsnummer eller navn").fill("Tilbage");
        page.getByLabel("Fase").selectOption(new SelectOption().setLabel("Forberedelse"));
        page.getByLabel("Rækkefølge").selectOption(new SelectOption().setIndex(1));
        button(page, "Søg").click();
        assertThat(link(page, number)).isVisible();
        String address = page.url();
        assertThat(address).contains("q=Tilbage").contains("fase=forberedelse").contains("sorter=");

        link(page, number).click();
        assertThat(page).hasURL(Pattern.compile("/sager/" + number));
        page.goBack();

        assertThat(page.getByLabel("Sagsnummer eller navn")).hasValue("Tilbage");
        assertThat(page.getByLabel("Fase")).hasValue("forberedelse");
        assertThat(link(page, number)).isVisible();
        koordinator.navigate(address);
        assertThat(koordinator.getByLabel("Sagsnummer eller navn")).hasValue("Tilbage");
        assertThat(link(koordinator, number)).isVisible();
    }

    @Test
    void after_logging_out_the_back_button_shows_no_case() {
        Page page = loggedIn("koordinator");
        String number = registered("Fortrolig", LocalDate.now(clock).minusDays(5));
        button(page, "Log af").click();
        assertThat(page.getByText("Du er logget af.")).isVisible();

        page.navigate("/sager/" + number);

        assertThat(button(page, "Log på")).isVisible();
        assertThat(page.locator("body")).not().containsText("Fortrolig");
    }

    private static void visitation(Page page, String date, String family) {
        choose(page, "residenceCategory", "Konventionsflygtning");
        choose(page, "origin", "Opholdscenter");
        page.locator("[name=visitationDate]").fill(date);
        page.locator("[name=familyName]").fill(family);
    }

    private static void member(Page page, int index, String name, String born, String sex, String role) {
        String field = "members[" + index + "].";
        page.locator("[name='" + field + "givenName']").fill(name);
        page.locator("[name='" + field + "surname']").fill("Larenko");
        page.locator("[name='" + field + "birthDate']").fill(born);
        choose(page, field + "sex", sex);
        choose(page, field + "familyRole", role);
        choose(page, field + "nationality", "Syrien");
        choose(page, field + "ethnicGroup", "Araber");
    }

    private static void choose(Page page, String field, String label) {
        page.locator("[name='" + field + "']").selectOption(new SelectOption().setLabel(label));
    }

    /** Presses the tabulator until the field of that name, or the link or button of that text, has the focus. */
    private static void tabTo(Page page, String wanted) {
        for (int presses = 0; presses < 40; presses++) {
            page.keyboard().press("Tab");
            Object reached = page.evaluate("""
                    () => { const at = document.activeElement;
                            return ['A', 'BUTTON'].includes(at.tagName) ? at.innerText.trim() : at.getAttribute('name'); }""");
            if (wanted.equals(reached)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + wanted);
    }

    private static int status(Page page, String path) {
        Response response = page.navigate(path);
        return Objects.requireNonNull(response).status();
    }

    private String visited() {
        return LocalDate.now(clock).minusDays(5).format(DANISH);
    }
}
