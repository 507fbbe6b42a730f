package dk.ankomst.housing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The tables and their statements on a real PostgreSQL, empty cells included. */
class RegisterOnPostgresTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void aDwellingIsRegisteredReservedLivedInAndLeft() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V18__housing.sql"));
            }
            DwellingStore store = new DwellingStore(JdbcClient.create(postgres.getPostgresDatabase()));
            NewDwelling wanted = new NewDwelling(
                    "Centervej 1, 4000 Prøveby",
                    DwellingKind.CENTRE.code(),
                    Tenure.MIDLERTIDIG.name(),
                    2,
                    null,
                    null,
                    null,
                    "ingen",
                    null,
                    new Location(Nearness.JA, Nearness.NEJ, Nearness.UKENDT, Nearness.JA),
                    null,
                    null,
                    null);
            long department = store.addDepartment("Afdeling 7", "bolig", NOW);
            store.addVacancy(department, TODAY, "bolig", NOW);
            long id = store.insert(
                    wanted, DwellingKind.CENTRE, Tenure.MIDLERTIDIG, Approval.MANGLER, department, 1, 2, "bolig", NOW);
            assertThat(store.departments(4)).singleElement().satisfies(count -> {
                assertThat(count.vacancies()).isEqualTo(1);
                assertThat(count.used()).isEqualTo(1);
            });
            assertThatThrownBy(() -> store.insert(
                            wanted,
                            DwellingKind.CENTRE,
                            Tenure.MIDLERTIDIG,
                            Approval.MANGLER,
                            null,
                            null,
                            1,
                            "bolig",
                            NOW))
                    .isInstanceOf(DuplicateKeyException.class);

            store.lockCase("2026-00017", "bolig", NOW);
            store.lockCase("2026-00017", "bolig", NOW);
            store.benefit("2026-00017", 11000, "bolig", NOW);
            assertThat(store.benefit("2026-00017")).isEqualTo(11000);
            store.benefit("2026-00017", null, "bolig", NOW);
            assertThat(store.benefit("2026-00017")).isNull();

            store.lock(id);
            store.reserve(id, 1, "2026-00017", null, "bolig", NOW);
            assertThatThrownBy(() -> store.reserve(id, 1, "2026-00018", null, "bolig", NOW))
                    .isInstanceOf(DuplicateKeyException.class);
            Dwelling dwelling = store.at("centervej 1 4000 prøveby").orElseThrow();
            assertThat(dwelling.freeUnits()).containsExactly(2);
            assertThat(dwelling.department()).isEqualTo("Afdeling 7");
            assertThat(dwelling.createdAt()).isEqualTo(NOW);

            long allotment = dwelling.allotments().get(0).id();
            store.movedIn(allotment, TODAY, null);
            assertThat(store.ofCase("2026-00017").get(0).isLivedIn()).isTrue();
            store.end(allotment, TODAY, "Flyttet.", "bolig");
            assertThat(store.find(id).orElseThrow().freeUnits()).containsExactly(1, 2);
            assertThat(store.ofDwelling(id)).hasSize(1);
            store.approval(id, Approval.GODKENDT, "Ja.");
            assertThat(store.retire(id, 0, TODAY, "Lukket."))
                    .as("seen before the approval")
                    .isFalse();
            assertThat(store.retire(id, 1, TODAY, "Lukket.")).isTrue();
            assertThat(store.inUse()).isEmpty();
            assertThat(store.all()).hasSize(1);
        }
    }
}
