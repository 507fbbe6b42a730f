package dk.ankomst.paths;

import dk.ankomst.workflow.CoordinationInModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code boligplacering}. */
class BoligplaceringPathsTest extends PathTest {

    BoligplaceringPathsTest() {
        super("boligplacering");
    }

    @BeforeEach
    void services() {
        bean("boligen", new CoordinationInModels.Dwelling());
        service("meldFristbrud", "pligt");
        bean("sagen", new Case());
        service("registrerPligtOpfyldt", "pligter", "pligtOpfyldtDato");
        service("registrerPermanentBolig", "boligforslag");
    }

    @Test
    void a_permanent_dwelling_is_found_and_moved_into() {
        start("boligErPermanent", "nej");
        complete("UserTask_FindPermanentBolig", "boligFundet", "ja");
        complete("UserTask_AnvisBolig", "boligAccepteret", "ja");
        complete("UserTask_RegistrerIndflytning");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Ja 'Ja'
                RuleTask_ForeslaaBoligtyper 'Foreslå boligtyper'
                UserTask_AnvisBolig 'Anvis boligen' [bolig, taskDate permanent-bolig-maal]
                Gateway_TagerFamilienImodBoligen 'Tager familien imod?'
                --> Flow_TagerFamilienImodBoligen_Ja 'Ja'
                UserTask_RegistrerIndflytning 'Registrér indflytning' [borgerservice, taskDate permanent-bolig-maal]
                ServiceTask_RegistrerPermanentBolig 'Registrér permanent bolig'
                    asks registrerPermanentBolig {boligforslag=Almen bolig, Privat lejebolig, Ældrebolig (tomplads)}
                EndEvent_FamilieBorPermanent 'Familie bor permanent'
                """);
    }

    @Test
    void a_dwelling_that_is_permanent_already_is_only_registered() {
        start("boligErPermanent", "ja");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Ja 'Ja'
                ServiceTask_MeldBoligpligtenOpfyldt 'Meld boligpligten opfyldt'
                    asks registrerPligtOpfyldt {pligtOpfyldtDato=2016-07-01, pligter=permanent-bolig,permanent-bolig-maal}
                ServiceTask_RegistrerPermanentBolig 'Registrér permanent bolig'
                    asks registrerPermanentBolig {boligforslag=null}
                EndEvent_FamilieBorPermanent 'Familie bor permanent'
                """);
    }

    @Test
    void a_search_without_result_goes_on_later() {
        start("boligErPermanent", "nej");
        complete("UserTask_FindPermanentBolig", "boligFundet", "nej");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Nej 'Nej'
                EndEvent_SoegningFortsaetter 'Søgning fortsætter'
                """);
    }

    @Test
    void a_refused_dwelling_is_followed_by_a_new_search() {
        start("boligErPermanent", "nej");
        complete("UserTask_FindPermanentBolig", "boligFundet", "ja");
        complete("UserTask_AnvisBolig", "boligAccepteret", "nej");
        complete("UserTask_FindPermanentBolig", "boligFundet", "ja");
        complete("UserTask_AnvisBolig", "boligAccepteret", "ja");
        complete("UserTask_RegistrerIndflytning");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Ja 'Ja'
                RuleTask_ForeslaaBoligtyper 'Foreslå boligtyper'
                UserTask_AnvisBolig 'Anvis boligen' [bolig, taskDate permanent-bolig-maal]
                Gateway_TagerFamilienImodBoligen 'Tager familien imod?'
                --> Flow_TagerFamilienImodBoligen_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Ja 'Ja'
                RuleTask_ForeslaaBoligtyper 'Foreslå boligtyper'
                UserTask_AnvisBolig 'Anvis boligen' [bolig, taskDate permanent-bolig-maal]
                Gateway_TagerFamilienImodBoligen 'Tager familien imod?'
                --> Flow_TagerFamilienImodBoligen_Ja 'Ja'
                UserTask_RegistrerIndflytning 'Registrér indflytning' [borgerservice, taskDate permanent-bolig-maal]
                ServiceTask_RegistrerPermanentBolig 'Registrér permanent bolig'
                    asks registrerPermanentBolig {boligforslag=Almen bolig, Privat lejebolig, Ældrebolig (tomplads)}
                EndEvent_FamilieBorPermanent 'Familie bor permanent'
                """);
    }

    @Test
    void an_unaccompanied_minor_is_proposed_the_special_kind_of_home() {
        start("boligErPermanent", "nej", "spor", "uledsaget", "antalPersoner", 1);
        complete("UserTask_FindPermanentBolig", "boligFundet", "ja");
        complete("UserTask_AnvisBolig", "boligAccepteret", "ja");
        complete("UserTask_RegistrerIndflytning");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Ja 'Ja'
                RuleTask_ForeslaaBoligtyper 'Foreslå boligtyper'
                UserTask_AnvisBolig 'Anvis boligen' [bolig, taskDate permanent-bolig-maal]
                Gateway_TagerFamilienImodBoligen 'Tager familien imod?'
                --> Flow_TagerFamilienImodBoligen_Ja 'Ja'
                UserTask_RegistrerIndflytning 'Registrér indflytning' [borgerservice, taskDate permanent-bolig-maal]
                ServiceTask_RegistrerPermanentBolig 'Registrér permanent bolig'
                    asks registrerPermanentBolig {boligforslag=Særligt botilbud for uledsagede unge}
                EndEvent_FamilieBorPermanent 'Familie bor permanent'
                """);
    }

    @Test
    void a_dwelling_goal_that_passes_is_reported_and_the_search_goes_on() {
        start("boligErPermanent", "nej");
        fire("Timer_BoligmaalUdloebet", "dueDate permanent-bolig-maal");
        complete("UserTask_FindPermanentBolig", "boligFundet", "nej");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Timer_BoligmaalUdloebet 'Boligmål udløbet'
                EndEvent_FindPermanentBoligFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=permanent-bolig-maal}
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Nej 'Nej'
                EndEvent_SoegningFortsaetter 'Søgning fortsætter'
                """);
    }

    /** Stands in for the bean {@code sagen}; public, as expressions reach nothing else. */
    public static final class Case {

        public String ankomstdato(DelegateExecution execution) {
            return "2016-07-01";
        }
    }
}
