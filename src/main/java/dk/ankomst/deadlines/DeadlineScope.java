package dk.ankomst.deadlines;

import java.util.List;

/** Whom a duty is owed: the family as a whole, each person, or each adult. */
public enum DeadlineScope {
    SAG("hele familien"),
    PERSON("hver person"),
    VOKSEN("hver voksen");

    private final String danish;

    DeadlineScope(String danish) {
        this.danish = danish;
    }

    /** The Danish words for it, in lower case. */
    public String danish() {
        return danish;
    }

    /** The persons to whom it is owed among these; {@link DeadlineRow#FAMILY} for the family as a whole. */
    List<Long> owedTo(List<Subject> subjects) {
        return switch (this) {
            case SAG -> List.of(DeadlineRow.FAMILY);
            case PERSON -> subjects.stream().map(Subject::personId).toList();
            case VOKSEN ->
                subjects.stream().filter(Subject::adult).map(Subject::personId).toList();
        };
    }
}
