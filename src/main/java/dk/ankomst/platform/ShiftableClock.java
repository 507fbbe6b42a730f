package dk.ankomst.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The program's clock. It shows the real time, except on a thread that has shifted it to play what happened earlier; no
 * other thread sees the shift.
 */
public final class ShiftableClock extends Clock {

    private final Clock real;
    private final ThreadLocal<@Nullable Instant> shifted;

    public ShiftableClock(Clock real) {
        this(real, new ThreadLocal<>());
    }

    private ShiftableClock(Clock real, ThreadLocal<@Nullable Instant> shifted) {
        this.real = real;
        this.shifted = shifted;
    }

    /** From now on this thread reads the given time, which stands still, until {@link #reset}. */
    public void set(Instant time) {
        shifted.set(time);
    }

    /** This thread reads the real time again. */
    public void reset() {
        shifted.remove();
    }

    @Override
    public Instant instant() {
        Instant time = shifted.get();
        return time == null ? real.instant() : time;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftableClock(real.withZone(zone), shifted);
    }
}
