package dk.ankomst.volunteers;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.volunteers.MatchReason.Effect;
import dk.ankomst.worklist.DecisionRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who fits which family, and why: the table {@code frivilligmatch} gives the reasons, the volunteer coordinator chooses, and
 * family and volunteer both accept. What is kept on the case names a volunteer by number only.
 */
@Service
@Transactional
public class Matching {

    private static final String TABLE = "frivilligmatch";
    private static final String TABLE_NAME = "Passer den frivillige til familien?";
    private static final String YES = "ja";
    private static final String NO = "nej";
    private static final String UNKNOWN = "ukendt";
    private static final int REASON = 1000;

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final CivilSocietyTables tables;
    private final Volunteers volunteers;
    private final Cases cases;
    private final DecisionRecords records;
    private final Clock clock;

    Matching(
            JdbcClient jdbc,
            Decisions decisions,
            CivilSocietyTables tables,
            Volunteers volunteers,
            Cases cases,
            DecisionRecords records,
            Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.tables = tables;
        this.volunteers = volunteers;
        this.cases = cases;
        this.records = records;
        this.clock = clock;
    }

    /** The areas with which the family would like help; codes of {@link Area}. */
    @Transactional(readOnly = true)
    public List<String> wishes(String caseNumber) {
        return jdbc.sql("select code from volunteer_wish where case_number = :case order by code")
                .param("case", caseNumber)
                .query(String.class)
                .list();
    }

    /** Writes with what the family would like help. */
    public void wish(String caseNumber, List<String> areas) {
        requireOpen(caseNumber);
        Objections wrong = new Objections();
        wrong.known("areas", areas, tables.areaCodes());
        wrong.refuse();
        jdbc.sql("delete from volunteer_wish where case_number = :case")
                .param("case", caseNumber)
                .update();
        areas.stream().distinct().forEach(code -> jdbc.sql(
                        "insert into volunteer_wish (case_number, code) values (:case, :code)")
                .param("case", caseNumber)
                .param("code", code)
                .update());
    }

    /** Every volunteer in a role that follows families, who is active; those who fit best come first, the rejected last. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(String caseNumber) {
        CaseFacts facts = cases.facts(caseNumber);
        List<String> wishes = wishes(caseNumber);
        Set<Long> before = ofCase(caseNumber).stream()
                .filter(match -> !match.open())
                .map(Match::volunteerId)
                .collect(Collectors.toSet());
        Set<String> following = tables.roles().stream()
                .filter(Role::followsFamily)
                .map(Role::code)
                .collect(Collectors.toSet());
        Integer ceiling = tables.familiesPerVolunteer();
        return volunteers.all().stream()
                .filter(volunteer -> volunteer.active() && !Collections.disjoint(volunteer.roles(), following))
                .map(volunteer -> new Candidate(
                        volunteer, reasons(volunteer, facts, wishes, ceiling, before.contains(volunteer.id()))))
                .sorted(Comparator.comparing(Candidate::rejected)
                        .thenComparing(
                                Comparator.comparingInt(Candidate::weight).reversed())
                        .thenComparing(candidate -> candidate.volunteer().name()))
                .toList();
    }

    private List<MatchReason> reasons(
            Volunteer volunteer,
            CaseFacts facts,
            List<String> wishes,
            @Nullable Integer ceiling,
            boolean proposedBefore) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("erAktiv", volunteer.active());
        inputs.put("harAftale", volunteer.agreementOn() != null);
        inputs.put("harKodeks", volunteer.conductOn() != null);
        inputs.put("faellesSprog", common(languages(facts), volunteer.languages()));
        inputs.put("faellesOmraade", common(wishes, volunteer.areas()));
        inputs.put("harPlads", ceiling == null ? UNKNOWN : volunteer.openMatches() < ceiling ? YES : NO);
        inputs.put("sagdeNej", proposedBefore);
        return decisions.evaluate(TABLE, inputs).stream()
                .map(hit -> new MatchReason(
                        Effect.of(hit.requiredText("virkning")),
                        hit.requiredText("begrundelse"),
                        hit.requiredText("kilde"),
                        hit.ruleId()))
                .sorted(Comparator.comparing(MatchReason::effect))
                .toList();
    }

    private static List<String> languages(CaseFacts facts) {
        return facts.persons().stream()
                .filter(person -> person.leftOn() == null)
                .map(PersonFacts::interpreterLanguage)
                .filter(Objects::nonNull)
                .map(language -> language.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static String common(List<String> wanted, List<String> offered) {
        return wanted.isEmpty() ? UNKNOWN : Collections.disjoint(wanted, offered) ? NO : YES;
    }

    /**
     * Chooses a volunteer for a family; the reasons of the moment become a decision on the case.
     *
     * @throws InputRefused when a rule rejects her, the family has an open match, or the case is closed
     */
    public void choose(String caseNumber, long volunteerId) {
        requireOpen(caseNumber);
        Candidate candidate = candidates(caseNumber).stream()
                .filter(one -> one.volunteer().id() == volunteerId)
                .findFirst()
                .orElseThrow(
                        () -> new InputRefused("", "Den frivillige er ikke aktiv i en rolle, der følger familier."));
        if (candidate.rejected()) {
            throw new InputRefused(
                    "",
                    candidate.reasons().stream()
                            .filter(reason -> reason.effect() == Effect.REJECTS)
                            .map(MatchReason::text)
                            .collect(Collectors.joining(" ")));
        }
        if (openMatch(caseNumber).isPresent()) {
            throw new InputRefused("", "Familien har allerede et match. Afslut det først.");
        }
        try {
            jdbc.sql("insert into volunteer_match (case_number, open_case, volunteer_id, chosen_on, chosen_by)"
                            + " values (:case, :case, :volunteer, :on, :by)")
                    .param("case", caseNumber)
                    .param("volunteer", volunteerId)
                    .param("on", today())
                    .param("by", Actor.id())
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw new InputRefused("", "En anden har valgt en frivillig til familien imens. Se siden igen.");
        }
        records.record(candidate.reasons().stream()
                .map(reason -> new DecisionRecords.Taken(
                        caseNumber,
                        null,
                        TABLE,
                        TABLE_NAME,
                        reason.ruleId(),
                        "Frivillig nr. " + volunteerId + " valgt. "
                                + reason.effect().danish(),
                        reason.text(),
                        reason.source()))
                .toList());
    }

    /** Family or volunteer, or both, have said yes. */
    public void accept(String caseNumber, @Nullable LocalDate family, @Nullable LocalDate volunteer) {
        requireOpen(caseNumber);
        Match match = requireMatch(caseNumber);
        Objections wrong = new Objections();
        wrong.past("family", family, today());
        wrong.past("volunteer", volunteer, today());
        if (family == null && volunteer == null) {
            wrong.add("family", "Skriv mindst én dato for et ja.");
        }
        wrong.refuse();
        jdbc.sql("update volunteer_match set family_accepted_on = coalesce(:family, family_accepted_on),"
                        + " volunteer_accepted_on = coalesce(:volunteer, volunteer_accepted_on) where id = :id")
                .param("family", family, java.sql.Types.DATE)
                .param("volunteer", volunteer, java.sql.Types.DATE)
                .param("id", match.id())
                .update();
    }

    /** The open match comes to its end. */
    public void end(String caseNumber, @Nullable LocalDate on, @Nullable String reason) {
        Match match = requireMatch(caseNumber);
        Objections wrong = new Objections();
        wrong.required("date", on, "Skriv, hvornår kontakten sluttede.");
        wrong.past("date", on, today());
        wrong.required("reason", reason, REASON, "Skriv, hvorfor kontakten slutter.");
        wrong.refuse();
        close(match, on, reason);
    }

    /** The case is closed: an open match ends with it, and planned visits are not held. */
    public void caseEnds(String caseNumber, String reason) {
        openMatch(caseNumber).ifPresent(match -> close(match, today(), reason));
        jdbc.sql("update association_visit set outcome = 'NOT_HELD', noted_by = :by"
                        + " where case_number = :case and outcome is null")
                .param("case", caseNumber)
                .param("by", Actor.id())
                .update();
    }

    private void close(Match match, @Nullable LocalDate on, @Nullable String reason) {
        jdbc.sql("update volunteer_match set open_case = null, ended_on = :on, ended_reason = :reason, ended_by = :by"
                        + " where id = :id")
                .param("on", on)
                .param("reason", reason)
                .param("by", Actor.id())
                .param("id", match.id())
                .update();
    }

    /** The match that is not ended; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Match> openMatch(String caseNumber) {
        return ofCase(caseNumber).stream().filter(Match::open).findFirst();
    }

    /** Every match of a case, newest first. */
    @Transactional(readOnly = true)
    public List<Match> ofCase(String caseNumber) {
        return jdbc.sql("select m.*, v.name from volunteer_match m join volunteer v on v.id = m.volunteer_id"
                        + " where m.case_number = :case order by m.id desc")
                .param("case", caseNumber)
                .query((row, number) -> new Match(
                        row.getLong("id"),
                        row.getString("case_number"),
                        row.getLong("volunteer_id"),
                        row.getString("name"),
                        row.getObject("chosen_on", LocalDate.class),
                        row.getObject("family_accepted_on", LocalDate.class),
                        row.getObject("volunteer_accepted_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("ended_reason")))
                .list();
    }

    private Match requireMatch(String caseNumber) {
        return openMatch(caseNumber)
                .orElseThrow(() -> new InputRefused("", "Familien har intet åbent match. Vælg først en frivillig."));
    }

    private void requireOpen(String caseNumber) {
        if (!cases.facts(caseNumber).open()) {
            throw new InputRefused("", "Sagen er afsluttet, så den kan ikke ændres.");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
