package dk.ankomst.cases;

/** The case is closed and takes no more changes; the message is a Danish sentence. */
public class CaseClosed extends RuntimeException {

    public CaseClosed(String caseNumber) {
        super("Sagen " + caseNumber
                + " er afsluttet og kan ikke ændres. Opret en ny sag, hvis familien er kommet tilbage.");
    }
}
