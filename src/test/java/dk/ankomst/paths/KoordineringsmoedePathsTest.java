package dk.ankomst.paths;

import dk.ankomst.workflow.CoordinationInModels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code koordineringsmoede}. */
class KoordineringsmoedePathsTest extends PathTest {

    KoordineringsmoedePathsTest() {
        super("koordineringsmoede");
    }

    @BeforeEach
    void services() {
        bean("moedet", new CoordinationInModels.Meeting());
        agreesOnDates("indkaldte");
        service("meldFristbrud", "pligt");
        service("meldPlanAftalt", "sagsnummer");
        service("ladPligtBortfalde", "pligter", "bortfaldsaarsag");
    }

    @Test
    void the_departments_meet_and_the_family_wants_a_plan() {
        start();
        complete("UserTask_IndkaldTilMoedet", "moedeDato", "2016-03-15");
        completeEach("UserTask_ForberedMoedet", 5);
        complete("UserTask_HoldKoordineringsmoede", "sammensatteBehov", "ja", "antalAktoererMedIndsats", 0);
        complete("UserTask_TilbydIntegrationsplan", "oenskerIntegrationsplan", "ja");

        walked("""
                StartEvent_MoedeSkalHoldes 'Møde skal holdes'
                RuleTask_VaelgMoededeltagere 'Vælg mødedeltagere'
                UserTask_IndkaldTilMoedet 'Indkald til mødet' [koordinator, taskDate koordineringsmoede]
                ServiceTask_RegistrerMoedet 'Registrér mødet'
                    asks registrerAftaltDato {indkaldte=jobcenter,ydelse,skole,boern-familie,sprogcenter,koordinator}
                UserTask_ForberedMoedet 'Forbered mødet' [jobcenter, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [ydelse, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [skole, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [boern-familie, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [sprogcenter, taskDate koordineringsmoede-2016-03-15]
                UserTask_HoldKoordineringsmoede 'Hold koordineringsmøde' [koordinator, taskDate koordineringsmoede-2016-03-15]
                RuleTask_BestemTvaerfagligtBehov 'Bestem tværfagligt behov'
                Gateway_SkalIntegrationsplanTilbydes 'Skal plan tilbydes?'
                --> Flow_SkalIntegrationsplanTilbydes_Ja 'Ja'
                UserTask_TilbydIntegrationsplan 'Tilbyd integrationsplan' [koordinator, taskDate integrationsplan]
                Gateway_OenskerFamilienPlanen 'Ønsker familien planen?'
                --> Flow_OenskerFamilienPlanen_Ja 'Ja'
                EndEvent_PlanAftalt 'Plan aftalt'
                    asks meldPlanAftalt {sagsnummer=2016-00001}
                """);
    }

    @Test
    void several_efforts_call_for_a_plan_which_the_family_may_refuse() {
        start();
        complete("UserTask_IndkaldTilMoedet", "moedeDato", "2016-03-15");
        completeEach("UserTask_ForberedMoedet", 5);
        complete("UserTask_HoldKoordineringsmoede", "sammensatteBehov", "nej", "antalAktoererMedIndsats", 2);
        complete("UserTask_TilbydIntegrationsplan", "oenskerIntegrationsplan", "nej");

        walked("""
                StartEvent_MoedeSkalHoldes 'Møde skal holdes'
                RuleTask_VaelgMoededeltagere 'Vælg mødedeltagere'
                UserTask_IndkaldTilMoedet 'Indkald til mødet' [koordinator, taskDate koordineringsmoede]
                ServiceTask_RegistrerMoedet 'Registrér mødet'
                    asks registrerAftaltDato {indkaldte=jobcenter,ydelse,skole,boern-familie,sprogcenter,koordinator}
                UserTask_ForberedMoedet 'Forbered mødet' [jobcenter, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [ydelse, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [skole, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [boern-familie, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [sprogcenter, taskDate koordineringsmoede-2016-03-15]
                UserTask_HoldKoordineringsmoede 'Hold koordineringsmøde' [koordinator, taskDate koordineringsmoede-2016-03-15]
                RuleTask_BestemTvaerfagligtBehov 'Bestem tværfagligt behov'
                Gateway_SkalIntegrationsplanTilbydes 'Skal plan tilbydes?'
                --> Flow_SkalIntegrationsplanTilbydes_Ja 'Ja'
                UserTask_TilbydIntegrationsplan 'Tilbyd integrationsplan' [koordinator, taskDate integrationsplan]
                Gateway_OenskerFamilienPlanen 'Ønsker familien planen?'
                --> Flow_OenskerFamilienPlanen_Nej 'Nej'
                EndEvent_PlanAfslaaet 'Plan afslået'
                """);
    }

    @Test
    void without_composite_needs_the_duty_to_offer_a_plan_lapses() {
        start();
        complete("UserTask_IndkaldTilMoedet", "moedeDato", "2016-03-15");
        completeEach("UserTask_ForberedMoedet", 5);
        complete("UserTask_HoldKoordineringsmoede", "sammensatteBehov", "nej", "antalAktoererMedIndsats", 1);

        walked("""
                StartEvent_MoedeSkalHoldes 'Møde skal holdes'
                RuleTask_VaelgMoededeltagere 'Vælg mødedeltagere'
                UserTask_IndkaldTilMoedet 'Indkald til mødet' [koordinator, taskDate koordineringsmoede]
                ServiceTask_RegistrerMoedet 'Registrér mødet'
                    asks registrerAftaltDato {indkaldte=jobcenter,ydelse,skole,boern-familie,sprogcenter,koordinator}
                UserTask_ForberedMoedet 'Forbered mødet' [jobcenter, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [ydelse, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [skole, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [boern-familie, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [sprogcenter, taskDate koordineringsmoede-2016-03-15]
                UserTask_HoldKoordineringsmoede 'Hold koordineringsmøde' [koordinator, taskDate koordineringsmoede-2016-03-15]
                RuleTask_BestemTvaerfagligtBehov 'Bestem tværfagligt behov'
                Gateway_SkalIntegrationsplanTilbydes 'Skal plan tilbydes?'
                --> Flow_SkalIntegrationsplanTilbydes_Nej 'Nej'
                ServiceTask_RegistrerIntetPlanbehov 'Registrér intet behov'
                    asks ladPligtBortfalde {bortfaldsaarsag=Koordineringsmødet har vurderet, at familien ikke har behov for en integrationsplan, pligter=integrationsplan,opfoelgningsmoede}
                EndEvent_IntetBehovForPlan 'Intet behov for plan'
                """);
    }

    @Test
    void for_an_unaccompanied_minor_with_a_special_need_other_departments_meet() {
        family.specialNeed = true;
        family.schoolChildren = 0;
        start("spor", "uledsaget", "antalVoksne", 0, "antalBoern", 1, "antalPersoner", 1);
        complete("UserTask_IndkaldTilMoedet", "moedeDato", "2016-03-15");
        completeEach("UserTask_ForberedMoedet", 3);
        complete("UserTask_HoldKoordineringsmoede", "sammensatteBehov", "nej", "antalAktoererMedIndsats", 0);

        walked("""
                StartEvent_MoedeSkalHoldes 'Møde skal holdes'
                RuleTask_VaelgMoededeltagere 'Vælg mødedeltagere'
                UserTask_IndkaldTilMoedet 'Indkald til mødet' [koordinator, taskDate koordineringsmoede]
                ServiceTask_RegistrerMoedet 'Registrér mødet'
                    asks registrerAftaltDato {indkaldte=boern-familie,social-handicap,sundhed,koordinator}
                UserTask_ForberedMoedet 'Forbered mødet' [boern-familie, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [social-handicap, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [sundhed, taskDate koordineringsmoede-2016-03-15]
                UserTask_HoldKoordineringsmoede 'Hold koordineringsmøde' [koordinator, taskDate koordineringsmoede-2016-03-15]
                RuleTask_BestemTvaerfagligtBehov 'Bestem tværfagligt behov'
                Gateway_SkalIntegrationsplanTilbydes 'Skal plan tilbydes?'
                --> Flow_SkalIntegrationsplanTilbydes_Nej 'Nej'
                ServiceTask_RegistrerIntetPlanbehov 'Registrér intet behov'
                    asks ladPligtBortfalde {bortfaldsaarsag=Koordineringsmødet har vurderet, at familien ikke har behov for en integrationsplan, pligter=integrationsplan,opfoelgningsmoede}
                EndEvent_IntetBehovForPlan 'Intet behov for plan'
                """);
    }

    @Test
    void where_nobody_but_the_coordinator_takes_part_the_meeting_is_held_all_the_same() {
        family.schoolChildren = 0;
        start("antalVoksne", 0, "antalBoern", 0, "antalPersoner", 0);
        complete("UserTask_IndkaldTilMoedet", "moedeDato", "2016-03-15");
        complete("UserTask_HoldKoordineringsmoede", "sammensatteBehov", "nej", "antalAktoererMedIndsats", 0);

        walked("""
                StartEvent_MoedeSkalHoldes 'Møde skal holdes'
                RuleTask_VaelgMoededeltagere 'Vælg mødedeltagere'
                UserTask_IndkaldTilMoedet 'Indkald til mødet' [koordinator, taskDate koordineringsmoede]
                ServiceTask_RegistrerMoedet 'Registrér mødet'
                    asks registrerAftaltDato {indkaldte=,koordinator}
                UserTask_HoldKoordineringsmoede 'Hold koordineringsmøde' [koordinator, taskDate koordineringsmoede-2016-03-15]
                RuleTask_BestemTvaerfagligtBehov 'Bestem tværfagligt behov'
                Gateway_SkalIntegrationsplanTilbydes 'Skal plan tilbydes?'
                --> Flow_SkalIntegrationsplanTilbydes_Nej 'Nej'
                ServiceTask_RegistrerIntetPlanbehov 'Registrér intet behov'
                    asks ladPligtBortfalde {bortfaldsaarsag=Koordineringsmødet har vurderet, at familien ikke har behov for en integrationsplan, pligter=integrationsplan,opfoelgningsmoede}
                EndEvent_IntetBehovForPlan 'Intet behov for plan'
                """);
    }

    @Test
    void an_offer_that_is_late_is_reported_and_still_made() {
        start();
        complete("UserTask_IndkaldTilMoedet", "moedeDato", "2016-03-15");
        completeEach("UserTask_ForberedMoedet", 5);
        complete("UserTask_HoldKoordineringsmoede", "sammensatteBehov", "ja", "antalAktoererMedIndsats", 0);
        fire("StartEvent_PlanfristUdloebet", "dueDate integrationsplan");
        complete("UserTask_TilbydIntegrationsplan", "oenskerIntegrationsplan", "nej");

        walked("""
                StartEvent_MoedeSkalHoldes 'Møde skal holdes'
                RuleTask_VaelgMoededeltagere 'Vælg mødedeltagere'
                UserTask_IndkaldTilMoedet 'Indkald til mødet' [koordinator, taskDate koordineringsmoede]
                ServiceTask_RegistrerMoedet 'Registrér mødet'
                    asks registrerAftaltDato {indkaldte=jobcenter,ydelse,skole,boern-familie,sprogcenter,koordinator}
                UserTask_ForberedMoedet 'Forbered mødet' [jobcenter, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [ydelse, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [skole, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [boern-familie, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [sprogcenter, taskDate koordineringsmoede-2016-03-15]
                UserTask_HoldKoordineringsmoede 'Hold koordineringsmøde' [koordinator, taskDate koordineringsmoede-2016-03-15]
                RuleTask_BestemTvaerfagligtBehov 'Bestem tværfagligt behov'
                Gateway_SkalIntegrationsplanTilbydes 'Skal plan tilbydes?'
                --> Flow_SkalIntegrationsplanTilbydes_Ja 'Ja'
                UserTask_TilbydIntegrationsplan 'Tilbyd integrationsplan' [koordinator, taskDate integrationsplan]
                SubProcess_PlanfristUdloebet 'Planfrist udløbet'
                StartEvent_PlanfristUdloebet 'Planfrist udløbet'
                EndEvent_PlanFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=integrationsplan}
                Gateway_OenskerFamilienPlanen 'Ønsker familien planen?'
                --> Flow_OenskerFamilienPlanen_Nej 'Nej'
                EndEvent_PlanAfslaaet 'Plan afslået'
                """);
    }

    @Test
    void a_meeting_that_comes_after_the_date_of_the_plan_is_reported_and_still_held() {
        start();
        fire("StartEvent_PlanfristUdloebet", "dueDate integrationsplan");
        complete("UserTask_IndkaldTilMoedet", "moedeDato", "2016-03-15");
        completeEach("UserTask_ForberedMoedet", 5);
        complete("UserTask_HoldKoordineringsmoede", "sammensatteBehov", "nej", "antalAktoererMedIndsats", 1);

        walked("""
                StartEvent_MoedeSkalHoldes 'Møde skal holdes'
                RuleTask_VaelgMoededeltagere 'Vælg mødedeltagere'
                UserTask_IndkaldTilMoedet 'Indkald til mødet' [koordinator, taskDate koordineringsmoede]
                SubProcess_PlanfristUdloebet 'Planfrist udløbet'
                StartEvent_PlanfristUdloebet 'Planfrist udløbet'
                EndEvent_PlanFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=integrationsplan}
                ServiceTask_RegistrerMoedet 'Registrér mødet'
                    asks registrerAftaltDato {indkaldte=jobcenter,ydelse,skole,boern-familie,sprogcenter,koordinator}
                UserTask_ForberedMoedet 'Forbered mødet' [jobcenter, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [ydelse, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [skole, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [boern-familie, taskDate koordineringsmoede-2016-03-15]
                UserTask_ForberedMoedet 'Forbered mødet' [sprogcenter, taskDate koordineringsmoede-2016-03-15]
                UserTask_HoldKoordineringsmoede 'Hold koordineringsmøde' [koordinator, taskDate koordineringsmoede-2016-03-15]
                RuleTask_BestemTvaerfagligtBehov 'Bestem tværfagligt behov'
                Gateway_SkalIntegrationsplanTilbydes 'Skal plan tilbydes?'
                --> Flow_SkalIntegrationsplanTilbydes_Nej 'Nej'
                ServiceTask_RegistrerIntetPlanbehov 'Registrér intet behov'
                    asks ladPligtBortfalde {bortfaldsaarsag=Koordineringsmødet har vurderet, at familien ikke har behov for en integrationsplan, pligter=integrationsplan,opfoelgningsmoede}
                EndEvent_IntetBehovForPlan 'Intet behov for plan'
                """);
    }
}
