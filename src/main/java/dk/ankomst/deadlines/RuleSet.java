package dk.ankomst.deadlines;

import dk.ankomst.platform.RuleHit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule set of the catalogue {@code regelsaet}: the law as it stood between two dates, both included.
 *
 * @param code e.g. {@code RS-2013}
 * @param to null while it is in force
 */
public record RuleSet(String code, LocalDate from, @Nullable LocalDate to) {

    static RuleSet of(RuleHit hit) {
        String to = hit.text("gaelderTil");
        return new RuleSet(
                hit.requiredText("kode"),
                LocalDate.parse(hit.requiredText("gaelderFra")),
                to == null ? null : LocalDate.parse(to));
    }

    /** The date itself when the rule set covers it, otherwise the nearest date that it covers. */
    LocalDate nearest(LocalDate date) {
        if (date.isBefore(from)) {
            return from;
        }
        return to != null && date.isAfter(to) ? to : date;
    }

    boolean covers(LocalDate date) {
        return nearest(date).equals(date);
    }
}
