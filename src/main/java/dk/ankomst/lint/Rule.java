package dk.ankomst.lint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of the models.
 *
 * @param id kebab-case, Danish in ASCII
 * @param demand a Danish sentence that says how it should be
 */
public record Rule(String id, Severity severity, String demand, Check check) {

    /** Looks through the models and reports each place that breaks the rule. */
    @FunctionalInterface
    public interface Check {
        void run(Models models, Report report);
    }

    /** Takes a rule's findings. */
    @FunctionalInterface
    public interface Report {
        void add(String file, @Nullable String elementId, String message);
    }

    static Rule error(String id, String demand, Check check) {
        return new Rule(id, Severity.ERROR, demand, check);
    }

    static Rule warning(String id, String demand, Check check) {
        return new Rule(id, Severity.WARNING, demand, check);
    }

    List<Finding> findings(Models models) {
        List<Finding> findings = new ArrayList<>();
        check.run(
                models,
                (file, elementId, message) -> findings.add(new Finding(file, elementId, id, severity, message)));
        return findings;
    }
}
