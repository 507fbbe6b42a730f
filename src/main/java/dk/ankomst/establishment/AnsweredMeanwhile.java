package dk.ankomst.establishment;

import java.util.List;

/** Somebody else answered the same lines while an answer to them was being written. Nothing was stored. */
public class AnsweredMeanwhile extends RuntimeException {

    private final transient List<StoredLine> lines;

    AnsweredMeanwhile(List<StoredLine> lines) {
        super("answered meanwhile: "
                + String.join(", ", lines.stream().map(StoredLine::ruleId).toList()));
        this.lines = List.copyOf(lines);
    }

    /** The lines as they stand now. */
    public List<StoredLine> lines() {
        return lines;
    }
}
