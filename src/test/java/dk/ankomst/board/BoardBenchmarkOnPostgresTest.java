package dk.ankomst.board;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The board on the database that production uses; it ends with the computer's Java. */
class BoardBenchmarkOnPostgresTest extends BoardBenchmark {

    private static @Nullable EmbeddedPostgres postgres;

    @DynamicPropertySource
    static void dataSource(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> server().getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = postgres;
        if (running == null) {
            try {
                running = EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            postgres = running;
        }
        return running;
    }

    @Override
    String database() {
        return "PostgreSQL";
    }

    @Override
    boolean isInThisThread() {
        return false;
    }
}
