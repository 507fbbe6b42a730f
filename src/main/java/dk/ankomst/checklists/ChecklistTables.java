package dk.ankomst.checklists;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads {@code tjeklister}, and the tables of points that its rows name. */
@Component
class ChecklistTables {

    static final String LISTS = "tjeklister";

    /** For whom there is a list of its own. */
    enum Scope {
        SAG,
        PERSON,
        VOKSEN
    }

    /** A list of the table; {@code table} holds its points. */
    record Row(
            String code, String title, Checklist.Kind kind, Scope scope, String group, String table, String source) {}

    /** A point with the rule that asks for it. */
    record Asked(
            String code,
            String text,
            boolean required,
            @Nullable String help,
            String source,
            String ruleId,
            Decisions.Version table) {}

    private final Decisions decisions;

    ChecklistTables(Decisions decisions) {
        this.decisions = decisions;
    }

    List<Row> lists(String track, boolean hasChildren) {
        return decisions.evaluate(LISTS, Map.of("spor", track, "harBoern", hasChildren)).stream()
                .map(hit -> new Row(
                        hit.requiredText("liste"),
                        hit.requiredText("titel"),
                        Checklist.Kind.valueOf(hit.requiredText("slags")),
                        Scope.valueOf(hit.requiredText("omfang")),
                        hit.requiredText("gruppe"),
                        hit.requiredText("tabel"),
                        hit.requiredText("kilde")))
                .toList();
    }

    List<Asked> points(Row list, String track, boolean hasChildren) {
        Decisions.Version table = decisions.newest(list.table());
        return decisions.evaluate(table, Map.of("liste", list.code(), "spor", track, "harBoern", hasChildren)).stream()
                .map(hit -> asked(hit, table))
                .toList();
    }

    private static Asked asked(RuleHit hit, Decisions.Version table) {
        String help = hit.text("vejledning");
        return new Asked(
                hit.requiredText("punkt"),
                hit.requiredText("tekst"),
                hit.isTrue("skalBesvares"),
                help == null || help.isBlank() ? null : help,
                hit.requiredText("kilde"),
                hit.ruleId(),
                table);
    }
}
