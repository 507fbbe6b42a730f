package dk.ankomst.housing;

/** Whether something lies near a dwelling, as whoever registered it judged; no source states a distance. */
public enum Nearness {
    JA("Ja"),
    NEJ("Nej"),
    UKENDT("Ved ikke");

    private final String danishName;

    Nearness(String danishName) {
        this.danishName = danishName;
    }

    public String danishName() {
        return danishName;
    }
}
