package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dk.ankomst.worklist.BreachTasks;
import dk.ankomst.worklist.TaskHands;
import dk.ankomst.worklist.TaskHands.Colleague;
import dk.ankomst.worklist.TaskRefused;
import dk.ankomst.worklist.TaskRefused.Reason;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItem.Served;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** What the board says, to whom, and what becomes of what people do there; who may do it is the engine's to say. */
class BoardPagesTest extends PageTest {

    private static final String NUMBER = "2026-00017";

    @MockitoBean
    TaskHands hands;

    @MockitoBean
    BreachTasks breachTasks;

    @BeforeEach
    void people() {
        aFamily(NUMBER, "Familien Haddad");
        when(hands.names(anyCollection()))
                .thenReturn(Map.of("omar", "Omar Prøve", "bolig", "Bo Prøve", "sundhed", "Sanne Prøve"));
        when(hands.members("bolig"))
                .thenReturn(List.of(new Colleague("omar", "Omar Prøve"), new Colleague("bolig", "Bo")));
    }

    @Test
    void the_task_about_a_missed_deadline_names_it_and_says_why_it_was_due() throws Exception {
        deadline(NUMBER, "1.aktindsigt", 0, "Svar på aktindsigt", "LOV", TODAY.minusDays(3), "MET_LATE");
        work.open(new WorkItem(
                "t-brud",
                NUMBER,
                null,
                "UserTask_VurderFristbrud",
                "Vurdér fristbrud",
                "frist-overskredet",
                "leder",
                null,
                TODAY.plusDays(4).atStartOfDay(ZoneId.of("Europe/Copenhagen")).toInstant(),
                clock.instant(),
                new Served("fristbrud-opfoelgning", "")));
        when(breachTasks.duties(List.of("t-brud"))).thenReturn(Map.of("t-brud", "1.aktindsigt"));

        String html = page("/frister", "leder");

        assertThat(words(html)).contains("Handler om: Svar på aktindsigt, frist 20. november 2026 (opfyldt for sent)");
        assertThat(html).contains("/frister/hvorfor/" + NUMBER + "/1.aktindsigt");
    }

    @Test
    void what_is_late_says_since_when_why_and_who_has_it_without_another_page() throws Exception {
        deadline(NUMBER, "cpr-registrering", 0, "CPR-registrering", "LOV", TODAY.minusDays(3), "BREACHED");
        jdbc.sql(
                        "update deadline set breached_at = ?, breach_cause = 'Ingen tid i borgerservice', judged_cause = 'Sygdom',"
                                + " judged_action = 'Vikar fra mandag' where duty = 'cpr-registrering'")
                .param(OffsetDateTime.parse("2026-11-20T23:05:00Z"))
                .update();
        task("t1", NUMBER, "Registrér i CPR", "borgerservice", "omar", TODAY.minusDays(3), "cpr-registrering", "LOV");

        String words = words(page("/frister", "leder"));

        assertThat(words)
                .contains("1 frist er overskredet.")
                .contains("Registrér i CPR")
                .contains("Familien Haddad")
                .contains("1 arbejdsdag over")
                .contains("Siden den 20. november 2026")
                .contains("Registreret som overskredet den 21. november 2026 kl. 0.05: Ingen tid i borgerservice")
                .contains("Leders vurdering: Sygdom Det gøres: Vikar fra mandag")
                .contains("Lovfrist")
                .contains("integrationsloven § 4")
                .contains("Omar Prøve")
                .contains("Borgerservice")
                .contains("Regnet 23. november 2026 kl. 9.05.");
    }

    @Test
    void the_worst_group_comes_first_and_law_before_local_goals_on_the_same_day() throws Exception {
        task("t1", NUMBER, "Opgave senere", "bolig", null, TODAY.plusDays(30), "", "");
        task("t2", NUMBER, "Lokal i morgen", "bolig", null, TODAY.plusDays(1), "x", "LOKAL");
        task("t3", NUMBER, "Lov i morgen", "bolig", null, TODAY.plusDays(1), "y", "LOV");
        task("t4", NUMBER, "Meget over", "bolig", null, TODAY.minusDays(40), "", "");
        task("t5", NUMBER, "Lidt over", "bolig", null, TODAY.minusDays(1), "", "");
        task("t6", NUMBER, "Snart", "bolig", null, TODAY.plusDays(4), "", "");
        task("t7", NUMBER, "Uden dato", "bolig", null, null, "", "");

        String words = words(page("/frister", "bolig"));

        assertThat(words)
                .containsSubsequence(
                        "Over frist, mere end 10 arbejdsdage (1)",
                        "Meget over",
                        "Over frist, op til 10 arbejdsdage (1)",
                        "Lidt over",
                        "I dag og i morgen (2)",
                        "Lov i morgen",
                        "Lokal i morgen",
                        "Inden 5 arbejdsdage (1)",
                        "Snart",
                        "Senere (1)",
                        "Opgave senere",
                        "Uden dato (1)",
                        "Uden dato")
                .contains("2 frister er overskredet, heraf 1 med mere end 10 arbejdsdage."
                        + " 2 frister udløber i dag eller i morgen. 1 frist udløber inden 5 arbejdsdage.");
    }

    @Test
    void ten_working_days_are_not_more_than_ten() throws Exception {
        // 9 November is ten working days before Monday 23 November, 6 November eleven.
        task("t1", NUMBER, "Ti over", "bolig", null, LocalDate.of(2026, 11, 9), "", "");
        task("t2", NUMBER, "Elleve over", "bolig", null, LocalDate.of(2026, 11, 6), "", "");
        // 30 November is five working days away, 1 December six.
        task("t3", NUMBER, "Fem tilbage", "bolig", null, LocalDate.of(2026, 11, 30), "", "");
        task("t4", NUMBER, "Seks tilbage", "bolig", null, LocalDate.of(2026, 12, 1), "", "");

        assertThat(words(page("/frister", "bolig")))
                .containsSubsequence(
                        "mere end 10 arbejdsdage (1)",
                        "Elleve over",
                        "op til 10 arbejdsdage (1)",
                        "Ti over",
                        "Inden 5 arbejdsdage (1)",
                        "Fem tilbage",
                        "Senere (1)",
                        "Seks tilbage");
    }

    @Test
    void a_deadline_without_an_open_task_says_what_it_waits_for_and_who_will_meet_it() throws Exception {
        deadline(NUMBER, "integrationskontrakt", personId(NUMBER, 1), "Kontrakt", "LOV", TODAY.plusDays(9), "RUNNING");
        deadline(NUMBER, "integrationskontrakt", personId(NUMBER, 2), "Kontrakt", "LOV", TODAY.plusDays(9), "RUNNING");
        deadline(NUMBER, "ankomstdag", 0, "Den første dag", "LOKAL", null, "WAITING");
        deadline(NUMBER, "program-slut", 0, "Programmet slutter", "LOV", TODAY.minusDays(9), "RUNNING");
        deadline(NUMBER, "danskuddannelse", 0, "Dansk", "LOV", TODAY.minusDays(9), "MET");

        String words = words(page("/frister", "leder"));

        assertThat(words)
                .contains("Kontrakt")
                .contains("Amina, Yusuf")
                .contains("Jobcenter")
                .contains("Venter på opgaven 'Underskriv kontrakt', som ikke er kommet endnu")
                .contains("Venter på ankomsten, som ikke har en dato endnu")
                .doesNotContain("Programmet slutter")
                .doesNotContain("Dansk ");
        assertThat(words(page("/frister", "jobcenter"))).contains("Kontrakt").doesNotContain("Den første dag");
        assertThat(words(page("/frister", "skole"))).doesNotContain("Kontrakt");
    }

    @Test
    void a_deadline_that_an_open_task_serves_stands_once() throws Exception {
        long amina = personId(NUMBER, 1);
        deadline(NUMBER, "integrationskontrakt", amina, "Kontrakt", "LOV", TODAY.plusDays(9), "RUNNING");
        deadline(NUMBER, "integrationskontrakt", personId(NUMBER, 2), "Kontrakt", "LOV", TODAY.plusDays(9), "RUNNING");
        work.put(new WorkItem(
                "t1",
                NUMBER,
                amina,
                "UserTask_HoldKontraktsamtale",
                "Hold kontraktsamtale",
                "integrationskontrakt",
                "jobcenter",
                null,
                at(TODAY.plusDays(9)),
                Instant.parse("2026-11-18T08:00:00Z"),
                new Served("integrationskontrakt", "LOV")));

        String words = words(page("/frister", "jobcenter"));

        assertThat(words)
                .contains("Senere (2)")
                .contains("Hold kontraktsamtale")
                .contains("Yusuf");
        assertThat(found(words, "Kontrakt 2026-00017")).hasSize(1);
    }

    @Test
    void a_family_is_counted_as_the_one_row_it_stands_in() throws Exception {
        long amina = personId(NUMBER, 1);
        long yusuf = personId(NUMBER, 2);
        for (long person : new long[] {amina, yusuf}) {
            deadline(NUMBER, "integrationskontrakt", person, "Kontrakt", "LOV", TODAY.minusDays(20), "BREACHED");
            deadline(NUMBER, "danskuddannelse", person, "Dansk", "LOV", TODAY.plusDays(1), "RUNNING");
            deadline(NUMBER, "ankomstdag", person, "Den første dag", "LOKAL", null, "WAITING");
        }
        deadline(NUMBER, "helbredsvurdering-tilbud", amina, "Helbred", "LOV", TODAY.plusDays(1), "RUNNING");
        deadline(NUMBER, "helbredsvurdering-tilbud", yusuf, "Helbred", "LOV", TODAY.plusDays(9), "RUNNING");

        String html = page("/frister", "leder");
        String words = words(html);

        assertThat(words)
                .contains("1 frist er overskredet med mere end 10 arbejdsdage."
                        + " 2 frister udløber i dag eller i morgen.")
                .contains("mere end 10 arbejdsdage (1)")
                .contains("I dag og i morgen (2)")
                .contains("Senere (1)")
                .contains("Uden dato (1)")
                .contains("Amina, Yusuf");
        assertEveryHeadingCountsItsRows(html);
        assertThat(words(page("/frister/uger", "leder"))).contains("1 frist er overskredet. 3 frister falder");
        assertThat(words(page("/", "leder")))
                .contains("1 frist er overskredet med mere end 10 arbejdsdage."
                        + " 2 frister udløber i dag eller i morgen.")
                .contains("5 frister i alt : 0 hos dig , 5 uden ansvarlig .");
    }

    @Test
    void families_beyond_the_first_rows_are_counted_as_rows_too() throws Exception {
        for (int family = 1; family <= 23; family++) {
            String number = String.format("2026-%05d", 300 + family);
            aFamily(number, "Familien " + family);
            for (int person = 1; person <= 2; person++) {
                deadline(
                        number,
                        "integrationskontrakt",
                        personId(number, person),
                        "Kontrakt",
                        "LOV",
                        TODAY.minusDays(3),
                        "RUNNING");
            }
        }

        String html = page("/frister", "jobcenter");

        assertThat(words(html)).contains("23 frister er overskredet.").contains("op til 10 arbejdsdage (23)");
        assertThat(found(html, "id=\"over-\\d+\"")).hasSize(20);
        assertThat(found(words(html), "Amina, Yusuf"))
                .as("nobody is cut off from the family")
                .hasSize(20);
        String more = text(html, "id=\"flere-over\" href=\"([^\"]*)\"").replace("&amp;", "&");
        assertThat(found(page(more, "jobcenter"), "id=\"over-\\d+\"")).hasSize(23);
    }

    @Test
    void what_differs_within_a_family_is_said_of_each() throws Exception {
        long amina = personId(NUMBER, 1);
        deadline(NUMBER, "integrationskontrakt", amina, "Kontrakt", "LOV", TODAY.minusDays(3), "BREACHED");
        deadline(
                NUMBER, "integrationskontrakt", personId(NUMBER, 2), "Kontrakt", "LOV", TODAY.minusDays(3), "BREACHED");
        jdbc.sql("update deadline set judged_cause = 'Sygdom.', judged_action = 'Vikar.' where person_id = ?")
                .param(amina)
                .update();

        assertThat(words(page("/frister", "leder")))
                .contains("op til 10 arbejdsdage (1)")
                .contains("Yusuf: Årsagen er ikke noteret")
                .contains("Amina: Leders vurdering: Sygdom. Det gøres: Vikar.")
                .doesNotContain("Yusuf: Leders");
    }

    @Test
    void a_deadline_whose_clock_stands_still_says_so_until_when_and_why() throws Exception {
        deadline(NUMBER, "cpr-registrering", 0, "CPR-registrering", "LOV", TODAY.plusDays(40), "RUNNING");
        deadline(NUMBER, "danskuddannelse", 0, "Dansk", "LOV", TODAY.plusDays(50), "RUNNING");
        deadline(NUMBER, "bolig-klar", 0, "Bolig klar", "LOKAL", TODAY.plusDays(60), "RUNNING");
        stopped("cpr-registrering", TODAY.minusDays(3), TODAY.plusDays(10), "Familien er i udlandet");
        stopped("danskuddannelse", TODAY, TODAY.plusDays(30), null);
        stopped("bolig-klar", TODAY.minusDays(30), TODAY, "Forbi");
        task("t1", NUMBER, "Registrér i CPR", "borgerservice", null, TODAY.plusDays(40), "cpr-registrering", "LOV");

        assertThat(words(page("/frister", "leder")))
                .containsSubsequence(
                        "Registrér i CPR",
                        "Fristen er i bero",
                        "Uret står stille fra den 20. november 2026 til den 3. december 2026: Familien er i udlandet",
                        "Dansk",
                        "Fristen er i bero",
                        "Uret står stille fra den 23. november 2026 til den 23. december 2026 efter loven")
                .doesNotContain("Forbi");
    }

    @Test
    void a_citizens_own_deadline_stands_apart_and_nobody_here_is_late_with_it() throws Exception {
        deadline(NUMBER, "klagefrist", 0, "Borgerens klagefrist", "BORGER", TODAY.plusDays(9), "RUNNING");
        deadline(NUMBER, "flytteanmeldelse", 0, "Meld flytning", "BORGER", TODAY.minusDays(9), "RUNNING");

        String html = page("/frister", "leder");

        assertThat(words(html))
                .contains("Ingen frister er overskredet.")
                .containsSubsequence(
                        "Borgernes egne frister, de næste 30 dage (1)",
                        "Borgerens klagefrist",
                        "Fristen gælder borgeren selv. Kommunen kan ikke overskride den.",
                        "Borgerens egen frist",
                        "Borgeren selv")
                .doesNotContain("Senere (")
                .doesNotContain("Meld flytning");
        assertEveryHeadingCountsItsRows(html);
        assertThat(words(page("/frister?type=borger", "leder"))).contains("Borgerens klagefrist");
        assertThat(words(page("/frister?type=lov", "leder"))).doesNotContain("Borgerens klagefrist");
        assertThat(words(page("/frister/uger", "leder")))
                .contains("Ingen frister er overskredet. Ingen frister falder");
        assertThat(words(page("/", "leder")))
                .contains("Der er ingen åbne opgaver eller frister.")
                .doesNotContain("Borgerens klagefrist");
    }

    @Test
    void the_order_is_told_as_it_is_and_what_has_no_date_comes_last() throws Exception {
        task("t1", NUMBER, "Uden dag, i bero", "bolig", null, null, "", "");
        task("t2", NUMBER, "Med dag, i bero", "bolig", null, TODAY.plusDays(30), "", "");
        task("t3", NUMBER, "Uden dag", "bolig", null, null, "", "");
        hold("t1", TODAY.plusDays(20));
        hold("t2", TODAY.plusDays(20));

        assertThat(words(page("/frister", "bolig")))
                .containsSubsequence(
                        "Sat i bero, den ældste frist først, uden dato sidst",
                        "Med dag, i bero",
                        "Uden dag, i bero",
                        "Uden dato, lovfrister først",
                        "Uden dag")
                .doesNotContain("Uden dato, den ældste");
    }

    @Test
    void a_local_goal_says_so_once() throws Exception {
        deadline(NUMBER, "bolig-klar", 0, "Bolig klar", "LOKAL", TODAY.plusDays(9), "RUNNING");
        jdbc.sql("update deadline set legal_ground = 'lokalt mål, ikke lov'").update();

        assertThat(words(page("/frister?type=lov", "leder"))).doesNotContain("Bolig klar");
        assertThat(words(page("/frister", "leder"))).contains("Bolig klar").doesNotContain("ikke lov");
        assertThat(words(page("/sager/" + NUMBER, "leder")))
                .contains("Bolig klar")
                .doesNotContain("mål, ikke lov");
    }

    private static void assertEveryHeadingCountsItsRows(String html) {
        var headings = found(html, "<h2 id=\"([^\"]+)\"[^>]*>[^<]*<span class=\"weight-normal\">\\((\\d+)\\)");
        assertThat(headings).isNotEmpty();
        headings.forEach(heading -> assertThat(found(html, "<tr id=\"" + heading.group(1) + "-\\d+\""))
                .as(heading.group(1))
                .hasSize(Integer.parseInt(heading.group(2))));
    }

    private void stopped(String duty, LocalDate from, LocalDate until, @Nullable String because) {
        jdbc.sql("update deadline set suspended_from = :from, suspended_until = :until, suspended_reason = :because"
                        + " where duty = :duty")
                .param("from", from)
                .param("until", until)
                .param("because", because, Types.VARCHAR)
                .param("duty", duty)
                .update();
    }

    @Test
    void staff_see_their_team_first_and_a_leader_everybody() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", null, TODAY, "", "");
        task("t2", NUMBER, "Vurdér behovet", "sundhed", "sundhed", TODAY, "", "");

        assertThat(words(page("/frister", "bolig"))).contains("Find bolig").doesNotContain("Vurdér behovet");
        assertThat(words(page("/frister?vis=alle", "bolig")))
                .contains("Find bolig")
                .contains("Vurdér behovet");
        assertThat(words(page("/frister?vis=mine", "bolig")))
                .contains("Du har ingen opgaver. 1 frist i teamet har ingen ansvarlig. Se dem");
        assertThat(words(page("/frister?vis=mine", "sundhed"))).contains("Vurdér behovet");
        assertThat(words(page("/frister", "leder"))).contains("Find bolig").contains("Vurdér behovet");
        assertThat(words(page("/frister", "revisor"))).contains("Find bolig").contains("Vurdér behovet");
    }

    @Test
    void filters_stand_in_the_address_and_say_when_nothing_fits() throws Exception {
        aFamily("2026-00018", "Familien Nouri", "forberedelse", TODAY.plusDays(20), null);
        task("t1", NUMBER, "Find bolig", "bolig", null, TODAY, "x", "LOV");
        task("t2", NUMBER, "Klargør boligen", "bolig", "omar", TODAY, "y", "LOKAL");
        task("t3", "2026-00018", "Anvis boligen", "bolig", null, TODAY, "", "");

        assertThat(words(page("/frister?type=lov", "bolig")))
                .contains("Find bolig")
                .doesNotContain("Klargør boligen");
        assertThat(words(page("/frister?type=egen", "bolig")))
                .contains("Anvis boligen")
                .doesNotContain("Find bolig");
        assertThat(words(page("/frister?ansvarlig=ingen", "bolig")))
                .contains("Find bolig")
                .doesNotContain("Klargør boligen");
        assertThat(words(page("/frister?fase=forberedelse", "bolig")))
                .contains("Anvis boligen")
                .doesNotContain("Find bolig");
        assertThat(words(page("/frister?afdeling=sundhed", "leder"))).contains("Ingen frister passer");
        String html = page("/frister?vis=alle&type=lov&fase=ankomst&afdeling=bolig", "leder");
        assertThat(words(html)).contains("Find bolig").contains("Fjern alle filtre");
        assertThat(found(html, "aria-current=\"true\"[^>]*>")).hasSize(4);
        assertThat(html).contains("href=\"/frister?vis=alle&amp;fase=ankomst&amp;afdeling=bolig\"");
        assertThat(words(page("/frister?vis=x&type=x&fase=x&afdeling=x&antal-senere=x", "bolig")))
                .contains("Find bolig");
    }

    @Test
    void the_first_rows_of_a_group_are_shown_and_more_on_demand() throws Exception {
        for (int number = 1; number <= 25; number++) {
            task(
                    "t" + number,
                    NUMBER,
                    "Opgave nr. " + number + ".",
                    "bolig",
                    null,
                    TODAY.minusDays(30 - number / 10),
                    "",
                    "");
        }

        String first = page("/frister", "bolig");
        assertThat(words(first)).contains("mere end 10 arbejdsdage (25)").contains("Vis flere");
        assertThat(found(first, "id=\"laenge-over-\\d+\"")).hasSize(20);
        String more = text(first, "id=\"flere-laenge-over\" href=\"([^\"]*)\"").replace("&amp;", "&");
        String all = page(more, "bolig");
        assertThat(found(all, "id=\"laenge-over-\\d+\"")).hasSize(25);
        assertThat(words(all)).doesNotContain("Vis flere");
    }

    @Test
    void a_task_is_a_link_only_for_whoever_can_open_it_and_an_auditor_changes_nothing() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", null, TODAY, "", "");

        assertThat(page("/frister", "bolig")).contains("#/?task=t1").contains("Overtag");
        assertThat(page("/frister?vis=alle", "sundhed"))
                .doesNotContain("#/?task=t1")
                .doesNotContain("Overtag");
        assertThat(page("/frister", "revisor"))
                .contains("#/?task=t1")
                .doesNotContain("Overtag")
                .doesNotContain("Handling");
        for (String step : List.of("overtag", "send-videre", "i-bero", "tag-op")) {
            mvc.perform(send("/frister/opgaver/t1/" + step).with(member("revisor")))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/frister").with(member("procesejer"))).andExpect(status().isForbidden());
        mvc.perform(get("/frister").with(member("drift"))).andExpect(status().isForbidden());
        verify(hands, never()).take(any(), any());
    }

    @Test
    void whoever_takes_a_task_is_told_so_in_the_same_view() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", null, TODAY, "", "");

        mvc.perform(send("/frister/opgaver/t1/overtag")
                        .param("visning", "vis=team&type=egen&antal-senere=30")
                        .param("set", "")
                        .with(member("bolig")))
                .andExpect(redirectedUrl("/frister?vis=team&type=egen&antal-senere=30"))
                .andExpect(flash().attribute("done", "Du har overtaget opgaven 'Find bolig' i sag 2026-00017."));

        verify(hands).take("t1", null);
    }

    @Test
    void a_view_that_leads_elsewhere_leads_to_the_board() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", null, TODAY, "", "");

        mvc.perform(send("/frister/opgaver/t1/overtag")
                        .param("visning", "//example.org/?vis=alle")
                        .with(member("bolig")))
                .andExpect(redirectedUrl("/frister?vis=team"));
    }

    @Test
    void a_colleagues_task_is_asked_about_first() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", "omar", TODAY, "", "");

        assertThat(found(page("/frister", "bolig"), "<form[^>]*overtag")).isEmpty();
        String html = page("/frister/opgaver/t1/overtag?visning=vis%3Dteam", "bolig");

        assertThat(words(html))
                .contains("Opgaven er hos Omar Prøve. Vil du overtage den?")
                .contains("Fortryd");
        assertThat(html).contains("name=\"set\" value=\"omar\"").contains("href=\"/frister?vis=team\"");
    }

    @Test
    void who_comes_too_late_is_told_who_was_first() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", "omar", TODAY, "", "");
        doThrow(new TaskRefused(Reason.MOVED, "Omar Prøve overtog opgaven kl. 10.14."))
                .when(hands)
                .take("t1", null);

        mvc.perform(send("/frister/opgaver/t1/overtag").param("set", "").with(member("bolig")))
                .andExpect(redirectedUrl("/frister?vis=team"))
                .andExpect(flash().attribute("refused", "Omar Prøve overtog opgaven kl. 10.14."));
        mvc.perform(get("/frister/opgaver/findes-ikke/overtag").with(member("bolig")))
                .andExpect(flash().attribute("refused", "Opgaven er allerede afsluttet. Se den i sagens historik."));
    }

    @Test
    void a_task_is_sent_on_to_a_colleague_or_back_to_the_group() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", "bolig", TODAY, "", "");

        assertThat(words(page("/frister/opgaver/t1/send-videre", "bolig")))
                .contains("Du har opgaven nu.")
                .contains("Omar Prøve")
                .contains("Læg tilbage til Bolig");
        assertThat(words(answer(send("/frister/opgaver/t1/send-videre").param("set", "bolig"), 400, "bolig")))
                .contains("Vælg, hvem der skal have opgaven.");
        mvc.perform(send("/frister/opgaver/t1/send-videre")
                        .param("set", "bolig")
                        .param("til", "bruger:omar")
                        .with(member("bolig")))
                .andExpect(flash().attribute(
                                "done", "Du har sendt opgaven 'Find bolig' i sag 2026-00017 videre til Omar Prøve."));
        verify(hands).give("t1", "bolig", "omar");
        mvc.perform(send("/frister/opgaver/t1/send-videre")
                        .param("set", "bolig")
                        .param("til", "gruppen")
                        .with(member("bolig")))
                .andExpect(flash().attribute(
                                "done", "Du har lagt opgaven 'Find bolig' i sag 2026-00017 tilbage til Bolig."));
        verify(hands).give("t1", "bolig", null);
    }

    @Test
    void a_task_on_hold_stands_apart_until_its_day_and_its_deadline_stays() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", null, TODAY.plusDays(30), "", "");

        mvc.perform(send("/frister/opgaver/t1/i-bero")
                        .param("reason", "Venter på svar fra udlejer")
                        .param("until", "07.12.2026")
                        .with(member("bolig")))
                .andExpect(flash().attribute(
                                "done",
                                "Du har sat opgaven 'Find bolig' i sag 2026-00017 i bero til den 7. december 2026."
                                        + " Fristen er den samme."));

        String held = words(page("/frister", "bolig"));
        assertThat(held)
                .contains("Sat i bero (1)")
                .doesNotContain("Senere (1)")
                .contains("23.12.2026")
                .contains("Sat i bero til den 7. december 2026 af Bo Prøve den 23. november 2026 kl. 9.05:"
                        + " Venter på svar fra udlejer")
                .contains("Tag op igen");
        mvc.perform(send("/frister/opgaver/t1/tag-op").with(member("bolig")))
                .andExpect(flash().attribute("done", "Du har taget opgaven 'Find bolig' i sag 2026-00017 op igen."));
        assertThat(words(page("/frister", "bolig"))).contains("Senere (1)").doesNotContain("Sat i bero (1)");
        assertThat(jdbc.sql("select reason, held_by, ended_by from task_hold")
                        .query()
                        .singleRow()
                        .values())
                .as("kept after it has ended")
                .containsExactly("Venter på svar fra udlejer", "bolig", "bolig");
    }

    @Test
    void a_task_on_hold_comes_back_when_its_deadline_is_near_with_the_note() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", null, TODAY.plusDays(2), "", "");
        task("t2", NUMBER, "Klargør boligen", "bolig", null, TODAY.plusDays(30), "", "");
        hold("t1", TODAY.plusDays(20));
        hold("t2", TODAY);

        assertThat(words(page("/frister", "bolig")))
                .contains("Inden 5 arbejdsdage (1)")
                .contains("Sat i bero til den 13. december 2026")
                .contains("Senere (1)")
                .doesNotContain("Sat i bero (");
    }

    @Test
    void what_was_typed_stays_when_a_hold_is_refused() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", null, TODAY.plusDays(30), "", "");

        String wrong = answer(
                send("/frister/opgaver/t1/i-bero")
                        .param("reason", "Venter på udlejer")
                        .param("until", "31.02.2027"),
                400,
                "bolig");
        assertThat(words(wrong)).contains("Datoen 31. februar 2027 findes ikke").contains("Venter på udlejer");
        assertThat(words(answer(send("/frister/opgaver/t1/i-bero"), 400, "bolig")))
                .contains("Skriv, hvorfor opgaven sættes i bero.")
                .contains("Skriv den dag, hvor opgaven skal tages op igen.");
        assertThat(words(answer(
                        send("/frister/opgaver/t1/i-bero")
                                .param("reason", "Venter")
                                .param("until", "23.11.2026"),
                        400,
                        "bolig")))
                .contains("Vælg en dag efter i dag");
        assertThat(words(answer(
                        send("/frister/opgaver/t1/i-bero")
                                .param("reason", "Venter")
                                .param("until", "24.12.2027"),
                        400,
                        "bolig")))
                .contains("Vælg en dag inden for et år.");
        doThrow(new TaskRefused(Reason.MOVED, "Opgaven er hos Omar."))
                .when(hands)
                .checkMayHold("t1");
        assertThat(words(answer(
                        send("/frister/opgaver/t1/i-bero")
                                .param("reason", "Venter på udlejer")
                                .param("until", "07.12.2026"),
                        409,
                        "bolig")))
                .contains("Opgaven er hos Omar.")
                .contains("Venter på udlejer");
        mvc.perform(send("/frister/opgaver/vaek/i-bero")
                        .param("reason", "Venter på udlejer")
                        .with(member("bolig")))
                .andExpect(flash().attribute("typed", "Venter på udlejer"));
        assertThat(jdbc.sql("select count(*) from task_hold")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void why_is_the_text_of_the_case_page_as_a_page_and_as_a_part() throws Exception {
        deadline(NUMBER, "cpr-registrering", 0, "CPR-registrering", "LOV", TODAY.plusDays(3), "RUNNING");

        assertThat(words(page("/frister/hvorfor/2026-00017/cpr-registrering?vis=team", "bolig")))
                .contains("Sådan er fristen regnet: CPR-registrering")
                .contains("Regnet i en prøve");
        String part = mvc.perform(get("/frister/hvorfor/2026-00017/cpr-registrering")
                        .header("HX-Request", "true")
                        .with(member("bolig")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(part).contains("Regnet i en prøve").doesNotContain("<html");
        answer(get("/frister/hvorfor/2026-00017/findes-ikke"), 404, "bolig");
        answer(get("/frister/hvorfor/1999-00001/cpr-registrering"), 404, "bolig");
    }

    @Test
    void why_leads_to_the_deadline_itself() throws Exception {
        deadline(NUMBER, "cpr-registrering", 0, "CPR-registrering", "LOV", TODAY.plusDays(3), "RUNNING");

        assertThat(page("/frister/hvorfor/2026-00017/cpr-registrering", "bolig"))
                .contains("href=\"/sager/2026-00017/frister/cpr-registrering\"");
    }

    @Test
    void a_leader_notes_cause_and_action_of_a_breach_for_everybody_in_the_row_and_is_back_at_the_board()
            throws Exception {
        long amina = personId(NUMBER, 1);
        long yusuf = personId(NUMBER, 2);
        for (long person : new long[] {amina, yusuf}) {
            deadline(NUMBER, "integrationskontrakt", person, "Kontrakt", "LOV", TODAY.minusDays(3), "BREACHED");
        }
        deadline(NUMBER, "danskuddannelse", amina, "Dansk", "LOV", TODAY.minusDays(3), "BREACHED");
        String why = "/frister/hvorfor/2026-00017/integrationskontrakt";
        assertThat(page(why + "?person=" + amina + "&vis=alle&type=lov", "leder"))
                .contains("action=\"" + why + "/vurdering?vis=alle&amp;type=lov\"")
                .contains("Hvorfor blev fristen overskredet?");
        assertThat(page(why + "?person=" + amina, "jobcenter")).doesNotContain("<textarea");

        mvc.perform(send(why + "/vurdering?vis=alle&type=lov")
                        .param("person", String.valueOf(amina))
                        .param("aarsag", "Tolken kom ikke.")
                        .param("handling", "Ny tolk på fredag.")
                        .with(member("leder")))
                .andExpect(redirectedUrl("/frister?vis=alle&type=lov"))
                .andExpect(flash().attribute(
                                "done", "Din vurdering af 'Kontrakt' i sag 2026-00017 er noteret ved fristen."));

        assertThat(words(page("/frister", "leder")))
                .contains("Leders vurdering: Tolken kom ikke. Det gøres: Ny tolk på fredag.")
                .doesNotContain("Amina: ")
                .doesNotContain("Yusuf: ");
        assertThat(jdbc.sql("select duty from deadline where judged_cause is not null and judged_by = 'leder'")
                        .query(String.class)
                        .list())
                .containsExactly("integrationskontrakt", "integrationskontrakt");
        assertThat(page(why + "?person=" + yusuf, "leder")).contains(">Ny tolk på fredag.</textarea>");
    }

    @Test
    void a_local_goal_that_was_judged_has_its_cause_noted() throws Exception {
        deadline(NUMBER, "bolig-klar", 0, "Bolig klar", "LOKAL", TODAY.minusDays(3), "RUNNING");
        assertThat(words(page("/frister", "leder"))).contains("Årsagen er ikke noteret");

        mvc.perform(send("/frister/hvorfor/2026-00017/bolig-klar/vurdering")
                        .param("aarsag", "Nøglen manglede.")
                        .param("handling", "Udlejer kommer.")
                        .with(member("leder")))
                .andExpect(redirectedUrl("/frister?vis=alle"));

        assertThat(words(page("/frister", "leder")))
                .contains("Leders vurdering: Nøglen manglede. Det gøres: Udlejer kommer.")
                .doesNotContain("Årsagen er ikke noteret");
    }

    @Test
    void a_judgement_is_complete_the_leaders_own_and_about_something_that_was_missed() throws Exception {
        deadline(NUMBER, "cpr-registrering", 0, "CPR-registrering", "LOV", TODAY.minusDays(3), "BREACHED");
        deadline(NUMBER, "danskuddannelse", 0, "Dansk", "LOV", TODAY.plusDays(3), "RUNNING");
        deadline(NUMBER, "klagefrist", 0, "Klagefrist", "BORGER", TODAY.minusDays(3), "RUNNING");
        String why = "/frister/hvorfor/2026-00017/cpr-registrering";

        assertThat(words(answer(send(why + "/vurdering").param("aarsag", "CPR 010190-1234 kom ikke"), 400, "leder")))
                .contains("Fjern CPR-nummeret. Det må ikke stå her.")
                .contains("Skriv, hvad der gøres, af hvem og hvornår.")
                .contains("CPR 010190-1234 kom ikke");
        for (String group : List.of("borgerservice", "koordinator", "revisor")) {
            mvc.perform(send(why + "/vurdering")
                            .param("aarsag", "x")
                            .param("handling", "y")
                            .with(member(group)))
                    .andExpect(status().isForbidden());
        }
        for (String duty : List.of("danskuddannelse", "klagefrist")) {
            assertThat(page(why.replace("cpr-registrering", duty), "leder")).doesNotContain("<textarea");
            answer(
                    send(why.replace("cpr-registrering", duty) + "/vurdering")
                            .param("aarsag", "x")
                            .param("handling", "y"),
                    400,
                    "leder");
        }
        answer(send(why.replace("cpr-registrering", "findes-ikke") + "/vurdering"), 404, "leder");
        assertThat(jdbc.sql("select count(*) from deadline where judged_cause is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void while_the_task_about_a_breach_is_open_it_is_judged_there_and_nowhere_else() throws Exception {
        deadline(NUMBER, "cpr-registrering", 0, "CPR-registrering", "LOV", TODAY.minusDays(3), "BREACHED");
        when(breachTasks.open(NUMBER, "cpr-registrering", null)).thenReturn(Optional.of("t9"));
        String why = "/frister/hvorfor/2026-00017/cpr-registrering";

        assertThat(page(why, "leder"))
                .contains("href=\"/camunda/app/tasklist/default/#/?task=t9\">Vurdér fristbrud</a>")
                .doesNotContain("<textarea");
        assertThat(page(why, "borgerservice")).doesNotContain("task=t9");
        answer(send(why + "/vurdering").param("aarsag", "x").param("handling", "y"), 400, "leder");
    }

    @Test
    void another_departments_people_are_not_shown_to_whoever_types_the_address() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", "omar", TODAY.plusDays(30), "", "");

        for (String step : List.of("overtag", "send-videre", "i-bero")) {
            mvc.perform(get("/frister/opgaver/t1/" + step).with(member("sundhed")))
                    .andExpect(status().isForbidden());
            assertThat(page("/frister/opgaver/t1/" + step, "bolig")).contains("Find bolig");
            assertThat(page("/frister/opgaver/t1/" + step, "leder")).contains("Find bolig");
        }
        mvc.perform(send("/frister/opgaver/t1/send-videre").with(member("sundhed")))
                .andExpect(status().isForbidden());
        verify(hands, never()).give(any(), any(), any());
    }

    @Test
    void what_a_hold_says_is_true_of_that_task() throws Exception {
        task("t1", NUMBER, "Senere", "bolig", null, TODAY.plusDays(30), "", "");
        task("t2", NUMBER, "Over", "bolig", null, TODAY.minusDays(3), "", "");
        task("t3", NUMBER, "Snart", "bolig", null, LocalDate.of(2026, 11, 30), "", "");
        task("t4", NUMBER, "Seks dage", "bolig", null, LocalDate.of(2026, 12, 1), "", "");
        task("t5", NUMBER, "Uden frist", "bolig", null, null, "", "");

        for (String later : List.of("t1", "t4")) {
            assertThat(words(page("/frister/opgaver/" + later + "/i-bero", "bolig")))
                    .contains("Opgaven vises under 'Sat i bero' indtil den dag, du skriver.")
                    .contains("Opgaven står igen i sin egen gruppe, når der er 5 arbejdsdage til fristen.");
        }
        assertThat(words(page("/frister/opgaver/t2/i-bero", "bolig")))
                .contains("Opgaven er over frist. Den bliver stående under 'Over frist' med din begrundelse")
                .doesNotContain("vises under 'Sat i bero'")
                .doesNotContain("når der er 5");
        assertThat(words(page("/frister/opgaver/t3/i-bero", "bolig")))
                .contains("Der er højst 5 arbejdsdage til fristen. Opgaven bliver derfor stående, hvor den er")
                .doesNotContain("når der er 5");
        assertThat(words(page("/frister/opgaver/t5/i-bero", "bolig")))
                .contains("Opgaven vises under 'Sat i bero' indtil den dag, du skriver.")
                .doesNotContain("arbejdsdage");
    }

    @Test
    void the_case_page_says_that_a_task_is_on_hold_and_why() throws Exception {
        task("t1", NUMBER, "Find bolig", "bolig", null, TODAY.plusDays(30), "", "");
        hold("t1", TODAY.plusDays(20));

        assertThat(words(page("/sager/" + NUMBER, "sundhed")))
                .containsSubsequence(
                        "Find bolig",
                        "Sat i bero til den 13. december 2026 af Bo Prøve den 10. november 2026 kl. 9.00: Venter",
                        "Bolig");
    }

    @Test
    void the_weeks_are_counted_with_what_is_over_apart() throws Exception {
        task("t1", NUMBER, "Over", "bolig", null, TODAY.minusDays(1), "", "");
        task("t2", NUMBER, "I dag", "bolig", null, TODAY, "", "");
        task("t3", NUMBER, "Søndag", "bolig", null, TODAY.plusDays(6), "", "");
        task("t4", NUMBER, "Næste mandag", "bolig", null, TODAY.plusDays(7), "", "");
        task("t5", NUMBER, "Efter ugerne", "bolig", null, TODAY.plusDays(56), "", "");
        deadline(NUMBER, "bolig-klar", 0, "Bolig klar", "LOKAL", TODAY.plusDays(8), "RUNNING");
        deadline(NUMBER, "integrationskontrakt", 0, "Kontrakt", "LOV", TODAY.plusDays(8), "RUNNING");

        assertThat(words(page("/frister/uger", "bolig")))
                .contains("1 frist er overskredet. 4 frister falder i de næste 8 uger, flest i uge 48: 2.")
                .containsSubsequence(
                        "Over frist", "1", "Uge 48", "23.11.2026 til 29.11.2026", "2", "Uge 49", "2", "Uge 2");
        assertThat(words(page("/frister/uger", "leder"))).contains("5 frister");
    }

    private void hold(String task, LocalDate until) {
        jdbc.sql("insert into task_hold (task_id, case_number, task_name, reason, until_date, held_at, held_by)"
                        + " values (?, ?, 'x', 'Venter', ?, ?, 'bolig')")
                .params(task, NUMBER, until, OffsetDateTime.parse("2026-11-10T08:00:00Z"))
                .update();
    }

    private void task(
            String id,
            String number,
            String name,
            String group,
            @Nullable String assignee,
            @Nullable LocalDate due,
            String duty,
            String kind) {
        work.put(new WorkItem(
                id,
                number,
                null,
                "UserTask_Test",
                name,
                "modtagelsesperiode",
                group,
                assignee,
                due == null ? null : at(due),
                Instant.parse("2026-11-18T08:00:00Z"),
                new Served(duty, kind)));
    }

    private static Instant at(LocalDate due) {
        return due.atTime(23, 59, 59).atZone(ZoneId.of("Europe/Copenhagen")).toInstant();
    }

    private void deadline(
            String number, String duty, long person, String name, String kind, @Nullable LocalDate due, String state) {
        jdbc.sql("insert into deadline (case_number, duty, person_id, name, kind, scope, legal_ground, confirmed,"
                        + " trigger_name, trigger_words, due_date, act_by, explanation, state, created_at, created_by, version)"
                        + " values (:number, :duty, :person, :name, :kind, 'SAG', 'integrationsloven § 4', true, 'ankomst',"
                        + " 'ankomsten',"
                        + " :due, :due, 'Regnet i en prøve', :state, :now, 'koordinator', 0)")
                .param("number", number)
                .param("duty", duty)
                .param("person", person)
                .param("name", name)
                .param("kind", kind)
                .param("due", due, Types.DATE)
                .param("state", state)
                .param("now", OffsetDateTime.parse("2026-11-18T08:00:00Z"))
                .update();
    }
}
