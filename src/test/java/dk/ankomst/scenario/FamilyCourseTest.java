package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.deadlines.DeadlineState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Families of every kind from the visitation to the closed case. */
class FamilyCourseTest extends ScenarioTest {

    @Test
    void a_family_of_five_is_followed_from_the_visitation_until_the_case_is_closed() {
        OrdinaryCourse.play(town);
    }

    static Stream<Arguments> families() {
        return Stream.of(
                Arguments.of("a single man", "asylcenter", aFamily().withAdults(1)),
                Arguments.of(
                        "a quota family",
                        "kvote",
                        aFamily().of("kvoteflygtning").from("lufthavn").withChildren(2)),
                Arguments.of(
                        "a reunified family",
                        "familiesammenfoert",
                        aFamily()
                                .of("familiesammenfoert-aegtefaelle")
                                .from("udlandet")
                                .withAdults(1)
                                .withChildren(2)),
                Arguments.of("an unaccompanied minor", "uledsaget", aFamily().asUnaccompaniedMinor()),
                Arguments.of(
                        "a family that moved in",
                        "tilflytter",
                        aFamily().from("anden-kommune").withChildren(1)),
                Arguments.of(
                        "a family displaced from Ukraine",
                        "saerlov",
                        aFamily()
                                .of("fordrevet-ukraine")
                                .from("udlandet")
                                .withChildren(1)
                                .visitedOn("2026-09-10")),
                Arguments.of(
                        "a family of twelve",
                        "asylcenter",
                        aFamily().withAdults(4).withChildren(8)),
                Arguments.of(
                        "a family with special needs",
                        "asylcenter",
                        aFamily().withChildren(1).needing("traume", "handicap")),
                Arguments.of(
                        "a family of today",
                        "asylcenter",
                        aFamily().withChildren(1).visitedOn("2026-09-10")),
                Arguments.of(
                        "a quota family of today",
                        "kvote",
                        aFamily()
                                .of("kvoteflygtning")
                                .from("lufthavn")
                                .withChildren(1)
                                .visitedOn("2026-09-10")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void every_kind_of_family_comes_to_the_end(String words, String track, Family family) {
        String number = town.register(family);
        assertThat(town.facts(number).track()).isEqualTo(track);
        town.isSound(number);

        town.playToEnd(number);

        town.nothingRemains(number);
    }

    @Test
    void the_case_of_a_family_that_says_no_to_everything_comes_to_the_end() {
        String number = town.register(aFamily().withChildren(1));

        town.playToEnd(
                number,
                Map.of(
                        "oenskerHelbredsvurdering", "nej",
                        "vilIndgaaKontrakt", "nej",
                        "oenskerIntegrationsplan", "nej",
                        "erBevilget", "nej",
                        "folkeregisterOpdateret", "nej"));

        town.nothingRemains(number);
        assertThat(town.deadlines(number, "integrationskontrakt"))
                .extracting(view -> view.state())
                .containsOnly(DeadlineState.NOT_APPLICABLE);
    }

    @Test
    void what_everybody_did_is_in_the_log_under_their_names() {
        String number = town.register(aFamily().withAdults(1));
        town.playToEnd(number);

        List<HistoricTaskInstance> done = town.history(number).stream()
                .flatMap(instance -> town
                        .engine
                        .getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list()
                        .stream())
                .filter(task -> "completed".equals(task.getDeleteReason()))
                .toList();

        assertThat(done).hasSizeGreaterThan(20).allSatisfy(task -> {
            assertThat(task.getAssignee()).isNotNull();
            assertThat(town.engine
                            .getHistoryService()
                            .createUserOperationLogQuery()
                            .taskId(task.getId())
                            .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE)
                            .list())
                    .as(task.getName())
                    .extracting(UserOperationLogEntry::getUserId)
                    .containsOnly(task.getAssignee());
        });
    }
}
