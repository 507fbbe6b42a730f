package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** One member dies, leaves or comes on another day, and the others go on; and what goes along to the next municipality. */
class MembersApartTest extends ScenarioTest {

    private static final Set<String> OF_A_PERSON =
            Set.of("helbredsvurdering", "danskuddannelse", "integrationskontrakt");

    @Test
    void when_a_parent_dies_only_what_is_owed_to_that_parent_ends() {
        String number = receivedFamily(aFamily().withChildren(1));
        long dead = person(number, 2);
        town.timePasses(number, LocalDate.of(2015, 8, 20));
        assertThat(perPerson(number))
                .as("three offers for each adult, one for the child")
                .isEqualTo(7);

        leaves(number, dead, "doed");

        assertThat(ofPerson(number, dead)).isNotEmpty().allSatisfy(view -> assertThat(view.state())
                .as(view.duty())
                .isIn(DeadlineState.LAPSED, DeadlineState.MET, DeadlineState.NOT_APPLICABLE));
        DeadlineView contract = ofPerson(number, dead).stream()
                .filter(view -> view.duty().equals("integrationskontrakt"))
                .findFirst()
                .orElseThrow();
        assertThat(contract.breachedAt())
                .as("passed before the death, and that stays")
                .isNotNull();
        assertThat(contract.changes()).last().satisfies(change -> assertThat(change.reason())
                .isEqualTo("Person 2: Personen er død. Oplyst af hospitalet"));
        assertThat(town.deadlines(number, "integrationskontrakt"))
                .filteredOn(view -> view.personId() != dead)
                .allSatisfy(view -> assertThat(view.state().isOpen()).isTrue());
        assertThat(perPerson(number)).isEqualTo(4);
        Task followUp = town.openTask(number, "UserTask_FoelgOpPaaAfgang");
        assertThat(shown(followUp))
                .containsEntry("personNavn", town.facts(number).persons().get(1).name());
        assertThat(town.engine.getRuntimeService().getVariable(followUp.getExecutionId(), "antalVoksne"))
                .isEqualTo(1);
        town.isSound(number);
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void when_the_only_parent_dies_the_children_stay_and_somebody_asks_who_is_responsible() {
        String number = receivedFamily(aFamily().withAdults(1).withChildren(2));

        leaves(number, person(number, 1), "doed");

        assertThat(town.facts(number).open()).isTrue();
        assertThat(town.staff.as(
                        "koordinator",
                        "koordinator",
                        () -> town.staff.filled(town.openTask(number, "UserTask_FoelgOpPaaAfgang"), Map.of())))
                .containsKey("ansvarForBoern");
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void when_the_last_one_dies_the_case_ends_and_nothing_runs_on() {
        String number = receivedFamily(aFamily().withAdults(1));

        leaves(number, person(number, 1), "doed");

        assertThat(Municipality.namesOf(town.openTasks(number))).containsExactly("UserTask_AfslutIndsatser");
        assertThat(town.jobs(number)).isEmpty();
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void who_comes_after_the_family_has_deadlines_from_the_own_arrival_and_offers_from_that_day() {
        String number =
                town.register(aFamily().of("kvoteflygtning").from("lufthavn").expectedOn("2015-06-20"));
        long late = person(number, 2);
        town.staff.as("koordinator", "koordinator", () -> {
            town.members.comesLater(number, late, LocalDate.of(2015, 8, 10), "Rejsepapirer mangler");
            return null;
        });
        assertThat(contractDue(number, late)).isEqualTo("2015-09-10");
        assertThat(contractDue(number, person(number, 1))).isEqualTo("2015-07-20");
        town.playAllBut(number);
        clock.on("2015-06-20");
        town.arrives(number);
        town.playUntil(number, "UserTask_TilbydHelbredsvurdering");
        assertThat(town.openTasks(number, "UserTask_TilbydHelbredsvurdering")).hasSize(1);

        town.timePasses(number, LocalDate.of(2015, 8, 3));
        town.staff.as("koordinator", "koordinator", () -> {
            town.members.arrived(number, late, clock.today());
            return null;
        });
        town.runJobs(number);

        assertThat(contractDue(number, late)).isEqualTo("2015-09-03");
        assertThat(contractDue(number, person(number, 1))).isEqualTo("2015-07-20");
        assertThat(town.openTasks(number, "UserTask_TilbydHelbredsvurdering")).hasSize(2);
        assertThat(town.deadlines(number, "integrationskontrakt"))
                .as("opened once")
                .hasSize(2);
        town.isSound(number);
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void the_dossier_tells_the_next_municipality_what_is_done_what_is_missing_and_what_period_is_left()
            throws Exception {
        String number = receivedFamily(aFamily().withAdults(1));
        town.playAllBut(
                number,
                "UserTask_FoelgModSelvforsoergelse",
                "UserTask_HoldKontraktsamtale",
                "UserTask_TilbydHelbredsvurdering");
        town.timePasses(number, LocalDate.of(2015, 10, 1));
        town.staff.as("koordinator", "koordinator", () -> {
            town.cases.movedAway(number, clock.today(), "Eksempelby", "Arbejde");
            return null;
        });

        String page = read(number, "koordinator").getContentAsString(StandardCharsets.UTF_8);

        assertThat(page)
                .contains("Familien flyttede den 1. oktober 2015")
                .contains("2 år, 9 måneder og 0 dage")
                .contains("Integrationskontrakt")
                .contains("overskredet")
                .contains("Integrationsprogram")
                .doesNotContain("elbredsvurdering")
                .doesNotContain("ægebesøg")
                .doesNotContain("Aftalt");
        assertThat(read(number, "drift").getStatus()).isEqualTo(403);
        town.playToEnd(number);
        assertThat(read(number, "revisor").getStatus()).isEqualTo(200);
    }

    @Test
    void who_moved_in_goes_on_with_what_is_left_of_the_period() {
        String number = town.register(aFamily().from("anden-kommune").withAdults(2));
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        town.playUntil(number, "UserTask_FastsaetRestperioden");
        assertThat(town.deadlines(number, "program-slut")).hasSize(2).allSatisfy(view -> assertThat(view.dueDate())
                .isEqualTo("2018-07-01"));

        town.complete(
                number,
                "UserTask_FastsaetRestperioden",
                Map.of("erRestperiodenOplyst", "ja", "programSlutDato", "2016-10-15"));

        assertThat(town.deadlines(number, "program-slut")).hasSize(2).allSatisfy(view -> {
            assertThat(view.dueDate()).isEqualTo("2016-10-15");
            assertThat(view.changedByHand()).isTrue();
            assertThat(view.changes()).last().satisfies(change -> {
                assertThat(change.by()).isEqualTo("leder");
                assertThat(change.reason()).contains("oplyst af fraflytningskommunen");
            });
        });
        town.isSound(number);
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void four_unaccompanied_minors_of_one_nationality_are_proposed_an_offer_of_their_own() {
        String last = "";
        for (int young = 1; young <= 4; young++) {
            last = town.register(aFamily().asUnaccompaniedMinor().ofNationality("eritrea", null));
            town.playUntil(last, "UserTask_AfklarDenUngesForhold");
            assertThat(proposal(last)).startsWith(young < 4 ? "Der er ikke unge nok" : "Der er unge nok");
        }
        town.playToEnd(last);
        town.nothingRemains(last);
    }

    private String proposal(String number) {
        return (String) town.staff.as("boern-familie", "boern-familie", () -> town.engine
                .getFormService()
                .getTaskFormVariables(
                        town.openTask(number, "UserTask_AfklarDenUngesForhold").getId())
                .get("gruppetilbudForslag"));
    }

    private String receivedFamily(Family family) {
        String number = town.register(family);
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        town.playUntil(number, "UserTask_TilbydHelbredsvurdering");
        return number;
    }

    private void leaves(String number, long person, String cause) {
        town.staff.as("koordinator", "koordinator", () -> {
            town.members.left(number, person, clock.today(), cause, "Oplyst af hospitalet");
            return null;
        });
        town.runJobs(number);
    }

    private long person(String number, int within) {
        return town.facts(number).persons().get(within - 1).id();
    }

    private List<DeadlineView> ofPerson(String number, long person) {
        return town.deadlines.ofCase(number).stream()
                .filter(view -> view.personId() != null && view.personId() == person)
                .toList();
    }

    private LocalDate contractDue(String number, long person) {
        return town.deadlines.dueDate(number, "integrationskontrakt", person);
    }

    private long perPerson(String number) {
        return town.instances(number).stream()
                .map(id -> town.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult()
                        .getProcessDefinitionId())
                .filter(definition -> OF_A_PERSON.contains(definition.split(":", 2)[0]))
                .count();
    }

    private Map<String, Object> shown(Task task) {
        return town.staff.as(
                "koordinator", "koordinator", () -> town.engine.getFormService().getTaskFormVariables(task.getId()));
    }

    private MockHttpServletResponse read(String number, String user) throws Exception {
        return mvc.perform(get("/sager/" + number + "/overdragelsesdossier")
                        .with(authentication(UsernamePasswordAuthenticationToken.authenticated(
                                user, null, List.of(new SimpleGrantedAuthority("GROUP_" + user))))))
                .andReturn()
                .getResponse();
    }
}
