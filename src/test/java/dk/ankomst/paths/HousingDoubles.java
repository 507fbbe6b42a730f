package dk.ankomst.paths;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Stands in for the bean {@code boligregistret}; public, as expressions reach nothing else. */
public final class HousingDoubles {

    boolean waitsForConsent = false;
    boolean waitsForDispensation = false;
    boolean permanent = true;
    boolean canMoveIn = true;

    public boolean manglerAccept(DelegateExecution execution) {
        return waitsForConsent;
    }

    public boolean manglerDispensation(DelegateExecution execution) {
        return waitsForDispensation;
    }

    public boolean erPermanent(DelegateExecution execution) {
        return permanent;
    }

    public boolean kanFlytteInd(DelegateExecution execution) {
        return canMoveIn;
    }

    public String gennemgangspligt(DelegateExecution execution) {
        return "gennemgangsbolig-2016-09-01";
    }
}
