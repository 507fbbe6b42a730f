package dk.ankomst.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates a decision table by its name; the tables are run by an engine outside this program's own code. */
public interface Decisions {

    /**
     * A table as it was put to work at one time; what a version says never changes.
     *
     * @param key the decision's id, equal to its file name, e.g. {@code frist}
     * @param number counted up from 1 each time the table is put to work with a change
     * @param tag what its author calls the version, e.g. {@code 1.2.0}; null when the model does not say
     */
    record Version(String key, int number, @Nullable String tag) {}

    /**
     * The newest version of a table.
     *
     * @throws IllegalStateException when no table of this name is at work
     */
    Version newest(String key);

    /**
     * The oldest version of a table that is still kept.
     *
     * @throws IllegalStateException when no table of this name is at work
     */
    Version oldest(String key);

    /**
     * A version of a table that was or is at work.
     *
     * @throws IllegalStateException when there is none
     */
    Version version(String key, int number);

    /**
     * When a version was put to work, and by whom.
     *
     * @param by the user's id; null when it came with the program
     */
    record PutToWork(Instant at, @Nullable String by) {}

    /** @throws IllegalStateException when there is no such version */
    PutToWork putToWork(Version version);

    /**
     * Evaluates a table as it stood in a version.
     *
     * @param inputs the variables that the table's input expressions name; dates as ISO strings
     * @return one hit per rule that applied, in the order of the table; empty when none applied
     */
    List<RuleHit> evaluate(Version version, Map<String, @Nullable Object> inputs);

    /** Evaluates the newest version of a table, as {@link #evaluate(Version, Map)}. */
    default List<RuleHit> evaluate(String key, Map<String, @Nullable Object> inputs) {
        return evaluate(newest(key), inputs);
    }
}
