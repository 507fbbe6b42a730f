package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code frivilligindsats}. */
class FrivilligindsatsPathsTest extends PathTest {

    FrivilligindsatsPathsTest() {
        super("frivilligindsats");
    }

    @BeforeEach
    void services() {
        agreesOnDates("aftaltDato");
    }

    private void wants(String contactFamily, String association) {
        start(
                "kontaktfamilieSvar",
                contactFamily,
                "foreningSvar",
                association,
                "naesteTilbudDato",
                "2016-05-01",
                "fase",
                "modtagelsesperiode");
    }

    @Test
    void a_contact_family_and_visits_go_side_by_side() {
        wants("ja", "ja");
        complete("UserTask_ArrangerSnusebesoeg", "besoegSvar", "aftalt", "naesteBesoegDato", "2016-04-02");
        complete("UserTask_FoelgOpPaaBesoeg", "oenskesFlereBesoeg", "nej");
        ends("kontaktfamilie");

        walked("""
                StartEvent_IndsatsAftalt 'Indsats aftalt'
                Gateway_HvadOenskerFamilien 'Hvad ønsker familien?'
                --> Flow_HvadOenskerFamilien_Kontaktfamilie 'Kontaktfamilie'
                CallActivity_Kontaktfamilie 'Find og følg kontaktfamilie'
                    calls kontaktfamilie {fase=modtagelsesperiode, soegepligt=frivilligindsats}
                --> Flow_HvadOenskerFamilien_Forening 'Forening'
                UserTask_ArrangerSnusebesoeg 'Arrangér besøg i forening' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_ErBesoegAftalt 'Er et besøg aftalt?'
                --> Flow_ErBesoegAftalt_Ja 'Ja'
                ServiceTask_RegistrerBesoeg 'Registrér besøgsdatoen'
                    asks registrerAftaltDato {aftaltDato=2016-04-02}
                UserTask_FoelgOpPaaBesoeg 'Følg op på besøget' [frivilligkoordinator, taskDate foreningsbesoeg-2016-04-02]
                Gateway_OenskesFlereBesoeg 'Ønskes flere besøg?'
                --> Flow_OenskesFlereBesoeg_Nej 'Nej'
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                EndEvent_IndsatsAfsluttet 'Indsats afsluttet'
                """);
    }

    @Test
    void more_visits_are_arranged_until_there_are_no_more() {
        wants("nej", "ja");
        complete("UserTask_ArrangerSnusebesoeg", "besoegSvar", "aftalt", "naesteBesoegDato", "2016-04-02");
        complete("UserTask_FoelgOpPaaBesoeg", "oenskesFlereBesoeg", "ja");
        complete("UserTask_ArrangerSnusebesoeg", "besoegSvar", "ingen");

        walked("""
                StartEvent_IndsatsAftalt 'Indsats aftalt'
                Gateway_HvadOenskerFamilien 'Hvad ønsker familien?'
                --> Flow_HvadOenskerFamilien_Forening 'Forening'
                UserTask_ArrangerSnusebesoeg 'Arrangér besøg i forening' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_ErBesoegAftalt 'Er et besøg aftalt?'
                --> Flow_ErBesoegAftalt_Ja 'Ja'
                ServiceTask_RegistrerBesoeg 'Registrér besøgsdatoen'
                    asks registrerAftaltDato {aftaltDato=2016-04-02}
                UserTask_FoelgOpPaaBesoeg 'Følg op på besøget' [frivilligkoordinator, taskDate foreningsbesoeg-2016-04-02]
                Gateway_OenskesFlereBesoeg 'Ønskes flere besøg?'
                --> Flow_OenskesFlereBesoeg_Ja 'Ja'
                UserTask_ArrangerSnusebesoeg 'Arrangér besøg i forening' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_ErBesoegAftalt 'Er et besøg aftalt?'
                --> Flow_ErBesoegAftalt_Nej 'Nej'
                Gateway_IndsatserSamlet
                EndEvent_IndsatsAfsluttet 'Indsats afsluttet'
                """);
    }

    @Test
    void a_family_that_hesitates_is_asked_again_on_the_agreed_date() {
        wants("senere", "nej");
        fire("Event_TidTilNytTilbud", "agreedDate kontaktfamilietilbud-2016-05-01");
        ends("frivilligtilbud");

        walked("""
                StartEvent_IndsatsAftalt 'Indsats aftalt'
                Gateway_HvadOenskerFamilien 'Hvad ønsker familien?'
                --> Flow_HvadOenskerFamilien_Senere 'Senere'
                ServiceTask_RegistrerNytTilbud 'Registrér dato for tilbud'
                    asks registrerAftaltDato {aftaltDato=2016-05-01}
                Event_TidTilNytTilbud 'Tid til nyt tilbud'
                CallActivity_Frivilligtilbud 'Giv tilbuddet igen'
                    calls frivilligtilbud {fase=modtagelsesperiode, tilbudsaftale=kontaktfamilietilbud-2016-05-01, tilbudspligt=kontaktfamilietilbud-2016-05-01}
                Gateway_IndsatserSamlet
                EndEvent_IndsatsAfsluttet 'Indsats afsluttet'
                """);
    }
}
