package dk.ankomst.workflow;

/** The variables that every process of a case carries. */
final class CaseVariables {

    static final Variable<String> CASE_NUMBER = Variable.text("sagsnummer");
    static final Variable<String> FAMILY = Variable.text("familie");
    static final Variable<String> TRACK = Variable.text("spor");
    static final Variable<String> PHASE = Variable.text("fase");
    static final Variable<Integer> PERSONS = Variable.count("antalPersoner");
    static final Variable<Integer> ADULTS = Variable.count("antalVoksne");
    static final Variable<Integer> CHILDREN = Variable.count("antalBoern");
    static final Variable<String> LAW_DATE = Variable.text("retsdato");
    static final Variable<Long> PERSON_ID = Variable.id("personId");
    static final Variable<String> PERSON_NUMBER = Variable.text("personNr");
    static final Variable<Boolean> IS_ADULT = Variable.flag("erVoksen");
    static final Variable<String> DEPARTMENT = Variable.text("gruppe");

    static final Variable<String> DWELLING_IS_PERMANENT = Variable.text("boligErPermanent");

    /** {@code ja} or {@code nej}, in an offer of a permanent dwelling only. */
    static final Variable<String> DWELLING_ACCEPTED = Variable.text("boligAccepteret");

    private CaseVariables() {}
}
