package dk.ankomst.establishment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.platform.TableOnFile;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("trangsvurdering: does the family need establishment support")
class NeedTest {

    private static final TableOnFile TABLE = new TableOnFile("etablering/trangsvurdering");

    @ParameterizedTest(name = "economy {0}, can pay {1}, can save up {2}: {4}")
    @CsvSource({
        "ikke-belyst, ja,        ja,        rule_trang_oekonomi_ikke_belyst,  skal-vurderes",
        "ikke-belyst, nej,       nej,       rule_trang_oekonomi_ikke_belyst,  skal-vurderes",
        "belyst,      ja,        ja,        rule_trang_kan_betale,            intet-behov",
        "belyst,      ja,        nej,       rule_trang_kan_betale,            intet-behov",
        "belyst,      ja,        uafklaret, rule_trang_kan_betale,            intet-behov",
        "belyst,      nej,       ja,        rule_trang_kan_spare_op,          intet-behov",
        "belyst,      uafklaret, ja,        rule_trang_kan_spare_op,          intet-behov",
        "belyst,      nej,       nej,       rule_trang_behov,                 behov",
        "belyst,      uafklaret, nej,       rule_trang_betaling_uafklaret,    skal-vurderes",
        "belyst,      uafklaret, uafklaret, rule_trang_betaling_uafklaret,    skal-vurderes",
        "belyst,      nej,       uafklaret, rule_trang_opsparing_uafklaret,   skal-vurderes"
    })
    void theWholeFamilysEconomyDecides(String economy, String pay, String save, String rule, String outcome) {
        var hits = TABLE.evaluate(Map.of("familiensOekonomi", economy, "kanBetale", pay, "kanSpareOp", save));
        assertThat(hits).singleElement().satisfies(hit -> {
            assertThat(hit.ruleId()).isEqualTo(rule);
            assertThat(hit.text("udfald")).isEqualTo(outcome);
            assertThat(hit.requiredText("begrundelse")).endsWith(".");
            assertThat(hit.text("kilde")).isEqualTo("rapporten, L1272-1274");
        });
    }

    @Test
    void everyCombinationOfAnswersMeetsExactlyOneRuleAndEveryRuleIsMet() {
        TreeSet<String> met = new TreeSet<>();
        for (String economy : new String[] {"belyst", "ikke-belyst"}) {
            for (String pay : new String[] {"ja", "nej", "uafklaret"}) {
                for (String save : new String[] {"ja", "nej", "uafklaret"}) {
                    var rules =
                            TABLE.rulesFor(Map.of("familiensOekonomi", economy, "kanBetale", pay, "kanSpareOp", save));
                    assertThat(rules).as("%s %s %s", economy, pay, save).hasSize(1);
                    met.addAll(rules);
                }
            }
        }
        assertThat(TABLE.ruleIds()).hasSize(6).containsExactlyInAnyOrderElementsOf(met);
    }
}
