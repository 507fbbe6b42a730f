package dk.ankomst.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model opens in the Modeler's own libraries and every form in the renderer that Tasklist has, without a complaint. */
@Tag("browser")
class ModelsInBrowserTest {

    private static final Path FRONTEND = Path.of("src/test/frontend");
    private static final Path GOOD = Path.of("src/test/resources/lint/good");

    private static @Nullable Playwright playwright;
    private static @Nullable Page page;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Browsers.assumeOrFail();
        Process install = new ProcessBuilder("node", "models.mjs")
                .directory(FRONTEND.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(install.waitFor()).as("npm ci in " + FRONTEND).isZero();
        playwright = Browsers.playwright();
        Browser browser = Browsers.launch(playwright);
        page = browser.newPage();
        page.navigate(FRONTEND.resolve("viewer.html").toUri().toString());
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void opens_without_a_complaint(Path model) throws IOException {
        assertThat(complaints(model.toString(), Files.readString(model))).isEmpty();
    }

    @Test
    void a_dangling_reference_is_a_complaint() throws IOException {
        String model = Files.readString(GOOD.resolve("processes/bolig/besoeg.bpmn"))
                .replace("bpmnElement=\"EndEvent_BesoegAftalt\"", "bpmnElement=\"EndEvent_Andet\"");

        assertThat(complaints("besoeg.bpmn", model)).isNotEmpty();
    }

    @Test
    void an_unreadable_decision_is_a_complaint() {
        assertThat(complaints("x.dmn", "<definitions/>")).isNotEmpty();
    }

    @Test
    void a_field_that_Tasklist_does_not_know_is_a_complaint() throws IOException {
        String form = Files.readString(GOOD.resolve("forms/bolig/bolig-tilbud.form"))
                .replace("\"type\": \"textarea\"", "\"type\": \"filepicker\"");

        assertThat(complaints("bolig-tilbud.form", form)).isNotEmpty();
    }

    private static List<String> complaints(String file, String content) {
        String open = file.endsWith(".bpmn") ? "openProcess" : file.endsWith(".dmn") ? "openDecision" : "openForm";
        Object answer =
                Objects.requireNonNull(page).evaluate("([name, text]) => window[name](text)", List.of(open, content));
        return ((List<?>) answer).stream().map(String::valueOf).toList();
    }

    static Stream<Path> models() throws IOException {
        Stream.Builder<Path> models = Stream.builder();
        for (Path folder : List.of(Path.of("processes"), Path.of("forms"), GOOD)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> walk = Files.walk(folder)) {
                    walk.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                            .sorted()
                            .forEach(models::add);
                }
            }
        }
        return models.build();
    }
}
