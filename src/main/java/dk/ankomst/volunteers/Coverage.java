package dk.ankomst.volunteers;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether there are enough volunteers, area by area and language by language (the report, L1682-1684, L173-185, L974-975). */
@Service
@Transactional(readOnly = true)
public class Coverage {

    /**
     * The volunteers of an area.
     *
     * @param volunteers how many active ones with agreement and code of conduct
     * @param associations how many active ones
     * @param wishes how many families with an open case would like it
     * @param shortage whether there are fewer than the municipality wants; null when it has not said how many
     */
    public record OfArea(
            Area area,
            int volunteers,
            int associations,
            int wishes,
            @Nullable Boolean shortage) {}

    /**
     * The need for a language.
     *
     * @param persons members of open cases who need an interpreter in it
     * @param oralOnly of them, those who have it as the language to fall back on, which holds for speech only
     * @param volunteers active volunteers who speak it
     */
    public record OfLanguage(String language, int persons, int oralOnly, int volunteers) {

        public boolean shortage() {
            return volunteers == 0;
        }
    }

    private record Need(String language, boolean oral) {}

    private final JdbcClient jdbc;
    private final CivilSocietyTables tables;
    private final Volunteers volunteers;
    private final Associations associations;

    Coverage(JdbcClient jdbc, CivilSocietyTables tables, Volunteers volunteers, Associations associations) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.volunteers = volunteers;
        this.associations = associations;
    }

    public List<OfArea> areas() {
        List<Volunteer> ready = volunteers.all().stream()
                .filter(volunteer ->
                        volunteer.active() && volunteer.agreementOn() != null && volunteer.conductOn() != null)
                .toList();
        List<Association> cooperating =
                associations.all().stream().filter(Association::active).toList();
        List<String> wishes = jdbc.sql("select w.code from volunteer_wish w join case_file c on c.case_number ="
                        + " w.case_number where c.status = 'OPEN'")
                .query(String.class)
                .list();
        return tables.areas().stream()
                .map(area -> {
                    int count = (int) ready.stream()
                            .filter(one -> one.areas().contains(area.code()))
                            .count();
                    return new OfArea(
                            area,
                            count,
                            (int) cooperating.stream()
                                    .filter(one -> one.areas().contains(area.code()))
                                    .count(),
                            (int) wishes.stream().filter(area.code()::equals).count(),
                            area.minimum() == null ? null : count < area.minimum());
                })
                .toList();
    }

    /** The languages that members of open cases need, most needed first. */
    public List<OfLanguage> languages() {
        List<Need> needs = jdbc
                .sql("select p.interpreter_language, p.interpreter_fallback from person p"
                        + " join case_file c on c.id = p.case_id where c.status = 'OPEN' and p.left_on is null"
                        + " and p.interpreter_language is not null")
                .query((ResultSet row, int number) -> List.of(
                        new Need(lower(row.getString(1)), false),
                        new Need(lower(Objects.requireNonNullElse(row.getString(2), "")), true)))
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(need -> !need.language().isEmpty())
                .toList();
        Map<String, List<Need>> byLanguage = new TreeMap<>();
        needs.forEach(need -> byLanguage
                .computeIfAbsent(need.language(), language -> new ArrayList<>())
                .add(need));
        List<Volunteer> active =
                volunteers.all().stream().filter(Volunteer::active).toList();
        return byLanguage.entrySet().stream()
                .map(entry -> new OfLanguage(
                        entry.getKey(),
                        (int) entry.getValue().stream()
                                .filter(need -> !need.oral())
                                .count(),
                        (int) entry.getValue().stream().filter(Need::oral).count(),
                        (int) active.stream()
                                .filter(one -> one.languages().contains(entry.getKey()))
                                .count()))
                .sorted((one, other) ->
                        Integer.compare(other.persons() + other.oralOnly(), one.persons() + one.oralOnly()))
                .toList();
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
