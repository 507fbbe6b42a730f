package dk.ankomst.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Logging in and out, as a person with a form and as a program with HTTP Basic. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"logging.level.org.springframework.security=trace", "logging.level.dk.ankomst.security=trace"})
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
class LoginTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    private int port;

    @Autowired
    private LoginThrottle throttle;

    @Test
    @DisplayName("a person logs in by form and reaches own pages and Tasklist")
    void loggingIn() {
        Browserless browser = Browserless.browser(port);

        assertThat(browser.logIn("koordinator", Users.DEMO_PASSWORD)).isEqualTo("/");
        assertThat(browser.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"koordinator\"", "tasklist")
                .doesNotContain("cockpit");
    }

    @Test
    @DisplayName("a form without boundaries is refused with a sentence, by the program and by the pages")
    void formWithoutBoundaries() {
        Browserless program = Browserless.demoUser(port, "koordinator");
        Browserless browser = Browserless.browser(port);
        browser.logIn("koordinator", Users.DEMO_PASSWORD);
        String token = browser.token("/sager/import");

        HttpResponse<String> byProgram = program.post("/api/cases/import", "multipart/form-data", "x");
        HttpResponse<String> byPage = browser.post("/sager/import", "multipart/form-data", "x", "X-CSRF-TOKEN", token);

        assertThat(byProgram.statusCode()).isEqualTo(400);
        assertThat(byProgram.body()).contains("Filen kan ikke læses");
        assertThat(byPage.statusCode()).isEqualTo(400);
        assertThat(byPage.body()).contains("Send højst 1 MB ad gangen");
    }

    @Test
    @DisplayName("after the login the person is where she wanted to go")
    void returningToThePage() {
        Browserless browser = Browserless.browser(port);

        assertThat(Browserless.location(browser.get(TASKLIST))).isEqualTo("/login");
        assertThat(browser.logIn("koordinator", Users.DEMO_PASSWORD)).startsWith(TASKLIST);
    }

    @Test
    @DisplayName("a wrong password, an unknown user and an empty field are answered alike")
    void wrongPassword() {
        Browserless browser = Browserless.browser(port);

        assertThat(browser.logIn("koordinator", "forkert")).isEqualTo("/login?fejl");
        assertThat(browser.logIn("ukendt", "forkert")).isEqualTo("/login?fejl");
        assertThat(browser.logIn("", "")).isEqualTo("/login?fejl");
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
        forget("koordinator", "ukendt", "");
    }

    @Test
    @DisplayName("after five wrong passwords even the right one has to wait, in the form and with HTTP Basic")
    void throttled() {
        Browserless browser = Browserless.browser(port);
        for (int i = 0; i < LoginThrottle.ATTEMPTS; i++) {
            assertThat(browser.logIn("skole", "forkert")).isEqualTo("/login?fejl");
        }

        assertThat(browser.logIn("skole", Users.DEMO_PASSWORD)).isEqualTo("/login?spaerret");
        HttpResponse<String> asProgram = Browserless.demoUser(port, "skole").get("/engine-rest/task");
        assertThat(asProgram.statusCode()).isEqualTo(401);
        assertThat(asProgram.body()).contains("Vent fem minutter");
        assertThat(browser.logIn("bolig", Users.DEMO_PASSWORD)).isEqualTo("/");
        forget("skole");
        assertThat(Browserless.demoUser(port, "skole").get("/engine-rest/task").statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("logging out ends the session, from own pages and from Tasklist's menu")
    void loggingOut() {
        Browserless ownPage = Browserless.browser(port);
        ownPage.logIn("bolig", Users.DEMO_PASSWORD);
        HttpResponse<String> byForm = ownPage.postForm("/logout", Map.of("_csrf", ownPage.token("/")));
        assertThat(Browserless.location(byForm)).isEqualTo("/login?udlogget");
        assertThat(ownPage.get(TASKLIST).statusCode()).isEqualTo(302);

        Browserless tasklist = Browserless.browser(port);
        tasklist.logIn("bolig", Users.DEMO_PASSWORD);
        assertThat(tasklist.postJson("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(tasklist.get(TASKLIST).statusCode()).isEqualTo(302);
    }

    @Test
    @DisplayName("an expired session leads to a login page that says so; scripts get 401")
    void expiredSession() {
        Browserless browser = Browserless.browser(port);

        assertThat(Browserless.location(browser.withSession("ukendt").get("/"))).isEqualTo("/login?udloebet");
        assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        HttpResponse<String> form = Browserless.browser(port).postForm("/logout", Map.of("_csrf", "gammelt"));
        assertThat(Browserless.location(form)).isEqualTo("/login?udloebet");
    }

    @Test
    @DisplayName("a session cannot be used from another site")
    void forgery() {
        Browserless browser = Browserless.browser(port);
        browser.logIn("koordinator", Users.DEMO_PASSWORD);

        assertThat(browser.postJson("/api/cases", "{}").statusCode()).isEqualTo(403);
        assertThat(browser.postForm("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("a program uses HTTP Basic for the engine and for our own REST, and gets no session")
    void programs() {
        Browserless program = Browserless.demoUser(port, "koordinator");

        assertThat(program.get("/engine-rest/task").statusCode()).isEqualTo(200);
        HttpResponse<String> own = program.get("/api/unknown");
        assertThat(own.statusCode()).isEqualTo(404);
        assertThat(own.headers().firstValue("Set-Cookie")).isEmpty();

        HttpResponse<String> refused =
                Browserless.program(port, "koordinator", "forkert").get("/api/unknown");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(refused.body()).contains("Log ind med brugernavn og adgangskode");
        forget("koordinator");
    }

    @Test
    @DisplayName("Cockpit and Admin are closed to staff with a page of our own")
    void otherApplications() {
        Browserless browser = Browserless.browser(port);
        browser.logIn("koordinator", Users.DEMO_PASSWORD);

        for (String application : new String[] {"cockpit", "admin"}) {
            HttpResponse<String> refused = browser.get("/camunda/app/" + application + "/default/");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("ikke adgang").doesNotContain("Whitelabel");
        }
    }

    @Test
    @DisplayName("the engine's own way to log in is closed")
    void noSecondLogin() {
        Browserless browser = Browserless.browser(port);
        browser.logIn("koordinator", Users.DEMO_PASSWORD);

        assertThat(browser.postForm(
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                Map.of("username", "leder", "password", Users.DEMO_PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("own pages may be framed by nobody and load nothing from elsewhere")
    void headers() {
        HttpResponse<String> page = Browserless.browser(port).get("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        Browserless browser = Browserless.browser(port);
        browser.logIn("koordinator", Users.DEMO_PASSWORD);
        assertThat(browser.get(TASKLIST).headers().allValues("Content-Security-Policy"))
                .hasSize(1);
    }

    @Test
    @DisplayName("whoever opens Tasklist at the same moment as others gets a page whose scripts run")
    void nonceOfEachPage() {
        Browserless browser = Browserless.browser(port);
        browser.logIn("koordinator", Users.DEMO_PASSWORD);
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<HttpResponse<String>>> pages = IntStream.range(0, 80)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> browser.get(TASKLIST), many))
                    .toList();
            assertThat(pages).allSatisfy(page -> {
                HttpResponse<String> answer = page.join();
                Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"").matcher(answer.body());
                assertThat(nonce.find()).isTrue();
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                        .contains("'nonce-" + nonce.group(1) + "'");
            });
        } finally {
            many.shutdown();
        }
    }

    @Test
    @DisplayName("no password reaches the log, even at the finest level")
    void passwordsAreNotLogged(CapturedOutput output) {
        Browserless browser = Browserless.browser(port);
        browser.logIn("ydelse", "hemmeligt-forkert-kodeord");
        browser.logIn("ydelse", Users.DEMO_PASSWORD);
        Browserless.program(port, "ydelse", "hemmeligt-andet-kodeord").get("/engine-rest/task");

        assertThat(output.getAll())
                .contains("Securing POST /login")
                .doesNotContain("hemmeligt-forkert-kodeord")
                .doesNotContain("hemmeligt-andet-kodeord")
                .doesNotContain("=" + Users.DEMO_PASSWORD);
        forget("ydelse");
    }

    private void forget(String... users) {
        for (String user : users) {
            throttle.succeeded(user, "127.0.0.1");
        }
    }
}
