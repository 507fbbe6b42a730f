package dk.ankomst.checklists;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to a point.
 *
 * @param id grows with every answer
 * @param by the user's id
 */
public record Answer(long id, Kind kind, @Nullable String remark, Instant at, String by) {

    /** The answers there are. */
    public enum Kind {
        JA("Ja"),
        NEJ("Nej"),
        IKKE_RELEVANT("Ikke relevant");

        private final String danish;

        Kind(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }
}
