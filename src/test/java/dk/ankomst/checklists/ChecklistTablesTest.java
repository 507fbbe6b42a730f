package dk.ankomst.checklists;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.platform.Decisions;
import dk.ankomst.platform.RuleHit;
import dk.ankomst.platform.StaffGroup;
import dk.ankomst.platform.StaffGroup.Kind;
import dk.ankomst.platform.TableOnFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The municipality's tables of checklists, as they come with the program. */
class ChecklistTablesTest {

    private static final List<String> TRACKS =
            List.of("asylcenter", "kvote", "familiesammenfoert", "uledsaget", "tilflytter", "saerlov");

    private final ChecklistTables tables = new ChecklistTables(new TablesOfTheMunicipality());

    @Test
    void every_department_has_a_list_of_its_own() {
        Set<String> departments = StaffGroup.of(Kind.DEPARTMENT).stream()
                .filter(group -> group != StaffGroup.KOORDINATOR)
                .map(StaffGroup::id)
                .collect(Collectors.toSet());

        assertThat(tables.lists("asylcenter", true))
                .filteredOn(list -> list.kind() == Checklist.Kind.AFDELING)
                .extracting(ChecklistTables.Row::group)
                .containsExactlyInAnyOrderElementsOf(departments);
    }

    @Test
    void the_day_of_arrival_and_the_days_after_it_are_lists_apart() {
        assertThat(tables.lists("asylcenter", false))
                .filteredOn(list -> list.kind() == Checklist.Kind.ANKOMST)
                .extracting(ChecklistTables.Row::code)
                .containsExactly("ankomstdag", "foelgende-dage");
    }

    @Test
    void every_list_has_points_on_every_track_and_no_point_twice() {
        for (String track : TRACKS) {
            for (boolean children : new boolean[] {true, false}) {
                assertThat(tables.lists(track, children))
                        .allSatisfy(list -> assertThat(tables.points(list, track, children))
                                .as("%s on %s", list.code(), track)
                                .isNotEmpty()
                                .extracting(ChecklistTables.Asked::code)
                                .doesNotHaveDuplicates());
            }
        }
    }

    @Test
    void families_without_a_centre_have_no_handover_talk_and_families_without_children_no_school() {
        assertThat(tables.lists("kvote", true))
                .extracting(ChecklistTables.Row::code)
                .contains("afdeling-skole")
                .doesNotContain("samtale-overdragelse");
        assertThat(tables.lists("asylcenter", false))
                .extracting(ChecklistTables.Row::code)
                .contains("samtale-overdragelse")
                .doesNotContain("afdeling-skole");
    }

    /** The tables of {@code processes/kommune}, each opened when it is first asked. */
    private static final class TablesOfTheMunicipality implements Decisions {

        private final Map<String, TableOnFile> opened = new HashMap<>();

        private TableOnFile table(String key) {
            return opened.computeIfAbsent(key, name -> new TableOnFile("kommune/" + name));
        }

        @Override
        public Version newest(String key) {
            return table(key).newest(key);
        }

        @Override
        public Version oldest(String key) {
            return table(key).oldest(key);
        }

        @Override
        public Version version(String key, int number) {
            return table(key).version(key, number);
        }

        @Override
        public PutToWork putToWork(Version version) {
            return table(version.key()).putToWork(version);
        }

        @Override
        public List<RuleHit> evaluate(Version version, Map<String, @Nullable Object> inputs) {
            return table(version.key()).evaluate(version, inputs);
        }
    }
}
