package dk.ankomst.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a user task's due date asks the register for, e.g. {@code ${deadlines.taskDate(execution, 'integrationskontrakt')}}.
 *
 * @param duty what stands in the place of the duty: a text in quotes, or a variable
 * @param ofDepartment whether it is the date agreed with the department that the task belongs to
 */
public record TaskDate(String duty, boolean ofDepartment) {

    private static final Pattern CALL =
            Pattern.compile("deadlines\\.(taskDate|agreedTaskDate)\\(\\s*execution\\s*,\\s*([^)]+?)\\s*\\)");
    private static final Pattern LITERAL = Pattern.compile("['\"]([^'\"]+)['\"]");

    /** Reads a due date; empty when it asks for something else. */
    public static Optional<TaskDate> in(@Nullable String dueDate) {
        Matcher call = CALL.matcher(dueDate == null ? "" : dueDate);
        return call.find()
                ? Optional.of(new TaskDate(call.group(2), call.group(1).equals("agreedTaskDate")))
                : Optional.empty();
    }

    /** The duty's code; empty when a variable holds it. */
    public Optional<String> literal() {
        Matcher literal = LITERAL.matcher(duty);
        return literal.matches() ? Optional.of(literal.group(1)) : Optional.empty();
    }
}
