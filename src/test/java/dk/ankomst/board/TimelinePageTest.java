package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.notices.Meetings;
import dk.ankomst.worklist.DutyTasks;
import dk.ankomst.worklist.DutyTasks.DutyTask;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

class TimelinePageTest extends PageTest {

    private static final String CASE = "2026-00124";
    private static final String LINE = "/sager/" + CASE + "/tidslinje";
    private static final String MEETINGS = "/sager/" + CASE + "/moeder";

    @Autowired
    Deadlines deadlines;

    @Autowired
    Meetings meetings;

    @MockitoSpyBean
    DutyTasks dutyTasks;

    @BeforeEach
    void aFamilyInItsFirstDays() {
        aFamily(CASE, "Familien Prøve");
        for (int person = 1; person <= 5; person++) {
            aDeadline("helbredsvurdering-tilbud", person, "Tilbud om helbredsvurdering", TODAY.plusDays(68));
        }
        aDeadline("danskuddannelse", 1, "Henvisning til danskuddannelse", TODAY.minusDays(12));
        aDeadline("velkomstmateriale", 0, "Velkomstmateriale til familien", TODAY.minusDays(30));
        aDeadline("program-slut", 0, "Programmet slutter", TODAY.plusYears(3));
        aDeadline("genvurdering", 0, "Genvurdering", null);
        deadlines.met(CASE, "velkomstmateriale", null, TODAY.minusDays(31));
        deadlines.met(CASE, "helbredsvurdering-tilbud", personId(CASE, 1), TODAY.minusDays(1));
    }

    @Test
    void what_was_done_is_planned_or_late_is_told_in_lanes_and_in_the_same_words_below() throws Exception {
        String html = page(LINE, "koordinator");

        assertThat(html).contains("<title>Tidslinje, sag " + CASE + "</title>");
        assertThat(words(html))
                .contains("Planlagt", "Sket", "For sent", "over frist", "i dag")
                .containsSubsequence("Visitation", "Sagen", "Hele familien", "14.09.2026", "Sket")
                .containsSubsequence("Henvisning til danskuddannelse", "Amina Prøve", "11.11.2026", "Over frist")
                .containsSubsequence(
                        "Velkomstmateriale til familien", "Hele familien", "24.10.2026", "23.10.2026", "Opfyldt")
                .containsSubsequence("Tilbud om helbredsvurdering", "Yusuf Prøve, Leila Prøve, Omar Prøve, Noor Prøve");
        assertThat(html)
                .contains(
                        "<svg class=\"ankomst-lanes\"",
                        "ankomst-mark-late",
                        "ankomst-mark-done",
                        "ankomst-mark-planned")
                .contains("href=\"/sager/" + CASE + "/frister/danskuddannelse\"");
    }

    @Test
    void each_number_in_the_drawing_is_that_of_a_row_and_stands_once() throws Exception {
        String html = page(LINE + "?periode=hele", "koordinator");

        List<String> drawn = found(html, "class=\"ankomst-mark-number[^\"]*\"[^>]*>(\\d+)<").stream()
                .map(mark -> mark.group(1))
                .toList();
        List<String> rows = found(html, "<td data-title=\"Nr.\">(\\d+)</td>").stream()
                .map(row -> row.group(1))
                .toList();
        assertThat(drawn).isNotEmpty().doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rows);
        assertThat(words(html)).contains("Genvurdering").doesNotContain("uden for tegningens periode");
    }

    @Test
    void the_first_year_leaves_out_what_is_later_and_says_so() throws Exception {
        assertThat(words(page(LINE, "koordinator"))).contains("1 række i tabellen ligger uden for tegningens periode.");
        assertThat(words(page(LINE + "?periode=foerste-aar", "koordinator")))
                .contains("1 række i tabellen ligger uden for tegningens periode.");
    }

    @Test
    void a_duty_moves_to_another_lane_when_the_model_gives_its_task_to_another_department() throws Exception {
        assertThat(words(page(LINE, "koordinator"))).containsPattern("Tilbud om helbredsvurdering Sundhed");

        doReturn(List.of(new DutyTask("UserTask_X", "Tilbyd", "Helbred", "borgerservice", true)))
                .when(dutyTasks)
                .of("helbredsvurdering-tilbud");

        assertThat(words(page(LINE, "koordinator")))
                .containsPattern("Tilbud om helbredsvurdering Borgerservice")
                .doesNotContain("Tilbud om helbredsvurdering Sundhed");
    }

    @Test
    void a_conversation_lies_with_the_department_whose_task_it_is_held_in() throws Exception {
        deadlines.agreed(CASE, "samtale-1", null, "Opfølgningssamtale", TODAY.plusDays(9), "Aftalt i opgaven");
        assertThat(words(page(LINE, "bolig"))).containsPattern("Opfølgningssamtale Sagen");

        meetings.conversationAgreed(
                CASE, "samtale-1", "Opfølgningssamtale", TODAY.plusDays(9), "UserTask_TilbydHelbredsvurdering");

        assertThat(words(page(LINE, "bolig"))).containsPattern("Opfølgningssamtale Sundhed");
    }

    @Test
    void an_open_task_that_serves_no_deadline_stands_in_its_departments_lane() throws Exception {
        aTask("t1", CASE, "Ring til udlejer", "bolig", null, TODAY.plusDays(4));

        assertThat(words(page(LINE, "bolig"))).containsSubsequence("Opgave: Ring til udlejer", "Bolig", "27.11.2026");
    }

    @Test
    void a_case_without_meetings_contract_and_plan_says_when_they_come() throws Exception {
        assertThat(words(page(MEETINGS, "bolig")))
                .contains("Møder og plan, sag " + CASE)
                .contains("Der er ikke aftalt møder endnu. Et møde står her, når")
                .contains("Sagen har ingen frist for kontrakten", "Sagen har ingen frist for planen")
                .contains("Der er ikke aftalt indsatser endnu");
    }

    @Test
    void a_meeting_stands_with_its_date_those_invited_and_whether_it_was_held() throws Exception {
        aDeadline("integrationskontrakt", 1, "Integrationskontrakt", TODAY.plusDays(8));
        deadlines.agreed(CASE, "moede-1", null, "Koordineringsmøde", TODAY.minusDays(3), "Aftalt i opgaven");
        meetings.agreed(CASE, "moede-1", "Koordineringsmøde", TODAY.minusDays(3), List.of("koordinator", "jobcenter"));
        deadlines.agreed(CASE, "moede-2", null, "Opfølgningsmøde", TODAY.plusDays(30), "Aftalt på mødet");
        meetings.agreed(CASE, "moede-2", "Opfølgningsmøde", TODAY.plusDays(30), List.of("koordinator"));
        deadlines.agreed(CASE, "indsats-jobcenter", null, "Indsats", TODAY.plusDays(60), "Aftalt på mødet");
        deadlines.met(CASE, "moede-1", null, TODAY.minusDays(3));

        assertThat(words(page(MEETINGS, "jobcenter")))
                .containsSubsequence("Koordineringsmøde", "20.11.2026", "Koordinator, Jobcenter", "Gennemført")
                .containsSubsequence("Opfølgningsmøde", "23.12.2026", "Aftalt", "Koordineringsmøde")
                .containsSubsequence("Integrationskontrakt", "Amina Prøve", "01.12.2026")
                .containsSubsequence("Aftalte indsatser", "Indsats", "22.01.2027");
    }

    @Test
    void which_departments_meet_is_told_to_those_who_meet_and_those_who_act_on_the_needs() throws Exception {
        deadlines.agreed(CASE, "moede-1", null, "Koordineringsmøde", TODAY.plusDays(3), "Aftalt i opgaven");
        meetings.agreed(
                CASE, "moede-1", "Koordineringsmøde", TODAY.plusDays(3), List.of("jobcenter", "social-handicap"));

        for (String reader : List.of("koordinator", "leder", "sundhed", "jobcenter")) {
            assertThat(words(page(MEETINGS, reader))).as(reader).contains("Jobcenter, Social og handicap");
        }
        for (String other : List.of("bolig", "frivilligkoordinator", "revisor")) {
            assertThat(words(page(MEETINGS, other)))
                    .as(other)
                    .contains("Koordineringsmøde", "Vises for de indkaldte")
                    .doesNotContain("Social og handicap");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LINE, MEETINGS})
    void those_who_do_not_work_with_families_are_refused_and_an_unknown_case_says_so(String path) throws Exception {
        assertThat(statusOf(get(path), "procesejer")).isEqualTo(403);
        assertThat(statusOf(get(path), "drift")).isEqualTo(403);
        answer(get(path.replace(CASE, "1999-00001")), 404, "bolig");
    }

    private void aDeadline(String duty, int person, String name, @Nullable LocalDate due) {
        jdbc.sql(
                        "insert into deadline (case_number, duty, person_id, name, rule_id, rule_set, kind, scope, legal_ground,"
                                + " source, status, confirmed, trigger_name, trigger_words, due_date, act_by, explanation, state,"
                                + " created_at, created_by, version) values (:case, :duty, :person, :name, 'rule_x', 'RS', 'LOV',"
                                + " :scope, 'integrationsloven § 1', 'kilde', 'BEKRAEFTET', true, 'overtagelse', 'overtagelsen',"
                                + " :due, :due, 'Regnet for prøvens skyld.', :state, :now, 'ankomst-system', 0)")
                .param("case", CASE)
                .param("duty", duty)
                .param("person", person == 0 ? 0 : personId(CASE, person))
                .param("name", name)
                .param("scope", person == 0 ? "SAG" : "PERSON")
                .param("due", due, java.sql.Types.DATE)
                .param("state", due == null ? "WAITING" : "RUNNING")
                .param("now", OffsetDateTime.parse("2026-11-01T08:00:00Z"))
                .update();
    }
}
