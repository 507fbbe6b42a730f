package dk.ankomst.deadlines;

import org.springframework.stereotype.Service;

/** The deadlines of every case. */
@Service
public class Deadlines {

    private final DeadlinePlanner planner;

    Deadlines(DeadlinePlanner planner) {
        this.planner = planner;
    }

    /**
     * Counts what a case would get, and creates nothing.
     *
     * @throws dk.ankomst.platform.InputRefused with a Danish sentence for each field that cannot be used
     */
    public Preview preview(PreviewRequest request) {
        PreviewRequest.Asked asked = request.read(planner.ruleSets());
        DeadlinePlanner.Plan plan = planner.plan(asked.dates(), asked.ruleSet());
        return new Preview(
                plan.takeover(), plan.deadlines().stream().map(Preview.Line::of).toList());
    }
}
