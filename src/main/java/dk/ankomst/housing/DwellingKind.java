package dk.ankomst.housing;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of dwelling that the report names (inventory H1-H13); what holds for each stands in the table {@code boligart}. */
public enum DwellingKind {
    SOCIAL("almen-bolig", "Almen bolig"),
    PRIVATE("privat-lejebolig", "Privat lejebolig"),
    ELDERLY("aeldrebolig", "Ældrebolig (tomplads)"),
    SHARED("delebolig", "Delebolig"),
    THROUGH_FLOW("gennemgangsbolig", "Gennemgangsbolig"),
    CENTRE("modtagelsescenter", "Modtagelsescenter"),
    CONVERTED("ombygget-ejendom", "Ombygget erhvervsejendom, plejehjem eller skole"),
    HOTEL("hotel", "Hotel"),
    HOSTEL("vandrerhjem", "Vandrerhjem"),
    CAMP_SITE("campingplads", "Campingplads"),
    UNACCOMPANIED("saerligt-botilbud", "Særligt botilbud for uledsagede unge");

    private final String code;
    private final String danishName;

    DwellingKind(String code, String danishName) {
        this.code = code;
        this.danishName = danishName;
    }

    /** Code in the tables and forms, e.g. {@code almen-bolig}. */
    public String code() {
        return code;
    }

    public String danishName() {
        return danishName;
    }

    static Optional<DwellingKind> of(@Nullable String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
