package dk.ankomst.browser;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the machine's Chromium for the browser tests; Playwright's own browsers are never fetched. */
public final class Browsers {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--lang=da",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String MISSING = "Ingen Chromium fundet: sæt CHROMIUM_PATH, eller installér pakken chromium.";

    private Browsers() {}

    /** The browser's program file: {@code CHROMIUM_PATH}, else the usual places. */
    public static Optional<Path> chromium() {
        Stream<String> places = Stream.of(
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/usr/bin/google-chrome-stable",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
        String chosen = System.getenv("CHROMIUM_PATH");
        return (chosen == null || chosen.isBlank() ? places : Stream.of(chosen))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Ends a test for want of a browser: as a failure where {@code CI=true}, else as skipped with the reason. */
    public static void assumeOrFail() {
        assumeOrFail(chromium(), "true".equalsIgnoreCase(System.getenv("CI")));
    }

    static void assumeOrFail(Optional<Path> chromium, boolean inCi) {
        if (chromium.isEmpty() && inCi) {
            fail(MISSING);
        }
        Assumptions.assumeTrue(chromium.isPresent(), MISSING);
    }

    /** A Playwright that uses what is installed. */
    public static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** A headless browser; call {@link #assumeOrFail()} first. */
    public static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium().orElseThrow())
                        .setHeadless(true)
                        .setArgs(ARGUMENTS));
    }
}
