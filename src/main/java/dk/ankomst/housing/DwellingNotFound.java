package dk.ankomst.housing;

/** There is no dwelling with that number; the message is a Danish sentence. */
public class DwellingNotFound extends RuntimeException {

    DwellingNotFound(long id) {
        super("Bolig " + id + " findes ikke i registret.");
    }
}
