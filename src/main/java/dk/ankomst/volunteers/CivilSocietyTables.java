package dk.ankomst.volunteers;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists and numbers about volunteers that the municipality keeps in decision tables. */
@Component
public class CivilSocietyTables {

    private static final String AREAS = "frivilligomraade";
    private static final String ROLES = "frivilligrolle";
    private static final String NUMBERS = "frivilligparameter";
    private static final String FAMILIES_PER_VOLUNTEER = "familier-per-frivillig";
    private static final String MEETINGS_A_YEAR = "informationsmoeder-om-aaret";

    private final Decisions decisions;

    CivilSocietyTables(Decisions decisions) {
        this.decisions = decisions;
    }

    /** Every area, in the order of the table. */
    public List<Area> areas() {
        return rows(AREAS, "omraade").stream()
                .map(row -> new Area(
                        row.requiredText("kode"),
                        Objects.requireNonNullElse(row.text("bogstav"), ""),
                        row.requiredText("navn"),
                        Objects.requireNonNullElse(row.text("beskrivelse"), ""),
                        row.number("mindst"),
                        row.requiredText("kilde")))
                .toList();
    }

    /** Every role, in the order of the table. */
    public List<Role> roles() {
        return rows(ROLES, "rolle").stream()
                .map(row -> new Role(row.requiredText("kode"), row.requiredText("navn"), row.isTrue("foelgerFamilie")))
                .toList();
    }

    Set<String> areaCodes() {
        return areas().stream().map(Area::code).collect(Collectors.toSet());
    }

    /** How many families one volunteer follows at most; null when the municipality has not said. */
    public @Nullable Integer familiesPerVolunteer() {
        return number(FAMILIES_PER_VOLUNTEER);
    }

    /** How many information meetings the municipality wants in a year; null when it has not said. */
    public @Nullable Integer meetingsAYear() {
        return number(MEETINGS_A_YEAR);
    }

    private @Nullable Integer number(String code) {
        return rows(NUMBERS, "parameter").stream()
                .filter(row -> code.equals(row.text("kode")))
                .map(row -> row.number("antal"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<RuleHit> rows(String table, String input) {
        return decisions.evaluate(table, Map.of(input, ""));
    }
}
