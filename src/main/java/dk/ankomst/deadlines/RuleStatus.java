package dk.ankomst.deadlines;

/** How far the source of a rule can be trusted. */
public enum RuleStatus {
    /** The law's own text, or the authority's page about it, was read. */
    BEKRAEFTET("Reglen er bekræftet i kilden."),
    /** From memory or inferred; check it before it is used. */
    UBEKRAEFTET("Reglen er ikke bekræftet: tjek den på retsinformation.dk, før du bruger datoen."),
    /** A local goal whose length a source states. */
    KILDE("Længden står i kilden."),
    /** A local goal whose source states no length: the number is the municipality's own. */
    PARAMETER("Kilden nævner ingen længde; tallet er kommunens eget og står i tabellen over lokale mål.");

    private final String sentence;

    RuleStatus(String sentence) {
        this.sentence = sentence;
    }

    /** A Danish sentence that says what the status means for the reader. */
    public String sentence() {
        return sentence;
    }

    /** Whether a source states the rule as it is used here. */
    public boolean isConfirmed() {
        return this == BEKRAEFTET || this == KILDE;
    }
}
