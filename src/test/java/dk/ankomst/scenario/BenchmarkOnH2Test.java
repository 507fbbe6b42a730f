package dk.ankomst.scenario;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark on the database that the program starts with; run by {@code mvn -Pbench verify}. */
@Tag("benchmark")
class BenchmarkOnH2Test {

    @TempDir
    Path directory;

    @Test
    void cases_on_h2() throws Exception {
        new Benchmark().run(new Benchmark.Databases("H2 (fil)", this::url, "sa"));
    }

    private String url(String name) {
        return "jdbc:h2:file:" + directory.resolve(name) + ";WRITE_DELAY=0";
    }
}
