package dk.ankomst.housing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of the register of dwellings. */
@Repository
class DwellingStore {

    private static final String ALLOTMENTS = "select a.*, u.dwelling_id, u.unit_number from dwelling_allotment a"
            + " join dwelling_unit u on u.id = a.unit_id";

    private final JdbcClient jdbc;

    DwellingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An address as it is compared: without case, and with one blank between its words. */
    static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s,.]+", " ").strip();
    }

    List<Dwelling> all() {
        return read("", Map.of());
    }

    /** Those that are used. */
    List<Dwelling> inUse() {
        return read(" where d.retired_on is null", Map.of());
    }

    Optional<Dwelling> find(long id) {
        return read(" where d.id = :id", Map.of("id", id)).stream().findFirst();
    }

    Optional<Dwelling> at(String address) {
        return read(" where d.address_key = :key", Map.of("key", key(address))).stream()
                .findFirst();
    }

    private List<Dwelling> read(String where, Map<String, ?> parameters) {
        Map<Long, List<Integer>> units = jdbc
                .sql("select u.dwelling_id, u.unit_number from dwelling_unit u join dwelling d on d.id = u.dwelling_id"
                        + where + " order by u.unit_number")
                .params(parameters)
                .query((row, at) -> Map.entry(row.getLong(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<Long, List<Allotment>> current = jdbc
                .sql(ALLOTMENTS + " join dwelling d on d.id = u.dwelling_id"
                        + (where.isEmpty() ? " where " : where + " and ")
                        + "a.taken_unit_id is not null order by u.unit_number")
                .params(parameters)
                .query(DwellingStore::allotment)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Allotment::dwellingId));
        return jdbc.sql("select d.*, p.name as department from dwelling d"
                        + " left join housing_department p on p.id = d.department_id" + where + " order by d.id")
                .params(parameters)
                .query((row, at) -> dwelling(
                        row,
                        units.getOrDefault(row.getLong("id"), List.of()),
                        current.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when a dwelling in use has the address, or its turn is taken */
    long insert(
            NewDwelling wanted,
            DwellingKind kind,
            Tenure tenure,
            Approval approval,
            @Nullable Long departmentId,
            @Nullable Integer turn,
            int units,
            String by,
            Instant at) {
        KeyHolder key = new GeneratedKeyHolder();
        String address = Objects.requireNonNull(wanted.address()).strip();
        jdbc.sql("insert into dwelling (address, address_key, kind, tenure, rooms, room_for, rent, cost, instrument,"
                        + " department_id, department_turn, near_language_school, near_work, near_transport,"
                        + " near_civil_society, approval, eligibility, shared_facilities, activities, created_by, created_at)"
                        + " values (:address, :key, :kind, :tenure, :rooms, :roomFor, :rent, :cost, :instrument, :department,"
                        + " :turn, :school, :work, :transport, :society, :approval, :eligibility, :facilities, :activities,"
                        + " :by, :at)")
                .param("address", address)
                .param("key", key(address))
                .param("kind", kind.code())
                .param("tenure", tenure.name())
                .param("rooms", wanted.rooms(), Types.INTEGER)
                .param("roomFor", wanted.roomFor(), Types.INTEGER)
                .param("rent", wanted.rent(), Types.INTEGER)
                .param("cost", wanted.cost(), Types.INTEGER)
                .param("instrument", wanted.instrument())
                .param("department", departmentId, Types.BIGINT)
                .param("turn", turn, Types.INTEGER)
                .param("school", wanted.location().languageSchool().name())
                .param("work", wanted.location().work().name())
                .param("transport", wanted.location().transport().name())
                .param("society", wanted.location().civilSociety().name())
                .param("approval", approval.name())
                .param("eligibility", wanted.eligibility(), Types.VARCHAR)
                .param("facilities", wanted.sharedFacilities(), Types.VARCHAR)
                .param("activities", wanted.activities(), Types.VARCHAR)
                .param("by", by)
                .param("at", utc(at))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        for (int unit = 1; unit <= units; unit++) {
            jdbc.sql("insert into dwelling_unit (dwelling_id, unit_number) values (?, ?)")
                    .params(id, unit)
                    .update();
        }
        return id;
    }

    /** Keeps everybody else from giving away a dwelling until the transaction is over. */
    void lock(long dwellingId) {
        jdbc.sql("select id from dwelling where id = ? for update")
                .param(dwellingId)
                .query(Long.class)
                .list();
    }

    /** Keeps everybody else from finding the same family a dwelling until the transaction is over. */
    void lockCase(String caseNumber, String by, Instant at) {
        int known = jdbc.sql("select case_number from housing_need where case_number = ? for update")
                .param(caseNumber)
                .query(String.class)
                .list()
                .size();
        if (known == 0) {
            jdbc.sql("insert into housing_need (case_number, changed_by, changed_at) values (?, ?, ?)")
                    .params(caseNumber, by, utc(at))
                    .update();
        }
    }

    @Nullable
    Integer benefit(String caseNumber) {
        return jdbc
                .sql("select monthly_benefit from housing_need where case_number = ?")
                .param(caseNumber)
                .query((row, at) -> row.getObject(1, Integer.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    void benefit(String caseNumber, @Nullable Integer kroner, String by, Instant at) {
        jdbc.sql("update housing_need set monthly_benefit = :kroner, changed_by = :by, changed_at = :at"
                        + " where case_number = :case")
                .param("kroner", kroner, Types.INTEGER)
                .param("by", by)
                .param("at", utc(at))
                .param("case", caseNumber)
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the unit is somebody else's */
    void reserve(long dwellingId, int unit, String caseNumber, @Nullable String ground, String by, Instant at) {
        jdbc.sql(
                        "insert into dwelling_allotment (unit_id, taken_unit_id, case_number, ground, reserved_by, reserved_at)"
                                + " select id, id, :case, :ground, :by, :at from dwelling_unit"
                                + " where dwelling_id = :dwelling and unit_number = :unit")
                .param("case", caseNumber)
                .param("ground", ground, Types.VARCHAR)
                .param("by", by)
                .param("at", utc(at))
                .param("dwelling", dwellingId)
                .param("unit", unit)
                .update();
    }

    void movedIn(long allotmentId, LocalDate on, @Nullable LocalDate leavesOn) {
        jdbc.sql("update dwelling_allotment set moved_in_on = :on, leaves_on = :leaves where id = :id")
                .param("on", on)
                .param("leaves", leavesOn, Types.DATE)
                .param("id", allotmentId)
                .update();
    }

    void end(long allotmentId, LocalDate on, String reason, String by) {
        jdbc.sql("update dwelling_allotment set taken_unit_id = null, ended_on = :on, ended_reason = :reason,"
                        + " ended_by = :by where id = :id and taken_unit_id is not null")
                .param("on", on)
                .param("reason", reason)
                .param("by", by)
                .param("id", allotmentId)
                .update();
    }

    /** Everything a family was ever given, the newest first. */
    List<Allotment> ofCase(String caseNumber) {
        return jdbc.sql(ALLOTMENTS + " where a.case_number = ? order by a.id desc")
                .param(caseNumber)
                .query(DwellingStore::allotment)
                .list();
    }

    /** Everybody who ever had something of a dwelling, the newest first. */
    List<Allotment> ofDwelling(long dwellingId) {
        return jdbc.sql(ALLOTMENTS + " where u.dwelling_id = ? order by a.id desc")
                .param(dwellingId)
                .query(DwellingStore::allotment)
                .list();
    }

    /** @return whether the dwelling was as it was seen */
    boolean retire(long id, int version, LocalDate on, String reason) {
        return jdbc.sql("update dwelling set retired_on = :on, retired_reason = :reason, address_key = null,"
                                + " version = version + 1 where id = :id and version = :version and retired_on is null")
                        .param("on", on)
                        .param("reason", reason)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    void approval(long id, Approval approval, String ground) {
        jdbc.sql("update dwelling set approval = :approval, approval_ground = :ground, version = version + 1"
                        + " where id = :id")
                .param("approval", approval.name())
                .param("ground", ground)
                .param("id", id)
                .update();
    }

    Optional<Long> department(String name) {
        return jdbc.sql("select id from housing_department where name_key = ? for update")
                .param(key(name))
                .query(Long.class)
                .optional();
    }

    long addDepartment(String name, String by, Instant at) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into housing_department (name, name_key, created_by, created_at) values (:name, :key, :by, :at)")
                .param("name", name.strip())
                .param("key", key(name))
                .param("by", by)
                .param("at", utc(at))
                .update(id, "id");
        return Objects.requireNonNull(id.getKey()).longValue();
    }

    void addVacancy(long departmentId, LocalDate on, String by, Instant at) {
        jdbc.sql("insert into department_vacancy (department_id, reported_on, created_by, created_at)"
                        + " values (:department, :on, :by, :at)")
                .param("department", departmentId)
                .param("on", on)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** The departments by name, with their counts. */
    List<DepartmentCount> departments(@Nullable Integer every) {
        return jdbc.sql("select p.name,"
                        + " (select count(*) from department_vacancy v where v.department_id = p.id) as vacancies,"
                        + " (select count(*) from dwelling d where d.department_id = p.id and d.department_turn is not null)"
                        + " as used from housing_department p order by p.name_key")
                .query((row, at) ->
                        new DepartmentCount(row.getString("name"), row.getInt("vacancies"), every, row.getInt("used")))
                .list();
    }

    private static Dwelling dwelling(ResultSet row, List<Integer> units, List<Allotment> current) throws SQLException {
        return new Dwelling(
                row.getLong("id"),
                row.getString("address"),
                DwellingKind.of(row.getString("kind")).orElseThrow(),
                Tenure.valueOf(row.getString("tenure")),
                row.getObject("rooms", Integer.class),
                row.getObject("room_for", Integer.class),
                row.getObject("rent", Integer.class),
                row.getObject("cost", Integer.class),
                row.getString("instrument"),
                row.getString("department"),
                row.getObject("department_turn", Integer.class),
                new Location(
                        Nearness.valueOf(row.getString("near_language_school")),
                        Nearness.valueOf(row.getString("near_work")),
                        Nearness.valueOf(row.getString("near_transport")),
                        Nearness.valueOf(row.getString("near_civil_society"))),
                Approval.valueOf(row.getString("approval")),
                row.getString("approval_ground"),
                row.getString("eligibility"),
                row.getString("shared_facilities"),
                row.getString("activities"),
                row.getObject("retired_on", LocalDate.class),
                row.getString("retired_reason"),
                row.getInt("version"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                units,
                current);
    }

    private static Allotment allotment(ResultSet row, int at) throws SQLException {
        return new Allotment(
                row.getLong("id"),
                row.getLong("dwelling_id"),
                row.getInt("unit_number"),
                row.getString("case_number"),
                row.getString("ground"),
                row.getString("reserved_by"),
                row.getObject("reserved_at", OffsetDateTime.class).toInstant(),
                row.getObject("moved_in_on", LocalDate.class),
                row.getObject("leaves_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_reason"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
