package dk.ankomst.forms;

/** A form that cannot be checked, so that nothing can be taken through it: a fault of the form, not of who fills it in. */
public class FormUnusable extends RuntimeException {

    public FormUnusable(String message) {
        super(message);
    }

    public FormUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
