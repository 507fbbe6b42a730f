package dk.ankomst.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void five_wrong_passwords_close_the_pair_of_user_and_address_for_five_minutes() {
        fail("leder", "10.0.0.1", LoginThrottle.ATTEMPTS - 1);
        assertThat(throttle.isClosed("leder", "10.0.0.1")).isFalse();

        fail("leder", "10.0.0.1", 1);
        assertThat(throttle.isClosed("leder", "10.0.0.1")).isTrue();

        clock.now = clock.now.plus(LoginThrottle.PERIOD).minusMillis(1);
        assertThat(throttle.isClosed("leder", "10.0.0.1")).isTrue();
        clock.now = clock.now.plusMillis(1);
        assertThat(throttle.isClosed("leder", "10.0.0.1")).isFalse();
    }

    @Test
    void nobody_locks_a_colleague_out_from_another_machine() {
        fail("leder", "10.0.0.1", 50);

        assertThat(throttle.isClosed("leder", "10.0.0.2")).isFalse();
        assertThat(throttle.isClosed("koordinator", "10.0.0.1")).isFalse();
    }

    @Test
    void writing_the_name_in_another_way_is_no_way_around() {
        fail(" Leder", "10.0.0.1", LoginThrottle.ATTEMPTS);

        assertThat(throttle.isClosed("leder", "10.0.0.1")).isTrue();
    }

    @Test
    void a_right_password_wipes_the_slate() {
        fail("leder", "10.0.0.1", LoginThrottle.ATTEMPTS - 1);
        throttle.succeeded("leder", "10.0.0.1");
        fail("leder", "10.0.0.1", LoginThrottle.ATTEMPTS - 1);

        assertThat(throttle.isClosed("leder", "10.0.0.1")).isFalse();
    }

    @Test
    void old_failures_are_forgotten() {
        fail("leder", "10.0.0.1", LoginThrottle.ATTEMPTS - 1);
        clock.now = clock.now.plus(Duration.ofMinutes(6));
        fail("leder", "10.0.0.1", 1);

        assertThat(throttle.isClosed("leder", "10.0.0.1")).isFalse();
    }

    private void fail(String user, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(user, address);
        }
    }

    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
