package dk.ankomst.notices;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A person's calendar at its secret address. Calendar programs cannot log in; whoever knows the address reads task names,
 * case numbers and dates, and nothing of persons.
 */
@Controller
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;

    CalendarController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    /**
     * One answer to all that is wrong: a guesser is not told what. Nobody guesses 256 bits, so misses are not counted: a
     * program that goes on asking for a revoked address would shut out its whole office.
     */
    @GetMapping("/kalender/{secret}.ics")
    ResponseEntity<String> calendar(@PathVariable String secret) {
        Optional<String> calendar = feeds.calendar(secret);
        if (calendar.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .header("X-Robots-Tag", "noindex")
                .body(calendar.get());
    }
}
