package dk.ankomst.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.ankomst.platform.InputRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTest {

    private final FormCheck check =
            new FormCheck(Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneId.of("Europe/Copenhagen")));

    /** Knows one kind of expression, {@code name = "value"}; FEEL itself is tried where the engine is. */
    private static final Expressions EQUALITY = (expression, known) -> {
        String[] sides = expression.split(" = ");
        return sides[1].equals("\"" + known.get(sides[0]) + "\"");
    };

    private static FormDefinition form(String... components) {
        return FormReader.read("proeve", 1, "{\"components\":[" + String.join(",", components) + "]}");
    }

    private CheckedForm check(FormDefinition form, Map<String, ?> submitted) {
        return check.check(form, submitted, Map.of(), EQUALITY, null);
    }

    private String sentence(FormDefinition form, Map<String, ?> submitted) {
        InputRefused refused = catchThrowableOfType(InputRefused.class, () -> check(form, submitted));
        assertThat(refused).as("refused").isNotNull();
        return String.valueOf(refused.getMessage());
    }

    private static Map<String, Object> sent(String key, Object value) {
        Map<String, Object> sent = new HashMap<>();
        sent.put(key, value);
        return sent;
    }

    private static final String NAME =
            "{\"type\":\"textfield\",\"key\":\"navn\",\"label\":\"Navn\",\"validate\":{\"required\":true}}";
    private static final String COUNT = "{\"type\":\"number\",\"key\":\"antal\",\"label\":\"Antal\","
            + "\"decimalDigits\":0,\"validate\":{\"min\":1,\"max\":20}}";
    private static final String ANSWER = "{\"type\":\"radio\",\"key\":\"svar\",\"label\":\"Svar\",\"values\":"
            + "[{\"label\":\"Ja\",\"value\":\"ja\"},{\"label\":\"Nej\",\"value\":\"nej\"}]}";
    private static final String THINGS = "{\"type\":\"checklist\",\"key\":\"ting\",\"label\":\"Ting\",\"values\":"
            + "[{\"label\":\"Seng\",\"value\":\"seng\"},{\"label\":\"Bord\",\"value\":\"bord\"}]}";
    private static final String DATE =
            "{\"type\":\"datetime\",\"subtype\":\"date\",\"key\":\"dato\",\"dateLabel\":\"Ankomst\"}";
    private static final String READY = "{\"type\":\"checkbox\",\"key\":\"erKlar\",\"label\":\"Klar\"}";

    @Test
    void good_answers_become_primitives() {
        CheckedForm checked = check(
                form(NAME, COUNT, ANSWER, THINGS, DATE, READY),
                Map.of(
                        "navn",
                        " Sarah ",
                        "antal",
                        5,
                        "svar",
                        "ja",
                        "ting",
                        List.of("bord", "seng"),
                        "dato",
                        "2026-12-24",
                        "erKlar",
                        true));

        assertThat(checked.variables())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "navn",
                        "Sarah",
                        "antal",
                        5L,
                        "svar",
                        "ja",
                        "ting",
                        "bord,seng",
                        "dato",
                        "2026-12-24",
                        "erKlar",
                        true));
        assertThat(checked.values()).containsEntry("ting", List.of("bord", "seng"));
        assertThat(checked.answers()).isEmpty();
    }

    @Test
    void fields_left_empty_become_null_and_an_unticked_box_false() {
        CheckedForm checked = check(form(COUNT, ANSWER, THINGS, DATE, READY), Map.of("svar", " ", "ting", List.of()));

        assertThat(checked.variables())
                .containsEntry("antal", null)
                .containsEntry("svar", null)
                .containsEntry("ting", null)
                .containsEntry("dato", null)
                .containsEntry("erKlar", false);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(NAME, "navn", null, "Skriv noget i »Navn«."),
                Arguments.of(NAME, "navn", "   ", "Skriv noget i »Navn«."),
                Arguments.of(NAME, "navn", 7, "Skriv »Navn« som tekst."),
                Arguments.of(NAME, "navn", Map.of("a", 1), "Skriv »Navn« som tekst."),
                Arguments.of(NAME, "navn", List.of("a"), "Skriv »Navn« som tekst."),
                Arguments.of(NAME, "navn", "x".repeat(501), "Forkort »Navn« til højst 500 tegn. Der står 501."),
                Arguments.of(NAME, "navn", "a\u0000b", "indeholder tegn"),
                Arguments.of(NAME, "navn", "a\ud800b", "indeholder tegn"),
                Arguments.of(NAME, "navn", "Født 120385-1234", "CPR-nummer hører ikke til i »Navn«"),
                Arguments.of(NAME, "navn", "1203851234", "CPR-nummer hører ikke til"),
                Arguments.of(NAME, "navn", "720385 1234", "CPR-nummer hører ikke til"),
                Arguments.of(COUNT, "antal", "5", "Skriv et tal i »Antal«"),
                Arguments.of(COUNT, "antal", true, "Skriv et tal i »Antal«"),
                Arguments.of(COUNT, "antal", Double.NaN, "Skriv et tal i »Antal«"),
                Arguments.of(COUNT, "antal", Double.POSITIVE_INFINITY, "Skriv et tal i »Antal«"),
                Arguments.of(COUNT, "antal", 1e300, "Skriv et mindre tal i »Antal«."),
                Arguments.of(COUNT, "antal", 2.5, "Skriv et helt tal i »Antal«."),
                Arguments.of(COUNT, "antal", 0, "Skriv et tal på mindst 1 i »Antal«."),
                Arguments.of(COUNT, "antal", 21, "Skriv et tal på højst 20 i »Antal«."),
                Arguments.of(READY, "erKlar", "true", "Sæt eller fjern krydset i »Klar«."),
                Arguments.of(READY, "erKlar", 1, "Sæt eller fjern krydset i »Klar«."),
                Arguments.of(ANSWER, "svar", "måske", "Vælg en af mulighederne i »Svar«."),
                Arguments.of(ANSWER, "svar", true, "Vælg en af mulighederne i »Svar«."),
                Arguments.of(ANSWER, "svar", List.of("ja"), "Vælg en af mulighederne i »Svar«."),
                Arguments.of(THINGS, "ting", List.of("seng", "yacht"), "Vælg kun blandt mulighederne i »Ting«."),
                Arguments.of(THINGS, "ting", Arrays.asList("seng", null), "Vælg kun blandt mulighederne i »Ting«."),
                Arguments.of(THINGS, "ting", "seng", "Vælg blandt mulighederne i »Ting«."),
                Arguments.of(THINGS, "ting", Map.of("seng", true), "Vælg blandt mulighederne i »Ting«."),
                Arguments.of(DATE, "dato", "2026-02-30", "Datoen i »Ankomst« findes ikke. Skriv den som dag.måned.år"),
                Arguments.of(DATE, "dato", "30.02.2026", "Datoen i »Ankomst« findes ikke."),
                Arguments.of(DATE, "dato", "2026-12-24T10:00:00Z", "Datoen i »Ankomst« findes ikke."),
                Arguments.of(DATE, "dato", 20261224, "Datoen i »Ankomst« findes ikke."),
                Arguments.of(DATE, "dato", "0026-12-24", "Ret årstallet i »Ankomst«."),
                Arguments.of(READY, "andet", "x", "Formularen har intet felt, der hedder »andet«."),
                Arguments.of(READY, "<script>", "x", "Formularen har intet felt, der hedder »script«."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_answer_is_refused_with_a_sentence_that_says_what_to_do(
            String component, String key, Object value, String expected) {
        assertThat(sentence(form(component), sent(key, value))).contains(expected);
    }

    @Test
    void every_wrong_field_gets_its_own_sentence() {
        InputRefused refused = catchThrowableOfType(
                InputRefused.class, () -> check(form(NAME, COUNT, ANSWER), Map.of("antal", 0, "svar", "x")));

        assertThat(refused.errors())
                .extracting(InputRefused.FieldError::field)
                .containsExactly("navn", "antal", "svar");
    }

    @Test
    void the_sentence_never_repeats_what_was_typed() {
        assertThat(sentence(form(NAME, DATE), Map.of("navn", "120385-1234", "dato", "hemmelig")))
                .doesNotContain("1203")
                .doesNotContain("hemmelig");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+45 12345678", "Sag 2026-00017", "5790001234567", "991399-9999", "12.345.678"})
    void ordinary_numbers_are_not_taken_for_a_cpr_number(String text) {
        assertThat(check(form(NAME), Map.of("navn", text)).variables()).containsEntry("navn", text);
    }

    @Test
    void a_cpr_number_hidden_in_a_number_field_is_refused() {
        String number = "{\"type\":\"number\",\"key\":\"n\",\"label\":\"N\"}";
        assertThat(sentence(form(number), Map.of("n", 1203851234L))).contains("CPR-nummer");
        assertThat(sentence(form(number), Map.of("n", 103851234L))).contains("CPR-nummer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sag", "note"})
    void a_cpr_number_is_refused_in_what_the_case_keeps_too(String keep) {
        String field =
                "{\"type\":\"textarea\",\"key\":\"x\",\"label\":\"X\",\"properties\":{\"gem\":\"" + keep + "\"}}";

        assertThat(sentence(form(field), Map.of("x", "Født 120385-1234"))).contains("CPR-nummer hører ikke til i »X«");
    }

    @Test
    void notes_are_told_from_answers_and_empty_notes_are_left_out() {
        FormDefinition form = form(
                "{\"type\":\"textarea\",\"key\":\"a\",\"label\":\"A\",\"properties\":{\"gem\":\"note\"}}",
                "{\"type\":\"textarea\",\"key\":\"b\",\"label\":\"B\",\"properties\":{\"gem\":\"note\"}}",
                "{\"type\":\"number\",\"key\":\"c\",\"label\":\"C\",\"properties\":{\"gem\":\"sag\"}}");

        CheckedForm checked = check(form, Map.of("a", "Ringede til familien", "c", 2.5));

        assertThat(checked.notes()).containsExactly(new CheckedForm.Answer("a", "A", "Ringede til familien"));
        assertThat(checked.answers()).containsExactly(new CheckedForm.Answer("c", "C", "2.5"));
    }

    @Test
    void a_hidden_field_is_not_required_and_may_not_be_sent() {
        FormDefinition form = form(
                ANSWER,
                "{\"type\":\"textfield\",\"key\":\"hvorfor\",\"label\":\"Hvorfor\","
                        + "\"conditional\":{\"hide\":\"=svar = \\\"ja\\\"\"},\"validate\":{\"required\":true}}");

        assertThat(check(form, Map.of("svar", "ja")).variables()).containsEntry("hvorfor", null);
        assertThat(sentence(form, Map.of("svar", "nej"))).contains("Skriv noget i »Hvorfor«.");
        assertThat(sentence(form, Map.of("svar", "ja", "hvorfor", "fordi"))).contains("Lad feltet stå tomt");
    }

    @Test
    void a_form_whose_condition_cannot_be_read_is_unusable() {
        FormDefinition form = form("{\"type\":\"number\",\"key\":\"x\",\"conditional\":{\"hide\":\"=og så videre\"}}");

        assertThatThrownBy(() -> check(form, Map.of())).isInstanceOf(FormUnusable.class);
    }

    @Test
    void a_disabled_field_may_only_come_back_as_it_was_shown() {
        FormDefinition form = form("{\"type\":\"number\",\"key\":\"x\",\"label\":\"X\",\"disabled\":true}");

        assertThat(check.check(form, Map.of("x", 3), Map.of("x", 3L), EQUALITY, null)
                        .variables())
                .isEmpty();
        assertThatThrownBy(() -> check.check(form, Map.of("x", 4), Map.of("x", 3L), EQUALITY, null))
                .isInstanceOf(InputRefused.class)
                .hasMessage("»X« kan ikke ændres her.");
    }

    @Test
    void a_read_only_field_is_never_written() {
        FormDefinition form = form("{\"type\":\"textfield\",\"key\":\"x\",\"label\":\"X\",\"readonly\":true}");

        assertThat(check(form, Map.of("x", "andet")).variables()).isEmpty();
    }

    @Test
    void only_options_that_were_shown_may_be_chosen() {
        FormDefinition form =
                form("{\"type\":\"select\",\"key\":\"bolig\",\"label\":\"Bolig\",\"valuesKey\":\"boliger\"}");
        Map<String, Object> shown =
                Map.of("boliger", List.of(Map.of("label", "Skovvej", "value", "b1"), Map.of("value", "b2")));

        assertThat(check.check(form, Map.of("bolig", "b2"), shown, EQUALITY, null)
                        .variables())
                .containsEntry("bolig", "b2");
        assertThatThrownBy(() -> check.check(form, Map.of("bolig", "b3"), shown, EQUALITY, null))
                .isInstanceOf(InputRefused.class);
        assertThatThrownBy(() ->
                        check.check(form, Map.of("bolig", "b3", "boliger", List.of("b3")), Map.of(), EQUALITY, null))
                .isInstanceOf(InputRefused.class);
    }

    @Test
    void a_group_with_a_path_is_sent_as_one_object() {
        FormDefinition form = form("{\"type\":\"group\",\"path\":\"bolig\",\"components\":[" + COUNT + "]}");

        assertThat(check(form, Map.of("bolig", Map.of("antal", 3))).variables()).containsEntry("bolig_antal", 3L);
        assertThat(sentence(form, Map.of("bolig", Map.of("antal", 3, "mere", 1))))
                .contains("»bolig.mere«");
    }

    @Test
    void a_date_may_be_typed_as_danes_write_it() {
        assertThat(check(form(DATE), Map.of("dato", "4.1.2027")).date("dato")).hasToString("2027-01-04");
    }

    @Test
    void a_date_in_the_past_is_refused_where_the_form_says_so() {
        FormDefinition form = form("{\"type\":\"datetime\",\"subtype\":\"date\",\"key\":\"d\",\"dateLabel\":\"D\","
                + "\"disallowPassedDates\":true}");

        assertThat(check(form, Map.of("d", "2026-11-23")).text("d")).isEqualTo("2026-11-23");
        assertThat(sentence(form, Map.of("d", "2026-11-22"))).contains("som ikke er gået");
    }

    @Test
    void patterns_addresses_and_lengths_of_text_are_held() {
        FormDefinition form = form(
                "{\"type\":\"textfield\",\"key\":\"p\",\"label\":\"P\",\"description\":\"fire cifre\","
                        + "\"validate\":{\"pattern\":\"^[0-9]{4}$\"}}",
                "{\"type\":\"textfield\",\"key\":\"m\",\"label\":\"M\",\"validate\":{\"validationType\":\"email\"}}",
                "{\"type\":\"textfield\",\"key\":\"l\",\"label\":\"L\",\"validate\":{\"minLength\":3,\"maxLength\":5}}");

        assertThat(check(form, Map.of("p", "8600", "m", "navn@eksempel.dk", "l", "abcd"))
                        .variables())
                .hasSize(3);
        assertThat(sentence(form, Map.of("p", "86000"))).isEqualTo("Skriv »P« sådan: fire cifre");
        assertThat(sentence(form, Map.of("m", "navn@eksempel"))).isEqualTo("Skriv »M« som navn@eksempel.dk.");
        assertThat(sentence(form, Map.of("l", "ab"))).isEqualTo("Skriv mindst 3 tegn i »L«.");
        assertThat(sentence(form, Map.of("l", "abcdef"))).contains("højst 5 tegn");
    }

    @Test
    void the_engine_is_never_given_more_text_than_its_column_holds() {
        String wide = "{\"type\":\"textarea\",\"key\":\"x\",\"label\":\"X\",\"validate\":{\"maxLength\":9000}%s}";

        assertThat(sentence(form(wide.formatted("")), Map.of("x", "a".repeat(4001))))
                .contains("højst 4000 tegn");
        assertThat(check(form(wide.formatted(",\"properties\":{\"gem\":\"sag\"}")), Map.of("x", "a".repeat(9000)))
                        .answers())
                .hasSize(1);
    }

    private static String date(String properties) {
        return "{\"type\":\"datetime\",\"subtype\":\"date\",\"key\":\"dato\",\"dateLabel\":\"Dato\",\"properties\":{"
                + properties + "}}";
    }

    @Test
    void what_has_happened_is_not_in_the_future() {
        FormDefinition form = form(date("\"senest\":\"i-dag\""));

        assertThat(sentence(form, sent("dato", "2099-01-01")))
                .isEqualTo(
                        "Datoen i »Dato« ligger efter i dag, den 23. november 2026. Vent med at registrere, til det er"
                                + " sket.");
        assertThat(sentence(form, sent("dato", "2026-11-24"))).contains("ligger efter i dag");
        assertThat(check(form, sent("dato", "2026-11-23")).text("dato")).isEqualTo("2026-11-23");
        assertThat(check(form, sent("dato", "1951-02-03")).text("dato")).isEqualTo("1951-02-03");
    }

    @Test
    void a_plan_reaches_no_further_than_its_form_says_and_ten_years_when_it_says_nothing() {
        assertThat(sentence(form(date("\"senest\":\"om-2-aar\"")), sent("dato", "2028-11-24")))
                .isEqualTo("Datoen i »Dato« ligger mere end 2 år frem. Ret årstallet.");
        assertThat(check(form(date("\"senest\":\"om-2-aar\"")), sent("dato", "2028-11-23"))
                        .text("dato"))
                .isEqualTo("2028-11-23");
        assertThat(sentence(form(DATE), sent("dato", "2036-11-24"))).contains("mere end 10 år frem");
        assertThat(check(form(DATE), sent("dato", "2036-11-23")).text("dato")).isEqualTo("2036-11-23");
    }

    @Test
    void what_has_happened_in_a_case_has_not_happened_before_its_visitation() {
        FormDefinition form = form(date("\"senest\":\"i-dag\",\"tidligst\":\"visitation\""));
        LocalDate visitation = LocalDate.of(2026, 5, 15);

        assertThatThrownBy(() -> check.check(form, sent("dato", "2026-05-14"), Map.of(), EQUALITY, visitation))
                .hasMessage("Datoen i »Dato« kan ikke ligge før visitationen den 15. maj 2026. Kontrollér datoen.");
        assertThat(check.check(form, sent("dato", "2026-05-15"), Map.of(), EQUALITY, visitation)
                        .text("dato"))
                .isEqualTo("2026-05-15");
        assertThat(check(form, sent("dato", "2020-01-01")).text("dato")).isEqualTo("2020-01-01");
    }

    @Test
    void a_bound_that_nobody_knows_makes_the_form_unusable() {
        assertThatThrownBy(() -> form(date("\"senest\":\"i-morgen\"")))
                .isInstanceOf(FormUnusable.class)
                .hasMessageContaining("senest skal være i-dag");
        assertThatThrownBy(() -> form(date("\"tidligst\":\"ankomst\"")))
                .isInstanceOf(FormUnusable.class)
                .hasMessageContaining("tidligst skal være visitation");
    }
}
