package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code overdragelse}. */
class OverdragelsePathsTest extends PathTest {

    OverdragelsePathsTest() {
        super("overdragelse");
    }

    @BeforeEach
    void services() {
        service("registrerPligtOpfyldt", "pligter");
    }

    @Test
    void a_family_from_a_centre_is_handed_over() {
        start();
        complete("UserTask_AftalOverdragelse");
        complete("UserTask_HoldOverdragelsessamtale");
        complete("UserTask_ModtagOverdragelsesskema");

        walked("""
                StartEvent_OverdragelseBegyndt 'Overdragelse begyndt'
                Gateway_KommerFraCenter 'Kommer familien fra et center?'
                --> Flow_KommerFraCenter_Ja 'Ja'
                UserTask_AftalOverdragelse 'Aftal overdragelsen' [koordinator, taskDate overdragelse-klar]
                UserTask_HoldOverdragelsessamtale 'Hold overdragelsessamtale' [koordinator, taskDate overdragelse-klar]
                UserTask_ModtagOverdragelsesskema 'Modtag overdragelsesskemaet' [koordinator, taskDate overdragelse-klar]
                Gateway_OverdragelseSamlet
                ServiceTask_MeldOverdragelsenKlar 'Meld overdragelsen klar'
                    asks registrerPligtOpfyldt {pligter=overdragelse-klar}
                EndEvent_OverdragelseGennemfoert 'Overdragelse gennemført'
                """);
    }

    @Test
    void an_unaccompanied_minor_comes_from_a_centre_too() {
        start("spor", "uledsaget");
        complete("UserTask_AftalOverdragelse");
        complete("UserTask_HoldOverdragelsessamtale");
        complete("UserTask_ModtagOverdragelsesskema");

        walked("""
                StartEvent_OverdragelseBegyndt 'Overdragelse begyndt'
                Gateway_KommerFraCenter 'Kommer familien fra et center?'
                --> Flow_KommerFraCenter_Ja 'Ja'
                UserTask_AftalOverdragelse 'Aftal overdragelsen' [koordinator, taskDate overdragelse-klar]
                UserTask_HoldOverdragelsessamtale 'Hold overdragelsessamtale' [koordinator, taskDate overdragelse-klar]
                UserTask_ModtagOverdragelsesskema 'Modtag overdragelsesskemaet' [koordinator, taskDate overdragelse-klar]
                Gateway_OverdragelseSamlet
                ServiceTask_MeldOverdragelsenKlar 'Meld overdragelsen klar'
                    asks registrerPligtOpfyldt {pligter=overdragelse-klar}
                EndEvent_OverdragelseGennemfoert 'Overdragelse gennemført'
                """);
    }

    @Test
    void with_a_family_from_elsewhere_only_the_reception_is_agreed() {
        start("spor", "kvote");
        complete("UserTask_AftalModtagelse");

        walked("""
                StartEvent_OverdragelseBegyndt 'Overdragelse begyndt'
                Gateway_KommerFraCenter 'Kommer familien fra et center?'
                --> Flow_KommerFraCenter_Nej 'Nej'
                UserTask_AftalModtagelse 'Aftal modtagelsen' [koordinator, taskDate overdragelse-klar]
                Gateway_OverdragelseSamlet
                ServiceTask_MeldOverdragelsenKlar 'Meld overdragelsen klar'
                    asks registrerPligtOpfyldt {pligter=overdragelse-klar}
                EndEvent_OverdragelseGennemfoert 'Overdragelse gennemført'
                """);
    }
}
