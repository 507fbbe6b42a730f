package dk.ankomst.housing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dwelling of the register.
 *
 * @param rooms how many rooms; null when it is not known
 * @param roomFor how many persons may live there, in each room where rooms are let one by one; null when nobody said
 * @param rent kroner a month; null when it is not known
 * @param cost kroner a month that the municipality pays for a temporary stay; null when it is not known
 * @param units the numbers of what is let: 1 where it is let as a whole
 * @param allotments those that are current
 */
public record Dwelling(
        long id,
        String address,
        DwellingKind kind,
        Tenure tenure,
        @Nullable Integer rooms,
        @Nullable Integer roomFor,
        @Nullable Integer rent,
        @Nullable Integer cost,
        String instrument,
        @Nullable String department,
        @Nullable Integer departmentTurn,
        Location location,
        Approval approval,
        @Nullable String approvalGround,
        @Nullable String eligibility,
        @Nullable String sharedFacilities,
        @Nullable String activities,
        @Nullable LocalDate retiredOn,
        @Nullable String retiredReason,
        int version,
        String createdBy,
        Instant createdAt,
        List<Integer> units,
        List<Allotment> allotments) {

    /** What a dwelling is to whoever looks for one. */
    public enum Status {
        LEDIG("Ledig"),
        RESERVERET("Reserveret"),
        UDLEJET("Udlejet"),
        UDGAAET("Udgået");

        private final String danishName;

        Status(String danishName) {
            this.danishName = danishName;
        }

        public String danishName() {
            return danishName;
        }
    }

    public Dwelling {
        units = List.copyOf(units);
        allotments = List.copyOf(allotments);
    }

    /** Free while any of its units is. */
    public Status status() {
        if (retiredOn != null) {
            return Status.UDGAAET;
        }
        if (!freeUnits().isEmpty()) {
            return Status.LEDIG;
        }
        return allotments.stream().anyMatch(Allotment::isReserved) ? Status.RESERVERET : Status.UDLEJET;
    }

    /** The numbers of the units that nobody has; none of a dwelling that is not used any more. */
    public List<Integer> freeUnits() {
        if (retiredOn != null) {
            return List.of();
        }
        Set<Integer> taken = allotments.stream().map(Allotment::unit).collect(Collectors.toSet());
        return units.stream().filter(unit -> !taken.contains(unit)).toList();
    }

    /** Whether it is let room by room. */
    public boolean hasRooms() {
        return units.size() > 1;
    }

    /** The current allotments to a family. */
    public List<Allotment> of(String caseNumber) {
        return allotments.stream()
                .filter(allotment -> allotment.caseNumber().equals(caseNumber))
                .toList();
    }
}
