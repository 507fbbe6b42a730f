package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.platform.InputRefused;
import dk.ankomst.volunteers.Match;
import dk.ankomst.volunteers.MatchReason.Effect;
import dk.ankomst.volunteers.Matching;
import dk.ankomst.volunteers.TaskJudgement;
import dk.ankomst.volunteers.VolunteerEntry;
import dk.ankomst.volunteers.VolunteerTasks;
import dk.ankomst.volunteers.Volunteers;
import dk.ankomst.worklist.DecisionRecords;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the offer to the end of the contact, and what nobody gives a volunteer. */
class VolunteerCourseTest extends ScenarioTest {

    private static final String OFFER = "UserTask_TilbydKontaktfamilie";
    private static final String FIND = "UserTask_FindKontaktfamilie";
    private static final String MEET = "UserTask_HoldFoersteMoede";
    private static final String FOLLOW = "UserTask_FoelgOpPaaKontakten";

    @Autowired
    Volunteers volunteers;

    @Autowired
    Matching matching;

    @Autowired
    VolunteerTasks tasks;

    @Autowired
    DecisionRecords records;

    @Autowired
    ProcessEngine engine;

    private long aVolunteer(@Nullable LocalDate agreement, @Nullable LocalDate conduct) {
        return town.staff.as(
                "frivilligkoordinator",
                "frivilligkoordinator",
                () -> volunteers.register(new VolunteerEntry(
                        "Prøve Frivillig",
                        "12 34 56 78",
                        "frivillig@eksempel.dk",
                        null,
                        null,
                        agreement,
                        conduct,
                        List.of("sprog", "hverdag"),
                        List.of("kontaktfamilie"),
                        List.of("Arabisk"))));
    }

    private String offered() {
        String number = town.register(aFamily().withAdults(2).withChildren(1));
        town.playUntil(number, OFFER);
        return number;
    }

    private static Map<String, Object> both(Object... pairs) {
        Map<String, Object> answers = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i].toString(), pairs[i + 1]);
        }
        return answers;
    }

    @Test
    void a_match_needs_the_yes_of_both_and_is_followed_until_it_ends() {
        String number = offered();
        town.complete(number, OFFER, both("kontaktfamilieSvar", "ja", "foreningSvar", "nej"));
        LocalDate today = clock.today();
        long unready = aVolunteer(null, null);
        long ready = aVolunteer(today, today);
        Task find = town.openTask(number, FIND);

        assertThatThrownBy(() -> town.staff.complete(find, Map.of("matchSvar", "ja")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("både familien og den frivillige har sagt ja");
        assertThatThrownBy(() -> matching.choose(number, unready))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("kodekset");
        matching.choose(number, ready);
        assertThatThrownBy(() -> matching.choose(number, ready))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("allerede et match");
        matching.accept(number, today, null);
        assertThatThrownBy(() -> town.staff.complete(find, Map.of("matchSvar", "ja")))
                .isInstanceOf(FormFieldValidationException.class);
        matching.accept(number, null, today);
        town.complete(number, FIND, Map.of("matchSvar", "ja"));
        assertThat(records.ofCase(number)).anySatisfy(record -> {
            assertThat(record.ruleId()).isEqualTo("rule_match_klar");
            assertThat(record.resultText()).contains("Frivillig nr. " + ready).doesNotContain("Prøve");
        });

        town.complete(number, MEET, Map.of("vilBeggeFortsaette", "ja"));
        town.timePasses(number, today.plusDays(60));
        Task follow = town.openTask(number, FOLLOW);
        assertThatThrownBy(() -> town.staff.complete(follow, Map.of("kontaktForloeb", "slutter")))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("Afslut først matchet");
        matching.end(number, clock.today(), "Familien har fundet sig til rette");
        town.complete(number, FOLLOW, Map.of("kontaktForloeb", "slutter"));

        assertThat(town.instances(number))
                .as("the effort has ended, the plan goes on")
                .noneMatch(instance -> engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .processDefinitionKey("frivilligindsats")
                                .count()
                        > 0);
        town.isSound(number);
    }

    @Test
    void when_the_case_ends_the_contact_ends_with_it() {
        String number = offered();
        town.complete(number, OFFER, both("kontaktfamilieSvar", "ja", "foreningSvar", "ja"));
        LocalDate today = clock.today();
        matching.choose(number, aVolunteer(today, today));
        matching.accept(number, today, today);
        town.playToEnd(number, Map.of("matchSvar", "ja", "vilBeggeFortsaette", "ja"));

        town.nothingRemains(number);
        assertThat(matching.openMatch(number)).isEmpty();
        assertThat(matching.ofCase(number)).singleElement().satisfies(match -> assertThat(match.endedReason())
                .isNotBlank());
    }

    @Test
    void a_family_that_hesitates_is_asked_again_and_may_then_say_no() {
        String number = offered();
        LocalDate again = clock.today().plusDays(30);
        town.complete(
                number,
                OFFER,
                both("kontaktfamilieSvar", "senere", "naesteTilbudDato", again.toString(), "foreningSvar", "nej"));
        assertThat(town.openTasks(number, OFFER)).isEmpty();
        town.timePasses(number, again);
        town.complete(number, OFFER, both("kontaktfamilieSvar", "nej", "foreningSvar", "nej"));

        assertThat(town.openTasks(number, OFFER)).isEmpty();
        assertThat(town.openTasks(number, FIND)).isEmpty();
        town.isSound(number);
    }

    @Test
    void the_reasons_say_what_speaks_for_a_volunteer_and_what_has_to_be_asked() {
        String number = offered();
        LocalDate today = clock.today();
        long ready = aVolunteer(today, today);
        matching.wish(number, List.of("hverdag"));

        assertThat(matching.candidates(number))
                .filteredOn(candidate -> candidate.volunteer().id() == ready)
                .singleElement()
                .satisfies(candidate -> {
                    assertThat(candidate.rejected()).isFalse();
                    assertThat(candidate.reasons())
                            .anySatisfy(reason -> assertThat(reason.ruleId()).isEqualTo("rule_match_omraade"))
                            .anySatisfy(reason -> {
                                assertThat(reason.effect()).isEqualTo(Effect.ASKS);
                                assertThat(reason.ruleId()).isEqualTo("rule_match_plads_ukendt");
                            });
                });
    }

    @Test
    void a_statutory_task_is_refused_with_its_reasons_and_both_stand_on_the_case() {
        String number = offered();
        LocalDate today = clock.today();
        matching.choose(number, aVolunteer(today, today));
        matching.accept(number, today, today);

        TaskJudgement refused = tasks.give(number, "hverdag", "Følg med til læge og oversæt", true, true, false);
        TaskJudgement given = tasks.give(number, "hverdag", "Vis, hvordan bussen virker", false, false, false);

        assertThat(refused.allowed()).isFalse();
        assertThat(refused.reasons())
                .extracting(TaskJudgement.Reason::ruleId)
                .containsExactly("rule_opgave_lovpligtig", "rule_opgave_faglig");
        assertThat(given.allowed()).isTrue();
        assertThat(tasks.ofCase(number))
                .extracting(VolunteerTasks.Given::allowed)
                .containsExactly(true, false);
        assertThat(records.ofCase(number))
                .extracting(record -> String.valueOf(record.ruleId()))
                .contains("rule_opgave_lovpligtig", "rule_opgave_kan");
        assertThatThrownBy(() -> tasks.give(number, "hverdag", "Ring 120385-1234", false, false, null))
                .isInstanceOfSatisfying(InputRefused.class, wrong -> assertThat(wrong.errors())
                        .extracting(InputRefused.FieldError::field)
                        .containsExactly("description", "deadlineBound"));
    }

    @Test
    void the_engine_gives_no_volunteer_a_task_of_the_municipality() {
        String number = offered();
        Task offer = town.openTask(number, OFFER);
        TaskService service = engine.getTaskService();
        IdentityService identities = engine.getIdentityService();
        if (identities.createGroupQuery().groupId(VolunteerTasks.GROUP).count() == 0) {
            identities.saveGroup(identities.newGroup(VolunteerTasks.GROUP));
            identities.saveUser(identities.newUser("en-frivillig"));
            identities.createMembership("en-frivillig", VolunteerTasks.GROUP);
        }

        assertThatThrownBy(() -> service.setAssignee(offer.getId(), "en-frivillig"))
                .hasMessageContaining("kan ikke gives til en frivillig")
                .hasMessageContaining("bundet af en frist");
        assertThatThrownBy(() -> service.addCandidateGroup(offer.getId(), VolunteerTasks.GROUP))
                .hasMessageContaining("kan ikke gives til en frivillig");
        assertThatThrownBy(() -> service.addCandidateUser(offer.getId(), "en-frivillig"))
                .hasMessageContaining("kan ikke gives til en frivillig");
        assertThatThrownBy(() -> service.claim(offer.getId(), "en-frivillig"))
                .hasMessageContaining("kan ikke gives til en frivillig");
        service.setAssignee(offer.getId(), "frivilligkoordinator");
        assertThat(town.openTask(number, OFFER).getAssignee()).isEqualTo("frivilligkoordinator");
    }

    @Test
    void a_volunteer_who_has_stopped_can_be_forgotten_and_what_was_done_keeps_the_number() {
        String number = offered();
        LocalDate today = clock.today();
        long id = aVolunteer(today, today);
        matching.choose(number, id);

        assertThatThrownBy(() -> volunteers.forget(id)).isInstanceOf(InputRefused.class);
        assertThatThrownBy(() -> volunteers.end(id, today, "Flytter"))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Afslut først kontakten");
        matching.end(number, today, "Flytter");
        volunteers.end(id, today, "Flytter");
        volunteers.forget(id);

        assertThat(matching.ofCase(number))
                .extracting(Match::volunteerName)
                .containsExactly("Tidligere frivillig nr. " + id);
        assertThat(volunteers.find(id)).get().satisfies(one -> {
            assertThat(one.phone()).isNull();
            assertThat(one.email()).isNull();
            assertThat(one.languages()).isEmpty();
        });
    }

    @Test
    void a_cpr_number_is_refused_wherever_it_is_written() {
        assertThatThrownBy(() -> volunteers.register(new VolunteerEntry(
                        "Prøve 120385-1234",
                        "120385-1234",
                        null,
                        "120385-1234",
                        null,
                        null,
                        null,
                        List.of("findes-ikke"),
                        List.of(),
                        List.of())))
                .isInstanceOfSatisfying(InputRefused.class, wrong -> assertThat(wrong.errors())
                        .extracting(InputRefused.FieldError::field)
                        .containsExactly("name", "phone", "background", "areas"));
    }
}
