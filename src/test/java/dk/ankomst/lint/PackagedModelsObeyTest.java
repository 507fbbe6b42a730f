package dk.ankomst.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that the program brings obey the house rules; warnings are printed and do not fail. */
class PackagedModelsObeyTest {

    private static List<Finding> all = List.of();

    @BeforeAll
    static void read() throws IOException {
        all = ModelLint.check(Models.read(Path.of(""), "processes", "forms"));
    }

    @AfterAll
    static void printWarnings() {
        List<Finding> warnings = all.stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .toList();
        if (!warnings.isEmpty()) {
            System.out.println(warnings.size() + " advarsler om modellerne:\n" + ModelLint.report(warnings));
        }
    }

    /** One named test per rule; each names every file that breaks it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("errorRules")
    void every_packaged_model_obeys(String rule) {
        List<Finding> findings =
                all.stream().filter(finding -> finding.rule().equals(rule)).toList();

        assertThat(findings).as("\n" + ModelLint.report(findings)).isEmpty();
    }

    @Test
    void the_folders_are_found() throws IOException {
        assertThat(Models.read(Path.of("src/test/resources/lint/good"), "processes", "forms")
                        .paths())
                .hasSize(8);
    }

    static Stream<String> errorRules() {
        return ModelLint.rules().stream()
                .filter(rule -> rule.severity() == Severity.ERROR)
                .map(Rule::id);
    }
}
