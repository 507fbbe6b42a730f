package dk.ankomst.cases;

/** There is no case with that number; the message is a Danish sentence. */
public class CaseNotFound extends RuntimeException {

    public CaseNotFound(String caseNumber) {
        super("Sagen " + caseNumber + " findes ikke. Kontrollér sagsnummeret, fx 2026-00017.");
    }
}
