package dk.ankomst.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The one clock of the program and its engine, set by hand; it stands still until it is set again. */
final class SettableClock extends Clock {

    static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private volatile Instant now = Instant.parse("2015-05-15T08:00:00Z");

    /** Ten in the morning in Denmark on a day. */
    void on(LocalDate day) {
        at(day.atTime(10, 0).atZone(DENMARK).toInstant());
    }

    void on(String day) {
        on(LocalDate.parse(day));
    }

    @SuppressWarnings("JavaUtilDate") // the engine's own type
    void at(Instant instant) {
        now = instant;
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    LocalDate today() {
        return LocalDate.now(this);
    }

    @Override
    public ZoneId getZone() {
        return DENMARK;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
