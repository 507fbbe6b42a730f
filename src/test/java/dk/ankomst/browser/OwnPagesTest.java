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
        Page page = loggedIn("koordinator");
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
        assertThat(page.getByText("Tilbyd helbredsvurdering").first()).isAttached();
        assertThat(page.getByText("integrationsloven §").first()).isVisible();
        assertThat(page.getByText("Sådan er fristen regnet").first()).isVisible();
        isAccessible(page, "sag");
        page.locator("details").all().forEach(part -> part.evaluate("part => part.open = true"));
        isAccessible(page, "sag-foldet-ud");
    }

    @Test
    void a_family_is_registered_with_the_keyboard_alone() {
        Page page = loggedIn("koordinator");
        page.navigate("/sager/ny");
        page.keyboard().press("Tab");
        assertThat(link(page, "Gå til sidens indhold")).isFocused();
        page.keyboard().press("Enter");
        tabTo(page, "residenceCategory", "Konventionsflygtning");
        tabTo(page, "origin", "Opholdscenter");
        tabTo(page, "visitationDate", visited());
        tabTo(page, "familyName", "Tastatur");
        tabTo(page, "members[0].givenName", "Mirela");
        tabTo(page, "members[0].surname", "Tastatur");
        tabTo(page, "members[0].birthDate", "12.04.1983");
        tabTo(page, "members[0].sex", "Kvinde");
        tabTo(page, "members[0].familyRole", "Ansøger");
        tabTo(page, "members[0].nationality", "Syrien");
        page.keyboard().press("Tab");
        page.locator("[name='members[0].language']").focus();
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("/sager/\\d{4}-\\d{5}$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Tastatur");
    }

    @Test
    void each_role_sees_what_is_meant_for_it() {
        Page koordinator = loggedIn("koordinator");
        String number = registerFamily(koordinator, "Rolle", clock);

        Page leder = loggedIn("leder");
        leder.navigate("/sager?q=" + number);
        link(leder, number).click();
        assertThat(leder.getByText("Registrér en ændring").first()).isVisible();
        Tasklist all = new Tasklist(leder).show("Alle opgaver");
        assertThat(all.card("Tildel en tovholder").first()).isVisible();

        Page revisor = loggedIn("revisor");
        revisor.navigate("/sager/" + number);
        assertThat(revisor.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Frister")))
                .isVisible();
        assertThat(revisor.getByText("Registrér en ændring")).hasCount(0);
        assertThat(revisor.locator("main form")).hasCount(0);
        assertThat(status(revisor, "/sager/" + number + "/ankomst")).isEqualTo(403);
        isAccessible(revisor, "sag-revisor");

        Page procesejer = loggedIn("procesejer");
        assertThat(status(procesejer, "/sager")).isEqualTo(403);
        assertThat(status(procesejer, "/sager/" + number)).isEqualTo(403);
        assertThat(procesejer.getByText("Du har ikke adgang til siden").first()).isVisible();
        isAccessible(procesejer, "ingen-adgang");
    }

    @ParameterizedTest
    @ValueSource(strings = {"koordinator", "bolig", "leder", "revisor", "procesejer", "drift"})
    void every_page_can_be_used_by_everyone(String user) {
        Page page = loggedIn(user);
        isAccessible(page, "min-dag-" + user);
        page.navigate("/was");
        isAccessible(page, "was-" + user);
        page.navigate("/findes-ikke");
        isAccessible(page, "findes-ikke-" + user);
        if (List.of("koordinator", "bolig", "leder", "revisor").contains(user)) {
            page.navigate("/sager?q=findes-slet-ikke");
            assertThat(page.getByText("Ingen sager passer til").first()).isVisible();
            isAccessible(page, "sager-tom-" + user);
            assertThat(status(page, "/sager/1999-00001")).isEqualTo(404);
            isAccessible(page, "sag-findes-ikke-" + user);
        }
    }

    @Test
    void the_pages_of_a_case_can_be_used_by_everyone() {
        Page page = loggedIn("koordinator");
        String number = registerFamily(page, "Fuldstændig", clock);
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
        Page page = loggedIn("leder");
        Page koordinator = loggedIn("koordinator");
        String number = registerFamily(koordinator, "Tilbage", clock);
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
        String number = registerFamily(page, "Fortrolig", clock);
        button(page, "Log af").click();
        assertThat(page.getByText("Du er logget af.")).isVisible();

        page.navigate("/sager/" + number);

        assertThat(button(page, "Log på")).isVisible();
        assertThat(page.locator("body")).not().containsText("Fortrolig");
    }

    /** Registers a mother and her child on the page for a new case; answers the case's number. */
    static String registerFamily(Page page, String family, Clock clock) {
        page.navigate("/sager/ny");
        visitation(page, LocalDate.now(clock).minusDays(5).format(DANISH), family);
        member(page, 0, "Mirela", "12.04.1983", "Kvinde", "Ansøger");
        button(page, "Tilføj medlem").click();
        member(page, 1, "Elvi", "03.05.2014", "Kvinde", "Barn");
        button(page, "Opret sag").last().click();
        assertThat(page).hasURL(Pattern.compile("/sager/\\d{4}-\\d{5}$"));
        return page.url().replaceAll(".*/", "");
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

    /** Presses the tabulator until the field has the focus, and types. */
    private static void tabTo(Page page, String field, String typed) {
        for (int presses = 0; presses < 30; presses++) {
            page.keyboard().press("Tab");
            if (field.equals(page.evaluate("document.activeElement.getAttribute('name')"))) {
                page.keyboard().type(typed);
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + field);
    }

    private static int status(Page page, String path) {
        Response response = page.navigate(path);
        return Objects.requireNonNull(response).status();
    }

    private String visited() {
        return LocalDate.now(clock).minusDays(5).format(DANISH);
    }
}
