package dk.ankomst.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A made-up CPR number must not be one that a person could have. */
class NobodysNumberTest {

    private static final Pattern LIKE_CPR =
            Pattern.compile("(?<!\\d)(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])(\\d{2})[- ]?(\\d{4})(?!\\d)");
    private static final int[] WEIGHTS = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    private static final Pattern TEXT =
            Pattern.compile(".*\\.(java|bpmn|dmn|form|md|html|css|js|mjs|json|ya?ml|properties|sql|csv|txt|xml|svg)");

    @Test
    void no_number_in_the_project_passes_the_check_of_a_cpr_number() throws IOException {
        List<String> passing = new ArrayList<>();
        for (String folder : List.of("src", "forms", "processes", "docs")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(
                                path -> TEXT.matcher(path.toString()).matches()
                                        && Files.isRegularFile(path)
                                        && !path.toString().contains("node_modules"))
                        .toList()) {
                    passing(Files.readString(file, StandardCharsets.UTF_8))
                            .forEach(number -> passing.add(file + ": " + number));
                }
            }
        }
        assertThat(passing).isEmpty();
    }

    @Test
    void a_number_that_passes_is_found() {
        assertThat(passing("Født 1204" + "83-1234, bor")).hasSize(1);
        assertThat(passing("Født 120385-1234, bor")).isEmpty();
    }

    private static List<String> passing(String text) {
        List<String> passing = new ArrayList<>();
        Matcher number = LIKE_CPR.matcher(text);
        while (number.find()) {
            String digits = number.group(1) + number.group(2) + number.group(3) + number.group(4);
            int sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * (digits.charAt(i) - '0');
            }
            if (sum % 11 == 0) {
                passing.add(number.group());
            }
        }
        return passing;
    }
}
