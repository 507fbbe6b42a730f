package dk.ankomst.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;

/** What the lint cannot see without the program: that a service named in a model exists. The engine asks only when it gets there. */
@SpringBootTest
@ActiveProfiles("test")
class ModelsNameBeansTest {

    /** A delegate, or the bean whose method an expression calls; {@code execution}, {@code task} and {@code decisionResult} are the engine's own. */
    private static final Pattern BEAN = Pattern.compile(
            "delegateExpression=\"\\$\\{(\\w+)}\"|[$#]\\{\\s*!?\\s*(?!execution\\.|task\\.|decisionResult\\.)(\\w+)\\.\\w+\\(");

    @Autowired
    private ApplicationContext context;

    @Test
    void every_service_that_a_process_names_exists() throws IOException {
        Map<String, TreeSet<String>> missing = new TreeMap<>();
        for (Path file : processes()) {
            BEAN.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                    .filter(bean -> !context.containsBean(bean))
                    .forEach(bean -> missing.computeIfAbsent(bean, name -> new TreeSet<>())
                            .add(file.getFileName().toString()));
        }

        assertThat(missing)
                .as("services without a bean, and the models that name them")
                .isEmpty();
    }

    private static List<Path> processes() throws IOException {
        Path folder = Path.of("processes");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }
}
