package dk.ankomst.housing;

import org.jspecify.annotations.Nullable;

/**
 * A dwelling as somebody registers it; null where nothing was answered.
 *
 * @param kind code of {@link DwellingKind}
 * @param tenure name of a {@link Tenure}
 * @param rooms how many rooms it has; where rooms are let one by one, how many of them
 * @param roomFor how many persons the landlord or the permit allows, in each room where rooms are let one by one
 * @param rent kroner a month that a family pays
 * @param cost kroner a month that the municipality pays for a temporary stay
 * @param instrument code of a way in {@code anvisningsmaade}
 * @param department the department (boligafdeling) of a social dwelling
 * @param eligibility for whom a centre is meant
 * @param sharedFacilities what the residents share
 * @param activities what takes place there
 */
public record NewDwelling(
        @Nullable String address,
        @Nullable String kind,
        @Nullable String tenure,
        @Nullable Integer rooms,
        @Nullable Integer roomFor,
        @Nullable Integer rent,
        @Nullable Integer cost,
        @Nullable String instrument,
        @Nullable String department,
        Location location,
        @Nullable String eligibility,
        @Nullable String sharedFacilities,
        @Nullable String activities) {}
