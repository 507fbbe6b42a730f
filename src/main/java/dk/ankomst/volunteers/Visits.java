package dk.ankomst.volunteers;

import dk.ankomst.cases.Cases;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.InputRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visits of families to associations, and whether they joined. */
@Service
@Transactional
public class Visits {

    private final JdbcClient jdbc;
    private final Associations associations;
    private final Cases cases;
    private final Clock clock;

    Visits(JdbcClient jdbc, Associations associations, Cases cases, Clock clock) {
        this.jdbc = jdbc;
        this.associations = associations;
        this.cases = cases;
        this.clock = clock;
    }

    /** Notes a visit that was agreed or has been. */
    public void plan(String caseNumber, @Nullable Long association, @Nullable LocalDate on) {
        if (!cases.facts(caseNumber).open()) {
            throw new InputRefused("", "Sagen er afsluttet, så den kan ikke ændres.");
        }
        Objections wrong = new Objections();
        boolean known = association != null
                && associations.find(association).filter(Association::active).isPresent();
        if (!known) {
            wrong.add("association", "Vælg en forening, der er aktiv i registret.");
        }
        wrong.required("date", on, "Skriv, hvornår besøget er.");
        wrong.refuse();
        jdbc.sql("insert into association_visit (case_number, association_id, planned_on, noted_by)"
                        + " values (:case, :association, :on, :by)")
                .param("case", caseNumber)
                .param("association", association)
                .param("on", on)
                .param("by", Actor.id())
                .update();
    }

    /** Notes what came of a visit. */
    public void outcome(String caseNumber, long id, Visit.@Nullable Outcome outcome) {
        if (outcome == null) {
            throw new InputRefused("outcome", "Vælg, hvad besøget førte til.");
        }
        Visit visit = ofCase(caseNumber).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new InputRefused("", "Besøget står ikke på sagen mere. Se siden igen."));
        LocalDate today = LocalDate.now(clock);
        if (outcome != Visit.Outcome.NOT_HELD && visit.plannedOn().isAfter(today)) {
            throw new InputRefused("outcome", "Besøget har ikke været der endnu. Skriv udfaldet bagefter.");
        }
        jdbc.sql("update association_visit set outcome = :outcome, held_on = :held, noted_by = :by where id = :id")
                .param("outcome", outcome.name())
                .param("held", outcome == Visit.Outcome.NOT_HELD ? null : visit.plannedOn(), java.sql.Types.DATE)
                .param("by", Actor.id())
                .param("id", id)
                .update();
    }

    /** The visits of a family, newest first. */
    @Transactional(readOnly = true)
    public List<Visit> ofCase(String caseNumber) {
        return jdbc.sql("select v.*, a.name from association_visit v join association a on a.id = v.association_id"
                        + " where v.case_number = :case order by v.planned_on desc, v.id desc")
                .param("case", caseNumber)
                .query((row, number) -> {
                    String outcome = row.getString("outcome");
                    return new Visit(
                            row.getLong("id"),
                            row.getLong("association_id"),
                            row.getString("name"),
                            row.getObject("planned_on", LocalDate.class),
                            row.getObject("held_on", LocalDate.class),
                            outcome == null ? null : Visit.Outcome.valueOf(outcome));
                })
                .list();
    }
}
