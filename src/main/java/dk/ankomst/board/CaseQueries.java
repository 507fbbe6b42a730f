package dk.ankomst.board;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads for lists that join cases with open tasks. This is the one place where the pages read the tables of other modules
 * directly: a search over thousands of cases must be one indexed query, not one call per case. It never writes.
 */
@Component
class CaseQueries {

    static final int PAGE_SIZE = 20;

    /**
     * What is looked for; null means no restriction.
     *
     * @param text part of a case number, a family's name or a member's name
     * @param phase code of a phase
     * @param department group with at least one open task on the case
     * @param closedToo closed cases are listed too
     * @param sort the order, one of {@link Sort}
     * @param page from 1
     */
    record Search(
            @Nullable String text,
            @Nullable String phase,
            @Nullable String department,
            boolean closedToo,
            Sort sort,
            int page) {}

    /** The orders in which cases can be listed; the names stand in addresses. */
    enum Sort {
        FRIST("case when next_due is null then 1 else 0 end, next_due, case_number", "Ældste frist først"),
        SAGSNUMMER("case_number desc", "Nyeste sag først"),
        FAMILIE("lower(family_name), case_number", "Familie, A til Å"),
        ANKOMST("case when coming is null then 1 else 0 end, coming desc, case_number", "Seneste ankomst først");

        private final String orderBy;
        private final String label;

        Sort(String orderBy, String label) {
            this.orderBy = orderBy;
            this.label = label;
        }

        String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The order that an address names; the oldest deadline first when it names none. */
        static Sort of(@Nullable String code) {
            for (Sort sort : values()) {
                if (sort.code().equals(code)) {
                    return sort;
                }
            }
            return FRIST;
        }
    }

    /** A case as it stands in the list. */
    record Found(
            String caseNumber,
            String family,
            String phase,
            boolean open,
            String track,
            int persons,
            @Nullable LocalDate plannedArrival,
            @Nullable LocalDate arrival,
            int openTasks,
            @Nullable OffsetDateTime nextDue) {}

    /** What only the case page shows of a case file. */
    record Extras(
            @Nullable String originName,
            @Nullable String address,
            @Nullable String knownNeeds,
            @Nullable LocalDate closedOn,
            @Nullable String closedReason) {}

    private static final String FOUND = "select c.case_number, c.family_name, c.phase, c.status, c.track,"
            + " c.planned_arrival_date, c.arrival_date, coalesce(c.arrival_date, c.planned_arrival_date) as coming,"
            + " (select count(*) from person p where p.case_id = c.id and (p.left_on is null"
            // Whoever left with the end of the case is counted: the list says how many the family was.
            + " or (c.status = 'CLOSED' and p.left_on >= c.closed_on))) as persons,"
            + " (select count(*) from work_item w where w.case_number = c.case_number) as open_tasks,"
            + " (select min(w.due_date) from work_item w where w.case_number = c.case_number) as next_due"
            + " from case_file c";

    private final JdbcClient jdbc;

    CaseQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The cases on one page of the result. */
    List<Found> find(Search search) {
        Map<String, Object> params = new HashMap<>();
        String where = where(search, params);
        int offset = (Math.max(1, search.page()) - 1) * PAGE_SIZE;
        return jdbc.sql("select * from (" + FOUND + where + ") found order by " + search.sort().orderBy + " offset "
                        + offset + " rows fetch next " + PAGE_SIZE + " rows only")
                .params(params)
                .query((row, number) -> new Found(
                        row.getString("case_number"),
                        row.getString("family_name"),
                        row.getString("phase"),
                        "OPEN".equals(row.getString("status")),
                        row.getString("track"),
                        row.getInt("persons"),
                        row.getObject("planned_arrival_date", LocalDate.class),
                        row.getObject("arrival_date", LocalDate.class),
                        row.getInt("open_tasks"),
                        row.getObject("next_due", OffsetDateTime.class)))
                .list();
    }

    /** How many cases the whole result holds. */
    int count(Search search) {
        Map<String, Object> params = new HashMap<>();
        String where = where(search, params);
        return jdbc.sql("select count(*) from case_file c" + where)
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** What the case page shows beside the facts; empty when there is no such case. */
    Optional<Extras> extras(String caseNumber) {
        return jdbc.sql("select c.origin_name, c.notes_known_needs, c.closed_on, c.closed_reason,"
                        + " (select min(h.address) from household h where h.case_id = c.id) as address"
                        + " from case_file c where c.case_number = :number")
                .param("number", caseNumber)
                .query((row, number) -> new Extras(
                        row.getString("origin_name"),
                        row.getString("address"),
                        row.getString("notes_known_needs"),
                        row.getObject("closed_on", LocalDate.class),
                        row.getString("closed_reason")))
                .optional();
    }

    /** The families' display names by case number. */
    Map<String, String> families(Collection<String> caseNumbers) {
        Map<String, String> families = new HashMap<>();
        if (!caseNumbers.isEmpty()) {
            jdbc.sql("select case_number, family_name from case_file where case_number in (:numbers)")
                    .param("numbers", caseNumbers)
                    .query(row -> {
                        families.put(row.getString("case_number"), row.getString("family_name"));
                    });
        }
        return families;
    }

    private static String where(Search search, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        if (!search.closedToo()) {
            // A case whose end was registered is nobody's business no more only when its last task is done.
            where.append(" and (c.status = 'OPEN'"
                    + " or exists (select 1 from work_item w where w.case_number = c.case_number))");
        }
        if (search.phase() != null) {
            where.append(" and c.phase = :phase");
            params.put("phase", search.phase());
        }
        if (search.department() != null) {
            where.append(" and exists (select 1 from work_item w where w.case_number = c.case_number"
                    + " and w.group_id = :department)");
            params.put("department", search.department());
        }
        if (search.text() != null) {
            int word = 0;
            for (String part : search.text().toLowerCase(Locale.ROOT).split("\\s+")) {
                String name = "word" + word++;
                where.append(" and (lower(c.case_number) like :" + name + " escape '!'"
                        + " or lower(c.family_name) like :" + name + " escape '!'"
                        + " or exists (select 1 from person p where p.case_id = c.id"
                        + " and lower(p.given_name || ' ' || p.surname) like :" + name + " escape '!'))");
                params.put(
                        name, "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            }
        }
        return where.toString();
    }
}
