package dk.ankomst.workflow;

/** The process {@code etableringsstoette}: from the dwelling's needs to the delivered order. */
final class EtableringsstoetteProcess {

    static final String KEY = "etableringsstoette";

    static final Variable<String> PACKAGE = Variable.text("pakke");

    private EtableringsstoetteProcess() {}
}
