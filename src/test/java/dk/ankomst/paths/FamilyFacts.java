package dk.ankomst.paths;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Stands in for the bean {@code sagen}: two adults (persons 1 and 2) and a child of school age (person 3) in a dwelling
 * that is not permanent. Public, as expressions reach nothing else.
 */
public final class FamilyFacts {

    boolean specialNeed = false;
    boolean permanentDwelling = false;
    int schoolChildren = 1;
    List<Long> everybody = List.of(1L, 2L, 3L);
    List<Long> adults = List.of(1L, 2L);

    public List<Long> alleMedlemmer(DelegateExecution execution) {
        return everybody;
    }

    public List<Long> voksneMedlemmer(DelegateExecution execution) {
        return adults;
    }

    public String personNr(DelegateExecution execution) {
        return "nr-" + execution.getVariable("personId");
    }

    public int antalBoernSkolealder(DelegateExecution execution) {
        return schoolChildren;
    }

    public int antalUledsagedeMedSammeNationalitet(DelegateExecution execution) {
        return 4;
    }

    public boolean harSaerligtBehov(DelegateExecution execution) {
        return specialNeed;
    }

    public String boligErPermanent(DelegateExecution execution) {
        return permanentDwelling ? "ja" : "nej";
    }
}
