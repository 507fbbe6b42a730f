package dk.ankomst.cases;

import static dk.ankomst.cases.AFamily.aFamily;
import static dk.ankomst.cases.AFamily.child;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What happens to one member of a family while the others go on. */
@CaseTest
@WithMockUser(username = "koordinator")
class MembersTest {

    private static final LocalDate JULY_3 = LocalDate.of(2015, 7, 3);
    private static final LocalDate AUGUST_1 = LocalDate.of(2015, 8, 1);

    @Autowired
    private Cases cases;

    @Autowired
    private Members members;

    @Autowired
    private CaseTestSetUp.NotedPlan plan;

    @Autowired
    private CaseTestSetUp.TestClock clock;

    private String number = "";
    private long first;
    private long second;

    @BeforeEach
    void aCaseWithTwoMembers() {
        clock.set("2016-02-10T09:00:00Z");
        plan.reset();
        number = cases.register(aFamily().visitation());
        first = cases.facts(number).persons().get(0).id();
        second = cases.addMember(number, child("Nirel", "2012-04-01"), LocalDate.of(2015, 6, 1));
        others().forEach(id -> members.left(number, id, JULY_3, "fraflyttet", "Bor hos sin onkel"));
        plan.reset();
    }

    private List<Long> others() {
        return cases.facts(number).persons().stream()
                .map(PersonFacts::id)
                .filter(id -> id != first && id != second)
                .toList();
    }

    @Test
    void whoever_dies_leaves_the_family_on_that_day_and_the_plan_is_told() {
        members.left(number, second, AUGUST_1, "doed", "Oplyst af hospitalet");

        assertThat(person(second).leftOn()).isEqualTo(AUGUST_1);
        assertThat(person(first).leftOn()).isNull();
        assertThat(cases.facts(number).open()).isTrue();
        assertThat(plan.calls).containsExactly("memberLeft " + number + " " + second);
        assertThat(cases.dateChanges(number)).last().satisfies(change -> {
            assertThat(change.which()).isEqualTo("udgaaet-medlem");
            assertThat(change.newDate()).isEqualTo(AUGUST_1);
            assertThat(change.reason())
                    .isEqualTo("Person " + person(second).number() + ": Personen er død. Oplyst af hospitalet");
        });
    }

    @Test
    void the_death_of_the_last_one_closes_the_case() {
        members.left(number, second, AUGUST_1, "kommer-ikke", "Er rejst tilbage");
        plan.reset();

        members.left(number, first, AUGUST_1, "doed", "Oplyst af politiet");

        assertThat(cases.facts(number).open()).isFalse();
        assertThat(plan.calls).containsExactly("permitLapsed " + number);
        assertThatThrownBy(() -> members.left(number, first, AUGUST_1, "doed", "Igen"))
                .isInstanceOf(CaseClosed.class);
    }

    @Test
    void who_is_the_last_one_does_not_leave_the_case_alone_in_another_way() {
        members.left(number, second, AUGUST_1, "fraflyttet", "Flyttet");

        assertRefused(() -> members.left(number, first, AUGUST_1, "fraflyttet", "Flyttet"), "person");
    }

    @Test
    void leaving_twice_leaving_before_joining_and_leaving_in_the_future_are_refused() {
        members.left(number, second, AUGUST_1, "doed", "Oplyst af hospitalet");

        assertRefused(() -> members.left(number, second, AUGUST_1, "doed", "Oplyst af hospitalet"), "person");
        assertRefused(
                () -> members.left(number, first, LocalDate.of(2017, 1, 1), null, " "), "date", "cause", "reason");
        assertRefused(() -> members.left(number, first, LocalDate.of(2015, 1, 1), "doed", "x"), "date");
    }

    @Test
    void who_comes_later_has_an_arrival_of_ones_own() {
        members.comesLater(number, second, AUGUST_1, "Passet mangler");

        assertThat(person(second).ownArrival()).isEqualTo(new OwnArrival(AUGUST_1, null));
        assertThat(plan.calls)
                .containsExactly("factsChanged " + number
                        + " Et familiemedlem kommer en anden dag end familien. Passet mangler");
        plan.reset();
        assertRefused(() -> members.arrived(number, second, AUGUST_1), "person");
        cases.arrived(number, JULY_3);
        assertRefused(() -> members.arrived(number, second, LocalDate.of(2015, 7, 1)), "date");
        plan.reset();

        members.arrived(number, second, AUGUST_1);

        assertThat(person(second).isAwaited()).isFalse();
        assertThat(plan.calls).containsExactly("memberAdded " + number + " " + second);
        assertRefused(() -> members.arrived(number, second, AUGUST_1), "person");
        assertRefused(() -> members.comesLater(number, second, null, "Igen"), "person");
    }

    @Test
    void somebody_must_come_first_and_nobody_comes_later_once_the_reception_has_begun() {
        members.comesLater(number, second, null, "Passet mangler");
        assertRefused(() -> members.comesLater(number, first, null, "Passet mangler"), "person");
        cases.arrived(number, JULY_3);
        cases.setPhase(number, "modtagelsesperiode");

        assertRefused(() -> members.comesLater(number, first, null, "Passet mangler"), "person");
        members.comesLater(number, second, AUGUST_1, "Nu kendes dagen");
        assertThat(person(second).ownArrival()).isEqualTo(new OwnArrival(AUGUST_1, null));
    }

    private PersonFacts person(long id) {
        return cases.facts(number).persons().stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(ThrowingCallable command, String... fields) {
        InputRefused refused = catchThrowableOfType(InputRefused.class, command);
        assertThat(refused.errors()).extracting(FieldError::field).containsExactlyInAnyOrder(fields);
    }
}
