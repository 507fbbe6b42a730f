package dk.ankomst.deadlines;

import dk.ankomst.platform.DanishDates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the register.
 *
 * @param duty its code in the case; that of a duty which a reported event started begins with the event's number
 * @param event the number of that event in the case; null: none had to be reported
 */
record DeadlineRow(
        long id,
        String caseNumber,
        String duty,
        @Nullable Integer event,
        long person,
        CountedWords words,
        Dates dates,
        Outcome outcome,
        @Nullable Judgement judgement,
        int version)
        implements OwedDeadline {

    /** The family as a whole, where a person is asked for. */
    static final long FAMILY = 0;

    private static final String AGREED_TRIGGER = Trigger.AGREEMENT;

    /** What the rule says and how the count is worded: replaced as a whole by a recount. */
    record CountedWords(
            String name,
            @Nullable String ruleId,
            @Nullable Table table,
            @Nullable String ruleSet,
            DeadlineKind kind,
            DeadlineScope scope,
            String legalGround,
            @Nullable String source,
            @Nullable RuleStatus status,
            boolean confirmed,
            String trigger,
            String triggerWords,
            String explanation,
            @Nullable String responsible,
            int times) {

        static CountedWords of(CountedDeadline counted) {
            DeadlineRule rule = counted.rule();
            return new CountedWords(
                    rule.name(),
                    rule.ruleId(),
                    new Table(
                            rule.table().key(),
                            rule.table().number(),
                            rule.table().tag()),
                    rule.ruleSet(),
                    rule.kind(),
                    rule.scope(),
                    rule.legalGround(),
                    rule.source(),
                    rule.status(),
                    counted.confirmed(),
                    rule.trigger(),
                    rule.triggerInWords(),
                    counted.explanation(),
                    counted.responsible(),
                    rule.times());
        }
    }

    /** The table that holds the rule, in the version that was asked; not known of what was counted long ago. */
    record Table(String key, int version, @Nullable String tag) {}

    /**
     * The dates, by the rule and as people have changed them.
     *
     * @param byRule what the rule gives; the agreed date of an agreement
     * @param due what counts
     * @param pause when the clock stands still, by law or by hand
     * @param movedBecause why somebody has moved the due date; null: nobody has
     * @param pausedBecause why somebody has stopped the clock; null: nobody has, a pause is by law
     */
    record Dates(
            @Nullable LocalDate trigger,
            @Nullable LocalDate byRule,
            @Nullable LocalDate due,
            @Nullable LocalDate actBy,
            @Nullable Pause pause,
            @Nullable String movedBecause,
            @Nullable String pausedBecause) {

        static Dates of(CountedDeadline counted) {
            return new Dates(
                    counted.triggerDate(), counted.due(), counted.due(), counted.actBy(), counted.pause(), null, null);
        }

        static Dates agreed(LocalDate due, LocalDate actBy) {
            return new Dates(due, due, due, actBy, null, null, null);
        }

        Dates moved(LocalDate to, LocalDate newActBy, @Nullable String because) {
            return new Dates(trigger, byRule, to, newActBy, pause, because, pausedBecause);
        }

        Dates paused(@Nullable Pause newPause, @Nullable String because, LocalDate newDue, LocalDate newActBy) {
            return new Dates(trigger, byRule, newDue, newActBy, newPause, movedBecause, because);
        }

        /** How long people have made the clock stand still, each time together; 0 when they have not. */
        long daysPausedByHand() {
            if (pause == null || pausedBecause == null) {
                return 0;
            }
            return movedBecause == null && byRule != null && due != null
                    ? ChronoUnit.DAYS.between(byRule, due)
                    : ChronoUnit.DAYS.between(pause.from(), pause.until());
        }

        boolean isChangedByHand() {
            return movedBecause != null || pausedBecause != null;
        }

        boolean isPausedOn(LocalDate day) {
            return pause != null && !day.isBefore(pause.from()) && day.isBefore(pause.until());
        }
    }

    /** What became of it. */
    record Outcome(
            DeadlineState state,
            boolean superseded,
            @Nullable LocalDate metOn,
            @Nullable Instant breachedAt,
            @Nullable String breachCause) {

        static Outcome of(DeadlineState state) {
            return new Outcome(state, false, null, null, null);
        }
    }

    static DeadlineRow opened(String caseNumber, long person, CountedDeadline counted) {
        return new DeadlineRow(
                0,
                caseNumber,
                counted.duty(),
                counted.event() == null ? null : counted.event().number(),
                person,
                CountedWords.of(counted),
                Dates.of(counted),
                Outcome.of(counted.state()),
                null,
                0);
    }

    static DeadlineRow agreed(
            String caseNumber,
            String duty,
            long person,
            String name,
            LocalDate due,
            LocalDate actBy,
            String ground,
            String explanation) {
        CountedWords words = new CountedWords(
                name,
                null,
                null,
                null,
                DeadlineKind.AFTALT,
                person == FAMILY ? DeadlineScope.SAG : DeadlineScope.PERSON,
                ground,
                null,
                null,
                true,
                AGREED_TRIGGER,
                Trigger.words(AGREED_TRIGGER),
                explanation,
                null,
                1);
        return new DeadlineRow(
                0,
                caseNumber,
                duty,
                null,
                person,
                words,
                Dates.agreed(due, actBy),
                Outcome.of(DeadlineState.RUNNING),
                null,
                0);
    }

    @Override
    public @Nullable Long personId() {
        return person == FAMILY ? null : person;
    }

    @Override
    public @Nullable LocalDate dueDate() {
        return dates.due();
    }

    @Override
    public DeadlineState state() {
        return outcome.state();
    }

    /** Whether rule, trigger date, due date or state differ; the wording alone does not count. */
    boolean isAnotherDateThan(DeadlineRow other) {
        return !Objects.equals(words.ruleId(), other.words.ruleId())
                || !Objects.equals(dates.trigger(), other.dates.trigger())
                || !Objects.equals(dates.due(), other.dates.due())
                || state() != other.state();
    }

    private DeadlineRow with(CountedWords newWords, Dates newDates, Outcome newOutcome) {
        return new DeadlineRow(id, caseNumber, duty, event, person, newWords, newDates, newOutcome, judgement, version);
    }

    DeadlineRow recounted(CountedDeadline counted, Dates newDates, DeadlineState newState) {
        return with(CountedWords.of(counted), newDates, running(newState));
    }

    DeadlineRow agreedAgain(DeadlineRow agreement, DeadlineState newState) {
        return with(agreement.words(), agreement.dates(), running(newState));
    }

    /** On a date that somebody has chosen: a breach that was recorded stays on it, since it happened. */
    DeadlineRow dated(Dates newDates, DeadlineState newState) {
        return with(words, newDates, new Outcome(newState, false, null, outcome.breachedAt(), outcome.breachCause()));
    }

    /** A breach that was recorded stays only on what is still passed. */
    private Outcome running(DeadlineState newState) {
        return newState == DeadlineState.BREACHED
                ? new Outcome(newState, false, null, outcome.breachedAt(), outcome.breachCause())
                : Outcome.of(newState);
    }

    DeadlineRow met(LocalDate on, DeadlineState newState, @Nullable Instant breached, @Nullable String cause) {
        return with(words, dates, new Outcome(newState, false, on, breached, cause));
    }

    /** Not met after all; a breach that was recorded while it was to be met stays on it. */
    DeadlineRow reopened(DeadlineState newState, @Nullable Instant breachedAt, @Nullable String cause) {
        return with(words, dates, new Outcome(newState, false, null, breachedAt, cause));
    }

    DeadlineRow breached(Instant at, String cause) {
        return with(words, dates, new Outcome(DeadlineState.BREACHED, outcome.superseded(), null, at, cause));
    }

    /** Ended without being met; a breach that was recorded stays on it. */
    DeadlineRow ended(DeadlineState newState, boolean byTables) {
        return with(
                words,
                dates,
                new Outcome(newState, byTables, outcome.metOn(), outcome.breachedAt(), outcome.breachCause()));
    }

    DeadlineRow judged(Judgement found) {
        return new DeadlineRow(id, caseNumber, duty, event, person, words, dates, outcome, found, version);
    }

    /** The row as it stands in the table once it has been written. */
    DeadlineRow stored() {
        return new DeadlineRow(id, caseNumber, duty, event, person, words, dates, outcome, judgement, version + 1);
    }

    /** @param today the day that says whether the clock stands still */
    DeadlineView view(List<Change> changes, LocalDate today) {
        return new DeadlineView(
                duty,
                words.name(),
                event,
                personId(),
                words.ruleId(),
                words.ruleSet(),
                words.kind(),
                words.scope(),
                words.legalGround(),
                words.trigger(),
                words.triggerWords(),
                dates.trigger(),
                dates.due(),
                dates.actBy(),
                state() == DeadlineState.RUNNING && dates.isPausedOn(today) ? DeadlineState.SUSPENDED : state(),
                words.confirmed(),
                words.status(),
                words.source(),
                words.explanation() + byHand() + held(changes),
                words.responsible(),
                dates.isChangedByHand(),
                dates.pausedBecause() != null
                        && dates.pause() != null
                        && dates.pause().until().isAfter(today),
                outcome.metOn(),
                outcome.breachedAt(),
                outcome.breachCause(),
                judgement,
                changes);
    }

    /** What people did to the date beside the rule; nothing when they did nothing. */
    private String byHand() {
        StringBuilder words = new StringBuilder();
        Pause pause = dates.pause();
        if (pause != null && dates.pausedBecause() != null) {
            words.append(" Sat i bero af kommunen fra den ")
                    .append(DanishDates.inText(pause.from()))
                    .append(" til den ")
                    .append(DanishDates.inText(pause.until()))
                    .append(". Begrundelse: ")
                    .append(Reason.asSentence(dates.pausedBecause()));
        }
        if (dates.movedBecause() != null) {
            words.append(" Flyttet i hånden. Begrundelse: ").append(Reason.asSentence(dates.movedBecause()));
        }
        LocalDate byRule = dates.byRule();
        LocalDate due = dates.due();
        LocalDate actBy = dates.actBy();
        if (dates.isChangedByHand() && due != null) {
            words.append(byRule == null ? "" : " Efter reglen var fristen " + DanishDates.withDay(byRule) + ".")
                    .append(" Nu er den ")
                    .append(DanishDates.withDay(due))
                    .append('.')
                    .append(
                            actBy == null || actBy.equals(due)
                                    ? ""
                                    : " Handl senest " + DanishDates.withDay(actBy) + ".");
        }
        return words.toString();
    }

    /** How much is done of a duty that must be done several times; nothing for any other. */
    private String held(List<Change> changes) {
        if (words.times() == 1) {
            return "";
        }
        long held = changes.stream()
                        .filter(change -> change.what() == Change.Kind.HELD)
                        .count()
                + (outcome.metOn() == null ? 0 : 1);
        return " Pligten er opfyldt, når det er gjort mindst " + words.times() + " gange. Indtil nu er det gjort "
                + held + (held == 1 ? " gang." : " gange.");
    }

    static DeadlineRow read(ResultSet row, int number) throws SQLException {
        String status = row.getString("status");
        OffsetDateTime breachedAt = row.getObject("breached_at", OffsetDateTime.class);
        CountedWords words = new CountedWords(
                row.getString("name"),
                row.getString("rule_id"),
                table(row),
                row.getString("rule_set"),
                DeadlineKind.valueOf(row.getString("kind")),
                DeadlineScope.valueOf(row.getString("scope")),
                row.getString("legal_ground"),
                row.getString("source"),
                status == null ? null : RuleStatus.valueOf(status),
                row.getBoolean("confirmed"),
                row.getString("trigger_name"),
                row.getString("trigger_words"),
                row.getString("explanation"),
                row.getString("responsible"),
                row.getInt("times_owed"));
        LocalDate pausedFrom = row.getObject("suspended_from", LocalDate.class);
        LocalDate pausedUntil = row.getObject("suspended_until", LocalDate.class);
        Dates dates = new Dates(
                row.getObject("trigger_date", LocalDate.class),
                row.getObject("rule_due_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                row.getObject("act_by", LocalDate.class),
                pausedFrom == null || pausedUntil == null ? null : new Pause(pausedFrom, pausedUntil),
                row.getString("moved_reason"),
                row.getString("suspended_reason"));
        Outcome outcome = new Outcome(
                DeadlineState.valueOf(row.getString("state")),
                row.getBoolean("superseded"),
                row.getObject("met_on", LocalDate.class),
                breachedAt == null ? null : breachedAt.toInstant(),
                row.getString("breach_cause"));
        return new DeadlineRow(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("duty"),
                row.getObject("event_number", Integer.class),
                row.getLong("person_id"),
                words,
                dates,
                outcome,
                judgement(row),
                row.getInt("version"));
    }

    private static @Nullable Table table(ResultSet row) throws SQLException {
        String key = row.getString("rule_table");
        return key == null ? null : new Table(key, row.getInt("rule_version"), row.getString("rule_tag"));
    }

    private static @Nullable Judgement judgement(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("judged_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Judgement(
                        row.getString("judged_cause"),
                        row.getString("judged_action"),
                        at.toInstant(),
                        row.getString("judged_by"));
    }
}
