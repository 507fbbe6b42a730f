package dk.ankomst.housing;

/** Whether a family can stay in a dwelling, also after the integration period (integrationsloven § 12). */
public enum Tenure {
    PERMANENT("Permanent"),
    MIDLERTIDIG("Midlertidig");

    private final String danishName;

    Tenure(String danishName) {
        this.danishName = danishName;
    }

    public String danishName() {
        return danishName;
    }
}
