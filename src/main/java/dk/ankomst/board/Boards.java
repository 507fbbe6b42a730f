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
import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.OwedDeadline;
import dk.ankomst.deadlines.WorkingDays;
import dk.ankomst.worklist.BreachTasks;
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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Gathers what the board shows and puts it into words. */
@Component
class Boards {

    /**
     * A row: a task, or a deadline that none serves, which may be owed to several of a family alike; one of the two is there.
     */
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
            Map<String, String> judged,
            List<Deadline> members,
            List<Meeting> meeting,
            Map<String, TaskHold> holds,
            Map<String, String> users,
            Map<String, String> families,
            Map<Long, String> persons,
            BoardView view) {

        String nameOf(long person) {
            return persons.getOrDefault(person, "Person uden for sagen");
        }
    }

    private static final Comparator<Line> WORST_FIRST = Comparator.comparing(
                    Line::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Line::type)
            .thenComparing(Line::caseNumber)
            .thenComparing(Line::id);

    private static final String STOPPED = "Fristen er i bero";

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final BoardQueries queries;
    private final CaseQueries cases;
    private final DutyTasks dutyTasks;
    private final BreachTasks breachTasks;
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
            BreachTasks breachTasks,
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
        this.breachTasks = breachTasks;
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
                groups.isEmpty() ? empty(view, reader, days) : null,
                view.query(),
                view.href(BoardView.PATH + "/uger"),
                wording.time(clock.instant()));
    }

    /**
     * The beginning of somebody's day: what the board says, and its first rows.
     *
     * @param now the first that are over or near
     * @param later when there are few of those, what comes next
     * @param hands how many of the rows there are in all, whose, and where to see them
     */
    record Day(
            String summary,
            List<Row> now,
            List<Row> later,
            String board,
            @Nullable String more,
            List<Hand> hands) {}

    /** How many rows of a kind, in words, and the view of the board that shows them. */
    record Hand(String words, String href) {}

    /** The day of a reader, from the same rows that the board shows them. */
    @Transactional(readOnly = true)
    public Day day(BoardView view, Reader reader, int rows) {
        BoardDays days = BoardDays.of(wording.today(), workingDays);
        Board board = of(view, reader);
        List<Row> now = rows(board, BoardGroup::isNear).limit(rows).toList();
        List<Row> later =
                rows(board, BoardGroup::isWithoutHeld).limit(rows - now.size()).toList();
        int shown = now.size() + later.size();
        int all = queries.count(view, reader, days);
        List<Hand> hands = new ArrayList<>();
        if (all > 0) {
            BoardView mine = view.with(Scope.MINE);
            BoardView free = view.withUnassigned(true);
            hands.add(new Hand(deadlines(all) + " i alt", view.href()));
            hands.add(new Hand(count(queries.count(mine, reader, days)) + " hos dig", mine.href()));
            hands.add(new Hand(count(queries.count(free, reader, days)) + " uden ansvarlig", free.href()));
        }
        return new Day(
                all == 0 ? "Der er ingen åbne opgaver eller frister." : board.summary(),
                now,
                later,
                view.href(),
                all <= shown
                        ? null
                        : all > BoardQueries.COUNTED
                                ? "Se alle på fristtavlen"
                                : "Se " + (all - shown) + " mere på fristtavlen",
                hands);
    }

    private static Stream<Row> rows(Board board, Predicate<BoardGroup> which) {
        Set<String> codes = Arrays.stream(BoardGroup.values())
                .filter(which)
                .map(BoardGroup::code)
                .collect(Collectors.toSet());
        return board.groups().stream()
                .filter(group -> codes.contains(group.code()))
                .flatMap(group -> group.rows().stream());
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
        Map<String, String> judged = breachTasks.duties(tasks.stream()
                .filter(task -> task.kind().isEmpty())
                .map(Task::id)
                .toList());
        Set<String> taskCases = tasks.stream()
                .filter(task -> !task.kind().isEmpty() || judged.containsKey(task.id()))
                .map(Task::caseNumber)
                .collect(Collectors.toSet());
        Set<Long> persons = new HashSet<>();
        tasks.stream().map(Task::personId).filter(Objects::nonNull).forEach(persons::add);
        List<Deadline> members = queries.inRowsOf(unserved);
        members.stream().map(Deadline::person).forEach(persons::add);
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
                        Stream.concat(tasks.stream().map(Task::duty), judged.values().stream())
                                .filter(duty -> !duty.isEmpty())
                                .collect(Collectors.toSet())),
                judged,
                members,
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
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < shown; at++) {
            Line line = found.lines().get(at);
            String id = group.code() + "-" + (at + 1);
            rows.add(
                    line.task() != null
                            ? row(id, line.task(), context)
                            : row(id, Objects.requireNonNull(line.deadline()), context));
        }
        boolean canShowMore = isMore && shown < BoardView.MOST_ROWS;
        return new Group(
                group.code(),
                group.heading(),
                group.order(),
                count(found.count()),
                rows,
                canShowMore ? view.withMore(group).href() : null,
                isMore && !canShowMore
                        ? "De første " + shown + " vises. Brug filtrene for at se færre ad gangen."
                        : null,
                before > 0 && before < shown ? before : -1);
    }

    private static String count(int count) {
        return count > BoardQueries.COUNTED ? "flere end " + BoardQueries.COUNTED : String.valueOf(count);
    }

    private Row row(String id, Task task, Context context) {
        Deadline served = served(task, task.duty(), context.served());
        // The date of who judges a missed deadline is another than the one that was missed.
        String missed = context.judged().get(task.id());
        Deadline judged = missed == null ? null : served(task, missed, context.served());
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
                served != null && isStopped(served)
                        ? STOPPED
                        : due == null ? "Uden frist" : capitalised(dueWords.words(due)),
                served != null && isStopped(served)
                        ? "badge-info"
                        : due == null ? "ankomst-quiet" : dueWords.badge(due),
                since(due),
                served != null ? notes(served, due) : judged != null ? List.of(about(judged)) : List.of(),
                DateKind.ofKind(task.kind()).label(),
                served == null ? null : ground(served),
                served == null ? null : remark(served),
                owner == null ? "Ikke taget" : context.users().getOrDefault(owner, owner),
                departments.name(task.group()),
                owner == null ? "" : owner,
                hold == null ? null : words(hold, context.users()),
                served != null ? why(served, context.view()) : judged != null ? why(judged, context.view()) : null,
                moves(task, hold, context.reader()));
    }

    private Row row(String id, Deadline first, Context context) {
        List<Deadline> members = first.person() == 0
                ? List.of(first)
                : context.members().stream().filter(first::isOneRowWith).toList();
        LocalDate due = first.due();
        List<DutyTask> tasks = dutyTasks.of(first.duty());
        List<@Nullable Meeting> open =
                members.stream().map(one -> open(one, tasks, context)).toList();
        List<String> links = open.stream()
                .filter(Objects::nonNull)
                .filter(meeting -> opens(meeting.group(), meeting.assignee(), context.reader()))
                .map(meeting -> TASKLIST + meeting.id())
                .distinct()
                .toList();
        String department = Stream.concat(
                        open.stream().filter(Objects::nonNull).map(Meeting::group),
                        open.contains(null) ? tasks.stream().map(DutyTask::group) : Stream.of())
                .distinct()
                .map(departments::name)
                .collect(Collectors.joining(", "));
        boolean isStarted = first.event() != null;
        if (department.isEmpty() && first.responsible() != null) {
            department = departments.name(first.responsible());
        }
        return new Row(
                id,
                null,
                first.event() == null ? first.name() : first.name() + " (hændelse nr. " + first.event() + ")",
                isStarted
                        ? "/sager/" + first.caseNumber() + "/frister/" + first.duty()
                        : links.size() == 1 ? links.get(0) : null,
                first.caseNumber(),
                context.families().get(first.caseNumber()),
                first.person() == 0
                        ? null
                        : members.stream()
                                .map(one -> context.nameOf(one.person()))
                                .collect(Collectors.joining(", ")),
                due == null ? null : wording.shortDate(due),
                actBy(first),
                status(first, due),
                isStopped(first) || due == null || isCitizens(first)
                        ? isStopped(first) ? "badge-info" : "ankomst-quiet"
                        : dueWords.badge(due),
                isCitizens(first) ? null : since(due),
                isCitizens(first)
                        ? List.of("Fristen gælder borgeren selv. Kommunen kan ikke overskride den.")
                        : ofMembers(members, one -> notes(one, due), context),
                DateKind.ofKind(first.kind()).label(),
                ground(first),
                remark(first),
                isCitizens(first) ? "Borgeren selv" : owners(members, open, context),
                department.isEmpty() || isCitizens(first) ? null : department,
                "",
                isCitizens(first) ? null : waitsFor(members, tasks, open, context),
                why(first, context.view()),
                Moves.NONE);
    }

    private static boolean isCitizens(Deadline deadline) {
        return DateKind.ofKind(deadline.kind()) == DateKind.BORGER;
    }

    private String status(Deadline deadline, @Nullable LocalDate due) {
        if (isStopped(deadline)) {
            return STOPPED;
        }
        if (due != null) {
            return capitalised(dueWords.words(due));
        }
        return deadline.state() == DeadlineState.WAITING ? "Venter" : "Uden fast dato";
    }

    private String owners(List<Deadline> members, List<@Nullable Meeting> open, Context context) {
        List<List<String>> owners = open.stream()
                .map(meeting -> List.of(
                        meeting == null
                                ? members.get(0).event() == null ? "Ingen opgave endnu" : "Ingen opgave"
                                : meeting.assignee() == null
                                        ? "Ikke taget"
                                        : context.users().getOrDefault(meeting.assignee(), meeting.assignee())))
                .toList();
        return String.join(". ", ofMembers(members, owners, context));
    }

    private String waitsFor(
            List<Deadline> members, List<DutyTask> tasks, List<@Nullable Meeting> open, Context context) {
        List<List<String>> words = new ArrayList<>();
        for (int at = 0; at < members.size(); at++) {
            words.add(List.of(waitsFor(members.get(at), tasks, open.get(at))));
        }
        return String.join(". ", ofMembers(members, words, context));
    }

    private static List<String> ofMembers(
            List<Deadline> members, Function<Deadline, List<String>> words, Context context) {
        return ofMembers(members, members.stream().map(words).toList(), context);
    }

    /** What is said of the members of a family in one row: once when it is the same of all, else of each by name. */
    private static List<String> ofMembers(List<Deadline> members, List<List<String>> words, Context context) {
        if (words.stream().distinct().count() <= 1) {
            return words.isEmpty() ? List.of() : words.get(0);
        }
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (int at = 0; at < members.size(); at++) {
            String name = context.nameOf(members.get(at).person());
            words.get(at).forEach(said -> names.computeIfAbsent(said, none -> new ArrayList<>())
                    .add(name));
        }
        return names.entrySet().stream()
                .map(said -> String.join(", ", said.getValue()) + ": " + said.getKey())
                .toList();
    }

    /** The deadline whose date the task has; when all that it is owed to are done, one of those. */
    private static @Nullable Deadline served(Task task, String duty, List<Deadline> candidates) {
        List<Deadline> ofDuty = candidates.stream()
                .filter(deadline -> deadline.caseNumber().equals(task.caseNumber())
                        && deadline.duty().equals(duty))
                .toList();
        return OwedDeadline.behind(ofDuty, task.personId())
                .or(() -> ofDuty.stream()
                        .filter(deadline -> deadline.isOwedBy(task.personId()))
                        .findFirst())
                .orElse(null);
    }

    /** The deadline that a task is about, and how it stands now. */
    private String about(Deadline judged) {
        LocalDate due = judged.due();
        return "Handler om: " + judged.name() + (due == null ? "" : ", frist " + wording.date(due)) + " ("
                + judged.state().danish() + ")";
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
        List<String> notes = new ArrayList<>();
        if (deadline.stopsOn() != null
                && deadline.runsOn() != null
                && deadline.runsOn().isAfter(wording.today())
                && deadline.state() == DeadlineState.RUNNING) {
            notes.add(stopped(deadline.stopsOn(), deadline.runsOn(), deadline.stoppedBecause()));
        }
        if (!isOver(due)) {
            return notes;
        }
        if (deadline.breachedAt() != null) {
            notes.add(wording.breach(deadline.breachedAt(), deadline.cause()));
        } else if (deadline.judgedCause() == null) {
            notes.add("Årsagen er ikke noteret");
        }
        if (deadline.judgedCause() != null) {
            notes.add("Leders vurdering: " + deadline.judgedCause()
                    + (deadline.judgedAction() == null ? "" : " Det gøres: " + deadline.judgedAction()));
        }
        return notes;
    }

    /** That the clock stands still, or will: from when, until when, and why. */
    private String stopped(LocalDate from, LocalDate until, @Nullable String because) {
        return "Uret står stille fra den " + wording.date(from) + " til den " + wording.date(until)
                + (because == null ? " efter loven. Reglen står under 'Hvorfor?'" : ": " + because);
    }

    private boolean isStopped(Deadline deadline) {
        return deadline.isStoppedOn(wording.today());
    }

    private static @Nullable String ground(Deadline deadline) {
        return CaseDeadlines.ground(DeadlineKind.valueOf(deadline.kind()), deadline.ground());
    }

    private @Nullable String actBy(Deadline deadline) {
        LocalDate actBy = deadline.actBy();
        return actBy == null || actBy.equals(deadline.due()) ? null : wording.shortDate(actBy);
    }

    private static @Nullable String remark(Deadline deadline) {
        return deadline.confirmed() || deadline.status() == null ? null : CaseDeadlines.remark(deadline.status());
    }

    private String words(TaskHold hold, Map<String, String> users) {
        return wording.hold(hold, users.getOrDefault(hold.by(), wording.actor(hold.by())));
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
        int longOver = countOf(found, BoardGroup.LONG_OVER);
        String byFar = " med mere end " + BoardDays.LONG_OVER + " arbejdsdage";
        String ofThese = longOver == over ? "" : ", heraf " + count(longOver);
        parts.add(
                over == 0
                        ? "Ingen frister er overskredet"
                        : deadlines(over) + " er overskredet" + (longOver == 0 ? "" : ofThese + byFar));
        int now = countOf(found, BoardGroup.NOW);
        if (now > 0) {
            parts.add(deadlines(now) + " udløber i dag eller i morgen");
        }
        int soon = countOf(found, BoardGroup.SOON);
        if (soon > 0) {
            parts.add(deadlines(soon) + " udløber inden " + BoardDays.SOON + " arbejdsdage");
        }
        return parts.stream().map(Boards::capitalised).collect(Collectors.joining(". ")) + ".";
    }

    /** How many rows: each is one deadline, be it a task's or a duty's. */
    static String deadlines(int count) {
        return count(count) + (count == 1 ? " frist" : " frister");
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
                        // They stand among those of everybody only.
                        .filter(type -> type != DateKind.BORGER || view.scope() == Scope.ALLE || type == view.type())
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

    private Empty empty(BoardView view, Reader reader, BoardDays days) {
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
        BoardView free = view.with(Scope.TEAM).withUnassigned(true);
        int untaken = queries.count(free, reader, days);
        return untaken == 0
                ? new Empty(
                        "Du har ingen opgaver.",
                        "Se dit teams",
                        view.with(Scope.TEAM).href())
                : new Empty(
                        "Du har ingen opgaver. " + deadlines(untaken) + " i teamet har ingen ansvarlig.",
                        "Se dem",
                        free.href());
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
