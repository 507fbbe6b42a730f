package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code integrationsforloeb}. */
class IntegrationsforloebPathsTest extends PathTest {

    IntegrationsforloebPathsTest() {
        super("integrationsforloeb");
    }

    @BeforeEach
    void services() {
        service("meldFristbrud", "pligt");
        service(
                "registrerForloebUdfald",
                execution -> execution.setVariable("forloebUdfald", execution.getVariable("udfald")),
                "udfald");
        agreesOnDates("aftaltDato", "indkaldtOpgave");
    }

    @Test
    void the_family_supports_itself_and_the_case_is_ended() {
        start("fase", "integrationsforloeb", "samtalepligt", "opfoelgningssamtale");
        family.permanentDwelling = true;
        ends("boligplacering");
        complete("UserTask_HoldOpfoelgningssamtale", "aftalesNaesteSamtale", "nej");
        complete("UserTask_FoelgModSelvforsoergelse", "forloebUdfald", "Selvforsørgende");
        complete("UserTask_AfslutSagen");

        walked("""
                StartEvent_IntegrationsforloebBegyndt 'Integrationsforløb begyndt'
                Gateway_FoelgFamilien
                UserTask_FoelgModSelvforsoergelse 'Følg mod selvforsørgelse' [jobcenter, taskDate program-slut]
                UserTask_HoldOpfoelgningssamtale 'Hold opfølgningssamtale' [jobcenter, taskDate opfoelgningssamtale]
                Gateway_ManglerPermanentBolig 'Mangler familien permanent bolig?'
                --> Flow_ManglerPermanentBolig_Ja 'Ja'
                CallActivity_FortsatBoligplacering 'Find permanent bolig'
                    calls boligplacering {boligErPermanent=nej, fase=integrationsforloeb}
                Gateway_ManglerPermanentBolig 'Mangler familien permanent bolig?'
                --> Flow_ManglerPermanentBolig_Nej 'Nej'
                EndEvent_FamilieBorPermanent 'Familie bor permanent'
                Gateway_AftalesNaesteSamtale 'Aftales en ny samtale?'
                --> Flow_AftalesNaesteSamtale_Nej 'Nej'
                Gateway_ErLovensSamtalerHoldt 'Er lovens samtaler holdt?'
                --> Flow_ErLovensSamtalerHoldt_Ja 'Ja'
                EndEvent_SamtalerAfsluttet 'Samtaler afsluttet'
                Gateway_ForloebSlut
                UserTask_AfslutSagen 'Afslut sagen' [koordinator, taskDate sagsafslutning]
                EndEvent_IntegrationsforloebAfsluttet 'Integrationsforløb afsluttet'
                """);
    }

    @Test
    void a_family_in_a_permanent_dwelling_needs_no_search() {
        family.permanentDwelling = true;
        start("fase", "integrationsforloeb", "samtalepligt", "opfoelgningssamtale");
        complete("UserTask_HoldOpfoelgningssamtale", "aftalesNaesteSamtale", "nej");
        complete("UserTask_FoelgModSelvforsoergelse", "forloebUdfald", "Selvforsørgende");
        complete("UserTask_AfslutSagen");

        walked("""
                StartEvent_IntegrationsforloebBegyndt 'Integrationsforløb begyndt'
                Gateway_FoelgFamilien
                UserTask_FoelgModSelvforsoergelse 'Følg mod selvforsørgelse' [jobcenter, taskDate program-slut]
                UserTask_HoldOpfoelgningssamtale 'Hold opfølgningssamtale' [jobcenter, taskDate opfoelgningssamtale]
                Gateway_ManglerPermanentBolig 'Mangler familien permanent bolig?'
                --> Flow_ManglerPermanentBolig_Nej 'Nej'
                EndEvent_FamilieBorPermanent 'Familie bor permanent'
                Gateway_AftalesNaesteSamtale 'Aftales en ny samtale?'
                --> Flow_AftalesNaesteSamtale_Nej 'Nej'
                Gateway_ErLovensSamtalerHoldt 'Er lovens samtaler holdt?'
                --> Flow_ErLovensSamtalerHoldt_Ja 'Ja'
                EndEvent_SamtalerAfsluttet 'Samtaler afsluttet'
                Gateway_ForloebSlut
                UserTask_AfslutSagen 'Afslut sagen' [koordinator, taskDate sagsafslutning]
                EndEvent_IntegrationsforloebAfsluttet 'Integrationsforløb afsluttet'
                """);
    }

    @Test
    void one_talk_follows_the_other() {
        family.permanentDwelling = true;
        start("fase", "integrationsforloeb", "samtalepligt", "opfoelgningssamtale");
        complete("UserTask_HoldOpfoelgningssamtale", "aftalesNaesteSamtale", "ja", "naesteSamtaleDato", "2016-06-01");
        fire("Timer_AftaltSamtalePasseret", "dueDate opfoelgningssamtale-2016-06-01");
        complete("UserTask_HoldOpfoelgningssamtale", "aftalesNaesteSamtale", "nej");
        complete("UserTask_FoelgModSelvforsoergelse", "forloebUdfald", "Selvforsørgende");
        complete("UserTask_AfslutSagen");

        walked("""
                StartEvent_IntegrationsforloebBegyndt 'Integrationsforløb begyndt'
                Gateway_FoelgFamilien
                UserTask_FoelgModSelvforsoergelse 'Følg mod selvforsørgelse' [jobcenter, taskDate program-slut]
                UserTask_HoldOpfoelgningssamtale 'Hold opfølgningssamtale' [jobcenter, taskDate opfoelgningssamtale]
                Gateway_ManglerPermanentBolig 'Mangler familien permanent bolig?'
                --> Flow_ManglerPermanentBolig_Nej 'Nej'
                EndEvent_FamilieBorPermanent 'Familie bor permanent'
                Gateway_AftalesNaesteSamtale 'Aftales en ny samtale?'
                --> Flow_AftalesNaesteSamtale_Ja 'Ja'
                ServiceTask_RegistrerNaesteSamtale 'Registrér næste samtale'
                    asks registrerAftaltDato {aftaltDato=2016-06-01, indkaldtOpgave=UserTask_HoldOpfoelgningssamtale}
                UserTask_HoldOpfoelgningssamtale 'Hold opfølgningssamtale' [jobcenter, taskDate opfoelgningssamtale-2016-06-01]
                Timer_AftaltSamtalePasseret 'Aftalt samtale passeret'
                EndEvent_AftalebrudMeldt 'Aftalebrud meldt'
                    asks meldFristbrud {pligt=opfoelgningssamtale-2016-06-01}
                Gateway_AftalesNaesteSamtale 'Aftales en ny samtale?'
                --> Flow_AftalesNaesteSamtale_Nej 'Nej'
                Gateway_ErLovensSamtalerHoldt 'Er lovens samtaler holdt?'
                --> Flow_ErLovensSamtalerHoldt_Ja 'Ja'
                EndEvent_SamtalerAfsluttet 'Samtaler afsluttet'
                Gateway_ForloebSlut
                UserTask_AfslutSagen 'Afslut sagen' [koordinator, taskDate sagsafslutning]
                EndEvent_IntegrationsforloebAfsluttet 'Integrationsforløb afsluttet'
                """);
    }

    @Test
    void a_talk_that_is_late_is_reported_and_still_held() {
        family.permanentDwelling = true;
        start("fase", "integrationsforloeb", "samtalepligt", "opfoelgningssamtale");
        fire("Timer_OpfoelgningsfristUdloebet", "dueDate opfoelgningssamtale");
        complete("UserTask_HoldOpfoelgningssamtale", "aftalesNaesteSamtale", "nej");
        complete("UserTask_FoelgModSelvforsoergelse", "forloebUdfald", "Selvforsørgende");
        complete("UserTask_AfslutSagen");

        walked("""
                StartEvent_IntegrationsforloebBegyndt 'Integrationsforløb begyndt'
                Gateway_FoelgFamilien
                UserTask_FoelgModSelvforsoergelse 'Følg mod selvforsørgelse' [jobcenter, taskDate program-slut]
                UserTask_HoldOpfoelgningssamtale 'Hold opfølgningssamtale' [jobcenter, taskDate opfoelgningssamtale]
                Gateway_ManglerPermanentBolig 'Mangler familien permanent bolig?'
                --> Flow_ManglerPermanentBolig_Nej 'Nej'
                EndEvent_FamilieBorPermanent 'Familie bor permanent'
                Timer_OpfoelgningsfristUdloebet 'Opfølgningsfrist udløbet'
                EndEvent_HoldOpfoelgningssamtaleFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=opfoelgningssamtale}
                Gateway_AftalesNaesteSamtale 'Aftales en ny samtale?'
                --> Flow_AftalesNaesteSamtale_Nej 'Nej'
                Gateway_ErLovensSamtalerHoldt 'Er lovens samtaler holdt?'
                --> Flow_ErLovensSamtalerHoldt_Ja 'Ja'
                EndEvent_SamtalerAfsluttet 'Samtaler afsluttet'
                Gateway_ForloebSlut
                UserTask_AfslutSagen 'Afslut sagen' [koordinator, taskDate sagsafslutning]
                EndEvent_IntegrationsforloebAfsluttet 'Integrationsforløb afsluttet'
                """);
    }

    @Test
    void talks_that_the_law_still_asks_for_come_again_by_the_law_s_date_though_none_was_agreed() {
        family.permanentDwelling = true;
        deadlines.isOwed("opfoelgningssamtale");
        start("fase", "integrationsforloeb", "samtalepligt", "opfoelgningssamtale");
        complete("UserTask_HoldOpfoelgningssamtale", "aftalesNaesteSamtale", "ja", "naesteSamtaleDato", "2024-06-01");
        complete("UserTask_HoldOpfoelgningssamtale", "aftalesNaesteSamtale", "nej");
        deadlines.isNoLongerOwed("opfoelgningssamtale");
        complete("UserTask_HoldOpfoelgningssamtale", "aftalesNaesteSamtale", "nej");
        complete("UserTask_FoelgModSelvforsoergelse", "forloebUdfald", "Selvforsørgende");
        complete("UserTask_AfslutSagen");

        walked("""
                StartEvent_IntegrationsforloebBegyndt 'Integrationsforløb begyndt'
                Gateway_FoelgFamilien
                UserTask_FoelgModSelvforsoergelse 'Følg mod selvforsørgelse' [jobcenter, taskDate program-slut]
                UserTask_HoldOpfoelgningssamtale 'Hold opfølgningssamtale' [jobcenter, taskDate opfoelgningssamtale]
                Gateway_ManglerPermanentBolig 'Mangler familien permanent bolig?'
                --> Flow_ManglerPermanentBolig_Nej 'Nej'
                EndEvent_FamilieBorPermanent 'Familie bor permanent'
                Gateway_AftalesNaesteSamtale 'Aftales en ny samtale?'
                --> Flow_AftalesNaesteSamtale_Ja 'Ja'
                ServiceTask_RegistrerNaesteSamtale 'Registrér næste samtale'
                    asks registrerAftaltDato {aftaltDato=2024-06-01, indkaldtOpgave=UserTask_HoldOpfoelgningssamtale}
                UserTask_HoldOpfoelgningssamtale 'Hold opfølgningssamtale' [jobcenter, taskDate opfoelgningssamtale-2024-06-01]
                Gateway_AftalesNaesteSamtale 'Aftales en ny samtale?'
                --> Flow_AftalesNaesteSamtale_Nej 'Nej'
                Gateway_ErLovensSamtalerHoldt 'Er lovens samtaler holdt?'
                --> Flow_ErLovensSamtalerHoldt_Nej 'Nej'
                UserTask_HoldOpfoelgningssamtale 'Hold opfølgningssamtale' [jobcenter, taskDate opfoelgningssamtale]
                Gateway_AftalesNaesteSamtale 'Aftales en ny samtale?'
                --> Flow_AftalesNaesteSamtale_Nej 'Nej'
                Gateway_ErLovensSamtalerHoldt 'Er lovens samtaler holdt?'
                --> Flow_ErLovensSamtalerHoldt_Ja 'Ja'
                EndEvent_SamtalerAfsluttet 'Samtaler afsluttet'
                Gateway_ForloebSlut
                UserTask_AfslutSagen 'Afslut sagen' [koordinator, taskDate sagsafslutning]
                EndEvent_IntegrationsforloebAfsluttet 'Integrationsforløb afsluttet'
                """);
    }

    @Test
    void the_end_of_the_programme_ends_everything_that_is_still_open() {
        start("fase", "integrationsforloeb", "samtalepligt", "opfoelgningssamtale");
        fire("Timer_ProgramperiodeUdloebet", "dueDate program-slut");
        complete("UserTask_AfslutSagen");

        walked("""
                StartEvent_IntegrationsforloebBegyndt 'Integrationsforløb begyndt'
                Gateway_FoelgFamilien
                UserTask_FoelgModSelvforsoergelse 'Følg mod selvforsørgelse' [jobcenter, taskDate program-slut]
                UserTask_HoldOpfoelgningssamtale 'Hold opfølgningssamtale' [jobcenter, taskDate opfoelgningssamtale]
                Gateway_ManglerPermanentBolig 'Mangler familien permanent bolig?'
                --> Flow_ManglerPermanentBolig_Ja 'Ja'
                CallActivity_FortsatBoligplacering 'Find permanent bolig'
                    calls boligplacering {boligErPermanent=nej, fase=integrationsforloeb}
                Timer_ProgramperiodeUdloebet 'Programperiode udløbet'
                ServiceTask_RegistrerPeriodenUdloebet 'Registrér perioden udløbet'
                    asks registrerForloebUdfald {udfald=Programperioden er udløbet}
                Gateway_ForloebSlut
                UserTask_AfslutSagen 'Afslut sagen' [koordinator, taskDate sagsafslutning]
                EndEvent_IntegrationsforloebAfsluttet 'Integrationsforløb afsluttet'
                """);
    }
}
