package dk.ankomst.cases;

import dk.ankomst.platform.InputRefused;

/** The case is at its end, or on the way there, and takes no more changes; the message is a Danish sentence. */
public class CaseClosed extends InputRefused {

    private CaseClosed(String sentence) {
        super("", sentence);
    }

    /** Nothing is left to do in the case. */
    static CaseClosed atItsEnd(String caseNumber) {
        return new CaseClosed("Sagen " + caseNumber
                + " er afsluttet og kan ikke ændres. Opret en ny sag, hvis familien er kommet tilbage.");
    }

    /** The family has moved away, and the case is still to be handed over. */
    static CaseClosed whileHandedOver(String caseNumber) {
        return new CaseClosed("Familien er flyttet, og sagen " + caseNumber
                + " er under afslutning, så den kan ikke ændres. Skriv det nye i den opgave, der er åben på sagen, så den"
                + " nye kommune får det at vide.");
    }

    /** The last of the family has died, and the efforts are still to be ended. */
    static CaseClosed afterDeath(String caseNumber) {
        return new CaseClosed("Den sidste i familien er død, og sagen " + caseNumber
                + " er under afslutning, så den kan ikke ændres. Skriv det nye i den opgave, der er åben på sagen, så det"
                + " bliver en del af sagen.");
    }

    /** The permit has lapsed, and the efforts are still to be ended. */
    static CaseClosed whileEffortsEnd(String caseNumber) {
        return new CaseClosed("Opholdet er bortfaldet, og sagen " + caseNumber
                + " er under afslutning, så den kan ikke ændres. Skriv det nye i den opgave, der er åben på sagen, så det"
                + " bliver en del af sagen.");
    }
}
