package dk.ankomst.cases;

import static dk.ankomst.cases.AFamily.aFamily;
import static dk.ankomst.cases.AFamily.child;
import static dk.ankomst.cases.AFamily.speaking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CaseTest
@WithMockUser(username = "koordinator")
class CaseChangesTest {

    private static final LocalDate JULY_3 = LocalDate.of(2015, 7, 3);
    private static final LocalDate JULY_8 = LocalDate.of(2015, 7, 8);

    @Autowired
    private Cases cases;

    @Autowired
    private CaseStore store;

    @Autowired
    private CaseTestSetUp.NotedPlan plan;

    @Autowired
    private CaseTestSetUp.TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private String number = "";

    @BeforeEach
    void aCase() {
        clock.set("2016-02-10T09:00:00Z");
        plan.reset();
        number = cases.register(aFamily().expectedOn("2015-07-03").visitation());
        plan.reset();
    }

    @Test
    void a_new_arrival_date_keeps_the_old_one_with_reason_and_name() {
        cases.changePlannedArrival(number, JULY_8, "Flyet er aflyst");

        assertThat(cases.facts(number).plannedArrival()).isEqualTo(JULY_8);
        assertThat(cases.dateChanges(number)).last().satisfies(change -> {
            assertThat(change.which()).isEqualTo("planlagt-ankomst");
            assertThat(change.oldDate()).isEqualTo(JULY_3);
            assertThat(change.newDate()).isEqualTo(JULY_8);
            assertThat(change.reason()).isEqualTo("Flyet er aflyst");
            assertThat(change.changedBy()).isEqualTo("koordinator");
            assertThat(change.changedAt()).isEqualTo("2016-02-10T09:00:00Z");
        });
        assertThat(plan.calls).containsExactly("arrivalDateChanged " + number);
    }

    @Test
    void what_a_transaction_has_read_and_then_changed_it_sees_changed() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(cases.facts(number).permanentDwelling()).isFalse();
            cases.setPermanentDwelling(number, true);
            assertThat(cases.facts(number).permanentDwelling()).isTrue();
            cases.setTakeover(number, JULY_3);
            assertThat(cases.facts(number).takeover()).isEqualTo(JULY_3);
            cases.changePlannedArrival(number, JULY_8, "Flyet er aflyst");
            assertThat(cases.facts(number).plannedArrival()).isEqualTo(JULY_8);
            cases.arrived(number, JULY_8);
            assertThat(cases.facts(number).arrival()).isEqualTo(JULY_8);
            cases.setPhase(number, "ankomst");
            assertThat(cases.facts(number).phase()).isEqualTo("ankomst");
            int before = cases.facts(number).persons().size();
            cases.addMember(number, child("Elvi", "2015-07-01"), JULY_8);
            assertThat(cases.facts(number).persons()).hasSize(before + 1);
            cases.close(number, JULY_8, "Slut");
            assertThat(cases.facts(number).open()).isFalse();
        });
    }

    @Test
    void whoever_can_go_on_without_a_case_does_so_in_the_same_transaction() {
        String caught = new TransactionTemplate(transactions).execute(status -> {
            try {
                return cases.facts("2015-99999").family();
            } catch (CaseNotFound e) {
                return "none";
            }
        });
        assertThat(caught).isEqualTo("none");
    }

    @Test
    void a_new_arrival_date_needs_a_possible_date_and_a_reason() {
        assertRefused(() -> cases.changePlannedArrival(number, null, " "), "plannedArrival", "reason");
        assertRefused(() -> cases.changePlannedArrival(number, LocalDate.of(2015, 5, 14), "Fejl"), "plannedArrival");
        assertRefused(() -> cases.changePlannedArrival(number, JULY_8, "Se 120385-1234"), "reason");
        cases.arrived(number, JULY_3);
        assertRefused(() -> cases.changePlannedArrival(number, JULY_8, "For sent"), "plannedArrival");
    }

    @Test
    void the_arrival_is_registered_once_and_not_before_it_has_happened() {
        assertRefused(() -> cases.arrived(number, null), "date");
        assertRefused(() -> cases.arrived(number, LocalDate.of(2015, 5, 14)), "date");
        assertRefused(() -> cases.arrived(number, LocalDate.of(2016, 2, 11)), "date");

        cases.arrived(number, JULY_3);

        assertThat(cases.facts(number).arrival()).isEqualTo(JULY_3);
        assertThat(plan.calls).containsExactly("arrived " + number);
        assertRefused(() -> cases.arrived(number, JULY_3), "date");
    }

    @Test
    void a_wrongly_registered_arrival_is_corrected_with_the_old_day_and_the_reason() {
        cases.arrived(number, JULY_8);
        plan.reset();
        assertThatThrownBy(() -> cases.arrived(number, JULY_3)).hasMessageContaining("vælg Ret ankomstdato");

        cases.correctArrival(number, JULY_8, "Det samme");
        assertThat(plan.calls).as("the same day is no correction").isEmpty();
        cases.correctArrival(number, JULY_3, "Skrevet forkert");

        assertThat(cases.facts(number).arrival()).isEqualTo(JULY_3);
        assertThat(cases.dateChanges(number)).last().satisfies(change -> {
            assertThat(change.which()).isEqualTo("ankomst");
            assertThat(change.oldDate()).isEqualTo(JULY_8);
            assertThat(change.newDate()).isEqualTo(JULY_3);
            assertThat(change.reason()).isEqualTo("Skrevet forkert");
        });
        assertThat(plan.calls).containsExactly("arrivalDateChanged " + number);
    }

    @Test
    void a_correction_needs_an_arrival_a_day_that_can_be_and_a_reason() {
        assertRefused(() -> cases.correctArrival(number, JULY_3, "Skrevet forkert"), "date");
        cases.arrived(number, JULY_8);
        assertRefused(() -> cases.correctArrival(number, null, " "), "date", "reason");
        assertRefused(() -> cases.correctArrival(number, LocalDate.of(2015, 5, 14), "Skrevet forkert"), "date");
        assertRefused(() -> cases.correctArrival(number, LocalDate.of(2016, 2, 11), "Skrevet forkert"), "date");
    }

    @Test
    void a_member_who_joins_gets_the_next_number_and_an_interpreter_language() {
        long id = cases.addMember(
                number, speaking(child("Elvi", "2015-09-01"), "somalia", null, null), LocalDate.of(2015, 9, 1));

        assertThat(cases.facts(number).persons()).last().satisfies(person -> {
            assertThat(person.id()).isEqualTo(id);
            assertThat(person.number()).isEqualTo(3);
            assertThat(person.joinedOn()).isEqualTo("2015-09-01");
            assertThat(person.interpreterLanguage()).isEqualTo("somali");
        });
        assertThat(plan.calls).containsExactly("memberAdded " + number + " " + id);
        assertRefused(
                () -> cases.addMember(number, child("elvi", "2015-09-01"), LocalDate.of(2015, 9, 2)), "givenName");
        assertRefused(() -> cases.addMember(number, child("", "2015-09-01"), null), "givenName", "joinedOn");
        assertRefused(
                () -> cases.addMember(number, child("Arvo", "2015-09-01"), LocalDate.of(2015, 8, 31)), "joinedOn");
    }

    @Test
    void a_family_that_moves_away_leaves_a_closed_case() {
        assertRefused(() -> cases.movedAway(number, null, "", null), "date", "toMunicipality", "reason");

        cases.movedAway(number, LocalDate.of(2016, 1, 4), "Eksempelby", "Har fået arbejde");

        CaseFacts facts = cases.facts(number);
        assertThat(facts.open()).isFalse();
        assertThat(facts.phase()).isEqualTo("afsluttet");
        assertThat(facts.persons())
                .allSatisfy(person -> assertThat(person.leftOn()).isEqualTo("2016-01-04"));
        assertThat(plan.calls).containsExactly("movedAway " + number);
        assertThat(closedReason()).isEqualTo("Familien er flyttet til Eksempelby. Har fået arbejde");
        assertClosed();
    }

    @Test
    void a_family_cannot_have_moved_away_before_it_came() {
        cases.arrived(number, JULY_8);

        assertRefused(() -> cases.movedAway(number, JULY_3, "Eksempelby", "Har fået arbejde"), "date");

        assertThat(cases.facts(number).open()).isTrue();
    }

    @Test
    void the_arrival_date_that_the_case_has_already_is_no_change() {
        int before = cases.dateChanges(number).size();

        cases.changePlannedArrival(number, JULY_3, "Bekræftet");

        assertThat(cases.dateChanges(number)).hasSize(before);
        assertThat(plan.calls).isEmpty();
    }

    @Test
    void a_lapsed_permit_leaves_a_closed_case() {
        assertRefused(() -> cases.permitLapsed(number, LocalDate.of(2016, 2, 11), ""), "date", "reason");

        cases.permitLapsed(number, LocalDate.of(2016, 2, 1), "Rejst hjem");

        assertThat(cases.facts(number).open()).isFalse();
        assertThat(plan.calls).containsExactly("permitLapsed " + number);
        assertClosed();
    }

    @Test
    void a_closed_case_keeps_its_first_reason() {
        cases.close(number, LocalDate.of(2016, 2, 1), "Selvforsørgende");
        cases.close(number, LocalDate.of(2016, 2, 5), "Noget andet");

        assertThat(closedReason()).isEqualTo("Selvforsørgende");
    }

    @Test
    void the_phase_never_goes_back() {
        cases.setPhase(number, "modtagelsesperiode");
        cases.setPhase(number, "overdragelse");
        assertThat(cases.facts(number).phase()).isEqualTo("modtagelsesperiode");

        assertThatThrownBy(() -> cases.setPhase(number, "ferie")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_counted_takeover_date_is_kept_with_the_one_before() {
        cases.setTakeover(number, LocalDate.of(2015, 7, 1));
        cases.setTakeover(number, LocalDate.of(2015, 7, 1));
        cases.setTakeover(number, LocalDate.of(2015, 6, 20));
        cases.setPermanentDwelling(number, true);

        assertThat(cases.facts(number).takeover()).isEqualTo("2015-06-20");
        assertThat(cases.facts(number).permanentDwelling()).isTrue();
        assertThat(cases.dateChanges(number))
                .filteredOn(change -> change.which().equals("overtagelse"))
                .extracting(DateChange::oldDate)
                .containsExactly(null, LocalDate.of(2015, 7, 1));
    }

    @Test
    void an_unknown_interpreter_language_can_be_clarified() {
        long id = cases.addMember(
                number, speaking(child("Elvi", "2015-09-01"), "afghanistan", null, null), LocalDate.of(2015, 9, 1));
        assertThat(cases.facts(number).persons().get(2).interpreterLanguage()).isNull();

        cases.clarifyInterpreterLanguage(number, "pashto", "dari");

        assertThat(cases.facts(number).persons().get(2).interpreterLanguage()).isEqualTo("pashto");
        assertThat(cases.facts(number).persons())
                .filteredOn(person -> person.id() != id)
                .extracting(PersonFacts::interpreterLanguage)
                .doesNotContain("pashto");
        assertRefused(() -> cases.clarifyInterpreterLanguage(number, "", null), "language");
        assertRefused(() -> cases.clarifyInterpreterLanguage(number, "dari", "x".repeat(61)), "fallback");
    }

    @Test
    void what_two_people_change_at_once_is_not_overwritten_unseen() {
        CaseRow seenBefore = store.row(number);
        cases.changePlannedArrival(number, JULY_8, "Flyet er aflyst");

        assertThatThrownBy(() -> store.setArrival(seenBefore, JULY_3))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void a_change_that_the_plan_cannot_take_is_not_made() {
        plan.fails = true;

        assertThatThrownBy(() -> cases.arrived(number, JULY_3)).isInstanceOf(IllegalStateException.class);

        assertThat(cases.facts(number).arrival()).isNull();
    }

    @Test
    void what_comes_after_the_family_moved_away_is_refused_with_where_to_write_it() {
        cases.movedAway(number, JULY_3, "Eksempelby", "Har fået arbejde");
        plan.ending = true;

        assertClosed();
        assertThatThrownBy(() -> cases.permitLapsed(number, JULY_3, "x"))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("Familien er flyttet, og sagen " + number + " er under afslutning")
                .hasMessageContaining("den nye kommune");
        plan.ending = false;
        assertThatThrownBy(() -> cases.permitLapsed(number, JULY_3, "x"))
                .hasMessageStartingWith("Sagen " + number + " er afsluttet");
    }

    @Test
    void what_comes_after_the_permit_lapsed_is_refused_with_where_to_write_it() {
        cases.permitLapsed(number, JULY_3, "Udrejst");
        plan.ending = true;

        assertClosed();
        assertThatThrownBy(() -> cases.movedAway(number, JULY_3, "Eksempelby", "x"))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("Opholdet er bortfaldet, og sagen " + number + " er under afslutning");
    }

    private void assertClosed() {
        assertThatThrownBy(() -> cases.changePlannedArrival(number, JULY_8, "x"))
                .isInstanceOf(CaseClosed.class);
        assertThatThrownBy(() -> cases.arrived(number, JULY_3)).isInstanceOf(CaseClosed.class);
        assertThatThrownBy(() -> cases.addMember(number, child("Elvi", "2015-09-01"), JULY_3))
                .isInstanceOf(CaseClosed.class);
        assertThatThrownBy(() -> cases.movedAway(number, JULY_3, "Eksempelby", "x"))
                .isInstanceOf(CaseClosed.class);
        assertThatThrownBy(() -> cases.permitLapsed(number, JULY_3, "x")).isInstanceOf(CaseClosed.class);
    }

    private String closedReason() {
        return jdbc.sql("select closed_reason from case_file where case_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private static void assertRefused(ThrowingCallable command, String... fields) {
        InputRefused refused = catchThrowableOfType(InputRefused.class, command);
        assertThat(refused.errors()).extracting(FieldError::field).containsExactlyInAnyOrder(fields);
    }
}
