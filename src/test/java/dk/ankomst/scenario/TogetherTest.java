package dk.ankomst.scenario;

import static dk.ankomst.scenario.Family.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.deadlines.DeadlineState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.RepeatedTest;

/** Two people do something in the same moment. */
class TogetherTest extends ScenarioTest {

    @RepeatedTest(5)
    void of_two_who_complete_the_same_task_one_does_it_and_the_other_is_told() throws Exception {
        String number = arrived();
        Task cpr = town.openTask(number, "UserTask_RegistrerICpr");

        List<Exception> told =
                together(() -> submit(cpr, "anna", "borgerservice"), () -> submit(cpr, "bo", "borgerservice"));

        assertThat(told).as("one of the two").hasSize(1);
        assertThat(told.get(0)).isInstanceOf(ProcessEngineException.class).hasMessageContaining(cpr.getId());
        assertThat(jdbc.sql("select count(*) from form_submit where task_id = '" + cpr.getId() + "'")
                        .query(Long.class)
                        .single())
                .as("answers kept once")
                .isEqualTo(1);
        assertThat(town.deadline(number, "cpr-registrering").state()).isEqualTo(DeadlineState.MET);
        town.runJobs(number);
        town.isSound(number);
    }

    @RepeatedTest(3)
    void of_two_who_complete_the_last_tasks_before_a_join_neither_loses_anything() throws Exception {
        String number = arrived();
        town.playAllBut(number, "UserTask_RegistrerICpr", "UserTask_VisBoligen");
        Task cpr = town.openTask(number, "UserTask_RegistrerICpr");
        Task dwelling = town.openTask(number, "UserTask_VisBoligen");

        List<Exception> told =
                together(() -> submit(cpr, "anna", "borgerservice"), () -> submit(dwelling, "bo", "bolig"));

        assertThat(told).isEmpty();
        List<Job> joins = town.jobs(number).stream()
                .filter(job -> job.getDuedate() == null)
                .toList();
        for (Exception gaveWay : together(joins.stream().map(this::execution).toList())) {
            // The job executor does it again, as the next line does.
            assertThat(gaveWay).isInstanceOf(OptimisticLockingException.class);
        }
        town.runJobs(number);
        assertThat(Municipality.namesOf(town.openTasks(number)))
                .containsExactlyInAnyOrder("UserTask_IntroducerLokalomraadet", "UserTask_HjaelpMedKonto");
        town.isSound(number);
    }

    @RepeatedTest(2)
    void two_who_sign_contracts_with_two_adults_at_once_both_get_through() throws Exception {
        String number = arrived();
        town.playUntil(number, "UserTask_HoldKontraktsamtale");
        town.playAllBut(number, "UserTask_UnderskrivKontrakt", "UserTask_TilbydKontaktfamilie");
        List<Task> signings = town.openTasks(number, "UserTask_UnderskrivKontrakt");
        assertThat(signings).hasSize(2);

        List<Exception> told = together(
                () -> submit(signings.get(0), "anna", "jobcenter"), () -> submit(signings.get(1), "bo", "jobcenter"));

        assertThat(told).isEmpty();
        assertThat(town.deadlines(number, "integrationskontrakt"))
                .allSatisfy(view -> assertThat(view.state()).isEqualTo(DeadlineState.MET));
        town.runJobs(number);
        town.isSound(number);
        town.playToEnd(number);
        town.nothingRemains(number);
    }

    @RepeatedTest(3)
    void news_of_the_family_gets_through_while_the_passed_deadlines_of_a_late_case_are_told() throws Exception {
        String number = town.register(aFamily().withAdults(2));
        clock.on(town.deadlines(number, "integrationsprogram").get(0).dueDate().plusDays(1));
        Job watch = town.timers(number, "Timer_LovfristPasseret").get(0);

        List<Exception> told = together(execution(watch), () -> {
            town.staff.as("koordinator", "koordinator", () -> {
                town.cases.arrived(number, clock.today());
                return null;
            });
            return null;
        });

        // The job executor does again what gave way; the news is never refused.
        assertThat(told).allSatisfy(gaveWay -> assertThat(gaveWay).isInstanceOf(OptimisticLockingException.class));
        town.timePasses(number, clock.today());
        assertThat(town.cases.facts(number).arrival()).isEqualTo(clock.today());
        town.isSound(number);
    }

    private String arrived() {
        String number = town.register(aFamily());
        town.playAllBut(number);
        clock.on("2015-07-01");
        town.arrives(number);
        return number;
    }

    private Void submit(Task task, String user, String group) {
        return town.staff.as(user, group, () -> {
            town.engine.getFormService().submitTaskForm(task.getId(), town.staff.filled(task, Map.of()));
            return null;
        });
    }

    private Callable<Void> execution(Job job) {
        return () -> {
            town.engine.getManagementService().executeJob(job.getId());
            return null;
        };
    }

    private static List<Exception> together(Callable<Void> first, Callable<Void> second) throws Exception {
        return together(List.of(first, second));
    }

    /** Does all at once and returns what was answered to those who were refused. */
    private static List<Exception> together(List<Callable<Void>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        ExecutorService people = Executors.newFixedThreadPool(works.size());
        try {
            List<Future<Void>> done = new ArrayList<>();
            for (Callable<Void> work : works) {
                done.add(people.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return work.call();
                }));
            }
            List<Exception> told = new ArrayList<>();
            for (Future<Void> future : done) {
                try {
                    future.get(60, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    told.add((Exception) e.getCause());
                }
            }
            return told;
        } finally {
            people.shutdownNow();
        }
    }
}
