package dk.ankomst.board;

import dk.ankomst.board.BoardQueries.Reader;
import dk.ankomst.board.CaseListPage.Choice;
import dk.ankomst.board.ChangeForm.Field;
import dk.ankomst.deadlines.WorkingDays;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import dk.ankomst.worklist.TaskHands;
import dk.ankomst.worklist.TaskHands.Colleague;
import dk.ankomst.worklist.TaskHolds;
import dk.ankomst.worklist.TaskRefused;
import dk.ankomst.worklist.TaskRefused.Reason;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What people do with a task on the board. Afterwards they are back at the view they came from, and are told what was done. */
@Controller
@PreAuthorize(Access.MAY_MOVE_TASKS)
class BoardMoves {

    /** The field that carries the view of the board, as the address of the board has it. */
    private static final String VIEW = "visning";

    /** The field that carries who had the task when the page was made. */
    private static final String SEEN = "set";

    private static final String TO = "til";
    private static final String TO_GROUP = "gruppen";
    private static final String TASK = BoardView.PATH + "/opgaver/{taskId}";

    private final WorkItems work;
    private final TaskHands hands;
    private final TaskHolds holds;
    private final Departments departments;
    private final WorkingDays workingDays;
    private final Wording wording;

    BoardMoves(
            WorkItems work,
            TaskHands hands,
            TaskHolds holds,
            Departments departments,
            WorkingDays workingDays,
            Wording wording) {
        this.work = work;
        this.hands = hands;
        this.holds = holds;
        this.departments = departments;
        this.workingDays = workingDays;
        this.wording = wording;
    }

    @GetMapping(TASK + "/overtag")
    String askToTake(
            @PathVariable String taskId,
            @RequestParam(name = VIEW, required = false) @Nullable String view,
            Authentication user,
            Model model,
            RedirectAttributes redirect) {
        Optional<WorkItem> task = work.find(taskId);
        return task.isEmpty() ? gone(view, user, redirect) : showTake(task.get(), view, user, model);
    }

    @PostMapping(TASK + "/overtag")
    String take(
            @PathVariable String taskId,
            @RequestParam(name = VIEW, required = false) @Nullable String view,
            @RequestParam(name = SEEN, required = false) @Nullable String seen,
            Authentication user,
            RedirectAttributes redirect) {
        Optional<WorkItem> task = work.find(taskId);
        return move(
                () -> hands.take(taskId, owner(seen)), "Du har overtaget " + words(task) + ".", view, user, redirect);
    }

    @GetMapping(TASK + "/send-videre")
    String askToPass(
            @PathVariable String taskId,
            @RequestParam(name = VIEW, required = false) @Nullable String view,
            Authentication user,
            Model model,
            RedirectAttributes redirect) {
        Optional<WorkItem> task = work.find(taskId);
        return task.isEmpty() ? gone(view, user, redirect) : showPass(task.get(), view, user, List.of(), model);
    }

    @PostMapping(TASK + "/send-videre")
    String pass(
            @PathVariable String taskId,
            @RequestParam(name = VIEW, required = false) @Nullable String view,
            @RequestParam(name = SEEN, required = false) @Nullable String seen,
            @RequestParam(name = TO, required = false) @Nullable String to,
            Authentication user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Optional<WorkItem> task = work.find(taskId);
        if (task.isPresent() && (to == null || to.isBlank())) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return showPass(
                    task.get(), view, user, List.of(new FieldError(TO, "Vælg, hvem der skal have opgaven.")), model);
        }
        String colleague = to == null || TO_GROUP.equals(to) ? null : to.replaceFirst("^bruger:", "");
        String done = colleague == null
                ? "Du har lagt " + words(task) + " tilbage til "
                        + task.map(item -> departments.name(item.groupId())).orElse("gruppen") + "."
                : "Du har sendt " + words(task) + " videre til " + name(colleague) + ".";
        return move(() -> hands.give(taskId, owner(seen), colleague), done, view, user, redirect);
    }

    @GetMapping(TASK + "/i-bero")
    String askToHold(
            @PathVariable String taskId,
            @RequestParam(name = VIEW, required = false) @Nullable String view,
            Authentication user,
            Model model,
            RedirectAttributes redirect) {
        Optional<WorkItem> task = work.find(taskId);
        if (task.isEmpty()) {
            return gone(view, user, redirect);
        }
        // When the form is handed in, the engine refuses, and what was typed stays.
        checkMayMove(task.get(), user);
        return showHold(task.get(), view, user, new LinkedMultiValueMap<>(), List.of(), model);
    }

    @PostMapping(TASK + "/i-bero")
    String hold(
            @PathVariable String taskId,
            @RequestParam(name = VIEW, required = false) @Nullable String view,
            @RequestParam MultiValueMap<String, String> typed,
            Authentication user,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Typed input = new Typed(typed);
        Optional<WorkItem> found = work.find(taskId);
        if (found.isEmpty()) {
            // What was typed is not to be lost, though there is nothing left to hold.
            String reason = input.text("reason");
            redirect.addFlashAttribute("typed", reason);
            return gone(view, user, redirect);
        }
        WorkItem task = found.get();
        try {
            LocalDate until = input.date("until");
            hands.checkMayHold(taskId);
            input.refuseUnreadable(() -> holds.hold(task, input.text("reason"), until));
            redirect.addFlashAttribute(
                    "done",
                    "Du har sat " + words(found) + " i bero"
                            + (until == null ? "" : " til den " + wording.date(until))
                            + ". Fristen er den samme.");
            return back(view, user);
        } catch (InputRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return showHold(task, view, user, typed, refused.errors(), model);
        } catch (TaskRefused refused) {
            response.setStatus(status(refused).value());
            return showHold(task, view, user, typed, List.of(new FieldError("", refused.sentence())), model);
        }
    }

    @PostMapping(TASK + "/tag-op")
    String resume(
            @PathVariable String taskId,
            @RequestParam(name = VIEW, required = false) @Nullable String view,
            Authentication user,
            RedirectAttributes redirect) {
        Optional<WorkItem> task = work.find(taskId);
        return move(
                () -> {
                    hands.checkMayHold(taskId);
                    holds.resume(taskId);
                },
                "Du har taget " + words(task) + " op igen.",
                view,
                user,
                redirect);
    }

    private String move(
            Runnable step, String done, @Nullable String view, Authentication user, RedirectAttributes redirect) {
        try {
            step.run();
            redirect.addFlashAttribute("done", done);
        } catch (TaskRefused refused) {
            redirect.addFlashAttribute("refused", refused.sentence());
        }
        return back(view, user);
    }

    private String gone(@Nullable String view, Authentication user, RedirectAttributes redirect) {
        redirect.addFlashAttribute("refused", "Opgaven er allerede afsluttet. Se den i sagens historik.");
        return back(view, user);
    }

    private String back(@Nullable String view, Authentication user) {
        return "redirect:" + viewOf(view, user).href();
    }

    /** Whatever the field says, it leads to the board. */
    private BoardView viewOf(@Nullable String view, Authentication user) {
        Reader reader = BoardPages.reader(user, departments);
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        if (view != null && view.matches("[A-Za-z0-9=&_-]{0,400}")) {
            asked.addAll(UriComponentsBuilder.newInstance().query(view).build().getQueryParams());
        }
        return BoardPages.view(asked, reader, departments);
    }

    private String showTake(WorkItem task, @Nullable String view, Authentication user, Model model) {
        checkMayMove(task, user);
        String owner = task.assignee();
        String intro = owner == null
                ? "Ingen har taget opgaven. Vil du overtage den?"
                : "Opgaven er hos " + name(owner) + ". Vil du overtage den?";
        return show(
                task,
                view,
                user,
                new ChangeForm(
                        address(task, "overtag"),
                        viewOf(view, user).href(),
                        "Overtag opgave",
                        intro,
                        "Overtag opgaven",
                        List.of(),
                        List.of()),
                model);
    }

    private String showPass(
            WorkItem task, @Nullable String view, Authentication user, List<FieldError> errors, Model model) {
        checkMayMove(task, user);
        List<Choice> choices = new ArrayList<>();
        for (Colleague colleague : hands.members(task.groupId())) {
            if (!colleague.id().equals(task.assignee())) {
                choices.add(new Choice("bruger:" + colleague.id(), colleague.name(), false));
            }
        }
        if (task.assignee() != null) {
            choices.add(new Choice(
                    TO_GROUP,
                    "Læg tilbage til " + departments.name(task.groupId()) + ", så alle der kan tage den",
                    false));
        }
        String owner = task.assignee();
        String intro = choices.isEmpty()
                ? "Der er ingen andre i " + departments.name(task.groupId()) + " at sende opgaven til."
                : owner == null
                        ? "Ingen har taget opgaven."
                        : owner.equals(user.getName())
                                ? "Du har opgaven nu."
                                : "Opgaven er hos " + name(owner) + " nu.";
        String error = errors.stream().map(FieldError::message).findFirst().orElse(null);
        List<Field> fields = choices.isEmpty()
                ? List.of()
                : List.of(new Field(TO, "Hvem skal have opgaven?", "radios", true, null, "", choices, error));
        return show(
                task,
                view,
                user,
                new ChangeForm(
                        address(task, "send-videre"),
                        viewOf(view, user).href(),
                        "Send opgave videre",
                        intro,
                        "Send videre",
                        fields,
                        errors),
                model);
    }

    private String showHold(
            WorkItem task,
            @Nullable String view,
            Authentication user,
            MultiValueMap<String, String> typed,
            List<FieldError> errors,
            Model model) {
        List<Field> fields = new Fields(new Typed(typed), errors)
                .longText(
                        "reason",
                        "Hvorfor sættes opgaven i bero?",
                        true,
                        "Skriv, hvad I venter på, og fra hvem. Skriv ikke om helbred, og ingen CPR-numre: alle med adgang til sagen kan læse det.")
                .date("until", "Tages op igen den", Fields.DATE_HINT)
                .list();
        return show(
                task,
                view,
                user,
                new ChangeForm(
                        address(task, "i-bero"),
                        viewOf(view, user).href(),
                        "Sæt opgave i bero",
                        holdIntro(task.due() == null ? null : wording.day(task.due())),
                        "Sæt i bero",
                        fields,
                        errors),
                model);
    }

    /** What becomes of the task on the board: what is due soon stays where it is, whatever it waits for. */
    private String holdIntro(@Nullable LocalDate due) {
        String apart = "Opgaven vises under 'Sat i bero' indtil den dag, du skriver.";
        if (due == null) {
            return apart;
        }
        String stays = " Fristen den " + wording.date(due) + " flytter sig ikke.";
        LocalDate today = wording.today();
        if (due.isBefore(today)) {
            return "Opgaven er over frist. Den bliver stående under 'Over frist' med din begrundelse, så alle kan se,"
                    + " hvorfor den venter." + stays;
        }
        if (due.isBefore(BoardDays.of(today, workingDays).later())) {
            return "Der er højst " + BoardDays.SOON
                    + " arbejdsdage til fristen. Opgaven bliver derfor stående, hvor den"
                    + " er, med din begrundelse, så alle kan se, hvorfor den venter." + stays;
        }
        return apart + stays + " Opgaven står igen i sin egen gruppe, når der er " + BoardDays.SOON
                + " arbejdsdage til fristen.";
    }

    /** Who is in a department, and who has what there, is for its members to see, and for the leader. */
    private void checkMayMove(WorkItem task, Authentication user) {
        Reader reader = BoardPages.reader(user, departments);
        if (!reader.groups().contains("leder")
                && !reader.groups().contains(task.groupId())
                && !reader.user().equals(task.assignee())) {
            throw new AccessDeniedException("Opgaven hører til en anden afdeling.");
        }
    }

    private String show(WorkItem task, @Nullable String view, Authentication user, ChangeForm form, Model model) {
        BoardView board = viewOf(view, user);
        model.addAttribute("task", task);
        model.addAttribute("form", form);
        model.addAttribute("view", board.query());
        model.addAttribute("seen", task.assignee() == null ? "" : task.assignee());
        return "frister-opgave";
    }

    private static String address(WorkItem task, String act) {
        return "/frister/opgaver/" + task.taskId() + "/" + act;
    }

    private static HttpStatus status(TaskRefused refused) {
        return refused.reason() == Reason.NOT_ALLOWED ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    }

    private static @Nullable String owner(@Nullable String seen) {
        return seen == null || seen.isBlank() ? null : seen;
    }

    private static String words(Optional<WorkItem> task) {
        return task.map(item -> "opgaven '" + item.name() + "' i sag " + item.caseNumber())
                .orElse("opgaven");
    }

    private String name(String userId) {
        return hands.names(List.of(userId)).getOrDefault(userId, userId);
    }
}
