package dk.ankomst.board;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.worklist.TaskHold;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dates, times and actors in Danish words. */
@Component
class Wording {

    /** Where the people are; the clock of a test may be elsewhere. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final Clock clock;

    Wording(Clock clock) {
        this.clock = clock;
    }

    /** Today where the people are. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** {@code 1. maj 2026}. */
    String date(LocalDate date) {
        return DanishDates.inText(date);
    }

    /** {@code 01.05.2026}, for tables only. */
    String shortDate(LocalDate date) {
        return DanishDates.inTable(date);
    }

    /** The day on which an instant falls where the people are. */
    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** {@code 1. maj 2026 kl. 9.05}. */
    String time(Instant instant) {
        return DanishDates.atTime(instant);
    }

    /** That a deadline was passed: when it was recorded, and the cause. */
    String breach(Instant at, @Nullable String cause) {
        return "Registreret som overskredet den " + time(at) + (cause == null ? "" : ": " + cause);
    }

    /** That a task is on hold: until when, by whom, since when, and why. */
    String hold(TaskHold hold, String by) {
        return "Sat i bero til den " + date(hold.until()) + " af " + by + " den " + time(hold.at()) + ": "
                + hold.reason();
    }

    /** Who did something: a user's id, or words for the program itself. */
    String actor(String id) {
        return Actor.inWords(id);
    }
}
