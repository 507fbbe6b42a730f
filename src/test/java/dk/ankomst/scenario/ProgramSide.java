package dk.ankomst.scenario;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.Visitation;
import dk.ankomst.checklists.Checklists;
import dk.ankomst.deadlines.Change;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.scenario.Tally.Work;
import dk.ankomst.worklist.ReadableTasks;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program as it is delivered. The family arrived more than a month ago, so that the duties of the first month are
 * passed when its tasks arise and their timers fire. What the first case answered is answered in all others, and told to
 * the bare engine.
 */
final class ProgramSide extends BenchmarkSide {

    private static final int DAYS_SINCE_VISITATION = 60;
    private static final int DAYS_SINCE_ARRIVAL = 35;

    private final LocalDate arrival;
    private final Cases cases;
    private final Deadlines deadlines;
    private final Staff staff;
    private final Visitation visitation;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Map<String, Object>> answers = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> engineAnswers = new ConcurrentHashMap<>();
    private Map<String, Object> startVariables = Map.of();
    private @Nullable String firstCase;

    ProgramSide(ConfigurableApplicationContext program) {
        super(program.getBean(ProcessEngine.class), program.getBean(DataSource.class));
        this.cases = program.getBean(Cases.class);
        this.deadlines = program.getBean(Deadlines.class);
        SettableClock clock = new SettableClock();
        clock.at(Instant.now());
        this.arrival = clock.today().minusDays(DAYS_SINCE_ARRIVAL);
        // Only the answers go by the standing clock; the program and its engine go by the computer's.
        ClockUtil.reset();
        this.staff = new Staff(
                engine,
                program.getBean(EstablishmentSupport.class),
                program.getBean(Checklists.class),
                program.getBean(ReadableTasks.class),
                clock);
        this.visitation = Family.aFamily()
                .withAdults(2)
                .withChildren(3)
                .visitedOn(clock.today().minusDays(DAYS_SINCE_VISITATION).toString())
                .expectedOn(arrival.toString())
                .visitation();
    }

    @Override
    String start(Tally tally) {
        String number = as("koordinator", () -> tally.timed(Work.START, () -> cases.register(visitation)));
        if (firstCase == null) {
            firstCase = number;
            startVariables = new HashMap<>(engine.getRuntimeService()
                    .getVariables(engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(number)
                            .processDefinitionKey("modtagelse")
                            .singleResult()
                            .getId()));
        }
        return number;
    }

    @Override
    void arrives(String caseNumber, Tally tally) {
        as(
                "koordinator",
                () -> tally.timed(Work.ARRIVAL, () -> {
                    cases.arrived(caseNumber, arrival);
                    return "";
                }));
    }

    @Override
    Map<String, Object> answers(Task task, String group) {
        as(group, () -> {
            staff.answerOpenLines(task);
            return null;
        });
        return answers.computeIfAbsent(task.getTaskDefinitionKey(), key -> {
            Map<String, Object> filled = as(group, () -> staff.filled(task, Map.of()));
            Map<String, Object> kept = new HashMap<>(filled);
            kept.keySet().removeAll(keptOnCase(task));
            engineAnswers.put(key, kept);
            return filled;
        });
    }

    @Override
    <T extends @Nullable Object> T as(String group, Supplier<T> work) {
        return staff.as(group, group, work);
    }

    /** What the bare engine needs to be told of the first case, once that is at its end. */
    BareBeans.Facts facts() {
        CaseFacts facts = cases.facts(Objects.requireNonNull(firstCase));
        Map<String, LocalDate> dueDates = new HashMap<>();
        for (DeadlineView deadline : deadlines.ofCase(facts.caseNumber())) {
            LocalDate due = deadline.dueDate();
            if (due != null) {
                dueDates.putIfAbsent(deadline.duty(), due);
            }
        }
        return new BareBeans.Facts(
                facts.persons().size(),
                (int) facts.persons().stream().filter(person -> person.adult()).count(),
                (int) facts.persons().stream().filter(person -> !person.adult()).count(),
                (String) startVariables.get("retsdato"),
                deadlines.ofCase(facts.caseNumber()).stream()
                        .map(DeadlineView::duty)
                        .collect(Collectors.toSet()),
                dueDates,
                breaches(facts),
                talks(facts.caseNumber()));
    }

    private List<BareBeans.Breach> breaches(CaseFacts facts) {
        Map<Long, Long> numbers = new HashMap<>();
        facts.persons().forEach(person -> numbers.put(person.id(), (long) person.number()));
        return deadlines.ofCase(facts.caseNumber()).stream()
                .flatMap(deadline -> deadline.changes().stream())
                .filter(change -> change.what() == Change.Kind.BREACHED)
                .map(change -> new BareBeans.Breach(
                        change.duty(),
                        change.personId() == null ? null : numbers.get(change.personId()),
                        Objects.requireNonNull(change.newDue())))
                .toList();
    }

    /** How many talks the law asked for before the last one met its duty. */
    private int talks(String caseNumber) {
        return deadlines.ofCase(caseNumber).stream()
                .filter(deadline -> deadline.duty().equals("opfoelgningssamtale"))
                .mapToInt(deadline -> (int) deadline.changes().stream()
                                .filter(change -> change.what() == Change.Kind.HELD)
                                .count()
                        + 1)
                .max()
                .orElse(1);
    }

    /** The variables of a new plan before its first step. */
    Map<String, Object> startVariables() {
        Map<String, Object> first = new HashMap<>(startVariables);
        first.keySet().removeAll(Set.of("spor", "retsdato"));
        return first;
    }

    Map<String, Map<String, Object>> engineAnswers() {
        return engineAnswers;
    }

    private Set<String> keptOnCase(Task task) {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            json.readTree(form).path("components").forEach(field -> {
                if (!field.path("properties").path("gem").asText("").isEmpty()) {
                    kept.add(field.path("key").asText());
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return kept;
    }
}
