package dk.ankomst.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The day of staff: a visitation comes in, a task is claimed, filled wrongly, filled rightly, and the next department goes on. */
class DayInTasklistTest extends AnkomstInBrowser {

    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** Words that Tasklist, its form library and its calendar would show in English. */
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(claim|unclaim|complete[ds]?|add|due|save|required|search|follow|created?|created|tasks?|start|cancel|close"
                    + "|back|select|filters?|assignee|history|description|diagram details|group|loading|must|field|please"
                    + "|sign|log ?out|profile|shortcuts|nothing|no results|migrate|monday|sunday|mon|sun|october|yyyy)\\b",
            Pattern.CASE_INSENSITIVE);

    @Autowired
    Clock clock;

    @Test
    void a_family_is_registered_and_the_next_department_sees_its_task() {
        String visited = LocalDate.now(clock).minusDays(5).format(DANISH);
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

        list.open("Tildel en tovholder").claim();
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
        owner.fill("Sana Holm");
        list.complete();

        String number = caseNumberOf(koordinator, "Tavoran");
        Tasklist housing = new Tasklist(loggedIn("bolig")).show("Min gruppes opgaver");
        Locator card = housing.card("Find en bolig").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(card).hasCount(1);
        assertThat(card).containsText("Tavoran");
        assertThat(card).containsText("Forberedelse");
        assertThat(card).containsText(Pattern.compile("Frist \\d{1,2}\\. [a-zæøå]+ \\d{4}, "));
        housing.open("Find en bolig");
        housing.page
                .getByRole(AriaRole.LISTITEM)
                .getByText("Sag", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(link(housing.page, "Åbn sag " + number)).isVisible();
        keepForTheEye(housing.page, "tasklist-case");
    }

    @Test
    void an_impossible_date_is_refused_and_not_moved() {
        Tasklist list = new Tasklist(loggedIn("koordinator"));
        list.begin("Ny visitation");
        list.date("Visitationsdato", "31.02.2026");

        assertThat(list.date("Visitationsdato")).not().hasValue(Pattern.compile("0?3\\.0?3\\.2026"));
        assertThat(list.form().getByText("Datoen findes ikke. Tjek dag og måned"))
                .isVisible();
        keepForTheEye(list.page, "tasklist-impossible-date");
    }

    @Test
    void what_is_due_first_stands_first() {
        Page page = loggedIn("koordinator");
        OwnPagesTest.registerFamily(page, "Sortering", clock);
        Tasklist list = new Tasklist(page).show("Uden ansvarlig");

        Locator deadlines = list.page.locator("ol.tasks-list .ankomst-frist");
        assertThat(deadlines.first()).isVisible();
        assertThat(list.page.url()).contains("dueDate").contains("asc");
    }

    @Test
    void nothing_in_English_is_shown() {
        Page page = loggedIn("koordinator");
        OwnPagesTest.registerFamily(page, "Sproglig", clock);
        Tasklist list = new Tasklist(page);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("da");
        isDanish(list, "the first page");
        list.begin("Ny visitation");
        isDanish(list, "the start form");
        list.date("Visitationsdato").click();
        keepForTheEye(page, "tasklist-calendar");
        isDanish(list, "the calendar");
        list = new Tasklist(page).show("Uden ansvarlig");
        list.open("Tildel en tovholder");
        isDanish(list, "a task");
        list.claim();
        isDanish(list, "a claimed task");
        for (String tab : List.of("Historik", "Diagram", "Sag", "Beskrivelse")) {
            page.locator(".nav-tabs")
                    .getByText(tab, new Locator.GetByTextOptions().setExact(true))
                    .click();
            isDanish(list, "the tab " + tab);
        }
        page.setViewportSize(PHONE, 800);
        keepForTheEye(page, "tasklist-phone");
        isDanish(list, "the phone");
    }

    @Test
    void staff_see_no_banner_about_the_engine() {
        Tasklist list = new Tasklist(loggedIn("sundhed"));

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
        list.open("Registrér familiemedlem").claim();
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
