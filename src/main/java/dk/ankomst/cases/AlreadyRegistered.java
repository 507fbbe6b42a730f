package dk.ankomst.cases;

import dk.ankomst.platform.InputRefused;

/** A case with the same external reference exists; the sentence names it. */
public class AlreadyRegistered extends InputRefused {

    private final String caseNumber;

    public AlreadyRegistered(String externalReference, String caseNumber) {
        super(
                "externalReference",
                "Sagsreferencen " + externalReference + " findes allerede. Se sagen " + caseNumber + ".");
        this.caseNumber = caseNumber;
    }

    /** The number of the case that holds the reference. */
    public String caseNumber() {
        return caseNumber;
    }
}
