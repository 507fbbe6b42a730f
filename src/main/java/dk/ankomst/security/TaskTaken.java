package dk.ankomst.security;

import org.camunda.bpm.engine.AuthorizationException;

/** A task is in somebody else's hands; the message is a Danish sentence for the one who tried to work on it. */
public final class TaskTaken extends AuthorizationException {

    private static final long serialVersionUID = 1L;

    TaskTaken(String owner) {
        super("Opgaven er overtaget af " + owner
                + ". Skal du løse den, så bed om, at den gives tilbage, eller spørg din leder.");
    }
}
