package dk.ankomst.paths;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code ankomst}. */
class AnkomstPathsTest extends PathTest {

    AnkomstPathsTest() {
        super("ankomst");
    }

    @BeforeEach
    void services() {
        service("meldFristbrud", "pligt");
        bean("noterCprRegistrering", (TaskListener) task -> write("asks noterCprRegistrering"));
        service("registrerPligtOpfyldt", "pligter");
    }

    @Test
    void the_family_is_received_on_the_first_day_and_introduced_on_the_following() {
        start();
        complete("UserTask_ModtagFamilien");
        complete("UserTask_RegistrerICpr");
        complete("UserTask_UdbetalFoersteYdelse");
        complete("UserTask_VisBoligen");
        complete("UserTask_IntroducerLokalomraadet");
        complete("UserTask_HjaelpMedKonto");

        walked("""
                StartEvent_FoersteDagBegyndt 'Første dag begyndt'
                Gateway_FoersteDag
                UserTask_ModtagFamilien 'Modtag familien' [koordinator, taskDate ankomstdag]
                UserTask_RegistrerICpr 'Registrér i CPR' [borgerservice, taskDate cpr-registrering]
                UserTask_UdbetalFoersteYdelse 'Udbetal den første ydelse' [ydelse, taskDate ankomstdag]
                UserTask_VisBoligen 'Vis boligen frem' [bolig, taskDate ankomstdag]
                Gateway_FoersteDagSlut
                    asks noterCprRegistrering
                Gateway_FoersteDagSlut
                Gateway_FoersteDagSlut
                Gateway_FoersteDagSlut
                ServiceTask_MeldFoersteDagGennemfoert 'Meld første dag gennemført'
                    asks registrerPligtOpfyldt {pligter=ankomstdag}
                Gateway_FoelgendeDage
                UserTask_IntroducerLokalomraadet 'Introducér lokalområdet' [koordinator, taskDate foelgende-dage]
                UserTask_HjaelpMedKonto 'Hjælp med konto og MitID' [borgerservice, taskDate foelgende-dage]
                Gateway_FoelgendeDageSlut
                Gateway_FoelgendeDageSlut
                ServiceTask_MeldFoelgendeDageGennemfoert 'Meld følgende dage gennemført'
                    asks registrerPligtOpfyldt {pligter=foelgende-dage}
                EndEvent_FamilieModtaget 'Familie modtaget'
                """);
    }

    @Test
    void a_registration_that_is_late_is_reported_and_still_done() {
        start();
        complete("UserTask_ModtagFamilien");
        complete("UserTask_UdbetalFoersteYdelse");
        complete("UserTask_VisBoligen");
        fire("Timer_CprFristUdloebet", "dueDate cpr-registrering");
        complete("UserTask_RegistrerICpr");
        complete("UserTask_IntroducerLokalomraadet");
        complete("UserTask_HjaelpMedKonto");

        walked("""
                StartEvent_FoersteDagBegyndt 'Første dag begyndt'
                Gateway_FoersteDag
                UserTask_ModtagFamilien 'Modtag familien' [koordinator, taskDate ankomstdag]
                UserTask_RegistrerICpr 'Registrér i CPR' [borgerservice, taskDate cpr-registrering]
                UserTask_UdbetalFoersteYdelse 'Udbetal den første ydelse' [ydelse, taskDate ankomstdag]
                UserTask_VisBoligen 'Vis boligen frem' [bolig, taskDate ankomstdag]
                Gateway_FoersteDagSlut
                Gateway_FoersteDagSlut
                Gateway_FoersteDagSlut
                Timer_CprFristUdloebet 'CPR-frist udløbet'
                EndEvent_RegistrerICprFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=cpr-registrering}
                    asks noterCprRegistrering
                Gateway_FoersteDagSlut
                ServiceTask_MeldFoersteDagGennemfoert 'Meld første dag gennemført'
                    asks registrerPligtOpfyldt {pligter=ankomstdag}
                Gateway_FoelgendeDage
                UserTask_IntroducerLokalomraadet 'Introducér lokalområdet' [koordinator, taskDate foelgende-dage]
                UserTask_HjaelpMedKonto 'Hjælp med konto og MitID' [borgerservice, taskDate foelgende-dage]
                Gateway_FoelgendeDageSlut
                Gateway_FoelgendeDageSlut
                ServiceTask_MeldFoelgendeDageGennemfoert 'Meld følgende dage gennemført'
                    asks registrerPligtOpfyldt {pligter=foelgende-dage}
                EndEvent_FamilieModtaget 'Familie modtaget'
                """);
    }
}
