package dk.ankomst.workflow.guard;

/** Gives the number of a new case to a start form whose answers belong to one. */
@FunctionalInterface
public interface CaseNumberSource {

    /** The next case number, e.g. {@code 2026-00017}; never the same twice. */
    String nextCaseNumber();
}
