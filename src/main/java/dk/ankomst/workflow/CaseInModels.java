package dk.ankomst.workflow;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code sagen} that the models ask about the family and the case. */
@Component("sagen")
class CaseInModels {

    private final Cases cases;

    CaseInModels(Cases cases) {
        this.cases = cases;
    }

    /** The ids of everybody in the family today, in the order of their numbers. */
    public List<Long> alleMedlemmer(DelegateExecution execution) {
        return present(execution).stream().map(PersonFacts::id).toList();
    }

    /** The ids of the adults in the family today. */
    public List<Long> voksneMedlemmer(DelegateExecution execution) {
        return present(execution).stream()
                .filter(PersonFacts::adult)
                .map(PersonFacts::id)
                .toList();
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

    /** {@code ja} or {@code nej}. */
    public String boligErPermanent(DelegateExecution execution) {
        return facts(execution).permanentDwelling() ? "ja" : "nej";
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
