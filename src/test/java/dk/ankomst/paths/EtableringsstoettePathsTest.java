package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code etableringsstoette}. */
class EtableringsstoettePathsTest extends PathTest {

    EtableringsstoettePathsTest() {
        super("etableringsstoette");
    }

    @BeforeEach
    void services() {
        service("foreslaaEtablering", "sagsnummer");
        service("registrerBevilling", "sagsnummer");
        service("registrerAfslag", "sagsnummer");
    }

    @Test
    void a_family_in_need_gets_its_home_furnished() {
        start("fase", "modtagelsesperiode");
        complete("UserTask_RegistrerEjendele");
        complete("UserTask_VurderTrang", "familiensOekonomi", "belyst", "kanBetale", "nej", "kanSpareOp", "nej");
        complete("UserTask_AfklarAabneSpoergsmaal", "indkoebsform", "eget-valg");
        complete("UserTask_BevilgEtableringsstoette", "erBevilget", "ja");
        ends("etableringslevering");

        walked("""
                StartEvent_EtableringBegyndt 'Etablering begyndt'
                UserTask_RegistrerEjendele 'Registrér ejendele og mangler' [koordinator, taskDate etableringsstoette]
                UserTask_VurderTrang 'Vurdér trang' [ydelse, taskDate etableringsstoette]
                RuleTask_AfgoerTrang 'Afgør trang'
                Gateway_ErDerTrang 'Er der trang?'
                --> Flow_ErDerTrang_Ja 'Ja'
                ServiceTask_ForeslaaEtablering 'Foreslå etablering'
                    asks foreslaaEtablering {sagsnummer=2016-00001}
                UserTask_AfklarAabneSpoergsmaal 'Afklar åbne spørgsmål' [koordinator, taskDate etableringsstoette]
                UserTask_BevilgEtableringsstoette 'Bevilg etableringsstøtte' [ydelse, taskDate etableringsstoette]
                Gateway_ErStoettenBevilget 'Er støtten bevilget?'
                --> Flow_ErStoettenBevilget_Ja 'Ja'
                ServiceTask_RegistrerBevilling 'Registrér bevilling'
                    asks registrerBevilling {sagsnummer=2016-00001}
                CallActivity_Etableringslevering 'Lever etableringen'
                    calls etableringslevering {fase=modtagelsesperiode, indkoebsform=eget-valg}
                EndEvent_HjemEtableret 'Hjem etableret'
                """);
    }

    @Test
    void a_family_that_can_pay_gets_no_support() {
        start();
        complete("UserTask_RegistrerEjendele");
        complete("UserTask_VurderTrang", "familiensOekonomi", "belyst", "kanBetale", "ja", "kanSpareOp", "nej");

        walked("""
                StartEvent_EtableringBegyndt 'Etablering begyndt'
                UserTask_RegistrerEjendele 'Registrér ejendele og mangler' [koordinator, taskDate etableringsstoette]
                UserTask_VurderTrang 'Vurdér trang' [ydelse, taskDate etableringsstoette]
                RuleTask_AfgoerTrang 'Afgør trang'
                Gateway_ErDerTrang 'Er der trang?'
                --> Flow_ErDerTrang_Nej 'Nej'
                EndEvent_IngenTrang 'Ingen trang'
                """);
    }

    @Test
    void an_economy_that_is_not_clear_is_assessed_again() {
        start();
        complete("UserTask_RegistrerEjendele");
        complete("UserTask_VurderTrang", "familiensOekonomi", "ikke-belyst", "kanBetale", "nej", "kanSpareOp", "nej");
        complete("UserTask_VurderTrang", "familiensOekonomi", "belyst", "kanBetale", "nej", "kanSpareOp", "ja");

        walked("""
                StartEvent_EtableringBegyndt 'Etablering begyndt'
                UserTask_RegistrerEjendele 'Registrér ejendele og mangler' [koordinator, taskDate etableringsstoette]
                UserTask_VurderTrang 'Vurdér trang' [ydelse, taskDate etableringsstoette]
                RuleTask_AfgoerTrang 'Afgør trang'
                Gateway_ErDerTrang 'Er der trang?'
                --> Flow_ErDerTrang_SkalAfklares 'Skal afklares'
                UserTask_VurderTrang 'Vurdér trang' [ydelse, taskDate etableringsstoette]
                RuleTask_AfgoerTrang 'Afgør trang'
                Gateway_ErDerTrang 'Er der trang?'
                --> Flow_ErDerTrang_Nej 'Nej'
                EndEvent_IngenTrang 'Ingen trang'
                """);
    }

    @Test
    void support_that_is_refused_is_not_delivered() {
        start();
        complete("UserTask_RegistrerEjendele");
        complete("UserTask_VurderTrang", "familiensOekonomi", "belyst", "kanBetale", "nej", "kanSpareOp", "nej");
        complete("UserTask_AfklarAabneSpoergsmaal");
        complete("UserTask_BevilgEtableringsstoette", "erBevilget", "nej");

        walked("""
                StartEvent_EtableringBegyndt 'Etablering begyndt'
                UserTask_RegistrerEjendele 'Registrér ejendele og mangler' [koordinator, taskDate etableringsstoette]
                UserTask_VurderTrang 'Vurdér trang' [ydelse, taskDate etableringsstoette]
                RuleTask_AfgoerTrang 'Afgør trang'
                Gateway_ErDerTrang 'Er der trang?'
                --> Flow_ErDerTrang_Ja 'Ja'
                ServiceTask_ForeslaaEtablering 'Foreslå etablering'
                    asks foreslaaEtablering {sagsnummer=2016-00001}
                UserTask_AfklarAabneSpoergsmaal 'Afklar åbne spørgsmål' [koordinator, taskDate etableringsstoette]
                UserTask_BevilgEtableringsstoette 'Bevilg etableringsstøtte' [ydelse, taskDate etableringsstoette]
                Gateway_ErStoettenBevilget 'Er støtten bevilget?'
                --> Flow_ErStoettenBevilget_Nej 'Nej'
                ServiceTask_RegistrerAfslag 'Registrér afslag'
                    asks registrerAfslag {sagsnummer=2016-00001}
                EndEvent_StoetteIkkeBevilget 'Støtte ikke bevilget'
                """);
    }
}
