package dk.ankomst.lint;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written in a cell of a decision table, or in the list of values that a column allows.
 *
 * @param text without surrounding blanks; empty when nothing is written
 */
record Cell(String text) {

    private static final String LITERAL = "(?:\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+(?:\\.\\d+)?|true|false)";
    private static final Pattern ONE = Pattern.compile(LITERAL);
    private static final Pattern LIST = Pattern.compile(LITERAL + "(?:\\s*,\\s*" + LITERAL + ")*");
    private static final Pattern NEGATED = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

    static Cell of(@Nullable String text) {
        return new Cell(text == null ? "" : text.strip());
    }

    /** Whether nothing is demanded or said; a lone hyphen means the same in a condition. */
    boolean isEmpty() {
        return text.isEmpty() || text.equals("-");
    }

    /** Whether there are only values, one or several with commas between. */
    boolean isLiteral() {
        return LIST.matcher(text).matches();
    }

    boolean isInteger() {
        return INTEGER.matcher(text).matches();
    }

    /** The values as they are written, texts with their quotation marks; also those that a condition excludes. */
    List<String> literals() {
        var negated = NEGATED.matcher(text);
        String list = negated.matches() ? String.valueOf(negated.group(1)).strip() : text;
        return LIST.matcher(list).matches()
                ? ONE.matcher(list).results().map(MatchResult::group).toList()
                : List.of();
    }

    /** Whether it is a word without quotation marks that names nothing: the engine reads it as an unknown variable. */
    boolean isUnquoted(Set<String> variables) {
        return WORD.matcher(text).matches() && !CONSTANTS.contains(text) && !variables.contains(text);
    }

    /** The single text of the cell without its quotation marks; null when it is anything else. */
    @Nullable
    String string() {
        List<String> literals = literals();
        return literals.size() == 1 && text.startsWith("\"") ? text.substring(1, text.length() - 1) : null;
    }
}
