package dk.ankomst.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An invented family in the words of the tests; anything not said is as an ordinary family of two would have it. */
final class AFamily {

    private @Nullable String reference;
    private @Nullable String familyName;
    private String category = "konventionsflygtning";
    private String origin = "opholdscenter";
    private @Nullable LocalDate visitation = LocalDate.of(2015, 5, 15);
    private @Nullable LocalDate agreed;
    private @Nullable LocalDate planned;
    private boolean unaccompanied;
    private @Nullable String needs;
    private List<NewMember> members = new ArrayList<>();
    private final List<DocumentReference> documents = new ArrayList<>();

    static AFamily aFamily() {
        AFamily family = new AFamily();
        family.members.add(applicant());
        family.members.add(spouse());
        return family;
    }

    static NewMember applicant() {
        return member("Solmira", "Tavoran", "1983-04-12", "kvinde", "ansoeger");
    }

    static NewMember spouse() {
        return member("Jaldem", "Tavoran", "1980-11-02", "mand", "aegtefaelle");
    }

    static NewMember child(String name, String born) {
        return member(name, "Tavoran", born, "kvinde", "barn");
    }

    static NewMember member(
            @Nullable String given,
            @Nullable String surname,
            @Nullable String born,
            @Nullable String sex,
            @Nullable String role) {
        return new NewMember(
                given,
                surname,
                born == null ? null : LocalDate.parse(born),
                sex,
                role,
                "syrien",
                "araber",
                null,
                List.of(),
                null);
    }

    static NewMember speaking(
            NewMember member, @Nullable String nationality, @Nullable String group, @Nullable String language) {
        return new NewMember(
                member.givenName(),
                member.surname(),
                member.birthDate(),
                member.sex(),
                member.familyRole(),
                nationality,
                group,
                language,
                member.needs(),
                member.needsNote());
    }

    static NewMember needing(NewMember member, @Nullable String note, String... needs) {
        return new NewMember(
                member.givenName(),
                member.surname(),
                member.birthDate(),
                member.sex(),
                member.familyRole(),
                member.nationality(),
                member.ethnicGroup(),
                member.language(),
                List.of(needs),
                note);
    }

    AFamily with(NewMember member) {
        members.add(member);
        return this;
    }

    AFamily only(NewMember... persons) {
        members = new ArrayList<>(List.of(persons));
        return this;
    }

    AFamily changed(int index, UnaryOperator<NewMember> change) {
        members.set(index, change.apply(members.get(index)));
        return this;
    }

    AFamily withReference(String value) {
        reference = value;
        return this;
    }

    AFamily named(String value) {
        familyName = value;
        return this;
    }

    AFamily category(String value) {
        category = value;
        return this;
    }

    AFamily from(String value) {
        origin = value;
        return this;
    }

    AFamily visitedOn(@Nullable String date) {
        visitation = date == null ? null : LocalDate.parse(date);
        return this;
    }

    AFamily agreedOn(String date) {
        agreed = LocalDate.parse(date);
        return this;
    }

    AFamily expectedOn(String date) {
        planned = LocalDate.parse(date);
        return this;
    }

    AFamily unaccompanied() {
        unaccompanied = true;
        return this;
    }

    AFamily needing(String value) {
        needs = value;
        return this;
    }

    AFamily withDocument(String title, String number, @Nullable String received) {
        documents.add(new DocumentReference(title, number, received == null ? null : LocalDate.parse(received)));
        return this;
    }

    Visitation visitation() {
        return new Visitation(
                reference,
                familyName,
                category,
                origin,
                null,
                visitation,
                agreed,
                planned,
                unaccompanied,
                needs,
                null,
                members,
                documents);
    }
}
