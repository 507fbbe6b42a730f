package dk.ankomst.cases;

import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Looks at everything that comes in about a family, whichever way it came, and says all that is wrong at once. */
@Component
class VisitationCheck {

    static final int MOST_MEMBERS = 30;
    static final int MOST_DOCUMENTS = 50;
    static final int REFERENCE_LENGTH = 60;
    static final int NAME_LENGTH = 80;
    static final int TITLE_LENGTH = 120;
    static final int NOTE_LENGTH = 2000;
    static final int ADDRESS_LENGTH = 240;
    static final int DOCUMENT_LENGTH = 200;

    /** Municipalities have had the task since the integration act of 1999; an earlier visitation is a typing error. */
    private static final LocalDate FIRST_VISITATION = LocalDate.of(1999, 1, 1);

    private static final List<String> DATES = List.of("visitationDate", "takeoverAgreedDate", "plannedArrivalDate");

    private static final int OLDEST_AGE = 120;
    private static final int LONGEST_WAIT_YEARS = 5;
    /** No rule of law: a younger spouse is a wrong year or a wrong role. */
    private static final int SURELY_NO_SPOUSE = 15;

    private static final String APPLICANT = "ansoeger";
    private static final String SPOUSE = "aegtefaelle";
    private static final String CHILD = "barn";
    private static final List<String> PARENTS = List.of(APPLICANT, SPOUSE);
    private static final String BORN_BEFORE_PARENTS =
            "Barnet er født før begge forældre. Kontrollér fødselsdatoen og rollerne.";
    private static final String REUNIFIED = "familiesammenfoert-";

    private final Clock clock;
    private final Track tracks;
    private final ReceptionPlan plan;

    /** @param plan lazy, because what runs the plan needs the cases in turn */
    VisitationCheck(Clock clock, Track tracks, @Lazy ReceptionPlan plan) {
        this.clock = clock;
        this.tracks = tracks;
        this.plan = plan;
    }

    /**
     * @param found what the way in already found wrong, e.g. texts that are no dates
     * @throws InputRefused with every problem, one sentence per field
     */
    CheckedVisitation check(Visitation visitation, List<FieldError> found) {
        Problems problems = new Problems(found);
        String reference = problems.optionalText("externalReference", visitation.externalReference(), REFERENCE_LENGTH);
        String category = problems.requiredCode(
                "residenceCategory",
                visitation.residenceCategory(),
                CodeList.RESIDENCE_CATEGORY,
                "Vælg den opholdskategori, der står i visitationen.");
        String origin = problems.requiredCode(
                "origin", visitation.origin(), CodeList.ORIGIN, "Vælg, hvor familien kommer fra.");
        String originName = problems.optionalText("originName", visitation.originName(), TITLE_LENGTH);
        LocalDate visitationDate = visitationDate(problems, visitation.visitationDate());
        LocalDate agreed = laterDate(
                problems,
                "takeoverAgreedDate",
                visitation.takeoverAgreedDate(),
                visitation.visitationDate(),
                "Overtagelsen");
        LocalDate planned = laterDate(
                problems,
                "plannedArrivalDate",
                visitation.plannedArrivalDate(),
                visitation.visitationDate(),
                "Ankomsten");
        String familyName = problems.optionalText("familyName", visitation.familyName(), TITLE_LENGTH);
        String needs = problems.optionalNote("knownNeeds", visitation.knownNeeds(), NOTE_LENGTH);
        String address = problems.optionalText("address", visitation.address(), ADDRESS_LENGTH);

        List<CheckedVisitation.Member> members = members(problems, visitation.members());
        family(problems, visitation, category, members);
        List<CheckedVisitation.Document> documents = documents(problems, visitation.documents());

        Track.Outcome track = new Track.Outcome("", "", "");
        if (!category.isEmpty() && !origin.isEmpty()) {
            track = tracks.decide(category, origin, visitation.unaccompaniedMinor());
            if (!track.isTrack()) {
                problems.add("residenceCategory", track.reason());
            }
        }
        if (track.isTrack() && DATES.stream().noneMatch(problems::has)) {
            // What the rules cannot count is said here, before a number is taken and anything is written.
            plan.objections(null, track.spor(), visitationDate, agreed, planned)
                    .forEach(objection -> problems.add(objection.field(), objection.message()));
        }
        problems.refuseIfAny();
        return new CheckedVisitation(
                reference,
                familyName == null ? surnameOf(members) : familyName,
                category,
                origin,
                originName,
                visitationDate,
                agreed,
                planned,
                visitation.unaccompaniedMinor(),
                needs,
                address,
                track.spor(),
                track.ruleId(),
                members,
                documents);
    }

    /** Looks at a member who joins a case that exists. */
    CheckedVisitation.Member checkNewMember(
            NewMember member,
            String prefix,
            @Nullable LocalDate joinedOn,
            LocalDate visitation,
            List<FieldError> found) {
        Problems problems = new Problems(found);
        CheckedVisitation.Member checked = member(problems, prefix, member);
        happened(problems, "joinedOn", joinedOn, visitation, "Indtast datoen, hvor personen kom til familien.");
        if (joinedOn != null && member.birthDate() != null && joinedOn.isBefore(member.birthDate())) {
            problems.add("joinedOn", "Personen kan ikke være kommet til familien før sin fødsel. Kontrollér datoen.");
        }
        problems.refuseIfAny();
        return checked;
    }

    /**
     * A child is not born before both its parents, whoever of them is known.
     *
     * @param prefix what stands before the name of the field in what the sender wrote
     */
    void refuseBeforeParents(CaseFacts facts, String role, LocalDate born, String prefix) {
        List<LocalDate> parents = facts.persons().stream()
                .filter(person -> PARENTS.contains(person.role()))
                .map(PersonFacts::birthDate)
                .toList();
        if (role.equals(CHILD) && isBeforeEvery(born, parents)) {
            throw new InputRefused(prefix + "birthDate", BORN_BEFORE_PARENTS);
        }
    }

    private static boolean isBeforeEvery(LocalDate born, List<LocalDate> parents) {
        return !parents.isEmpty() && parents.stream().allMatch(born::isBefore);
    }

    /** A birth date that somebody alive today can have. */
    LocalDate birthDate(Problems problems, String field, @Nullable LocalDate date) {
        LocalDate birthDate = problems.requiredDate(field, date, "Indtast fødselsdatoen, fx 12.04.1983.");
        if (date != null && date.isAfter(today())) {
            problems.add(
                    field,
                    "Fødselsdatoen ligger efter i dag, den " + DanishDates.inText(today()) + ". Kontrollér datoen.");
        } else if (date != null && date.isBefore(today().minusYears(OLDEST_AGE))) {
            problems.add(field, "Fødselsdatoen ligger mere end " + OLDEST_AGE + " år tilbage. Kontrollér årstallet.");
        }
        return birthDate;
    }

    /** A date on which something has happened to a family: not before its visitation and not after today. */
    LocalDate happened(
            Problems problems, String field, @Nullable LocalDate date, LocalDate visitation, String whatToDo) {
        LocalDate given = problems.requiredDate(field, date, whatToDo);
        if (date == null) {
            return given;
        }
        if (date.isBefore(visitation)) {
            problems.add(
                    field,
                    "Datoen kan ikke ligge før visitationen den " + DanishDates.inText(visitation)
                            + ". Kontrollér datoen.");
        }
        if (date.isAfter(today())) {
            problems.add(
                    field,
                    "Datoen ligger efter i dag, den " + DanishDates.inText(today())
                            + ". Vent med at registrere, til det er sket.");
        }
        return given;
    }

    /** A date that something is planned for, not before the visitation and not absurdly late. */
    @Nullable
    LocalDate laterDate(
            Problems problems, String field, @Nullable LocalDate date, @Nullable LocalDate visitation, String what) {
        if (date == null || visitation == null) {
            return date;
        }
        if (date.isBefore(visitation)) {
            problems.add(
                    field,
                    what + " kan ikke ligge før visitationen den " + DanishDates.inText(visitation)
                            + ". Kontrollér datoen.");
        } else if (date.isAfter(visitation.plusYears(LONGEST_WAIT_YEARS))) {
            problems.add(
                    field,
                    what + " ligger mere end " + LONGEST_WAIT_YEARS + " år efter visitationen den "
                            + DanishDates.inText(visitation) + ". Kontrollér årstallet.");
        }
        return date;
    }

    private LocalDate visitationDate(Problems problems, @Nullable LocalDate date) {
        LocalDate given =
                problems.requiredDate("visitationDate", date, "Indtast datoen for visitationen, fx 15.05.2026.");
        if (date != null && date.isAfter(today())) {
            problems.add(
                    "visitationDate",
                    "Visitationen kan ikke ligge efter i dag, den " + DanishDates.inText(today())
                            + ". Kontrollér datoen.");
        } else if (date != null && date.isBefore(FIRST_VISITATION)) {
            problems.add(
                    "visitationDate",
                    "Visitationen ligger før 1999, hvor kommunerne fik opgaven. Kontrollér årstallet.");
        }
        return given;
    }

    private List<CheckedVisitation.Member> members(Problems problems, List<NewMember> members) {
        if (members.isEmpty()) {
            problems.add("members", "Tilføj mindst ét familiemedlem.");
        } else if (members.size() > MOST_MEMBERS) {
            problems.add(
                    "members",
                    "En sag kan højst have " + MOST_MEMBERS + " familiemedlemmer. Del familien på flere sager.");
            return List.of();
        }
        List<CheckedVisitation.Member> checked = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            checked.add(member(problems, "members[" + i + "].", members.get(i)));
        }
        return checked;
    }

    private CheckedVisitation.Member member(Problems problems, String prefix, NewMember member) {
        String given = name(
                problems,
                prefix + "givenName",
                member.givenName(),
                "Skriv fornavnet. Har personen kun ét navn, så skriv det i begge navnefelter.");
        String surname = name(
                problems,
                prefix + "surname",
                member.surname(),
                "Skriv efternavnet. Har personen kun ét navn, så skriv det i begge navnefelter.");
        LocalDate birthDate = birthDate(problems, prefix + "birthDate", member.birthDate());
        String sex = problems.requiredCode(prefix + "sex", member.sex(), CodeList.SEX, "Vælg køn.");
        String role = problems.requiredCode(
                prefix + "familyRole", member.familyRole(), CodeList.FAMILY_ROLE, "Vælg personens rolle i familien.");
        String nationality = problems.requiredCode(
                prefix + "nationality",
                member.nationality(),
                CodeList.NATIONALITY,
                "Vælg nationalitet. Er den ikke kendt, så vælg Ukendt.");
        String group = problems.optionalCode(prefix + "ethnicGroup", member.ethnicGroup(), CodeList.ETHNIC_GROUP);
        String language = problems.optionalText(prefix + "language", member.language(), CaseStore.LANGUAGE_LENGTH);
        List<String> needs = new ArrayList<>();
        for (String need : member.needs()) {
            String code = problems.optionalCode(prefix + "needs", need, CodeList.NEED);
            if (code != null && !needs.contains(code)) {
                needs.add(code);
            }
        }
        String note = problems.optionalNote(prefix + "needsNote", member.needsNote(), NOTE_LENGTH);
        return new CheckedVisitation.Member(
                given, surname, birthDate, sex, role, nationality, group, language, List.copyOf(needs), note);
    }

    private static String name(Problems problems, String field, @Nullable String value, String whatToDo) {
        String name = problems.requiredText(field, value, NAME_LENGTH, whatToDo);
        if (!name.isEmpty() && name.codePoints().noneMatch(Character::isLetter)) {
            problems.add(field, "Et navn skal indeholde bogstaver. Skriv navnet, som det står i visitationen.");
        }
        return name;
    }

    /** What must hold between the members of a family. */
    private static void family(
            Problems problems, Visitation visitation, String category, List<CheckedVisitation.Member> members) {
        if (members.isEmpty()) {
            return;
        }
        boolean rolesKnown =
                members.stream().noneMatch(member -> member.familyRole().isEmpty());
        boolean hasApplicant =
                members.stream().anyMatch(member -> member.familyRole().equals(APPLICANT));
        if (rolesKnown && !hasApplicant && !category.isEmpty() && !category.startsWith(REUNIFIED)) {
            problems.add("members", "Angiv, hvem der er ansøger: mindst ét medlem skal have rollen ansoeger.");
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            CheckedVisitation.Member member = members.get(i);
            String field = "members[" + i + "].";
            if (member.givenName().isEmpty() || isMissing(member.birthDate())) {
                continue;
            }
            String identity =
                    (member.givenName() + "|" + member.surname()).toLowerCase(Locale.ROOT) + member.birthDate();
            Integer first = seen.putIfAbsent(identity, i + 1);
            if (first != null) {
                problems.add(
                        field + "givenName",
                        "Personen står allerede som medlem nr. " + first + ". Fjern den ene af dem.");
            }
            if (member.familyRole().equals(CHILD) && olderThanEveryParent(member, members)) {
                problems.add(field + "birthDate", BORN_BEFORE_PARENTS);
            }
        }
        if (!visitation.unaccompaniedMinor()) {
            // Siblings who come without a parent each have a permit of their own.
            onlyOne(problems, members, APPLICANT, "ansøger");
        }
        onlyOne(problems, members, SPOUSE, "ægtefælle");
        youngSpouse(problems, visitation.visitationDate(), members);
        bornLater(problems, visitation.visitationDate(), members);
        minors(problems, visitation, category, members);
    }

    private static void onlyOne(
            Problems problems, List<CheckedVisitation.Member> members, String role, String inWords) {
        int first = 0;
        for (int i = 0; i < members.size(); i++) {
            if (!members.get(i).familyRole().equals(role) || problems.has("members[" + i + "].givenName")) {
                continue;
            }
            if (first == 0) {
                first = i + 1;
            } else {
                problems.add(
                        "members[" + i + "].familyRole",
                        "Medlem nr. " + first + " er allerede " + inWords
                                + ", og en familie har højst én. Ret rollen for" + " den ene af dem, fx til anden.");
            }
        }
    }

    private static void youngSpouse(
            Problems problems, @Nullable LocalDate visitationDate, List<CheckedVisitation.Member> members) {
        for (int i = 0; i < members.size(); i++) {
            CheckedVisitation.Member member = members.get(i);
            if (visitationDate != null
                    && member.familyRole().equals(SPOUSE)
                    && !isMissing(member.birthDate())
                    && member.birthDate().isAfter(visitationDate.minusYears(SURELY_NO_SPOUSE))) {
                problems.add(
                        "members[" + i + "].birthDate",
                        "Ægtefællen var under " + SURELY_NO_SPOUSE + " år ved visitationen. Kontrollér fødselsdatoen og"
                                + " rollen.");
            }
        }
    }

    /** A visitation names only who is born; whoever came after it has deadlines of their own. */
    private static void bornLater(
            Problems problems, @Nullable LocalDate visitationDate, List<CheckedVisitation.Member> members) {
        for (int i = 0; i < members.size(); i++) {
            LocalDate birthDate = members.get(i).birthDate();
            if (visitationDate != null && !isMissing(birthDate) && birthDate.isAfter(visitationDate)) {
                problems.add(
                        "members[" + i + "].birthDate",
                        "Personen er født efter visitationen den " + DanishDates.inText(visitationDate)
                                + ". Kontrollér datoen. Er den rigtig, så registrér familien uden personen, og brug"
                                + " derefter Tilføj familiemedlem på sagen.");
            }
        }
    }

    private static void minors(
            Problems problems, Visitation visitation, String category, List<CheckedVisitation.Member> members) {
        LocalDate visitationDate = visitation.visitationDate();
        if (visitationDate == null || members.stream().anyMatch(member -> isMissing(member.birthDate()))) {
            return;
        }
        boolean anyAdult = false;
        for (int i = 0; i < members.size(); i++) {
            boolean adult =
                    !members.get(i).birthDate().plusYears(PersonFacts.ADULT_AGE).isAfter(visitationDate);
            anyAdult |= adult;
            if (adult && visitation.unaccompaniedMinor()) {
                problems.add(
                        "members[" + i + "].birthDate",
                        "Personen var fyldt " + PersonFacts.ADULT_AGE
                                + " år ved visitationen, og sagen er markeret som uledsaget"
                                + " mindreårig. Ret fødselsdatoen, eller fjern markeringen.");
            }
        }
        if (!anyAdult && !visitation.unaccompaniedMinor() && !category.isEmpty() && !category.startsWith(REUNIFIED)) {
            problems.add(
                    "unaccompaniedMinor",
                    "Alle i sagen var under " + PersonFacts.ADULT_AGE
                            + " år ved visitationen. Markér sagen som uledsaget"
                            + " mindreårig, eller tilføj den voksne, der følger med.");
        }
    }

    private static boolean olderThanEveryParent(
            CheckedVisitation.Member child, List<CheckedVisitation.Member> members) {
        List<LocalDate> parents = members.stream()
                .filter(member -> PARENTS.contains(member.familyRole()))
                .map(CheckedVisitation.Member::birthDate)
                .filter(date -> !isMissing(date))
                .toList();
        return isBeforeEvery(child.birthDate(), parents);
    }

    private List<CheckedVisitation.Document> documents(Problems problems, List<DocumentReference> documents) {
        if (documents.size() > MOST_DOCUMENTS) {
            problems.add("documents", "Angiv højst " + MOST_DOCUMENTS + " dokumenter.");
            return List.of();
        }
        List<CheckedVisitation.Document> checked = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            checked.add(document(problems, "documents[" + i + "].", documents.get(i)));
        }
        return checked;
    }

    CheckedVisitation.Document document(Problems problems, String prefix, DocumentReference document) {
        String title = problems.requiredText(
                prefix + "title", document.title(), DOCUMENT_LENGTH, "Skriv, hvad dokumentet er, fx Orienteringsbrev.");
        String reference = problems.requiredText(
                prefix + "reference",
                document.reference(),
                DOCUMENT_LENGTH,
                "Skriv dokumentets nummer eller navn i jeres dokumentsystem.");
        LocalDate received = Objects.requireNonNullElse(document.receivedOn(), today());
        if (received.isAfter(today())) {
            problems.add(prefix + "receivedOn", "Dokumentet kan ikke være modtaget efter i dag. Kontrollér datoen.");
        }
        return new CheckedVisitation.Document(title, reference, received);
    }

    private static String surnameOf(List<CheckedVisitation.Member> members) {
        Optional<CheckedVisitation.Member> applicant = members.stream()
                .filter(member -> member.familyRole().equals(APPLICANT))
                .findFirst();
        return applicant.orElse(members.get(0)).surname();
    }

    private static boolean isMissing(LocalDate date) {
        return date.equals(LocalDate.MAX);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
