package dk.ankomst.notices;

import dk.ankomst.deadlines.WorkingDays;
import dk.ankomst.notices.Colleagues.Colleague;
import dk.ankomst.notices.DigestStore.Kept;
import dk.ankomst.notices.DigestStore.State;
import dk.ankomst.platform.StaffGroup;
import dk.ankomst.platform.StaffGroup.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Sends the daily message, once per person and working day. That it is being sent is written down first: after a crash in
 * that moment the person goes without it for a day, rather than getting it twice. What the mail server refused is tried
 * again in later rounds of the same day.
 */
@Component
class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_FAILURES = 3;

    /** Those who work with cases; others have no tasks. */
    private static final Set<String> READERS = StaffGroup.of(Kind.DEPARTMENT, Kind.LEADER).stream()
            .map(StaffGroup::id)
            .collect(Collectors.toUnmodifiableSet());

    private final DigestStore store;
    private final DigestWriter writer;
    private final Colleagues colleagues;
    private final Post post;
    private final WorkingDays workingDays;
    private final NoticeProperties properties;
    private final Clock clock;
    private final AtomicReference<Set<String>> saidToBeWithout = new AtomicReference<>(Set.of());

    Digests(
            DigestStore store,
            DigestWriter writer,
            Colleagues colleagues,
            Post post,
            WorkingDays workingDays,
            NoticeProperties properties,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.colleagues = colleagues;
        this.post = post;
        this.workingDays = workingDays;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether a member of these groups gets the message at all. */
    static boolean isFor(Set<String> groups) {
        return groups.stream().anyMatch(READERS::contains);
    }

    /** Sends what is left of today's messages, once their time has come. */
    void send() {
        ZonedDateTime now = clock.instant().atZone(DENMARK);
        LocalDate today = now.toLocalDate();
        boolean isWorkingDay = workingDays.between(today.minusDays(1), today) == 1;
        if (!isWorkingDay || now.toLocalTime().isBefore(properties.digestAt())) {
            return;
        }
        List<Colleague> staff = colleagues.all();
        sayWhoIsWithout(staff);
        Map<String, Colleague> byId =
                staff.stream().collect(Collectors.toMap(Colleague::id, Function.identity(), (one, other) -> one));
        int failures = 0;
        for (Colleague person : staff) {
            String email = person.email();
            if (email == null || !isFor(person.groups()) || !store.isWanted(person.id())) {
                continue;
            }
            Optional<Kept> kept = store.of(person.id(), today);
            int attempts = kept.map(Kept::attempts).orElse(0);
            boolean isLeft = kept.isEmpty() || (kept.get().state() == State.FAILED && attempts < MOST_ATTEMPTS);
            if (isLeft && !send(person, email, byId, today, attempts + 1) && ++failures >= MOST_FAILURES) {
                return;
            }
        }
    }

    private boolean send(Colleague person, String email, Map<String, Colleague> staff, LocalDate today, int attempt) {
        Optional<Digest> digest = writer.of(person, staff, today);
        store.keep(person.id(), today, State.SENDING, attempt);
        if (digest.isEmpty()) {
            store.keep(person.id(), today, State.NOTHING, attempt);
            return true;
        }
        try {
            post.send(
                    email,
                    digest.get().subject(),
                    digest.get().text(),
                    digest.get().html());
        } catch (MailException e) {
            LOG.warn(
                    "En daglig besked blev ikke sendt; der forsøges igen: {}",
                    e.getClass().getSimpleName());
            store.keep(person.id(), today, State.FAILED, attempt);
            return false;
        }
        store.keep(person.id(), today, State.SENT, attempt);
        return true;
    }

    /** Operations can give them an address; said once per start, and again when others come to be without. */
    private void sayWhoIsWithout(List<Colleague> staff) {
        Set<String> without = staff.stream()
                .filter(person -> person.email() == null && isFor(person.groups()))
                .map(Colleague::id)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        if (!without.isEmpty() && !without.equals(saidToBeWithout.getAndSet(without))) {
            LOG.warn(
                    "Uden e-mailadresse, og derfor uden daglig besked og mødeindkaldelser: {}. Skriv adressen i Admin.",
                    String.join(", ", without));
        }
    }
}
