package dk.ankomst.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.Members;
import dk.ankomst.checklists.Checklists;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.worklist.ReadableTasks;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** The whole program as the scenarios play on it: families come, staff work, time goes by, and what remains is looked at. */
final class Municipality {

    private static final String FOLLOWED_FOR_YEARS = "UserTask_FoelgModSelvforsoergelse";
    private static final int MOST_STEPS = 600;

    final Cases cases;
    final Members members;
    final Deadlines deadlines;
    final EstablishmentSupport establishment;
    final WorkItems workItems;
    final ProcessEngine engine;
    final SettableClock clock;
    final Staff staff;

    Municipality(
            Cases cases,
            Members members,
            Deadlines deadlines,
            EstablishmentSupport establishment,
            WorkItems workItems,
            Checklists checklists,
            ReadableTasks readable,
            ProcessEngine engine,
            SettableClock clock) {
        this.cases = cases;
        this.members = members;
        this.deadlines = deadlines;
        this.establishment = establishment;
        this.workItems = workItems;
        this.engine = engine;
        this.clock = clock;
        this.staff = new Staff(engine, establishment, checklists, readable, clock);
    }

    /** Registers a family on the day of its visitation. */
    String register(Family family) {
        return registerOn(family.visitedOn().toString(), family);
    }

    /** Registers a family on a day of its own, e.g. long after its visitation. */
    String registerOn(String day, Family family) {
        clock.on(day);
        return staff.as("koordinator", "koordinator", () -> cases.register(family.visitation()));
    }

    CaseFacts facts(String caseNumber) {
        return cases.facts(caseNumber);
    }

    void arrives(String caseNumber) {
        runDueJobs(caseNumber);
        staff.as("koordinator", "koordinator", () -> {
            cases.arrived(caseNumber, clock.today());
            return null;
        });
    }

    // ---- playing

    /** Open tasks in a fixed order; what lasts for years comes last. */
    List<Task> openTasks(String caseNumber) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .sorted(Comparator.comparing(
                                (Task task) -> task.getTaskDefinitionKey().equals(FOLLOWED_FOR_YEARS))
                        .thenComparing(Task::getTaskDefinitionKey)
                        .thenComparing(Task::getId))
                .toList();
    }

    List<Task> openTasks(String caseNumber, String key) {
        return openTasks(caseNumber).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .toList();
    }

    Task openTask(String caseNumber, String key) {
        List<Task> found = openTasks(caseNumber, key);
        assertThat(found)
                .as("open tasks %s among %s", key, namesOf(openTasks(caseNumber)))
                .isNotEmpty();
        return found.get(0);
    }

    static List<String> namesOf(List<Task> tasks) {
        return tasks.stream().map(Task::getTaskDefinitionKey).toList();
    }

    void complete(String caseNumber, String key, Map<String, ?> answers) {
        staff.complete(openTask(caseNumber, key), answers);
        runJobs(caseNumber);
    }

    /** One step of the ordinary course: the next task, or the arrival when everybody waits for it; false at the end. */
    boolean step(String caseNumber, Map<String, ?> answers) {
        List<Task> open = openTasks(caseNumber);
        if (open.isEmpty()) {
            CaseFacts facts = facts(caseNumber);
            if (!facts.open() || facts.arrival() != null) {
                return false;
            }
            arrives(caseNumber);
        } else {
            staff.complete(open.get(0), answers);
        }
        runJobs(caseNumber);
        return true;
    }

    void playSteps(String caseNumber, int steps) {
        for (int i = 0; i < steps && step(caseNumber, Map.of()); i++) {}
    }

    int playToEnd(String caseNumber) {
        return playToEnd(caseNumber, Map.of());
    }

    int playToEnd(String caseNumber, Map<String, ?> answers) {
        int steps = 0;
        while (step(caseNumber, answers)) {
            steps++;
            assertThat(steps).as("the case never ends").isLessThan(MOST_STEPS);
        }
        return steps;
    }

    /** Plays until a task of this kind is open, leaving those alone. */
    void playUntil(String caseNumber, String key) {
        for (int i = 0; i < MOST_STEPS && openTasks(caseNumber, key).isEmpty(); i++) {
            assertThat(step(caseNumber, Map.of()))
                    .as("the case ended before %s", key)
                    .isTrue();
        }
    }

    /** Plays everything that is open but tasks of these kinds, until only those are left. */
    void playAllBut(String caseNumber, String... keys) {
        Set<String> left = Set.of(keys);
        for (int i = 0; i < MOST_STEPS; i++) {
            runJobs(caseNumber);
            Task next = openTasks(caseNumber).stream()
                    .filter(task -> !left.contains(task.getTaskDefinitionKey()))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return;
            }
            staff.complete(next, Map.of());
        }
    }

    // ---- jobs and time

    List<String> instances(String caseNumber) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    List<Job> jobs(String caseNumber) {
        return instances(caseNumber).stream()
                .flatMap(instance ->
                        engine.getManagementService().createJobQuery().processInstanceId(instance).list().stream())
                .toList();
    }

    /** The timers of a case by the element of the model they belong to. */
    List<Job> timers(String caseNumber, String element) {
        Set<String> definitions =
                engine.getManagementService().createJobDefinitionQuery().activityIdIn(element).list().stream()
                        .map(definition -> definition.getId())
                        .collect(Collectors.toSet());
        return jobs(caseNumber).stream()
                .filter(job -> definitions.contains(job.getJobDefinitionId()))
                .toList();
    }

    /** Runs what is to be done at once, until nothing is. */
    void runJobs(String caseNumber) {
        runJobs(caseNumber, false);
    }

    /** Runs what is to be done at once and every timer that is due by the clock. */
    void runDueJobs(String caseNumber) {
        runJobs(caseNumber, true);
    }

    @SuppressWarnings("JavaUtilDate") // the engine's own type
    private void runJobs(String caseNumber, boolean timersToo) {
        Date now = Date.from(clock.instant());
        for (int round = 0; round < MOST_STEPS; round++) {
            Job due = jobs(caseNumber).stream()
                    .filter(job -> job.getDuedate() == null
                            || (timersToo && !job.getDuedate().after(now)))
                    .findFirst()
                    .orElse(null);
            if (due == null) {
                return;
            }
            engine.getManagementService().executeJob(due.getId());
        }
        throw new AssertionError("the jobs never end");
    }

    void timePasses(String caseNumber, Instant until) {
        clock.at(until);
        runDueJobs(caseNumber);
    }

    void timePasses(String caseNumber, LocalDate until) {
        clock.on(until);
        runDueJobs(caseNumber);
    }

    // ---- looking

    List<DeadlineView> deadlines(String caseNumber, String duty) {
        return deadlines.ofCase(caseNumber).stream()
                .filter(view -> view.duty().equals(duty))
                .toList();
    }

    DeadlineView deadline(String caseNumber, String duty) {
        List<DeadlineView> found = deadlines(caseNumber, duty);
        assertThat(found).as(duty).hasSize(1);
        return found.get(0);
    }

    /** Nobody has anything left to do, nothing waits, and every deadline came to an end. */
    void nothingRemains(String caseNumber) {
        CaseFacts facts = facts(caseNumber);
        assertThat(facts.open()).as("open").isFalse();
        assertThat(facts.phase()).isEqualTo("afsluttet");
        assertThat(namesOf(openTasks(caseNumber))).as("open tasks").isEmpty();
        assertThat(instances(caseNumber)).as("open instances").isEmpty();
        assertThat(workItems.ofCase(caseNumber)).as("work list").isEmpty();
        assertThat(deadlines.ofCase(caseNumber)).isNotEmpty().allSatisfy(view -> assertThat(view.state())
                .as(view.duty())
                .isIn(DeadlineState.MET, DeadlineState.MET_LATE, DeadlineState.LAPSED, DeadlineState.NOT_APPLICABLE));
        List<HistoricProcessInstance> history = history(caseNumber);
        assertThat(history).isNotEmpty();
        for (HistoricProcessInstance instance : history) {
            String name = instance.getProcessDefinitionKey();
            assertThat(instance.getEndTime()).as(name).isNotNull();
            assertThat(instance.getRemovalTime()).as("removal of %s", name).isNotNull();
            assertThat(engine.getManagementService()
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .count())
                    .as("jobs of %s", name)
                    .isZero();
            assertThat(engine.getRuntimeService()
                            .createEventSubscriptionQuery()
                            .processInstanceId(instance.getId())
                            .count())
                    .as("subscriptions of %s", name)
                    .isZero();
            assertThat(engine.getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance.getId())
                            .unfinished()
                            .count())
                    .as("unfinished in the history of %s", name)
                    .isZero();
            assertThat(engine.getHistoryService()
                            .createHistoricTaskInstanceQuery()
                            .processInstanceId(instance.getId())
                            .unfinished()
                            .count())
                    .as("unfinished tasks in the history of %s", name)
                    .isZero();
            assertThat(engine.getHistoryService()
                            .createHistoricIncidentQuery()
                            .processInstanceId(instance.getId())
                            .count())
                    .as("incidents of %s", name)
                    .isZero();
        }
    }

    List<HistoricProcessInstance> history(String caseNumber) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
    }

    /** The work list, the tasks, the timers and the register say the same; nothing is stuck. */
    @SuppressWarnings("JavaUtilDate") // the engine's own type
    void isSound(String caseNumber) {
        assertThat(jobs(caseNumber))
                .allSatisfy(job -> assertThat(job.getExceptionMessage()).isNull());
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .processDefinitionKey("modtagelse")
                        .count())
                .as("plans of the case")
                .isEqualTo(1);
        Map<String, String> engineSays = new HashMap<>();
        for (Task task : openTasks(caseNumber)) {
            engineSays.put(
                    task.getId(),
                    task.getTaskDefinitionKey() + " for " + staff.groupOf(task) + " "
                            + (task.getDueDate() == null
                                    ? null
                                    : task.getDueDate().toInstant()));
        }
        Map<String, String> listSays = new HashMap<>();
        for (WorkItem item : workItems.ofCase(caseNumber)) {
            listSays.put(item.taskId(), item.taskKey() + " for " + item.groupId() + " " + item.due());
        }
        assertThat(listSays).as("work list").isEqualTo(engineSays);
        List<String> stale = new ArrayList<>();
        for (Job job : jobs(caseNumber)) {
            if (job.getDuedate() != null) {
                Instant before = job.getDuedate().toInstant();
                engine.getManagementService().recalculateJobDuedate(job.getId(), false);
                Instant after = engine.getManagementService()
                        .createJobQuery()
                        .jobId(job.getId())
                        .singleResult()
                        .getDuedate()
                        .toInstant();
                if (!before.equals(after)) {
                    stale.add(job.getId() + ": " + before + " should be " + after);
                }
            }
        }
        assertThat(stale).as("timers that no longer follow the register").isEmpty();
        assertThat(deadlines.ofCase(caseNumber).stream()
                        .filter(view -> view.dueDate() != null
                                && view.actBy() != null
                                && view.actBy().isAfter(view.dueDate()))
                        .toList())
                .as("act-by dates after the due date")
                .isEmpty();
    }
}
