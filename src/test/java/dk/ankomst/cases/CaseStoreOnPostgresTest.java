package dk.ankomst.cases;

import static dk.ankomst.cases.AFamily.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The scripts and statements of the case store on the database that production uses. */
class CaseStoreOnPostgresTest {

    private static EmbeddedPostgres postgres;
    private static Cases cases;
    private static CaseStore store;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        DataSource dataSource = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .target("23")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(dataSource);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
        CaseTestSetUp.TestClock clock = new CaseTestSetUp.TestClock();
        Decisions decisions = new OneRulePerTable();
        store = new CaseStore(jdbc, clock);
        CaseTestSetUp.NotedPlan plan = new CaseTestSetUp.NotedPlan();
        cases = new Cases(
                store,
                new CaseNumbers(jdbc, clock, transactions),
                new VisitationCheck(clock, new Track(decisions), plan),
                new Interpreter(decisions),
                new Track(decisions),
                plan,
                new UnusedMessages(jdbc, clock),
                transactions);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void a_case_is_kept_and_changed_as_on_h2() {
        String number = cases.register(aFamily()
                .withReference("PG-1")
                .withDocument("Brev", "D-1", null)
                .visitation());
        CaseRow before = store.row(number);
        cases.changePlannedArrival(number, LocalDate.of(2015, 7, 8), "Fly aflyst");
        cases.arrived(number, LocalDate.of(2015, 7, 8));
        cases.addMember(number, AFamily.child("Elvi", "2015-09-01"), LocalDate.of(2015, 9, 1));
        cases.setTakeover(number, LocalDate.of(2015, 7, 1));
        cases.setPhase(number, "ankomst");
        cases.setPermanentDwelling(number, true);

        CaseFacts facts = cases.facts(number);
        assertThat(facts.persons()).hasSize(3);
        assertThat(facts.phase()).isEqualTo("ankomst");
        assertThat(facts.permanentDwelling()).isTrue();
        assertThat(cases.dateChanges(number)).last().satisfies(change -> assertThat(change.changedAt())
                .isEqualTo("2016-02-10T09:00:00Z"));
        assertThat(cases.documents(number)).hasSize(1);
        assertThatThrownBy(() -> store.touch(before)).hasMessageContaining("mellemtiden");
        assertThatThrownBy(() -> cases.register(aFamily().withReference("PG-1").visitation()))
                .isInstanceOf(AlreadyRegistered.class);

        cases.movedAway(number, LocalDate.of(2016, 1, 4), "Eksempelby", "Arbejde");
        assertThat(cases.facts(number).open()).isFalse();
    }

    /** Puts every family on one track and knows nobody's language. */
    private static final class OneRulePerTable implements Decisions {

        @Override
        public PutToWork putToWork(Version version) {
            return new PutToWork(Instant.EPOCH, null);
        }

        @Override
        public Version newest(String key) {
            return new Version(key, 1, null);
        }

        @Override
        public Version oldest(String key) {
            return newest(key);
        }

        @Override
        public Version version(String key, int number) {
            return newest(key);
        }

        @Override
        public List<RuleHit> evaluate(Version version, Map<String, @Nullable Object> inputs) {
            return List.of(new RuleHit(
                    "rule_" + version.key(),
                    version.key().equals(Track.DECISION)
                            ? Map.of("spor", "asylcenter", "begrundelse", "Fra asylcenter.")
                            : Map.of("erUkendt", true)));
        }
    }
}
