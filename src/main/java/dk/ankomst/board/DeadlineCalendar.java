package dk.ankomst.board;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.Preview;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deadlines as a calendar file (iCalendar, RFC 5545), each as a whole day. It tells of rules and never of people. */
@Component
class DeadlineCalendar {

    private final Clock clock;

    DeadlineCalendar(Clock clock) {
        this.clock = clock;
    }

    /** The deadlines that have a date. The same rule with the same date has the same identity in every file. */
    String of(Preview preview) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Ankomst//Fristberegner//DA");
        preview.deadlines().forEach(line -> {
            LocalDate due = line.dueDate();
            if (due != null) {
                calendar.addEvent(event(line, due));
            }
        });
        return Biweekly.write(calendar).go();
    }

    @SuppressWarnings("JavaUtilDate") // the library's own type
    private VEvent event(Preview.Line line, LocalDate due) {
        VEvent event = new VEvent();
        event.setUid(UUID.nameUUIDFromBytes((line.ruleId() + "/" + due).getBytes(StandardCharsets.UTF_8)) + "@ankomst");
        event.setDateTimeStamp(Date.from(clock.instant()));
        // The library writes a day as it is in the machine's own zone.
        event.setDateStart(Date.from(due.atStartOfDay(ZoneId.systemDefault()).toInstant()), false);
        event.setSummary((line.kind() == DeadlineKind.LOV ? "Lovfrist: " : "Frist: ") + line.name());
        event.setDescription(line.explanation());
        return event;
    }
}
