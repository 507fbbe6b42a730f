package dk.ankomst.scenario;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same courses on the database that production uses; it ends with the computer's Java, after the context. */
@DirtiesContext
class OnPostgresTest extends ScenarioTest {

    private static EmbeddedPostgres postgres;

    @DynamicPropertySource
    static void dataSource(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> database().getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    private static synchronized EmbeddedPostgres database() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.start();
            }
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_family_of_five_is_followed_from_the_visitation_until_the_case_is_closed() {
        OrdinaryCourse.play(town);
    }

    @Test
    void a_passed_deadline_is_recorded_and_told_once_and_stays_when_it_is_met_late() {
        LateCourse.catchUp(town, LateCourse.playToTheBreach(town));
    }
}
