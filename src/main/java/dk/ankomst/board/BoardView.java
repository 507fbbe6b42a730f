package dk.ankomst.board;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks at on the board. All of it stands in the address, so that the back button, a reload and a shared link
 * show the same.
 *
 * @param scope whose tasks
 * @param phase only cases in this phase
 * @param type only deadlines of this type
 * @param department only this department's
 * @param unassigned only what nobody has taken
 * @param shown how many rows of a group are shown, where it is more than the first ones
 */
record BoardView(
        Scope scope,
        @Nullable String phase,
        @Nullable DateKind type,
        @Nullable String department,
        boolean unassigned,
        Map<BoardGroup, Integer> shown) {

    /** Nobody reads on so far; the filters lead there sooner. */
    static final int MOST_ROWS = 200;

    /** Whose. */
    enum Scope {
        MINE("Mine"),
        TEAM("Mit team"),
        ALLE("Alle");

        private final String label;

        Scope(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What binds to a date, as the register and the work list code it; a task whose date is its own has no code. */
    enum DateKind {
        LOV("LOV", "Lovfrist"),
        LOKAL("LOKAL", "Lokalt mål"),
        AFTALT("AFTALT", "Aftalt dato"),
        /** It binds the citizen; the municipality cannot miss it. */
        BORGER("BORGER", "Borgerens egen frist"),
        EGEN("", "Opgavens egen frist");

        private final String kind;
        private final String label;

        DateKind(String kind, String label) {
            this.kind = kind;
            this.label = label;
        }

        String kind() {
            return kind;
        }

        String label() {
            return label;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static DateKind ofKind(String kind) {
            for (DateKind type : values()) {
                if (type.kind.equals(kind)) {
                    return type;
                }
            }
            return EGEN;
        }
    }

    static final String PATH = "/frister";

    /** Reads an address; what it does not say, or says wrongly, is as if it were left out. */
    static BoardView of(
            MultiValueMap<String, String> asked, Scope usual, List<String> phases, Set<String> departments) {
        Scope scope = usual;
        for (Scope candidate : Scope.values()) {
            if (candidate.code().equals(asked.getFirst("vis"))) {
                scope = candidate;
            }
        }
        DateKind type = null;
        for (DateKind candidate : DateKind.values()) {
            if (candidate.code().equals(asked.getFirst("type"))) {
                type = candidate;
            }
        }
        String phase = asked.getFirst("fase");
        String department = asked.getFirst("afdeling");
        Map<BoardGroup, Integer> shown = new EnumMap<>(BoardGroup.class);
        for (BoardGroup group : BoardGroup.values()) {
            String rows = asked.getFirst("antal-" + group.code());
            if (rows != null && rows.matches("\\d{1,3}") && Integer.parseInt(rows) > group.rows()) {
                shown.put(group, Math.min(MOST_ROWS, Integer.parseInt(rows)));
            }
        }
        return new BoardView(
                scope,
                phase != null && phases.contains(phase) ? phase : null,
                type,
                // What is somebody's own, or a team's, is not another department's.
                scope == Scope.ALLE && department != null && departments.contains(department) ? department : null,
                "ingen".equals(asked.getFirst("ansvarlig")),
                shown);
    }

    int rows(BoardGroup group) {
        return shown.getOrDefault(group, group.rows());
    }

    boolean isFiltered() {
        return phase != null || type != null || department != null || unassigned;
    }

    BoardView with(Scope other) {
        return new BoardView(
                other,
                phase,
                type,
                other == Scope.ALLE ? department : null,
                unassigned && other != Scope.MINE,
                Map.of());
    }

    BoardView withPhase(@Nullable String other) {
        return new BoardView(scope, other, type, department, unassigned, Map.of());
    }

    BoardView withType(@Nullable DateKind other) {
        return new BoardView(scope, phase, other, department, unassigned, Map.of());
    }

    BoardView withDepartment(@Nullable String other) {
        return new BoardView(scope, phase, type, other, unassigned, Map.of());
    }

    BoardView withUnassigned(boolean other) {
        return new BoardView(scope, phase, type, department, other, Map.of());
    }

    BoardView unfiltered() {
        return new BoardView(scope, null, null, null, false, Map.of());
    }

    BoardView withMore(BoardGroup group) {
        Map<BoardGroup, Integer> more = new EnumMap<>(BoardGroup.class);
        more.putAll(shown);
        more.put(group, Math.min(MOST_ROWS, rows(group) + 2 * group.rows()));
        return new BoardView(scope, phase, type, department, unassigned, more);
    }

    /** The address of the board that shows this. */
    String href() {
        return href(PATH);
    }

    /** The address of a page that needs to know what the board shows. */
    String href(String path) {
        return path + "?" + query();
    }

    /** What stands after the question mark. */
    String query() {
        UriComponentsBuilder uri = UriComponentsBuilder.newInstance().queryParam("vis", scope.code());
        if (unassigned) {
            uri.queryParam("ansvarlig", "ingen");
        }
        if (type != null) {
            uri.queryParam("type", type.code());
        }
        if (phase != null) {
            uri.queryParam("fase", phase);
        }
        if (department != null) {
            uri.queryParam("afdeling", department);
        }
        shown.forEach((group, rows) -> uri.queryParam("antal-" + group.code(), rows));
        String query = uri.build().getQuery();
        return query == null ? "" : query;
    }
}
