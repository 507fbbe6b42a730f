package dk.ankomst.cases;

import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to one member of a family while the others go on: death, leaving alone, coming on a day of one's own. */
@Service
@Transactional
public class Members {

    private static final String LEFT = "udgaaet-medlem";
    private static final String OWN_ARRIVAL = "medlems-ankomst";
    private static final String DEAD = "doed";
    private static final List<String> PHASES =
            CodeList.PHASE.codes().stream().map(CodeList.Code::code).toList();
    private static final int RECEPTION = PHASES.indexOf("modtagelsesperiode");

    private final Cases cases;
    private final CaseStore store;
    private final VisitationCheck check;
    private final ReceptionPlan plan;

    /** @param plan lazy, because what runs the plan needs the cases in turn */
    Members(Cases cases, CaseStore store, VisitationCheck check, @Lazy ReceptionPlan plan) {
        this.cases = cases;
        this.store = store;
        this.check = check;
        this.plan = plan;
    }

    /**
     * A member has died or belongs to the case no longer: what is still owed to that person lapses and the person's own
     * tasks end. When the last one dies the case is closed; when the last one moves, the family has moved.
     *
     * @param cause code of {@link CodeList#LEAVING}
     * @throws dk.ankomst.platform.InputRefused for the fields {@code person}, {@code date}, {@code cause} and {@code reason}
     * @throws CaseClosed when the case is closed or about to be
     */
    public void left(
            String caseNumber,
            @Nullable Long personId,
            @Nullable LocalDate date,
            @Nullable String cause,
            @Nullable String reason) {
        left(caseNumber, personId, date, cause, reason, List.of());
    }

    void left(
            String caseNumber,
            @Nullable Long personId,
            @Nullable LocalDate date,
            @Nullable String cause,
            @Nullable String reason,
            List<FieldError> found) {
        CaseFacts facts = open(caseNumber);
        Problems problems = new Problems(found);
        PersonFacts person = person(problems, facts, personId, "Vælg det familiemedlem, der ikke længere er i sagen.");
        LocalDate left = check.happened(
                problems, "date", date, facts.visitation(), "Indtast den dag, det skete, fx 15.05.2026.");
        if (person != null && date != null && date.isBefore(person.joinedOn())) {
            problems.add(
                    "date",
                    "Personen kom først med i sagen den " + DanishDates.inText(person.joinedOn())
                            + ". Kontrollér datoen.");
        }
        String why = problems.requiredCode("cause", cause, CodeList.LEAVING, "Vælg, hvad der er sket.");
        String words = Cases.reason(
                problems, reason, "Skriv, hvem der har oplyst det, og hvordan. Det bliver en del af sagen.");
        boolean last = facts.persons().stream()
                        .filter(candidate -> candidate.leftOn() == null)
                        .count()
                == 1;
        if (last && !why.isEmpty() && !why.equals(DEAD)) {
            problems.add(
                    "person",
                    "Personen er den eneste i sagen. Vælg Registrér fraflytning eller Registrér, at opholdet er"
                            + " bortfaldet, på sagens side.");
        }
        problems.refuseIfAny();
        CaseRow row = store.row(caseNumber);
        long id = Objects.requireNonNull(person).id();
        String told = "Person " + person.number() + ": " + CodeList.LEAVING.label(why) + ". " + words;
        if (last) {
            store.close(row, left, "Den sidste i familien er død. " + words, PHASES.get(PHASES.size() - 1), null);
        } else {
            store.touch(row);
        }
        store.left(row.id(), id, left, why);
        store.insertDateChange(row.id(), LEFT, null, left, told);
        if (last) {
            plan.permitLapsed(caseNumber);
        } else {
            plan.memberLeft(caseNumber, id);
        }
    }

    /**
     * A member does not come with the rest of the family: what is counted from the arrival is counted from the person's own,
     * and the person's offers begin when it is registered. Said again, the expected day changes.
     *
     * @param expected null when nobody knows the day yet
     * @throws dk.ankomst.platform.InputRefused for the fields {@code person}, {@code expected} and {@code reason}
     * @throws CaseClosed when the case is closed or about to be
     */
    public void comesLater(
            String caseNumber, @Nullable Long personId, @Nullable LocalDate expected, @Nullable String reason) {
        comesLater(caseNumber, personId, expected, reason, List.of());
    }

    void comesLater(
            String caseNumber,
            @Nullable Long personId,
            @Nullable LocalDate expected,
            @Nullable String reason,
            List<FieldError> found) {
        CaseFacts facts = open(caseNumber);
        Problems problems = new Problems(found);
        PersonFacts person = person(problems, facts, personId, "Vælg det familiemedlem, der kommer en anden dag.");
        check.laterDate(problems, "expected", expected, facts.visitation(), "Ankomsten");
        String why = Cases.reason(
                problems,
                reason,
                "Skriv, hvorfor personen ikke kommer sammen med familien. Det bliver en del af sagen.");
        OwnArrival own = person == null ? null : person.ownArrival();
        if (own != null && !own.isAwaited()) {
            problems.add(
                    "person",
                    "Personen er ankommet den " + DanishDates.inText(Objects.requireNonNull(own.arrivedOn())) + ".");
        } else if (person != null && own == null && PHASES.indexOf(facts.phase()) >= RECEPTION) {
            problems.add(
                    "person",
                    "Modtagelsesperioden er begyndt, og personens opgaver er i gang. Skriv på opgaverne, at personen ikke"
                            + " er kommet, eller registrér, at personen ikke længere er i sagen.");
        } else if (person != null
                && facts.persons().stream()
                        .noneMatch(
                                other -> other.id() != person.id() && other.leftOn() == null && !other.isAwaited())) {
            problems.add(
                    "person",
                    "Mindst én skal komme først. Ændr den forventede ankomst, hvis hele familien kommer senere.");
        }
        problems.refuseIfAny();
        long id = Objects.requireNonNull(person).id();
        CaseRow row = store.row(caseNumber);
        store.touch(row);
        store.comesLater(row.id(), id, expected);
        store.insertDateChange(
                row.id(),
                OWN_ARRIVAL,
                own == null ? null : own.expectedOn(),
                expected,
                "Person " + person.number() + " kommer en anden dag. " + why);
        plan.factsChanged(caseNumber, "Et familiemedlem kommer en anden dag end familien. " + why);
    }

    /**
     * A member who was to come on another day has come.
     *
     * @throws dk.ankomst.platform.InputRefused for the fields {@code person} and {@code date}
     * @throws CaseClosed when the case is closed or about to be
     */
    public void arrived(String caseNumber, @Nullable Long personId, @Nullable LocalDate date) {
        arrived(caseNumber, personId, date, List.of());
    }

    void arrived(String caseNumber, @Nullable Long personId, @Nullable LocalDate date, List<FieldError> found) {
        CaseFacts facts = open(caseNumber);
        Problems problems = new Problems(found);
        PersonFacts person = person(problems, facts, personId, "Vælg det familiemedlem, der er ankommet.");
        LocalDate arrived = check.happened(
                problems, "date", date, facts.visitation(), "Indtast datoen, hvor personen ankom, fx 15.05.2026.");
        if (person != null && !person.isAwaited()) {
            problems.add(
                    "person", "Personen ventes ikke for sig selv. Vælg et familiemedlem, der kommer en anden dag.");
        }
        LocalDate family = facts.arrival();
        if (family == null) {
            problems.add("person", "Registrér først familiens ankomst; den regnes fra den første, der kommer.");
        } else if (date != null && date.isBefore(family)) {
            problems.add(
                    "date",
                    "Personen kan ikke være ankommet før familien, der kom den " + DanishDates.inText(family)
                            + ". Kontrollér datoen.");
        }
        problems.refuseIfAny();
        long id = Objects.requireNonNull(person).id();
        CaseRow row = store.row(caseNumber);
        store.touch(row);
        store.memberArrived(row.id(), id, arrived);
        store.insertDateChange(
                row.id(),
                OWN_ARRIVAL,
                Objects.requireNonNull(person.ownArrival()).expectedOn(),
                arrived,
                "Person " + person.number() + " er ankommet.");
        plan.memberAdded(caseNumber, id);
    }

    private CaseFacts open(String caseNumber) {
        cases.refuseUnlessOpen(caseNumber);
        return cases.facts(caseNumber);
    }

    private static @Nullable PersonFacts person(
            Problems problems, CaseFacts facts, @Nullable Long personId, String whatToDo) {
        PersonFacts person = facts.persons().stream()
                .filter(candidate -> personId != null && candidate.id() == personId && candidate.leftOn() == null)
                .findFirst()
                .orElse(null);
        if (person == null) {
            problems.add("person", whatToDo);
        }
        return person;
    }
}
