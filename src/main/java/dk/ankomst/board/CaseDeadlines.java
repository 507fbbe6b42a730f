package dk.ankomst.board;

import dk.ankomst.board.CaseOverview.DeadlineRow;
import dk.ankomst.board.CaseOverview.Matrix;
import dk.ankomst.cases.PersonFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deadline register of a case in words. */
@Component
class CaseDeadlines {

    /** The register, the matrix made from it, and how the takeover date was counted. */
    record Register(
            List<DeadlineRow> rows, Matrix matrix, @Nullable String takeoverExplanation) {}

    Register of(String caseNumber, List<PersonFacts> persons) {
        return new Register(List.of(), new Matrix(List.of(), List.of()), null);
    }
}
