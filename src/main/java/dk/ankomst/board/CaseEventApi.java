package dk.ankomst.board;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dk.ankomst.cases.AnswersAboutCases;
import dk.ankomst.cases.CaseAccess;
import dk.ankomst.cases.CaseClosed;
import dk.ankomst.cases.Cases;
import dk.ankomst.deadlines.CaseEvent;
import dk.ankomst.deadlines.CaseEvents;
import dk.ankomst.deadlines.CaseEvents.Choice;
import dk.ankomst.deadlines.CaseEvents.Report;
import dk.ankomst.deadlines.DeadlineView;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.DeadlinesByHand;
import dk.ankomst.deadlines.Preview;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For other programs: what has happened in a case, the deadlines that it starts, and duties that no task meets. */
@RestController
@AnswersAboutCases
@RequestMapping(path = "/api/cases/{caseNumber}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Hændelser")
class CaseEventApi {

    private static final String A_DATE = "ÅÅÅÅ-MM-DD eller DD.MM.ÅÅÅÅ";
    private static final String PERSON = "personId";

    private final Cases cases;
    private final CaseEvents events;
    private final Deadlines deadlines;
    private final DeadlinesByHand byHand;

    CaseEventApi(Cases cases, CaseEvents events, Deadlines deadlines, DeadlinesByHand byHand) {
        this.cases = cases;
        this.events = events;
        this.deadlines = deadlines;
        this.byHand = byHand;
    }

    @Schema(name = "NewEvent", description = "Noget, der er sket i sagen, og som frister regnes fra")
    record NewEvent(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Hændelsens navn, se possible-events",
                    example = "klage")
            @Nullable
            String event,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Dagen, det skete. " + A_DATE,
                    format = "date",
                    example = "2026-05-01")
            @Nullable
            String date,

            @Schema(description = "Hvem det angår, når hændelsen angår én person") @Nullable
            Long personId,

            @Schema(description = "Hvor sagens papirer fortæller om det; ingen personoplysninger", example = "D-44")
            @Nullable
            String reference,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "EventCorrection", description = "Hændelsen skete en anden dag end den meldte")
    record Correction(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Den rigtige dag. " + A_DATE,
                    format = "date",
                    example = "2026-05-02")
            @Nullable
            String date,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Hvorfor datoen rettes") @Nullable
            String reason,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "EventWithdrawal", description = "Hændelsen er meldt ved en fejl")
    record Withdrawal(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Hvorfor den tages tilbage") @Nullable
            String reason,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @Schema(name = "DutyMet", description = "En pligt, som ingen opgave opfylder, er opfyldt")
    record Met(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Dagen, pligten blev opfyldt. " + A_DATE,
                    format = "date",
                    example = "2026-05-20")
            @Nullable
            String metOn,

            @Schema(description = "Personen, pligten gælder; udelades, når den gælder hele familien") @Nullable
            Long personId,

            @Schema(description = "Hvor sagens papirer fortæller om det; ingen personoplysninger", example = "D-45")
            @Nullable
            String reference,

            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}

    @GetMapping("/events")
    @PreAuthorize(CaseAccess.SEE)
    @Operation(
            summary = "Hent sagens hændelser",
            description = "Også dem, der er taget tilbage, i den orden de er meldt.")
    @ApiResponse(responseCode = "200", description = "Sagens hændelser")
    @ApiResponse(responseCode = "404", description = "Sagen findes ikke", content = @Content)
    List<CaseEvent> events(@PathVariable String caseNumber) {
        cases.facts(caseNumber);
        return events.ofCase(caseNumber);
    }

    @GetMapping("/possible-events")
    @PreAuthorize(CaseAccess.SEE)
    @Operation(
            summary = "Hent de hændelser, der kan meldes",
            description = "Efter de fristtabeller, sagen regnes efter, fra visitationen til i dag.")
    List<Choice> possible(@PathVariable String caseNumber) {
        cases.facts(caseNumber);
        return events.choices(caseNumber);
    }

    @PostMapping("/events/trial")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(summary = "Se de frister, en hændelse ville give", description = "Gemmer intet.")
    List<Preview.Line> trial(@PathVariable String caseNumber, @RequestBody NewEvent request) {
        cases.facts(caseNumber);
        refuseUnknown(request.unknown());
        Typed dates = dates(CaseEvents.DATE, request.date());
        Report report = report(request, dates);
        List<List<Preview.Line>> found = new ArrayList<>();
        refusing(dates, () -> found.add(events.preview(caseNumber, report)));
        return found.get(0);
    }

    @PostMapping("/events")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Meld en hændelse",
            description = "Hændelsens frister kommer i fristregistret. Den samme hændelse kan ske igen; hver giver sine"
                    + " egne frister, og pligtens kode begynder med hændelsens nummer, fx 2.genvurdering.")
    @ApiResponse(responseCode = "201", description = "Hændelsen er meldt; svaret er hændelsen")
    @ApiResponse(responseCode = "400", description = "Oplysningerne kan ikke bruges", content = @Content)
    @ApiResponse(responseCode = "409", description = "Sagen er afsluttet", content = @Content)
    ResponseEntity<CaseEvent> report(@PathVariable String caseNumber, @RequestBody NewEvent request) {
        cases.facts(caseNumber);
        refuseUnknown(request.unknown());
        Typed dates = dates(CaseEvents.DATE, request.date());
        Report report = report(request, dates);
        refusing(dates, () -> events.report(caseNumber, report));
        List<CaseEvent> all = events.ofCase(caseNumber);
        return ResponseEntity.created(URI.create("/sager/" + caseNumber)).body(all.get(all.size() - 1));
    }

    @PostMapping("/events/{number}/correction")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Ret en hændelses dato",
            description = "Den gamle dato bliver stående med begrundelsen, og hændelsens frister regnes igen.")
    List<CaseEvent> correct(
            @PathVariable String caseNumber, @PathVariable int number, @RequestBody Correction request) {
        cases.facts(caseNumber);
        refuseUnknown(request.unknown());
        Typed dates = dates(CaseEvents.DATE, request.date());
        LocalDate date = dates.date(CaseEvents.DATE);
        refusing(
                dates,
                () -> events.correct(caseNumber, number, date, Objects.requireNonNullElse(request.reason(), "")));
        return events.ofCase(caseNumber);
    }

    @PostMapping("/events/{number}/withdrawal")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Tag en hændelse tilbage, der er meldt ved en fejl",
            description = "Dens åbne frister gælder ikke mere; hændelsen og det, der er opfyldt, bliver stående.")
    List<CaseEvent> withdraw(
            @PathVariable String caseNumber, @PathVariable int number, @RequestBody Withdrawal request) {
        cases.facts(caseNumber);
        refuseUnknown(request.unknown());
        events.withdraw(caseNumber, number, Objects.requireNonNullElse(request.reason(), ""));
        return events.ofCase(caseNumber);
    }

    @PostMapping("/deadlines/{duty}/met")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Notér, at en pligt er opfyldt",
            description = "Kun pligter, som hverken en opgave eller forløbet selv opfylder.")
    @ApiResponse(responseCode = "200", description = "Sagens frister for pligten")
    @ApiResponse(
            responseCode = "400",
            description = "Pligten opfyldes af en opgave eller er opfyldt, eller dagen kan ikke bruges",
            content = @Content)
    List<DeadlineView> met(@PathVariable String caseNumber, @PathVariable String duty, @RequestBody Met request) {
        cases.facts(caseNumber);
        refuseUnknown(request.unknown());
        Typed dates = dates(DeadlinesByHand.MET_ON, request.metOn());
        LocalDate on = dates.date(DeadlinesByHand.MET_ON);
        refusing(dates, () -> byHand.meet(caseNumber, duty, request.personId(), on, request.reference()));
        return deadlines.ofCase(caseNumber).stream()
                .filter(deadline -> deadline.duty().equals(duty))
                .toList();
    }

    private static Report report(NewEvent request, Typed dates) {
        return new Report(request.event(), dates.date(CaseEvents.DATE), request.personId(), request.reference());
    }

    private static Typed dates(String field, @Nullable String text) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        if (text != null) {
            values.add(field, text);
        }
        return new Typed(values);
    }

    /** Names the fields as the sender knows them. */
    private static void refusing(Typed dates, Runnable command) {
        try {
            dates.refuseUnreadable(command);
        } catch (CaseClosed closed) {
            throw closed;
        } catch (InputRefused refused) {
            throw new InputRefused(refused.errors().stream()
                    .map(error ->
                            error.field().equals(CaseEvents.PERSON) ? new FieldError(PERSON, error.message()) : error)
                    .toList());
        }
    }

    private static void refuseUnknown(@Nullable Map<String, Object> unknown) {
        if (unknown != null && !unknown.isEmpty()) {
            throw new InputRefused(unknown.keySet().stream()
                    .map(name -> new FieldError(
                            name, "Feltet findes ikke. Fjern det, eller ret navnet efter beskrivelsen i /v3/api-docs."))
                    .toList());
        }
    }
}
