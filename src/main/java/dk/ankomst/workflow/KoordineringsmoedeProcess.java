package dk.ankomst.workflow;

/** The process {@code koordineringsmoede}: the departments prepare, meet and decide about one family. */
final class KoordineringsmoedeProcess {

    static final String KEY = "koordineringsmoede";

    /** The task in which each department writes its part about every member. */
    static final String PREPARE = "UserTask_ForberedMoedet";

    /** The departments asked, with commas between. */
    static final Variable<String> PARTICIPANTS = Variable.text("deltagere");

    /** When the meeting is to be held. */
    static final Variable<String> MEETING = Variable.text("moedeDato");

    /** The agreed duty that holding the meeting meets. */
    static final Variable<String> MEETING_DUTY = Variable.text("moedepligt");

    private KoordineringsmoedeProcess() {}
}
