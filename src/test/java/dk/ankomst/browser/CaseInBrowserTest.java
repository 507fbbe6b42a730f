package dk.ankomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of a case in a browser: their tabs, the time line, notes and who has looked. */
class CaseInBrowserTest extends AnkomstInBrowser {

    @Autowired
    Clock clock;

    @Test
    void every_page_of_a_case_is_reached_by_its_tab_left_by_the_back_button_and_usable_by_everyone() {
        String number = registered("Faneblad", LocalDate.now(clock).minusDays(50));
        Page page = asUser("leder");
        page.navigate("/sager/" + number);
        for (String tab : List.of("Tidslinje", "Møder og plan", "Noter", "Opslag")) {
            tabs(page)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(tab))
                    .click();
            assertThat(page).hasTitle(tab + ", sag " + number);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText(tab + ", sag " + number);
            assertThat(tabs(page).locator("[aria-current=page]")).hasText(tab);
            isAccessible(page, "sag-" + tab.replaceAll("\\W+", "-").toLowerCase(Locale.ROOT));
        }
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/noter$"));
        assertThat(tabs(page).locator("[aria-current=page]")).hasText("Noter");
    }

    @Test
    void a_note_is_written_and_corrected_with_the_keyboard_alone_and_both_stand() {
        String number = registered("Notat", LocalDate.now(clock).minusDays(5));
        Page page = asUser("bolig");
        page.navigate("/sager/" + number + "/noter");
        assertThat(page.getByText("Der er ingen noter endnu")).isVisible();
        tabTo(page, "Gem noten");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Skriv noten.");
        assertThat(page).hasTitle(Pattern.compile("^Fejl: "));
        isAccessible(page, "noter-fejl");

        tabTo(page, "text");
        page.keyboard().insertText("Huslejen er 4.200 kr.");
        tabTo(page, "readers");
        page.keyboard().type("Alle");
        tabTo(page, "Gem noten");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Noten er gemt");
        assertThat(page.getByText("Huslejen er 4.200 kr.")).isVisible();

        tabTo(page, "Tilføj rettelse");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Huslejen er 4.200 kr.")).isVisible();
        isAccessible(page, "note-rettelse");
        tabTo(page, "text");
        page.keyboard().insertText("Huslejen er 4.300 kr.");
        tabTo(page, "Gem rettelsen");
        page.keyboard().press("Enter");

        assertThat(page.getByText("Huslejen er 4.300 kr.")).isVisible();
        assertThat(page.getByText("Huslejen er 4.200 kr.")).isVisible();
        assertThat(page.getByText("Retter").first()).isVisible();
        isAccessible(page, "noter");
    }

    @Test
    void the_time_line_can_be_scrolled_with_the_keyboard_on_a_phone_and_its_table_says_the_same() {
        String number = registered("Tidslinje", LocalDate.now(clock).minusDays(50));
        Page page = asUser("revisor");
        page.setViewportSize(PHONE, 900);
        page.navigate("/sager/" + number + "/tidslinje");
        Locator drawing = page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("Tidslinjen som tegning")));
        drawing.focus();
        page.keyboard().press("ArrowRight");
        page.waitForCondition(() -> ((Number) drawing.evaluate("part => part.scrollLeft")).intValue() > 0);
        assertThat(drawing.locator(".ankomst-mark-number").count()).isGreaterThan(3);

        page.setViewportSize(DESK, 900);
        page.getByText("Hele forløbet").click();
        assertThat(page).hasURL(Pattern.compile("periode=hele$"));
        assertThat(page.getByText("uden for tegningens periode")).hasCount(0);
        isAccessible(page, "tidslinje-hele");
        assertThat(page.locator("main form")).hasCount(0);
    }

    @Test
    void without_scripts_every_page_of_a_case_says_the_same() {
        String number = registered("Uden-script", LocalDate.now(clock).minusDays(50));
        Page page = asUser("leder");
        page.route("**/*.js", route -> route.abort());
        for (String part : List.of("", "/tidslinje", "/moeder", "/noter", "/opslag")) {
            page.navigate("/sager/" + number + part);
            assertThat(tabs(page).locator("[aria-current=page]")).isVisible();
        }
        assertThat(page.getByText("Overblik").nth(1)).isVisible();
        assertThat(page.locator("table").first()).containsText("Leder (demo)");
    }

    private static Locator tabs(Page page) {
        return page.getByRole(
                AriaRole.NAVIGATION,
                new Page.GetByRoleOptions().setName("Sagens sider").setExact(true));
    }

    /** Presses Tab until a field of that name, or a button or link whose text begins so, has focus. */
    private static void tabTo(Page page, String name) {
        for (int press = 0; press < 200; press++) {
            page.keyboard().press("Tab");
            Object focused = page.evaluate(
                    "name => { const at = document.activeElement; return at.name === name || (at.textContent || '').trim().startsWith(name) && at.matches('a,button'); }",
                    name);
            if (Boolean.TRUE.equals(focused)) {
                return;
            }
        }
        throw new AssertionError("Tab never reached " + name);
    }
}
