package dk.ankomst.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as its page shows it: ready words only, so that the page decides nothing. What is null or empty is not shown. */
record CaseOverview(
        String number,
        String family,
        String track,
        String residence,
        String origin,
        @Nullable String address,
        @Nullable String knownNeeds,
        boolean open,
        @Nullable String closed,
        List<Phase> phases,
        List<Member> members,
        boolean needsShown,
        List<KeyDate> dates,
        List<String> dateChanges,
        String taskSummary,
        List<TaskRow> tasks,
        List<DeadlineRow> openDeadlines,
        EndedDeadlines endedDeadlines,
        Matrix matrix,
        List<DecisionRound> decisions,
        List<PersonalDecision> decidedByPeople,
        List<Document> documents) {

    /** How far a case has come with a phase. */
    enum Progress {
        DONE,
        CURRENT,
        AHEAD
    }

    /** A step of the reception. */
    record Phase(String name, Progress progress) {}

    /**
     * A member of the household.
     *
     * @param age in words, e.g. {@code 6 år}
     * @param interpreter the language to order an interpreter in, or that it must be clarified
     * @param needs the known needs in words; null for those who are not to see them, and when none are known
     * @param left when the person left the case; null while the person belongs to it
     */
    record Member(
            int number,
            String name,
            String age,
            String role,
            String interpreter,
            @Nullable String needs,
            @Nullable String left) {}

    /**
     * One of the three dates that deadlines are counted from.
     *
     * @param basis where the date comes from
     * @param explanation how it was counted; null when it was not
     */
    record KeyDate(
            String name,
            String date,
            String basis,
            @Nullable String explanation) {}

    /**
     * An open task of the case.
     *
     * @param link where it is done; null for whoever cannot see it there
     * @param hold that it is on hold, until when and why; null when it is not
     */
    record TaskRow(
            String name,
            @Nullable String link,
            @Nullable String person,
            String department,
            @Nullable String owner,
            DueWords.@Nullable Due due,
            @Nullable String hold) {}

    /**
     * A duty and its deadline.
     *
     * @param page where the duty has a page of its own
     * @param who the person it is about, or the family
     * @param kind {@code Lovfrist}, {@code Lokalt mål} or {@code Aftalt dato}
     * @param ground null for a local goal, which has none but itself
     * @param due null while the event it is counted from has no date
     * @param near how near an open deadline is; null for one that is not open
     * @param actBy the last working day before an open deadline, when it differs from it
     * @param remark what must be said beside it, e.g. that the rule is not confirmed
     * @param breach when and why it was exceeded
     * @param judgement what the leader found about it
     */
    record DeadlineRow(
            String name,
            String page,
            String who,
            String kind,
            @Nullable String ground,
            @Nullable String due,
            String undated,
            @Nullable String near,
            @Nullable String actBy,
            String state,
            String badge,
            String explanation,
            @Nullable String remark,
            @Nullable String breach,
            @Nullable Judged judgement,
            List<String> changes) {}

    /** The deadlines that nobody has to act on any more, and how many of each kind in words; null when there are none. */
    record EndedDeadlines(@Nullable String summary, List<DeadlineRow> rows) {}

    /** What the leader found about a breach: why, what is done about it, and who wrote it when. */
    record Judged(String cause, String action, String by) {}

    /**
     * The duties owed to persons, each against every person: a family is narrower than its duties are many.
     *
     * @param late who lacks what although its date has passed, a sentence for each person
     */
    record Matrix(List<String> persons, List<MatrixRow> rows, List<String> late) {}

    /**
     * A duty and, person by person, where it stands; a cell is null where the duty does not concern the person.
     *
     * @param page where the duty has a page of its own
     */
    record MatrixRow(String duty, String page, List<@Nullable Cell> cells) {}

    /** Where one duty towards one person stands. */
    record Cell(String state, String badge, @Nullable String due) {}

    /** What was decided and by which rule; {@code reason} and {@code source} are null when the rule gives none. */
    record Decision(
            String name,
            String result,
            @Nullable String who,
            @Nullable String reason,
            @Nullable String source,
            String rule,
            String when) {}

    /**
     * What people decided in a task.
     *
     * @param heading task, person and result in one
     * @param question what was asked in the task; null when the result names it
     * @param result null when the heading says it
     * @param reason null when none was given, and for whoever may not read it
     */
    record PersonalDecision(
            String heading,
            @Nullable String question,
            @Nullable String result,
            @Nullable String reason,
            String when) {}

    /** What one table decided at one time, be it about several persons or several lines; never empty. */
    record DecisionRound(String name, String when, List<Decision> decisions) {}

    /** Where a document of the case is kept. */
    record Document(String title, String reference, String received) {}
}
