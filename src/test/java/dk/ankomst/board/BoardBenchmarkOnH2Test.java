package dk.ankomst.board;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The board on the database that the program starts with. */
class BoardBenchmarkOnH2Test extends BoardBenchmark {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path directory;

    @DynamicPropertySource
    static void dataSource(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> "jdbc:h2:file:" + directory.resolve("board") + ";WRITE_DELAY=0");
    }

    @Override
    String database() {
        return "H2 (fil)";
    }

    @Override
    boolean isInThisThread() {
        return true;
    }
}
