package dk.ankomst.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing at calendar addresses: after so many wrong ones within the period no address is looked up for the
 * guesser's network address any more. Kept in memory: a restart forgets.
 */
@Component
class FeedThrottle {

    static final int MISSES = 20;
    static final Duration PERIOD = Duration.ofMinutes(5);

    /** Bounds the memory that guessing can take up. */
    private static final int REMEMBERED = 10_000;

    private record Missed(int count, Instant until) {}

    private final Clock clock;
    private final Map<String, Missed> missed = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Missed> eldest) {
            return size() > REMEMBERED;
        }
    };

    FeedThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isClosed(String address) {
        return current(address).count() >= MISSES;
    }

    synchronized void missed(String address) {
        Missed before = current(address);
        Instant until = before.count() == 0 ? clock.instant().plus(PERIOD) : before.until();
        missed.put(address, new Missed(before.count() + 1, until));
    }

    private Missed current(String address) {
        Missed known = missed.get(address);
        if (known == null || !clock.instant().isBefore(known.until())) {
            missed.remove(address);
            return new Missed(0, Instant.EPOCH);
        }
        return known;
    }
}
