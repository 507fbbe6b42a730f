package dk.ankomst.notices;

import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.Nearness;
import dk.ankomst.deadlines.WorkingDays;
import dk.ankomst.notices.Colleagues.Colleague;
import dk.ankomst.notices.Digest.Link;
import dk.ankomst.notices.Digest.Row;
import dk.ankomst.notices.Digest.Section;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.platform.StaffGroup;
import dk.ankomst.platform.StaffGroup.Kind;
import dk.ankomst.worklist.DepartmentNames;
import dk.ankomst.worklist.WorkItem;
import dk.ankomst.worklist.WorkItems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the daily message: to staff what is theirs, to a leader what is late at whom and what falls this week. */
@Component
class DigestWriter {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final int MOST_TASKS = 5000;
    private static final int ROWS = 25;

    private final WorkItems work;
    private final ReportedDeadlines reported;
    private final Deadlines deadlines;
    private final Nearness nearness;
    private final WorkingDays workingDays;
    private final DepartmentNames departments;
    private final NoticeProperties properties;

    DigestWriter(
            WorkItems work,
            ReportedDeadlines reported,
            Deadlines deadlines,
            Nearness nearness,
            WorkingDays workingDays,
            DepartmentNames departments,
            NoticeProperties properties) {
        this.work = work;
        this.reported = reported;
        this.deadlines = deadlines;
        this.nearness = nearness;
        this.workingDays = workingDays;
        this.departments = departments;
        this.properties = properties;
    }

    /**
     * The message of a day; empty when nothing is late, near or waiting for somebody to take it.
     *
     * @param staff everybody, by id
     */
    Optional<Digest> of(Colleague person, Map<String, Colleague> staff, LocalDate today) {
        return person.groups().contains(StaffGroup.LEDER.id())
                ? forLeader(person, staff, today)
                : forStaff(person, staff, today);
    }

    private record Dated(WorkItem task, LocalDate due) {

        static Stream<Dated> of(WorkItem task) {
            Instant due = task.due();
            return due == null ? Stream.empty() : Stream.of(new Dated(task, LocalDate.ofInstant(due, DENMARK)));
        }
    }

    private Optional<Digest> forStaff(Colleague person, Map<String, Colleague> staff, LocalDate today) {
        List<WorkItem> all = Stream.concat(
                        work.openFor(person.groups(), person.id(), MOST_TASKS).stream(),
                        reported.of(person.id()).stream())
                .filter(task -> task.assignee() == null || person.id().equals(task.assignee()))
                .toList();
        List<Dated> dated = all.stream()
                .flatMap(Dated::of)
                .sorted(Comparator.comparing(Dated::due))
                .toList();
        List<Dated> late =
                dated.stream().filter(task -> task.due().isBefore(today)).toList();
        List<Dated> now = dated.stream()
                .filter(task -> !task.due().isBefore(today) && !task.due().isAfter(today.plusDays(1)))
                .toList();
        List<Dated> near = dated.stream()
                .filter(task -> task.due().isAfter(today.plusDays(1))
                        && workingDays.between(today, task.due()) <= Nearness.NEAR)
                .toList();
        long free = all.stream().filter(task -> task.assignee() == null).count();
        if (late.isEmpty() && now.isEmpty() && near.isEmpty()) {
            return Optional.empty();
        }
        List<String> counts = new ArrayList<>();
        counts.add(count(late.size(), "er over frist"));
        counts.add(count(now.size(), "skal være løst i dag eller i morgen"));
        counts.add(count(near.size(), "har frist inden " + Nearness.NEAR + " arbejdsdage"));
        counts.add(count((int) free, "hos din afdeling er ikke taget"));
        return Optional.of(digest(
                "Dine opgaver",
                late.size(),
                today,
                counts,
                sections(
                        section("Over frist", late, staff, today),
                        section("I dag og i morgen", now, staff, today),
                        section("Inden " + Nearness.NEAR + " arbejdsdage", near, staff, today))));
    }

    private Optional<Digest> forLeader(Colleague leader, Map<String, Colleague> staff, LocalDate today) {
        List<String> groups = StaffGroup.of(Kind.DEPARTMENT, Kind.LEADER).stream()
                .map(StaffGroup::id)
                .toList();
        List<Dated> dated = Stream.concat(
                        work.openFor(groups, leader.id(), MOST_TASKS).stream(), reported.of(null).stream())
                .flatMap(Dated::of)
                .sorted(Comparator.comparing(Dated::due))
                .toList();
        List<Dated> late =
                dated.stream().filter(task -> task.due().isBefore(today)).toList();
        LocalDate sunday = today.plusDays(7L - today.getDayOfWeek().getValue());
        List<Dated> week = dated.stream()
                .filter(task -> !task.due().isBefore(today) && !task.due().isAfter(sunday))
                .toList();
        int broken = deadlines.brokenByLaw();
        if (late.isEmpty() && week.isEmpty() && broken == 0) {
            return Optional.empty();
        }
        Map<String, List<Dated>> byDepartment = new LinkedHashMap<>();
        groups.forEach(group -> byDepartment.put(group, new ArrayList<>()));
        late.forEach(task -> byDepartment
                .computeIfAbsent(task.task().groupId(), group -> new ArrayList<>())
                .add(task));
        List<String> counts = new ArrayList<>();
        counts.add(count(late.size(), "er over frist"));
        counts.add(count(week.size(), "har frist i denne uge"));
        if (broken > 0) {
            counts.add((broken == 1 ? "1 lovfrist" : broken + " lovfrister")
                    + " er overskredet i alt, også når ingen opgave er om den endnu. De står på fristtavlen.");
        }
        List<Section> sections = new ArrayList<>();
        byDepartment.forEach((group, tasks) -> {
            if (!tasks.isEmpty()) {
                sections.add(section(departments.of(group) + ": over frist", tasks, staff, today));
            }
        });
        if (!week.isEmpty()) {
            sections.add(section("Forfalder denne uge", week, staff, today));
        }
        return Optional.of(digest("Afdelingernes frister", late.size(), today, counts, sections));
    }

    private Digest digest(String what, int late, LocalDate today, List<String> counts, List<Section> sections) {
        return new Digest(
                "Ankomst: " + (late == 0 ? what.toLowerCase(java.util.Locale.ROOT) : late + " over frist"),
                what + " " + DanishDates.withDay(today),
                counts,
                sections,
                List.of(
                        new Link("Se alle frister", properties.link("/frister")),
                        new Link("Sig nej tak til denne besked", properties.link("/mig"))));
    }

    private static List<Section> sections(Section... all) {
        return Stream.of(all).filter(section -> !section.rows().isEmpty()).toList();
    }

    private Section section(String heading, List<Dated> tasks, Map<String, Colleague> staff, LocalDate today) {
        Map<Row, Integer> rows = new LinkedHashMap<>();
        tasks.forEach(task -> rows.merge(row(task, staff, today), 1, Integer::sum));
        List<Row> merged = rows.entrySet().stream()
                .map(entry -> times(entry.getKey(), entry.getValue()))
                .collect(Collectors.toList());
        int shown = Math.min(ROWS, merged.size());
        int left = merged.subList(shown, merged.size()).stream()
                .mapToInt(Row::times)
                .sum();
        return new Section(heading, List.copyOf(merged.subList(0, shown)), left);
    }

    private static Row times(Row row, int times) {
        return new Row(row.task(), row.caseNumber(), row.caseLink(), row.when(), row.who(), times);
    }

    private Row row(Dated dated, Map<String, Colleague> staff, LocalDate today) {
        WorkItem task = dated.task();
        return new Row(
                task.name(),
                task.caseNumber(),
                properties.link("/sager/" + task.caseNumber()),
                "frist " + DanishDates.inText(dated.due()) + ", " + nearness.words(dated.due(), today),
                departments.of(task.groupId()) + ", " + owner(task.assignee(), staff),
                1);
    }

    private static String owner(@Nullable String assignee, Map<String, Colleague> staff) {
        if (assignee == null) {
            return "ikke taget";
        }
        Colleague colleague = staff.get(assignee);
        return "hos " + (colleague == null ? assignee : colleague.name());
    }

    private static String count(int number, String what) {
        return switch (number) {
            case 0 -> "Ingen opgaver " + what + ".";
            case 1 -> "1 opgave " + what + ".";
            default -> number + " opgaver " + what + ".";
        };
    }
}
