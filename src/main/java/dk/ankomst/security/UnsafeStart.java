package dk.ankomst.security;

/** The program refuses to start because it would not be safe in operation. */
class UnsafeStart extends RuntimeException {

    private final String action;

    /**
     * @param description a Danish sentence: what is wrong
     * @param action a Danish sentence: what to do
     */
    UnsafeStart(String description, String action) {
        super(description + " " + action);
        this.action = action;
    }

    String description() {
        String message = String.valueOf(getMessage());
        return message.substring(0, message.length() - action.length()).strip();
    }

    String action() {
        return action;
    }
}
