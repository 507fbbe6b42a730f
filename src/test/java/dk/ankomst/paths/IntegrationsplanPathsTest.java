package dk.ankomst.paths;

import dk.ankomst.workflow.CoordinationInModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code integrationsplan}. */
class IntegrationsplanPathsTest extends PathTest {

    IntegrationsplanPathsTest() {
        super("integrationsplan");
    }

    @BeforeEach
    void services() {
        bean("planen", new CoordinationInModels.Plan());
        agreesOnDates("aftaltDato", "indkaldte");
        planWithEfforts("jobcenter,skole");
    }

    @Test
    void the_efforts_are_carried_out_and_the_plan_is_closed_at_the_follow_up() {
        start();
        complete("UserTask_UdarbejdIntegrationsplan", "opfoelgningDato", "2016-06-01");
        completeEach("UserTask_GennemfoerIndsats", 2);
        fire("Event_TidTilOpfoelgning", "agreedDate planopfoelgning-2016-06-01");
        complete("UserTask_HoldOpfoelgningsmoede", "planAfsluttes", "ja");

        walked("""
                StartEvent_PlanAccepteret 'Plan accepteret'
                UserTask_UdarbejdIntegrationsplan 'Udarbejd integrationsplan' [koordinator, taskDate modtagelsesperiode-slut]
                ServiceTask_RegistrerIndsatser 'Registrér indsatser'
                    asks registrerIndsatser
                Gateway_IndsatserOgOpfoelgning
                Gateway_ErDerAftaltIndsatser 'Er der aftalt indsatser?'
                --> Flow_ErDerAftaltIndsatser_Ja 'Ja'
                UserTask_GennemfoerIndsats 'Gennemfør indsats' [jobcenter, taskDate indsats-jobcenter]
                UserTask_GennemfoerIndsats 'Gennemfør indsats' [skole, taskDate indsats-skole]
                Event_TidTilOpfoelgning 'Tid til opfølgning'
                Gateway_IndsatserAfsluttet
                Gateway_IndsatserOgOpfoelgningSamlet
                UserTask_HoldOpfoelgningsmoede 'Hold opfølgningsmøde' [koordinator, taskDate planopfoelgning-2016-06-01]
                Gateway_AfsluttesPlanen 'Afsluttes planen?'
                --> Flow_AfsluttesPlanen_Ja 'Ja'
                Gateway_IndsatserOgOpfoelgningSamlet
                EndEvent_PlanAfsluttet 'Plan afsluttet'
                """);
    }

    @Test
    void a_plan_without_efforts_is_still_followed_up() {
        planWithEfforts("");
        start();
        complete("UserTask_UdarbejdIntegrationsplan", "opfoelgningDato", "2016-06-01");
        fire("Event_TidTilOpfoelgning", "agreedDate planopfoelgning-2016-06-01");
        complete("UserTask_HoldOpfoelgningsmoede", "planAfsluttes", "ja");

        walked("""
                StartEvent_PlanAccepteret 'Plan accepteret'
                UserTask_UdarbejdIntegrationsplan 'Udarbejd integrationsplan' [koordinator, taskDate modtagelsesperiode-slut]
                ServiceTask_RegistrerIndsatser 'Registrér indsatser'
                    asks registrerIndsatser
                Gateway_IndsatserOgOpfoelgning
                Gateway_ErDerAftaltIndsatser 'Er der aftalt indsatser?'
                --> Flow_ErDerAftaltIndsatser_Nej 'Nej'
                Gateway_IndsatserAfsluttet
                Event_TidTilOpfoelgning 'Tid til opfølgning'
                Gateway_IndsatserOgOpfoelgningSamlet
                UserTask_HoldOpfoelgningsmoede 'Hold opfølgningsmøde' [koordinator, taskDate planopfoelgning-2016-06-01]
                Gateway_AfsluttesPlanen 'Afsluttes planen?'
                --> Flow_AfsluttesPlanen_Ja 'Ja'
                Gateway_IndsatserOgOpfoelgningSamlet
                EndEvent_PlanAfsluttet 'Plan afsluttet'
                """);
    }

    @Test
    void a_plan_that_is_not_done_is_followed_up_again() {
        start();
        complete("UserTask_UdarbejdIntegrationsplan", "opfoelgningDato", "2016-06-01");
        fire("Event_TidTilOpfoelgning", "agreedDate planopfoelgning-2016-06-01");
        complete("UserTask_HoldOpfoelgningsmoede", "planAfsluttes", "nej", "naesteOpfoelgningDato", "2016-09-01");
        completeEach("UserTask_GennemfoerIndsats", 2);
        fire("Event_TidTilOpfoelgning", "agreedDate planopfoelgning-2016-09-01");
        complete("UserTask_HoldOpfoelgningsmoede", "planAfsluttes", "ja");

        walked("""
                StartEvent_PlanAccepteret 'Plan accepteret'
                UserTask_UdarbejdIntegrationsplan 'Udarbejd integrationsplan' [koordinator, taskDate modtagelsesperiode-slut]
                ServiceTask_RegistrerIndsatser 'Registrér indsatser'
                    asks registrerIndsatser
                Gateway_IndsatserOgOpfoelgning
                Gateway_ErDerAftaltIndsatser 'Er der aftalt indsatser?'
                --> Flow_ErDerAftaltIndsatser_Ja 'Ja'
                UserTask_GennemfoerIndsats 'Gennemfør indsats' [jobcenter, taskDate indsats-jobcenter]
                UserTask_GennemfoerIndsats 'Gennemfør indsats' [skole, taskDate indsats-skole]
                Event_TidTilOpfoelgning 'Tid til opfølgning'
                UserTask_HoldOpfoelgningsmoede 'Hold opfølgningsmøde' [koordinator, taskDate planopfoelgning-2016-06-01]
                Gateway_AfsluttesPlanen 'Afsluttes planen?'
                --> Flow_AfsluttesPlanen_Nej 'Nej'
                ServiceTask_RegistrerNaesteOpfoelgning 'Registrér næste opfølgning'
                    asks registrerAftaltDato {aftaltDato=2016-09-01, indkaldte=jobcenter,skole,koordinator}
                Event_TidTilOpfoelgning 'Tid til opfølgning'
                Gateway_IndsatserAfsluttet
                Gateway_IndsatserOgOpfoelgningSamlet
                UserTask_HoldOpfoelgningsmoede 'Hold opfølgningsmøde' [koordinator, taskDate planopfoelgning-2016-09-01]
                Gateway_AfsluttesPlanen 'Afsluttes planen?'
                --> Flow_AfsluttesPlanen_Ja 'Ja'
                Gateway_IndsatserOgOpfoelgningSamlet
                EndEvent_PlanAfsluttet 'Plan afsluttet'
                """);
    }

    private void planWithEfforts(String efforts) {
        service("registrerIndsatser", execution -> {
            execution.setVariable("indsatser", efforts);
            execution.setVariableLocal("aftaltPligt", "planopfoelgning-2016-06-01");
        });
    }
}
