package dk.ankomst.volunteers;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.InputRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of volunteers. A volunteer is a person too: name and contacts are kept here only, a CPR number is refused
 * everywhere, and whoever has stopped can be forgotten.
 */
@Service
@Transactional
public class Volunteers {

    private static final int NAME = 200;
    private static final int SHORT = 100;
    private static final int REASON = 1000;
    private static final String AREA = "AREA";
    private static final String ROLE = "ROLE";
    private static final String LANGUAGE = "LANGUAGE";

    private final JdbcClient jdbc;
    private final CivilSocietyTables tables;
    private final Clock clock;

    Volunteers(JdbcClient jdbc, CivilSocietyTables tables, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.clock = clock;
    }

    /** Every volunteer, the active ones first, by name. */
    @Transactional(readOnly = true)
    public List<Volunteer> all() {
        return read("", Map.of());
    }

    /** The volunteer with this number; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Volunteer> find(long id) {
        return read(" where v.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /**
     * Takes a volunteer into the register.
     *
     * @return the volunteer's number
     * @throws InputRefused when a name is missing, something holds a CPR number, or an area or role is unknown
     */
    public long register(VolunteerEntry entry) {
        check(entry).refuse();
        KeyHolder key = new GeneratedKeyHolder();
        values(jdbc.sql("""
                                insert into volunteer (name, phone, email, background, association_id, agreement_on,
                                    conduct_on, created_at, created_by)
                                values (:name, :phone, :email, :background, :association, :agreement, :conduct, :at, :by)"""), entry)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", Actor.id())
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave the volunteer no number");
        }
        writeTraits(id.longValue(), entry);
        return id.longValue();
    }

    /**
     * Writes what a volunteer says now.
     *
     * @param version the state that was looked at
     * @throws InputRefused as {@link #register}, and when somebody else wrote meanwhile
     */
    public void change(long id, int version, VolunteerEntry entry) {
        check(entry).refuse();
        int changed = values(jdbc.sql("""
                                update volunteer set name = :name, phone = :phone, email = :email,
                                    background = :background, association_id = :association,
                                    agreement_on = :agreement, conduct_on = :conduct, version = version + 1
                                where id = :id and version = :version and forgotten_at is null"""), entry)
                .param("id", id)
                .param("version", version)
                .update();
        meanwhile(changed);
        jdbc.sql("delete from volunteer_trait where volunteer_id = :id")
                .param("id", id)
                .update();
        writeTraits(id, entry);
    }

    /**
     * The volunteer stops. Her open matches have to be ended first, each with its own reason.
     *
     * @throws InputRefused when day or reason is missing, or a match is open
     */
    public void end(long id, @Nullable LocalDate on, @Nullable String reason) {
        Volunteer volunteer = find(id).orElseThrow();
        Objections wrong = new Objections();
        wrong.required("date", on, "Skriv, hvornår den frivillige stopper.");
        wrong.past("date", on, today());
        wrong.required("reason", reason, REASON, "Skriv, hvorfor den frivillige stopper.");
        if (volunteer.openMatches() > 0) {
            wrong.add("", "Afslut først kontakten til familien på sagens side om frivillige.");
        }
        wrong.refuse();
        jdbc.sql("update volunteer set ended_on = :on, ended_reason = :reason, version = version + 1 where id = :id")
                .param("on", on)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /**
     * Removes name, contacts and background of a volunteer who has stopped; what she did stays under her number.
     *
     * @throws InputRefused when she has not stopped
     */
    public void forget(long id) {
        if (find(id).orElseThrow().active()) {
            throw new InputRefused("", "Den frivillige er aktiv. Registrér først, at den frivillige er stoppet.");
        }
        jdbc.sql("""
                update volunteer set name = :name, phone = null, email = null, background = null, ended_reason = null,
                    forgotten_at = :at, version = version + 1 where id = :id""")
                .param("name", "Tidligere frivillig nr. " + id)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", id)
                .update();
        jdbc.sql("delete from volunteer_trait where volunteer_id = :id")
                .param("id", id)
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static void meanwhile(int changed) {
        if (changed == 0) {
            throw new InputRefused("", "En anden har ændret dette imens. Se siden igen, og skriv så din ændring.");
        }
    }

    private Objections check(VolunteerEntry entry) {
        Objections wrong = new Objections();
        wrong.required("name", entry.name(), NAME, "Skriv den frivilliges navn.");
        wrong.phone("phone", entry.phone());
        wrong.email("email", entry.email());
        wrong.optional("background", entry.background(), SHORT);
        wrong.past("agreementOn", entry.agreementOn(), today());
        wrong.past("conductOn", entry.conductOn(), today());
        wrong.known("areas", entry.areas(), tables.areaCodes());
        wrong.known(
                "roles", entry.roles(), tables.roles().stream().map(Role::code).collect(Collectors.toSet()));
        entry.languages().forEach(language -> wrong.optional("languages", language, SHORT));
        Long association = entry.associationId();
        if (association != null
                && jdbc.sql("select count(*) from association where id = :id")
                                .param("id", association)
                                .query(Integer.class)
                                .single()
                        == 0) {
            wrong.add("association", "Vælg en forening fra listen.");
        }
        return wrong;
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, VolunteerEntry entry) {
        return statement
                .param("name", entry.name())
                .param("phone", entry.phone(), Types.VARCHAR)
                .param("email", entry.email(), Types.VARCHAR)
                .param("background", entry.background(), Types.VARCHAR)
                .param("association", entry.associationId(), Types.BIGINT)
                .param("agreement", entry.agreementOn(), Types.DATE)
                .param("conduct", entry.conductOn(), Types.DATE);
    }

    private void writeTraits(long id, VolunteerEntry entry) {
        writeTraits(id, AREA, entry.areas());
        writeTraits(id, ROLE, entry.roles());
        writeTraits(
                id,
                LANGUAGE,
                entry.languages().stream()
                        .map(language -> language.strip().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private void writeTraits(long id, String kind, Collection<String> codes) {
        codes.stream().filter(code -> !code.isBlank()).distinct().forEach(code -> jdbc.sql(
                        "insert into volunteer_trait (volunteer_id, kind, code) values (:id, :kind, :code)")
                .param("id", id)
                .param("kind", kind)
                .param("code", code)
                .update());
    }

    private record Trait(long volunteer, String kind, String code) {}

    private List<Volunteer> read(String where, Map<String, ?> params) {
        List<Trait> traits = jdbc.sql("select * from volunteer_trait order by code")
                .query((row, number) ->
                        new Trait(row.getLong("volunteer_id"), row.getString("kind"), row.getString("code")))
                .list();
        Map<Long, List<Trait>> byVolunteer = traits.stream().collect(Collectors.groupingBy(Trait::volunteer));
        return jdbc.sql("select v.*, (select count(*) from volunteer_match m where m.volunteer_id = v.id"
                        + " and m.ended_on is null) as open_matches from volunteer v" + where
                        + " order by case when v.ended_on is null then 0 else 1 end, v.name, v.id")
                .params(params)
                .query((row, number) -> volunteer(row, byVolunteer.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static Volunteer volunteer(ResultSet row, List<Trait> traits) throws SQLException {
        return new Volunteer(
                row.getLong("id"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("email"),
                row.getString("background"),
                row.getObject("association_id", Long.class),
                row.getObject("agreement_on", LocalDate.class),
                row.getObject("conduct_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_reason"),
                row.getObject("forgotten_at", OffsetDateTime.class) != null,
                row.getInt("version"),
                codes(traits, AREA),
                codes(traits, ROLE),
                codes(traits, LANGUAGE),
                row.getInt("open_matches"));
    }

    private static List<String> codes(List<Trait> traits, String kind) {
        return traits.stream()
                .filter(trait -> trait.kind().equals(kind))
                .map(Trait::code)
                .toList();
    }
}
