package dk.ankomst.workflow;

/** The process {@code koordineringsmoede}: the departments prepare, meet and decide about one family. */
final class KoordineringsmoedeProcess {

    static final String KEY = "koordineringsmoede";

    /** The task in which each department writes its part about every member. */
    static final String PREPARE = "UserTask_ForberedMoedet";

    /** The departments asked, with commas between. */
    static final Variable<String> PARTICIPANTS = Variable.text("deltagere");

    private KoordineringsmoedeProcess() {}
}
