package dk.ankomst.deadlines;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import org.jspecify.annotations.Nullable;

/**
 * A row of a deadline table.
 *
 * @param table the table that holds the row, in the version that was asked
 * @param triggerWords the event in Danish, in the definite form, where the table says it; null: see {@link Trigger#words}
 * @param amount negative: so long before the event
 * @param responsible the department that answers for it when no task is about it, by its group; null: the table does not say
 * @param times how often the duty must be done before it is met; 1 where the table says nothing
 */
record DeadlineRule(
        Decisions.Version table,
        String ruleId,
        @Nullable String ruleSet,
        String duty,
        String name,
        DeadlineKind kind,
        String legalGround,
        String trigger,
        @Nullable String triggerWords,
        @Nullable Integer amount,
        @Nullable CountUnit unit,
        RollPolicy roll,
        DeadlineScope scope,
        RuleStatus status,
        String source,
        @Nullable String remark,
        @Nullable String responsible,
        int times) {

    /** The event in Danish, in the definite form. */
    String triggerInWords() {
        return triggerWords == null ? Trigger.words(trigger) : triggerWords;
    }

    /** @throws IllegalStateException when the row lacks what every row must have; names the rule */
    static DeadlineRule of(Decisions.Version table, RuleHit hit) {
        Integer amount = hit.number("antal");
        Integer times = hit.number("gange");
        String unit = hit.text("enhed");
        if (amount != null && unit == null) {
            throw new IllegalStateException("Reglen " + hit.ruleId() + " har et antal, men ingen enhed");
        }
        return new DeadlineRule(
                table,
                hit.ruleId(),
                hit.text("regelsaet"),
                hit.requiredText("pligt"),
                hit.requiredText("betegnelse"),
                DeadlineKind.valueOf(hit.requiredText("art")),
                hit.requiredText("hjemmel"),
                hit.requiredText("udloeser"),
                hit.text("haendelse"),
                amount,
                unit == null ? null : CountUnit.valueOf(unit),
                RollPolicy.valueOf(hit.requiredText("rul")),
                DeadlineScope.valueOf(hit.requiredText("omfang")),
                RuleStatus.valueOf(hit.requiredText("status")),
                hit.requiredText("kilde"),
                hit.text("bemaerkning"),
                hit.text("ansvarlig"),
                times == null ? 1 : times);
    }

    /** Where the row stands, in Danish, e.g. {@code regel rule_kontrakt_2013 i tabellen frist, udgave 3 (1.2.0)}. */
    String place() {
        return "regel " + ruleId + " i tabellen " + table.key() + ", udgave " + table.number()
                + (table.tag() == null ? "" : " (" + table.tag() + ")");
    }
}
