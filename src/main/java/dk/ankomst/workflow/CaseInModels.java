package dk.ankomst.workflow;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bean {@code sagen} that the models ask about the family and the case; public, as expressions reach nothing else. */
@Component("sagen")
public class CaseInModels {

    private final Cases cases;
    private final int schoolFrom;
    private final int schoolTo;

    CaseInModels(
            Cases cases,
            @Value("${ankomst.municipality.school-age-from}") int schoolFrom,
            @Value("${ankomst.municipality.school-age-to}") int schoolTo) {
        this.cases = cases;
        this.schoolFrom = schoolFrom;
        this.schoolTo = schoolTo;
    }

    /** The ids of everybody in the family who has come, in the order of their numbers. */
    public List<Long> alleMedlemmer(DelegateExecution execution) {
        return here(execution).map(PersonFacts::id).toList();
    }

    /** The ids of the adults in the family who have come. */
    public List<Long> voksneMedlemmer(DelegateExecution execution) {
        return here(execution).filter(PersonFacts::adult).map(PersonFacts::id).toList();
    }

    /** The number within the case of the person whom the process is about; staff recognise the person by it. */
    public String personNr(DelegateExecution execution) {
        long personId = CaseVariables.PERSON_ID.requiredIn(execution);
        return facts(execution).persons().stream()
                .filter(person -> person.id() == personId)
                .map(person -> Integer.toString(person.number()))
                .findFirst()
                .orElseThrow();
    }

    /** How many of the children are of school age; the ages are the municipality's parameter. */
    public int antalBoernSkolealder(DelegateExecution execution) {
        return (int) present(execution).stream()
                .filter(person -> person.age() >= schoolFrom && person.age() <= schoolTo)
                .count();
    }

    /** How many unaccompanied minors of the same nationality the municipality has in open cases, with those of this one. */
    public int antalUledsagedeMedSammeNationalitet(DelegateExecution execution) {
        return cases.unaccompaniedOfSameNationality(CaseVariables.CASE_NUMBER.requiredIn(execution));
    }

    /** Whether a special need of anybody in the family is known; which one stays in the case. */
    public boolean harSaerligtBehov(DelegateExecution execution) {
        return present(execution).stream().anyMatch(person -> !person.needs().isEmpty());
    }

    /** The day the family came, as the engine keeps dates; null before. */
    public @Nullable String ankomstdato(DelegateExecution execution) {
        LocalDate arrival = facts(execution).arrival();
        return arrival == null ? null : arrival.toString();
    }

    /** {@code ja} or {@code nej}. */
    public String boligErPermanent(DelegateExecution execution) {
        return facts(execution).permanentDwelling() ? "ja" : "nej";
    }

    /** Whoever comes later gets the same when they come. */
    private Stream<PersonFacts> here(DelegateExecution execution) {
        return present(execution).stream().filter(person -> !person.isAwaited());
    }

    private List<PersonFacts> present(DelegateExecution execution) {
        return facts(execution).persons().stream()
                .filter(person -> person.leftOn() == null)
                .toList();
    }

    private CaseFacts facts(DelegateExecution execution) {
        return cases.facts(CaseVariables.CASE_NUMBER.requiredIn(execution));
    }
}
