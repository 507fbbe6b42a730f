package dk.ankomst.workflow;

/** The process {@code integrationsplan}: agreed efforts and the follow-up of them. */
final class IntegrationsplanProcess {

    static final String KEY = "integrationsplan";

    /** The departments that have an effort, with commas between. */
    static final Variable<String> EFFORTS = Variable.text("indsatser");

    static final Variable<String> FIRST_FOLLOW_UP = Variable.text("opfoelgningDato");
    static final Variable<String> NEXT_FOLLOW_UP = Variable.text("naesteOpfoelgningDato");

    /** The agreed duty that the open follow-up meets. */
    static final Variable<String> FOLLOW_UP_DUTY = Variable.text("opfoelgningspligt");

    private IntegrationsplanProcess() {}
}
