package dk.ankomst.board;

import dk.ankomst.board.Board.Chip;
import dk.ankomst.board.Board.Chips;
import dk.ankomst.board.Board.Empty;
import dk.ankomst.board.Board.Group;
import dk.ankomst.board.Board.Moves;
import dk.ankomst.board.Board.Row;
import dk.ankomst.board.BoardQueries.Deadline;
import dk.ankomst.board.BoardQueries.Meeting;
import dk.ankomst.board.BoardQueries.Reader;
import dk.ankomst.board.BoardQueries.Task;
import dk.ankomst.board.BoardView.DateKind;
import dk.ankomst.board.BoardView.Scope;
import dk.ankomst.cases.CodeList;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.OwedDeadline;
import dk.ankomst.deadlines.WorkingDays;
import dk.ankomst.platform.StaffGroup;
import dk.ankomst.worklist.DutyTasks;
import dk.ankomst.worklist.DutyTasks.DutyTask;
import dk.ankomst.worklist.TaskHands;
import dk.ankomst.worklist.TaskHold;
import dk.ankomst.worklist.TaskHolds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Gathers what the board shows and puts it into words. */
@Component
class Boards {

    /** A task with the deadline it serves, or a deadline that none serves; one of the two is there. */
    private record Line(@Nullable Task task, @Nullable Deadline deadline) {

        @Nullable
        LocalDate due() {
            return task != null ? task.due() : Objects.requireNonNull(deadline).due();
        }

        DateKind type() {
            return DateKind.ofKind(
                    task != null
                            ? task.kind()
                            : Objects.requireNonNull(deadline).kind());
        }

        String id() {
            return task != null ? task.id() : Objects.requireNonNull(deadline).duty();
        }

        String caseNumber() {
            return task != null
                    ? task.caseNumber()
                    : Objects.requireNonNull(deadline).caseNumber();
        }
    }

    /** The lines of a group, and how many there are in all. */
    private record Found(List<Line> lines, int count) {}

    /** What the lines of a page need to be told in words. */
    private record Context(
            Reader reader,
            List<Deadline> served,
            List<Meeting> meeting,
            Map<String, TaskHold> holds,
            Map<String, String> users,
            Map<String, String> families,
            Map<Long, String> persons,
            BoardView view) {}

    private static final Comparator<Line> WORST_FIRST = Comparator.comparing(
                    Line::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Line::type)
            .thenComparing(Line::caseNumber)
            .thenComparing(Line::id);

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final BoardQueries queries;
    private final CaseQueries cases;
    private final DutyTasks dutyTasks;
    private final TaskHands hands;
    private final TaskHolds holds;
    private final WorkingDays workingDays;
    private final Departments departments;
    private final Wording wording;
    private final DueWords dueWords;
    private final Clock clock;

    Boards(
            BoardQueries queries,
            CaseQueries cases,
            DutyTasks dutyTasks,
            TaskHands hands,
            TaskHolds holds,
            WorkingDays workingDays,
            Departments departments,
            Wording wording,
            DueWords dueWords,
            Clock clock) {
        this.queries = queries;
        this.cases = cases;
        this.dutyTasks = dutyTasks;
        this.hands = hands;
        this.holds = holds;
        this.workingDays = workingDays;
        this.departments = departments;
        this.wording = wording;
        this.dueWords = dueWords;
        this.clock = clock;
    }

    /** What the reader sees of the board. */
    @Transactional(readOnly = true)
    public Board of(BoardView view, Reader reader) {
        BoardDays days = BoardDays.of(wording.today(), workingDays);
        Map<BoardGroup, Found> found = new LinkedHashMap<>();
        for (BoardGroup group : BoardGroup.values()) {
            Found lines = found(view, reader, group, days);
            if (!lines.lines().isEmpty()) {
                found.put(group, lines);
            }
        }
        Context context = context(
                view,
                reader,
                found.values().stream().flatMap(lines -> lines.lines().stream()).toList());
        List<Group> groups = new ArrayList<>();
        found.forEach((group, lines) -> groups.add(group(group, lines, context)));
        return new Board(
                summary(found),
                groups,
                chips(view),
                view.isFiltered() ? view.unfiltered().href() : null,
                groups.isEmpty() ? empty(view, reader) : null,
                view.query(),
                view.href(BoardView.PATH + "/uger"),
                wording.time(clock.instant()));
    }

    private Found found(BoardView view, Reader reader, BoardGroup group, BoardDays days) {
        int rows = view.rows(group);
        List<Task> tasks = queries.tasks(view, reader, group, days, rows + 1);
        List<Deadline> deadlines = queries.deadlines(view, reader, group, days, rows + 1);
        int all = tasks.size() + deadlines.size();
        int count = all <= rows ? all : queries.count(view, reader, group, days);
        return new Found(
                Stream.concat(
                                tasks.stream().map(task -> new Line(task, null)),
                                deadlines.stream().map(deadline -> new Line(null, deadline)))
                        .sorted(WORST_FIRST)
                        .limit(rows)
                        .toList(),
                count);
    }

    private Context context(BoardView view, Reader reader, List<Line> lines) {
        Set<String> numbers = lines.stream().map(Line::caseNumber).collect(Collectors.toSet());
        List<Task> tasks =
                lines.stream().map(Line::task).filter(Objects::nonNull).toList();
        List<Deadline> unserved =
                lines.stream().map(Line::deadline).filter(Objects::nonNull).toList();
        Set<String> taskCases = tasks.stream()
                .filter(task -> !task.kind().isEmpty())
                .map(Task::caseNumber)
                .collect(Collectors.toSet());
        Set<Long> persons = new HashSet<>();
        tasks.stream().map(Task::personId).filter(Objects::nonNull).forEach(persons::add);
        unserved.stream().map(Deadline::person).filter(person -> person != 0).forEach(persons::add);
        List<Meeting> meeting = queries.meeting(
                unserved.stream().map(Deadline::caseNumber).collect(Collectors.toSet()),
                unserved.stream()
                        .flatMap(deadline -> dutyTasks.of(deadline.duty()).stream())
                        .map(DutyTask::key)
                        .collect(Collectors.toSet()));
        Map<String, TaskHold> held = holds.of(tasks.stream().map(Task::id).toList());
        Set<String> users = new HashSet<>();
        tasks.stream().map(Task::assignee).filter(Objects::nonNull).forEach(users::add);
        meeting.stream().map(Meeting::assignee).filter(Objects::nonNull).forEach(users::add);
        held.values().forEach(hold -> users.add(hold.by()));
        return new Context(
                reader,
                queries.served(
                        taskCases,
                        tasks.stream()
                                .map(Task::duty)
                                .filter(duty -> !duty.isEmpty())
                                .collect(Collectors.toSet())),
                meeting,
                held,
                hands.names(users),
                cases.families(numbers),
                queries.givenNames(persons),
                view);
    }

    private Group group(BoardGroup group, Found found, Context context) {
        BoardView view = context.view();
        int shown = found.lines().size();
        boolean isMore = found.count() > shown;
        int before = view.rows(group) - 2 * group.rows();
        int next = -1;
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < shown; at++) {
            if (at == before && at > 0) {
                next = rows.size();
            }
            Line line = found.lines().get(at);
            String id = group.code() + "-" + (rows.size() + 1);
            Row row = line.task() != null
                    ? row(id, line.task(), context)
                    : row(id, Objects.requireNonNull(line.deadline()), context);
            Row last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
            if (last != null && last.isAlike(row)) {
                rows.set(rows.size() - 1, last.withPersonOf(row));
            } else {
                rows.add(row);
            }
        }
        boolean canShowMore = isMore && shown < BoardView.MOST_ROWS;
        return new Group(
                group.code(),
                group.heading(),
                count(found.count()),
                rows,
                canShowMore ? view.withMore(group).href() : null,
                isMore && !canShowMore
                        ? "De første " + shown + " vises. Brug filtrene for at se færre ad gangen."
                        : null,
                Math.min(next, rows.size() - 1));
    }

    private static String count(int count) {
        return count > BoardQueries.COUNTED ? "flere end " + BoardQueries.COUNTED : String.valueOf(count);
    }

    private Row row(String id, Task task, Context context) {
        Deadline served = served(task, context.served());
        LocalDate due = task.due();
        TaskHold hold = context.holds().get(task.id());
        String owner = task.assignee();
        return new Row(
                id,
                task.id(),
                task.name(),
                opens(task.group(), owner, context.reader()) ? TASKLIST + task.id() : null,
                task.caseNumber(),
                context.families().get(task.caseNumber()),
                task.personId() == null ? null : context.persons().get(task.personId()),
                due == null ? null : wording.shortDate(due),
                served == null ? null : actBy(served),
                due == null ? "Uden frist" : capitalised(dueWords.words(due)),
                due == null ? "ankomst-quiet" : dueWords.badge(due),
                since(due),
                served == null ? List.of() : notes(served, due),
                DateKind.ofKind(task.kind()).label(),
                served == null ? null : served.ground(),
                served == null ? null : remark(served),
                owner == null ? "Ikke taget" : context.users().getOrDefault(owner, owner),
                departments.name(task.group()),
                owner == null ? "" : owner,
                hold == null ? null : words(hold, context.users()),
                served == null ? null : why(served, context.view()),
                moves(task, hold, context.reader()));
    }

    private Row row(String id, Deadline deadline, Context context) {
        LocalDate due = deadline.due();
        List<DutyTask> tasks = dutyTasks.of(deadline.duty());
        Meeting open = open(deadline, tasks, context);
        String owner = open == null ? null : open.assignee();
        String department = open != null
                ? departments.name(open.group())
                : tasks.stream()
                        .map(DutyTask::group)
                        .distinct()
                        .map(departments::name)
                        .collect(Collectors.joining(", "));
        boolean isStarted = deadline.event() != null;
        if (department.isEmpty() && isStarted) {
            department = departments.name(StaffGroup.KOORDINATOR.id());
        }
        String noDate = deadline.state() == DeadlineState.WAITING ? "Venter" : "Uden fast dato";
        return new Row(
                id,
                null,
                deadline.name(),
                isStarted
                        ? "/sager/" + deadline.caseNumber() + "/frister/" + deadline.duty()
                        : open == null || !opens(open.group(), owner, context.reader()) ? null : TASKLIST + open.id(),
                deadline.caseNumber(),
                context.families().get(deadline.caseNumber()),
                deadline.person() == 0 ? null : context.persons().get(deadline.person()),
                due == null ? null : wording.shortDate(due),
                actBy(deadline),
                due == null ? noDate : capitalised(dueWords.words(due)),
                due == null ? "ankomst-quiet" : dueWords.badge(due),
                since(due),
                notes(deadline, due),
                DateKind.ofKind(deadline.kind()).label(),
                deadline.ground(),
                remark(deadline),
                open == null
                        ? isStarted ? "Ingen opgave" : "Ingen opgave endnu"
                        : owner == null ? "Ikke taget" : context.users().getOrDefault(owner, owner),
                department.isEmpty() ? null : department,
                "",
                waitsFor(deadline, tasks, open),
                why(deadline, context.view()),
                Moves.NONE);
    }

    /** The deadline whose date the task has; when all that it is owed to are done, one of those. */
    private static @Nullable Deadline served(Task task, List<Deadline> candidates) {
        List<Deadline> ofDuty = candidates.stream()
                .filter(deadline -> deadline.caseNumber().equals(task.caseNumber())
                        && deadline.duty().equals(task.duty()))
                .toList();
        return OwedDeadline.behind(ofDuty, task.personId())
                .or(() -> ofDuty.stream()
                        .filter(deadline -> deadline.isOwedBy(task.personId()))
                        .findFirst())
                .orElse(null);
    }

    private static boolean opens(String group, @Nullable String assignee, Reader reader) {
        return reader.groups().contains(group)
                || !Collections.disjoint(reader.groups(), Access.ALL_TASKS_READERS)
                || reader.user().equals(assignee);
    }

    private static Moves moves(Task task, @Nullable TaskHold hold, Reader reader) {
        boolean leads = reader.groups().contains("leder");
        if ((!leads && !reader.groups().contains(task.group()))
                || Collections.disjoint(reader.groups(), Access.MOVERS)) {
            return Moves.NONE;
        }
        boolean isOwn = reader.user().equals(task.assignee());
        boolean mayHold = leads || isOwn || task.assignee() == null;
        return new Moves(!isOwn, leads || isOwn, mayHold && hold == null, mayHold && hold != null);
    }

    private boolean isOver(@Nullable LocalDate due) {
        return due != null && due.isBefore(wording.today());
    }

    private @Nullable String since(@Nullable LocalDate due) {
        return due != null && isOver(due) ? "Siden den " + wording.date(due) : null;
    }

    private List<String> notes(Deadline deadline, @Nullable LocalDate due) {
        if (!deadline.state().isOpen()) {
            return List.of(
                    deadline.metOn() == null
                            ? "Pligten bag fristen gælder ikke længere"
                            : "Pligten bag fristen er opfyldt den " + wording.date(deadline.metOn()));
        }
        if (!isOver(due)) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        notes.add(
                deadline.breachedAt() == null
                        ? "Årsagen er ikke noteret"
                        : wording.breach(deadline.breachedAt(), deadline.cause()));
        if (deadline.judgedCause() != null) {
            notes.add("Leders vurdering: " + deadline.judgedCause()
                    + (deadline.judgedAction() == null ? "" : " Det gøres: " + deadline.judgedAction()));
        }
        return notes;
    }

    private @Nullable String actBy(Deadline deadline) {
        LocalDate actBy = deadline.actBy();
        return actBy == null || actBy.equals(deadline.due()) ? null : wording.shortDate(actBy);
    }

    private static @Nullable String remark(Deadline deadline) {
        return deadline.confirmed() || deadline.status() == null ? null : CaseDeadlines.remark(deadline.status());
    }

    private String words(TaskHold hold, Map<String, String> users) {
        String by = users.getOrDefault(hold.by(), wording.actor(hold.by()));
        return "Sat i bero til den " + wording.date(hold.until()) + " af " + by + " den " + wording.time(hold.at())
                + ": " + hold.reason();
    }

    private static @Nullable Meeting open(Deadline deadline, List<DutyTask> tasks, Context context) {
        return context.meeting().stream()
                .filter(open -> open.caseNumber().equals(deadline.caseNumber()) && deadline.isOwedBy(open.personId()))
                .filter(open -> tasks.stream()
                        .anyMatch(task -> task.meets() && task.key().equals(open.key())))
                .findFirst()
                .orElse(null);
    }

    private String waitsFor(Deadline deadline, List<DutyTask> tasks, @Nullable Meeting open) {
        if (deadline.state() == DeadlineState.WAITING) {
            return "Venter på " + deadline.triggerWords() + ", som ikke har en dato endnu";
        }
        if (open != null) {
            return "Venter på, at opgaven '" + open.name() + "' bliver løst";
        }
        if (deadline.event() != null) {
            return "Noteres på fristens side, når pligten er opfyldt";
        }
        if (tasks.isEmpty()) {
            return "Forløbet holder selv øje med datoen";
        }
        DutyTask first = tasks.get(0);
        return first.meets()
                ? "Venter på opgaven '" + first.name() + "', som ikke er kommet endnu"
                : "Venter på forløbet '" + first.process() + "'";
    }

    private static String why(Deadline deadline, BoardView view) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(BoardView.PATH)
                .pathSegment("hvorfor", deadline.caseNumber(), deadline.duty())
                .query(view.query());
        if (deadline.person() != 0) {
            address.queryParam("person", deadline.person());
        }
        return address.build().encode().toUriString();
    }

    private static String summary(Map<BoardGroup, Found> found) {
        List<String> parts = new ArrayList<>();
        int over = countOf(found, BoardGroup.LONG_OVER) + countOf(found, BoardGroup.OVER);
        if (over == 0) {
            parts.add("Ingen er over frist");
        } else {
            int longOver = countOf(found, BoardGroup.LONG_OVER);
            parts.add(count(over) + " er over frist"
                    + (longOver == 0
                            ? ""
                            : ", heraf " + count(longOver) + " mere end " + BoardDays.LONG_OVER + " arbejdsdage"));
        }
        int now = countOf(found, BoardGroup.NOW);
        if (now > 0) {
            parts.add(count(now) + " har frist i dag eller i morgen");
        }
        int soon = countOf(found, BoardGroup.SOON);
        if (soon > 0) {
            parts.add(count(soon) + " har frist inden " + BoardDays.SOON + " arbejdsdage");
        }
        return parts.stream().map(Boards::capitalised).collect(Collectors.joining(". ")) + ".";
    }

    private static int countOf(Map<BoardGroup, Found> found, BoardGroup group) {
        Found lines = found.get(group);
        return lines == null ? 0 : lines.count();
    }

    private List<Chips> chips(BoardView view) {
        List<Chips> filters = new ArrayList<>();
        filters.add(new Chips(
                "Vis",
                Arrays.stream(Scope.values())
                        .map(scope -> new Chip(
                                "vis-" + scope.code(),
                                scope.label(),
                                view.with(scope).href(),
                                scope == view.scope()))
                        .toList()));
        if (view.scope() != Scope.MINE) {
            filters.add(new Chips(
                    "Ansvarlig",
                    List.of(new Chip(
                            "ansvarlig-ingen",
                            "Uden ansvarlig",
                            view.withUnassigned(!view.unassigned()).href(),
                            view.unassigned()))));
        }
        filters.add(new Chips(
                "Type",
                Arrays.stream(DateKind.values())
                        .map(type -> new Chip(
                                "type-" + type.code(),
                                type.label(),
                                view.withType(type == view.type() ? null : type).href(),
                                type == view.type()))
                        .toList()));
        filters.add(new Chips(
                "Fase",
                phases().stream()
                        .map(phase -> new Chip(
                                "fase-" + phase,
                                CodeList.PHASE.label(phase),
                                view.withPhase(phase.equals(view.phase()) ? null : phase)
                                        .href(),
                                phase.equals(view.phase())))
                        .toList()));
        if (view.scope() == Scope.ALLE) {
            filters.add(new Chips(
                    "Afdeling",
                    departments.working().entrySet().stream()
                            .map(department -> new Chip(
                                    "afdeling-" + department.getKey(),
                                    department.getValue(),
                                    view.withDepartment(
                                                    department.getKey().equals(view.department())
                                                            ? null
                                                            : department.getKey())
                                            .href(),
                                    department.getKey().equals(view.department())))
                            .toList()));
        }
        return filters;
    }

    /** The phases in which a case has something to do. */
    static List<String> phases() {
        return CodeList.PHASE.codes().stream()
                .map(CodeList.Code::code)
                .filter(phase -> !phase.equals("afsluttet"))
                .toList();
    }

    private Empty empty(BoardView view, Reader reader) {
        if (view.isFiltered()) {
            return new Empty(
                    "Ingen frister passer til det, du har valgt.",
                    "Fjern filtrene",
                    view.unfiltered().href());
        }
        if (view.scope() == Scope.ALLE) {
            return new Empty("Der er ingen åbne opgaver eller frister.", null, null);
        }
        if (view.scope() == Scope.TEAM) {
            return new Empty(
                    "Dit team har ingen åbne opgaver eller frister.",
                    "Se alle afdelingers",
                    view.with(Scope.ALLE).href());
        }
        int untaken = queries.untaken(reader.groups());
        return untaken == 0
                ? new Empty(
                        "Du har ingen opgaver.",
                        "Se dit teams",
                        view.with(Scope.TEAM).href())
                : new Empty(
                        "Du har ingen opgaver. " + count(untaken) + (untaken == 1 ? " opgave" : " opgaver")
                                + " i teamet er ikke taget.",
                        "Se dem",
                        view.with(Scope.TEAM).withUnassigned(true).href());
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
