package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code nabohoering}. */
class NabohoeringPathsTest extends PathTest {

    private final HousingDoubles register = new HousingDoubles();

    NabohoeringPathsTest() {
        super("nabohoering");
    }

    @BeforeEach
    void services() {
        register.waitsForConsent = false;
        register.waitsForDispensation = false;
        register.permanent = true;
        register.canMoveIn = true;
        bean("boligregistret", register);
        agreesOnDates("aftaltDato", "indkaldte");
    }

    @Test
    void neighbours_who_want_to_help_are_received() {
        start();
        complete("UserTask_PlanlaegNabomoede", "nabomoedeDato", "2016-08-10");
        complete("UserTask_HoldNabomoede", "nyeFrivillige", "ja");
        complete("UserTask_TagImodFrivillige");

        walked("""
                StartEvent_NaboerSkalInformeres 'Naboer skal informeres'
                UserTask_PlanlaegNabomoede 'Planlæg nabomødet' [bolig, taskDate boligopgave]
                ServiceTask_RegistrerNabomoedet 'Registrér mødet'
                    asks registrerAftaltDato {aftaltDato=2016-08-10, indkaldte=bolig,frivilligkoordinator}
                UserTask_HoldNabomoede 'Hold nabomødet' [bolig, taskDate nabomoede-2016-08-10]
                Gateway_VilNogenHjaelpe 'Vil nogen hjælpe?'
                --> Flow_VilNogenHjaelpe_Ja 'Ja'
                UserTask_TagImodFrivillige 'Tag imod frivillige' [frivilligkoordinator, taskDate boligopgave]
                EndEvent_NaboerInformeret 'Naboer informeret'
                """);
    }

    @Test
    void nobody_wants_to_help() {
        start();
        complete("UserTask_PlanlaegNabomoede", "nabomoedeDato", "2016-08-10");
        complete("UserTask_HoldNabomoede", "nyeFrivillige", "nej");

        walked("""
                StartEvent_NaboerSkalInformeres 'Naboer skal informeres'
                UserTask_PlanlaegNabomoede 'Planlæg nabomødet' [bolig, taskDate boligopgave]
                ServiceTask_RegistrerNabomoedet 'Registrér mødet'
                    asks registrerAftaltDato {aftaltDato=2016-08-10, indkaldte=bolig,frivilligkoordinator}
                UserTask_HoldNabomoede 'Hold nabomødet' [bolig, taskDate nabomoede-2016-08-10]
                Gateway_VilNogenHjaelpe 'Vil nogen hjælpe?'
                --> Flow_VilNogenHjaelpe_Nej 'Nej'
                EndEvent_IngenFrivillige 'Ingen frivillige meldt'
                """);
    }
}
