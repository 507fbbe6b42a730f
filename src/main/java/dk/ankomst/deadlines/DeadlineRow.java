package dk.ankomst.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the register. */
record DeadlineRow(
        long id,
        String caseNumber,
        String duty,
        long person,
        CountedWords words,
        @Nullable LocalDate triggerDate,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate actBy,
        DeadlineState state,
        boolean superseded,
        @Nullable LocalDate metOn,
        @Nullable Instant breachedAt,
        @Nullable String breachCause,
        @Nullable Judgement judgement,
        int version) {

    /** The family as a whole, where a person is asked for. */
    static final long FAMILY = 0;

    private static final String AGREED_TRIGGER = Trigger.AGREEMENT;

    /** What the rule says and how the count is worded: replaced as a whole by a recount. */
    record CountedWords(
            String name,
            @Nullable String ruleId,
            @Nullable String ruleSet,
            DeadlineKind kind,
            DeadlineScope scope,
            String legalGround,
            @Nullable String source,
            @Nullable RuleStatus status,
            boolean confirmed,
            String trigger,
            String explanation,
            int times) {

        static CountedWords of(CountedDeadline counted) {
            DeadlineRule rule = counted.rule();
            return new CountedWords(
                    rule.name(),
                    rule.ruleId(),
                    rule.ruleSet(),
                    rule.kind(),
                    rule.scope(),
                    rule.legalGround(),
                    rule.source(),
                    rule.status(),
                    counted.confirmed(),
                    rule.trigger(),
                    counted.explanation(),
                    rule.times());
        }
    }

    static DeadlineRow opened(String caseNumber, long person, CountedDeadline counted) {
        return new DeadlineRow(
                0,
                caseNumber,
                counted.rule().duty(),
                person,
                CountedWords.of(counted),
                counted.triggerDate(),
                counted.due(),
                counted.actBy(),
                counted.state(),
                false,
                null,
                null,
                null,
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
                DeadlineKind.AFTALT,
                person == FAMILY ? DeadlineScope.SAG : DeadlineScope.PERSON,
                ground,
                null,
                null,
                true,
                AGREED_TRIGGER,
                explanation,
                1);
        return new DeadlineRow(
                0,
                caseNumber,
                duty,
                person,
                words,
                due,
                due,
                actBy,
                DeadlineState.RUNNING,
                false,
                null,
                null,
                null,
                null,
                0);
    }

    @Nullable
    Long personId() {
        return person == FAMILY ? null : person;
    }

    /** Whether rule, trigger date, due date or state differ; the wording alone does not count. */
    boolean isAnotherDateThan(DeadlineRow other) {
        return !Objects.equals(words.ruleId(), other.words.ruleId())
                || !Objects.equals(triggerDate, other.triggerDate)
                || !Objects.equals(dueDate, other.dueDate)
                || state != other.state;
    }

    DeadlineRow recounted(CountedDeadline counted, DeadlineState newState) {
        boolean stillBreached = newState == DeadlineState.BREACHED;
        return new DeadlineRow(
                id,
                caseNumber,
                duty,
                person,
                CountedWords.of(counted),
                counted.triggerDate(),
                counted.due(),
                counted.actBy(),
                newState,
                false,
                null,
                stillBreached ? breachedAt : null,
                stillBreached ? breachCause : null,
                judgement,
                version);
    }

    DeadlineRow agreedAgain(DeadlineRow agreement, DeadlineState newState) {
        boolean stillBreached = newState == DeadlineState.BREACHED;
        return new DeadlineRow(
                id,
                caseNumber,
                duty,
                person,
                agreement.words(),
                agreement.triggerDate(),
                agreement.dueDate(),
                agreement.actBy(),
                newState,
                false,
                null,
                stillBreached ? breachedAt : null,
                stillBreached ? breachCause : null,
                judgement,
                version);
    }

    DeadlineRow met(LocalDate on, DeadlineState newState, @Nullable Instant breached, @Nullable String cause) {
        return new DeadlineRow(
                id,
                caseNumber,
                duty,
                person,
                words,
                triggerDate,
                dueDate,
                actBy,
                newState,
                false,
                on,
                breached,
                cause,
                judgement,
                version);
    }

    DeadlineRow breached(Instant at, String cause) {
        return new DeadlineRow(
                id,
                caseNumber,
                duty,
                person,
                words,
                triggerDate,
                dueDate,
                actBy,
                DeadlineState.BREACHED,
                superseded,
                null,
                at,
                cause,
                judgement,
                version);
    }

    /** Ended without being met; a breach that was recorded stays on it. */
    DeadlineRow ended(DeadlineState newState, boolean byTables) {
        return new DeadlineRow(
                id,
                caseNumber,
                duty,
                person,
                words,
                triggerDate,
                dueDate,
                actBy,
                newState,
                byTables,
                metOn,
                breachedAt,
                breachCause,
                judgement,
                version);
    }

    DeadlineRow judged(Judgement found) {
        return new DeadlineRow(
                id,
                caseNumber,
                duty,
                person,
                words,
                triggerDate,
                dueDate,
                actBy,
                state,
                superseded,
                metOn,
                breachedAt,
                breachCause,
                found,
                version);
    }

    /** The row as it stands in the table once it has been written. */
    DeadlineRow stored() {
        return new DeadlineRow(
                id,
                caseNumber,
                duty,
                person,
                words,
                triggerDate,
                dueDate,
                actBy,
                state,
                superseded,
                metOn,
                breachedAt,
                breachCause,
                judgement,
                version + 1);
    }

    DeadlineView view(List<Change> changes) {
        return new DeadlineView(
                duty,
                words.name(),
                personId(),
                words.ruleId(),
                words.ruleSet(),
                words.kind(),
                words.scope(),
                words.legalGround(),
                words.trigger(),
                Trigger.words(words.trigger()),
                triggerDate,
                dueDate,
                actBy,
                state,
                words.confirmed(),
                words.status(),
                words.source(),
                words.explanation() + held(changes),
                metOn,
                breachedAt,
                breachCause,
                judgement,
                changes);
    }

    /** How much is done of a duty that must be done several times; nothing for any other. */
    private String held(List<Change> changes) {
        if (words.times() == 1) {
            return "";
        }
        long held = changes.stream()
                        .filter(change -> change.what() == Change.Kind.HELD)
                        .count()
                + (metOn == null ? 0 : 1);
        return " Pligten er opfyldt, når det er gjort mindst " + words.times() + " gange. Indtil nu er det gjort "
                + held + (held == 1 ? " gang." : " gange.");
    }

    static DeadlineRow read(ResultSet row, int number) throws SQLException {
        String status = row.getString("status");
        OffsetDateTime breachedAt = row.getObject("breached_at", OffsetDateTime.class);
        CountedWords words = new CountedWords(
                row.getString("name"),
                row.getString("rule_id"),
                row.getString("rule_set"),
                DeadlineKind.valueOf(row.getString("kind")),
                DeadlineScope.valueOf(row.getString("scope")),
                row.getString("legal_ground"),
                row.getString("source"),
                status == null ? null : RuleStatus.valueOf(status),
                row.getBoolean("confirmed"),
                row.getString("trigger_name"),
                row.getString("explanation"),
                row.getInt("times_owed"));
        return new DeadlineRow(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("duty"),
                row.getLong("person_id"),
                words,
                row.getObject("trigger_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                row.getObject("act_by", LocalDate.class),
                DeadlineState.valueOf(row.getString("state")),
                row.getBoolean("superseded"),
                row.getObject("met_on", LocalDate.class),
                breachedAt == null ? null : breachedAt.toInstant(),
                row.getString("breach_cause"),
                judgement(row),
                row.getInt("version"));
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
