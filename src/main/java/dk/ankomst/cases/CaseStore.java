package dk.ankomst.cases;

import dk.ankomst.platform.Actor;
import dk.ankomst.platform.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The tables of the case store. */
@Component
class CaseStore {

    static final int LANGUAGE_LENGTH = 60;

    /** A case as the running transaction knows it: its facts once somebody asked for them. */
    private final PerTransaction<Map<String, CaseFacts>> known = new PerTransaction<>(HashMap::new);

    private final PerTransaction<Map<String, CaseRow>> knownRows = new PerTransaction<>(HashMap::new);
    private final JdbcClient jdbc;
    private final Clock clock;

    CaseStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A statement that changes what is known of cases. */
    private JdbcClient.StatementSpec changing(String sql) {
        known.get().clear();
        knownRows.get().clear();
        return jdbc.sql(sql);
    }

    /** The case; read once in a transaction that changes none. */
    CaseRow row(String caseNumber) {
        CaseRow row = knownRows.get().get(caseNumber);
        if (row == null) {
            row = read(caseNumber);
            knownRows.get().put(caseNumber, row);
        }
        return row;
    }

    private CaseRow read(String caseNumber) {
        return jdbc.sql("select * from case_file where case_number = ?")
                .param(caseNumber)
                .query(CaseStore::caseRow)
                .optional()
                .orElseThrow(() -> new CaseNotFound(caseNumber));
    }

    List<String> references() {
        return jdbc.sql("select coalesce(external_reference, case_number) from case_file order by id")
                .query(String.class)
                .list();
    }

    Optional<String> caseNumberOf(String externalReference) {
        return jdbc.sql("select case_number from case_file where external_reference = ?")
                .param(externalReference)
                .query(String.class)
                .optional();
    }

    long insertCase(String caseNumber, CheckedVisitation visitation, String firstPhase) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into case_file (case_number, family_name, residence_category, origin, origin_name,
                          unaccompanied_minor, track, track_rule_id, visitation_date, takeover_agreed_date,
                          planned_arrival_date, phase, status, external_reference, notes_known_needs, created_at, created_by)
                        values (:number, :family, :category, :origin, :originName, :minor, :track, :rule, :visitation,
                          :agreed, :planned, :phase, 'OPEN', :reference, :needs, :now, :actor)""")
                .param("number", caseNumber)
                .param("family", visitation.familyName())
                .param("category", visitation.residenceCategory())
                .param("origin", visitation.origin())
                .param("originName", visitation.originName())
                .param("minor", visitation.unaccompaniedMinor())
                .param("track", visitation.track())
                .param("rule", visitation.trackRuleId())
                .param("visitation", visitation.visitationDate())
                .param("agreed", visitation.takeoverAgreedDate())
                .param("planned", visitation.plannedArrivalDate())
                .param("phase", firstPhase)
                .param("reference", visitation.externalReference())
                .param("needs", visitation.knownNeeds())
                .param("now", now())
                .param("actor", Actor.id())
                .update(key, "id");
        return id(key);
    }

    long insertHousehold(long caseId, @Nullable String address) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into household (case_id, address) values (:case, :address)")
                .param("case", caseId)
                .param("address", address)
                .update(key, "id");
        return id(key);
    }

    long firstHousehold(long caseId) {
        return jdbc.sql("select min(id) from household where case_id = ?")
                .param(caseId)
                .query(Long.class)
                .single();
    }

    int highestPersonNumber(long caseId) {
        return jdbc.sql("select coalesce(max(person_number), 0) from person where case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    /** A present member of an open case. */
    record KnownPerson(String caseNumber, String givenName, String surname, LocalDate birthDate) {}

    /** The present members of open cases who were born on one of these days, the oldest case first. */
    List<KnownPerson> presentBornOn(Collection<LocalDate> birthDates) {
        return jdbc.sql("""
                                select c.case_number, p.given_name, p.surname, p.birth_date
                                from person p join case_file c on c.id = p.case_id
                                where c.status = 'OPEN' and p.left_on is null and p.birth_date in (:birthDates)
                                order by c.id, p.person_number""")
                .param("birthDates", birthDates)
                .query((row, number) -> new KnownPerson(
                        row.getString("case_number"),
                        row.getString("given_name"),
                        row.getString("surname"),
                        row.getObject("birth_date", LocalDate.class)))
                .list();
    }

    boolean hasPerson(long caseId, CheckedVisitation.Member member) {
        return jdbc.sql("""
                                select count(*) from person where case_id = :case and birth_date = :birthDate
                                  and lower(given_name) = lower(:given) and lower(surname) = lower(:surname)""")
                        .param("case", caseId)
                        .param("birthDate", member.birthDate())
                        .param("given", member.givenName())
                        .param("surname", member.surname())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    long insertPerson(
            long caseId,
            long householdId,
            int number,
            CheckedVisitation.Member member,
            Interpreter.Choice interpreter,
            LocalDate joinedOn) {
        KeyHolder key = new GeneratedKeyHolder();
        changing("""
                        insert into person (case_id, household_id, person_number, given_name, surname, birth_date, sex,
                          family_role, nationality, ethnic_group, language, interpreter_language, interpreter_fallback,
                          interpreter_candidates, interpreter_rule_id, known_needs, needs_note, joined_on)
                        values (:case, :household, :number, :given, :surname, :birthDate, :sex, :role, :nationality,
                          :ethnicGroup, :language, :interpreter, :fallback, :candidates, :rule, :needs, :note, :joined)""")
                .param("case", caseId)
                .param("household", householdId)
                .param("number", number)
                .param("given", member.givenName())
                .param("surname", member.surname())
                .param("birthDate", member.birthDate())
                .param("sex", member.sex())
                .param("role", member.familyRole())
                .param("nationality", member.nationality())
                .param("ethnicGroup", member.ethnicGroup())
                .param("language", member.language())
                .param("interpreter", interpreter.language())
                .param("fallback", interpreter.fallback())
                .param("candidates", interpreter.candidates())
                .param("rule", interpreter.ruleId())
                .param("needs", member.needs().isEmpty() ? null : String.join(",", member.needs()))
                .param("note", member.needsNote())
                .param("joined", joinedOn)
                .update(key, "id");
        return id(key);
    }

    void insertDocument(long caseId, CheckedVisitation.Document document) {
        jdbc.sql("insert into document_reference (case_id, title, reference, received_on) values (?, ?, ?, ?)")
                .params(caseId, document.title(), document.reference(), document.receivedOn())
                .update();
    }

    void insertDateChange(
            long caseId,
            String which,
            @Nullable LocalDate oldDate,
            @Nullable LocalDate newDate,
            @Nullable String reason) {
        jdbc.sql("""
                        insert into case_date_change (case_id, which, old_date, new_date, reason, changed_at, changed_by)
                        values (:case, :which, :old, :new, :reason, :now, :actor)""")
                .param("case", caseId)
                .param("which", which)
                .param("old", oldDate)
                .param("new", newDate)
                .param("reason", reason)
                .param("now", now())
                .param("actor", Actor.id())
                .update();
    }

    void setPlannedArrival(CaseRow row, LocalDate date) {
        setDate(row, "planned_arrival_date", date);
    }

    void setArrival(CaseRow row, LocalDate date) {
        setDate(row, "arrival_date", date);
    }

    void setTakeoverAgreed(CaseRow row, LocalDate date) {
        setDate(row, "takeover_agreed_date", date);
    }

    private void setDate(CaseRow row, String column, LocalDate date) {
        changed(changing("update case_file set " + column + " = :date, version = version + 1"
                        + " where id = :id and version = :version")
                .param("date", date)
                .param("id", row.id())
                .param("version", row.version())
                .update());
    }

    void setBirthDate(CaseRow row, long personId, LocalDate date) {
        touch(row);
        jdbc.sql("update person set birth_date = :date where id = :person and case_id = :id")
                .param("date", date)
                .param("person", personId)
                .param("id", row.id())
                .update();
    }

    /** Notices that the case was changed meanwhile, where the change itself is written to another table. */
    void touch(CaseRow row) {
        changed(changing("update case_file set version = version + 1 where id = :id and version = :version")
                .param("id", row.id())
                .param("version", row.version())
                .update());
    }

    void close(CaseRow row, LocalDate date, String reason, String lastPhase, @Nullable String toMunicipality) {
        changed(changing("""
                        update case_file set status = 'CLOSED', phase = :phase, closed_on = :date, closed_reason = :reason,
                          moved_to_municipality = :municipality, version = version + 1
                        where id = :id and version = :version""")
                .param("phase", lastPhase)
                .param("date", date)
                .param("reason", reason)
                .param("municipality", toMunicipality)
                .param("id", row.id())
                .param("version", row.version())
                .update());
    }

    void everybodyLeft(long caseId, LocalDate date) {
        changing("update person set left_on = ? where case_id = ? and left_on is null")
                .params(date, caseId)
                .update();
    }

    int unaccompaniedOfSameNationality(long caseId) {
        return jdbc.sql("""
                        select count(*) from person p join case_file c on c.id = p.case_id
                        where c.unaccompanied_minor = true and c.status = 'OPEN' and p.left_on is null
                          and p.nationality in (select o.nationality from person o where o.case_id = ?)""").param(caseId).query(Integer.class).single();
    }

    void left(long caseId, long personId, LocalDate date, String cause) {
        changing("update person set left_on = ?, left_reason = ? where case_id = ? and id = ?")
                .params(date, cause, caseId, personId)
                .update();
    }

    void comesLater(long caseId, long personId, @Nullable LocalDate expected) {
        changing("update person set comes_later = true, expected_on = :expected where case_id = :case and id = :person")
                .param("expected", expected)
                .param("case", caseId)
                .param("person", personId)
                .update();
    }

    void memberArrived(long caseId, long personId, LocalDate date) {
        changing("update person set arrived_on = ? where case_id = ? and id = ?")
                .params(date, caseId, personId)
                .update();
    }

    void setTakeover(long caseId, LocalDate date) {
        changing("update case_file set takeover_date = ? where id = ?")
                .params(date, caseId)
                .update();
    }

    void setPhase(long caseId, String phase, List<String> earlierPhases) {
        if (earlierPhases.isEmpty()) {
            return;
        }
        changing("update case_file set phase = :phase where id = :id and status = 'OPEN' and phase in (:earlier)")
                .param("phase", phase)
                .param("id", caseId)
                .param("earlier", earlierPhases)
                .update();
    }

    void setPermanentDwelling(long caseId, boolean permanent) {
        changing("update case_file set permanent_dwelling = ? where id = ?")
                .params(permanent, caseId)
                .update();
    }

    /** For everybody in the case whose language is not known. */
    void setInterpreter(long caseId, String language, @Nullable String fallback) {
        changing("""
                        update person set interpreter_language = :language, interpreter_candidates = null,
                          interpreter_fallback = coalesce(:fallback, interpreter_fallback)
                        where case_id = :case and interpreter_language is null""")
                .param("language", language)
                .param("fallback", fallback, Types.VARCHAR)
                .param("case", caseId)
                .update();
    }

    /** The case with its persons; read once in a transaction that changes none. */
    CaseFacts facts(String caseNumber) {
        CaseFacts facts = known.get().get(caseNumber);
        if (facts == null) {
            facts = readFacts(caseNumber);
            known.get().put(caseNumber, facts);
        }
        return facts;
    }

    private CaseFacts readFacts(String caseNumber) {
        CaseRow row = row(caseNumber);
        List<PersonFacts> persons = jdbc.sql("select * from person where case_id = ? order by person_number")
                .param(row.id())
                .query((person, number) -> personFacts(person, countedFrom(row)))
                .list();
        return new CaseFacts(
                row.caseNumber(),
                row.familyName(),
                row.track(),
                row.residenceCategory(),
                row.origin(),
                row.visitationDate(),
                row.takeoverDate(),
                row.takeoverAgreedDate(),
                row.plannedArrivalDate(),
                row.arrivalDate(),
                row.phase(),
                row.open(),
                row.permanentDwelling(),
                persons);
    }

    List<DateChange> dateChanges(long caseId) {
        return jdbc.sql("select * from case_date_change where case_id = ? order by id")
                .param(caseId)
                .query(CaseStore::dateChange)
                .list();
    }

    List<DocumentReference> documents(long caseId) {
        return jdbc.sql("select * from document_reference where case_id = ? order by received_on, id")
                .param(caseId)
                .query(CaseStore::document)
                .list();
    }

    /** The day from which the municipality's duties are counted, as far as it is known. */
    private static LocalDate countedFrom(CaseRow row) {
        return row.takeoverDate() == null ? row.visitationDate() : row.takeoverDate();
    }

    private PersonFacts personFacts(ResultSet rs, LocalDate countedFrom) throws SQLException {
        LocalDate birthDate = rs.getObject("birth_date", LocalDate.class);
        LocalDate joined = rs.getObject("joined_on", LocalDate.class);
        int age = Period.between(birthDate, LocalDate.now(clock)).getYears();
        String needs = rs.getString("known_needs");
        return new PersonFacts(
                rs.getLong("id"),
                rs.getInt("person_number"),
                rs.getString("given_name") + " " + rs.getString("surname"),
                birthDate,
                rs.getString("family_role"),
                PersonFacts.isAdult(birthDate, joined, countedFrom),
                age,
                rs.getString("interpreter_language"),
                needs == null ? List.of() : List.of(needs.split(",")),
                joined,
                rs.getObject("left_on", LocalDate.class),
                rs.getBoolean("comes_later")
                        ? new OwnArrival(
                                rs.getObject("expected_on", LocalDate.class),
                                rs.getObject("arrived_on", LocalDate.class))
                        : null);
    }

    private static CaseRow caseRow(ResultSet rs, int index) throws SQLException {
        return new CaseRow(
                rs.getLong("id"),
                rs.getInt("version"),
                rs.getString("case_number"),
                rs.getString("family_name"),
                rs.getString("residence_category"),
                rs.getString("origin"),
                rs.getBoolean("unaccompanied_minor"),
                rs.getString("track"),
                rs.getObject("visitation_date", LocalDate.class),
                rs.getObject("takeover_date", LocalDate.class),
                rs.getObject("takeover_agreed_date", LocalDate.class),
                rs.getObject("planned_arrival_date", LocalDate.class),
                rs.getObject("arrival_date", LocalDate.class),
                rs.getString("phase"),
                rs.getString("status").equals("OPEN"),
                rs.getBoolean("permanent_dwelling"));
    }

    private static DateChange dateChange(ResultSet rs, int index) throws SQLException {
        return new DateChange(
                rs.getString("which"),
                rs.getObject("old_date", LocalDate.class),
                rs.getObject("new_date", LocalDate.class),
                rs.getString("reason"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                rs.getString("changed_by"));
    }

    private static DocumentReference document(ResultSet rs, int index) throws SQLException {
        return new DocumentReference(
                rs.getString("title"), rs.getString("reference"), rs.getObject("received_on", LocalDate.class));
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new OptimisticLockingFailureException("Sagen er ændret af en anden i mellemtiden");
        }
    }

    private static long id(KeyHolder key) {
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("Databasen gav ingen nøgle til den nye række");
        }
        return id.longValue();
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
