package dk.ankomst.cases;

import static dk.ankomst.cases.AFamily.aFamily;
import static dk.ankomst.cases.AFamily.child;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ankomst.platform.InputRefused;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What comes twice, late or after the end of a case changes nothing and is kept on record. */
@CaseTest
@WithMockUser(username = "koordinator")
class UnusedMessagesTest {

    private static final LocalDate JULY_3 = LocalDate.of(2015, 7, 3);

    @Autowired
    private Cases cases;

    @Autowired
    private UnusedMessages unused;

    @Autowired
    private CaseTestSetUp.NotedPlan plan;

    @Autowired
    private CaseTestSetUp.TestClock clock;

    private String number = "";

    @BeforeEach
    void aCase() {
        clock.set("2016-02-10T09:00:00Z");
        plan.reset();
        number = cases.register(aFamily().expectedOn("2015-07-03").visitation());
        plan.reset();
    }

    @Test
    void an_arrival_told_twice_is_refused_and_kept_on_record() {
        cases.arrived(number, JULY_3);
        CaseFacts before = cases.facts(number);
        plan.reset();

        assertThatThrownBy(() -> cases.arrived(number, JULY_3)).isInstanceOf(InputRefused.class);

        assertThat(cases.facts(number)).isEqualTo(before);
        assertThat(plan.calls).isEmpty();
        assertThat(unused.ofCase(number)).singleElement().satisfies(message -> {
            assertThat(message.what()).isEqualTo("ankomst");
            assertThat(message.sentence()).isEqualTo("Ankomsten var allerede registreret.");
            assertThat(message.receivedFrom()).isEqualTo("koordinator");
            assertThat(message.receivedAt()).isEqualTo("2016-02-10T09:00:00Z");
        });
    }

    @Test
    void the_same_expected_day_told_twice_changes_nothing_and_is_kept_on_record() {
        cases.changePlannedArrival(number, JULY_3, "Flyet er aflyst");

        assertThat(plan.calls).isEmpty();
        assertThat(unused.ofCase(number)).extracting(UnusedMessage::what).containsExactly("planlagt-ankomst");
    }

    @Test
    void what_comes_after_the_end_of_a_case_is_refused_and_kept_on_record() {
        cases.close(number, JULY_3, "Slut");

        assertThatThrownBy(() -> cases.movedAway(number, JULY_3, "Eksempelby", "Arbejde"))
                .isInstanceOf(CaseClosed.class);
        assertThatThrownBy(() -> cases.arrived(number, JULY_3)).isInstanceOf(CaseClosed.class);

        assertThat(plan.calls).isEmpty();
        assertThat(unused.ofCase(number)).extracting(UnusedMessage::what).containsExactly("fraflytning", "ankomst");
        assertThat(unused.ofCase(number))
                .allSatisfy(message -> assertThat(message.sentence()).contains("er afsluttet og kan ikke ændres"));
    }

    @Test
    void a_child_older_than_its_parents_does_not_join_and_no_birth_date_makes_one_so() {
        LocalDate parent = cases.facts(number).persons().stream()
                .map(PersonFacts::birthDate)
                .min(LocalDate::compareTo)
                .orElseThrow();
        String older = parent.minusYears(1).toString();
        long joined = cases.addMember(number, child("Nirel", "2012-04-01"), JULY_3);

        assertThatThrownBy(() -> cases.addMember(number, child("Elvi", older), JULY_3))
                .hasMessageContaining("Barnet er født før begge forældre");
        assertThatThrownBy(() -> cases.correctBirthDate(number, joined, LocalDate.parse(older), "Forkert"))
                .hasMessageContaining("Barnet er født før begge forældre");
    }
}
