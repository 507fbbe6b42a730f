package dk.ankomst.workflow.guard;

import org.camunda.bpm.engine.AuthorizationException;

/** What nobody does with a task, whatever the rights; the message is a Danish sentence that says what to do instead. */
final class NotForPeople extends AuthorizationException {

    private static final long serialVersionUID = 1L;

    NotForPeople(String sentence) {
        super(sentence);
    }
}
