package dk.ankomst.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.forms.FormField.Keep;
import dk.ankomst.forms.FormField.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {

    private static FormDefinition read(String components) {
        return FormReader.read("proeve", 3, "{\"schemaVersion\":16,\"components\":[" + components + "]}");
    }

    @Test
    void every_kind_of_field_is_read() {
        FormDefinition form = read("""
                {"type":"text","text":"# Hjælp"},
                {"type":"textfield","key":"navn","label":"Navn","validate":{"required":true,"maxLength":80}},
                {"type":"textarea","key":"behov","label":"Behov","properties":{"gem":"sag"}},
                {"type":"number","key":"antal","label":"Antal","decimalDigits":0,"validate":{"min":1,"max":20}},
                {"type":"checkbox","key":"erKlar","label":"Klar"},
                {"type":"radio","key":"svar","label":"Svar","values":[{"label":"Ja","value":"ja"}]},
                {"type":"select","key":"sprog","label":"Sprog","valuesKey":"sprogliste"},
                {"type":"checklist","key":"ting","label":"Ting","values":[{"label":"Seng","value":"seng"}]},
                {"type":"datetime","subtype":"date","key":"dato","dateLabel":"Dato"},
                {"type":"datetime","subtype":"time","key":"tid","timeLabel":"Tid"},
                {"type":"textarea","key":"bemaerkning","label":"Bemærkning","properties":{"gem":"note"}}""");

        assertThat(form.fields())
                .extracting(FormField::kind)
                .containsExactly(
                        Kind.TEXT,
                        Kind.LONG_TEXT,
                        Kind.NUMBER,
                        Kind.CHECKBOX,
                        Kind.CHOICE,
                        Kind.CHOICE,
                        Kind.CHOICES,
                        Kind.DATE,
                        Kind.TIME,
                        Kind.LONG_TEXT);
        assertThat(form.fields())
                .extracting(FormField::label)
                .containsExactly(
                        "Navn", "Behov", "Antal", "Klar", "Svar", "Sprog", "Ting", "Dato", "Tid", "Bemærkning");
        assertThat(form.fields().get(1).keep()).isEqualTo(Keep.CASE);
        assertThat(form.fields().get(9).keep()).isEqualTo(Keep.NOTE);
        assertThat(form.keepsOnCase()).isTrue();
        assertThat(form.mentions()).contains("navn", "sprogliste");
    }

    @Test
    void a_group_hands_its_condition_and_path_to_its_fields() {
        FormDefinition form = read("""
                {"type":"group","path":"bolig","conditional":{"hide":"=not(harBolig)"},"components":[
                  {"type":"textfield","key":"note","label":"Note","conditional":{"hide":"=svar = \\"nej\\""}}]}""");

        FormField field = form.fields().get(0);
        assertThat(field.key()).isEqualTo("bolig.note");
        assertThat(field.variable()).isEqualTo("bolig_note");
        assertThat(field.hiddenWhen()).containsExactly("not(harBolig)", "svar = \"nej\"");
        assertThat(form.mentions()).contains("bolig", "harBolig", "svar").doesNotContain("nej", "note");
    }

    @Test
    void names_in_a_shown_text_count_as_mentioned() {
        FormDefinition form = read("""
                {"type":"text","text":"Familien {{familie}} ankommer"},
                {"type":"text","text":"=\\"Frist: \\" + frist"},
                {"type":"text","text":"hemmelig"}""");

        assertThat(form.mentions()).contains("familie", "frist").doesNotContain("hemmelig", "Frist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamiclist", "filepicker", "expression", "ukendt"})
    void a_field_that_cannot_be_checked_makes_the_form_unusable(String type) {
        assertThatThrownBy(() -> read("{\"type\":\"" + type + "\",\"key\":\"x\"}"))
                .isInstanceOf(FormUnusable.class)
                .hasMessageContaining("proeve")
                .hasMessageContaining(type);
    }

    @Test
    void two_fields_of_one_name_make_the_form_unusable() {
        assertThatThrownBy(() -> read("{\"type\":\"number\",\"key\":\"x\"},{\"type\":\"checkbox\",\"key\":\"x\"}"))
                .isInstanceOf(FormUnusable.class);
    }

    @Test
    void an_unknown_place_to_keep_an_answer_makes_the_form_unusable() {
        assertThatThrownBy(() -> read("{\"type\":\"number\",\"key\":\"x\",\"properties\":{\"gem\":\"motor\"}}"))
                .isInstanceOf(FormUnusable.class);
    }

    @Test
    void what_is_no_json_makes_the_form_unusable() {
        assertThatThrownBy(() -> FormReader.read("proeve", 1, "{")).isInstanceOf(FormUnusable.class);
    }
}
