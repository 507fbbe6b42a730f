package dk.ankomst.checklists;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checklist of a case.
 *
 * @param code e.g. {@code ankomstdag}
 * @param personId whom it is about; null: the family as a whole
 * @param group the department whose list it is
 * @param source where the list is from
 * @param points in the order of the table; those that have left it last
 */
public record Checklist(
        String code,
        @Nullable Long personId,
        String title,
        Kind kind,
        String group,
        String source,
        List<Point> points) {

    /** What a list is for. */
    public enum Kind {
        ANKOMST("Ankomsten"),
        SAMTALE("Samtaler"),
        AFDELING("Afdelingernes opgaver");

        private final String danish;

        Kind(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }

    /** The points that the list has now. */
    public List<Point> listed() {
        return points.stream().filter(Point::listed).toList();
    }

    /** How many of those are answered. */
    public long answered() {
        return listed().stream().filter(point -> point.answer() != null).count();
    }

    /** The points that must be answered before the list's task is done, and are not. */
    public List<Point> missing() {
        return listed().stream()
                .filter(point -> point.required() && point.answer() == null)
                .toList();
    }
}
