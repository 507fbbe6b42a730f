package dk.ankomst.workflow;

/** The process {@code integrationsforloeb}: from the end of the reception to the end of the case. */
final class IntegrationsforloebProcess {

    static final String KEY = "integrationsforloeb";

    static final Variable<String> OUTCOME = Variable.text("forloebUdfald");
    static final Variable<String> OUTCOME_GIVEN = Variable.text("udfald");

    private IntegrationsforloebProcess() {}
}
