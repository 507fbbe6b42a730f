package dk.ankomst.workflow.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP as Tasklist does (form login, session, its own CSRF token) or as a program does (HTTP Basic). */
class Browser {

    private static final Pattern TOKEN =
            Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final String root;
    private final String api;
    private final @Nullable String basic;

    private Browser(int port, String api, @Nullable String basic) {
        this.root = "http://localhost:" + port;
        this.api = api;
        this.basic = basic;
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    record Answer(int status, String body) {}

    static Browser program(int port, String user, String password) {
        String login = user + ":" + password;
        return new Browser(
                port,
                "/engine-rest",
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    static Browser tasklist(int port, String user, String password) throws Exception {
        Browser browser = new Browser(port, "/camunda/api/engine/engine/default", null);
        Matcher token = TOKEN.matcher(browser.send("GET", "/login", null, null).body());
        assertThat(token.find()).as("the login page has a token").isTrue();
        String csrf = token.group(1) != null ? token.group(1) : token.group(2);
        browser.send(
                "POST",
                "/login",
                "username=" + user + "&password=" + password + "&_csrf="
                        + URLEncoder.encode(csrf, StandardCharsets.UTF_8),
                "application/x-www-form-urlencoded");
        browser.send("GET", "/camunda/app/tasklist/default/", null, null);
        return browser;
    }

    Answer get(String path) throws Exception {
        return send("GET", api + path, null, null);
    }

    Answer post(String path, String json) throws Exception {
        return send("POST", api + path, json, "application/json");
    }

    Answer put(String path, String json) throws Exception {
        return send("PUT", api + path, json, "application/json");
    }

    Answer delete(String path) throws Exception {
        return send("DELETE", api + path, null, null);
    }

    private Answer send(String method, String path, @Nullable String body, @Nullable String type) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (basic != null) {
            request.header("Authorization", basic);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), Objects.requireNonNullElse(response.body(), ""));
    }
}
