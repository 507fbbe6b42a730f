package dk.ankomst.deadlines;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Deadlines for other programs. */
@RestController
@RequestMapping(path = "/api/deadlines", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "deadlines", description = "Deadlines with ground, trigger and count in words")
class DeadlineController {

    private final Deadlines deadlines;

    DeadlineController(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    // Every parameter is text: an impossible date is answered with a sentence, not with a type error.
    @GetMapping("/preview")
    @Operation(summary = "The takeover date and every deadline that a family would get; creates nothing")
    Preview preview(
            @Parameter(description = "date of the visitation decision, required", example = "2015-05-15")
                    @RequestParam(required = false)
                    @Nullable
                    String visitation,
            @Parameter(
                            description =
                                    "asylcenter, kvote, familiesammenfoert, uledsaget, tilflytter or saerlov; required",
                            example = "asylcenter")
                    @RequestParam(required = false)
                    @Nullable
                    String track,
            @Parameter(description = "date of arrival") @RequestParam(required = false) @Nullable String arrival,
            @Parameter(description = "agreed date of takeover") @RequestParam(required = false) @Nullable
                    String takeover,
            @Parameter(description = "rule set to count by, e.g. RS-2013; absent: by the dates")
                    @RequestParam(required = false)
                    @Nullable
                    String ruleSet,
            @Parameter(
                            description =
                                    "dates of further events, each in a parameter event.<trigger>, e.g. event.integrationskontrakt=2015-07-20; an event of furtherEvents adds the deadlines that it starts",
                            schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE))
                    @RequestParam
                    Map<String, String> all) {
        return deadlines.preview(
                new PreviewRequest(visitation, track, arrival, takeover, ruleSet, PreviewRequest.eventsIn(all)));
    }

    @GetMapping("/of/{caseNumber}")
    @Operation(
            summary = "The deadlines of a case with ground, count and changes in words",
            description = "The text of each is the one that the pages show.")
    List<Counted> ofCase(@PathVariable String caseNumber) {
        List<Counted> counted = deadlines.ofCase(caseNumber).stream()
                .map(deadline -> new Counted(deadline, deadline.howCounted()))
                .toList();
        if (counted.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Der er ingen sag med nummeret " + caseNumber + ".");
        }
        return counted;
    }

    /** A deadline with "Sådan er fristen regnet". */
    record Counted(@JsonUnwrapped DeadlineView deadline, List<String> howCounted) {}
}
