package dk.ankomst.establishment;

/**
 * Something that the caseworker has to answer before the support can be granted.
 *
 * @param ruleId the line's rule; of several alternatives the first one's
 * @param itemName the item, or the alternatives, in Danish
 * @param missing what to do, in Danish, e.g. {@code skriv antallet, og vælg ny eller brugt}
 */
public record OpenQuestion(String ruleId, String itemName, String missing) {}
