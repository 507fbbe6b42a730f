package dk.ankomst.volunteers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A visit of a family to an association before it joins (the report, L1763-1765). */
public record Visit(
        long id,
        long associationId,
        String associationName,
        LocalDate plannedOn,
        @Nullable LocalDate heldOn,
        @Nullable Outcome outcome) {

    /** What came of it. */
    public enum Outcome {
        MEMBER("Mindst én meldte sig ind"),
        CONSIDERING("Familien overvejer det"),
        NOT_MEMBER("Familien ønskede det ikke"),
        NOT_HELD("Besøget blev ikke til noget");

        private final String danish;

        Outcome(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }
}
