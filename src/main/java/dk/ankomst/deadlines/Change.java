package dk.ankomst.deadlines;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.DanishDates;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a deadline after it was opened; never removed.
 *
 * @param duty the duty's code
 * @param personId the person it is owed; null: the family as a whole
 * @param what kind of change
 * @param oldDue the due date before; null when there was none
 * @param newDue the due date after; null when there is none
 * @param oldState null when the deadline is new
 * @param oldRuleId the rule before; null when there was none
 * @param newRuleId the rule after; null for an agreed date
 * @param reason a Danish sentence; for a breach its cause, for a judgement its words
 * @param at when it was recorded
 * @param by who recorded it
 */
public record Change(
        String duty,
        @Nullable Long personId,
        Kind what,
        @Nullable LocalDate oldDue,
        @Nullable LocalDate newDue,
        @Nullable DeadlineState oldState,
        DeadlineState newState,
        @Nullable String oldRuleId,
        @Nullable String newRuleId,
        String reason,
        Instant at,
        String by) {

    /** What happened in Danish: what, when, by whom and why. */
    public String inWords() {
        String dates = "";
        if (oldDue != null && newDue != null && !oldDue.equals(newDue)) {
            dates = " fra " + DanishDates.inText(oldDue) + " til " + DanishDates.inText(newDue);
        } else if (oldDue == null && newDue != null) {
            dates = " til " + DanishDates.inText(newDue);
        }
        String happened = what.danish();
        return Character.toUpperCase(happened.charAt(0)) + happened.substring(1) + dates + " den "
                + DanishDates.atTime(at) + " af " + Actor.inWords(by) + ". " + reason;
    }

    /** What happened. */
    public enum Kind {
        OPENED("oprettet"),
        RECOUNTED("regnet om"),
        AGREED("aftalt"),
        MOVED("flyttet"),
        SUSPENDED("sat i bero"),
        RESUMED("taget op igen"),
        BREACHED("noteret som overskredet"),
        /** Done once more, but not as often as the duty asks. */
        HELD("holdt"),
        JUDGED("vurderet"),
        MET("noteret som opfyldt"),
        /** Noted by hand as met or not relevant, and it was not. */
        REOPENED("åbnet igen"),
        LAPSED("bortfaldet"),
        NOT_APPLICABLE("gælder ikke"),
        /** Noted by hand as of no relevance in this case. */
        NOT_RELEVANT("noteret som ikke relevant");

        private final String danish;

        Kind(String danish) {
            this.danish = danish;
        }

        /** The Danish word for it, in lower case. */
        public String danish() {
            return danish;
        }
    }
}
