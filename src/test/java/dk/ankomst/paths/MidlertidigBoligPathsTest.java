package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code midlertidig-bolig}. */
class MidlertidigBoligPathsTest extends PathTest {

    private final HousingDoubles register = new HousingDoubles();

    MidlertidigBoligPathsTest() {
        super("midlertidig-bolig");
    }

    @BeforeEach
    void services() {
        register.waitsForConsent = false;
        register.waitsForDispensation = false;
        register.permanent = true;
        register.canMoveIn = true;
        bean("boligregistret", register);
        service("registrerFlytning", "indflytningsdato");
        service("frigivBolig", "frigivelsesgrund");
    }

    @Test
    void a_temporary_dwelling_is_found_and_moved_into() {
        start();
        complete("UserTask_FindMidlertidigBolig", "midlertidigBoligFundet", "ja", "naboerInformeres", "nej");
        complete("UserTask_FlytFamilienInd", "indflytningsdato", "2016-08-01");

        walked("""
                StartEvent_MidlertidigBoligSoeges 'Midlertidig bolig søges'
                UserTask_FindMidlertidigBolig 'Find midlertidig bolig' [bolig, taskDate boligopgave]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Ja 'Ja'
                Gateway_HvadKraeverBoligen 'Hvad kræver boligen?'
                --> Flow_HvadKraeverBoligen_Intetmere 'Intet mere'
                Gateway_KravOpfyldt
                Gateway_KanFamilienFlytteInd 'Kan familien flytte ind?'
                --> Flow_KanFamilienFlytteInd_Ja 'Ja'
                UserTask_FlytFamilienInd 'Flyt familien ind' [bolig, taskDate boligopgave]
                ServiceTask_RegistrerFlytning 'Registrér flytningen'
                    asks registrerFlytning {indflytningsdato=2016-08-01}
                EndEvent_FamilieBorMidlertidigt 'Familie bor midlertidigt'
                """);
    }

    @Test
    void none_is_found() {
        start();
        complete("UserTask_FindMidlertidigBolig", "midlertidigBoligFundet", "nej");

        walked("""
                StartEvent_MidlertidigBoligSoeges 'Midlertidig bolig søges'
                UserTask_FindMidlertidigBolig 'Find midlertidig bolig' [bolig, taskDate boligopgave]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Nej 'Nej'
                EndEvent_IngenBoligFundet 'Ingen bolig fundet'
                """);
    }

    @Test
    void a_converted_property_waits_for_its_dispensation_and_the_neighbours_are_told() {
        register.waitsForDispensation = true;
        start();
        complete("UserTask_FindMidlertidigBolig", "midlertidigBoligFundet", "ja", "naboerInformeres", "ja");
        ends("midlertidig-dispensation");
        ends("nabohoering");
        complete("UserTask_FlytFamilienInd", "indflytningsdato", "2016-08-01");

        walked("""
                StartEvent_MidlertidigBoligSoeges 'Midlertidig bolig søges'
                UserTask_FindMidlertidigBolig 'Find midlertidig bolig' [bolig, taskDate boligopgave]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Ja 'Ja'
                Gateway_HvadKraeverBoligen 'Hvad kræver boligen?'
                --> Flow_HvadKraeverBoligen_Dispensation 'Dispensation'
                CallActivity_Dispensation 'Få dispensation'
                    calls midlertidig-dispensation {fase=null}
                --> Flow_HvadKraeverBoligen_Naboerinformeres 'Naboer informeres'
                CallActivity_Nabohoering 'Informér naboerne'
                    calls nabohoering {fase=null}
                Gateway_KravOpfyldt
                Gateway_KravOpfyldt
                Gateway_KanFamilienFlytteInd 'Kan familien flytte ind?'
                --> Flow_KanFamilienFlytteInd_Ja 'Ja'
                UserTask_FlytFamilienInd 'Flyt familien ind' [bolig, taskDate boligopgave]
                ServiceTask_RegistrerFlytning 'Registrér flytningen'
                    asks registrerFlytning {indflytningsdato=2016-08-01}
                EndEvent_FamilieBorMidlertidigt 'Familie bor midlertidigt'
                """);
    }

    @Test
    void a_property_that_gets_no_dispensation_is_free_again() {
        register.waitsForDispensation = true;
        register.canMoveIn = false;
        start();
        complete("UserTask_FindMidlertidigBolig", "midlertidigBoligFundet", "ja", "naboerInformeres", "nej");
        ends("midlertidig-dispensation");

        walked("""
                StartEvent_MidlertidigBoligSoeges 'Midlertidig bolig søges'
                UserTask_FindMidlertidigBolig 'Find midlertidig bolig' [bolig, taskDate boligopgave]
                Gateway_ErBoligenFundet 'Er boligen fundet?'
                --> Flow_ErBoligenFundet_Ja 'Ja'
                Gateway_HvadKraeverBoligen 'Hvad kræver boligen?'
                --> Flow_HvadKraeverBoligen_Dispensation 'Dispensation'
                CallActivity_Dispensation 'Få dispensation'
                    calls midlertidig-dispensation {fase=null}
                Gateway_KravOpfyldt
                Gateway_KanFamilienFlytteInd 'Kan familien flytte ind?'
                --> Flow_KanFamilienFlytteInd_Nej 'Nej'
                ServiceTask_FrigivBoligen 'Frigiv boligen'
                    asks frigivBolig {frigivelsesgrund=Boligen blev ikke godkendt.}
                EndEvent_BoligFrigivet 'Bolig frigivet'
                """);
    }
}
