package dk.ankomst.volunteers;

import dk.ankomst.cases.Cases;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.RuleHit;
import dk.ankomst.worklist.DecisionRecords;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What volunteers are asked to do. The table {@code frivilligopgave} decides: never what is statutory, specialist or bound
 * by a deadline (the report, L1664-1671). The engine's guard asks the same question of every task of a model.
 */
@Service
@Transactional
public class VolunteerTasks {

    /** The engine's group of volunteers; none of the municipality's own groups. */
    public static final String GROUP = "frivillig";

    private static final String TABLE = "frivilligopgave";
    private static final String TABLE_NAME = "Må en frivillig få opgaven?";
    private static final int DESCRIPTION = 1000;

    /** A task that a volunteer was asked to do, or that was refused. */
    public record Given(
            String volunteerName, String area, String description, boolean allowed, Instant at, String by) {}

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final CivilSocietyTables tables;
    private final Matching matching;
    private final Cases cases;
    private final DecisionRecords records;
    private final Clock clock;

    VolunteerTasks(
            JdbcClient jdbc,
            Decisions decisions,
            CivilSocietyTables tables,
            Matching matching,
            Cases cases,
            DecisionRecords records,
            Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.tables = tables;
        this.matching = matching;
        this.cases = cases;
        this.records = records;
        this.clock = clock;
    }

    /** Whether an area is one to which volunteers contribute. */
    public boolean isArea(@Nullable String code) {
        return code != null && tables.areaCodes().contains(code);
    }

    /** What the table says; a task on which no rule speaks is not for volunteers. */
    public TaskJudgement judge(TaskFacts facts) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("erLovpligtig", facts.statutory());
        inputs.put("kraeverFaglighed", facts.specialist());
        inputs.put("erFristbunden", facts.deadlineBound());
        inputs.put("erKendtOmraade", facts.knownArea());
        List<RuleHit> hits = decisions.evaluate(TABLE, inputs);
        return new TaskJudgement(
                !hits.isEmpty() && hits.stream().allMatch(hit -> hit.isTrue("maaGives")),
                hits.stream()
                        .map(hit -> new TaskJudgement.Reason(
                                hit.requiredText("begrundelse"), hit.requiredText("kilde"), hit.ruleId()))
                        .toList());
    }

    /**
     * Asks the family's volunteer to do something. The answer is kept on the case either way.
     *
     * @param statutory, specialist, deadlineBound what the coordinator answered; null when left open
     * @return the judgement; when it is not allowed, nothing was given
     * @throws InputRefused when an answer is missing, or nobody follows the family
     */
    public TaskJudgement give(
            String caseNumber,
            @Nullable String area,
            @Nullable String description,
            @Nullable Boolean statutory,
            @Nullable Boolean specialist,
            @Nullable Boolean deadlineBound) {
        Objections wrong = new Objections();
        if (!cases.facts(caseNumber).open()) {
            wrong.add("", "Sagen er afsluttet, så den kan ikke ændres.");
        }
        Match match = matching.openMatch(caseNumber).filter(Match::accepted).orElse(null);
        if (match == null) {
            wrong.add("", "Ingen frivillig følger familien. Find først et match, som begge har sagt ja til.");
        }
        if (!isArea(area)) {
            wrong.add("area", "Vælg det område, opgaven hører til.");
        }
        wrong.required("description", description, DESCRIPTION, "Skriv kort, hvad den frivillige skal hjælpe med.");
        answered(wrong, "statutory", statutory);
        answered(wrong, "specialist", specialist);
        answered(wrong, "deadlineBound", deadlineBound);
        wrong.refuse();
        TaskJudgement judgement = judge(new TaskFacts(
                Boolean.TRUE.equals(statutory),
                Boolean.TRUE.equals(specialist),
                Boolean.TRUE.equals(deadlineBound),
                true));
        long volunteer = match == null ? 0 : match.volunteerId();
        jdbc.sql(
                        "insert into volunteer_task (case_number, volunteer_id, area, description, allowed, rule_ids, given_at,"
                                + " given_by) values (:case, :volunteer, :area, :description, :allowed, :rules, :at, :by)")
                .param("case", caseNumber)
                .param("volunteer", volunteer)
                .param("area", area)
                .param("description", description)
                .param("allowed", judgement.allowed())
                .param(
                        "rules",
                        judgement.reasons().stream()
                                .map(TaskJudgement.Reason::ruleId)
                                .collect(Collectors.joining(",")))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", Actor.id())
                .update();
        records.record(judgement.reasons().stream()
                .map(reason -> new DecisionRecords.Taken(
                        caseNumber,
                        null,
                        TABLE,
                        TABLE_NAME,
                        reason.ruleId(),
                        judgement.allowed() ? "Givet til frivillig nr. " + volunteer : "Ikke givet til en frivillig",
                        reason.text(),
                        reason.source()))
                .toList());
        return judgement;
    }

    private static void answered(Objections wrong, String field, @Nullable Boolean answer) {
        if (answer == null) {
            wrong.add(field, "Svar ja eller nej.");
        }
    }

    /** What was asked of volunteers for a family, newest first. */
    @Transactional(readOnly = true)
    public List<Given> ofCase(String caseNumber) {
        Map<String, String> names = tables.areas().stream().collect(Collectors.toMap(Area::code, Area::name));
        return jdbc.sql("select t.*, v.name from volunteer_task t join volunteer v on v.id = t.volunteer_id"
                        + " where t.case_number = :case order by t.id desc")
                .param("case", caseNumber)
                .query((row, number) -> new Given(
                        row.getString("name"),
                        names.getOrDefault(row.getString("area"), row.getString("area")),
                        row.getString("description"),
                        row.getBoolean("allowed"),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(),
                        row.getString("given_by")))
                .list();
    }
}
