package dk.ankomst.paths;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code boligplacering}. */
class BoligplaceringPathsTest extends PathTest {

    private final HousingDoubles register = new HousingDoubles();

    BoligplaceringPathsTest() {
        super("boligplacering");
    }

    @BeforeEach
    void services() {
        register.waitsForConsent = false;
        register.waitsForDispensation = false;
        register.permanent = true;
        register.canMoveIn = true;
        bean("boligregistret", register);
        bean("sagen", new Case());
        service("meldFristbrud", "pligt");
        service("registrerPligtOpfyldt", "pligter", "pligtOpfyldtDato");
        service("registrerPermanentBolig", "boligforslag");
    }

    @Test
    void a_permanent_dwelling_is_found_and_moved_into() {
        start("boligErPermanent", "nej");
        complete("UserTask_FindPermanentBolig", "boligFundet", "ja");
        ends("boligtilbud", "boligAccepteret", "ja", "boligforslag", "Almen bolig");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Ja 'Ja'
                CallActivity_Boligtilbud 'Tilbyd familien boligen'
                    calls boligtilbud {boligFundet=ja, fase=null}
                Gateway_TagerFamilienImodBoligen 'Fik familien boligen?'
                --> Flow_TagerFamilienImodBoligen_Ja 'Ja'
                ServiceTask_RegistrerPermanentBolig 'Registrér permanent bolig'
                    asks registrerPermanentBolig {boligforslag=Almen bolig}
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
                    asks registrerPligtOpfyldt {pligtOpfyldtDato=2016-07-01, pligter=permanent-bolig,permanent-bolig-maal,permanent-bolig-tredje-aar}
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
    void a_dwelling_that_the_family_does_not_get_is_followed_by_a_new_search() {
        start("boligErPermanent", "nej");
        complete("UserTask_FindPermanentBolig", "boligFundet", "ja");
        ends("boligtilbud", "boligAccepteret", "nej");
        complete("UserTask_FindPermanentBolig", "boligFundet", "ja");
        ends("boligtilbud", "boligAccepteret", "ja", "boligforslag", "Almen bolig");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Ja 'Ja'
                CallActivity_Boligtilbud 'Tilbyd familien boligen'
                    calls boligtilbud {boligFundet=ja, fase=null}
                Gateway_TagerFamilienImodBoligen 'Fik familien boligen?'
                --> Flow_TagerFamilienImodBoligen_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Ja 'Ja'
                CallActivity_Boligtilbud 'Tilbyd familien boligen'
                    calls boligtilbud {boligFundet=ja, fase=null}
                Gateway_TagerFamilienImodBoligen 'Fik familien boligen?'
                --> Flow_TagerFamilienImodBoligen_Ja 'Ja'
                ServiceTask_RegistrerPermanentBolig 'Registrér permanent bolig'
                    asks registrerPermanentBolig {boligforslag=Almen bolig}
                EndEvent_FamilieBorPermanent 'Familie bor permanent'
                """);
    }

    @Test
    void the_search_goes_on_while_the_family_moves_to_another_temporary_dwelling() {
        start("boligErPermanent", "nej");
        complete("UserTask_FindPermanentBolig", "boligFundet", "midlertidig");
        ends("midlertidig-bolig");
        complete("UserTask_FindPermanentBolig", "boligFundet", "nej");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Midlertidig 'Midlertidig'
                CallActivity_MidlertidigBolig 'Find midlertidig bolig'
                    calls midlertidig-bolig {fase=null}
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Nej 'Nej'
                EndEvent_SoegningFortsaetter 'Søgning fortsætter'
                """);
    }

    @Test
    void a_long_wait_is_reported_and_the_search_goes_on() {
        start("boligErPermanent", "nej");
        fire("Timer_BoligmaalUdloebet", "dueDate permanent-bolig-maal");
        fire("Timer_TredjeAarSlutter", "dueDate permanent-bolig-tredje-aar");
        complete("UserTask_FindPermanentBolig", "boligFundet", "nej");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Timer_BoligmaalUdloebet 'Boligmål udløbet'
                EndEvent_FindPermanentBoligFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=permanent-bolig-maal}
                Timer_TredjeAarSlutter 'Tredje år slutter'
                EndEvent_TredjeAarMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=permanent-bolig-tredje-aar}
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Nej 'Nej'
                EndEvent_SoegningFortsaetter 'Søgning fortsætter'
                """);
    }

    @Test
    void a_stay_in_a_through_flow_dwelling_that_has_lasted_too_long_is_reported() {
        start("boligErPermanent", "nej");
        fire("Timer_GennemgangsboligUdloebet", "dueDate gennemgangsbolig-2016-09-01");
        complete("UserTask_FindPermanentBolig", "boligFundet", "nej");

        walked("""
                StartEvent_FamilieHarBolig 'Familie har bolig'
                Gateway_ErBoligenPermanent 'Er boligen permanent?'
                --> Flow_ErBoligenPermanent_Nej 'Nej'
                UserTask_FindPermanentBolig 'Find permanent bolig' [bolig, taskDate permanent-bolig-maal]
                Timer_GennemgangsboligUdloebet 'Gennemgangsbolig udløbet'
                EndEvent_GennemgangsboligMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=gennemgangsbolig-2016-09-01}
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
