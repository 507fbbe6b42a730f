package dk.ankomst.cases;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date of a case that was set or changed, with its old value.
 *
 * @param which {@code planlagt-ankomst}, {@code ankomst}, {@code overtagelse}, {@code fraflytning}, {@code ophold-bortfaldet}
 *     {@code cpr-registrering}, {@code tilfoejet-medlem}, {@code udgaaet-medlem} or {@code medlems-ankomst}
 * @param changedBy the user's id
 */
public record DateChange(
        String which,
        @Nullable LocalDate oldDate,
        @Nullable LocalDate newDate,
        @Nullable String reason,
        Instant changedAt,
        String changedBy) {}
