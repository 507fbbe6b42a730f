package dk.ankomst.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.scenario.Tally.Work;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of the two that are compared, and how a case is played on it: the same steps in the same order on both. */
abstract class BenchmarkSide {

    private static final String FOLLOWED_FOR_YEARS = "UserTask_FoelgModSelvforsoergelse";
    private static final int MOST_ROUNDS = 200;

    /** @param element the id in the model of what the job belongs to */
    record Due(String id, String element, boolean isTimer) {}

    final ProcessEngine engine;
    private final JdbcClient jdbc;

    BenchmarkSide(ProcessEngine engine, DataSource dataSource) {
        this.engine = engine;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Starts a case and returns its number. */
    abstract String start(Tally tally);

    abstract void arrives(String caseNumber, Tally tally);

    /** What is sent with a task's form. */
    abstract Map<String, Object> answers(Task task, String group);

    abstract <T extends @Nullable Object> T as(String group, Supplier<T> work);

    void play(Tally tally) {
        String number = start(tally);
        boolean arrived = false;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            runDueJobs(number, tally);
            List<Task> open = openTasks(number);
            if (open.isEmpty() && arrived) {
                if (!fireNextTimer(number, tally)) {
                    assertThat(engine.getRuntimeService()
                                    .createProcessInstanceQuery()
                                    .processInstanceBusinessKey(number)
                                    .count())
                            .as("processes left of %s", number)
                            .isZero();
                    return;
                }
            } else if (open.isEmpty()) {
                arrives(number, tally);
                arrived = true;
            } else {
                for (Task task : open) {
                    complete(task, tally);
                }
            }
        }
        throw new AssertionError("the case never ends");
    }

    private List<Task> openTasks(String number) {
        List<Task> open = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .sorted(Comparator.comparing(Task::getTaskDefinitionKey).thenComparing(Task::getId))
                .toList();
        List<Task> ordinary = open.stream()
                .filter(task -> !task.getTaskDefinitionKey().equals(FOLLOWED_FOR_YEARS))
                .toList();
        return ordinary.isEmpty() ? open : ordinary;
    }

    private void complete(Task task, Tally tally) {
        String group = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .filter(id -> id != null)
                .findFirst()
                .orElseThrow();
        Map<String, Object> answers = answers(task, group);
        as(group, () -> {
            tally.timed(Work.OPEN, () -> {
                read(engine.getFormService().getDeployedTaskForm(task.getId()));
                return engine.getFormService().getTaskFormVariables(task.getId());
            });
            tally.timed(Work.CLAIM, () -> {
                engine.getTaskService().claim(task.getId(), group);
                return "";
            });
            return tally.timed(Work.SUBMIT, () -> {
                engine.getFormService().submitTaskForm(task.getId(), answers);
                return "";
            });
        });
    }

    private static void read(InputStream form) {
        try (form) {
            form.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void runDueJobs(String number, Tally tally) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Due> due = jobs(number, "and (J.DUEDATE_ is null or J.DUEDATE_ <= current_timestamp) order by J.ID_");
            if (due.isEmpty()) {
                return;
            }
            run(due.get(0), tally);
            // One at a time only where one may end the other; continuations after a person's part never do.
            due.stream().skip(1).filter(job -> !job.isTimer()).forEach(job -> run(job, tally));
        }
        throw new AssertionError("the jobs never end");
    }

    /** Nobody has anything to do: what is agreed for later happens now. */
    private boolean fireNextTimer(String number, Tally tally) {
        List<Due> later = jobs(number, "order by J.DUEDATE_, J.ID_");
        if (later.isEmpty()) {
            return false;
        }
        run(later.get(0), tally);
        return true;
    }

    private void run(Due job, Tally tally) {
        tally.ran(job.element());
        tally.timed(job.isTimer() ? Work.TIMER : Work.JOB, () -> {
            engine.getManagementService().executeJob(job.id());
            return "";
        });
    }

    private List<Due> jobs(String number, String which) {
        return jdbc.sql(
                        "select distinct J.ID_ as ID, D.ACT_ID_ as ELEMENT, J.DUEDATE_ as DUE, J.DUEDATE_ from ACT_RU_JOB J "
                                + "join ACT_RU_JOBDEF D on D.ID_ = J.JOB_DEF_ID_ "
                                + "join ACT_RU_EXECUTION E on E.ID_ = J.PROCESS_INSTANCE_ID_ where E.BUSINESS_KEY_ = :number "
                                + which)
                .param("number", number)
                .query((row, index) ->
                        new Due(row.getString("ID"), row.getString("ELEMENT"), row.getTimestamp("DUE") != null))
                .list();
    }

    ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
