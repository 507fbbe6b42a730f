package dk.ankomst.establishment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.platform.RuleHit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageNamesTest {

    private static PackageRules.PackageRule rule(Map<String, Object> columns) {
        return new PackageRules.PackageRule(List.of("aabenraa"), new RuleHit("rule", Map.copyOf(columns)));
    }

    @Test
    void namesComeFromTheModelsAndACodeWithoutOneStaysAsItIs() {
        PackageNames names = PackageNames.of(
                Map.of("aabenraa", "Aabenraa"),
                List.of(
                        rule(Map.of("modul", "moebler", "modulnavn", "møbler")),
                        rule(Map.of("modul", "kop-og-kande"))));
        assertThat(names.ofPackage("aabenraa")).isEqualTo("Aabenraa");
        assertThat(names.ofPackage("ny-kommune")).isEqualTo("ny-kommune");
        assertThat(names.ofModule("moebler")).isEqualTo("møbler");
        assertThat(names.ofModule("kop-og-kande")).isEqualTo("kop-og-kande");
    }
}
