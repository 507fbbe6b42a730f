package dk.ankomst.notices;

import biweekly.Biweekly;
import biweekly.ICalDataType;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateTimeStamp;
import biweekly.property.Status;
import dk.ankomst.worklist.WorkItem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Meetings and due dates as calendar files (iCalendar, RFC 5545). Only days are known, so that everything lasts the whole
 * day; no time is invented. Nothing tells of persons.
 */
@Component
class Calendars {

    static final String REQUEST = "REQUEST";
    static final String CANCEL = "CANCEL";

    private static final String PRODUCT = "-//Ankomst//Kalender//DA";
    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final NoticeProperties properties;
    private final Clock clock;

    Calendars(NoticeProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** What a mail program acts on: a meeting that is on, or is on no more, for one participant. */
    String invitation(Meeting meeting, String to, boolean isOff) {
        ICalendar calendar = calendar();
        calendar.setMethod(isOff ? CANCEL : REQUEST);
        VEvent event = event(meeting);
        event.setOrganizer(properties.from());
        event.addAttendee(to);
        event.setStatus(isOff ? Status.cancelled() : Status.confirmed());
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }

    /** A person's calendar. A due date blocks no time; a meeting does. */
    String of(List<WorkItem> tasks, List<Meeting> meetings) {
        ICalendar calendar = calendar();
        calendar.addExperimentalProperty("X-WR-CALNAME", "Ankomst");
        meetings.forEach(meeting -> calendar.addEvent(event(meeting)));
        for (WorkItem task : tasks) {
            Instant due = task.due();
            if (due != null) {
                VEvent event = event(
                        task.taskId() + "@ankomst",
                        LocalDate.ofInstant(due, DENMARK),
                        "Frist: " + task.name() + ", sag " + task.caseNumber(),
                        task.caseNumber());
                event.setTransparency(true);
                calendar.addEvent(event);
            }
        }
        return Biweekly.write(calendar).go();
    }

    private static ICalendar calendar() {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        return calendar;
    }

    private VEvent event(Meeting meeting) {
        VEvent event = event(meeting.uid(), meeting.heldOn(), meeting.summary(), meeting.caseNumber());
        event.setSequence(meeting.sequence());
        return event;
    }

    /** Days are written as they are: the library's own type of date has an hour and a zone. */
    private VEvent event(String uid, LocalDate on, String summary, String caseNumber) {
        VEvent event = new VEvent();
        event.setUid(uid);
        event.removeProperties(DateTimeStamp.class);
        event.addExperimentalProperty("DTSTAMP", STAMP.format(clock.instant()));
        event.addExperimentalProperty("DTSTART", ICalDataType.DATE, DateTimeFormatter.BASIC_ISO_DATE.format(on));
        event.setSummary(summary);
        event.setUrl(properties.link("/sager/" + caseNumber));
        return event;
    }
}
