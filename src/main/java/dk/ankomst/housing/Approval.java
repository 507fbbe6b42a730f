package dk.ankomst.housing;

/** How far the consent or dispensation is without which nobody moves in. */
public enum Approval {
    IKKE_KRAEVET("Kræves ikke"),
    MANGLER("Mangler"),
    GODKENDT("Givet"),
    AFSLAAET("Afslået");

    private final String danishName;

    Approval(String danishName) {
        this.danishName = danishName;
    }

    public String danishName() {
        return danishName;
    }

    /** Whether somebody may move in. */
    public boolean allowsMovingIn() {
        return this == IKKE_KRAEVET || this == GODKENDT;
    }
}
