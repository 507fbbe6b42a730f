package dk.ankomst.volunteers;

/**
 * What decides whether a volunteer may be given a task.
 *
 * @param statutory whether the municipality owes it by law
 * @param specialist whether it takes special professional skills
 * @param deadlineBound whether it has to be done by a day
 * @param knownArea whether it lies within an area of volunteers
 */
public record TaskFacts(boolean statutory, boolean specialist, boolean deadlineBound, boolean knownArea) {}
