package dk.ankomst.workflow;

/** The process {@code modtagelse}: the reception plan of one family. */
final class ModtagelseProcess {

    static final String KEY = "modtagelse";

    static final String VISITATION_RECEIVED = "visitation-modtaget";
    static final String ARRIVAL_DATE_CHANGED = "ankomstdato-aendret";
    static final String FAMILY_ARRIVED = "familie-ankommet";
    static final String MEMBER_ADDED = "familiemedlem-tilfoejet";
    static final String MEMBER_LEFT = "familiemedlem-udgaaet";
    static final String FAMILY_MOVED_AWAY = "familie-fraflyttet";
    static final String PERMIT_LAPSED = "ophold-bortfaldet";
    static final String DEADLINE_BROKEN = "frist-brudt";
    static final String PLAN_AGREED = "integrationsplan-aftalt";
    static final String VOLUNTEER_EFFORT_AGREED = "frivilligindsats-aftalt";

    /** The timer that waits for the next statutory deadline to pass. */
    static final String WATCH = "Timer_LovfristPasseret";

    static final Variable<Boolean> HAS_ARRIVED = Variable.flag("erAnkommet");
    static final Variable<Boolean> INTERPRETER_UNKNOWN = Variable.flag("erTolkesprogUkendt");
    static final Variable<String> CLOSING_REASON = Variable.text("lukkeaarsag");
    static final Variable<String> LAPSE_REASON = Variable.text("bortfaldsaarsag");
    static final Variable<String> DUTY = Variable.text("pligt");
    static final Variable<String> DUTIES = Variable.text("pligter");
    static final Variable<String> EXCEPTIONS = Variable.text("undtagelser");
    static final Variable<String> MET_ON = Variable.text("pligtOpfyldtDato");
    static final Variable<String> CPR_DATE = Variable.text("cprRegistreretDato");
    static final Variable<String> REST_ENDS = Variable.text("programSlutDato");
    static final Variable<String> REST_GROUND = Variable.text("restperiodeGrund");
    static final Variable<String> DUE = Variable.text("frist");

    private ModtagelseProcess() {}
}
