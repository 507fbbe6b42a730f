package dk.ankomst.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.cases.CaseFacts;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many families at once on one clock: each registration, arrival and other happening, each timer of the engine and each
 * task comes at its own moment, in order, whichever case it belongs to. Timers run one by one at their due date; tasks are
 * done through their forms by somebody of their group.
 */
final class ThreeYears {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int WORKING_MINUTES = 6 * 60;
    private static final int MOST_STEPS = 60_000;

    /** How many days these usually lie; what is due earlier is done in time. */
    private static final Map<String, Integer> USUAL_LAGS = Map.of(
            "UserTask_FindPermanentBolig", 40,
            "UserTask_FoelgModSelvforsoergelse", 500,
            "UserTask_StartBoernISkole", 9,
            "UserTask_TilbydKontaktfamilie", 20,
            "UserTask_IntroducerRettigheder", 14);

    private static final int LONGEST_LAG = 3;

    /** Where the takeover is counted from the arrival, and no day is planned. */
    private static final int UNTIL_ARRIVAL = 28;

    private record Step(
            Instant at,
            int order,
            Runnable action,
            @Nullable String caseNumber) {}

    private record Due(String jobId, @Nullable Instant at, String caseNumber) {}

    private final Municipality town;
    private final JdbcClient jdbc;
    private final Map<String, Story> stories = new LinkedHashMap<>();
    private final PriorityQueue<Step> agenda =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::order));
    private final Map<String, Instant> planned = new HashMap<>();
    private int order;
    private int tasksDone;
    private int timersFired;

    ThreeYears(Municipality town, JdbcClient jdbc) {
        this.town = town;
        this.jdbc = jdbc;
    }

    int tasksDone() {
        return tasksDone;
    }

    int timersFired() {
        return timersFired;
    }

    /** The families by their case numbers, in the order in which they were registered. */
    Map<String, Story> stories() {
        return stories;
    }

    /** Plays all families until nothing is left to happen, to run out or to be done. */
    void play(List<Story> families) {
        for (Story story : families) {
            plan(at(story.family.visitedOn(), order), null, () -> register(story));
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            Due due = nextJob();
            Step next = agenda.peek();
            if (due == null && next == null) {
                return;
            }
            boolean timerFirst = due != null
                    && (next == null || due.at() == null || !due.at().isAfter(next.at()));
            String caseNumber;
            if (timerFirst) {
                caseNumber = due.caseNumber();
                fire(due);
            } else {
                caseNumber = agenda.remove().caseNumber();
                goTo(Objects.requireNonNull(next).at());
                try {
                    next.action().run();
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(told(caseNumber) + ": " + e.getMessage(), e);
                }
            }
            if (caseNumber != null) {
                planTasks(caseNumber);
            }
        }
        throw new AssertionError("the years never end");
    }

    private void register(Story story) {
        Family family = story.family;
        String number = town.register(family);
        assertThat(town.facts(number).track()).as(story.words).isEqualTo(story.track);
        stories.put(number, story);
        CaseFacts facts = town.facts(number);
        LocalDate expected = facts.plannedArrival() != null ? facts.plannedArrival() : facts.takeover();
        LocalDate arrival = expected != null ? expected : family.visitedOn().plusDays(UNTIL_ARRIVAL);
        LocalDate arrivesOn = arrival.plusDays(story.arrivesAfterTakeover);
        if (story.arrives) {
            plan(
                    at(arrivesOn, 1),
                    number,
                    () -> town.staff.as("koordinator", "koordinator", () -> {
                        town.cases.arrived(number, town.clock.today());
                        return null;
                    }));
        }
        for (Story.Happening happening : story.happenings) {
            LocalDate from = happening.from() == Story.From.VISITATION ? family.visitedOn() : arrivesOn;
            plan(
                    at(from.plusDays(happening.days()), 2),
                    number,
                    () -> town.staff.as("koordinator", "koordinator", () -> {
                        happening.what().happensTo(number, town);
                        return null;
                    }));
        }
        planTasks(number);
    }

    // ---- timers

    /** The next job of these families: what is to be done at once, or else the timer that runs out first. */
    private @Nullable Due nextJob() {
        if (stories.isEmpty()) {
            return null;
        }
        return jdbc.sql("select j.id_ as id, j.duedate_ as due, e.business_key_ as number from act_ru_job j"
                        + " join act_ru_execution e on e.id_ = j.process_instance_id_"
                        + " where e.business_key_ in (:numbers)"
                        + " order by case when j.duedate_ is null then 0 else 1 end, j.duedate_, j.id_"
                        + " fetch first 1 rows only")
                .param("numbers", stories.keySet())
                .query((row, index) -> {
                    Timestamp due = row.getTimestamp("due");
                    return new Due(row.getString("id"), due == null ? null : due.toInstant(), row.getString("number"));
                })
                .optional()
                .orElse(null);
    }

    private void fire(Due due) {
        if (due.at() != null) {
            timersFired++;
            goTo(due.at());
        }
        try {
            town.engine.getManagementService().executeJob(due.jobId());
        } catch (RuntimeException e) {
            throw new AssertionError(told(due.caseNumber()) + ": " + e.getMessage(), e);
        }
    }

    private void goTo(Instant moment) {
        if (moment.isAfter(town.clock.instant())) {
            town.clock.at(moment);
        }
    }

    // ---- tasks

    private void planTasks(String caseNumber) {
        Story story = Objects.requireNonNull(stories.get(caseNumber));
        for (Task task : town.engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()) {
            String key = task.getId() + task.getDueDate();
            if (planned.containsKey(key)) {
                continue;
            }
            Instant done = done(task, story, caseNumber);
            planned.put(key, done);
            if (done.isBefore(Instant.MAX)) {
                plan(done, caseNumber, () -> complete(task.getId(), key, story));
            }
        }
    }

    private void complete(String taskId, String key, Story story) {
        Task task =
                town.engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
        // Done, gone, or moved to another day since.
        if (task != null && (task.getId() + task.getDueDate()).equals(key)) {
            town.staff.complete(task, story.answers);
            tasksDone++;
        }
    }

    /** When a task is done: soon after it arose and within its due date, unless the family's story says otherwise. */
    @SuppressWarnings("JavaUtilDate") // the engine's own type
    private Instant done(Task task, Story story, String caseNumber) {
        String kind = task.getTaskDefinitionKey();
        Instant now = town.clock.instant();
        LocalDate today = town.clock.today();
        int hash = Math.floorMod((caseNumber + kind).hashCode(), 1000);
        Integer told = story.lags.get(kind);
        LocalDate day;
        if (told != null) {
            if (told == Integer.MAX_VALUE) {
                return Instant.MAX;
            }
            day = today.plusDays(told);
        } else {
            day = workingDay(today.plusDays(USUAL_LAGS.getOrDefault(kind, hash % LONGEST_LAG)), 1);
            if (task.getDueDate() != null) {
                LocalDate due = LocalDate.ofInstant(task.getDueDate().toInstant(), SettableClock.DENMARK);
                if (day.isAfter(due)) {
                    day = workingDay(due, -1);
                }
            }
        }
        Instant at = day.atTime(MORNING)
                .plusMinutes(hash * 7L % WORKING_MINUTES)
                .atZone(SettableClock.DENMARK)
                .toInstant();
        Instant soonest = now.plus(5, ChronoUnit.MINUTES);
        return at.isBefore(soonest) ? soonest : at;
    }

    private static LocalDate workingDay(LocalDate day, int direction) {
        LocalDate found = day;
        while (Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(found.getDayOfWeek())) {
            found = found.plusDays(direction);
        }
        return found;
    }

    // ---- the agenda

    private void plan(Instant at, @Nullable String caseNumber, Runnable action) {
        agenda.add(new Step(at, order++, action, caseNumber));
    }

    private static Instant at(LocalDate day, int minutes) {
        return day.atTime(MORNING.plusMinutes(minutes))
                .atZone(SettableClock.DENMARK)
                .toInstant();
    }

    private String told(@Nullable String caseNumber) {
        Story story = caseNumber == null ? null : stories.get(caseNumber);
        List<String> said = new ArrayList<>();
        said.add(story == null ? "registration" : story.words + " (" + caseNumber + ")");
        said.add(town.clock.today().toString());
        return String.join(", ", said);
    }
}
