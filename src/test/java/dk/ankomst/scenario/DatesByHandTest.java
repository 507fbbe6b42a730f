package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.ankomst.deadlines.Change;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.DeadlinesByHand;
import dk.ankomst.deadlines.RuleOffers;
import dk.ankomst.deadlines.RuleOffers.Standing;
import dk.ankomst.platform.InputRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What people do to a date beside the rules, and what newer tables would do to it. */
class DatesByHandTest extends ScenarioTest {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final Path TABLE = Path.of("processes", "frister", "frist.dmn");

    @Autowired
    private DeadlinesByHand byHand;

    @Autowired
    private RuleOffers offers;

    @Test
    void a_moved_date_moves_task_and_timer_and_keeps_the_rules_date_with_who_and_why() {
        String number = aFamilyOfOne();
        Long adult = adult(number);
        town.playUntil(number, "UserTask_HoldKontraktsamtale");

        clock.on("2015-07-10");
        as(
                "leder",
                () -> byHand.move(
                        number, "integrationskontrakt", adult, LocalDate.of(2015, 8, 14), "Tolken er syg, se § 19"));

        DeadlineView contract = town.deadline(number, "integrationskontrakt");
        assertThat(contract.dueDate()).isEqualTo("2015-08-14");
        assertThat(contract.actBy()).isEqualTo("2015-08-14");
        assertThat(contract.explanation())
                .contains("Flyttet i hånden. Begrundelse: Tolken er syg, se § 19. Efter reglen var fristen lørdag den"
                        + " 1. august 2015. Nu er den fredag den 14. august 2015.");
        assertThat(contract.changes()).last().satisfies(change -> {
            assertThat(change.what()).isEqualTo(Change.Kind.MOVED);
            assertThat(change.oldDue()).isEqualTo("2015-08-01");
            assertThat(change.newDue()).isEqualTo("2015-08-14");
            assertThat(change.by()).isEqualTo("leder");
        });
        assertThat(contract.howCounted())
                .last()
                .isEqualTo("Flyttet fra 1. august 2015 til 14. august 2015 den 10. juli 2015 kl. 10.00 af leder."
                        + " Tolken er syg, se § 19.");
        assertThat(days(town.openTasks(number, "UserTask_HoldKontraktsamtale")))
                .isNotEmpty()
                .containsOnly(LocalDate.of(2015, 8, 14));
        assertThat(town.timers(number, "Timer_KontraktsamtaleFristUdloebet").stream()
                        .map(timer -> day(timer.getDuedate()))
                        .toList())
                .containsExactly(LocalDate.of(2015, 8, 15));
    }

    @Test
    void a_stopped_clock_makes_a_deadline_due_as_many_days_later_and_runs_again_when_it_is_told() {
        String number = aFamilyOfOne();
        Long adult = adult(number);
        clock.on("2015-07-10");

        as(
                "leder",
                () -> byHand.suspend(
                        number,
                        "danskuddannelse",
                        adult,
                        LocalDate.of(2015, 7, 10),
                        LocalDate.of(2015, 7, 31),
                        "På sygehus"));

        assertThat(town.deadline(number, "danskuddannelse"))
                .returns(DeadlineState.SUSPENDED, DeadlineView::state)
                .returns(LocalDate.of(2015, 8, 22), DeadlineView::dueDate);

        clock.on("2015-07-15");
        as("leder", () -> byHand.resume(number, "danskuddannelse", adult, "Udskrevet"));

        DeadlineView danish = town.deadline(number, "danskuddannelse");
        assertThat(danish)
                .returns(DeadlineState.RUNNING, DeadlineView::state)
                .returns(LocalDate.of(2015, 8, 6), DeadlineView::dueDate);
        assertThat(danish.explanation())
                .contains(
                        "Sat i bero af kommunen fra den 10. juli 2015 til den 15. juli 2015. Begrundelse: På sygehus.")
                .contains("Nu er den torsdag den 6. august 2015.");
        assertThat(danish.changes()).extracting(Change::what).endsWith(Change.Kind.SUSPENDED, Change.Kind.RESUMED);
    }

    @Test
    void who_moves_a_date_while_its_clock_stands_still_keeps_that_date_when_the_clock_runs_again() {
        String number = aFamilyOfOne();
        Long adult = adult(number);
        clock.on("2015-07-10");
        as(
                "leder",
                () -> byHand.suspend(
                        number,
                        "danskuddannelse",
                        adult,
                        LocalDate.of(2015, 7, 10),
                        LocalDate.of(2015, 9, 8),
                        "På sygehus"));
        as("leder", () -> byHand.move(number, "danskuddannelse", adult, LocalDate.of(2015, 7, 17), "Holdet er klar"));

        as("leder", () -> byHand.resume(number, "danskuddannelse", adult, "Udskrevet"));

        assertThat(town.deadline(number, "danskuddannelse"))
                .returns(DeadlineState.RUNNING, DeadlineView::state)
                .returns(LocalDate.of(2015, 7, 17), DeadlineView::dueDate);
        assertThat(town.deadline(number, "danskuddannelse").explanation()).doesNotContain("i bero");
    }

    @Test
    void a_breach_that_was_recorded_stays_on_a_deadline_that_is_moved_and_may_be_moved_back() {
        String number = aFamilyOfOne();
        clock.on("2015-05-26");
        assertThat(town.deadlines.breach(number, "velkomstmateriale", null, "Trykkeriet brændte"))
                .isTrue();

        as(
                "koordinator",
                () -> byHand.move(number, "velkomstmateriale", null, LocalDate.of(2015, 6, 1), "Nyt trykkeri fundet"));

        assertThat(town.deadline(number, "velkomstmateriale"))
                .returns(DeadlineState.RUNNING, DeadlineView::state)
                .returns("Trykkeriet brændte", DeadlineView::cause)
                .returns(clock.instant(), DeadlineView::breachedAt);

        as(
                "koordinator",
                () -> byHand.move(number, "velkomstmateriale", null, LocalDate.of(2015, 5, 22), "Det var en fejl"));

        assertThat(town.deadline(number, "velkomstmateriale"))
                .returns(LocalDate.of(2015, 5, 22), DeadlineView::dueDate)
                .returns(false, DeadlineView::changedByHand);
    }

    @Test
    void newer_rules_reach_what_runs_and_not_what_was_met_or_passed() throws IOException {
        String number = aFamilyOfOne();
        Long adult = adult(number);
        clock.on("2015-08-05");
        town.deadlines.met(number, "integrationskontrakt", adult, LocalDate.of(2015, 8, 1));
        DeadlineView met = town.deadline(number, "integrationskontrakt");
        try {
            deploy(twoMonthsForTheContract());

            assertThat(offered(number).changes()).extracting(Change::duty).doesNotContain("integrationskontrakt");
            as("leder", () -> assertThat(offers.take(
                            number,
                            Standing.UNDECIDED,
                            offers.list(Standing.UNDECIDED, 0, 1).edition(),
                            "Byrådets beslutning"))
                    .isTrue());

            assertThat(town.deadline(number, "integrationskontrakt")).isEqualTo(met);
        } finally {
            deploy(Files.readString(TABLE));
        }
    }

    @Test
    void a_clock_that_was_to_be_stopped_later_can_be_left_running() {
        String number = aFamilyOfOne();
        Long adult = adult(number);
        clock.on("2015-07-10");
        as(
                "leder",
                () -> byHand.suspend(
                        number,
                        "danskuddannelse",
                        adult,
                        LocalDate.of(2015, 7, 20),
                        LocalDate.of(2015, 7, 30),
                        "Skal opereres"));

        as("leder", () -> byHand.resume(number, "danskuddannelse", adult, "Operationen er aflyst"));

        assertThat(town.deadline(number, "danskuddannelse"))
                .returns(LocalDate.of(2015, 8, 1), DeadlineView::dueDate)
                .returns(false, DeadlineView::changedByHand);
    }

    @Test
    void only_the_leader_takes_newer_rules_and_no_reason_holds_a_cpr_number() {
        String number = aFamilyOfOne();
        clock.on("2015-05-18");
        assertThatThrownBy(() -> as(
                        "koordinator",
                        () -> offers.take(
                                number,
                                Standing.UNDECIDED,
                                offers.list(Standing.UNDECIDED, 0, 1).edition(),
                                "Ferie")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(
                        "leder",
                        () -> byHand.move(
                                number, "velkomstmateriale", null, LocalDate.of(2015, 5, 27), "Se 010190-1234")))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("Fjern CPR-nummeret");
    }

    @Test
    void a_moved_date_stands_while_the_rule_gives_the_same_and_lapses_in_words_when_it_gives_another() {
        String number = town.register(aFamily()
                .of("kvoteflygtning")
                .from("lufthavn")
                .withAdults(1)
                .visitedOn("2015-05-15")
                .expectedOn("2015-06-20"));
        Long adult = adult(number);
        clock.on("2015-06-01");
        as(
                "leder",
                () -> byHand.move(
                        number, "integrationskontrakt", adult, LocalDate.of(2015, 7, 27), "Aftalt med familien"));
        as(
                "leder",
                () -> byHand.move(
                        number, "velkomstmateriale", null, LocalDate.of(2015, 6, 3), "Trykkeriet er forsinket"));

        as("koordinator", () -> town.cases.changePlannedArrival(number, LocalDate.of(2015, 7, 15), "Flyet er aflyst"));

        assertThat(town.deadline(number, "velkomstmateriale").dueDate()).isEqualTo("2015-06-03");
        DeadlineView contract = town.deadline(number, "integrationskontrakt");
        assertThat(contract.dueDate()).isEqualTo("2015-08-15");
        assertThat(contract.changedByHand()).isFalse();
        assertThat(contract.changes())
                .last()
                .extracting(Change::reason)
                .asString()
                .contains("Flyet er aflyst")
                .contains("flyttet til i hånden, gælder ikke mere");
    }

    @Test
    void the_coordinator_moves_a_local_goal_but_only_the_leader_what_the_law_gives() {
        String number = aFamilyOfOne();
        Long adult = adult(number);
        clock.on("2015-05-18");

        as("koordinator", () -> byHand.move(number, "velkomstmateriale", null, LocalDate.of(2015, 5, 27), "Ferie"));
        assertThat(town.deadline(number, "velkomstmateriale").dueDate()).isEqualTo("2015-05-27");

        for (String group : List.of("koordinator", "jobcenter", "revisor", "procesejer")) {
            assertThatThrownBy(() -> as(
                            group,
                            () -> byHand.move(
                                    number, "integrationskontrakt", adult, LocalDate.of(2015, 8, 20), "Ferie")))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(town.deadline(number, "integrationskontrakt").dueDate()).isEqualTo("2015-08-01");
    }

    @ParameterizedTest
    @CsvSource({
        "integrationskontrakt, 2015-08-20, '', reason",
        "integrationskontrakt, 2015-05-17, Ferie, due",
        "integrationskontrakt, 2026-08-20, Ferie, due",
        "integrationskontrakt, 2015-08-01, Ferie, due",
        "integrationskontrakt, , Ferie, due",
        "overtagelse, 2015-08-20, Ferie, ''",
        "opfoelgningssamtale, 2015-08-20, Ferie, ''",
        "findes-ikke, 2015-08-20, Ferie, ''"
    })
    void what_cannot_be_moved_is_refused_in_a_sentence_and_changes_nothing(
            String duty, @Nullable LocalDate to, String reason, String field) {
        String number = aFamilyOfOne();
        Long person = duty.equals("overtagelse") ? null : adult(number);
        clock.on("2015-05-18");
        List<DeadlineView> before = town.deadlines.ofCase(number);

        assertThatThrownBy(() -> as("leder", () -> byHand.move(number, duty, person, to, reason)))
                .isInstanceOfSatisfying(
                        InputRefused.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo(field);
                            assertThat(error.message()).isNotBlank();
                        }));
        assertThat(town.deadlines.ofCase(number)).isEqualTo(before);
    }

    @Test
    void a_changed_table_moves_no_running_deadline_until_it_is_taken_and_may_be_left() throws IOException {
        String left = aFamilyOfOne();
        String taken = aFamilyOfOne();
        try {
            deploy(Files.readString(TABLE).replace("\"integrationsloven § 15 a, stk. 1\"", "\"en ny paragraf\""));
            deploy(twoMonthsForTheContract());

            as(
                    "koordinator",
                    () -> town.cases.changePlannedArrival(left, LocalDate.of(2015, 7, 15), "Flyet er aflyst"));
            assertThat(town.deadline(left, "integrationskontrakt").dueDate()).isEqualTo("2015-08-01");
            assertThat(offered(left).changes()).singleElement().satisfies(change -> {
                assertThat(change.duty()).isEqualTo("integrationskontrakt");
                assertThat(change.oldDue()).isEqualTo("2015-08-01");
                assertThat(change.newDue()).isEqualTo("2015-09-01");
            });

            as("leder", () -> assertThat(offers.leave(
                            left, offers.list(Standing.UNDECIDED, 0, 1).edition(), "Kontrakten er næsten færdig"))
                    .isTrue());
            as("leder", () -> assertThat(offers.take(
                            taken,
                            Standing.UNDECIDED,
                            offers.list(Standing.UNDECIDED, 0, 1).edition(),
                            "Byrådets beslutning"))
                    .isTrue());

            assertThat(town.deadline(left, "integrationskontrakt").dueDate()).isEqualTo("2015-08-01");
            DeadlineView moved = town.deadline(taken, "integrationskontrakt");
            assertThat(moved.dueDate()).isEqualTo("2015-09-01");
            assertThat(moved.changes()).last().satisfies(change -> {
                assertThat(change.what()).isEqualTo(Change.Kind.RECOUNTED);
                assertThat(change.reason()).contains("Nye regler er taget i brug", "Byrådets beslutning");
                assertThat(change.by()).isEqualTo("leder");
            });
            assertThat(offers.list(Standing.UNDECIDED, 0, 1000).cases())
                    .extracting(RuleOffers.Offer::caseNumber)
                    .doesNotContain(left, taken);
            String fresh = aFamilyOfOne();
            assertThat(town.deadline(fresh, "integrationskontrakt").dueDate()).isEqualTo("2015-09-01");
        } finally {
            deploy(Files.readString(TABLE));
        }
        assertThat(offered(left).changes())
                .as("still newer tables are offered again, but they give what the case already has")
                .isEmpty();
        assertThat(offered(taken).changes()).hasSize(1);
    }

    @Test
    void a_case_that_kept_its_rules_is_asked_of_no_more_for_the_same_table_and_can_take_the_newer_after_all()
            throws IOException {
        String number = aFamilyOfOne();
        try {
            deploy(twoMonthsForTheContract());
            String edition = offers.list(Standing.UNDECIDED, 0, 1).edition();
            as("leder", () -> assertThat(offers.leave(number, edition, "Kontrakten er næsten færdig"))
                    .isTrue());

            deploy(twoMonthsForTheContract());

            assertThat(undecided()).as("the same table again is no new table").doesNotContain(number);
            assertThat(offers.list(Standing.KEPT, 0, 1000).cases())
                    .extracting(RuleOffers.Offer::caseNumber)
                    .contains(number);
            as("leder", () -> assertThat(offers.take(number, Standing.KEPT, edition, "Kontrakten trak ud"))
                    .isTrue());
            assertThat(town.deadline(number, "integrationskontrakt").dueDate()).isEqualTo("2015-09-01");
            assertThat(offers.choices(number)).hasSize(2).first().asString().contains("Kontrakten trak ud");
        } finally {
            deploy(Files.readString(TABLE));
        }
    }

    @Test
    void only_the_cases_in_which_nothing_changes_are_taken_together() throws IOException {
        String changed = aFamilyOfOne();
        try {
            deploy(Files.readString(TABLE).replace("\"integrationsloven § 15 a, stk. 1\"", "\"en ny paragraf\""));
            assertThat(offers.unchanged()).contains(changed);

            deploy(twoMonthsForTheContract());
            assertThat(offers.unchanged()).doesNotContain(changed);
        } finally {
            deploy(Files.readString(TABLE));
        }
    }

    private List<String> undecided() {
        return offers.list(Standing.UNDECIDED, 0, 1000).cases().stream()
                .map(RuleOffers.Offer::caseNumber)
                .toList();
    }

    @Test
    void a_case_from_before_its_tables_were_noted_keeps_to_the_first_ones_and_is_offered_the_newest()
            throws IOException {
        String number = aFamilyOfOne();
        jdbc.sql("delete from deadline_case where case_number = ?")
                .param(number)
                .update();
        jdbc.sql("update deadline set rule_table = null, rule_version = null where case_number = ?")
                .param(number)
                .update();
        try {
            deploy(twoMonthsForTheContract());

            as(
                    "koordinator",
                    () -> town.cases.changePlannedArrival(number, LocalDate.of(2015, 7, 15), "Flyet er aflyst"));

            assertThat(town.deadline(number, "integrationskontrakt").dueDate()).isEqualTo("2015-08-01");
            assertThat(offered(number).changes())
                    .extracting(Change::duty, Change::newDue)
                    .containsExactly(tuple("integrationskontrakt", LocalDate.of(2015, 9, 1)));
        } finally {
            deploy(Files.readString(TABLE));
        }
    }

    private RuleOffers.Offer offered(String number) {
        return offers.list(Standing.UNDECIDED, 0, 1000).cases().stream()
                .filter(offer -> offer.caseNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static String twoMonthsForTheContract() throws IOException {
        String table = Files.readString(TABLE);
        int rule = table.indexOf("<rule id=\"rule_kontrakt_2013\"");
        int amount = table.indexOf("<text>1</text>", rule);
        assertThat(amount).isBetween(rule, table.indexOf("</rule>", rule));
        return table.substring(0, amount) + "<text>2</text>" + table.substring(amount + "<text>1</text>".length());
    }

    private void deploy(String table) {
        town.engine
                .getRepositoryService()
                .createDeployment()
                .addString("frist.dmn", table)
                .deploy();
    }

    private String aFamilyOfOne() {
        return town.register(aFamily().withAdults(1).visitedOn("2015-05-15").expectedOn("2015-07-03"));
    }

    private Long adult(String number) {
        return town.facts(number).persons().get(0).id();
    }

    private void as(String group, Runnable work) {
        town.staff.as(group, group, () -> {
            work.run();
            return true;
        });
    }

    private static List<LocalDate> days(List<Task> tasks) {
        return tasks.stream().map(task -> day(task.getDueDate())).toList();
    }

    @SuppressWarnings("JavaUtilDate") // the engine's own type
    private static LocalDate day(java.util.Date date) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(date.getTime()), DENMARK);
    }
}
