package dk.ankomst.lint;

/** How much a finding weighs. */
public enum Severity {
    /** The model must not go into use. */
    ERROR("fejl"),
    /** The model works; somebody should look at it. */
    WARNING("advarsel");

    private final String danish;

    Severity(String danish) {
        this.danish = danish;
    }

    /** The word that a process owner reads. */
    public String danish() {
        return danish;
    }
}
