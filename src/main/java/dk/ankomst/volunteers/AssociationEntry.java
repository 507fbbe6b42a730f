package dk.ankomst.volunteers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written about an association; the meaning of each value: {@link Association}. */
public record AssociationEntry(
        @Nullable String name,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Nullable String contactEmail,
        @Nullable String offers,
        @Nullable LocalDate agreementOn,
        @Nullable String agreementReference,
        List<String> areas) {}
