package dk.ankomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The board in a browser: with the keyboard alone, with and without scripts, and when two want the same task. */
class BoardInBrowserTest extends AnkomstInBrowser {

    /** Late, so that the case stands at the top, and every row of the group. */
    private static final String LATE = "/frister?vis=team&antal-laenge-over=200";

    private static final String TASK = "Tildel en tovholder";

    @Autowired
    Clock clock;

    @Test
    void a_task_is_found_taken_and_put_on_hold_with_the_keyboard_alone() {
        Page page = asUser("koordinator");
        String number = late("Tastebræt");
        page.navigate("/frister?vis=team");
        tabTo(page, "Lokalt mål");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/frister\\?vis=team&type=lokal$"));
        assertThat(page.locator("#type-lokal")).hasAttribute("aria-current", "true");
        assertThat(page.locator("#type-lokal")).isFocused();
        page.navigate(LATE + "&type=lokal");

        tabTo(page, "Overtag: " + TASK + ", sag " + number);
        page.keyboard().press("Enter");

        Locator told = page.getByText("Du har overtaget opgaven '" + TASK + "' i sag " + number + ".");
        assertThat(told).isVisible();
        assertThat(page.locator("#besked")).isFocused();
        assertThat(page).hasURL(Pattern.compile("/frister\\?vis=team&type=lokal&antal-laenge-over=200$"));
        assertThat(row(page, number)).containsText("Koordinator (demo)");

        tabTo(page, "Sæt i bero: " + TASK + ", sag " + number);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/i-bero\\?"));
        tabTo(page, "Sæt i bero");
        page.keyboard().press("Enter");
        assertThat(page.locator("#fejlliste")).isFocused();
        assertThat(page).hasTitle(Pattern.compile("^Fejl: "));
        isAccessible(page, "frister-i-bero-fejl");
        page.getByLabel("Hvorfor sættes opgaven i bero?").fill("Venter på centeret");
        page.getByLabel("Tages op igen den")
                .fill(LocalDate.now(clock).plusDays(9).format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
        page.keyboard().press("Enter");

        assertThat(page.locator("#besked")).containsText("i bero til den");
        assertThat(row(page, number)).containsText("Venter på centeret");
        assertThat(row(page, number)).containsText("over");
    }

    @Test
    void everybody_can_use_the_board_and_its_pages() {
        Page page = asUser("koordinator");
        String number = late("Tilgængelig");
        page.navigate(LATE);
        assertThat(page.locator(".ankomst-bars")).isVisible();
        row(page, number).getByText("Hvorfor?").click();
        assertThat(row(page, number)
                        .getByText("Regel:")
                        .or(row(page, number).locator(".details-text p"))
                        .first())
                .isVisible();
        isAccessible(page, "frister-team");
        row(page, number).getByText("Overtag").click();
        isAccessible(page, "frister-overtaget");
        row(page, number).getByText("Send videre").click();
        isAccessible(page, "frister-send-videre");
        page.goBack();
        row(page, number).getByText("Sæt i bero").click();
        isAccessible(page, "frister-i-bero");

        Page leder = asUser("leder");
        leder.navigate("/frister");
        assertThat(leder.locator(".ankomst-bars")).isVisible();
        isAccessible(leder, "frister-alle");
        leder.navigate(LATE.replace("team", "alle"));
        row(leder, number).getByText("Hvorfor?").click();
        assertThat(leder.getByLabel("Hvorfor blev fristen overskredet?")).isVisible();
        isAccessible(leder, "frister-vurdering");
        leder.locator("form.ankomst-form button").click();
        assertThat(leder.locator("#fejlliste")).isFocused();
        isAccessible(leder, "frister-vurdering-fejl");
        leder.navigate(LATE.replace("team", "alle"));
        row(leder, number).getByText("Overtag").click();
        assertThat(leder.locator("main")).containsText("Opgaven er hos Koordinator (demo). Vil du overtage den?");
        isAccessible(leder, "frister-overtag");

        Page revisor = asUser("revisor");
        revisor.navigate("/frister");
        assertThat(revisor.locator("main form")).hasCount(0);
        isAccessible(revisor, "frister-revisor");
        Page skole = asUser("skole");
        skole.navigate("/frister?vis=mine");
        isAccessible(skole, "frister-tom");
        skole.navigate("/frister/uger?vis=alle");
        isAccessible(skole, "frister-uger");
    }

    @Test
    void a_view_survives_the_back_button_and_a_reload() {
        Page page = asUser("leder");
        page.navigate("/frister");
        page.locator("#afdeling-koordinator").click();
        assertThat(page.locator("#afdeling-koordinator")).hasAttribute("aria-current", "true");
        page.locator("#type-lov").click();
        assertThat(page).hasURL(Pattern.compile("type=lov&afdeling=koordinator"));
        page.reload();
        assertThat(page.locator("#type-lov")).hasAttribute("aria-current", "true");
        page.goBack();
        assertThat(page.locator("#afdeling-koordinator")).hasAttribute("aria-current", "true");
        assertThat(page.locator("#type-lov")).not().hasAttribute("aria-current", "true");
        assertThat(page.evaluate(
                                "Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter(key => key.includes('history-cache'))")
                        .toString())
                .as("no page in the browser's store")
                .isEqualTo("[]");
    }

    @Test
    void the_board_works_without_scripts() {
        Page known = asUser("koordinator");
        String number = late("Skriptløs");
        known.navigate("/");
        Browser browser = Objects.requireNonNull(known.context().browser());
        try (BrowserContext plain = browser.newContext(new Browser.NewContextOptions()
                .setStorageState(known.context().storageState())
                .setJavaScriptEnabled(false))) {
            Page page = plain.newPage();
            page.navigate(known.url().replaceAll("/$", "") + LATE);
            page.locator("#type-lokal").click();
            assertThat(page).hasURL(Pattern.compile("type=lokal"));
            page.navigate(known.url().replaceAll("/$", "") + LATE);
            row(page, number).getByText("Hvorfor?").click();
            row(page, number)
                    .getByText("Sådan er fristen regnet", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText("Sådan er fristen regnet");
            page.getByText("Til fristtavlen").click();
            page.getByText("Se, hvor mange frister").click();
            assertThat(page.locator(".ankomst-bars")).isVisible();
            page.goBack();
            row(page, number).getByText("Overtag").click();
            assertThat(page.locator("#besked")).containsText("Du har overtaget opgaven");
        }
    }

    @Test
    void who_comes_second_is_told_who_was_first_and_a_colleagues_task_is_asked_about() {
        Page koordinator = asUser("koordinator");
        String number = late("Dobbelt");
        koordinator.navigate(LATE);
        Page leder = asUser("leder");
        leder.navigate(LATE.replace("team", "alle"));
        row(leder, number).getByText("Overtag").click();
        assertThat(leder.locator("#besked")).containsText("Du har overtaget opgaven");

        row(koordinator, number).getByText("Overtag").click();
        assertThat(koordinator.locator("#besked"))
                .containsText(Pattern.compile("Leder \\(demo\\) overtog opgaven kl\\. \\d{1,2}\\.\\d\\d\\."));
        row(koordinator, number).getByText("Overtag").click();
        assertThat(koordinator.locator("main")).containsText("Opgaven er hos Leder (demo). Vil du overtage den?");
        button(koordinator, "Overtag opgaven").click();
        assertThat(koordinator.locator("#besked")).containsText("Du har overtaget opgaven");

        // Another department is not asked to, and cannot.
        String task = Objects.requireNonNull(
                        row(koordinator, number).locator("a[href*='task=']").getAttribute("href"))
                .replaceAll(".*task=", "");
        Page sundhed = asUser("sundhed");
        sundhed.navigate(LATE.replace("team", "alle"));
        assertThat(row(sundhed, number)).not().containsText("Overtag");
        for (String step : new String[] {"overtag", "send-videre", "i-bero"}) {
            sundhed.navigate("/frister/opgaver/" + task + "/" + step);
            assertThat(sundhed.locator("h1")).hasText("Du har ikke adgang til siden");
            assertThat(sundhed.locator("main")).not().containsText("(demo)");
        }

        row(koordinator, number).getByText("Send videre").click();
        koordinator.getByText("Læg tilbage til Koordinator").click();
        button(koordinator, "Send videre").click();
        assertThat(koordinator.locator("#besked")).containsText("tilbage til Koordinator");
        assertThat(row(koordinator, number)).containsText("Ikke taget");
    }

    /** A family visited so long ago that its first task is more than ten working days over. */
    private String late(String family) {
        return registered(family, LocalDate.now(clock).minusDays(50));
    }

    private static Locator row(Page page, String number) {
        return page.locator(".ankomst-board tbody tr")
                .filter(new Locator.FilterOptions().setHasText(number))
                .filter(new Locator.FilterOptions().setHasText(TASK))
                .first();
    }

    /** Presses the tabulator until the link or button of that text has the focus. */
    private static void tabTo(Page page, String wanted) {
        for (int presses = 0; presses < 400; presses++) {
            page.keyboard().press("Tab");
            Object reached = page.evaluate("document.activeElement.textContent.replace(/\\s+/g, ' ').trim()");
            if (wanted.equals(reached)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + wanted);
    }
}
