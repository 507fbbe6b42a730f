package dk.ankomst.establishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The table and its statements on a real PostgreSQL, empty cells included. */
class LinesOnPostgresTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

    @Test
    void aLineGoesFromProposalToDelivery() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            DataSource database = postgres.getPostgresDatabase();
            try (Connection connection = database.getConnection()) {
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V5__establishment.sql"));
                ScriptUtils.executeSqlScript(
                        connection, new ClassPathResource("db/migration/V8__establishment_answers.sql"));
                ScriptUtils.executeSqlScript(
                        connection, new ClassPathResource("db/migration/V13__establishment_settled.sql"));
            }
            EstablishmentLines lines = new EstablishmentLines(JdbcClient.create(database));
            lines.add(
                    "2026-00017",
                    "silkeborg",
                    new Proposal.Line(
                            "seng",
                            "seng",
                            LineKind.VARE,
                            "moebler",
                            Basis.IKKE_ANGIVET,
                            null,
                            null,
                            ItemState.NY,
                            null,
                            "rule_silkeborg_seng",
                            "rapporten, Silkeborg",
                            "Hvor mange?",
                            List.of(AnswerPart.ANTAL, AnswerPart.TEKST),
                            null),
                    true,
                    "ydelse",
                    NOW);
            lines.add(
                    "2026-00017",
                    "silkeborg",
                    new Proposal.Omitted(
                            "sofa",
                            "sofa",
                            null,
                            "rule_silkeborg_sofa",
                            "rapporten, Silkeborg",
                            "Familien medbringer."),
                    "ydelse",
                    NOW);
            StoredLine bed = lines.ofCase("2026-00017").get(0);
            assertThat(bed.quantity()).isNull();
            assertThat(bed.proposedAt()).isEqualTo(NOW);

            assertThat(bed.asked()).containsExactly(AnswerPart.ANTAL, AnswerPart.TEKST);
            assertThat(bed.proposedChosen()).isTrue();
            assertThat(bed.proposedState()).isEqualTo(ItemState.NY);

            AnswerValues answer = new AnswerValues(true, false, 4, ItemState.BRUGT, "Til hver.");
            lines.answer(bed, answer, "bolig", NOW);
            lines.lock("2026-00017");
            StoredLine answered = lines.locked("2026-00017").get(0);
            assertThat(answered.version()).isEqualTo(1);
            assertThat(answered.answeredBy()).isEqualTo("bolig");
            assertThat(lines.valuesAt(bed.id(), 1)).contains(answer);
            assertThat(lines.valuesAt(bed.id(), 2)).isEmpty();
            assertThat(lines.answers("2026-00017"))
                    .containsExactly(new GivenAnswer(
                            "rule_silkeborg_seng", "seng", true, 4, ItemState.BRUGT, "Til hver.", "bolig", NOW));
            assertThat(lines.grant("2026-00017", "ydelse", NOW)).isEqualTo(1);
            assertThat(lines.order("2026-00017", LocalDate.of(2026, 11, 24))).isEqualTo(1);
            assertThat(lines.deliver("2026-00017", LocalDate.of(2026, 11, 25))).isEqualTo(1);
            lines.removeUndecided("2026-00017");

            List<StoredLine> left = lines.ofCase("2026-00017");
            assertThat(left).singleElement().satisfies(line -> {
                assertThat(line.item()).isEqualTo("seng");
                assertThat(line.quantity()).isEqualTo(4);
                assertThat(line.state()).isEqualTo(ItemState.BRUGT);
                assertThat(line.decidedAt()).isEqualTo(NOW);
                assertThat(line.deliveredOn()).isEqualTo(LocalDate.of(2026, 11, 25));
            });
        }
    }
}
