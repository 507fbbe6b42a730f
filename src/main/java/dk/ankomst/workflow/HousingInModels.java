package dk.ankomst.workflow;

import dk.ankomst.housing.Approval;
import dk.ankomst.housing.Dwelling;
import dk.ankomst.housing.DwellingKind;
import dk.ankomst.housing.Housing;
import dk.ankomst.housing.Tenure;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code boligregistret} that the models ask about the reserved dwelling; public, as expressions reach nothing else. */
@Component("boligregistret")
public class HousingInModels {

    /** Begins the code of the agreed date on which a family is to have moved on from a through-flow dwelling. */
    static final String STAY = "gennemgangsbolig";

    private final Housing housing;

    HousingInModels(Housing housing) {
        this.housing = housing;
    }

    /** Whether the reserved dwelling is a shared one that waits for the housing organisation's consent. */
    public boolean manglerAccept(DelegateExecution execution) {
        return waits(execution, DwellingKind.SHARED);
    }

    /** Whether the reserved dwelling is a converted property that waits for a dispensation. */
    public boolean manglerDispensation(DelegateExecution execution) {
        return waits(execution, DwellingKind.CONVERTED);
    }

    private boolean waits(DelegateExecution execution, DwellingKind kind) {
        return reserved(execution)
                .filter(dwelling -> dwelling.kind() == kind && dwelling.approval() == Approval.MANGLER)
                .isPresent();
    }

    /** Whether the reserved dwelling is permanent. */
    public boolean erPermanent(DelegateExecution execution) {
        return reserved(execution)
                .filter(dwelling -> dwelling.tenure() == Tenure.PERMANENT)
                .isPresent();
    }

    /** Whether a dwelling is reserved and has the approval that it needs. */
    public boolean kanFlytteInd(DelegateExecution execution) {
        return reserved(execution)
                .filter(dwelling -> dwelling.approval().allowsMovingIn())
                .isPresent();
    }

    /** The code of the date agreed for moving on from where the family lives; one that no case has when none is agreed. */
    public String gennemgangspligt(DelegateExecution execution) {
        LocalDate agreed = housing.leavesOn(CaseVariables.CASE_NUMBER.requiredIn(execution));
        return agreed == null ? STAY : duty(agreed);
    }

    static String duty(LocalDate agreed) {
        return STAY + "-" + agreed;
    }

    private Optional<Dwelling> reserved(DelegateExecution execution) {
        return housing.reserved(CaseVariables.CASE_NUMBER.requiredIn(execution));
    }
}
