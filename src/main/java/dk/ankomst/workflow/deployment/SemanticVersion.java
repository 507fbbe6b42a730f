package dk.ankomst.workflow.deployment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A model's version tag, {@code 1.2.0}: changes that break running cases, additions, corrections. */
record SemanticVersion(int major, int minor, int patch) implements Comparable<SemanticVersion> {

    /** A process owner may write {@code 1.2} in the Modeler; it means {@code 1.2.0}. */
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?");

    /** Reads a version tag; null when there is none or it is not a version. */
    static @Nullable SemanticVersion parse(@Nullable String tag) {
        Matcher matcher = FORM.matcher(tag == null ? "" : tag.strip());
        return matcher.matches()
                ? new SemanticVersion(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)))
                : null;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    SemanticVersion nextPatch() {
        return new SemanticVersion(major, minor, patch + 1);
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = Integer.compare(minor, other.minor);
        return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
