package dk.ankomst.cases;

/** A case with the same external reference exists; the message is a Danish sentence. */
public class AlreadyRegistered extends RuntimeException {

    private final String caseNumber;

    public AlreadyRegistered(String externalReference, String caseNumber) {
        super("Sagsreferencen " + externalReference + " findes allerede. Se sagen " + caseNumber + ".");
        this.caseNumber = caseNumber;
    }

    /** The number of the case that holds the reference. */
    public String caseNumber() {
        return caseNumber;
    }
}
