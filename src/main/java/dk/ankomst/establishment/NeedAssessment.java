package dk.ankomst.establishment;

/**
 * The outcome of the needs test.
 *
 * @param outcome {@code behov}, {@code intet-behov} or {@code skal-vurderes}
 * @param reason a Danish sentence
 * @param ruleId the rule of {@code trangsvurdering}
 * @param source where the rule comes from
 */
public record NeedAssessment(String outcome, String reason, String ruleId, String source) {}
