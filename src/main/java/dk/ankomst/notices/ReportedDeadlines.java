package dk.ankomst.notices;

import dk.ankomst.deadlines.CaseEvents;
import dk.ankomst.deadlines.StartedDeadline;
import dk.ankomst.worklist.WorkItem;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deadlines that reported events started, told of like tasks: of whoever reported the event. */
@Component
class ReportedDeadlines {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);
    private static final int MOST = 1000;

    private final CaseEvents events;

    ReportedDeadlines(CaseEvents events) {
        this.events = events;
    }

    /** @param userId who reported the events; null: anybody */
    List<WorkItem> of(@Nullable String userId) {
        return events.started(userId, MOST).stream()
                .map(ReportedDeadlines::item)
                .toList();
    }

    private static WorkItem item(StartedDeadline deadline) {
        Instant due = deadline.dueDate().atTime(END_OF_DAY).atZone(DENMARK).toInstant();
        return new WorkItem(
                "frist-" + deadline.id(),
                deadline.caseNumber(),
                null,
                deadline.duty(),
                deadline.name(),
                "",
                deadline.responsible(),
                deadline.reportedBy(),
                due,
                due);
    }
}
