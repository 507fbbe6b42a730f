package dk.ankomst.paths;

import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code modtagelse}. */
class ModtagelsePathsTest extends PathTest {

    /** In order; a case never goes back, though the handover may begin after the arrival. */
    private static final List<String> PHASES =
            List.of("forberedelse", "overdragelse", "ankomst", "modtagelsesperiode", "integrationsforloeb");

    ModtagelsePathsTest() {
        super("modtagelse");
    }

    @BeforeEach
    void services() {
        bean("saetFase", (ExecutionListener) execution -> {
            Object phase = execution.getVariable("fase");
            Object reached = execution.getProcessInstance().getVariable("fase");
            if (PHASES.indexOf(phase) > PHASES.indexOf(reached)) {
                execution.getProcessInstance().setVariable("fase", phase);
            }
            write("asks saetFase {fase=" + phase + "}");
        });
        service("beregnFrister", execution -> execution.setVariable("retsdato", "2016-03-01"), "spor");
        service("genberegnFrister", "sagsnummer");
        service("registrerAnkomst", execution -> execution.getProcessInstance().setVariable("erAnkommet", true));
        service("registrerTilkomst", "personId");
        service("registrerAfgang", "personId");
        service("ladFristerBortfalde", "bortfaldsaarsag");
        service("lukSag", "lukkeaarsag");
        service("registrerOvertagelse");
        service("meldPasseredeFrister", "undtagelser");
    }

    @Test
    void a_family_from_an_asylum_centre_goes_through_all_phases() {
        startsWithVisitation();
        ends("forberedelse");
        ends("overdragelse");
        receives("familie-ankommet");
        ends("ankomst");
        ends("modtagelsesperiode");
        ends("integrationsforloeb", "forloebUdfald", "Selvforsørgende");

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                CallActivity_Overdragelse 'Gennemfør overdragelsen'
                    asks saetFase {fase=overdragelse}
                    calls overdragelse {fase=overdragelse}
                EndEvent_FamilieOverdraget 'Familie overdraget'
                SubProcess_FamilieAnkommet 'Familie ankommet'
                StartEvent_FamilieAnkommet 'Ankomst meldt'
                ServiceTask_RegistrerAnkomst 'Registrér ankomsten'
                    asks registrerAnkomst
                EndEvent_AnkomstRegistreret 'Ankomst registreret'
                CallActivity_Ankomst 'Modtag familien'
                    asks saetFase {fase=ankomst}
                    calls ankomst {fase=ankomst}
                CallActivity_Modtagelsesperiode 'Gennemfør modtagelsesperioden'
                    asks saetFase {fase=modtagelsesperiode}
                    calls modtagelsesperiode {fase=modtagelsesperiode, retsdato=2016-03-01}
                CallActivity_Integrationsforloeb 'Gennemfør integrationsforløbet'
                    asks saetFase {fase=integrationsforloeb}
                    calls integrationsforloeb {fase=integrationsforloeb, samtalepligt=opfoelgningssamtale}
                ServiceTask_LukSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Selvforsørgende}
                EndEvent_SagAfsluttet 'Sag afsluttet'
                """);
    }

    @Test
    void a_family_that_arrives_early_is_received_while_the_preparation_goes_on_until_the_case_ends() {
        startsWithVisitation();
        receives("familie-ankommet");
        ends("ankomst");
        ends("modtagelsesperiode");
        ends("integrationsforloeb", "forloebUdfald", "Selvforsørgende");

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_FamilieAnkommet 'Familie ankommet'
                StartEvent_FamilieAnkommet 'Ankomst meldt'
                ServiceTask_RegistrerAnkomst 'Registrér ankomsten'
                    asks registrerAnkomst
                EndEvent_AnkomstRegistreret 'Ankomst registreret'
                CallActivity_Ankomst 'Modtag familien'
                    asks saetFase {fase=ankomst}
                    calls ankomst {fase=ankomst}
                CallActivity_Modtagelsesperiode 'Gennemfør modtagelsesperioden'
                    asks saetFase {fase=modtagelsesperiode}
                    calls modtagelsesperiode {fase=modtagelsesperiode, retsdato=2016-03-01}
                CallActivity_Integrationsforloeb 'Gennemfør integrationsforløbet'
                    asks saetFase {fase=integrationsforloeb}
                    calls integrationsforloeb {fase=integrationsforloeb, samtalepligt=opfoelgningssamtale}
                ServiceTask_LukSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Selvforsørgende}
                EndEvent_SagAfsluttet 'Sag afsluttet'
                """);
    }

    @Test
    void a_family_that_is_here_already_is_received_at_once() {
        startBy(
                "visitation-modtaget",
                "erAnkommet",
                true,
                "erTolkesprogUkendt",
                false,
                "fase",
                "forberedelse",
                "opholdskategori",
                "kvoteflygtning",
                "oprindelse",
                "udlandet",
                "erUledsaget",
                false,
                "erTilflytter",
                false);
        ends("ankomst");
        ends("forberedelse");
        ends("overdragelse");
        receives("familiemedlem-tilfoejet", "personId", 4L, "personNr", "4", "erVoksen", true);
        ends("tilkomst");
        ends("modtagelsesperiode");
        ends("integrationsforloeb", "forloebUdfald", "Selvforsørgende");

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=kvote}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                CallActivity_Ankomst 'Modtag familien'
                    asks saetFase {fase=ankomst}
                    calls ankomst {fase=ankomst}
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                CallActivity_Modtagelsesperiode 'Gennemfør modtagelsesperioden'
                    asks saetFase {fase=modtagelsesperiode}
                    calls modtagelsesperiode {fase=modtagelsesperiode, retsdato=2016-03-01}
                CallActivity_Overdragelse 'Gennemfør overdragelsen'
                    asks saetFase {fase=overdragelse}
                    calls overdragelse {fase=overdragelse}
                EndEvent_FamilieOverdraget 'Familie overdraget'
                SubProcess_FamiliemedlemTilfoejet 'Familiemedlem tilføjet'
                StartEvent_FamiliemedlemTilfoejet 'Medlem tilføjet'
                ServiceTask_RegistrerTilkomst 'Registrér tilkomsten'
                    asks registrerTilkomst {personId=4}
                Gateway_ErModtagelsesperiodenBegyndt 'Er modtagelsesperioden begyndt?'
                --> Flow_ErModtagelsesperiodenBegyndt_Ja 'Ja'
                CallActivity_Tilkomst 'Gennemfør tilkomsten'
                    calls tilkomst {erVoksen=true, fase=modtagelsesperiode, personId=4, personNr=4, retsdato=2016-03-01}
                EndEvent_TilkomstGennemfoert 'Tilkomst gennemført'
                CallActivity_Integrationsforloeb 'Gennemfør integrationsforløbet'
                    asks saetFase {fase=integrationsforloeb}
                    calls integrationsforloeb {fase=integrationsforloeb, samtalepligt=opfoelgningssamtale}
                ServiceTask_LukSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Selvforsørgende}
                EndEvent_SagAfsluttet 'Sag afsluttet'
                """);
    }

    @Test
    void each_new_date_of_arrival_makes_the_deadlines_count_again() {
        startsWithVisitation();
        receives("ankomstdato-aendret");
        receives("ankomstdato-aendret");
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_AnkomstdatoAendret 'Ankomstdato ændret'
                StartEvent_AnkomstdatoAendret 'Ankomstdato ændret'
                ServiceTask_GenberegnFrister 'Genberegn fristerne'
                    asks genberegnFrister {sagsnummer=2016-00001}
                EndEvent_FristerGenberegnet 'Frister genberegnet'
                SubProcess_AnkomstdatoAendret 'Ankomstdato ændret'
                StartEvent_AnkomstdatoAendret 'Ankomstdato ændret'
                ServiceTask_GenberegnFrister 'Genberegn fristerne'
                    asks genberegnFrister {sagsnummer=2016-00001}
                EndEvent_FristerGenberegnet 'Frister genberegnet'
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    @Test
    void responsibility_passes_on_the_day_of_the_law_whatever_else_is_going_on() {
        startsWithVisitation();
        fire("Event_AnsvarOvertaget", "agreedDate overtagelse");
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                    asks registrerOvertagelse
                EndEvent_FamilieOverdraget 'Familie overdraget'
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    @Test
    void a_broken_deadline_is_assessed_beside_the_plan() {
        startsWithVisitation();
        receives("frist-brudt", "pligt", "helbredsvurdering-tilbud", "frist", "2016-03-01", "personId", 1L);
        receives("frist-brudt", "pligt", "integrationsplan", "frist", "2016-03-02");
        eachEnds("frist-overskredet", 2);
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_FristOverskredet 'Frist overskredet'
                StartEvent_FristBrudt 'Frist brudt'
                CallActivity_FristOverskredet 'Vurdér fristbruddet'
                    calls frist-overskredet {fase=forberedelse, frist=2016-03-01, personId=1, pligt=helbredsvurdering-tilbud}
                SubProcess_FristOverskredet 'Frist overskredet'
                StartEvent_FristBrudt 'Frist brudt'
                CallActivity_FristOverskredet 'Vurdér fristbruddet'
                    calls frist-overskredet {fase=forberedelse, frist=2016-03-02, personId=null, pligt=integrationsplan}
                EndEvent_FristbrudVurderet 'Fristbrud vurderet'
                EndEvent_FristbrudVurderet 'Fristbrud vurderet'
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    @Test
    void statutory_deadlines_are_watched_beside_the_plan_and_the_watch_goes_on() {
        startsWithVisitation();
        fire("Timer_LovfristPasseret", "nextPassing overtagelse");
        fire("Timer_LovfristPasseret", "nextPassing overtagelse");
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                ServiceTask_MeldPasseredeFrister 'Meld passerede frister'
                    asks meldPasseredeFrister {undtagelser=overtagelse}
                Timer_LovfristPasseret 'Lovfrist passeret'
                ServiceTask_MeldPasseredeFrister 'Meld passerede frister'
                    asks meldPasseredeFrister {undtagelser=overtagelse}
                Timer_LovfristPasseret 'Lovfrist passeret'
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    @Test
    void an_agreed_plan_lives_beside_the_phases() {
        startsWithVisitation();
        receives("integrationsplan-aftalt");
        ends("integrationsplan");
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_PlanAftalt 'Integrationsplan aftalt'
                StartEvent_PlanAftalt 'Plan aftalt'
                CallActivity_Integrationsplan 'Følg integrationsplanen'
                    calls integrationsplan {fase=forberedelse}
                EndEvent_PlanAfsluttet 'Plan afsluttet'
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    @Test
    void an_agreed_volunteer_effort_lives_beside_the_phases() {
        startsWithVisitation();
        receives(
                "frivilligindsats-aftalt",
                "kontaktfamilieSvar",
                "senere",
                "foreningSvar",
                "ja",
                "naesteTilbudDato",
                "2016-05-01");
        ends("frivilligindsats");
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_FrivilligindsatsAftalt 'Frivilligindsats aftalt'
                StartEvent_FrivilligindsatsAftalt 'Indsats aftalt'
                CallActivity_Frivilligindsats 'Følg frivilligindsatsen'
                    calls frivilligindsats {fase=forberedelse, foreningSvar=ja, kontaktfamilieSvar=senere, naesteTilbudDato=2016-05-01}
                EndEvent_FrivilligindsatsAfsluttet 'Indsats afsluttet'
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    @Test
    void a_member_who_joins_before_the_reception_period_comes_along_with_the_family() {
        startsWithVisitation();
        receives("familiemedlem-tilfoejet", "personId", 4L, "personNr", "4", "erVoksen", true);
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_FamiliemedlemTilfoejet 'Familiemedlem tilføjet'
                StartEvent_FamiliemedlemTilfoejet 'Medlem tilføjet'
                ServiceTask_RegistrerTilkomst 'Registrér tilkomsten'
                    asks registrerTilkomst {personId=4}
                Gateway_ErModtagelsesperiodenBegyndt 'Er modtagelsesperioden begyndt?'
                --> Flow_ErModtagelsesperiodenBegyndt_Nej 'Nej'
                EndEvent_MedlemKommerMed 'Medlem kommer med'
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    @Test
    void a_member_who_joins_in_the_reception_period_gets_offers_of_his_own() {
        startsWithVisitation();
        receives("familie-ankommet");
        ends("ankomst");
        receives("familiemedlem-tilfoejet", "personId", 4L, "personNr", "4", "erVoksen", true);
        ends("tilkomst");
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_FamilieAnkommet 'Familie ankommet'
                StartEvent_FamilieAnkommet 'Ankomst meldt'
                ServiceTask_RegistrerAnkomst 'Registrér ankomsten'
                    asks registrerAnkomst
                EndEvent_AnkomstRegistreret 'Ankomst registreret'
                CallActivity_Ankomst 'Modtag familien'
                    asks saetFase {fase=ankomst}
                    calls ankomst {fase=ankomst}
                CallActivity_Modtagelsesperiode 'Gennemfør modtagelsesperioden'
                    asks saetFase {fase=modtagelsesperiode}
                    calls modtagelsesperiode {fase=modtagelsesperiode, retsdato=2016-03-01}
                SubProcess_FamiliemedlemTilfoejet 'Familiemedlem tilføjet'
                StartEvent_FamiliemedlemTilfoejet 'Medlem tilføjet'
                ServiceTask_RegistrerTilkomst 'Registrér tilkomsten'
                    asks registrerTilkomst {personId=4}
                Gateway_ErModtagelsesperiodenBegyndt 'Er modtagelsesperioden begyndt?'
                --> Flow_ErModtagelsesperiodenBegyndt_Ja 'Ja'
                CallActivity_Tilkomst 'Gennemfør tilkomsten'
                    calls tilkomst {erVoksen=true, fase=modtagelsesperiode, personId=4, personNr=4, retsdato=2016-03-01}
                EndEvent_TilkomstGennemfoert 'Tilkomst gennemført'
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    @Test
    void a_member_who_joins_in_the_integration_course_gets_offers_of_his_own_too() {
        startsWithVisitation();
        receives("familie-ankommet");
        ends("ankomst");
        ends("modtagelsesperiode");
        receives("familiemedlem-tilfoejet", "personId", 4L, "personNr", "4", "erVoksen", false);
        ends("tilkomst");
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_FamilieAnkommet 'Familie ankommet'
                StartEvent_FamilieAnkommet 'Ankomst meldt'
                ServiceTask_RegistrerAnkomst 'Registrér ankomsten'
                    asks registrerAnkomst
                EndEvent_AnkomstRegistreret 'Ankomst registreret'
                CallActivity_Ankomst 'Modtag familien'
                    asks saetFase {fase=ankomst}
                    calls ankomst {fase=ankomst}
                CallActivity_Modtagelsesperiode 'Gennemfør modtagelsesperioden'
                    asks saetFase {fase=modtagelsesperiode}
                    calls modtagelsesperiode {fase=modtagelsesperiode, retsdato=2016-03-01}
                CallActivity_Integrationsforloeb 'Gennemfør integrationsforløbet'
                    asks saetFase {fase=integrationsforloeb}
                    calls integrationsforloeb {fase=integrationsforloeb, samtalepligt=opfoelgningssamtale}
                SubProcess_FamiliemedlemTilfoejet 'Familiemedlem tilføjet'
                StartEvent_FamiliemedlemTilfoejet 'Medlem tilføjet'
                ServiceTask_RegistrerTilkomst 'Registrér tilkomsten'
                    asks registrerTilkomst {personId=4}
                Gateway_ErModtagelsesperiodenBegyndt 'Er modtagelsesperioden begyndt?'
                --> Flow_ErModtagelsesperiodenBegyndt_Ja 'Ja'
                CallActivity_Tilkomst 'Gennemfør tilkomsten'
                    calls tilkomst {erVoksen=false, fase=integrationsforloeb, personId=4, personNr=4, retsdato=2016-03-01}
                EndEvent_TilkomstGennemfoert 'Tilkomst gennemført'
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    @Test
    void when_the_family_moves_away_all_stops_and_the_case_is_handed_over() {
        startsWithVisitation();
        receives("integrationsplan-aftalt");
        receives("familie-fraflyttet");
        complete("UserTask_OverdragSag");

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_PlanAftalt 'Integrationsplan aftalt'
                StartEvent_PlanAftalt 'Plan aftalt'
                CallActivity_Integrationsplan 'Følg integrationsplanen'
                    calls integrationsplan {fase=forberedelse}
                SubProcess_FamilieFraflyttet 'Familie fraflyttet'
                StartEvent_FamilieFraflyttet 'Familie fraflyttet'
                ServiceTask_StopFristerVedFraflytning 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Familien er flyttet til en anden kommune}
                UserTask_OverdragSag 'Overdrag sagen' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukFraflyttetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Fraflyttet}
                EndEvent_SagOverdraget 'Sag overdraget'
                """);
    }

    @Test
    void when_a_member_dies_or_leaves_somebody_follows_up_and_the_others_go_on() {
        startsWithVisitation();
        receives("familiemedlem-udgaaet", "personId", 4L);
        complete("UserTask_FoelgOpPaaAfgang");
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_FamiliemedlemUdgaaet 'Familiemedlem udgået'
                StartEvent_FamiliemedlemUdgaaet 'Medlem udgået'
                ServiceTask_RegistrerAfgang 'Registrér afgangen'
                    asks registrerAfgang {personId=4}
                UserTask_FoelgOpPaaAfgang 'Følg op på afgangen' [koordinator, taskDate afgang-opfoelgning]
                EndEvent_AfgangFulgtOp 'Afgang fulgt op'
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    @Test
    void when_the_permit_lapses_all_stops_and_the_case_is_closed() {
        startsWithVisitation();
        receives("familie-ankommet");
        permitLapses();

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                RuleTask_BestemModtagelsesspor 'Bestem modtagelsesspor'
                ServiceTask_BeregnFrister 'Beregn sagens frister'
                    asks beregnFrister {spor=asylcenter}
                Gateway_ForberedOgVent
                Timer_LovfristPasseret 'Lovfrist passeret'
                Event_FamilieAnkommet 'Familie ankommet'
                Event_AnsvarOvertaget 'Ansvar overtaget'
                CallActivity_Forberedelse 'Forbered modtagelsen'
                    asks saetFase {fase=forberedelse}
                    calls forberedelse {erTolkesprogUkendt=false, fase=forberedelse}
                SubProcess_FamilieAnkommet 'Familie ankommet'
                StartEvent_FamilieAnkommet 'Ankomst meldt'
                ServiceTask_RegistrerAnkomst 'Registrér ankomsten'
                    asks registrerAnkomst
                EndEvent_AnkomstRegistreret 'Ankomst registreret'
                CallActivity_Ankomst 'Modtag familien'
                    asks saetFase {fase=ankomst}
                    calls ankomst {fase=ankomst}
                SubProcess_OpholdBortfaldet 'Ophold bortfaldet'
                StartEvent_OpholdBortfaldet 'Ophold bortfaldet'
                ServiceTask_StopFristerVedBortfald 'Lad fristerne bortfalde'
                    asks ladFristerBortfalde {bortfaldsaarsag=Opholdsgrundlaget er bortfaldet}
                UserTask_AfslutIndsatser 'Afslut indsatserne' [koordinator, taskDate sagsoverdragelse]
                ServiceTask_LukBortfaldetSag 'Luk sagen'
                    asks lukSag {lukkeaarsag=Ophold bortfaldet}
                EndEvent_IndsatserAfsluttet 'Indsatser afsluttet'
                """);
    }

    private void startsWithVisitation() {
        startBy(
                "visitation-modtaget",
                "erAnkommet",
                false,
                "erTolkesprogUkendt",
                false,
                "fase",
                "forberedelse",
                "opholdskategori",
                "konventionsflygtning",
                "oprindelse",
                "opholdscenter",
                "erUledsaget",
                false,
                "erTilflytter",
                false);
    }

    private void permitLapses() {
        receives("ophold-bortfaldet");
        complete("UserTask_AfslutIndsatser");
    }
}
