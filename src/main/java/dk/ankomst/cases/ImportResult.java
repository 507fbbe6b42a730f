package dk.ankomst.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the families in a file.
 *
 * @param created the families that are cases now
 * @param existing the families that were cases before and were left as they are
 * @param rejected the families that were not registered, with every line that is wrong
 */
@Schema(name = "ImportResult")
public record ImportResult(List<Created> created, List<Existing> existing, List<Rejected> rejected) {

    /** @param lines the lines of the file that belong to the family, counted from 1 */
    @Schema(name = "ImportedCase")
    public record Created(String externalReference, String caseNumber, String family, int persons, List<Long> lines) {}

    @Schema(name = "ExistingCase")
    public record Existing(String externalReference, String caseNumber, List<Long> lines, String message) {}

    /** @param externalReference empty when the line has none */
    @Schema(name = "RejectedFamily")
    public record Rejected(String externalReference, List<Long> lines, List<LineError> errors) {}

    /**
     * What is wrong with a line.
     *
     * @param column the heading of the column; null when the line as a whole is wrong
     * @param message a Danish sentence that says what to do
     */
    @Schema(name = "LineError")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineError(long line, @Nullable String column, String message) {}
}
