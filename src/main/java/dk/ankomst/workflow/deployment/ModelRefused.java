package dk.ankomst.workflow.deployment;

/** A packaged model that must not go into use; the program does not start before somebody has decided. */
class ModelRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param problem a Danish sentence naming the file and what is wrong
     * @param action a Danish sentence saying what to do
     */
    ModelRefused(String problem, String action) {
        super(problem + " " + action);
        this.action = action;
    }

    String action() {
        return action;
    }
}
