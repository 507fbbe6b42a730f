package dk.ankomst.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DanishDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-05-05",
                "05.05.2015",
                "5.5.2015",
                "5-5-2015",
                "5/5/2015",
                " 05 . 05 . 2015 ",
                "5. maj 2015",
                "5 maj 2015",
                "5. Maj 2015"
            })
    void a_date_may_be_written_as_danes_write_it(String text) {
        assertThat(DanishDate.parse(text)).contains(LocalDate.of(2015, 5, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2015", "29.02.2015", "2015-13-01", "0.1.2015", "32. maj 2015", "5. mai 2015"})
    void a_day_that_does_not_exist_is_no_date_but_looks_like_one(String text) {
        assertThat(DanishDate.parse(text)).isEmpty();
        assertThat(DanishDate.looksLikeDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "i morgen", "05.05.15", "15052015", "2015", "05/2015", "5.5.20155", "99999999999-1-1"})
    void what_is_not_written_as_a_date_is_not_guessed_at(String text) {
        assertThat(DanishDate.parse(text)).isEmpty();
        assertThat(DanishDate.looksLikeDate(text)).isFalse();
    }

    @Test
    void a_date_is_shown_in_danish() {
        assertThat(DanishDate.inWords(LocalDate.of(2015, 5, 15))).isEqualTo("15. maj 2015");
    }
}
