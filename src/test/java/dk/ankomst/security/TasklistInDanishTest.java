package dk.ankomst.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The texts of Tasklist, against the English ones that come with the engine. */
class TasklistInDanishTest {

    private static final String FOLDER = "/META-INF/resources/webjars/camunda/app/tasklist/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*\\}\\}|%s|%d");

    private final Map<String, String> english = texts("locales/en.json");
    private final Map<String, String> danish = texts("locales/da.json");

    @Test
    @DisplayName("every text of the engine's Tasklist has a Danish one and none is left over")
    void sameKeys() {
        assertThat(danish.keySet()).isEqualTo(english.keySet());
        assertThat(english).hasSizeGreaterThan(450);
    }

    @Test
    @DisplayName("no text is empty unless the English one is, and places to fill in are kept")
    void nothingIsLost() {
        english.forEach((key, text) -> {
            String translated = danish.getOrDefault(key, "");
            assertThat(translated.isBlank()).as(key).isEqualTo(text.isBlank());
            // What the engine would fill in about a missing right are the codes of its permissions.
            if (key.startsWith("labels/")
                    && !key.endsWith("BANNER_CE_EOL_TEXT")
                    && !key.startsWith("labels/PAGES_MSG_ACCESS_DENIED")) {
                assertThat(placeholders(translated)).as(key).isEqualTo(placeholders(text));
            }
        });
    }

    @Test
    @DisplayName("the words are those of staff, not of the engine")
    void words() {
        Pattern foreign = Pattern.compile(
                "\\b(task|claim\\w*|instans\\w*|due date|inciden\\w*|unclaim\\w*|process|filter criteria|migrate|login)\\b",
                Pattern.CASE_INSENSITIVE);
        danish.forEach((key, text) ->
                assertThat(foreign.matcher(text).find()).as(key + ": " + text).isFalse());
        assertThat(danish.get("labels/CLAIM_TASK")).isEqualTo("Overtag");
        assertThat(danish.get("labels/UNCLAIM_TASK")).isEqualTo("Giv tilbage");
        assertThat(danish.get("labels/COMPLETE")).isEqualTo("Afslut");
        assertThat(danish.get("labels/DUE")).isEqualTo("Frist");
    }

    @Test
    @DisplayName("dates are written as Danes do, and the week begins on Monday")
    void dates() {
        assertThat(danish.get("dateLocales/longDateFormat/L")).isEqualTo("DD.MM.YYYY");
        assertThat(danish.get("dateLocales/longDateFormat/LL")).isEqualTo("D. MMMM YYYY");
        assertThat(danish.get("dateLocales/months/4")).isEqualTo("maj");
        assertThat(danish.get("dateLocales/week/dow")).isEqualTo("1");
    }

    @Test
    @DisplayName("Tasklist speaks Danish whatever the browser speaks")
    void danishOnly() {
        assertThat(read("scripts/config.js")).contains("availableLocales: ['da'], fallbackLocale: 'da'");
        assertThat(read("styles/user-styles.css")).contains(".ce-eol-banner");
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(place -> place.replace(" ", ""))
                .sorted()
                .toList();
    }

    private static Map<String, String> texts(String file) {
        try {
            Map<String, String> texts = new TreeMap<>();
            collect("", new ObjectMapper().readTree(read(file)), texts);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path.substring(1), node.asText());
            return;
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> collect(path + "/" + name, node.get(name), texts));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), texts);
        }
    }

    private static String read(String file) {
        try (InputStream stream =
                Objects.requireNonNull(TasklistInDanishTest.class.getResourceAsStream(FOLDER + file), file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            // The engine's own files begin with a byte order mark.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
