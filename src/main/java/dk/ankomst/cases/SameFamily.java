package dk.ankomst.cases;

import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.InputRefused;
import java.time.LocalDate;

/** An open case has a member of the same name and birth date; the sentence names both. */
public class SameFamily extends InputRefused {

    /** The field by which the sender says that it is another family all the same. */
    public static final String FIELD = "anotherFamily";

    private final String caseNumber;

    SameFamily(String name, LocalDate birthDate, String caseNumber) {
        super(
                FIELD,
                name + ", født " + DanishDates.inText(birthDate) + ", er allerede med i den åbne sag " + caseNumber
                        + ". Se den sag først. Er det en anden familie, så bekræft det, og opret alligevel.");
        this.caseNumber = caseNumber;
    }

    /** The number of the case that has the member. */
    public String caseNumber() {
        return caseNumber;
    }
}
