package dk.ankomst.workflow;

/** The process {@code integrationsforloeb}: from the end of the reception to the end of the case. */
final class IntegrationsforloebProcess {

    static final String KEY = "integrationsforloeb";

    /** The task in which a talk is held. */
    static final String TALK_TASK = "UserTask_HoldOpfoelgningssamtale";

    static final Variable<String> NEXT_TALK = Variable.text("naesteSamtaleDato");

    /** The duty that the open talk meets: the law's, or the date agreed. */
    static final Variable<String> TALK_DUTY = Variable.text("samtalepligt");

    static final Variable<String> OUTCOME = Variable.text("forloebUdfald");
    static final Variable<String> OUTCOME_GIVEN = Variable.text("udfald");

    private IntegrationsforloebProcess() {}
}
