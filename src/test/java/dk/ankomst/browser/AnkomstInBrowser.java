package dk.ankomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole program on a free port, and a person in front of a browser that speaks Danish. */
@Import(AnkomstInBrowser.BrokenPage.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=true",
            // A longest wait below the first one makes the engine look for work without a pause.
            "camunda.bpm.job-execution.wait-time-in-millis=500",
            "camunda.bpm.job-execution.max-wait=500"
        })
@ActiveProfiles("test")
abstract class AnkomstInBrowser {

    static final int DESK = 1280;
    static final int PHONE = 360;

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    /** Pictures of what was seen, for the eye: {@code -Dankomst.pictures=true}; they cost a third of the time. */
    private static final boolean KEPT = Boolean.getBoolean("ankomst.pictures");

    private static final Path PICTURES = Path.of("target", "pictures");

    /** Who has logged in once need not do it again: a user's cookies, for both classes, which share the program. */
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private final List<BrowserContext> open = new ArrayList<>();

    @LocalServerPort
    int port;

    @BeforeAll
    static void launch() {
        Browsers.assumeOrFail();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @AfterEach
    void leave() {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    /** A page that fails, to see what people are told then. */
    @Controller
    static class BrokenPage {

        @GetMapping("/gaar-i-stykker")
        String fail() {
            throw new IllegalStateException("Nothing of this may be shown");
        }
    }

    /** A browser in which nobody is logged in. */
    Page stranger() {
        return inBrowser(null);
    }

    private Page inBrowser(@Nullable String session) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale("da-DK")
                .setTimezoneId("Europe/Copenhagen")
                .setViewportSize(DESK, 900);
        BrowserContext context = Objects.requireNonNull(browser)
                .newContext(session == null ? options : options.setStorageState(session));
        context.setDefaultTimeout(20_000);
        open.add(context);
        return context.newPage();
    }

    /** A browser in which the demo user has logged in before; no page is open yet. */
    Page asUser(String user) {
        return inBrowser(SESSIONS.computeIfAbsent(port + user, one -> {
            Page page = loggedIn(user);
            // The engine gives the cookie against forged requests once in a session only.
            page.request().get(Tasklist.ADDRESS);
            return page.context().storageState();
        }));
    }

    /** Registers a mother and her child as another program would; answers the case's number. */
    String registered(String family, LocalDate visited) {
        String credentials =
                Base64.getEncoder().encodeToString("koordinator:ankomst-demo".getBytes(StandardCharsets.UTF_8));
        // Without the cookies of a person, whose session would be renewed by a second login.
        APIRequestContext program = Objects.requireNonNull(playwright)
                .request()
                .newContext(new APIRequest.NewContextOptions().setBaseURL("http://localhost:" + port));
        APIResponse answer = program.post(
                "/api/cases",
                RequestOptions.create()
                        .setHeader("Authorization", "Basic " + credentials)
                        .setHeader("Content-Type", "application/json")
                        .setData("""
                                        {"residenceCategory": "konventionsflygtning", "origin": "opholdscenter",
                                         "visitationDate": "%s", "familyName": "%s", "anotherFamily": true,
                                         "members": [
                                           {"givenName": "Mirela", "surname": "Larenko", "birthDate": "1981-02-03",
                                            "sex": "kvinde", "familyRole": "ansoeger", "nationality": "syrien",
                                            "ethnicGroup": "araber"},
                                           {"givenName": "Elvi", "surname": "Larenko", "birthDate": "2014-05-03",
                                            "sex": "kvinde", "familyRole": "barn", "nationality": "syrien",
                                            "ethnicGroup": "araber"}]}""".formatted(visited, family)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String number = answer.headers().get("location").replaceAll(".*/", "");
        program.dispose();
        return number;
    }

    /** A browser in which the demo user has logged in by the form just now; its session is nobody else's. */
    Page loggedIn(String user) {
        Page page = stranger();
        page.navigate("/login");
        page.getByLabel("Brugernavn").fill(user);
        page.getByLabel("Adgangskode").fill("ankomst-demo");
        button(page, "Log på").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Min dag")))
                .isVisible();
        return page;
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What every own page must be at a desk and on a phone: without a violation and without sideways scroll. */
    static void isAccessible(Page page, String name) {
        for (int width : new int[] {DESK, PHONE}) {
            page.setViewportSize(width, 900);
            keepForTheEye(page, name + "-" + width);
            // The other way opens a second page for every look; nothing of ours lies in a frame.
            List<String> violations = new AxeBuilder(page)
                    .setLegacyMode(true).withTags(RULES).analyze().getViolations().stream()
                            .flatMap(rule -> rule.getNodes().stream()
                                    .map(node -> rule.getId() + ": " + rule.getHelp() + " at " + node.getTarget()))
                            .toList();
            assertThat(violations).as("%s at %d px", name, width).isEmpty();
            assertThat(widthOf(page)).as("%s scrolls sideways", name).isLessThanOrEqualTo(width);
        }
        page.setViewportSize(DESK, 900);
    }

    static int widthOf(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    static void keepForTheEye(Page page, String name) {
        if (!KEPT) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }
}
