package dk.ankomst.workflow;

/** The process {@code integrationsplan}: agreed efforts and the follow-up of them. */
final class IntegrationsplanProcess {

    static final String KEY = "integrationsplan";

    /** The departments that have an effort, with commas between. */
    static final Variable<String> EFFORTS = Variable.text("indsatser");

    private IntegrationsplanProcess() {}
}
