package dk.ankomst.establishment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a package would give a family, for other programs and for trying packages out. */
@RestController
class EstablishmentController {

    private final EstablishmentSupport support;
    private final PreviewReader reader;

    EstablishmentController(EstablishmentSupport support, PreviewReader reader) {
        this.support = support;
        this.reader = reader;
    }

    /** The shape of the request in the API's description; the reader reads it field by field. */
    record PreviewRequest(
            @Schema(name = "package", description = "Pakken, f.eks. silkeborg; udelades den, bruges kommunens egen")
            @Nullable
            String packageId,

            List<PreviewPerson> persons,
            @Nullable List<String> missing,
            @Nullable List<String> belongings,
            @Nullable List<String> conditions,
            @Nullable List<PreviewExtra> extraModules) {}

    record PreviewPerson(int age) {}

    record PreviewExtra(String item, String reason) {}

    @Operation(
            summary = "Viser, hvad en pakke giver en familie; opretter intet",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = PreviewRequest.class))))
    @PostMapping(path = "/api/establishment/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    Proposal preview(@RequestBody(required = false) byte @Nullable [] body) {
        return support.preview(reader.read(body));
    }
}
