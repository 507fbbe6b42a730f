package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dk.ankomst.cases.ReceptionPlan;
import dk.ankomst.security.LoggedIn;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** Pages asked for as members of groups, the rules that hold for every page, and a few families to show. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Transactional
@Import(PageTest.PlanInFront.class)
abstract class PageTest {

    /** A Monday. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    @TestBean
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    /** Stands in front of the real plan, so that what a page asks for is seen and no process is needed. */
    @TestConfiguration(proxyBeanMethods = false)
    static class PlanInFront {

        @Bean
        @Primary
        ReceptionPlan askedPlan() {
            return mock(ReceptionPlan.class);
        }
    }

    @Autowired
    ReceptionPlan plan;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkItems work;

    @BeforeEach
    void nothingAskedYet() {
        reset(plan);
    }

    static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T08:05:00Z"), DENMARK);
    }

    static RequestPostProcessor member(String... groups) {
        LoggedIn person = new LoggedIn(groups[0], groups[0] + " prøve", Arrays.asList(groups));
        return authentication(new UsernamePasswordAuthenticationToken(
                person,
                null,
                Arrays.stream(groups)
                        .map(group -> new SimpleGrantedAuthority("GROUP_" + group))
                        .toList()));
    }

    /** The page at a path, as a member of a group sees it. */
    String page(String path, String... groups) throws Exception {
        return answer(get(path), 200, groups);
    }

    /** The page that answers a request with the given status. */
    String answer(MockHttpServletRequestBuilder request, int status, String... groups) throws Exception {
        MockHttpServletRequestBuilder asked = request.accept(MediaType.TEXT_HTML);
        MvcResult result = mvc.perform(groups.length == 0 ? asked : asked.with(member(groups)))
                .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        String html = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        keepForTheEye(result.getRequest().getRequestURI(), status, groups, html);
        holdsForEveryPage(html);
        return html;
    }

    int statusOf(MockHttpServletRequestBuilder request, String... groups) throws Exception {
        return mvc.perform(request.with(member(groups)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    static MockHttpServletRequestBuilder send(String path) {
        return post(path).with(csrf());
    }

    /** What every page must keep, whoever sees it. */
    static void holdsForEveryPage(String html) {
        assertThat(html).contains("<html lang=\"da\"").contains("class=\"skipnav\" href=\"#indhold\"");
        assertThat(found(html, "<h1[ >]")).as("one heading of the first level").hasSize(1);
        assertThat(found(html, "<main[ >]")).as("one main part").hasSize(1);
        assertThat(text(html, "<title>([^<]*)</title>")).as("title").isNotBlank();
        assertThat(html)
                .as("the content policy forbids inline styles and scripts")
                .doesNotContainPattern("\\sstyle=|<style|<script(?! src=\"/assets/)|\\son[a-z]+=\"");
        Set<String> ids = new HashSet<>();
        found(html, "\\sid=\"([^\"]*)\"").forEach(id -> assertThat(ids.add(id.group(1)))
                .as("id %s once", id.group(1))
                .isTrue());
        found(html, "<(?:input|select|textarea)\\b([^>]*)>").stream()
                .map(field -> field.group(1))
                .filter(field -> !field.contains("type=\"hidden\""))
                .forEach(field -> {
                    String id = text(field, "\\bid=\"([^\"]*)\"");
                    assertThat(html).as("label of %s", field).contains("for=\"" + id + "\"");
                });
        found(html, "aria-(?:describedby|labelledby)=\"([^\"]*)\"").forEach(reference -> assertThat(ids)
                .containsAll(Arrays.asList(reference.group(1).split(" "))));
        found(html, "href=\"#([^\"]*)\"")
                .forEach(link ->
                        assertThat(ids).as("target of a link within the page").contains(link.group(1)));
        assertThat(html)
                .as("what a template failed to fill in")
                .doesNotContain("null<")
                .doesNotContain("th:");
    }

    static java.util.List<MatchResult> found(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results().toList();
    }

    static String text(String html, String pattern) {
        return found(html, pattern).stream().findFirst().orElseThrow().group(1);
    }

    /** The page's words without tags, blanks made one. */
    static String words(String html) {
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"))
                .replaceAll("<[^>]+>", " ")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replaceAll("\\s+", " ");
    }

    /** Pages end up in {@code target/pages}, where a browser can be pointed at them. */
    private static void keepForTheEye(String uri, int status, String[] groups, String html) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        String name = (uri + "-" + status + "-" + String.join("-", groups)).replaceAll("[^a-z0-9-]+", "_");
        Files.writeString(folder.resolve(name + ".html"), html);
    }

    /** A family of five that was expected on 16 November and is in its first days. */
    void aFamily(String number, String name) {
        aFamily(number, name, "ankomst", TODAY.minusDays(7), TODAY.minusDays(5));
    }

    void aFamily(String number, String name, String phase, @Nullable LocalDate planned, @Nullable LocalDate arrival) {
        jdbc.sql(
                        "insert into case_file (case_number, family_name, residence_category, origin, origin_name, track,"
                                + " track_rule_id, visitation_date, takeover_date, planned_arrival_date, arrival_date, phase,"
                                + " status, notes_known_needs, created_at, created_by) values (:number, :name,"
                                + " 'konventionsflygtning', 'opholdscenter', 'Center Prøveby', 'asylcenter', 'rule_spor', :visitation,"
                                + " :takeover, :planned, :arrival, :phase, :status, 'Barnet sover dårligt', :now, 'koordinator')")
                .param("number", number)
                .param("name", name)
                .param("visitation", TODAY.minusDays(70))
                .param("takeover", TODAY.minusDays(22))
                .param("planned", planned, java.sql.Types.DATE)
                .param("arrival", arrival, java.sql.Types.DATE)
                .param("phase", phase)
                .param("status", "afsluttet".equals(phase) ? "CLOSED" : "OPEN")
                .param("now", java.time.OffsetDateTime.parse("2026-09-15T08:00:00Z"))
                .update();
        jdbc.sql(
                        "insert into household (case_id, address) select id, 'Prøvevej 1, 1. th' from case_file where case_number = ?")
                .param(number)
                .update();
        person(number, 1, "Amina", name, 34, "ansoeger", "Arabisk", null);
        person(number, 2, "Yusuf", name, 36, "aegtefaelle", "Arabisk", "traume");
        person(number, 3, "Leila", name, 11, "barn", "Arabisk", null);
        person(number, 4, "Omar", name, 6, "barn", "Arabisk", "handicap");
        person(number, 5, "Noor", name, 1, "barn", null, null);
    }

    private void person(
            String number,
            int personNumber,
            String given,
            String family,
            int age,
            String role,
            @Nullable String interpreter,
            @Nullable String needs) {
        jdbc.sql("insert into person (case_id, household_id, person_number, given_name, surname, birth_date, sex,"
                        + " family_role, nationality, interpreter_language, known_needs, joined_on)"
                        + " select c.id, h.id, :personNumber, :given, :surname, :born, 'uoplyst', :role, 'syrien',"
                        + " :interpreter, :needs, c.visitation_date from case_file c join household h on h.case_id = c.id"
                        + " where c.case_number = :number")
                .param("number", number)
                .param("personNumber", personNumber)
                .param("given", given)
                .param("surname", family.replace("Familien ", ""))
                .param("born", TODAY.minusYears(age).minusDays(40))
                .param("role", role)
                .param("interpreter", interpreter, java.sql.Types.VARCHAR)
                .param("needs", needs, java.sql.Types.VARCHAR)
                .update();
    }

    long personId(String number, int personNumber) {
        return jdbc.sql("select p.id from person p join case_file c on c.id = p.case_id"
                        + " where c.case_number = ? and p.person_number = ?")
                .params(number, personNumber)
                .query(Long.class)
                .single();
    }

    void aTask(
            String id, String number, String name, String group, @Nullable String assignee, @Nullable LocalDate due) {
        aTask(id, number, null, name, group, assignee, due);
    }

    void aTask(
            String id,
            String number,
            @Nullable Long person,
            String name,
            String group,
            @Nullable String assignee,
            @Nullable LocalDate due) {
        work.put(new WorkItem(
                id,
                number,
                person,
                "UserTask_Test",
                name,
                "modtagelsesperiode",
                group,
                assignee,
                due == null ? null : due.atTime(16, 0).atZone(DENMARK).toInstant(),
                Instant.parse("2026-11-18T08:00:00Z")));
    }
}
