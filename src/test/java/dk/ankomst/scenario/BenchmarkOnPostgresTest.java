package dk.ankomst.scenario;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The benchmark on the database that production uses; run by {@code mvn -Pbench verify}. */
@Tag("benchmark")
class BenchmarkOnPostgresTest {

    @Test
    void cases_on_postgresql() throws Exception {
        // The embedded server is set for tests that may lose data; here commits are to cost what they cost.
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database ankomst");
                statement.execute("create database bare");
                statement.execute("create database rights");
            }
            new Benchmark()
                    .run(new Benchmark.Databases(
                            "PostgreSQL", name -> postgres.getJdbcUrl("postgres", name), "postgres"));
        }
    }
}
