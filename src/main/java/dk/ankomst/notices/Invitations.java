package dk.ankomst.notices;

import dk.ankomst.notices.Colleagues.Colleague;
import dk.ankomst.notices.Meeting.State;
import dk.ankomst.notices.MeetingStore.Told;
import dk.ankomst.platform.DanishDates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Invites to meetings by e-mail, and tells when one is moved or off. What each participant was told last is kept; the
 * difference to how things are now is what is left to send, however long the mail server was away. A message may come twice
 * after a crash: with the same identity and sequence it changes nothing in a calendar.
 */
@Component
class Invitations {

    private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);
    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /** A mail server that refuses several in a row is away; the next round asks again. */
    private static final int MOST_FAILURES = 3;

    private final Meetings meetings;
    private final MeetingStore store;
    private final Calendars calendars;
    private final Colleagues colleagues;
    private final Post post;
    private final NoticeProperties properties;
    private final Clock clock;

    Invitations(
            Meetings meetings,
            MeetingStore store,
            Calendars calendars,
            Colleagues colleagues,
            Post post,
            NoticeProperties properties,
            Clock clock) {
        this.meetings = meetings;
        this.store = store;
        this.calendars = calendars;
        this.colleagues = colleagues;
        this.post = post;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sends what is left to tell of meetings from today on. */
    void send() {
        List<Meeting> all = store.toTell(LocalDate.ofInstant(clock.instant(), DENMARK));
        if (all.isEmpty()) {
            return;
        }
        List<Colleague> staff = colleagues.all();
        Map<String, Colleague> byId =
                staff.stream().collect(Collectors.toMap(Colleague::id, Function.identity(), (one, other) -> one));
        int failures = 0;
        for (Meeting meeting : all) {
            Set<String> taking = meetings.participants(meeting, staff);
            Map<String, Told> told = new LinkedHashMap<>();
            taking.forEach(user -> told.put(user, Told.nothing(meeting.id(), user)));
            store.told(meeting.id()).forEach(last -> told.put(last.userId(), last));
            for (Told last : told.values()) {
                boolean isOff = !taking.contains(last.userId());
                Colleague to = byId.get(last.userId());
                if (isTold(last, meeting, isOff) || to == null || to.email() == null || !isDue(last)) {
                    continue;
                }
                if (!send(meeting, last, to.email(), isOff) && ++failures >= MOST_FAILURES) {
                    return;
                }
            }
        }
    }

    /** Nobody is told that a meeting is off who was never told of it. */
    private static boolean isTold(Told last, Meeting meeting, boolean isOff) {
        return isOff
                ? last.sequence() == Told.NOTHING || last.cancelled()
                : !last.cancelled() && last.sequence() == meeting.sequence();
    }

    private boolean isDue(Told last) {
        return !clock.instant().isBefore(last.tryAfter());
    }

    private boolean send(Meeting meeting, Told last, String to, boolean isOff) {
        String method = isOff ? Calendars.CANCEL : Calendars.REQUEST;
        String day = DanishDates.withDay(meeting.heldOn());
        boolean isMoved = !isOff && last.sequence() != Told.NOTHING && !last.cancelled();
        String subject = (isOff ? "Aflyst: " : isMoved ? "Flyttet: " : "Indkaldelse: ") + meeting.summary();
        String news = isOff
                ? (meeting.state() == State.CANCELLED
                        ? meeting.summary() + ", " + day + ", er aflyst."
                        : "Du skal ikke længere deltage i " + meeting.summary() + ", " + day + ".")
                : isMoved
                        ? meeting.summary() + " er flyttet til " + day + "."
                        : "Du er indkaldt til " + meeting.summary() + ", " + day + ".";
        String text = news + "\n"
                + (isOff ? "" : "Der er aftalt en dag. Tid og sted får du af den, der har indkaldt.\n")
                + "\nSe sagen: " + properties.link("/sager/" + meeting.caseNumber()) + "\n";
        String id = meeting.sequence() + "." + method.charAt(0) + "."
                + last.userId().hashCode() + "." + meeting.uid();
        try {
            post.invite(id, to, subject, text, calendars.invitation(meeting, to, isOff), method);
        } catch (MailException e) {
            LOG.warn(
                    "En mødeindkaldelse blev ikke sendt; der forsøges igen: {}",
                    e.getClass().getSimpleName());
            store.tell(new Told(
                    meeting.id(),
                    last.userId(),
                    last.sequence(),
                    last.cancelled(),
                    last.attempts() + 1,
                    clock.instant().plus(pause(last.attempts()))));
            return false;
        }
        store.tell(new Told(meeting.id(), last.userId(), meeting.sequence(), isOff, 0, Instant.EPOCH));
        return true;
    }

    /** One minute, two, four and so on, up to some hours. */
    private static Duration pause(int attempts) {
        return Duration.ofMinutes(1L << Math.min(attempts, 8));
    }
}
