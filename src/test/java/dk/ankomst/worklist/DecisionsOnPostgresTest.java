package dk.ankomst.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.worklist.DecisionRecords.TakenByPeople;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The table of decisions on a real PostgreSQL, empty cells included. */
class DecisionsOnPostgresTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

    @Test
    void what_a_table_and_what_people_decided_stand_side_by_side() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource database = postgres.getPostgresDatabase();
            try (Connection connection = database.getConnection()) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V4__worklist.sql"));
                ScriptUtils.executeSqlScript(
                        connection, new ClassPathResource("db/migration/V12__decisions_by_people.sql"));
            }
            DecisionRecords records = new DecisionRecords(
                    JdbcClient.create(database), new JdbcTemplate(database), Clock.fixed(NOW, ZoneOffset.UTC));
            String longReason = "x".repeat(20_000);
            records.record("2026-00001", 7L, "tolkesprog", "Vælg tolkesprog", "rule_a", "Arabisk", null, "Kilde");
            records.record(new TakenByPeople(
                    "2026-00001",
                    null,
                    "UserTask_Bevilg",
                    "Bevilg støtte",
                    "Bevilges støtten?",
                    "Nej",
                    longReason,
                    true));

            assertThat(records.ofCase("2026-00001"))
                    .satisfiesExactly(
                            byPeople -> {
                                assertThat(byPeople.isByPeople()).isTrue();
                                assertThat(byPeople.ruleId()).isNull();
                                assertThat(byPeople.question()).isEqualTo("Bevilges støtten?");
                                assertThat(byPeople.reason()).isEqualTo(longReason);
                                assertThat(byPeople.sensitive()).isTrue();
                            },
                            byRule -> {
                                assertThat(byRule.isByPeople()).isFalse();
                                assertThat(byRule.question()).isNull();
                                assertThat(byRule.source()).isEqualTo("Kilde");
                                assertThat(byRule.sensitive()).isFalse();
                            });
        }
    }
}
