package dk.ankomst.deadlines;

import dk.ankomst.deadlines.RuleBook.Edition;
import dk.ankomst.deadlines.RuleOffers.Standing;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.DanishDates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which edition of the tables each case is counted by; a newer one reaches it only when somebody takes it. */
@Repository
class CaseEditions {

    /** What somebody decided when newer tables were offered. */
    enum Choice {
        TAKEN("at sagen regnes efter de nye fristregler"),
        LEFT("at sagen beholder de fristregler, den er regnet efter");

        private final String danish;

        Choice(String danish) {
            this.danish = danish;
        }
    }

    private static final String COUNTED_BY_OLDER = " from deadline_case c where c.table_versions <> :newest"
            + " and exists (select 1 from deadline d where d.case_number = c.case_number"
            + " and d.state in ('WAITING', 'RUNNING', 'BREACHED'))";

    private static final String LEFT = " exists (select 1 from deadline_edition_choice x"
            + " where x.case_number = c.case_number and x.choice = 'LEFT' and x.offered_versions = :newest)";

    private final JdbcClient jdbc;
    private final DeadlinePlanner planner;
    private final Clock clock;

    CaseEditions(JdbcClient jdbc, DeadlinePlanner planner, Clock clock) {
        this.jdbc = jdbc;
        this.planner = planner;
        this.clock = clock;
    }

    /**
     * What a case is counted by: what is noted; for one whose deadlines were counted before that was noted, what they show of
     * it; for a new one the newest. It only reads.
     */
    Edition of(String caseNumber) {
        return noted(caseNumber).orElseGet(() -> unnoted(caseNumber));
    }

    /** As {@link #of} for whoever counts: from now on the case keeps to it. */
    Edition keptFor(String caseNumber) {
        Optional<Edition> noted = noted(caseNumber);
        if (noted.isPresent()) {
            return noted.get();
        }
        Edition edition = unnoted(caseNumber);
        jdbc.sql("insert into deadline_case (case_number, table_versions) values (?, ?)")
                .params(caseNumber, edition.text())
                .update();
        return edition;
    }

    private Optional<Edition> noted(String caseNumber) {
        return jdbc.sql("select table_versions from deadline_case where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional()
                .map(planner::edition);
    }

    private Edition unnoted(String caseNumber) {
        boolean isNew = jdbc.sql("select count(*) from deadline where case_number = ? and rule_id is not null")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single()
                == 0;
        if (isNew) {
            return planner.newest();
        }
        // What the rows do not tell of was counted by the first tables that an upgraded database holds.
        return planner.oldest()
                .with(Set.copyOf(jdbc.sql("select rule_table, max(rule_version) as rule_version from deadline"
                                + " where case_number = ? and rule_table is not null group by rule_table")
                        .param(caseNumber)
                        .query((row, number) ->
                                planner.version(row.getString("rule_table"), row.getInt("rule_version")))
                        .list()));
    }

    /** Cases that have deadlines and no note of what they were counted by. */
    List<String> unnoted() {
        return jdbc.sql("select distinct d.case_number from deadline d where d.rule_id is not null and not exists"
                        + " (select 1 from deadline_case c where c.case_number = d.case_number) order by d.case_number")
                .query(String.class)
                .list();
    }

    void take(String caseNumber, Edition edition, String reason) {
        remember(caseNumber, Choice.TAKEN, edition, reason);
        jdbc.sql("update deadline_case set table_versions = ? where case_number = ?")
                .params(edition.text(), caseNumber)
                .update();
    }

    void leave(String caseNumber, Edition edition, String reason) {
        remember(caseNumber, Choice.LEFT, edition, reason);
    }

    private void remember(String caseNumber, Choice choice, Edition offered, String reason) {
        jdbc.sql("insert into deadline_edition_choice (case_number, choice, from_versions, offered_versions, reason,"
                        + " chosen_at, chosen_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        choice.name(),
                        of(caseNumber).text(),
                        offered.text(),
                        reason,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        Actor.id())
                .update();
    }

    /** What was decided each time newer tables were offered for a case, in words, the newest first. */
    List<String> choices(String caseNumber) {
        return jdbc.sql("select choice, reason, chosen_at, chosen_by from deadline_edition_choice"
                        + " where case_number = ? order by id desc")
                .param(caseNumber)
                .query(CaseEditions::inWords)
                .list();
    }

    private static String inWords(ResultSet row, int number) throws SQLException {
        return "Den "
                + DanishDates.atTime(
                        row.getObject("chosen_at", OffsetDateTime.class).toInstant())
                + " besluttede " + Actor.inWords(row.getString("chosen_by")) + ", "
                + Choice.valueOf(row.getString("choice")).danish + ". Begrundelse: " + row.getString("reason");
    }

    /** Cases with something still to be met that are counted by older tables, by case number. */
    List<String> offered(Edition newest, Standing standing, int skip, int limit) {
        return jdbc.sql("select c.case_number" + COUNTED_BY_OLDER + condition(standing)
                        + " order by c.case_number offset " + skip + " rows fetch next " + limit + " rows only")
                .param("newest", newest.text())
                .query(String.class)
                .list();
    }

    int countOffered(Edition newest, Standing standing) {
        return jdbc.sql("select count(*)" + COUNTED_BY_OLDER + condition(standing))
                .param("newest", newest.text())
                .query(Integer.class)
                .single();
    }

    boolean isOffered(String caseNumber, Edition newest, Standing standing) {
        return jdbc.sql("select count(*)" + COUNTED_BY_OLDER + condition(standing) + " and c.case_number = :number")
                        .param("newest", newest.text())
                        .param("number", caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static String condition(Standing standing) {
        return switch (standing) {
            case UNDECIDED -> " and not" + LEFT;
            case KEPT -> " and" + LEFT;
        };
    }
}
