package dk.ankomst.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.init.ScriptUtils;

class WorkItemsTest {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /** Half past midnight in Denmark, the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .build();
    private final WorkItems work = new WorkItems(JdbcClient.create(database));
    private final DecisionRecords decisions =
            new DecisionRecords(JdbcClient.create(database), new JdbcTemplate(database), Clock.fixed(NOW, DENMARK));

    @BeforeEach
    void tables() throws Exception {
        try (var connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V2__deadlines.sql"));
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V4__worklist.sql"));
            ScriptUtils.executeSqlScript(
                    connection, new ClassPathResource("db/migration/V12__decisions_by_people.sql"));
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V15__board.sql"));
        }
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    @Test
    void a_task_comes_back_as_it_was_put() {
        WorkItem item = new WorkItem(
                "t1", "2026-00001", 7L, "UserTask_X", "Find bolig", "boligplacering", "bolig", "bo", NOW, NOW);
        work.put(item);

        assertThat(work.ofCase("2026-00001")).containsExactly(item);
    }

    @Test
    void putting_a_task_again_replaces_it() {
        work.put(task("t1", "bolig", null, "2026-11-25T15:00:00Z"));
        work.put(task("t1", "bolig", null, "2026-12-01T15:00:00Z"));

        assertThat(work.ofCase("2026-00001")).singleElement().satisfies(item -> assertThat(item.due())
                .isEqualTo("2026-12-01T15:00:00Z"));
    }

    @Test
    void a_task_is_taken_given_back_and_removed() {
        work.put(task("t1", "bolig", null, null));

        assertThat(work.change("t1", "Find bolig", "bolig", "bo", null)).isTrue();
        assertThat(work.ofCase("2026-00001")).extracting(WorkItem::assignee).containsExactly("bo");
        work.change("t1", "Find bolig", "bolig", null, null);
        assertThat(work.ofCase("2026-00001")).singleElement().satisfies(item -> assertThat(item.assignee())
                .isNull());
        work.remove("t1");
        assertThat(work.ofCase("2026-00001")).isEmpty();
        assertThat(work.change("t1", "Find bolig", "bolig", "bo", null)).isFalse();
    }

    @Test
    void work_is_that_of_my_groups_and_what_i_have_taken_worst_first() {
        work.put(task("later", "bolig", null, "2026-12-01T15:00:00Z"));
        work.put(task("never", "bolig", null, null));
        work.put(task("late", "bolig", "eva", "2026-11-20T15:00:00Z"));
        work.put(task("mine", "jobcenter", "bo", "2026-11-24T15:00:00Z"));
        work.put(task("theirs", "jobcenter", null, "2026-11-01T15:00:00Z"));

        assertThat(work.openFor(Set.of("bolig"), "bo", 10))
                .extracting(WorkItem::taskId)
                .containsExactly("late", "mine", "later", "never");
        assertThat(work.openFor(Set.of("bolig"), "bo", 2)).hasSize(2);
        assertThat(work.openFor(Set.of(), "bo", 10))
                .extracting(WorkItem::taskId)
                .containsExactly("mine");
    }

    @Test
    void a_decision_is_kept_with_rule_reason_source_time_and_actor_and_the_newest_comes_first() {
        decisions.record(
                "2026-00001", null, "modtagelsesspor", "Vælg spor", "rule_a", "Fra asylcenter", "Fordi", "Kilde");
        decisions.record("2026-00001", 7L, "tolkesprog", "Vælg tolkesprog", "rule_b", "Arabisk", null, null);
        decisions.record("2026-00002", null, "modtagelsesspor", "Vælg spor", "rule_c", "Kvote", null, null);

        assertThat(decisions.ofCase("2026-00001"))
                .extracting(DecisionRecord::ruleId, DecisionRecord::personId, DecisionRecord::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("rule_b", 7L, null),
                        org.assertj.core.groups.Tuple.tuple("rule_a", null, "Fordi"));
        assertThat(decisions.ofCase("2026-00001")).allSatisfy(decision -> {
            assertThat(decision.decidedAt()).isEqualTo(NOW);
            assertThat(decision.decidedBy()).isEqualTo("ankomst-system");
        });
    }

    private static WorkItem task(String id, String group, @Nullable String assignee, @Nullable String due) {
        return new WorkItem(
                id,
                "2026-00001",
                null,
                "UserTask_X",
                "Opgave " + id,
                "modtagelse",
                group,
                assignee,
                due == null ? null : Instant.parse(due),
                Instant.parse("2026-11-01T08:00:00Z"));
    }
}
