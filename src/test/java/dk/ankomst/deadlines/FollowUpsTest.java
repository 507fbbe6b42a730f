package dk.ankomst.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.TableOnFile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpsTest {

    private static final TableOnFile TABLE = new TableOnFile("frister/fristvarsel");

    private final FollowUps followUps = new FollowUps(TABLE, mock(DeadlineRegister.class));

    @ParameterizedTest
    @CsvSource({
        // a Friday: five working days before is the Friday before
        "2026-05-22, LOV, 2026-05-15",
        // Ascension Day lies between
        "2026-05-20, LOV, 2026-05-12",
        // 31 January 2026 is a Saturday: counted from Friday the 30th
        "2026-01-31, LOV, 2026-01-23",
        "2026-01-31, LOKAL, 2026-01-28",
        "2026-01-31, AFTALT, 2026-01-27",
        // Maundy Thursday to Easter Monday are no working days
        "2026-04-07, LOKAL, 2026-03-31"
    })
    @DisplayName("a task is to be taken up so many working days before the last one on or before its date")
    void followUpIsBeforeActBy(LocalDate due, DeadlineKind kind, LocalDate followUp) {
        assertThat(followUps.before(due, kind)).isEqualTo(followUp);
    }

    @Test
    @DisplayName("the table has a row for every kind of deadline, each a parameter of the municipality")
    void everyKindHasARow() {
        assertThat(Arrays.stream(DeadlineKind.values()).map(DeadlineKind::name))
                .allSatisfy(kind -> assertThat(TABLE.evaluate(Map.of("art", kind)))
                        .singleElement()
                        .satisfies(hit -> {
                            assertThat(hit.number("arbejdsdage")).isPositive();
                            assertThat(hit.text("status")).isEqualTo("PARAMETER");
                        }));
    }

    @Test
    @DisplayName("a table without the kind gives no warning, and the task its act-by date")
    void aSilentTableGivesNoWarning() {
        FollowUps silent = new FollowUps(mock(Decisions.class), mock(DeadlineRegister.class));

        assertThat(silent.before(LocalDate.of(2026, 1, 31), DeadlineKind.LOV)).isEqualTo("2026-01-30");
    }
}
