package dk.ankomst.paths;

import dk.ankomst.workflow.CoordinationInModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code boligtilbud}. */
class BoligtilbudPathsTest extends PathTest {

    private final HousingDoubles register = new HousingDoubles();

    BoligtilbudPathsTest() {
        super("boligtilbud");
    }

    @BeforeEach
    void services() {
        register.waitsForConsent = false;
        register.waitsForDispensation = false;
        register.permanent = true;
        register.canMoveIn = true;
        bean("boligregistret", register);
        bean("boligen", new CoordinationInModels.Dwelling());
        service("registrerFlytning", "indflytningsdato");
        service("frigivBolig", "frigivelsesgrund");
    }

    @Test
    void the_family_takes_the_dwelling_and_moves_in() {
        start("boligFundet", "ja");
        complete("UserTask_AnvisBolig", "boligAccepteret", "ja");
        complete("UserTask_RegistrerIndflytning", "indflytningsdato", "2016-08-01");

        walked("""
                StartEvent_BoligFundet 'Bolig fundet'
                Gateway_MangleGodkendelse 'Mangler delebolig godkendelse?'
                --> Flow_MangleGodkendelse_Nej 'Nej'
                RuleTask_ForeslaaBoligtyper 'Foreslå boligtyper'
                UserTask_AnvisBolig 'Anvis boligen' [bolig, taskDate permanent-bolig-maal]
                Gateway_TagerFamilienImodBoligen 'Tager familien imod?'
                --> Flow_TagerFamilienImodBoligen_Ja 'Ja'
                UserTask_RegistrerIndflytning 'Registrér indflytning' [borgerservice, taskDate permanent-bolig-maal]
                ServiceTask_RegistrerFlytning 'Registrér flytningen'
                    asks registrerFlytning {indflytningsdato=2016-08-01}
                EndEvent_FamilieFlyttetInd 'Familie flyttet ind'
                """);
    }

    @Test
    void the_family_declines_and_the_dwelling_is_free_again() {
        start("boligFundet", "ja");
        complete("UserTask_AnvisBolig", "boligAccepteret", "nej");

        walked("""
                StartEvent_BoligFundet 'Bolig fundet'
                Gateway_MangleGodkendelse 'Mangler delebolig godkendelse?'
                --> Flow_MangleGodkendelse_Nej 'Nej'
                RuleTask_ForeslaaBoligtyper 'Foreslå boligtyper'
                UserTask_AnvisBolig 'Anvis boligen' [bolig, taskDate permanent-bolig-maal]
                Gateway_TagerFamilienImodBoligen 'Tager familien imod?'
                --> Flow_TagerFamilienImodBoligen_Nej 'Nej'
                ServiceTask_FrigivBoligen 'Frigiv boligen'
                    asks frigivBolig {frigivelsesgrund=Familien fik ikke boligen.}
                EndEvent_BoligFrigivet 'Bolig frigivet'
                """);
    }

    @Test
    void a_shared_dwelling_is_offered_when_it_is_approved() {
        register.waitsForConsent = true;
        start("boligFundet", "ja", "antalPersoner", 1);
        ends("delebolig-godkendelse", "boligGodkendt", "ja");
        complete("UserTask_AnvisBolig", "boligAccepteret", "ja");
        complete("UserTask_RegistrerIndflytning", "indflytningsdato", "2016-08-01");

        walked("""
                StartEvent_BoligFundet 'Bolig fundet'
                Gateway_MangleGodkendelse 'Mangler delebolig godkendelse?'
                --> Flow_MangleGodkendelse_Ja 'Ja'
                CallActivity_DeleboligGodkendelse 'Få deleboligen godkendt'
                    calls delebolig-godkendelse {fase=null}
                Gateway_BlevDenGodkendt 'Blev den godkendt?'
                --> Flow_BlevDenGodkendt_Ja 'Ja'
                RuleTask_ForeslaaBoligtyper 'Foreslå boligtyper'
                UserTask_AnvisBolig 'Anvis boligen' [bolig, taskDate permanent-bolig-maal]
                Gateway_TagerFamilienImodBoligen 'Tager familien imod?'
                --> Flow_TagerFamilienImodBoligen_Ja 'Ja'
                UserTask_RegistrerIndflytning 'Registrér indflytning' [borgerservice, taskDate permanent-bolig-maal]
                ServiceTask_RegistrerFlytning 'Registrér flytningen'
                    asks registrerFlytning {indflytningsdato=2016-08-01}
                EndEvent_FamilieFlyttetInd 'Familie flyttet ind'
                """);
    }

    @Test
    void a_shared_dwelling_that_is_not_approved_is_offered_to_nobody() {
        register.waitsForConsent = true;
        start("boligFundet", "ja", "antalPersoner", 1);
        ends("delebolig-godkendelse", "boligGodkendt", "nej");

        walked("""
                StartEvent_BoligFundet 'Bolig fundet'
                Gateway_MangleGodkendelse 'Mangler delebolig godkendelse?'
                --> Flow_MangleGodkendelse_Ja 'Ja'
                CallActivity_DeleboligGodkendelse 'Få deleboligen godkendt'
                    calls delebolig-godkendelse {fase=null}
                Gateway_BlevDenGodkendt 'Blev den godkendt?'
                --> Flow_BlevDenGodkendt_Nej 'Nej'
                ServiceTask_FrigivBoligen 'Frigiv boligen'
                    asks frigivBolig {frigivelsesgrund=Familien fik ikke boligen.}
                EndEvent_BoligFrigivet 'Bolig frigivet'
                """);
    }

    @Test
    void an_unaccompanied_minor_is_proposed_the_special_kind_of_home() {
        start("boligFundet", "ja", "spor", "uledsaget", "antalPersoner", 1);
        complete("UserTask_AnvisBolig", "boligAccepteret", "ja");
        complete("UserTask_RegistrerIndflytning", "indflytningsdato", "2016-08-01");

        walked("""
                StartEvent_BoligFundet 'Bolig fundet'
                Gateway_MangleGodkendelse 'Mangler delebolig godkendelse?'
                --> Flow_MangleGodkendelse_Nej 'Nej'
                RuleTask_ForeslaaBoligtyper 'Foreslå boligtyper'
                UserTask_AnvisBolig 'Anvis boligen' [bolig, taskDate permanent-bolig-maal]
                Gateway_TagerFamilienImodBoligen 'Tager familien imod?'
                --> Flow_TagerFamilienImodBoligen_Ja 'Ja'
                UserTask_RegistrerIndflytning 'Registrér indflytning' [borgerservice, taskDate permanent-bolig-maal]
                ServiceTask_RegistrerFlytning 'Registrér flytningen'
                    asks registrerFlytning {indflytningsdato=2016-08-01}
                EndEvent_FamilieFlyttetInd 'Familie flyttet ind'
                """);
    }
}
