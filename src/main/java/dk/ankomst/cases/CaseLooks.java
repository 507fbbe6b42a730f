package dk.ankomst.cases;

import dk.ankomst.platform.Actor;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has looked at which case, when and where. Looks are added and never changed; they tell nothing of the family. */
@Service
public class CaseLooks {

    /** What stands before a task's name where a case was looked at in a task of the task list, and at no address. */
    public static final String TASK = "opgave: ";

    /** How long the parts of a page may be fetched after it without being looks of their own. */
    static final Duration PAGE_IS_OPEN = Duration.ofMinutes(10);

    private static final int LONGEST_PAGE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseLooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A look at a case.
     *
     * @param page the address looked at, without what stands after {@code ?}; or {@link #TASK} and the name of a task
     * @param at when (UTC)
     * @param by the user
     */
    public record Look(String page, Instant at, String by) {}

    /** How often a person has looked, and when last (UTC). */
    public record Looker(String by, int times, Instant last) {}

    /**
     * Records that whoever acts on this thread looks at a case; a number that no case has is passed over.
     *
     * @param page the address, without what stands after {@code ?}
     */
    @Transactional
    public void record(String caseNumber, String page) {
        record(caseNumber, page, null);
    }

    /** The same for a part of a page: it is no look of its own when the same person has just looked at the case. */
    @Transactional
    public void recordPart(String caseNumber, String page) {
        record(caseNumber, page, clock.instant().minus(PAGE_IS_OPEN));
    }

    private void record(String caseNumber, String page, @Nullable Instant unlessSince) {
        jdbc.sql("insert into case_look (case_number, page, looked_at, looked_by)"
                        + " select c.case_number, cast(:page as varchar(200)), cast(:now as timestamp with time zone),"
                        + " cast(:by as varchar(120)) from case_file c where c.case_number = :number"
                        + " and not exists (select 1 from case_look l where l.case_number = :number"
                        + " and l.looked_by = :by and l.looked_at >= cast(:since as timestamp with time zone))")
                .param("page", page.length() > LONGEST_PAGE ? page.substring(0, LONGEST_PAGE) : page)
                .param("now", utc(clock.instant()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", Actor.id())
                .param("number", caseNumber)
                .param("since", unlessSince == null ? null : utc(unlessSince), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /**
     * The looks at a case, the newest first.
     *
     * @param by only this person's; null for everybody's
     */
    @Transactional(readOnly = true)
    public List<Look> of(String caseNumber, @Nullable String by, int skip, int limit) {
        return jdbc.sql("select page, looked_at, looked_by from case_look where case_number = :number"
                        + (by == null ? "" : " and looked_by = :by") + " order by id desc offset " + skip
                        + " rows fetch next " + limit + " rows only")
                .param("number", caseNumber)
                .param("by", by, Types.VARCHAR)
                .query((row, number) -> new Look(
                        row.getString("page"),
                        row.getObject("looked_at", OffsetDateTime.class).toInstant(),
                        row.getString("looked_by")))
                .list();
    }

    /** Everybody who has looked at a case, whoever looked last first. */
    @Transactional(readOnly = true)
    public List<Looker> lookers(String caseNumber) {
        return jdbc.sql("select looked_by, count(*) as times, max(looked_at) as latest from case_look"
                        + " where case_number = :number group by looked_by order by latest desc, looked_by")
                .param("number", caseNumber)
                .query((row, number) -> new Looker(
                        row.getString("looked_by"),
                        row.getInt("times"),
                        row.getObject("latest", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
