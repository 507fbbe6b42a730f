package dk.ankomst.deadlines;

import java.util.List;

/** Whom a duty is owed: the family as a whole, each person, each adult, or each child. */
public enum DeadlineScope {
    SAG("hele familien"),
    PERSON("hver person"),
    VOKSEN("hver voksen"),
    BARN("hvert barn");

    private final String danish;

    DeadlineScope(String danish) {
        this.danish = danish;
    }

    /** The Danish words for it, in lower case. */
    public String danish() {
        return danish;
    }

    /** Whether it is owed to this person as one of the family's members. */
    boolean isOwedTo(Subject subject) {
        return switch (this) {
            case SAG -> false;
            case PERSON -> true;
            case VOKSEN -> subject.adult();
            case BARN -> !subject.adult();
        };
    }

    /** The persons to whom it is owed among these; {@link DeadlineRow#FAMILY} for the family as a whole. */
    List<Long> owedTo(List<Subject> subjects) {
        return this == SAG
                ? List.of(DeadlineRow.FAMILY)
                : subjects.stream()
                        .filter(this::isOwedTo)
                        .map(Subject::personId)
                        .toList();
    }
}
