package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** What cases hold is the same after the step to numbered events: the words of triggers, editions, and what was left. */
class EventsMigrationTest {

    @Test
    void on_h2() {
        keepsWhatCasesHold(new SimpleDriverDataSource(
                new org.h2.Driver(), "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    @Test
    void on_postgresql() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            keepsWhatCasesHold(postgres.getPostgresDatabase());
        }
    }

    private static void keepsWhatCasesHold(DataSource database) {
        migrate(database, "16");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into deadline_edition (table_versions, first_used_at) values ('frist:1', ?), ('frist:2', ?)")
                .params(now(), now())
                .update();
        jdbc.sql("insert into deadline_case (case_number, edition_id, left_edition_id, left_reason, left_at, left_by)"
                        + " select '2026-00001', a.id, b.id, 'Vi venter.', ?, 'leder' from deadline_edition a,"
                        + " deadline_edition b where a.table_versions = 'frist:1' and b.table_versions = 'frist:2'")
                .param(now())
                .update();
        jdbc.sql("insert into deadline_case (case_number, edition_id) select '2026-00002', id from deadline_edition"
                        + " where table_versions = 'frist:2'")
                .update();
        deadline(jdbc, "laegebesoeg", "ankomst");
        deadline(jdbc, "opfoelgningsmoede", "koordineringsmoede");
        deadline(jdbc, "noget-nyt", "andet");

        migrate(database, "17");

        assertThat(jdbc.sql("select trigger_words from deadline order by id")
                        .query(String.class)
                        .list())
                .containsExactly("ankomsten", "koordineringsmødet", "opfyldelsen af pligten 'andet'");
        assertThat(jdbc.sql("select table_versions from deadline_case order by case_number")
                        .query(String.class)
                        .list())
                .containsExactly("frist:1", "frist:2");
        assertThat(jdbc.sql("select case_number, choice, from_versions, offered_versions, reason, chosen_by"
                                + " from deadline_edition_choice")
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("2026-00001", "LEFT", "frist:1", "frist:2", "Vi venter.", "leder");
    }

    private static void deadline(JdbcClient jdbc, String duty, String trigger) {
        jdbc.sql("insert into deadline (case_number, duty, person_id, name, kind, scope, legal_ground, confirmed,"
                        + " trigger_name, explanation, state, created_at, created_by, version) values ('2026-00001', ?, 0,"
                        + " 'Pligten', 'LOKAL', 'SAG', 'lokalt', true, ?, 'Regnet', 'WAITING', ?, 'x', 0)")
                .params(duty, trigger, now())
                .update();
    }

    private static OffsetDateTime now() {
        return Instant.parse("2026-11-23T08:00:00Z").atOffset(ZoneOffset.UTC);
    }

    private static void migrate(DataSource database, String to) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(to)
                .load()
                .migrate();
    }
}
