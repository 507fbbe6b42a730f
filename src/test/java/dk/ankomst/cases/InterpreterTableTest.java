package dk.ankomst.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpreterTableTest {

    private static TableRules table;

    @BeforeAll
    static void read() throws IOException {
        table = new TableRules("tolkesprog");
    }

    @ParameterizedTest(name = "{0}, {1}, said to speak {2}: {3}, orally {4}, unknown {5} by {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                "syrien,kurder,'',kurmanji,arabisk,false,rule_syrien_kurder",
                "syrien,kurder,kurmanji,kurmanji,arabisk,false,rule_syrien_kurder",
                "syrien,kurder,arabisk,arabisk,-,false,rule_oplyst_sprog",
                "syrien,araber,'',arabisk,-,false,rule_syrien_araber",
                "syrien,'','',arabisk eller kurmanji,-,true,rule_syrien_ukendt_gruppe",
                "syrien,ukendt,'',arabisk eller kurmanji,-,true,rule_syrien_ukendt_gruppe",
                "syrien,anden,'',-,-,true,rule_ukendt",
                "iran,kurder,'',sorani,farsi,false,rule_iran_kurder",
                "iran,perser,'',farsi,-,false,rule_iran_perser",
                "iran,'','',farsi eller sorani,-,true,rule_iran_ukendt_gruppe",
                "somalia,'','',somali,-,false,rule_somalia",
                "somalia,anden,'',somali,-,false,rule_somalia",
                "afghanistan,pashtun,'',dari eller pashto,-,true,rule_afghanistan_dari_eller_pashto",
                "afghanistan,tajik,'',dari eller pashto,-,true,rule_afghanistan_dari_eller_pashto",
                "afghanistan,hazara,'',dari eller pashto,-,true,rule_afghanistan_dari_eller_pashto",
                "afghanistan,'','',dari eller pashto,-,true,rule_afghanistan_dari_eller_pashto",
                "afghanistan,hazara,dari,dari,-,false,rule_oplyst_sprog",
                "afghanistan,anden,'',-,-,true,rule_ukendt",
                "eritrea,'','',-,-,true,rule_ukendt",
                "eritrea,'',tigrinya,tigrinya,-,false,rule_oplyst_sprog",
                "irak,kurder,'',-,-,true,rule_ukendt",
                "bhutan,'','',-,-,true,rule_ukendt",
                "myanmar,'','',-,-,true,rule_ukendt",
                "colombia,'','',-,-,true,rule_ukendt",
                "congo-den-demokratiske-republik,'','',-,-,true,rule_ukendt",
                "nepal,'','',-,-,true,rule_ukendt",
                "statsloes,'','',-,-,true,rule_ukendt",
                "ukendt,ukendt,'',-,-,true,rule_ukendt"
            })
    void decides_the_language(
            String nationality,
            String group,
            String said,
            @Nullable String language,
            @Nullable String orally,
            boolean unknown,
            String rule) {
        TableRules.Hit hit = table.hit(Map.of("nationalitet", nationality, "etniskGruppe", group, "oplystSprog", said));

        assertThat(hit.ruleId()).isEqualTo(rule);
        assertThat(hit.outputs().get("sprog")).isEqualTo(language);
        assertThat(hit.outputs().get("mundtligReserve")).isEqualTo(orally);
        assertThat(hit.outputs().get("erUkendt")).isEqualTo(unknown);
    }

    @Test
    void nobody_falls_between_the_rules_and_no_language_is_guessed_outside_the_source() throws IOException {
        for (CodeList.Code nationality : CodeList.NATIONALITY.codes()) {
            for (String group :
                    new String[] {"", "araber", "kurder", "perser", "pashtun", "tajik", "hazara", "anden", "ukendt"}) {
                TableRules.Hit hit =
                        table.hit(Map.of("nationalitet", nationality.code(), "etniskGruppe", group, "oplystSprog", ""));
                if (!java.util.Set.of("syrien", "iran", "somalia").contains(nationality.code())) {
                    assertThat(hit.outputs().get("erUkendt")).isEqualTo(true);
                }
            }
        }
        table.hit(Map.of("nationalitet", "eritrea", "etniskGruppe", "", "oplystSprog", "tigrinya"));
        assertThat(table.fired()).isEqualTo(table.all());
    }
}
