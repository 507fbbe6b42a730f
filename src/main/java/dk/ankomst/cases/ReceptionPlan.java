package dk.ankomst.cases;

import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running reception plan of a case; the engine that runs it is on the other side. Every call joins the transaction. */
public interface ReceptionPlan {

    /**
     * What keeps a plan from being counted from these dates, in Danish, each for the field of a {@link Visitation} that it is
     * about.
     *
     * @param caseNumber the case whose dates change; null: a new one
     * @param track a code of {@link CodeList#TRACK}
     */
    List<FieldError> objections(
            @Nullable String caseNumber,
            String track,
            LocalDate visitation,
            @Nullable LocalDate takeoverAgreed,
            @Nullable LocalDate plannedArrival);

    /**
     * Waits until nobody else moves the plan of the case, and keeps others waiting until the transaction ends. Called before
     * anything is read that a timer or a colleague may be changing.
     */
    void reserve(String caseNumber);

    /** Starts the plan of a newly registered case. */
    void start(CaseFacts facts);

    /**
     * The date on which the family is expected has changed, or the one on which it arrived was corrected; the case already
     * holds the new one.
     */
    void arrivalDateChanged(String caseNumber);

    /**
     * A fact of the case that dates are counted from has been agreed or corrected; the case already holds it.
     *
     * @param reason a Danish sentence
     */
    void factsChanged(String caseNumber, String reason);

    /** The family has arrived; the case already holds the date. */
    void arrived(String caseNumber);

    /** A member has been added to the family, or has come after the others. */
    void memberAdded(String caseNumber, long personId);

    /** A member has died or left the family; the others go on, and the case holds it already. */
    void memberLeft(String caseNumber, long personId);

    /** The family has moved to another municipality; the case is closed already. */
    void movedAway(String caseNumber);

    /** The family's residence permit has lapsed, or its last member has died; the case is closed already. */
    void permitLapsed(String caseNumber);

    /** Whether a case that is closed still has work to do before its plan is at its end. */
    boolean isEnding(String caseNumber);
}
