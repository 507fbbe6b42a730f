package dk.ankomst.browser;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class BrowsersTest {

    @Test
    void without_a_browser_a_test_fails_in_CI_and_is_skipped_elsewhere() {
        assertThatThrownBy(() -> Browsers.assumeOrFail(Optional.empty(), true))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("CHROMIUM_PATH");
        assertThatThrownBy(() -> Browsers.assumeOrFail(Optional.empty(), false))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("CHROMIUM_PATH");
    }

    @Test
    void with_a_browser_the_test_goes_on() {
        assertThatCode(() -> Browsers.assumeOrFail(Optional.of(Path.of("chromium")), true))
                .doesNotThrowAnyException();
    }
}
