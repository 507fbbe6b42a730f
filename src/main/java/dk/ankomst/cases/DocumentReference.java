package dk.ankomst.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a document of the case is kept; the document itself stays in the municipality's own document system.
 *
 * @param title what the document is, e.g. "Orienteringsbrev"
 * @param reference its number or name in the document system
 * @param receivedOn the day it was received; null means the day of registration
 */
public record DocumentReference(
        @Nullable String title,
        @Nullable String reference,
        @Nullable LocalDate receivedOn) {}
