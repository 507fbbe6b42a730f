package dk.ankomst.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks everything that is mapped anywhere in the server and asks for it without a login. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
class EveryRouteNeedsLoginTest {

    /**
     * The calendar's address is itself the secret, for programs that cannot log in; it names nobody (ADR 0050), and what
     * nobody has made answers 404.
     */
    private static final String CALENDAR = "GET /kalender/{secret}.ics";

    private static final Set<String> OPEN = Set.of("GET /login", "GET /actuator/health", CALENDAR);

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @LocalServerPort
    private int port;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private Map<String, RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private Map<String, AbstractUrlHandlerMapping> urlMappings;

    @Test
    @DisplayName("no mapped page, action or endpoint answers without a login")
    void noMappedRouteAnswers() throws Exception {
        Set<String> routes = new LinkedHashSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings.values()) {
            mapping.getHandlerMethods().keySet().forEach(info -> routes.addAll(routes(info)));
        }
        for (AbstractUrlHandlerMapping mapping : urlMappings.values()) {
            mapping.getHandlerMap().keySet().forEach(path -> routes.add("GET " + path));
        }
        routes.removeIf(OPEN::contains);
        routes.removeIf(route -> route.startsWith("GET /assets/"));

        assertThat(routes).hasSizeGreaterThan(5);
        assertThat(answering(routes)).isEmpty();
    }

    @Test
    @DisplayName("no resource of the engine's REST and of its web applications answers without a login")
    void noEngineRouteAnswers() throws Exception {
        Set<String> routes = new LinkedHashSet<>();
        for (Class<?> resource : CamundaRestResources.getResourceClasses()) {
            collect(resource, "/engine-rest", null, new HashSet<>(), routes);
        }
        int engineRest = routes.size();
        for (Map.Entry<String, Application> application : webApplications().entrySet()) {
            for (Class<?> resource : application.getValue().getClasses()) {
                collect(resource, application.getKey(), null, new HashSet<>(), routes);
            }
        }

        // Logging out needs no login and hands out nothing.
        routes.remove("POST /camunda/api/admin/auth/user/{processEngineName}/logout");

        assertThat(engineRest).isGreaterThan(400);
        assertThat(routes).hasSizeGreaterThan(engineRest + 400);
        assertThat(answering(routes)).isEmpty();
    }

    @Test
    @DisplayName("no file of Tasklist, Cockpit, Admin and Welcome is handed out without a login")
    void noFileOfTheEngineAnswers() throws Exception {
        Set<String> routes = new LinkedHashSet<>();
        String folder = "META-INF/resources/webjars/camunda/";
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "**/*.*")) {
            String address = file.getURL().toString();
            routes.add("GET /camunda/" + address.substring(address.indexOf(folder) + folder.length()));
        }
        for (String application : List.of("tasklist", "cockpit", "admin", "welcome")) {
            routes.add("GET /camunda/app/" + application);
            routes.add("GET /camunda/app/" + application + "/");
            routes.add("GET /camunda/app/" + application + "/default/");
        }
        routes.addAll(List.of("GET /", "GET /camunda", "GET /camunda/", "GET /camunda/app", "GET /camunda/app/"));
        routes.addAll(List.of("GET /webjars/camunda/index.html", "GET /unknown", "POST /unknown", "DELETE /unknown"));

        assertThat(routes).hasSizeGreaterThan(30);
        assertThat(answering(routes)).isEmpty();
    }

    @Test
    @DisplayName("every servlet in the server is one of those that the other tests walk")
    void everyServletIsWalked() {
        Map<String, String> byPath = new TreeMap<>();
        for (ServletRegistration servlet : servlets.getServletRegistrations().values()) {
            servlet.getMappings().forEach(path -> byPath.put(path, servlet.getName()));
        }

        assertThat(byPath.keySet())
                .containsExactlyInAnyOrder(
                        "/",
                        "/engine-rest/*",
                        "/camunda/api/admin/*",
                        "/camunda/api/cockpit/*",
                        "/camunda/api/engine/*",
                        "/camunda/api/tasklist/*",
                        "/camunda/api/welcome/*");
    }

    @Test
    @DisplayName("the login page, its assets and the health check do answer")
    void theOpenRoutesAnswer() throws Exception {
        assertThat(send("GET /actuator/health").statusCode()).isEqualTo(200);
        assertThat(send("GET /assets/dkfds/css/dkfds.min.css").statusCode()).isEqualTo(200);
        assertThat(send("GET /login").statusCode()).isNotIn(301, 302, 401, 403);
        assertThat(send(CALENDAR).statusCode()).isEqualTo(404);
        assertThat(send(CALENDAR).headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(send("GET /kalender/x").statusCode()).isEqualTo(302);
    }

    private List<String> answering(Set<String> routes) throws Exception {
        List<String> answering = new ArrayList<>();
        for (String route : routes) {
            HttpResponse<String> response = send(route);
            boolean isSentToLogin = response.statusCode() == 302
                    && response.headers().firstValue("Location").orElse("").endsWith("/login");
            // Without a session a form has no valid token either: that is refused before anything else is looked at.
            boolean hasNoToken = response.statusCode() == 403 && !route.startsWith("GET ");
            if (response.statusCode() != 401 && !isSentToLogin && !hasNoToken) {
                answering.add(response.statusCode() + " " + route);
            }
        }
        return answering;
    }

    private HttpResponse<String> send(String route) throws IOException, InterruptedException {
        int space = route.indexOf(' ');
        String path = route.substring(space + 1)
                .replaceAll("\\{(?:[^{}/]|\\{[^{}]*\\})*\\}", "x")
                .replace("**", "x")
                .replace("*", "x");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(route.substring(0, space), HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Set<RequestMethod> tried = methods.isEmpty()
                ? Set.of(RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE)
                : methods;
        return info.getPatternValues().stream()
                .flatMap(path -> tried.stream().map(method -> method + " " + (path.isEmpty() ? "/" : path)))
                .toList();
    }

    private Map<String, Application> webApplications() throws Exception {
        Map<String, Application> applications = new TreeMap<>();
        for (String name : List.of("admin", "cockpit", "tasklist", "welcome")) {
            String type = "org.camunda.bpm." + name + ".impl.web."
                    + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1) + "Application";
            applications.put("/camunda/api/" + name, application(type));
        }
        applications.put(
                "/camunda/api/engine", application("org.camunda.bpm.webapp.impl.engine.EngineRestApplication"));
        return applications;
    }

    private static Application application(String type) throws Exception {
        return Class.forName(type)
                .asSubclass(Application.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    /** Collects "METHOD /path" of a JAX-RS resource and of the sub-resources that it leads to. */
    private static void collect(
            Class<?> type, String base, @Nullable Path given, Set<String> seen, Set<String> routes) {
        Path onType = given == null ? pathOf(type) : null;
        String path = onType == null ? base : join(base, onType.value());
        if (!seen.add(type.getName() + " " + path.replaceAll("\\{[^}]*\\}", "x")) || path.length() > 300) {
            return;
        }
        Stream.concat(
                        Arrays.stream(type.getMethods()),
                        Arrays.stream(type.getInterfaces()).flatMap(parent -> Arrays.stream(parent.getMethods())))
                .forEach(method -> {
                    String verb = verbOf(method);
                    Path onMethod = method.getAnnotation(Path.class);
                    String full = onMethod == null ? path : join(path, onMethod.value());
                    if (verb != null) {
                        routes.add(verb + " " + full.replaceAll("\\{\\s*([\\w-]+)[^}]*\\}", "{$1}"));
                    } else if (onMethod != null && seen.size() < 400) {
                        collect(method.getReturnType(), full, onMethod, seen, routes);
                    }
                });
    }

    private static @Nullable Path pathOf(Class<?> type) {
        Path path = type.getAnnotation(Path.class);
        if (path != null) {
            return path;
        }
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                .map(parent -> parent.getAnnotation(Path.class))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String verbOf(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static String join(String base, String path) {
        return (base + "/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
