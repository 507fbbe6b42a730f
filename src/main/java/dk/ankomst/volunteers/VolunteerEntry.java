package dk.ankomst.volunteers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written about a volunteer; the meaning of each value: {@link Volunteer}. */
public record VolunteerEntry(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String background,
        @Nullable Long associationId,
        @Nullable LocalDate agreementOn,
        @Nullable LocalDate conductOn,
        List<String> areas,
        List<String> roles,
        List<String> languages) {}
