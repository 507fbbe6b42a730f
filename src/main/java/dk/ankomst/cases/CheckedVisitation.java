package dk.ankomst.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visitation that has been looked at: every code is known, every date possible, and the track decided. */
record CheckedVisitation(
        @Nullable String externalReference,
        String familyName,
        String residenceCategory,
        String origin,
        @Nullable String originName,
        LocalDate visitationDate,
        @Nullable LocalDate takeoverAgreedDate,
        @Nullable LocalDate plannedArrivalDate,
        boolean unaccompaniedMinor,
        @Nullable String knownNeeds,
        @Nullable String address,
        String track,
        String trackRuleId,
        List<Member> members,
        List<Document> documents) {

    record Member(
            String givenName,
            String surname,
            LocalDate birthDate,
            String sex,
            String familyRole,
            String nationality,
            @Nullable String ethnicGroup,
            @Nullable String language,
            List<String> needs,
            @Nullable String needsNote) {}

    record Document(String title, String reference, LocalDate receivedOn) {}
}
