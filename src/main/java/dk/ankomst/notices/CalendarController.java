package dk.ankomst.notices;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
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
    private final FeedThrottle throttle;

    CalendarController(CalendarFeeds feeds, FeedThrottle throttle) {
        this.feeds = feeds;
        this.throttle = throttle;
    }

    /** One answer to all that is wrong: a guesser is not told what. */
    @GetMapping("/kalender/{secret}.ics")
    ResponseEntity<String> calendar(@PathVariable String secret, HttpServletRequest request) {
        String address = Objects.toString(request.getRemoteAddr(), "");
        Optional<String> calendar = throttle.isClosed(address) ? Optional.empty() : feeds.calendar(secret);
        if (calendar.isEmpty()) {
            throttle.missed(address);
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
