package dk.ankomst.volunteers;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.InputRefused;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of associations, the agreements with them, and how the municipality supports them. */
@Service
@Transactional
public class Associations {

    private static final int NAME = 200;
    private static final int TEXT = 1000;

    /** How the municipality supports an association (the report, L1767-1771). */
    public enum SupportKind {
        GRANT("Tilskud"),
        PREMISES("Lokale"),
        STAFF("Medarbejderhjælp");

        private final String danish;

        SupportKind(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }

    /**
     * Support that was given.
     *
     * @param extent how much, in words; the report names no amount
     */
    public record Support(SupportKind kind, String extent, LocalDate givenOn, String givenBy) {}

    /** An information meeting for contact families and associations (the report, L1771-1776). */
    public record Meeting(LocalDate heldOn, String topic) {}

    private final JdbcClient jdbc;
    private final CivilSocietyTables tables;
    private final Clock clock;

    Associations(JdbcClient jdbc, CivilSocietyTables tables, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.clock = clock;
    }

    /** Every association, the active ones first, by name. */
    @Transactional(readOnly = true)
    public List<Association> all() {
        return read("", Map.of());
    }

    @Transactional(readOnly = true)
    public Optional<Association> find(long id) {
        return read(" where id = :id", Map.of("id", id)).stream().findFirst();
    }

    /**
     * Takes an association into the register.
     *
     * @return its number
     * @throws InputRefused when the name is missing, something holds a CPR number, or an area is unknown
     */
    public long register(AssociationEntry entry) {
        check(entry);
        KeyHolder key = new GeneratedKeyHolder();
        values(jdbc.sql("""
                                insert into association (name, contact_name, contact_phone, contact_email, offers,
                                    agreement_on, agreement_reference, created_at, created_by)
                                values (:name, :contact, :phone, :email, :offers, :agreement, :reference, :at, :by)"""), entry)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", Actor.id())
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("the database gave the association no number");
        }
        writeAreas(id.longValue(), entry);
        return id.longValue();
    }

    /** Writes what holds now; refuses as {@link #register}, and when somebody else wrote meanwhile. */
    public void change(long id, int version, AssociationEntry entry) {
        check(entry);
        Volunteers.meanwhile(values(jdbc.sql("""
                                update association set name = :name, contact_name = :contact, contact_phone = :phone,
                                    contact_email = :email, offers = :offers, agreement_on = :agreement,
                                    agreement_reference = :reference, version = version + 1
                                where id = :id and version = :version"""), entry)
                .param("id", id)
                .param("version", version)
                .update());
        jdbc.sql("delete from association_area where association_id = :id")
                .param("id", id)
                .update();
        writeAreas(id, entry);
    }

    /** The cooperation ends; the contact person is forgotten with it. */
    public void end(long id, @Nullable LocalDate on, @Nullable String reason) {
        Objections wrong = new Objections();
        wrong.required("date", on, "Skriv, hvornår samarbejdet slutter.");
        wrong.past("date", on, LocalDate.now(clock));
        wrong.required("reason", reason, TEXT, "Skriv, hvorfor samarbejdet slutter.");
        wrong.refuse();
        jdbc.sql("""
                update association set ended_on = :on, ended_reason = :reason, contact_name = null, contact_phone = null,
                    contact_email = null, version = version + 1 where id = :id""").param("on", on).param("reason", reason).param("id", id).update();
    }

    /** Notes that the municipality supported an association. */
    public void support(long id, @Nullable SupportKind kind, @Nullable String extent, @Nullable LocalDate on) {
        Objections wrong = new Objections();
        if (kind == null) {
            wrong.add("kind", "Vælg, hvad støtten er.");
        }
        wrong.required("extent", extent, TEXT, "Skriv med ord, hvor meget støtten er på, og til hvad.");
        wrong.required("date", on, "Skriv, hvornår støtten blev givet.");
        wrong.past("date", on, LocalDate.now(clock));
        wrong.refuse();
        jdbc.sql("insert into association_support (association_id, kind, extent, given_on, given_by)"
                        + " values (:id, :kind, :extent, :on, :by)")
                .param("id", id)
                .param("kind", kind == null ? null : kind.name())
                .param("extent", extent)
                .param("on", on)
                .param("by", Actor.id())
                .update();
    }

    /** The support of an association, newest first. */
    @Transactional(readOnly = true)
    public List<Support> supportOf(long id) {
        return jdbc.sql("select * from association_support where association_id = :id order by given_on desc, id desc")
                .param("id", id)
                .query((row, number) -> new Support(
                        SupportKind.valueOf(row.getString("kind")),
                        row.getString("extent"),
                        row.getObject("given_on", LocalDate.class),
                        row.getString("given_by")))
                .list();
    }

    /** Notes an information meeting. */
    public void meeting(@Nullable LocalDate on, @Nullable String topic) {
        Objections wrong = new Objections();
        wrong.required("date", on, "Skriv, hvornår mødet blev holdt.");
        wrong.past("date", on, LocalDate.now(clock));
        wrong.required("topic", topic, TEXT, "Skriv, hvad mødet handlede om.");
        wrong.refuse();
        jdbc.sql("insert into volunteer_meeting (held_on, topic, noted_by) values (:on, :topic, :by)")
                .param("on", on)
                .param("topic", topic)
                .param("by", Actor.id())
                .update();
    }

    /** The information meetings since the first of January of a year, newest first. */
    @Transactional(readOnly = true)
    public List<Meeting> meetingsSince(LocalDate first) {
        return jdbc.sql("select * from volunteer_meeting where held_on >= :first order by held_on desc, id desc")
                .param("first", first)
                .query((row, number) -> new Meeting(row.getObject("held_on", LocalDate.class), row.getString("topic")))
                .list();
    }

    private void check(AssociationEntry entry) {
        Objections wrong = new Objections();
        wrong.required("name", entry.name(), NAME, "Skriv foreningens navn.");
        wrong.optional("contactName", entry.contactName(), NAME);
        wrong.phone("contactPhone", entry.contactPhone());
        wrong.email("contactEmail", entry.contactEmail());
        wrong.optional("offers", entry.offers(), TEXT);
        wrong.past("agreementOn", entry.agreementOn(), LocalDate.now(clock));
        wrong.optional("agreementReference", entry.agreementReference(), NAME);
        wrong.known("areas", entry.areas(), tables.areaCodes());
        wrong.refuse();
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, AssociationEntry entry) {
        return statement
                .param("name", entry.name())
                .param("contact", entry.contactName(), Types.VARCHAR)
                .param("phone", entry.contactPhone(), Types.VARCHAR)
                .param("email", entry.contactEmail(), Types.VARCHAR)
                .param("offers", entry.offers(), Types.VARCHAR)
                .param("agreement", entry.agreementOn(), Types.DATE)
                .param("reference", entry.agreementReference(), Types.VARCHAR);
    }

    private void writeAreas(long id, AssociationEntry entry) {
        entry.areas().stream().distinct().forEach(code -> jdbc.sql(
                        "insert into association_area (association_id, code) values (:id, :code)")
                .param("id", id)
                .param("code", code)
                .update());
    }

    private record AreaOf(long association, String code) {}

    private List<Association> read(String where, Map<String, ?> params) {
        Map<Long, List<String>> areas = jdbc
                .sql("select * from association_area order by code")
                .query((row, number) -> new AreaOf(row.getLong("association_id"), row.getString("code")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        AreaOf::association, Collectors.mapping(AreaOf::code, Collectors.toList())));
        return jdbc.sql("select * from association" + where
                        + " order by case when ended_on is null then 0 else 1 end, name, id")
                .params(params)
                .query((row, number) -> new Association(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("contact_name"),
                        row.getString("contact_phone"),
                        row.getString("contact_email"),
                        row.getString("offers"),
                        row.getObject("agreement_on", LocalDate.class),
                        row.getString("agreement_reference"),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("ended_reason"),
                        row.getInt("version"),
                        areas.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }
}
