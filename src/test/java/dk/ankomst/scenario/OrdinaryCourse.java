package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.DeadlineState;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.history.HistoricProcessInstance;

/** The ordinary course, played alike on every database. */
final class OrdinaryCourse {

    private OrdinaryCourse() {}

    static void play(Municipality town) {
        String number = town.register(
                aFamily().withAdults(2).withChildren(3).visitedOn("2015-05-15").expectedOn("2015-07-01"));
        assertThat(town.facts(number).phase()).isEqualTo("forberedelse");
        assertThat(town.facts(number).takeover()).isEqualTo("2015-07-01");
        town.isSound(number);
        town.timePasses(number, LocalDate.of(2015, 6, 20));
        town.playAllBut(number);
        assertThat(town.facts(number).phase()).isEqualTo("overdragelse");
        assertThat(town.instances(number))
                .as("only the plan waits for the family")
                .hasSize(1);

        town.clock.on("2015-07-01");
        town.arrives(number);
        assertThat(town.facts(number).phase()).isEqualTo("ankomst");
        town.playUntil(number, "UserTask_RegistrerEjendele");
        assertThat(town.facts(number).phase()).isEqualTo("modtagelsesperiode");
        town.isSound(number);

        town.timePasses(number, LocalDate.of(2015, 7, 20));
        town.playUntil(number, "UserTask_GoerStatus");
        assertThat(town.deadlines(number, "integrationskontrakt")).hasSize(2).allSatisfy(view -> {
            assertThat(view.ruleSet()).isEqualTo("RS-2013");
            assertThat(view.state()).isEqualTo(DeadlineState.MET);
        });
        assertThat(town.deadlines(number, "helbredsvurdering-tilbud"))
                .hasSize(5)
                .allSatisfy(view -> assertThat(view.state()).isEqualTo(DeadlineState.MET));
        town.playToEnd(number);

        town.nothingRemains(number);
        assertThat(town.deadlines.ofCase(number).stream()
                        .filter(view -> view.kind() == DeadlineKind.LOV && view.state() == DeadlineState.MET_LATE))
                .as("duties by law met late although everybody was in time")
                .isEmpty();
        List<String> played = town.history(number).stream()
                .map(HistoricProcessInstance::getProcessDefinitionKey)
                .toList();
        assertThat(played)
                .contains(
                        "modtagelse",
                        "forberedelse",
                        "overdragelse",
                        "ankomst",
                        "modtagelsesperiode",
                        "integrationsforloeb",
                        "koordineringsmoede",
                        "integrationsplan",
                        "boligplacering",
                        "etableringsstoette",
                        "etableringslevering");
        assertThat(played.stream().filter("helbredsvurdering"::equals)).hasSize(5);
        assertThat(played.stream().filter("integrationskontrakt"::equals)).hasSize(2);
        assertThat(played.stream().filter("danskuddannelse"::equals)).hasSize(2);
    }
}
