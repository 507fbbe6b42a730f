package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dk.ankomst.deadlines.Change;
import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.security.LoggedIn;
import dk.ankomst.worklist.BreachTasks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What becomes of deadlines when time goes by and facts change. */
class TimeTest extends ScenarioTest {

    @Autowired
    BreachTasks breachTasks;

    @Test
    void a_passed_deadline_is_recorded_and_shown_and_told_the_leader_once_and_stays_when_it_is_met_late()
            throws Exception {
        String number = LateCourse.playToTheBreach(town);
        assertThat(page("/sager/" + number)).contains("Registreret som overskredet");

        LateCourse.catchUp(town, number);

        assertThat(page("/sager/" + number))
                .contains("Registreret som overskredet")
                .contains("Leders vurdering:")
                .contains(LateCourse.CAUSE)
                .contains("Jobcentret holder to samtaler hver uge");
    }

    @Test
    void the_leader_reads_what_was_broken_in_words_and_each_open_task_once() {
        String number = LateCourse.playToTheBreach(town);
        Task task = LateCourse.leadersTasks(town, number).get(0);

        Map<String, Object> shown = town.staff.as(
                "leder", "leder", () -> town.engine.getFormService().getTaskFormVariables(task.getId()));

        assertThat(shown)
                .containsEntry("sagsnummer", number)
                .containsEntry("familie", town.facts(number).family())
                .containsEntry("fristbrudPligt", "Integrationskontrakt")
                .containsEntry("fristbrudHjemmel", "integrationsloven § 19")
                .containsEntry("frist", "2015-08-01")
                .containsEntry(
                        "personNavn",
                        town.facts(number).persons().stream()
                                .filter(person -> person.adult())
                                .map(person -> person.name())
                                .collect(Collectors.joining(", ")))
                .doesNotContainKey("sagsoverblik");
        assertThat(shown.get("fristbrudForklaring").toString())
                .startsWith("Fristen er 1 måned efter overtagelsen den 1. juli 2015");
        assertThat(shown.get("aabneOpgaver").toString().lines())
                .doesNotHaveDuplicates()
                .filteredOn(line -> line.startsWith("- Hold kontraktsamtale"))
                .singleElement()
                .asString()
                .contains("(Jobcenter): ", ", ");
    }

    @Test
    void a_changed_arrival_moves_register_and_tasks_and_keeps_the_old_date_with_the_reason() {
        String number = town.register(aFamily()
                .of("kvoteflygtning")
                .from("lufthavn")
                .withChildren(1)
                .visitedOn("2015-05-15")
                .expectedOn("2015-06-20"));
        town.playUntil(number, "UserTask_FindBolig");
        Task dwelling = town.openTask(number, "UserTask_FindBolig");
        assertThat(day(dwelling)).isEqualTo("2015-06-20");
        assertThat(town.deadlines(number, "integrationskontrakt").get(0).dueDate())
                .isEqualTo("2015-07-20");

        clock.on("2015-06-01");
        change(number, "2015-07-15");

        assertThat(town.facts(number).takeover()).isEqualTo("2015-07-15");
        assertThat(day(town.openTask(number, "UserTask_FindBolig"))).isEqualTo("2015-07-15");
        for (String duty : List.of("integrationskontrakt", "bolig-klar", "laegebesoeg")) {
            assertThat(town.deadlines(number, duty)).allSatisfy(view -> {
                assertThat(view.dueDate()).isAfter(LocalDate.of(2015, 7, 14));
                assertThat(view.changes()).last().satisfies(change -> {
                    assertThat(change.what()).isEqualTo(Change.Kind.RECOUNTED);
                    assertThat(change.oldDue()).isEqualTo(view.dueDate().minusDays(duty.startsWith("int") ? 26 : 25));
                    assertThat(change.reason()).isEqualTo("Flyet er aflyst");
                    assertThat(change.by()).isEqualTo("koordinator");
                });
            });
        }
        town.isSound(number);
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void a_breach_is_kept_when_the_arrival_is_moved_and_the_deadline_runs_again() {
        String number = town.register(aFamily().withAdults(1).expectedOn("2015-06-20"));
        clock.on("2015-06-22");
        assertThat(town.deadlines.breach(number, "bolig-klar", null, "Boligen var ikke klar"))
                .isTrue();

        change(number, "2015-07-15");

        DeadlineView view = town.deadline(number, "bolig-klar");
        assertThat(view.state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(view.dueDate()).isEqualTo("2015-07-15");
        assertThat(view.changes())
                .extracting(Change::what)
                .containsSequence(Change.Kind.BREACHED, Change.Kind.RECOUNTED);
        assertThat(view.changes().stream().map(Change::reason)).contains("Boligen var ikke klar", "Flyet er aflyst");
        town.isSound(number);
    }

    @Test
    void a_family_of_today_gets_the_law_of_today() {
        String number = town.register(aFamily().visitedOn("2026-09-10"));

        assertThat(town.deadlines(number, "integrationskontrakt"))
                .hasSize(2)
                .allSatisfy(view -> assertThat(view.ruleId()).isEqualTo("rule_kontrakt_2025"));
        assertThat(town.deadlines(number, "virksomhedsrettet-tilbud")).hasSize(2);
        assertThat(town.deadlines(number, "integrationsplan")).isEmpty();
    }

    @Test
    void the_case_is_closed_when_the_period_of_the_programme_ends() {
        String number = town.register(aFamily().withAdults(1));
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        town.playAllBut(number, "UserTask_FoelgModSelvforsoergelse", "UserTask_HoldOpfoelgningssamtale");
        LocalDate ends = town.deadline(number, "program-slut").dueDate();
        assertThat(ends).isEqualTo("2018-07-01");

        town.timePasses(number, ends.plusDays(1));

        assertThat(Municipality.namesOf(town.openTasks(number)))
                .contains("UserTask_AfslutSagen")
                .doesNotContain("UserTask_FoelgModSelvforsoergelse");
        town.isSound(number);

        Task closing = town.openTask(number, "UserTask_AfslutSagen");
        Map<String, Object> shown = town.staff.as(
                "koordinator", "koordinator", () -> town.engine.getFormService().getTaskFormVariables(closing.getId()));
        String adult = town.facts(number).persons().get(0).name();
        assertThat(shown.get("aabnePligter").toString().lines())
                .contains("- Opfølgningssamtale (lovfrist, overskredet den 1. oktober 2015): " + adult)
                .noneMatch(line -> line.contains("Integrationsprogram slut"));
        assertThat(shown.get("opgaverDerLukkes").toString().lines())
                .contains("- Hold opfølgningssamtale (Jobcenter)")
                .noneMatch(line -> line.contains("Afslut sagen"));
        assertThat(town.engine.getTaskService().getVariables(closing.getId()))
                .doesNotContainKeys("aabnePligter", "opgaverDerLukkes");
        town.complete(number, "UserTask_AfslutSagen", Map.of());
        town.nothingRemains(number);
    }

    @Test
    void whoever_closes_a_case_with_nothing_open_reads_that_there_is_none() {
        String number = town.register(aFamily().withAdults(1));
        town.playUntil(number, "UserTask_AfslutSagen");
        Task closing = town.openTask(number, "UserTask_AfslutSagen");
        town.playAllBut(number, "UserTask_AfslutSagen");

        assertThat(town.staff.as("koordinator", "koordinator", () -> town.engine
                        .getFormService()
                        .getTaskFormVariables(closing.getId())))
                .containsEntry("opgaverDerLukkes", "Ingen");
    }

    @Test
    void the_follow_up_talk_gets_its_date_from_the_day_the_contract_was_signed() {
        String number = town.register(aFamily().withAdults(1));
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        town.playUntil(number, "UserTask_HoldKontraktsamtale");
        assertThat(town.deadline(number, "opfoelgningssamtale").state()).isEqualTo(DeadlineState.WAITING);
        town.timePasses(number, LocalDate.of(2015, 7, 20));
        town.playAllBut(number, "UserTask_FoelgModSelvforsoergelse", "UserTask_HoldOpfoelgningssamtale");

        assertThat(town.deadline(number, "opfoelgningssamtale").dueDate()).isEqualTo("2015-10-20");
        assertThat(day(town.openTask(number, "UserTask_HoldOpfoelgningssamtale")))
                .isEqualTo("2015-10-20");
        assertThat(town.timers(number, "Timer_OpfoelgningsfristUdloebet"))
                .singleElement()
                .satisfies(timer ->
                        assertThat(LateCourse.instant(timer)).isEqualTo(Instant.parse("2015-10-20T22:00:00Z")));
    }

    @Test
    void a_statutory_deadline_that_passes_before_the_plan_has_come_to_its_task_is_told_to_the_leader_once() {
        String number = town.register(aFamily().withAdults(1));
        LocalDate due = town.deadline(number, "danskuddannelse").dueDate();
        town.timePasses(number, due);
        assertThat(dutiesToldToLeader(number)).doesNotContain("danskuddannelse", "overtagelse");

        town.timePasses(number, due.plusDays(1));

        assertThat(town.deadline(number, "danskuddannelse").state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(dutiesToldToLeader(number)).contains("danskuddannelse").doesNotHaveDuplicates();
        int told = dutiesToldToLeader(number).size();
        town.timePasses(number, due.plusDays(2));
        assertThat(dutiesToldToLeader(number)).hasSize(told);
        town.isSound(number);
    }

    @Test
    void a_family_registered_long_after_its_deadlines_is_late_at_once() {
        clock.on("2017-01-10");
        String number = town.register(aFamily().withAdults(1).visitedOn("2016-01-15"));
        town.timePasses(number, LocalDate.of(2017, 1, 10));

        assertThat(dutiesToldToLeader(number)).contains("danskuddannelse", "integrationskontrakt");
        assertThat(dutiesToldToLeader(number)).doesNotContain("program-slut", "dansk-ret-slut");
    }

    @Test
    void who_turns_18_after_the_takeover_is_never_late_with_what_adults_owe() {
        Family family = aFamily().withAdults(1).withChildBornOn("1997-07-15");
        String number = town.register(family);
        town.timePasses(number, LocalDate.of(2015, 8, 10));
        assertThat(town.deadlines(number, "integrationskontrakt")).hasSize(1);

        String late = town.registerOn("2016-01-10", family);
        town.timePasses(late, LocalDate.of(2016, 1, 10));
        assertThat(town.deadlines(late, "integrationskontrakt")).hasSize(1);
    }

    @Test
    void who_is_18_at_the_takeover_is_owed_what_adults_are_owed() {
        String number = town.register(aFamily().withAdults(1).withChildBornOn("1997-06-20"));

        assertThat(town.deadlines(number, "integrationskontrakt")).hasSize(2);
    }

    @Test
    void a_later_arrival_by_which_a_child_is_18_gives_that_child_an_adult_s_deadlines() {
        String number = town.register(aFamily()
                .of("kvoteflygtning")
                .from("lufthavn")
                .withAdults(1)
                .withChildBornOn("1997-07-15")
                .expectedOn("2015-06-22"));
        assertThat(town.deadlines(number, "integrationskontrakt")).hasSize(1);

        change(number, "2015-08-10");

        assertThat(town.deadlines(number, "integrationskontrakt")).hasSize(2);
        change(number, "2015-06-22");
        assertThat(town.deadlines(number, "integrationskontrakt"))
                .extracting(DeadlineView::state)
                .containsExactlyInAnyOrder(DeadlineState.RUNNING, DeadlineState.NOT_APPLICABLE);
    }

    @Test
    void a_duty_missed_towards_several_is_one_matter_for_the_leader_whose_words_stay_with_each() {
        String number = town.register(aFamily().withAdults(2));
        town.timePasses(
                number,
                town.deadlines(number, "danskuddannelse").get(0).dueDate().plusDays(1));
        assertThat(dutiesToldToLeader(number)).contains("danskuddannelse").doesNotHaveDuplicates();
        Task matter = town.openTasks(number, "UserTask_VurderFristbrud").stream()
                .filter(task ->
                        "danskuddannelse".equals(town.engine.getTaskService().getVariable(task.getId(), "pligt")))
                .findFirst()
                .orElseThrow();
        Long somebody = town.deadlines(number, "danskuddannelse").get(0).personId();
        assertThat(breachTasks.open(number, "danskuddannelse", somebody)).contains(matter.getId());
        assertThat(breachTasks.open(number, "danskuddannelse", null)).contains(matter.getId());
        assertThat(breachTasks.open(number, "findes-ikke", null)).isEmpty();

        town.staff.as("leder", "leder", () -> {
            town.engine
                    .getFormService()
                    .submitTaskForm(
                            matter.getId(), town.staff.filled(matter, Map.of("fristbrudAarsag", "Tolken kom ikke.")));
            return null;
        });

        assertThat(town.deadlines(number, "danskuddannelse")).hasSize(2).allSatisfy(view -> assertThat(view.judgement())
                .isNotNull());
        assertThat(breachTasks.open(number, "danskuddannelse", somebody)).isEmpty();
        town.isSound(number);
    }

    @Test
    void a_deadline_that_was_passed_and_moved_is_reported_again_when_it_is_passed_again() {
        String number = town.register(
                aFamily().of("kvoteflygtning").from("lufthavn").withAdults(1).expectedOn("2015-06-22"));
        town.timePasses(number, LocalDate.of(2015, 7, 23));
        assertThat(town.deadline(number, "danskuddannelse").state()).isEqualTo(DeadlineState.BREACHED);

        change(number, "2015-08-10");

        assertThat(town.deadline(number, "danskuddannelse").state()).isEqualTo(DeadlineState.RUNNING);
        LocalDate later = town.deadline(number, "danskuddannelse").dueDate();
        assertThat(later).isAfter("2015-08-10");
        town.timePasses(number, later.plusDays(1));
        assertThat(town.deadline(number, "danskuddannelse").state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(dutiesToldToLeader(number).stream().filter("danskuddannelse"::equals))
                .hasSize(2);
        town.isSound(number);
    }

    @Test
    void the_follow_up_talks_of_today_are_counted_from_the_day_each_adult_was_placed_for_an_effort() {
        String number = town.register(aFamily().visitedOn("2026-01-15"));
        town.playAllBut(number);
        clock.on(town.deadline(number, "overtagelse").dueDate());
        town.arrives(number);
        town.playUntil(number, "UserTask_VisiterTilIndsats");
        town.playAllBut(number, "UserTask_VisiterTilIndsats");
        assertThat(town.deadlines(number, "visitering")).hasSize(2).allSatisfy(view -> {
            assertThat(view.state()).isEqualTo(DeadlineState.RUNNING);
            assertThat(view.dueDate()).as("the law was not read").isNull();
            assertThat(view.legalGround()).isEqualTo("integrationsloven § 17");
        });
        assertThat(town.deadlines(number, "opfoelgningssamtale")).hasSize(2).allSatisfy(view -> assertThat(view.state())
                .isEqualTo(DeadlineState.WAITING));

        for (String placed : List.of("2026-03-10", "2026-03-16")) {
            clock.on(placed);
            town.complete(number, "UserTask_VisiterTilIndsats", Map.of("visiteretDato", placed));
        }

        assertThat(town.deadlines(number, "opfoelgningssamtale"))
                .extracting(DeadlineView::dueDate)
                .containsExactlyInAnyOrder(LocalDate.of(2026, 9, 10), LocalDate.of(2026, 9, 16));
        town.isSound(number);
        town.playAllBut(number, "UserTask_FoelgModSelvforsoergelse", "UserTask_HoldOpfoelgningssamtale");
        assertThat(day(town.openTask(number, "UserTask_HoldOpfoelgningssamtale")))
                .isEqualTo("2026-09-10");
        assertThat(town.timers(number, "Timer_OpfoelgningsfristUdloebet"))
                .singleElement()
                .satisfies(timer ->
                        assertThat(LateCourse.instant(timer)).isEqualTo(Instant.parse("2026-09-10T22:00:00Z")));
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void talks_that_the_law_still_asks_for_are_told_to_the_leader_though_one_was_held_and_no_more_was_agreed() {
        String number = town.register(aFamily().visitedOn("2026-01-15").withAdults(1));
        town.playAllBut(number);
        clock.on(town.deadline(number, "overtagelse").dueDate());
        town.arrives(number);
        town.playUntil(number, "UserTask_HoldOpfoelgningssamtale");
        town.complete(number, "UserTask_HoldOpfoelgningssamtale", Map.of("aftalesNaesteSamtale", "nej"));
        assertThat(town.deadline(number, "opfoelgningssamtale").state()).isEqualTo(DeadlineState.RUNNING);
        assertThat(town.openTasks(number, "UserTask_HoldOpfoelgningssamtale")).hasSize(1);

        town.timePasses(
                number, town.deadline(number, "opfoelgningssamtale").dueDate().plusDays(1));

        assertThat(town.deadline(number, "opfoelgningssamtale").state()).isEqualTo(DeadlineState.BREACHED);
        assertThat(dutiesToldToLeader(number)).contains("opfoelgningssamtale").doesNotHaveDuplicates();
        town.isSound(number);
    }

    @Test
    void a_watch_waits_for_the_next_deadline_as_soon_as_the_one_it_waited_for_is_met() {
        String number = town.register(aFamily().withAdults(1));
        town.timePasses(number, town.deadline(number, "overtagelse").dueDate());
        Instant before =
                LateCourse.instant(town.timers(number, "Timer_LovfristPasseret").get(0));
        LocalDate next = before.atZone(SettableClock.DENMARK).toLocalDate().minusDays(1);

        town.deadlines.ofCase(number).stream()
                .filter(view -> view.kind() == DeadlineKind.LOV && next.equals(view.dueDate()))
                .forEach(view -> town.deadlines.met(number, view.duty(), view.personId(), clock.today()));

        assertThat(LateCourse.instant(
                        town.timers(number, "Timer_LovfristPasseret").get(0)))
                .isAfter(before);
        town.isSound(number);
    }

    @Test
    void nobody_is_placed_for_an_effort_under_a_law_whose_talks_are_not_counted_from_it() {
        String number = town.register(aFamily().withAdults(1));
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        town.playUntil(number, "UserTask_HoldKontraktsamtale");

        assertThat(town.deadlines(number, "visitering")).isEmpty();
        assertThat(town.openTasks(number, "UserTask_VisiterTilIndsats")).isEmpty();
    }

    @Test
    void a_quota_family_is_taken_over_on_the_day_of_its_registration_and_until_then_on_that_of_its_arrival()
            throws Exception {
        String number = town.register(aFamily()
                .of("kvoteflygtning")
                .from("lufthavn")
                .visitedOn("2015-05-15")
                .expectedOn("2015-06-20"));
        assertThat(town.deadline(number, "overtagelse").explanation()).contains("CPR-registreringen (planlagt)");
        town.playAllBut(number);
        clock.on("2015-06-20");
        town.arrives(number);
        town.runDueJobs(number);
        assertThat(town.deadline(number, "overtagelse").explanation())
                .contains("så ankomstens dato er brugt")
                .doesNotContain("planlagt");

        clock.on("2015-06-24");
        town.complete(number, "UserTask_RegistrerICpr", Map.of("cprRegistreretDato", "2015-06-23"));

        LocalDate registered = LocalDate.of(2015, 6, 23);
        assertThat(town.facts(number).takeover()).isEqualTo(registered);
        DeadlineView takeover = town.deadline(number, "overtagelse");
        assertThat(takeover.state()).isEqualTo(DeadlineState.MET);
        assertThat(takeover.dueDate()).isEqualTo(registered);
        assertThat(takeover.metOn()).isEqualTo(registered);
        assertThat(takeover.explanation()).doesNotContain("ankomstens dato", "planlagt");
        assertThat(takeover.changes()).last().satisfies(change -> {
            assertThat(change.oldDue()).isEqualTo("2015-06-20");
            assertThat(change.reason()).isEqualTo("CPR-registreringens dato er noteret");
        });
        assertThat(town.deadlines(number, "integrationskontrakt"))
                .allSatisfy(view -> assertThat(view.dueDate()).isEqualTo("2015-07-23"));
        assertThat(page("/sager/" + number))
                .contains("Overtagelse af ansvaret ændret fra 20. juni 2015 til 23. juni 2015")
                .doesNotContain("gælder fra en anden dato");
        town.isSound(number);
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void a_wrongly_registered_arrival_is_corrected_and_takes_the_takeover_of_a_quota_family_along() throws Exception {
        String number =
                town.register(aFamily().of("kvoteflygtning").from("lufthavn").visitedOn("2015-05-15"));
        town.playAllBut(number);
        clock.on("2015-06-20");
        town.arrives(number);
        clock.on("2015-06-23");
        town.runDueJobs(number);
        assertThat(town.deadline(number, "overtagelse").state()).isEqualTo(DeadlineState.MET);
        Instant watchedBefore =
                LateCourse.instant(town.timers(number, "Timer_LovfristPasseret").get(0));

        town.staff.as("koordinator", "koordinator", () -> {
            town.cases.correctArrival(number, LocalDate.of(2015, 6, 18), "Tallet var skrevet forkert");
            return null;
        });

        LocalDate arrived = LocalDate.of(2015, 6, 18);
        assertThat(town.facts(number).arrival()).isEqualTo(arrived);
        assertThat(town.facts(number).takeover()).isEqualTo(arrived);
        DeadlineView takeover = town.deadline(number, "overtagelse");
        assertThat(takeover.state()).isEqualTo(DeadlineState.MET);
        assertThat(takeover.dueDate()).isEqualTo(arrived);
        assertThat(takeover.changes()).last().satisfies(change -> {
            assertThat(change.oldDue()).isEqualTo("2015-06-20");
            assertThat(change.reason()).isEqualTo("Tallet var skrevet forkert");
        });
        assertThat(town.deadlines(number, "integrationskontrakt"))
                .isNotEmpty()
                .allSatisfy(view -> assertThat(view.dueDate()).isEqualTo("2015-07-18"));
        assertThat(LateCourse.instant(
                        town.timers(number, "Timer_LovfristPasseret").get(0)))
                .as("the watch is two days earlier too")
                .isEqualTo(watchedBefore.minus(Duration.ofDays(2)));
        assertThat(page("/sager/" + number))
                .contains("Ankomst ændret fra 20. juni 2015 til 18. juni 2015 af koordinator")
                .contains("Tallet var skrevet forkert")
                .contains("Ret ankomstdato");
        town.isSound(number);
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @Test
    void the_case_of_a_family_from_a_centre_says_when_it_is_registered_from_another_day_than_the_takeover()
            throws Exception {
        String number = town.register(aFamily().visitedOn("2015-05-15"));
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);

        clock.on("2015-07-06");
        town.complete(number, "UserTask_RegistrerICpr", Map.of("cprRegistreretDato", "2015-07-03"));

        assertThat(town.facts(number).takeover()).isEqualTo("2015-07-01");
        assertThat(page("/sager/" + number)).contains("CPR-registreringen gælder fra en anden dato, 3. juli 2015");
    }

    @Test
    void a_language_that_is_known_from_the_beginning_is_a_goal_met_at_once() {
        String number = town.register(aFamily());

        assertThat(town.openTasks(number, "UserTask_AfklarTolkesprog")).isEmpty();
        assertThat(town.deadline(number, "sprogkortlaegning").state()).isEqualTo(DeadlineState.MET);
        assertThat(town.deadline(number, "sprogkortlaegning").metOn()).isEqualTo(clock.today());
    }

    private List<Object> dutiesToldToLeader(String number) {
        return town.openTasks(number, "UserTask_VurderFristbrud").stream()
                .map(task -> town.engine.getTaskService().getVariable(task.getId(), "pligt"))
                .toList();
    }

    private void change(String number, String to) {
        town.staff.as("koordinator", "koordinator", () -> {
            town.cases.changePlannedArrival(number, LocalDate.parse(to), "Flyet er aflyst");
            return null;
        });
    }

    @SuppressWarnings("JavaUtilDate") // the engine's own type
    private static LocalDate day(Task task) {
        return LocalDate.ofInstant(task.getDueDate().toInstant(), SettableClock.DENMARK);
    }

    private String page(String path) throws Exception {
        LoggedIn person = new LoggedIn("leder", "Leder Prøve", List.of("leder", "koordinator"));
        return mvc.perform(get(path)
                        .with(authentication(new UsernamePasswordAuthenticationToken(
                                person,
                                null,
                                List.of(
                                        new SimpleGrantedAuthority("GROUP_leder"),
                                        new SimpleGrantedAuthority("GROUP_koordinator"))))))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
