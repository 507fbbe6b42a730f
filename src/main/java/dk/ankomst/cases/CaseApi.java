package dk.ankomst.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dk.ankomst.platform.Actor;
import dk.ankomst.platform.InputRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/** The cases for other programs, in JSON. */
@RestController
@AnswersAboutCases
@RequestMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sager")
class CaseApi {

    private final Cases cases;
    private final Members members;
    private final CaseFileImport fileImport;

    CaseApi(Cases cases, Members members, CaseFileImport fileImport) {
        this.cases = cases;
        this.members = members;
        this.fileImport = fileImport;
    }

    /** @param takeoverDate the day the municipality takes over responsibility; absent until it has been counted */
    @Schema(name = "RegisteredCase")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registered(
            @Schema(example = "2026-00017") String caseNumber,
            @Schema(example = "asylcenter") String track,
            @Nullable LocalDate takeoverDate) {}

    /**
     * What is known about a case, the dates that were set or changed, and where its documents are kept.
     *
     * @param needsShown whether the persons' known needs are in it; they are not for those who do not act on them
     */
    @Schema(name = "Case")
    record View(
            @JsonUnwrapped CaseFacts facts,
            List<DateChange> dateChanges,
            List<DocumentReference> documents,
            boolean needsShown) {}

    /** @param personId the id of the person who was added */
    @Schema(name = "AddedPerson")
    record AddedPerson(long personId) {}

    @PostMapping
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Registrér en visitation",
            description =
                    "Opretter sagen og starter modtagelsesforløbet. Er noget forkert, oprettes intet, og svaret"
                            + " siger for hvert felt, hvad der skal rettes. Uden reference oprettes sagen heller ikke, når en åben sag har et"
                            + " medlem med samme navn og fødselsdato; send \"anotherFamily\": true, når det er en anden familie.")
    @ApiResponse(responseCode = "201", description = "Sagen er oprettet; Location er dens side")
    @ApiResponse(responseCode = "400", description = "Oplysningerne kan ikke bruges", content = @Content)
    @ApiResponse(
            responseCode = "409",
            description = "Referencen findes allerede, eller en åben sag har et medlem med samme navn og fødselsdato",
            content = @Content)
    ResponseEntity<Registered> register(@RequestBody CaseRequests.NewCase request) {
        Reading reading = new Reading();
        Visitation visitation = request.read(reading);
        String caseNumber =
                cases.register(visitation, null, reading.errors(), Boolean.TRUE.equals(request.anotherFamily()));
        CaseFacts facts = cases.facts(caseNumber);
        return ResponseEntity.created(URI.create("/sager/" + caseNumber))
                .body(new Registered(caseNumber, facts.track(), facts.takeover()));
    }

    @PostMapping("/import")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Indlæs visitationer fra en CSV-fil",
            description =
                    "Semikolon, UTF-8, overskrifter som i /sager/import/skabelon.csv, én linje pr. familiemedlem."
                            + " Familier uden fejl oprettes; for de øvrige siger svaret, hvilken linje der er forkert og hvorfor.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schemaProperties =
                                                @io.swagger.v3.oas.annotations.media.SchemaProperty(
                                                        name = "file",
                                                        schema = @Schema(type = "string", format = "binary")))
                            }))
    @ApiResponse(responseCode = "200", description = "Filen er læst; svaret siger, hvad der blev af hver familie")
    @ApiResponse(responseCode = "400", description = "Filen kan ikke læses", content = @Content)
    ImportResult importFile(HttpServletRequest request) throws IOException {
        return fileImport.read(sentFile(request));
    }

    @GetMapping("/{caseNumber}")
    @PreAuthorize(CaseAccess.SEE)
    @Operation(summary = "Hent en sag")
    @ApiResponse(responseCode = "200", description = "Sagens oplysninger")
    @ApiResponse(responseCode = "404", description = "Sagen findes ikke", content = @Content)
    View view(@PathVariable String caseNumber) {
        boolean needsShown = CaseAccess.NEEDS_READERS.stream().anyMatch(Actor::isIn);
        CaseFacts facts = cases.facts(caseNumber);
        return new View(
                needsShown ? facts : facts.withoutNeeds(),
                cases.dateChanges(caseNumber),
                cases.documents(caseNumber),
                needsShown);
    }

    @PostMapping("/{caseNumber}/arrival-date")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(summary = "Ændr den planlagte ankomstdato")
    View changeArrivalDate(@PathVariable String caseNumber, @RequestBody CaseRequests.ArrivalDate request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        LocalDate planned = reading.date("plannedArrival", request.plannedArrival());
        cases.changePlannedArrival(caseNumber, planned, request.reason(), reading.errors());
        return view(caseNumber);
    }

    @PostMapping("/{caseNumber}/arrival")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Registrér, at familien er ankommet",
            description = "Én gang; en forkert dato rettes med arrival-correction.")
    View arrived(@PathVariable String caseNumber, @RequestBody CaseRequests.Arrival request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        LocalDate date = reading.date("date", request.date());
        cases.arrived(caseNumber, date, reading.errors());
        return view(caseNumber);
    }

    @PostMapping("/{caseNumber}/arrival-correction")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Ret en ankomstdato, der er registreret forkert",
            description = "Den gamle dato bliver stående på sagen med begrundelsen, og frister, opgaver og timere, der"
                    + " regnes fra ankomsten, regnes igen.")
    @ApiResponse(responseCode = "200", description = "Sagens oplysninger efter rettelsen")
    @ApiResponse(
            responseCode = "400",
            description = "Datoen eller begrundelsen kan ikke bruges, eller ankomsten er ikke registreret endnu",
            content = @Content)
    View correctArrival(@PathVariable String caseNumber, @RequestBody CaseRequests.ArrivalCorrection request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        LocalDate date = reading.date("date", request.date());
        cases.correctArrival(caseNumber, date, request.reason(), reading.errors());
        return view(caseNumber);
    }

    @PostMapping("/{caseNumber}/agreed-takeover")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Registrér en aftale om tidligere overtagelse",
            description =
                    "Med flygtningens samtykke (integrationsloven § 4, stk. 2). Frister, opgaver og timere, der regnes"
                            + " fra overtagelsen, regnes igen.")
    View agreeTakeover(@PathVariable String caseNumber, @RequestBody CaseRequests.AgreedTakeover request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        LocalDate takeover = reading.date("takeover", request.takeover());
        cases.agreeTakeover(caseNumber, takeover, request.reason(), reading.errors());
        return view(caseNumber);
    }

    @PostMapping("/{caseNumber}/members/{personId}/birth-date-correction")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Ret en fødselsdato, der er registreret forkert",
            description =
                    "Den gamle dato bliver stående på sagen med begrundelsen, og det, der afhænger af, hvem der er"
                            + " voksen, regnes igen.")
    View correctBirthDate(
            @PathVariable String caseNumber,
            @PathVariable long personId,
            @RequestBody CaseRequests.BirthDateCorrection request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        LocalDate born = reading.date("birthDate", request.birthDate());
        cases.correctBirthDate(caseNumber, personId, born, request.reason(), reading.errors());
        return view(caseNumber);
    }

    @PostMapping("/{caseNumber}/members")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(summary = "Tilføj et familiemedlem")
    @ApiResponse(responseCode = "201", description = "Personen er føjet til sagen")
    ResponseEntity<AddedPerson> addMember(
            @PathVariable String caseNumber, @RequestBody CaseRequests.AddedMember request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        CaseRequests.Member member = request.member();
        if (member == null) {
            cases.facts(caseNumber);
            throw new InputRefused("member", "Udfyld oplysningerne om familiemedlemmet i feltet member.");
        }
        NewMember read = member.read(reading, "member.");
        LocalDate joinedOn = reading.date("joinedOn", request.joinedOn());
        long personId = cases.addMember(caseNumber, read, joinedOn, "member.", reading.errors());
        return ResponseEntity.created(URI.create("/sager/" + caseNumber)).body(new AddedPerson(personId));
    }

    @PostMapping("/{caseNumber}/members/{personId}/left")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(
            summary = "Registrér dødsfald, eller at et familiemedlem er udgået",
            description = "Personens egne frister og opgaver falder væk. Dør den sidste i sagen, afsluttes den.")
    View memberLeft(
            @PathVariable String caseNumber,
            @PathVariable long personId,
            @RequestBody CaseRequests.MemberLeft request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        LocalDate date = reading.date("date", request.date());
        members.left(caseNumber, personId, date, request.cause(), request.reason(), reading.errors());
        return view(caseNumber);
    }

    @PostMapping("/{caseNumber}/members/{personId}/comes-later")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(summary = "Registrér, at et familiemedlem kommer en anden dag end familien")
    View memberComesLater(
            @PathVariable String caseNumber,
            @PathVariable long personId,
            @RequestBody CaseRequests.MemberComesLater request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        LocalDate expected = reading.date("expected", request.expected());
        members.comesLater(caseNumber, personId, expected, request.reason(), reading.errors());
        return view(caseNumber);
    }

    @PostMapping("/{caseNumber}/members/{personId}/arrived")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(summary = "Registrér et familiemedlems egen ankomst")
    View memberArrived(
            @PathVariable String caseNumber, @PathVariable long personId, @RequestBody CaseRequests.Arrival request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        LocalDate date = reading.date("date", request.date());
        members.arrived(caseNumber, personId, date, reading.errors());
        return view(caseNumber);
    }

    @PostMapping("/{caseNumber}/moved-away")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(summary = "Registrér, at familien er flyttet til en anden kommune", description = "Afslutter sagen.")
    View movedAway(@PathVariable String caseNumber, @RequestBody CaseRequests.MovedAway request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        LocalDate date = reading.date("date", request.date());
        cases.movedAway(caseNumber, date, request.toMunicipality(), request.reason(), reading.errors());
        return view(caseNumber);
    }

    @PostMapping("/{caseNumber}/permit-lapsed")
    @PreAuthorize(CaseAccess.CHANGE)
    @Operation(summary = "Registrér, at opholdstilladelsen er bortfaldet", description = "Afslutter sagen.")
    View permitLapsed(@PathVariable String caseNumber, @RequestBody CaseRequests.PermitLapsed request) {
        Reading reading = new Reading();
        CaseRequests.refuseUnknown(reading, "", request.unknown());
        LocalDate date = reading.date("date", request.date());
        cases.permitLapsed(caseNumber, date, request.reason(), reading.errors());
        return view(caseNumber);
    }

    /** The file, sent as the body or as a form with one file; no more of it is read than is needed to see it is too large. */
    private static byte[] sentFile(HttpServletRequest request) throws IOException {
        MultipartRequest form = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (form != null) {
            for (MultipartFile file : form.getFileMap().values()) {
                try (InputStream content = file.getInputStream()) {
                    return content.readNBytes(CaseFileImport.MOST_BYTES + 1);
                }
            }
            throw new InputRefused("file", "Vælg en CSV-fil, og send den i feltet file.");
        }
        String type = request.getContentType();
        if (type != null && !type.startsWith("text/") && !type.startsWith(MediaType.APPLICATION_OCTET_STREAM_VALUE)) {
            throw new InputRefused("file", "Send filen som text/csv eller multipart/form-data, ikke som " + type + ".");
        }
        return request.getInputStream().readNBytes(CaseFileImport.MOST_BYTES + 1);
    }
}
