package dk.ankomst.board;

import dk.ankomst.board.Timeline.Item;
import dk.ankomst.board.Timeline.Kind;
import dk.ankomst.board.Timeline.Row;
import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.deadlines.CaseEvents;
import dk.ankomst.deadlines.DeadlineState;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.notices.Meetings;
import dk.ankomst.notices.Meetings.Agreed;
import dk.ankomst.worklist.DutyTasks;
import dk.ankomst.worklist.DutyTasks.DutyTask;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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

/**
 * The time line of a case, from its dates, reported events, deadlines and open tasks. A duty lies in the lane of the
 * department whose task meets it in the models.
 */
@Component
class Timelines {

    /** The lane of what belongs to no department. */
    private static final String CASE = "Sagen";

    private static final int MONTHS_AT_FIRST = 12;

    private final Deadlines deadlines;
    private final CaseDeadlines words;
    private final CaseEvents events;
    private final WorkItems work;
    private final Meetings meetings;
    private final DutyTasks dutyTasks;
    private final Departments departments;
    private final Wording wording;
    private final DueWords dueWords;

    Timelines(
            Deadlines deadlines,
            CaseDeadlines words,
            CaseEvents events,
            WorkItems work,
            Meetings meetings,
            DutyTasks dutyTasks,
            Departments departments,
            Wording wording,
            DueWords dueWords) {
        this.deadlines = deadlines;
        this.words = words;
        this.events = events;
        this.work = work;
        this.meetings = meetings;
        this.dutyTasks = dutyTasks;
        this.departments = departments;
        this.wording = wording;
        this.dueWords = dueWords;
    }

    /** Whether a case is in its first year, so that the whole line is longer than what is near. */
    boolean isInFirstYear(CaseFacts facts) {
        return wording.today().isBefore(facts.visitation().plusMonths(MONTHS_AT_FIRST));
    }

    /**
     * The time line of a case.
     *
     * @param whole from the visitation to the last date; else the first twelve months
     */
    @Transactional(readOnly = true)
    public Timeline of(CaseFacts facts, boolean whole) {
        List<Item> items = items(facts);
        LocalDate from = facts.visitation();
        LocalDate last = items.stream()
                .map(Item::date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(from);
        LocalDate to = whole && last.isAfter(from.plusMonths(MONTHS_AT_FIRST))
                ? last.plusMonths(2)
                : from.plusMonths(MONTHS_AT_FIRST);
        TimelineDrawing drawing = new TimelineDrawing(from, to, wording.today());
        Map<Integer, Item> numbered = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Item item : items) {
            Integer number = item.date() == null ? null : numbered.size() + 1;
            if (number != null) {
                numbered.put(number, item);
            }
            rows.add(new Row(
                    number,
                    item.lane(),
                    item.what(),
                    item.page(),
                    item.who(),
                    item.planned() == null ? null : wording.shortDate(item.planned()),
                    item.happened() == null ? null : wording.shortDate(item.happened()),
                    item.state(),
                    item.badge()));
        }
        long beyond = numbered.values().stream()
                .filter(item -> !drawing.shows(item.date()))
                .count();
        return new Timeline(
                drawing.of(numbered),
                rows,
                beyond == 0
                        ? null
                        : (beyond == 1 ? "1 række" : beyond + " rækker")
                                + " i tabellen ligger uden for tegningens periode.");
    }

    /** Lane by lane in the order of the organisation, within a lane the earliest first, what has no date last. */
    private List<Item> items(CaseFacts facts) {
        Map<Long, String> names =
                facts.persons().stream().collect(Collectors.toMap(PersonFacts::id, PersonFacts::name));
        List<DeadlineView> views = deadlines.ofCase(facts.caseNumber());
        List<Item> items = new ArrayList<>(dates(facts));
        events.ofCase(facts.caseNumber()).stream()
                .filter(event -> !event.withdrawn())
                .map(event -> happened(
                        EventPages.capitalised(event.words()),
                        "/sager/" + facts.caseNumber() + "#haendelser",
                        who(event.personId(), names),
                        event.happenedOn()))
                .forEach(items::add);
        Map<String, String> talks =
                meetings.ofCase(facts.caseNumber()).stream().collect(Collectors.toMap(Agreed::duty, Agreed::taskKey));
        alike(views).forEach(group -> items.add(duty(facts.caseNumber(), group, names, talks)));
        Set<String> known = views.stream().map(DeadlineView::duty).collect(Collectors.toSet());
        work.ofCase(facts.caseNumber()).stream()
                .filter(item -> item.due() != null
                        && (item.serves() == null
                                || !known.contains(item.serves().duty())))
                .map(item -> task(item, names))
                .forEach(items::add);
        List<String> order = Stream.concat(Stream.of(CASE), departments.working().values().stream())
                .toList();
        items.sort(Comparator.comparing(
                        (Item item) -> order.contains(item.lane()) ? order.indexOf(item.lane()) : order.size())
                .thenComparing(Item::lane)
                .thenComparing(item -> item.date() == null ? LocalDate.MAX : item.date())
                .thenComparing(Item::what));
        return items;
    }

    private List<Item> dates(CaseFacts facts) {
        List<Item> dates = new ArrayList<>();
        String family = who(null, Map.of());
        dates.add(happened("Visitation", null, family, facts.visitation()));
        LocalDate arrival = facts.arrival();
        LocalDate planned = facts.plannedArrival();
        if (arrival != null) {
            dates.add(new Item(
                    CASE, "Ankomst", null, family, planned, arrival, Kind.DONE, "Sket", "badge-success", null));
        } else if (planned != null) {
            boolean late = planned.isBefore(wording.today());
            dates.add(new Item(
                    CASE,
                    "Forventet ankomst",
                    null,
                    family,
                    planned,
                    null,
                    late ? Kind.LATE : Kind.PLANNED,
                    late ? "Ikke sket endnu" : "Planlagt",
                    late ? "badge-warning" : "badge-info",
                    late ? "ikke sket" : null));
        }
        return dates;
    }

    private static Item happened(String what, @Nullable String page, String who, LocalDate on) {
        return new Item(CASE, what, page, who, null, on, Kind.DONE, "Sket", "badge-success", null);
    }

    /** What is owed to several persons with the same date and outcome is one mark; what ended before it was met is none. */
    private static List<List<DeadlineView>> alike(List<DeadlineView> views) {
        record Alike(
                String duty,
                @Nullable LocalDate due,
                DeadlineState state,
                @Nullable LocalDate metOn) {}
        Map<Alike, List<DeadlineView>> groups = new LinkedHashMap<>();
        views.stream()
                .filter(view -> view.state() != DeadlineState.LAPSED && view.state() != DeadlineState.NOT_APPLICABLE)
                .forEach(view -> groups.computeIfAbsent(
                                new Alike(view.duty(), view.dueDate(), view.state(), view.metOn()),
                                alike -> new ArrayList<>())
                        .add(view));
        return List.copyOf(groups.values());
    }

    private Item duty(String caseNumber, List<DeadlineView> group, Map<Long, String> names, Map<String, String> talks) {
        DeadlineView view = group.get(0);
        boolean late = words.isLate(view);
        boolean ended = words.isEnded(view);
        Kind kind = late || view.state() == DeadlineState.MET_LATE
                ? Kind.LATE
                : ended || view.state() == DeadlineState.MET ? Kind.DONE : Kind.PLANNED;
        return new Item(
                lane(view, talks.getOrDefault(view.duty(), "")),
                view.name(),
                CaseDeadlines.page(caseNumber, view.duty()),
                group.stream().map(one -> who(one.personId(), names)).collect(Collectors.joining(", ")),
                view.dueDate(),
                view.metOn(),
                kind,
                late ? "Over frist" : words.state(view),
                words.badge(view),
                late ? "over frist" : view.state() == DeadlineState.MET_LATE ? "for sent" : null);
    }

    /**
     * The department whose task meets the duty, or has its date when none meets it.
     *
     * @param talk the task in which what was agreed is done; empty when none is known
     */
    private String lane(DeadlineView view, String talk) {
        String code = view.event() == null
                ? view.duty()
                : view.duty().substring(view.duty().indexOf('.') + 1);
        return dutyTasks.of(code).stream()
                .map(DutyTask::group)
                .filter(group -> !group.isEmpty())
                .findFirst()
                .or(() -> dutyTasks.groupOf(talk))
                .map(departments::name)
                .orElse(CASE);
    }

    private Item task(WorkItem item, Map<Long, String> names) {
        LocalDate due = wording.day(Objects.requireNonNull(item.due()));
        boolean late = due.isBefore(wording.today());
        return new Item(
                departments.name(item.groupId()),
                "Opgave: " + item.name(),
                null,
                who(item.personId(), names),
                due,
                null,
                late ? Kind.LATE : Kind.PLANNED,
                late ? "Over frist" : "Åben",
                dueWords.badge(due),
                late ? "over frist" : null);
    }

    private static String who(@Nullable Long person, Map<Long, String> names) {
        return person == null ? "Hele familien" : names.getOrDefault(person, "Person uden for sagen");
    }
}
