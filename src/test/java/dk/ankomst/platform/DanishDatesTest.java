package dk.ankomst.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DanishDatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @Test
    void datesAreWrittenAsDanesWriteThem() {
        assertThat(DanishDates.inText(DAY)).isEqualTo("1. maj 2026");
        assertThat(DanishDates.withDay(DAY)).isEqualTo("fredag den 1. maj 2026");
        assertThat(DanishDates.inTable(DAY)).isEqualTo("01.05.2026");
        assertThat(DanishDates.weekday(LocalDate.of(2026, 5, 2))).isEqualTo("lørdag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-01",
                " 2026-05-01 ",
                "2026-5-1",
                "1.5.2026",
                "01.05.2026",
                "01-05-2026",
                "1/5/2026",
                "1 5 2026",
                " 01 . 05 . 2026 ",
                "1. maj 2026",
                "1 maj 2026",
                "1. Maj 2026"
            })
    void aDateIsReadInEveryWayDanesWriteIt(String text) {
        assertThat(DanishDates.parse(text)).isEqualTo(DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-02-29, Datoen 29. februar 2015 findes ikke. Tjek dag og måned.",
        "31.6.2015, Datoen 31. juni 2015 findes ikke. Tjek dag og måned.",
        "32. maj 2015, Datoen 32. maj 2015 findes ikke. Tjek dag og måned.",
        "0.1.2015, Datoen 0. januar 2015 findes ikke. Tjek dag og måned.",
        "5. mai 2015, Måneden »mai« findes ikke. Skriv den som f.eks. maj eller 05.",
        "2015-00-10, Datoen 10.0.2015 findes ikke. Tjek dag og måned."
    })
    void aDateThatDoesNotExistIsNamed(String text, String sentence) {
        assertThatThrownBy(() -> DanishDates.parse(text))
                .isInstanceOfSatisfying(DanishDates.Unreadable.class, unreadable -> assertThat(unreadable.sentence())
                        .isEqualTo(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "i går",
                "2026-5",
                "2026-05-01T00:00",
                "01.05.26",
                "99999-01-01",
                "15052015",
                "05/2015",
                "5.5.20155"
            })
    void aTextThatIsNoDateGetsAnExample(String text) {
        assertThatThrownBy(() -> DanishDates.parse(text)).hasMessageContaining("f.eks. 2026-05-01");
    }
}
