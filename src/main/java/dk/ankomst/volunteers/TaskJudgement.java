package dk.ankomst.volunteers;

import java.util.List;
import java.util.stream.Collectors;

/** Whether a volunteer may be given a task, with the reasons of the table {@code frivilligopgave}. */
public record TaskJudgement(boolean allowed, List<Reason> reasons) {

    /** A rule that applied. */
    public record Reason(String text, String source, String ruleId) {}

    /** The reasons in one text. */
    public String inWords() {
        return reasons.stream().map(Reason::text).collect(Collectors.joining(" "));
    }
}
