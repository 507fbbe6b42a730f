package dk.ankomst.deadlines;

import dk.ankomst.platform.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what happens to deadlines: the row as it is now, and beside it what changed, who did it and why. */
@Component
class Ledger {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /** What becomes of a row, and why. */
    record Step(DeadlineRow before, DeadlineRow after, Change.Kind what, String reason) {

        private boolean endsStatutory() {
            return before.state() == DeadlineState.RUNNING
                    && after.state() != DeadlineState.RUNNING
                    && after.words().kind() == DeadlineKind.LOV;
        }
    }

    private final DeadlineRegister register;
    private final Clock clock;
    private final ApplicationEventPublisher listeners;

    Ledger(DeadlineRegister register, Clock clock, ApplicationEventPublisher listeners) {
        this.register = register;
        this.clock = clock;
        this.listeners = listeners;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DENMARK);
    }

    Instant now() {
        return clock.instant();
    }

    /** Writes the steps of a case and tells when a statutory deadline no longer runs. */
    List<Change> store(List<Step> steps) {
        List<Change> changes = write(steps);
        steps.stream()
                .filter(Step::endsStatutory)
                .map(step -> step.after().caseNumber())
                .distinct()
                .forEach(caseNumber -> listeners.publishEvent(new DeadlineEnded(caseNumber)));
        return changes;
    }

    void store(DeadlineRow before, DeadlineRow after, Change.Kind what, String reason) {
        store(List.of(new Step(before, after, what, reason)));
    }

    /** Writes steps of which whoever asks moves the timers itself. */
    List<Change> write(List<Step> steps) {
        register.update(steps.stream().map(Step::after).toList());
        List<DeadlineRegister.Entry> entries = steps.stream()
                .map(step -> new DeadlineRegister.Entry(step.after().id(), change(step)))
                .toList();
        register.record(entries);
        return entries.stream().map(DeadlineRegister.Entry::change).toList();
    }

    /** Opens deadlines of a case, without a word about it: they are what the case begins with. */
    void open(List<DeadlineRow> rows) {
        register.insert(rows, clock.instant(), Actor.id());
    }

    /** Opens deadlines that a case got later, and says why. */
    List<Change> openLate(List<DeadlineRow> rows, String reason) {
        if (rows.isEmpty()) {
            return List.of();
        }
        open(rows);
        List<DeadlineRegister.Entry> entries = rows.stream()
                .map(row -> register.find(row.caseNumber(), row.duty(), row.personId())
                        .orElseThrow(() -> new IllegalStateException("Fristen " + row.duty() + " blev ikke gemt")))
                .map(stored ->
                        new DeadlineRegister.Entry(stored.id(), change(null, stored, Change.Kind.OPENED, reason)))
                .toList();
        register.record(entries);
        return entries.stream().map(DeadlineRegister.Entry::change).toList();
    }

    /** What a step will be remembered as. */
    Change change(Step step) {
        return change(step.before(), step.after(), step.what(), step.reason());
    }

    Change change(@Nullable DeadlineRow before, DeadlineRow after, Change.Kind what, String reason) {
        return new Change(
                after.duty(),
                after.personId(),
                what,
                before == null ? null : before.dueDate(),
                after.dueDate(),
                before == null ? null : before.state(),
                after.state(),
                before == null ? null : before.words().ruleId(),
                after.words().ruleId(),
                reason,
                clock.instant(),
                Actor.id());
    }
}
