package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DayPageTest extends PageTest {

    @Test
    void the_day_says_what_is_overdue_and_lists_the_worst_first() throws Exception {
        aFamily("2026-00101", "Familien Prøve");
        aTask("t1", "2026-00101", "Find bolig", "bolig", null, TODAY.plusDays(4));
        aTask("t2", "2026-00101", "Ring til udlejer", "bolig", "bolig", TODAY.minusDays(4));
        aTask("t3", "2026-00101", "Aflever nøgler", "bolig", null, TODAY);
        aTask("t4", "2026-00101", "Indkald til samtale", "jobcenter", null, TODAY.minusDays(9));

        String words = words(page("/", "bolig"));

        assertThat(words)
                .contains("1 frist er overskredet. 1 frist udløber i dag eller i morgen. 1 frist udløber inden 5")
                .contains("3 frister i alt : 1 hos dig , 2 uden ansvarlig .")
                .containsSubsequence("Ring til udlejer", "2 arbejdsdage over", "Aflever nøgler", "I dag", "Find bolig")
                .contains("2026-00101 , Familien Prøve")
                .doesNotContain("Indkald til samtale");
    }

    @Test
    void the_leader_sees_the_tasks_of_every_department() throws Exception {
        aTask("t1", "2026-00101", "Find bolig", "bolig", null, null);
        aTask("t4", "2026-00101", "Indkald til samtale", "jobcenter", null, TODAY.minusDays(9));

        assertThat(words(page("/", "leder")))
                .contains("Indkald til samtale")
                .contains("Find bolig")
                .contains("Uden frist");
    }

    @Test
    void the_day_says_what_the_board_says_and_leads_to_the_rest_of_it() throws Exception {
        for (int number = 1; number <= 12; number++) {
            aTask("t" + number, "2026-00101", "Opgave " + number, "bolig", null, TODAY.minusDays(number));
        }

        String html = page("/", "bolig");

        assertThat(words(page("/frister", "bolig"))).contains("12 frister er overskredet");
        assertThat(words(html)).contains("12 frister er overskredet").contains("Se 2 mere på fristtavlen");
        assertThat(html).contains("href=\"/frister?vis=team\"").contains("href=\"/frister?vis=mine\"");
    }

    @Test
    void what_is_years_away_is_not_to_be_done_now() throws Exception {
        aTask("t1", "2026-00101", "Find bolig", "bolig", null, TODAY.plusDays(1));
        aTask("t2", "2026-00101", "Følg op", "bolig", null, TODAY.plusYears(3));

        assertThat(words(page("/", "bolig"))).containsSubsequence("Gør nu", "Find bolig", "Derefter", "Følg op");
    }

    @Test
    void an_empty_day_says_so() throws Exception {
        String html = page("/", "skole");

        assertThat(words(html))
                .contains("Der er ingen åbne opgaver eller frister.")
                .doesNotContain("Gør nu");
    }

    @Test
    void operations_and_process_owners_get_their_own_menu_and_no_cases() throws Exception {
        assertThat(page("/", "drift"))
                .contains("/camunda/app/cockpit")
                .contains("/camunda/app/admin")
                .doesNotContain("href=\"/sager\"");
        assertThat(page("/", "procesejer")).contains("/camunda/app/cockpit").doesNotContain("/camunda/app/admin");
    }

    @Test
    void only_coordinator_and_leader_are_offered_to_take_in_a_family() throws Exception {
        assertThat(page("/", "koordinator")).contains("href=\"/sager/ny\"").contains("href=\"/sager/import\"");
        assertThat(page("/", "sundhed")).contains("href=\"/sager\"").doesNotContain("href=\"/sager/ny\"");
    }
}
