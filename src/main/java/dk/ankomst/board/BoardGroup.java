package dk.ankomst.board;

/** The groups of the board, the worst first. The codes stand in addresses. */
enum BoardGroup {
    LONG_OVER("laenge-over", "Over frist, mere end " + BoardDays.LONG_OVER + " arbejdsdage"),
    OVER("over", "Over frist, op til " + BoardDays.LONG_OVER + " arbejdsdage"),
    NOW("nu", "I dag og i morgen"),
    SOON("snart", "Inden " + BoardDays.SOON + " arbejdsdage"),
    LATER("senere", "Senere"),
    HELD("bero", "Sat i bero"),
    UNDATED("uden-frist", "Uden dato"),
    CITIZENS("borger", "Borgernes egne frister, de næste " + BoardDays.CITIZENS + " dage");

    private final String code;
    private final String heading;

    BoardGroup(String code, String heading) {
        this.code = code;
        this.heading = heading;
    }

    String code() {
        return code;
    }

    String heading() {
        return heading;
    }

    /** In which order the rows stand, for whoever cannot see it. */
    String order() {
        return switch (this) {
            case UNDATED -> "lovfrister først";
            case HELD -> "den ældste frist først, uden dato sidst";
            default -> "den ældste frist først";
        };
    }

    boolean isOver() {
        return this == LONG_OVER || this == OVER;
    }

    /** Whether it is to be looked at today. */
    boolean isNear() {
        return isOver() || this == NOW || this == SOON;
    }

    /** Whether what is on hold stands apart from it: what is due soon is shown where it belongs, hold or not. */
    boolean isWithoutHeld() {
        return this == LATER || this == UNDATED;
    }

    /** How many rows are shown at first: all that is worth reading today, and a glance at the rest. */
    int rows() {
        return isWithoutHeld() || this == HELD || this == CITIZENS ? 10 : 20;
    }
}
