package dk.ankomst.board;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.deadlines.CaseDates;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class RuleOfferPageTest extends PageTest {

    private static final String CASE = "2026-00142";
    private static final String PAGE = "/frister/regler";

    @Autowired
    Deadlines deadlines;

    /** The case was counted before there was a table of postponements. */
    @BeforeEach
    void aCaseThatIsCountedByOlderTables() {
        aFamily(CASE, "Familien Prøve");
        deadlines.open(
                CASE,
                new CaseDates(
                        "asylcenter", TODAY.minusDays(70), null, TODAY.minusDays(7), TODAY.minusDays(5), Map.of()),
                List.of(new Subject(personId(CASE, 1), true)));
        String newest = jdbc.sql("select table_versions from deadline_case where case_number = ?")
                .param(CASE)
                .query(String.class)
                .single();
        jdbc.sql("update deadline_case set table_versions = ? where case_number = ?")
                .params(newest.replaceFirst(",fristudsaettelse:\\d+", ""), CASE)
                .update();
    }

    @Test
    void the_page_names_the_tables_that_are_new_and_where_they_come_from() throws Exception {
        assertThat(words(page(PAGE, "leder")))
                .contains("Det er nyt", CASE + ", Familien Prøve")
                .containsPattern(
                        "Tabellen fristudsaettelse, udgave \\d+ \\([0-9.]+\\): sat i drift den .* sammen med programmet")
                .doesNotContain("Tabellen lokalt-maal");
    }

    @Test
    void what_was_shown_is_what_is_taken() throws Exception {
        String edition = text(page(PAGE, "leder"), "name=\"udgave\" value=\"([^\"]*)\"");

        String refused = answer(decision("tag", "frist:1").param("reason", "Byrådet"), 400, "leder");

        assertThat(words(refused)).contains("Reglerne er ændret igen, siden listen blev vist");
        assertThat(refused).contains(">Byrådet</textarea>");
        assertThat(words(page(PAGE, "leder"))).contains(CASE);

        assertThat(statusOf(decision("tag", edition).param("reason", "Byrådet"), "leder"))
                .isEqualTo(302);
        assertThat(words(page(PAGE, "leder"))).doesNotContain(CASE).contains("Ingen sager venter på et valg");
    }

    @Test
    void a_reason_that_cannot_be_kept_is_refused_and_nobody_but_the_leader_decides() throws Exception {
        String edition = text(page(PAGE, "leder"), "name=\"udgave\" value=\"([^\"]*)\"");

        assertThat(words(answer(decision("behold", edition).param("reason", "Syg\u0000"), 400, "leder")))
                .contains("tegn, der ikke kan læses");
        assertThat(words(answer(decision("behold", edition), 400, "leder"))).contains("Skriv, hvorfor");
        assertThat(statusOf(decision("behold", edition).param("reason", "Ferie"), "koordinator"))
                .isEqualTo(403);
        assertThat(words(page(PAGE, "leder"))).contains(CASE);
    }

    @Test
    void the_auditor_reads_what_is_offered_and_decides_nothing() throws Exception {
        String edition = text(page(PAGE, "leder"), "name=\"udgave\" value=\"([^\"]*)\"");

        assertThat(words(page(PAGE, "revisor")))
                .contains(CASE, "Lederen vælger, om de nye regler tages i brug.")
                .doesNotContain("Tag de nye regler i brug", "Begrundelse");
        assertThat(statusOf(decision("tag", edition).param("reason", "Byrådet"), "revisor"))
                .isEqualTo(403);
    }

    @Test
    void a_case_that_kept_its_rules_is_found_again_and_takes_the_new_ones_after_all() throws Exception {
        String edition = text(page(PAGE, "leder"), "name=\"udgave\" value=\"([^\"]*)\"");
        assertThat(statusOf(decision("behold", edition).param("reason", "Ferie"), "leder"))
                .isEqualTo(302);

        assertThat(words(page(PAGE, "leder"))).contains("Se den sag, der beholder sine regler");
        assertThat(words(page(PAGE + "?vis=beholdt", "leder")))
                .contains(CASE, "Du kan stadig tage de nye i brug")
                .doesNotContain("Behold de gamle regler");
        assertThat(statusOf(decision("tag", edition).param("vis", "beholdt").param("reason", "Byrådet"), "leder"))
                .isEqualTo(302);
        assertThat(words(page(PAGE + "?vis=beholdt", "leder"))).contains("Ingen åben sag beholder ældre regler");
    }

    private static MockHttpServletRequestBuilder decision(String choice, String edition) {
        return send(PAGE).param("valg", choice).param("udgave", edition).param("sag", CASE);
    }
}
