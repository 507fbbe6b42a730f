package dk.ankomst.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackTableTest {

    private static TableRules table;

    @BeforeAll
    static void read() throws IOException {
        table = new TableRules("modtagelsesspor");
    }

    @ParameterizedTest(name = "{0} from {1}, unaccompanied {2}, moving {3}: {4} by {5}")
    @CsvSource({
        "asylansoeger,opholdscenter,false,false,uden-for-maalgruppe,rule_asylansoeger_uden_opholdstilladelse",
        "spontan-asylansoeger,uden-for-centeret,false,false,uden-for-maalgruppe,rule_asylansoeger_uden_opholdstilladelse",
        "asylansoeger,specialcenter,true,false,uden-for-maalgruppe,rule_asylansoeger_uden_opholdstilladelse",
        "asylansoeger,anden-kommune,false,true,uden-for-maalgruppe,rule_asylansoeger_uden_opholdstilladelse",
        "afvist-asylansoeger,opholdscenter,false,false,uden-for-maalgruppe,rule_asylansoeger_med_afslag",
        "udsendelseshindret,udsendelsescenter,false,false,uden-for-maalgruppe,rule_udsendelseshindret",
        "konventionsflygtning,udsendelsescenter,false,false,uden-for-maalgruppe,rule_udsendelsescenter",
        "konventionsflygtning,anden-kommune,false,true,tilflytter,rule_tilflytter",
        "familiesammenfoert-barn,anden-kommune,false,true,tilflytter,rule_tilflytter",
        "konventionsflygtning,anden-kommune,true,true,tilflytter,rule_tilflytter",
        "kvoteflygtning,lufthavn,false,false,kvote,rule_kvoteflygtning",
        "fordrevet-ukraine,udlandet,false,false,saerlov,rule_saerlov",
        "fordrevet-ukraine,modtagecenter,true,false,saerlov,rule_saerlov",
        "fordrevet-ukraine,anden-kommune,false,true,tilflytter,rule_tilflytter",
        "kvoteflygtning,lufthavn,true,false,kvote,rule_kvoteflygtning",
        "familiesammenfoert-barn,udlandet,true,false,skal-afklares,rule_familiesammenfoert_uledsaget",
        "familiesammenfoert-aegtefaelle,udlandet,false,false,familiesammenfoert,rule_familiesammenfoert",
        "familiesammenfoert-barn,lufthavn,false,false,familiesammenfoert,rule_familiesammenfoert",
        "konventionsflygtning,specialcenter,true,false,uledsaget,rule_uledsaget",
        "humanitaer-opholdstilladelse,uden-for-centeret,true,false,uledsaget,rule_uledsaget",
        "konventionsflygtning,modtagecenter,false,false,asylcenter,rule_asylcenter",
        "konventionsflygtning,opholdscenter,false,false,asylcenter,rule_asylcenter",
        "humanitaer-opholdstilladelse,specialcenter,false,false,asylcenter,rule_asylcenter",
        "humanitaer-opholdstilladelse,uden-for-centeret,false,false,asylcenter,rule_asylcenter",
        "konventionsflygtning,lufthavn,false,false,skal-afklares,rule_direkte_fra_udlandet_uden_kvote",
        "humanitaer-opholdstilladelse,udlandet,false,false,skal-afklares,rule_direkte_fra_udlandet_uden_kvote",
        "konventionsflygtning,anden-kommune,false,false,skal-afklares,rule_fra_anden_kommune_ikke_tilflytter"
    })
    void decides_the_track(
            String category, String origin, boolean unaccompanied, boolean moving, String track, String rule) {
        TableRules.Hit hit = table.hit(inputs(category, origin, unaccompanied, moving));

        assertThat(hit.ruleId()).isEqualTo(rule);
        assertThat(hit.outputs().get("spor")).isEqualTo(track);
    }

    @Test
    void no_family_falls_between_the_rules_and_every_rule_applies_to_someone() throws IOException {
        for (CodeList.Code category : CodeList.RESIDENCE_CATEGORY.codes()) {
            for (CodeList.Code origin : CodeList.ORIGIN.codes()) {
                for (boolean unaccompanied : new boolean[] {true, false}) {
                    for (boolean moving : new boolean[] {true, false}) {
                        TableRules.Hit hit = table.hit(inputs(category.code(), origin.code(), unaccompanied, moving));
                        assertThat(hit.outputs().get("begrundelse")).asString().endsWith(".");
                    }
                }
            }
        }
        assertThat(table.fired()).isEqualTo(table.all());
    }

    private static Map<String, Object> inputs(String category, String origin, boolean unaccompanied, boolean moving) {
        return Map.of(
                "opholdskategori",
                category,
                "oprindelse",
                origin,
                "erUledsaget",
                unaccompanied,
                "erTilflytter",
                moving);
    }
}
