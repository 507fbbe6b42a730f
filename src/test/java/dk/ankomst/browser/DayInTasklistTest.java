package dk.ankomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The day of staff: a visitation comes in, a task is claimed, filled wrongly, filled rightly, and the next department goes on. */
class DayInTasklistTest extends AnkomstInBrowser {

    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("d.M.yyyy");

    /** Words that Tasklist, its form library and its calendar would show in English. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(claim|unclaim|complete[ds]?|add|due|save|required|search|follow|created?|created|tasks?|start|cancel|close"
                    + "|back|select|filters?|assignee|history|description|diagram details|group|loading|must|field|please"
                    + "|sign|log ?out|profile|shortcuts|nothing|no results|migrate|monday|sunday|mon|sun|october|yyyy)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.forLanguageTag("da-DK"));

    @Autowired
    Clock clock;

    @Autowired
    RuntimeService engine;

    @Autowired
    TaskService tasks;

    @Test
    void from_login_over_a_case_and_its_first_task_to_the_next_department() {
        String visited = longAgo().format(DANISH);
        Page koordinator = loggedIn("koordinator");
        Tasklist list = new Tasklist(koordinator);

        list.begin("Ny visitation");
        list.choose("Opholdskategori", "Konventionsflygtning");
        list.choose("Hvor kommer familien fra?", "Opholdscenter");
        list.date("Visitationsdato", visited);
        assertThat(list.date("Visitationsdato")).hasValue(visited);
        list.text("Hvor mange personer").fill("2");
        list.text("Familiens navn").fill("Tavoran");
        keepForTheEye(koordinator, "tasklist-start");
        list.submitStart();

        list.show("Min gruppes opgaver");
        member(list, "1 af 2", "Solmira", "12.04.1983", "Kvinde", "Ansøger");
        member(list, "2 af 2", "Jaldem", "02.11.1980", "Mand", "Ægtefælle");

        list.open("Tildel en tovholder", "Tavoran").claim();
        keepForTheEye(koordinator, "tasklist-task");
        assertThat(list.form()).containsText("Familien skal have én indgang til kommunen.");
        assertThat(list.form()).containsText("Kilde: ");
        assertThat(list.form()).containsText("Medarbejderens navn eller initialer.");
        Locator owner = list.text("Hvem er familiens tovholder?");
        owner.fill("A");
        owner.fill("");
        owner.blur();
        assertThat(list.form().getByText("Udfyld feltet, eller vælg en værdi.")).isVisible();
        assertThat(list.completeButton()).isDisabled();
        keepForTheEye(koordinator, "tasklist-error");
        // A blank is something to the form in the browser; the server looks twice.
        owner.fill("   ");
        list.completeButton().click();
        assertThat(list.message()).containsText("Hvem er familiens tovholder?");
        assertThat(owner).hasValue("   ");
        keepForTheEye(koordinator, "tasklist-refused");
        owner.fill("Sana Holm");
        list.complete();
        assertThat(list.card("Tildel en tovholder").filter(new Locator.FilterOptions().setHasText("Tavoran")))
                .hasCount(0);

        String number = caseNumberOf(koordinator, "Tavoran");
        Tasklist housing = new Tasklist(asUser("bolig")).show("Min gruppes opgaver");
        Locator card = housing.card("Find en bolig").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(card).hasCount(1);
        housing.open("Find en bolig", number).claim();
        assertThat(housing.form()).isVisible();
    }

    @Test
    void a_card_and_the_tab_beside_a_task_tell_which_case_it_is() {
        Page page = asUser("koordinator");
        String number = registered("Kendelig", longAgo());
        Tasklist list = new Tasklist(page).show("Min gruppes opgaver");

        Locator card = list.card("Tildel en tovholder").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(card).hasCount(1);
        assertThat(card.locator(".ankomst-kort"))
                .hasText(Pattern.compile("Sag\\s*" + number + "\\s*Familie\\s*Kendelig\\s*Fase\\s*Forberedelse"));
        assertThat(card.locator(".ankomst-frist"))
                .hasText(
                        Pattern.compile(
                                "^Frist \\d{1,2}\\. [a-zæøå]+ \\d{4}, (i dag|i morgen|over frist|før næste arbejdsdag|\\d+ arbejdsdage? (over|tilbage))$"));
        keepForTheEye(page, "tasklist-cards");

        list.open("Tildel en tovholder", number).tab("Sag");
        Locator facts = page.locator(".ankomst-sag");
        assertThat(facts)
                .hasText(Pattern.compile("Sag\\s*" + number + "\\s*Familie\\s*Kendelig\\s*Fase\\s*Forberedelse"));
        keepForTheEye(page, "tasklist-case");
        link(page, "Åbn sag " + number).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Sag " + number + ", Kendelig");
    }

    @Test
    void a_date_that_does_not_exist_is_refused_and_nothing_begins() {
        Tasklist list = new Tasklist(asUser("koordinator"));
        long before = cases();
        Locator dialog = list.begin("Ny visitation");
        list.choose("Opholdskategori", "Konventionsflygtning");
        list.choose("Hvor kommer familien fra?", "Opholdscenter");
        list.date("Visitationsdato", "31.02.2026");

        assertThat(list.form()).containsText("Datoen 31.02.2026 findes ikke. Tjek dag og måned");
        assertThat(list.date("Visitationsdato")).hasValue("");
        keepForTheEye(list.page, "tasklist-impossible-date");

        // Where the date may be left out, the form would be sent without it.
        list.date("Visitationsdato", longAgo().format(DANISH));
        list.text("Hvor mange personer").fill("1");
        list.text("Familiens navn").fill("Umulig");
        Locator planned = list.date("Forventet ankomst");
        planned.click();
        planned.fill("31.02.2027");
        list.startButton().press("Enter");
        assertThat(list.form()).containsText("Datoen 31.02.2027 findes ikke. Tjek dag og måned");
        assertThat(planned).isFocused();
        planned.fill("i morgen");
        planned.press("Tab");
        assertThat(list.form()).containsText("\"i morgen\" er ikke en dato.");
        assertThat(dialog).isVisible();
        assertThat(cases()).isEqualTo(before);

        planned.click();
        planned.press("Tab");
        list.submitStart();
        assertThat(cases()).isEqualTo(before + 1);
    }

    /** So long ago that what is due first, and so on the first page of the list, is this test's. */
    private LocalDate longAgo() {
        return LocalDate.now(clock).minusDays(45);
    }

    private long cases() {
        return engine.createProcessInstanceQuery()
                .processDefinitionKey("visitation")
                .count();
    }

    @Test
    void what_is_due_first_stands_first() {
        Page page = asUser("koordinator");
        LocalDate today = LocalDate.now(clock);
        List.of(3, 60, 0, 25).forEach(days -> registered("Orden " + days, today.minusDays(days)));
        Tasklist list = new Tasklist(page).show("Min gruppes opgaver");

        assertThat(list.card("Orden 60")).hasCount(1);
        List<LocalDate> shown = list.page.locator("ol.tasks-list .ankomst-frist").allInnerTexts().stream()
                .map(DayInTasklistTest::deadline)
                .toList();
        assertThat(shown).isSorted();
        assertThat(new HashSet<>(shown)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(shown)
                .isEqualTo(tasks
                        .createTaskQuery()
                        .taskCandidateGroup("koordinator")
                        .includeAssignedTasks()
                        .orderByDueDate()
                        .asc()
                        .listPage(0, shown.size())
                        .stream()
                        .map(task -> LocalDate.ofInstant(task.getDueDate().toInstant(), clock.getZone()))
                        .toList());
    }

    /** "Frist 25. november 2026, 2 arbejdsdage tilbage". */
    private static LocalDate deadline(String words) {
        return LocalDate.parse(words.replaceAll("^Frist |, .*$", ""), IN_WORDS);
    }

    @Test
    void a_refused_act_is_told_in_danish_and_without_codes() {
        Page koordinator = asUser("koordinator");
        String number = registered("Optaget", longAgo());
        Tasklist list = new Tasklist(koordinator).show("Min gruppes opgaver").open("Tildel en tovholder", number);
        Tasklist leader = new Tasklist(asUser("leder")).show("Alle opgaver").open("Tildel en tovholder", number);
        leader.claim();

        list.task().getByText("Overtag").click();
        assertThat(list.message())
                .hasText(Pattern.compile("Opgaven er ikke overtaget[^a-z]*Opgaven er overtaget af (Leder|en anden)"));
        keepForTheEye(koordinator, "tasklist-taken");

        leader.text("Hvem er familiens tovholder?").fill("Sana Holm");
        leader.page.route("**/submit-form", Route::abort);
        leader.completeButton().click();
        assertThat(leader.message()).containsText("Serveren svarede ikke, og intet er gemt.");
        keepForTheEye(leader.page, "tasklist-no-answer");
        leader.page.unroute("**/submit-form");
        String task = leader.page.url().replaceAll(".*[?&]task=([^&]+).*", "$1");

        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("/task/" + task + "/submit-form", "koordinator");
        refused.put("/task/" + task + "/claim", "bolig");
        refused.put("/process-definition/key/helbredsvurdering/start", "bolig");
        refused.forEach((path, user) -> {
            String sentence = answer(user.equals("koordinator") ? koordinator : asTasklist(user), path);
            assertThat(sentence).as(path).matches("[A-ZÆØÅ][^{}*'<>]*\\.");
            assertThat(ENGLISH.matcher(sentence)
                            .results()
                            .map(MatchResult::group)
                            .toList())
                    .as(sentence)
                    .isEmpty();
            assertThat(sentence).doesNotContain(task).doesNotContainPattern("[A-Z_]{4,}");
        });
        assertThat(answer(koordinator, "/task/" + task + "/submit-form"))
                .startsWith("Opgaven er overtaget af Leder (demo).");
    }

    private Page asTasklist(String user) {
        return new Tasklist(asUser(user)).page;
    }

    /** What the engine says to Tasklist when it posts to the path. */
    private static String answer(Page page, String path) {
        return page.evaluate("""
                        async (path) => {
                          const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1];
                          const response = await fetch('/camunda/api/engine/engine/default' + path, {
                            method: 'POST',
                            headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
                            body: path.endsWith('claim') ? '{"userId":"bolig"}' : '{"variables":{"tovholder":{"value":"Sana Holm"}}}'
                          });
                          return response.ok ? 'DONE' : (await response.json()).message;
                        }""", path).toString();
    }

    @Test
    void nothing_in_English_is_shown() {
        Page page = asUser("koordinator");
        registered("Nabo", longAgo());
        String number = registered("Sproglig", longAgo());
        Tasklist list = new Tasklist(page);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("da");
        isDanish(list, "the first page");
        list.begin("Ny visitation");
        isDanish(list, "the start form");
        list.date("Visitationsdato").click();
        keepForTheEye(page, "tasklist-calendar");
        isDanish(list, "the calendar");
        list = new Tasklist(page).show("Uden ansvarlig");
        list.open("Tildel en tovholder", number);
        isDanish(list, "a task");
        list.claim();
        isDanish(list, "a claimed task");
        for (String tab : List.of("Historik", "Diagram", "Sag", "Beskrivelse")) {
            list.tab(tab);
            keepForTheEye(page, "tasklist-tab-" + tab);
            isDanish(list, "the tab " + tab);
        }
        page.setViewportSize(PHONE, 800);
        // The columns glide to their places when a window shrinks; a phone begins with them there.
        page.reload();
        assertThat(list.card("Tildel en tovholder").first()).isVisible();
        keepForTheEye(page, "tasklist-phone");
        isDanish(list, "the phone");
    }

    @Test
    void staff_see_no_banner_about_the_engine() {
        Tasklist list = new Tasklist(asUser("sundhed"));

        assertThat(list.page.locator(".ce-eol-banner")).isHidden();
        assertThat(list.words()).doesNotContain("Camunda 8").doesNotContain("migrate");
    }

    @Test
    void logging_out_of_the_task_list_logs_out_of_everything() {
        Tasklist list = new Tasklist(loggedIn("bolig"));
        list.page.locator(".account").first().click();
        list.page.getByText("Log af").click();
        assertThat(button(list.page, "Log på")).isVisible();

        list.page.navigate("/sager");
        assertThat(button(list.page, "Log på")).isVisible();
        list.page.navigate(Tasklist.ADDRESS);
        assertThat(button(list.page, "Log på")).isVisible();
    }

    private static void member(Tasklist list, String which, String name, String born, String sex, String role) {
        list.open("Registrér familiemedlem", "Tavoran").claim();
        assertThat(list.form()).containsText("Familiemedlem " + which);
        list.text("Fornavn").fill(name);
        list.text("Efternavn").fill("Tavoran");
        list.date("Fødselsdato", born);
        list.tick(sex);
        list.choose("Rolle i familien", role);
        list.choose("Nationalitet", "Syrien");
        list.choose("Etnisk gruppe", "Araber");
        list.complete();
    }

    static String caseNumberOf(Page page, String family) {
        page.navigate("/sager?q=" + family);
        return page.locator("table tbody a").first().innerText();
    }

    private static void isDanish(Tasklist list, String where) {
        List<String> english = ENGLISH.matcher(list.words())
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.equals("Diagram"))
                .distinct()
                .toList();
        assertThat(english).as("English on %s", where).isEmpty();
    }
}
