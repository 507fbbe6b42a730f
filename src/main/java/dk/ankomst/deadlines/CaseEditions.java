package dk.ankomst.deadlines;

import dk.ankomst.deadlines.RuleBook.Edition;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.DanishDates;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Which edition of the tables each case is counted by; a newer one reaches it only when somebody takes it. */
@Repository
class CaseEditions {

    private static final String OFFERED = " from deadline_case c where c.edition_id <> :newest"
            + " and (c.left_edition_id is null or c.left_edition_id <> :newest)"
            + " and exists (select 1 from deadline d where d.case_number = c.case_number"
            + " and d.state in ('WAITING', 'RUNNING', 'BREACHED'))";

    private final JdbcClient jdbc;
    private final DeadlinePlanner planner;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final Map<String, Long> ids = new ConcurrentHashMap<>();

    CaseEditions(JdbcClient jdbc, DeadlinePlanner planner, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.planner = planner;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What a case is counted by; one that nobody has noted, since it is new or older than the notes, begins with the newest. */
    Edition of(String caseNumber) {
        Optional<String> noted = jdbc.sql("select e.table_versions from deadline_case c"
                        + " join deadline_edition e on e.id = c.edition_id where c.case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional();
        if (noted.isPresent()) {
            return planner.edition(noted.get());
        }
        Edition newest = planner.newest();
        jdbc.sql("insert into deadline_case (case_number, edition_id) values (?, ?)")
                .params(caseNumber, id(newest))
                .update();
        return newest;
    }

    void take(String caseNumber, Edition edition) {
        jdbc.sql("update deadline_case set edition_id = ?, left_edition_id = null where case_number = ?")
                .params(id(edition), caseNumber)
                .update();
    }

    void leave(String caseNumber, Edition edition, String reason) {
        jdbc.sql("update deadline_case set left_edition_id = ?, left_reason = ?, left_at = ?, left_by = ?"
                        + " where case_number = ?")
                .params(id(edition), reason, clock.instant().atOffset(ZoneOffset.UTC), Actor.id(), caseNumber)
                .update();
    }

    /** That a case was left on its tables, in words; null when it was not, or has taken newer ones since. */
    @Nullable
    String left(String caseNumber) {
        return jdbc.sql("select left_reason, left_at, left_by from deadline_case"
                        + " where case_number = ? and left_edition_id is not null")
                .param(caseNumber)
                .query((row, number) -> "Den "
                        + DanishDates.atTime(
                                row.getObject("left_at", OffsetDateTime.class).toInstant())
                        + " besluttede " + Actor.inWords(row.getString("left_by"))
                        + ", at sagen beholder de fristregler, den er regnet efter. Begrundelse: "
                        + row.getString("left_reason"))
                .optional()
                .orElse(null);
    }

    /** Cases with something still to be met that are counted by older tables, and where nobody has left the newest. */
    List<String> offered(Edition newest, int skip, int limit) {
        return jdbc.sql("select c.case_number" + OFFERED + " order by c.case_number offset " + skip
                        + " rows fetch next " + limit + " rows only")
                .param("newest", id(newest))
                .query(String.class)
                .list();
    }

    int countOffered(Edition newest) {
        return jdbc.sql("select count(*)" + OFFERED)
                .param("newest", id(newest))
                .query(Integer.class)
                .single();
    }

    boolean isOffered(String caseNumber, Edition newest) {
        return jdbc.sql("select count(*)" + OFFERED + " and c.case_number = :number")
                        .param("newest", id(newest))
                        .param("number", caseNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private long id(Edition edition) {
        String tables = edition.text();
        Long known = ids.get(tables);
        if (known != null) {
            return known;
        }
        // Apart from the case's transaction: two cases may be the first of a new edition at the same time.
        long id = created(tables);
        ids.put(tables, id);
        return id;
    }

    private long created(String tables) {
        Long found = find(tables);
        if (found != null) {
            return found;
        }
        try {
            apart.executeWithoutResult(
                    status -> jdbc.sql("insert into deadline_edition (table_versions, first_used_at) values (?, ?)")
                            .params(tables, clock.instant().atOffset(ZoneOffset.UTC))
                            .update());
        } catch (DuplicateKeyException meanwhile) {
            // Somebody else was first: theirs is found below.
        }
        Long id = find(tables);
        if (id == null) {
            throw new IllegalStateException("Udgaven " + tables + " af fristtabellerne blev ikke gemt.");
        }
        return id;
    }

    private @Nullable Long find(String tables) {
        return jdbc.sql("select id from deadline_edition where table_versions = ?")
                .param(tables)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
