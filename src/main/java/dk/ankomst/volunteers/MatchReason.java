package dk.ankomst.volunteers;

/**
 * A reason for or against a volunteer, by a rule of the table {@code frivilligmatch}.
 *
 * @param text a Danish sentence
 */
public record MatchReason(Effect effect, String text, String source, String ruleId) {

    /** What follows from it. */
    public enum Effect {
        /** She must not be chosen. */
        REJECTS("Kan ikke vælges"),
        /** Somebody has to be asked first. */
        ASKS("Spørg først"),
        /** It speaks for her. */
        SPEAKS_FOR("Taler for");

        private final String danish;

        Effect(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }

        static Effect of(String code) {
            return switch (code) {
                case "AFVISER" -> REJECTS;
                case "SPOERG" -> ASKS;
                case "TALER_FOR" -> SPEAKS_FOR;
                default -> throw new IllegalStateException("Tabellen frivilligmatch har virkningen " + code);
            };
        }
    }
}
