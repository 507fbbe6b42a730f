package dk.ankomst.workflow.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    @Autowired
    private ApplicationContext context;

    @Test
    void every_service_that_a_process_names_exists() throws IOException {
        NamedServices services = new NamedServices(context);
        Map<String, List<String>> missing = new TreeMap<>();
        for (Path file : processes()) {
            List<String> sentences = services.missing(Files.readString(file));
            if (!sentences.isEmpty()) {
                missing.put(file.toString(), sentences);
            }
        }

        assertThat(missing)
                .as("services without a bean, by the model that names them")
                .isEmpty();
    }

    private static List<Path> processes() throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of("processes"))) {
            return walk.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }
}
