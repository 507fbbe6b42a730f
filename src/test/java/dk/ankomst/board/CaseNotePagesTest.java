package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dk.ankomst.forms.CheckedForm.Answer;
import dk.ankomst.forms.FormAnswers;
import dk.ankomst.forms.FormAnswers.Submit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class CaseNotePagesTest extends PageTest {

    private static final String CASE = "2026-00122";
    private static final String NOTES = "/sager/" + CASE + "/noter";

    @Autowired
    FormAnswers answers;

    @BeforeEach
    void aFamilyWithoutNotes() {
        aFamily(CASE, "Familien Prøve");
    }

    @Test
    void a_case_without_notes_says_where_they_come_from() throws Exception {
        assertThat(words(page(NOTES, "bolig"))).contains("Der er ingen noter endnu. De kommer til, når nogen skriver");
        assertThat(page(NOTES, "bolig")).contains("<title>Noter, sag " + CASE + "</title>");
    }

    @Test
    void a_note_stands_with_who_wrote_it_and_when_and_the_newest_comes_first() throws Exception {
        write("bolig", "Nøglen er hentet.", "alle");
        write("jobcenter", "Yusuf har et kørekort.", "alle");

        assertThat(words(page(NOTES, "skole")))
                .containsSubsequence(
                        "Yusuf har et kørekort.",
                        "af Jobcenter (demo) den 23. november 2026 kl. 9.05",
                        "Nøglen er hentet.");
        assertThat(words(page("/sager/" + CASE, "skole"))).contains("Yusuf har et kørekort.", "Nøglen er hentet.");
    }

    @Test
    void a_correction_is_a_note_of_its_own_that_points_at_the_old_one_which_stays() throws Exception {
        write("bolig", "Huslejen er 4.200 kr.", "alle");
        String form = page(NOTES + "/1/rettelse", "ydelse");
        assertThat(words(form)).contains("Tilføj rettelse", "Huslejen er 4.200 kr.", "Noten bliver stående");

        assertThat(statusOf(send(NOTES + "/1/rettelse").param("text", "Huslejen er 4.300 kr."), "ydelse"))
                .isEqualTo(302);

        String html = page(NOTES, "bolig");
        assertThat(words(html))
                .containsSubsequence(
                        "Rettelse",
                        "Retter noten af Bolig",
                        "Huslejen er 4.300 kr.",
                        "Huslejen er 4.200 kr.",
                        "Rettet",
                        "Se noten af Ydelse");
        assertThat(html).contains("noter?side=1#note-1\"", "noter?side=1#note-2\"", "id=\"note-1\"", "id=\"note-2\"");
    }

    @Test
    void what_cannot_be_kept_is_refused_at_its_field_and_stays_as_typed() throws Exception {
        String html = answer(send(NOTES).param("text", "Ring til 120385-1234"), 400, "bolig");

        assertThat(words(html)).contains("Fjern CPR-nummeret", "Vælg, hvem der må læse noten");
        assertThat(html).contains("Ring til 120385-1234").contains("<title>Fejl: Noter");
        assertThat(words(answer(send(NOTES).param("text", "  ").param("readers", "alle"), 400, "bolig")))
                .contains("Skriv noten.");
        assertThat(words(answer(send(NOTES).param("text", "a".repeat(10_001)).param("readers", "alle"), 400, "bolig")))
                .contains("Teksten er for lang");
        assertThat(words(page(NOTES, "bolig"))).contains("Der er ingen noter endnu");
    }

    @Test
    void a_note_about_health_is_read_by_those_who_act_on_it_and_others_learn_only_that_it_is_there() throws Exception {
        write("sundhed", "Sover dårligt efter flugten.", "behov");

        for (String group : List.of("sundhed", "koordinator", "leder", "boern-familie", "social-handicap")) {
            assertThat(words(page(NOTES, group))).as(group).contains("Sover dårligt efter flugten.");
        }
        for (String group : List.of("bolig", "jobcenter", "frivilligkoordinator", "revisor")) {
            assertThat(words(page(NOTES, group)))
                    .as(group)
                    .doesNotContain("Sover dårligt")
                    .contains("1 note vises kun for");
            assertThat(words(page("/sager/" + CASE, group))).as(group).doesNotContain("Sover dårligt");
        }
        assertThat(statusOf(get(NOTES + "/1/rettelse"), "bolig")).isEqualTo(404);
        assertThat(statusOf(send(NOTES + "/1/rettelse").param("text", "Rettet"), "bolig"))
                .isEqualTo(404);
        assertThat(statusOf(send(NOTES + "/1/rettelse").param("text", "Sover bedre nu."), "leder"))
                .isEqualTo(302);
        assertThat(words(page(NOTES, "bolig"))).doesNotContain("Sover bedre").contains("2 noter vises kun for");
    }

    @Test
    void a_note_from_a_task_stands_among_them_for_its_department_coordinator_leader_and_auditor() throws Exception {
        aTaskNote("bolig", "Klargør boligen", "Gasmåler mangler.");
        aTaskNote("sundhed", "Bestil lægebesøg", "Blodprøve om torsdagen.");

        assertThat(words(page(NOTES, "bolig")))
                .contains("Klargør boligen: Bemærkning", "Gasmåler mangler.", "Læses af Bolig, Koordinator og Leder")
                .doesNotContain("Blodprøve");
        assertThat(words(page(NOTES, "koordinator"))).contains("Gasmåler mangler.", "Blodprøve om torsdagen.");
        assertThat(words(page(NOTES, "leder"))).contains("Gasmåler mangler.", "Blodprøve om torsdagen.");
        assertThat(words(page(NOTES, "revisor"))).contains("Gasmåler mangler.").doesNotContain("Blodprøve");
        assertThat(words(page(NOTES, "jobcenter")))
                .doesNotContain("Gasmåler", "Blodprøve")
                .contains("2 noter vises kun");
    }

    @Test
    void many_notes_are_turned_page_by_page_and_a_correction_leads_to_the_page_of_the_old_one() throws Exception {
        for (int note = 1; note <= 24; note++) {
            write("bolig", "Nummer " + note + " her.", "alle");
        }
        assertThat(statusOf(send(NOTES + "/2/rettelse").param("text", "Ikke to."), "bolig"))
                .isEqualTo(302);

        assertThat(words(page(NOTES, "bolig")))
                .contains("Side 1 af 2", "Nummer 24 her.", "Nummer 6 her.", "Ældre noter")
                .doesNotContain("Nummer 5 her.", "Nyere noter");
        assertThat(page(NOTES, "bolig")).contains("noter?side=2#note-2\"");
        assertThat(words(page(NOTES + "?side=2", "bolig")))
                .contains("Nummer 5 her.", "Nummer 1 her.", "Nyere noter")
                .doesNotContain("Nummer 6 her.");
        assertThat(words(page(NOTES + "?side=99", "bolig"))).contains("Side 2 af 2");
    }

    @Test
    void the_auditor_reads_notes_and_writes_none() throws Exception {
        write("bolig", "Nøglen er hentet.", "alle");

        String html = page(NOTES, "revisor");

        assertThat(words(html)).contains("Nøglen er hentet.").doesNotContain("Tilføj rettelse", "Gem noten");
        assertThat(html.substring(html.indexOf("<main"))).doesNotContain("<form");
        assertThat(statusOf(send(NOTES).param("text", "Nej").param("readers", "alle"), "revisor"))
                .isEqualTo(403);
        assertThat(statusOf(get(NOTES + "/1/rettelse"), "revisor")).isEqualTo(403);
        assertThat(statusOf(send(NOTES + "/1/rettelse").param("text", "Nej"), "revisor"))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"procesejer", "drift"})
    void those_who_do_not_work_with_families_read_none(String group) throws Exception {
        assertThat(statusOf(get(NOTES), group)).isEqualTo(403);
        assertThat(statusOf(send(NOTES).param("text", "Nej").param("readers", "alle"), group))
                .isEqualTo(403);
    }

    @Test
    void a_note_belongs_to_a_case_that_exists() throws Exception {
        answer(get("/sager/1999-00001/noter"), 404, "bolig");
        assertThat(statusOf(send("/sager/1999-00001/noter").param("text", "Nej").param("readers", "alle"), "bolig"))
                .isEqualTo(404);
        assertThat(statusOf(send(NOTES + "/7/rettelse").param("text", "Nej"), "bolig"))
                .isEqualTo(404);
    }

    private void write(String group, String text, String readers) throws Exception {
        assertThat(statusOf(send(NOTES).param("text", text).param("readers", readers), group))
                .isEqualTo(302);
    }

    private void aTaskNote(String group, String task, String text) {
        answers.save(
                new Submit(CASE, null, "klargoer-bolig", 1, task, "UserTask_X", null, group + "1", task, group),
                List.of(),
                List.of(new Answer("bemaerkning", "Bemærkning", text)));
    }
}
