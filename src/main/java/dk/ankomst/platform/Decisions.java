package dk.ankomst.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates a decision table by its name; the tables are run by an engine outside this program's own code. */
public interface Decisions {

    /**
     * Evaluates the newest version of a decision table.
     *
     * @param key the decision's id, equal to its file name, e.g. {@code frist}
     * @param inputs the variables that the table's input expressions name; dates as ISO strings
     * @return one hit per rule that applied, in the order of the table; empty when none applied
     */
    List<RuleHit> evaluate(String key, Map<String, @Nullable Object> inputs);
}
