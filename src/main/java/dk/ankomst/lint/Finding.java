package dk.ankomst.lint;

import org.jspecify.annotations.Nullable;

/**
 * A place where a model breaks a rule.
 *
 * @param file the file's path under the models' folders
 * @param elementId the element; null when the whole file is meant
 * @param rule the rule's id
 * @param message a Danish sentence that says what to do
 */
public record Finding(String file, @Nullable String elementId, String rule, Severity severity, String message) {

    @Override
    public String toString() {
        return severity.danish() + " " + rule + " · " + file + (elementId == null ? "" : " · " + elementId) + ": "
                + message;
    }
}
