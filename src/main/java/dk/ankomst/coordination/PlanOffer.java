package dk.ankomst.coordination;

/**
 * Whether the family is offered an integration plan.
 *
 * @param offered whether it is
 * @param reason why, a Danish sentence
 * @param ruleId the rule of {@code behov-for-tvaerfaglig-indsats}
 * @param source where the rule comes from
 */
public record PlanOffer(boolean offered, String reason, String ruleId, String source) {}
