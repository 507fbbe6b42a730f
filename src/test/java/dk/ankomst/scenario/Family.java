package dk.ankomst.scenario;

import dk.ankomst.cases.NewMember;
import dk.ankomst.cases.Visitation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invented family in the words of the scenarios; anything not said is as an ordinary family would have it. */
final class Family {

    private static final String SURNAME = "Tavoran";
    private static final List<String> GIVEN = List.of(
            "Solmira", "Jaldem", "Elvi", "Noro", "Ami", "Tarin", "Belu", "Osme", "Ravi", "Silke", "Dorun", "Maive");

    private String category = "konventionsflygtning";
    private String origin = "opholdscenter";
    private LocalDate visitation = LocalDate.of(2015, 5, 15);
    private @Nullable LocalDate agreed;
    private @Nullable LocalDate planned;
    private @Nullable String reference;
    private @Nullable LocalDate childBorn;
    private boolean unaccompanied;
    private int adults = 2;
    private int children;
    private List<String> needs = List.of();
    private String nationality = "syrien";
    private @Nullable String ethnicGroup = "araber";

    static Family aFamily() {
        return new Family();
    }

    Family withAdults(int count) {
        adults = count;
        return this;
    }

    Family withChildren(int count) {
        children = count;
        return this;
    }

    /** One child, born on that day. */
    Family withChildBornOn(String date) {
        children = 1;
        childBorn = LocalDate.parse(date);
        return this;
    }

    Family visitedOn(String date) {
        visitation = LocalDate.parse(date);
        return this;
    }

    Family agreedToBeTakenOverOn(String date) {
        agreed = LocalDate.parse(date);
        return this;
    }

    Family expectedOn(String date) {
        planned = LocalDate.parse(date);
        return this;
    }

    Family of(String residenceCategory) {
        category = residenceCategory;
        return this;
    }

    Family from(String place) {
        origin = place;
        return this;
    }

    Family asUnaccompaniedMinor() {
        unaccompanied = true;
        adults = 0;
        children = 1;
        return this;
    }

    Family needing(String... known) {
        needs = List.of(known);
        return this;
    }

    Family ofNationality(String country, @Nullable String group) {
        nationality = country;
        ethnicGroup = group;
        return this;
    }

    Family withReference(String value) {
        reference = value;
        return this;
    }

    LocalDate visitedOn() {
        return visitation;
    }

    Visitation visitation() {
        List<NewMember> members = new ArrayList<>();
        for (int number = 0; number < adults + children; number++) {
            boolean adult = number < adults;
            String role = number == 0 ? applicantRole() : adult ? (number == 1 ? "aegtefaelle" : "anden") : "barn";
            LocalDate born = adult
                    ? visitation.minusYears(30L + number).minusDays(40)
                    : visitation
                            .minusYears(unaccompanied ? 15L : 2L + (number - adults) * 3L % 14)
                            .minusDays(20);
            members.add(member(
                    GIVEN.get(number),
                    adult || childBorn == null ? born : childBorn,
                    number % 2 == 0 ? "kvinde" : "mand",
                    role,
                    needs,
                    nationality,
                    ethnicGroup));
        }
        return new Visitation(
                reference,
                null,
                category,
                origin,
                null,
                visitation,
                agreed,
                planned,
                unaccompanied,
                null,
                null,
                members,
                List.of());
    }

    private String applicantRole() {
        return category.equals("familiesammenfoert-barn") ? "barn" : "ansoeger";
    }

    static NewMember anAdult(LocalDate today) {
        return member("Tilda", today.minusYears(40), "kvinde", "anden", List.of(), "syrien", "araber");
    }

    static NewMember aChild(LocalDate today) {
        return member("Ubin", today.minusYears(7), "mand", "barn", List.of(), "syrien", "araber");
    }

    static NewMember aNewborn(LocalDate today) {
        return member("Nuri", today, "kvinde", "barn", List.of(), "syrien", "araber");
    }

    private static NewMember member(
            String name,
            LocalDate born,
            String sex,
            String role,
            List<String> needs,
            String nationality,
            @Nullable String ethnicGroup) {
        return new NewMember(name, SURNAME, born, sex, role, nationality, ethnicGroup, null, needs, null);
    }
}
