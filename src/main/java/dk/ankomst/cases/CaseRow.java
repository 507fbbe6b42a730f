package dk.ankomst.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code case_file}, with the version by which a change in the meantime is noticed. */
record CaseRow(
        long id,
        int version,
        String caseNumber,
        String familyName,
        String residenceCategory,
        String origin,
        boolean unaccompaniedMinor,
        String track,
        LocalDate visitationDate,
        @Nullable LocalDate takeoverDate,
        @Nullable LocalDate takeoverAgreedDate,
        @Nullable LocalDate plannedArrivalDate,
        @Nullable LocalDate arrivalDate,
        String phase,
        boolean open,
        boolean permanentDwelling) {}
