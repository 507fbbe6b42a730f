package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code etableringslevering}. */
class EtableringsleveringPathsTest extends PathTest {

    EtableringsleveringPathsTest() {
        super("etableringslevering");
    }

    @BeforeEach
    void services() {
        service("registrerBestilling", "sagsnummer");
        service("registrerLevering", "sagsnummer");
    }

    @Test
    void the_municipality_orders_what_was_granted() {
        start("indkoebsform", "kommunen-bestiller");
        complete("UserTask_BestilVarer");
        complete("UserTask_BekraeftLevering");

        walked("""
                StartEvent_StoetteBevilget 'Støtte bevilget'
                Gateway_VaelgerFamilienSelv 'Vælger familien selv?'
                --> Flow_VaelgerFamilienSelv_Nej 'Nej'
                UserTask_BestilVarer 'Bestil varer' [bolig, taskDate etableringsstoette]
                ServiceTask_RegistrerBestilling 'Registrér bestilling'
                    asks registrerBestilling {sagsnummer=2016-00001}
                UserTask_BekraeftLevering 'Bekræft levering' [bolig, taskDate etableringsstoette]
                ServiceTask_RegistrerLevering 'Registrér levering'
                    asks registrerLevering {sagsnummer=2016-00001}
                EndEvent_LeveringBekraeftet 'Levering bekræftet'
                """);
    }

    @Test
    void the_family_chooses_for_itself() {
        start("indkoebsform", "eget-valg");
        complete("UserTask_VejledOmIndkoeb");
        complete("UserTask_BekraeftLevering");

        walked("""
                StartEvent_StoetteBevilget 'Støtte bevilget'
                Gateway_VaelgerFamilienSelv 'Vælger familien selv?'
                --> Flow_VaelgerFamilienSelv_Ja 'Ja'
                UserTask_VejledOmIndkoeb 'Vejled om indkøb' [koordinator, taskDate etableringsstoette]
                ServiceTask_RegistrerBestilling 'Registrér bestilling'
                    asks registrerBestilling {sagsnummer=2016-00001}
                UserTask_BekraeftLevering 'Bekræft levering' [bolig, taskDate etableringsstoette]
                ServiceTask_RegistrerLevering 'Registrér levering'
                    asks registrerLevering {sagsnummer=2016-00001}
                EndEvent_LeveringBekraeftet 'Levering bekræftet'
                """);
    }
}
