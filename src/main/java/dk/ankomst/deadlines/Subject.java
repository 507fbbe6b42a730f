package dk.ankomst.deadlines;

/**
 * A family member as far as deadlines go.
 *
 * @param personId the person's id in the case store
 * @param adult 18 or older
 */
public record Subject(long personId, boolean adult) {}
