package dk.ankomst.board;

import dk.ankomst.cases.CodeList;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.Preview;
import dk.ankomst.deadlines.PreviewRequest;
import dk.ankomst.deadlines.RuleSet;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Every deadline of a family that does not exist, for anyone who is logged in. What was asked stands in the address, by the
 * names of {@code GET /api/deadlines/preview}, so that it can be kept, sent and asked for as JSON.
 */
@Controller
class CalculatorPage {

    /**
     * A deadline of the answer; what is not known is null and not shown.
     *
     * @param remark whether the rule can be trusted; null when it can
     */
    record Row(
            String name,
            String who,
            String kind,
            String ground,
            @Nullable String due,
            String undated,
            @Nullable String actBy,
            @Nullable String remark,
            String explanation) {}

    /** A further event whose date can be given, with what was typed. */
    record Event(String field, String label, String value) {}

    /** A value that can be chosen; named as the field templates ask for it. */
    record Code(String code, String label) {}

    private static final String VISITATION = "visitation";
    private static final String TRACK = "track";
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Deadlines deadlines;
    private final Wording wording;
    private final DeadlineCalendar calendar;

    CalculatorPage(Deadlines deadlines, Wording wording, DeadlineCalendar calendar) {
        this.deadlines = deadlines;
        this.wording = wording;
        this.calendar = calendar;
    }

    @GetMapping("/fristberegner")
    String calculate(@RequestParam Map<String, String> asked, Model model, HttpServletResponse response) {
        List<FieldError> errors = List.of();
        Preview preview = null;
        if (asked.containsKey(VISITATION) || asked.containsKey(TRACK)) {
            try {
                preview = deadlines.preview(request(asked));
            } catch (InputRefused refused) {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                errors = refused.errors();
            }
        }
        Map<String, String> byField = new LinkedHashMap<>();
        errors.forEach(error -> byField.putIfAbsent(error.field(), error.message()));
        model.addAttribute("errors", byField);
        model.addAttribute("focus", "");
        model.addAttribute("asked", asked);
        model.addAttribute("tracks", CodeList.TRACK.codes());
        model.addAttribute("ruleSets", ruleSets());
        List<Event> events = events(asked, preview);
        model.addAttribute("events", events);
        model.addAttribute("furtherEvents", furtherEvents(asked, preview, events));
        model.addAttribute("takeover", takeover(preview));
        model.addAttribute(
                "rows",
                preview == null
                        ? null
                        : preview.deadlines().stream().map(this::row).toList());
        model.addAttribute("json", address("/api/deadlines/preview", asked));
        model.addAttribute("calendar", address("/fristberegner/kalender", asked));
        return "fristberegner";
    }

    @GetMapping("/fristberegner/kalender")
    ResponseEntity<String> calendar(@RequestParam Map<String, String> asked) {
        Preview preview;
        try {
            preview = deadlines.preview(request(asked));
        } catch (InputRefused refused) {
            // The page says beside each field what is wrong with it.
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, address("/fristberegner", asked))
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("frister.ics")
                                .build()
                                .toString())
                .body(calendar.of(preview));
    }

    private static PreviewRequest request(Map<String, String> asked) {
        return new PreviewRequest(
                asked.get(VISITATION),
                asked.get(TRACK),
                asked.get("arrival"),
                asked.get("takeover"),
                asked.get("ruleSet"),
                PreviewRequest.eventsIn(asked));
    }

    private List<Code> ruleSets() {
        return deadlines.ruleSets().stream()
                .map(set -> new Code(set.code(), set.code() + ", " + period(set)))
                .toList();
    }

    private String period(RuleSet set) {
        return set.to() == null
                ? "fra " + wording.date(set.from())
                : wording.date(set.from()) + " til " + wording.date(set.to());
    }

    /** The events that the answer counts from, and those that were asked for without an answer. */
    private static List<Event> events(Map<String, String> asked, @Nullable Preview preview) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (preview != null) {
            preview.deadlines().stream()
                    .filter(Preview.Line::isCountedFromEvent)
                    .forEach(line -> labels.putIfAbsent(
                            PreviewRequest.EVENT + line.trigger(), "Dato for " + line.triggerWords()));
        } else {
            asked.keySet().stream()
                    .filter(field -> field.startsWith(PreviewRequest.EVENT))
                    .sorted()
                    .forEach(field -> labels.put(field, "Dato for " + field.substring(PreviewRequest.EVENT.length())));
        }
        List<Event> events = new ArrayList<>();
        labels.forEach((field, label) -> events.add(new Event(field, label, asked.getOrDefault(field, ""))));
        return events;
    }

    /** What may happen in any case and would start deadlines of its own. */
    private static List<Event> furtherEvents(
            Map<String, String> asked, @Nullable Preview preview, List<Event> alreadyAsked) {
        if (preview == null) {
            return List.of();
        }
        Set<String> fields = alreadyAsked.stream().map(Event::field).collect(Collectors.toSet());
        return preview.furtherEvents().stream()
                .map(event -> new Event(
                        PreviewRequest.EVENT + event.event(),
                        "Dato for " + event.words(),
                        asked.getOrDefault(PreviewRequest.EVENT + event.event(), "")))
                .filter(event -> !fields.contains(event.field()))
                .toList();
    }

    private @Nullable String takeover(@Nullable Preview preview) {
        if (preview == null) {
            return null;
        }
        return preview.takeover() == null
                ? "Datoen, hvor kommunen overtager ansvaret, kendes ikke endnu: skriv ankomsten."
                : "Kommunen overtager ansvaret den " + wording.date(preview.takeover()) + ".";
    }

    private Row row(Preview.Line line) {
        return new Row(
                line.name(),
                capitalised(line.scope().danish()),
                capitalised(line.kind().danish()),
                line.legalGround(),
                line.dueDate() == null ? null : wording.shortDate(line.dueDate()),
                CaseDeadlines.undated(line.triggerDate() == null),
                line.actBy() == null || line.actBy().equals(line.dueDate()) ? null : wording.shortDate(line.actBy()),
                line.confirmed() ? null : CaseDeadlines.remark(line.status()),
                line.explanation());
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String address(String path, Map<String, String> asked) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            if (!value.isBlank()) {
                address.queryParam("{name" + values.size() + "}", "{value" + (values.size() + 1) + "}");
                values.put("name" + values.size(), name);
                values.put("value" + values.size(), value);
            }
        });
        return address.encode().buildAndExpand(values).toUriString();
    }
}
