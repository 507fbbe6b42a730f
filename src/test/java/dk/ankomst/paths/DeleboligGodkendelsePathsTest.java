package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code delebolig-godkendelse}. */
class DeleboligGodkendelsePathsTest extends PathTest {

    private final HousingDoubles register = new HousingDoubles();

    DeleboligGodkendelsePathsTest() {
        super("delebolig-godkendelse");
    }

    @BeforeEach
    void services() {
        register.waitsForConsent = false;
        register.waitsForDispensation = false;
        register.permanent = true;
        register.canMoveIn = true;
        bean("boligregistret", register);
        service("registrerBoliggodkendelse", "boligGodkendt");
    }

    @Test
    void the_organisation_consents_and_the_law_allows_it_for_good() {
        start();
        complete("UserTask_IndhentBoligorganisationensSvar", "boligorganisationAccepterer", "ja");
        complete("UserTask_VurderJuridisk", "deleboligErLovlig", "ja");

        walked("""
                StartEvent_DeleboligReserveret 'Delebolig reserveret'
                UserTask_IndhentBoligorganisationensSvar 'Indhent boligorganisationens svar' [bolig, taskDate boligopgave]
                Gateway_VilBoligorganisationen 'Siger organisationen ja?'
                --> Flow_VilBoligorganisationen_Ja 'Ja'
                Gateway_ErDenPermanent 'Skal den være permanent?'
                --> Flow_ErDenPermanent_Ja 'Ja'
                UserTask_VurderJuridisk 'Vurdér boligen juridisk' [bolig, taskDate boligopgave]
                Gateway_ErDenLovlig 'Er den lovlig?'
                --> Flow_ErDenLovlig_Ja 'Ja'
                ServiceTask_RegistrerGodkendelse 'Registrér godkendelsen'
                    asks registrerBoliggodkendelse {boligGodkendt=ja}
                EndEvent_DeleboligGodkendt 'Delebolig godkendt'
                """);
    }

    @Test
    void a_temporary_one_needs_no_judgement_of_the_law() {
        register.permanent = false;
        start();
        complete("UserTask_IndhentBoligorganisationensSvar", "boligorganisationAccepterer", "ja");

        walked("""
                StartEvent_DeleboligReserveret 'Delebolig reserveret'
                UserTask_IndhentBoligorganisationensSvar 'Indhent boligorganisationens svar' [bolig, taskDate boligopgave]
                Gateway_VilBoligorganisationen 'Siger organisationen ja?'
                --> Flow_VilBoligorganisationen_Ja 'Ja'
                Gateway_ErDenPermanent 'Skal den være permanent?'
                --> Flow_ErDenPermanent_Nej 'Nej'
                ServiceTask_RegistrerGodkendelse 'Registrér godkendelsen'
                    asks registrerBoliggodkendelse {boligGodkendt=ja}
                EndEvent_DeleboligGodkendt 'Delebolig godkendt'
                """);
    }

    @Test
    void the_organisation_does_not_consent() {
        start();
        complete("UserTask_IndhentBoligorganisationensSvar", "boligorganisationAccepterer", "nej");

        walked("""
                StartEvent_DeleboligReserveret 'Delebolig reserveret'
                UserTask_IndhentBoligorganisationensSvar 'Indhent boligorganisationens svar' [bolig, taskDate boligopgave]
                Gateway_VilBoligorganisationen 'Siger organisationen ja?'
                --> Flow_VilBoligorganisationen_Nej 'Nej'
                ServiceTask_RegistrerAfslag 'Registrér afslaget'
                    asks registrerBoliggodkendelse {boligGodkendt=nej}
                EndEvent_DeleboligAfslaaet 'Delebolig afslået'
                """);
    }

    @Test
    void the_law_does_not_allow_it_for_good() {
        start();
        complete("UserTask_IndhentBoligorganisationensSvar", "boligorganisationAccepterer", "ja");
        complete("UserTask_VurderJuridisk", "deleboligErLovlig", "nej");

        walked("""
                StartEvent_DeleboligReserveret 'Delebolig reserveret'
                UserTask_IndhentBoligorganisationensSvar 'Indhent boligorganisationens svar' [bolig, taskDate boligopgave]
                Gateway_VilBoligorganisationen 'Siger organisationen ja?'
                --> Flow_VilBoligorganisationen_Ja 'Ja'
                Gateway_ErDenPermanent 'Skal den være permanent?'
                --> Flow_ErDenPermanent_Ja 'Ja'
                UserTask_VurderJuridisk 'Vurdér boligen juridisk' [bolig, taskDate boligopgave]
                Gateway_ErDenLovlig 'Er den lovlig?'
                --> Flow_ErDenLovlig_Nej 'Nej'
                ServiceTask_RegistrerAfslag 'Registrér afslaget'
                    asks registrerBoliggodkendelse {boligGodkendt=nej}
                EndEvent_DeleboligAfslaaet 'Delebolig afslået'
                """);
    }
}
