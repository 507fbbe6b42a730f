package dk.ankomst.coordination;

/**
 * A department that takes part in the coordination meeting.
 *
 * @param group the candidate group, e.g. {@code jobcenter}
 * @param name the department's name in Danish
 * @param reason why it takes part, a Danish sentence
 * @param ruleId the rule of {@code moededeltagere}
 * @param source where the rule comes from
 */
public record Participant(String group, String name, String reason, String ruleId, String source) {}
