package dk.ankomst.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: five wrong passwords within five minutes for one user from one address close that pair for five
 * minutes. Other addresses are not affected, so that nobody can lock a colleague out. Kept in memory: a restart forgets.
 */
@Component
class LoginThrottle {

    static final int ATTEMPTS = 5;
    static final Duration PERIOD = Duration.ofMinutes(5);

    /** Bounds the memory that guessing can take up. */
    private static final int REMEMBERED = 10_000;

    private record Key(String user, String address) {}

    private record Failures(int count, Instant until) {}

    private final Clock clock;
    private final Map<Key, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether further attempts for the user from the address are refused without looking at the password. */
    synchronized boolean isClosed(String user, String address) {
        return current(key(user, address)).count() >= ATTEMPTS;
    }

    synchronized void failed(String user, String address) {
        Key key = key(user, address);
        Failures before = current(key);
        failures.remove(key);
        failures.put(key, new Failures(before.count() + 1, clock.instant().plus(PERIOD)));
    }

    synchronized void succeeded(String user, String address) {
        failures.remove(key(user, address));
    }

    private Failures current(Key key) {
        Failures known = failures.get(key);
        if (known == null || !clock.instant().isBefore(known.until())) {
            failures.remove(key);
            return new Failures(0, Instant.EPOCH);
        }
        return known;
    }

    private static Key key(String user, String address) {
        return new Key(user.strip().toLowerCase(Locale.ROOT), address);
    }
}
