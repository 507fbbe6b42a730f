package dk.ankomst.board;

import biweekly.Biweekly;
import biweekly.ICalDataType;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateTimeStamp;
import dk.ankomst.deadlines.DeadlineKind;
import dk.ankomst.deadlines.Preview;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deadlines as a calendar file (iCalendar, RFC 5545), each as a whole day. It tells of rules and never of people. */
@Component
class DeadlineCalendar {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

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

    /** Days are written as they are: the library's own type of date has an hour and a zone. */
    private VEvent event(Preview.Line line, LocalDate due) {
        VEvent event = new VEvent();
        event.setUid(UUID.nameUUIDFromBytes((line.ruleId() + "/" + due).getBytes(StandardCharsets.UTF_8)) + "@ankomst");
        event.removeProperties(DateTimeStamp.class);
        event.addExperimentalProperty("DTSTAMP", STAMP.format(clock.instant()));
        event.addExperimentalProperty("DTSTART", ICalDataType.DATE, DateTimeFormatter.BASIC_ISO_DATE.format(due));
        event.setSummary((line.kind() == DeadlineKind.LOV ? "Lovfrist: " : "Frist: ") + line.name());
        event.setDescription(line.explanation());
        return event;
    }
}
