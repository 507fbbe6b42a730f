package dk.ankomst.forms;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a case that forms may show but never change. Only those whose name a form mentions are handed out with it.
 */
public interface FormFacts {

    /**
     * The facts of a case.
     *
     * @param caseNumber the case
     * @param personId the family member whom the task is about; null when it is about the family
     * @param wanted the names that the form mentions; others need not be looked up
     * @param known the process variables that the form mentions, by name: what the task is about, e.g. which duty
     * @return by name: String (also dates, as ISO text), Boolean, number, or a List of String or of Map with {@code label}
     *     and {@code value} for a form's list of options; empty when it knows no such case
     */
    Map<String, Object> facts(
            String caseNumber,
            @Nullable Long personId,
            Set<String> wanted,
            Map<String, ? extends @Nullable Object> known);
}
