package dk.ankomst.board;

import dk.ankomst.cases.CaseAccess;
import dk.ankomst.checklists.Checklists;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.Nearness;
import dk.ankomst.deadlines.OwedDeadline;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.Problem;
import dk.ankomst.worklist.ReadableTasks;
import dk.ankomst.worklist.ReadableTasks.ReadableTask;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The deadline of a task, for the cards and the tab of Tasklist and for other programs. */
@RestController
@RequestMapping(path = "/api/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize(CaseAccess.SEE)
@Tag(name = "tasks", description = "The deadline of an open task in words, for whoever may read the task")
class TaskDeadlineApi {

    /** As many as Tasklist shows on a page, several times over. */
    private static final int MOST = 200;

    /**
     * When a task is due.
     *
     * @param date {@code 1. maj 2026}; null with every field after it when the task has no deadline
     * @param words how near, e.g. {@code 3 arbejdsdage tilbage}
     * @param state OVER, NEAR or LATER
     */
    record TaskDue(
            String taskId,
            @Nullable LocalDate dueDate,
            @Nullable String date,
            @Nullable String words,
            Nearness.@Nullable State state) {}

    /**
     * A task's deadline with all that the register says about it.
     *
     * @param followUp when the task is to be taken up
     * @param checklist null when the task waits for none
     * @param deadline null when no deadline of the register stands behind the date; while it waits for its trigger it has no
     *     date, and the task has one of its own
     */
    record TaskDeadline(
            TaskDue due,
            @Nullable String caseNumber,
            @Nullable LocalDate followUp,
            @Nullable String followUpDate,
            @Nullable Registered deadline,
            @Nullable TaskChecklist checklist) {}

    /**
     * The checklist whose required points the task waits for.
     *
     * @param address of its page
     * @param required how many points must still be answered
     */
    record TaskChecklist(String title, String address, long answered, int points, int required) {}

    /**
     * The deadline as the register has it.
     *
     * @param kind LOV, LOKAL or AFTALT
     * @param kindName the kind in Danish
     * @param howCounted the text "Sådan er fristen regnet", with what happened to the date
     */
    record Registered(
            String duty,
            String name,
            String kind,
            String kindName,
            String legalGround,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate actBy,
            boolean confirmed,
            List<String> howCounted) {

        static Registered of(DeadlineView view) {
            return new Registered(
                    view.duty(),
                    view.name(),
                    view.kind().name(),
                    view.kind().danish(),
                    view.legalGround(),
                    view.dueDate(),
                    view.actBy(),
                    view.confirmed(),
                    view.howCounted());
        }
    }

    private final ReadableTasks tasks;
    private final Deadlines deadlines;
    private final Checklists checklists;
    private final Nearness nearness;
    private final Wording wording;

    TaskDeadlineApi(
            ReadableTasks tasks, Deadlines deadlines, Checklists checklists, Nearness nearness, Wording wording) {
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.checklists = checklists;
        this.nearness = nearness;
        this.wording = wording;
    }

    @GetMapping("/frist")
    @Operation(summary = "When each of up to 200 open tasks is due; tasks that may not be read are left out")
    List<TaskDue> due(
            @Parameter(description = "ids of tasks with commas between") @RequestParam(defaultValue = "") String ids) {
        Set<String> asked =
                Stream.of(ids.split(",", -1)).filter(id -> !id.isBlank()).collect(Collectors.toSet());
        if (asked.size() > MOST) {
            throw new InputRefused("ids", "Spørg om højst " + MOST + " opgaver ad gangen.");
        }
        return tasks.of(asked).stream().map(this::due).toList();
    }

    @GetMapping("/{id}/frist")
    @Operation(summary = "When an open task is due, by which deadline, and how that was counted")
    ResponseEntity<?> deadline(@PathVariable String id) {
        return tasks.of(Set.of(id)).stream()
                .findFirst()
                .<ResponseEntity<?>>map(task -> ResponseEntity.ok(new TaskDeadline(
                        due(task),
                        task.caseNumber(),
                        task.followUp(),
                        task.followUp() == null ? null : wording.date(task.followUp()),
                        behind(task).map(Registered::of).orElse(null),
                        checklist(task))))
                // Whether it exists is not told to those who may not read it.
                .orElseGet(() -> Problem.answer(
                        HttpStatus.NOT_FOUND, "Opgaven findes ikke, er løst, eller du kan ikke se den", List.of()));
    }

    private TaskDue due(ReadableTask task) {
        LocalDate due = task.due();
        return due == null
                ? new TaskDue(task.id(), null, null, null, null)
                : new TaskDue(
                        task.id(),
                        due,
                        wording.date(due),
                        nearness.words(due, wording.today()),
                        nearness.state(due, wording.today()));
    }

    private @Nullable TaskChecklist checklist(ReadableTask task) {
        String caseNumber = task.caseNumber();
        String code = task.checklist();
        return caseNumber == null || code == null
                ? null
                : checklists
                        .ofCase(caseNumber, code, task.personId())
                        .map(list -> new TaskChecklist(
                                list.title(),
                                ChecklistPages.address(caseNumber, list),
                                list.answered(),
                                list.listed().size(),
                                list.missing().size()))
                        .orElse(null);
    }

    /** The deadline that the task has its date from, else one that still waits: until then the task has a date of its own. */
    private Optional<DeadlineView> behind(ReadableTask task) {
        String caseNumber = task.caseNumber();
        String duty = task.duty();
        if (caseNumber == null || duty == null) {
            return Optional.empty();
        }
        List<DeadlineView> ofDuty = deadlines.ofCase(caseNumber).stream()
                .filter(view -> view.duty().equals(duty))
                .toList();
        Long person = task.personId();
        return OwedDeadline.behind(ofDuty, person).or(() -> ofDuty.stream()
                .filter(view -> person == null || view.personId() == null || person.equals(view.personId()))
                .findFirst());
    }
}
