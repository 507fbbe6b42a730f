package dk.ankomst.workflow;

import dk.ankomst.deadlines.Deadlines;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** To whom a duty is owed, seen from a task or a timer: the person it is about, everybody it is owed to, or the family. */
final class Owed {

    private Owed() {}

    /** The persons' ids; null stands for the family as a whole. */
    static List<@Nullable Long> to(VariableScope scope, Deadlines deadlines, String caseNumber, String duty) {
        List<Long> owed = deadlines.owedTo(caseNumber, duty);
        Long about = CaseVariables.PERSON_ID.in(scope);
        List<@Nullable Long> result = new ArrayList<>();
        if (owed.isEmpty()) {
            result.add(null);
        } else if (about != null && owed.contains(about)) {
            result.add(about);
        } else {
            result.addAll(owed);
        }
        return result;
    }
}
