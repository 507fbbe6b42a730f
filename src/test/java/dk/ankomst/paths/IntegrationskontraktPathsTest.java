package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code integrationskontrakt}. */
class IntegrationskontraktPathsTest extends PathTest {

    IntegrationskontraktPathsTest() {
        super("integrationskontrakt");
    }

    @BeforeEach
    void services() {
        service("meldFristbrud", "pligt");
        service("ladPligtBortfalde", "pligter", "bortfaldsaarsag");
    }

    @Test
    void an_adult_signs_the_contract_and_gets_programme_and_work_offer() {
        start("personId", 1L);
        complete("UserTask_HoldKontraktsamtale", "vilIndgaaKontrakt", "ja");
        complete("UserTask_UnderskrivKontrakt");
        complete("UserTask_TilbydIntegrationsprogram");
        complete("UserTask_GivVirksomhedsrettetTilbud");

        walked("""
                StartEvent_VoksenSkalHaveKontrakt 'Voksen skal have kontrakt'
                Gateway_HvilkePligter 'Hvilke pligter gælder?'
                --> Flow_HvilkePligter_HoldKontraktsamtale 'Altid'
                UserTask_HoldKontraktsamtale 'Hold kontraktsamtale' [jobcenter, taskDate integrationskontrakt]
                --> Flow_HvilkePligter_TilbydIntegrationsprogram 'Altid'
                UserTask_TilbydIntegrationsprogram 'Tilbyd integrationsprogram' [jobcenter, taskDate integrationsprogram]
                --> Flow_HvilkePligter_GivVirksomhedsrettetTilbud 'Ved tilbudspligt'
                UserTask_GivVirksomhedsrettetTilbud 'Giv virksomhedsrettet tilbud' [jobcenter, taskDate virksomhedsrettet-tilbud]
                Gateway_VilPersonenIndgaaKontrakt 'Vil personen indgå kontrakt?'
                --> Flow_VilPersonenIndgaaKontrakt_Ja 'Ja'
                UserTask_UnderskrivKontrakt 'Underskriv kontrakt' [jobcenter, taskDate integrationskontrakt]
                Gateway_KontraktAfklaret
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                EndEvent_PligterBehandlet 'Pligter behandlet'
                """);
    }

    @Test
    void who_will_have_no_contract_still_gets_the_offers() {
        start("personId", 1L);
        complete("UserTask_HoldKontraktsamtale", "vilIndgaaKontrakt", "nej");
        complete("UserTask_TilbydIntegrationsprogram");
        complete("UserTask_GivVirksomhedsrettetTilbud");

        walked("""
                StartEvent_VoksenSkalHaveKontrakt 'Voksen skal have kontrakt'
                Gateway_HvilkePligter 'Hvilke pligter gælder?'
                --> Flow_HvilkePligter_HoldKontraktsamtale 'Altid'
                UserTask_HoldKontraktsamtale 'Hold kontraktsamtale' [jobcenter, taskDate integrationskontrakt]
                --> Flow_HvilkePligter_TilbydIntegrationsprogram 'Altid'
                UserTask_TilbydIntegrationsprogram 'Tilbyd integrationsprogram' [jobcenter, taskDate integrationsprogram]
                --> Flow_HvilkePligter_GivVirksomhedsrettetTilbud 'Ved tilbudspligt'
                UserTask_GivVirksomhedsrettetTilbud 'Giv virksomhedsrettet tilbud' [jobcenter, taskDate virksomhedsrettet-tilbud]
                Gateway_VilPersonenIndgaaKontrakt 'Vil personen indgå kontrakt?'
                --> Flow_VilPersonenIndgaaKontrakt_Nej 'Nej'
                ServiceTask_RegistrerKontraktafslag 'Registrér afslag'
                    asks ladPligtBortfalde {bortfaldsaarsag=Personen ønsker ikke at indgå kontrakt, pligter=integrationskontrakt}
                Gateway_KontraktAfklaret
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                EndEvent_PligterBehandlet 'Pligter behandlet'
                """);
    }

    @Test
    void where_the_law_knows_no_work_offer_none_is_given() {
        deadlines.doesNotApply("virksomhedsrettet-tilbud");
        start("personId", 1L);
        complete("UserTask_TilbydIntegrationsprogram");
        complete("UserTask_HoldKontraktsamtale", "vilIndgaaKontrakt", "ja");
        complete("UserTask_UnderskrivKontrakt");

        walked("""
                StartEvent_VoksenSkalHaveKontrakt 'Voksen skal have kontrakt'
                Gateway_HvilkePligter 'Hvilke pligter gælder?'
                --> Flow_HvilkePligter_HoldKontraktsamtale 'Altid'
                UserTask_HoldKontraktsamtale 'Hold kontraktsamtale' [jobcenter, taskDate integrationskontrakt]
                --> Flow_HvilkePligter_TilbydIntegrationsprogram 'Altid'
                UserTask_TilbydIntegrationsprogram 'Tilbyd integrationsprogram' [jobcenter, taskDate integrationsprogram]
                Gateway_PligterSamlet
                Gateway_VilPersonenIndgaaKontrakt 'Vil personen indgå kontrakt?'
                --> Flow_VilPersonenIndgaaKontrakt_Ja 'Ja'
                UserTask_UnderskrivKontrakt 'Underskriv kontrakt' [jobcenter, taskDate integrationskontrakt]
                Gateway_KontraktAfklaret
                Gateway_PligterSamlet
                EndEvent_PligterBehandlet 'Pligter behandlet'
                """);
    }

    @Test
    void a_talk_that_is_late_is_reported_and_still_held() {
        start("personId", 1L);
        fire("Timer_KontraktsamtaleFristUdloebet", "dueDate integrationskontrakt");
        complete("UserTask_HoldKontraktsamtale", "vilIndgaaKontrakt", "nej");
        complete("UserTask_TilbydIntegrationsprogram");
        complete("UserTask_GivVirksomhedsrettetTilbud");

        walked("""
                StartEvent_VoksenSkalHaveKontrakt 'Voksen skal have kontrakt'
                Gateway_HvilkePligter 'Hvilke pligter gælder?'
                --> Flow_HvilkePligter_HoldKontraktsamtale 'Altid'
                UserTask_HoldKontraktsamtale 'Hold kontraktsamtale' [jobcenter, taskDate integrationskontrakt]
                --> Flow_HvilkePligter_TilbydIntegrationsprogram 'Altid'
                UserTask_TilbydIntegrationsprogram 'Tilbyd integrationsprogram' [jobcenter, taskDate integrationsprogram]
                --> Flow_HvilkePligter_GivVirksomhedsrettetTilbud 'Ved tilbudspligt'
                UserTask_GivVirksomhedsrettetTilbud 'Giv virksomhedsrettet tilbud' [jobcenter, taskDate virksomhedsrettet-tilbud]
                Timer_KontraktsamtaleFristUdloebet 'Kontraktfrist udløbet'
                EndEvent_HoldKontraktsamtaleFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=integrationskontrakt}
                Gateway_VilPersonenIndgaaKontrakt 'Vil personen indgå kontrakt?'
                --> Flow_VilPersonenIndgaaKontrakt_Nej 'Nej'
                ServiceTask_RegistrerKontraktafslag 'Registrér afslag'
                    asks ladPligtBortfalde {bortfaldsaarsag=Personen ønsker ikke at indgå kontrakt, pligter=integrationskontrakt}
                Gateway_KontraktAfklaret
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                EndEvent_PligterBehandlet 'Pligter behandlet'
                """);
    }

    @Test
    void a_signature_that_is_late_is_reported_and_still_given() {
        start("personId", 1L);
        complete("UserTask_HoldKontraktsamtale", "vilIndgaaKontrakt", "ja");
        fire("Timer_KontraktfristUdloebet", "dueDate integrationskontrakt");
        complete("UserTask_UnderskrivKontrakt");
        complete("UserTask_TilbydIntegrationsprogram");
        complete("UserTask_GivVirksomhedsrettetTilbud");

        walked("""
                StartEvent_VoksenSkalHaveKontrakt 'Voksen skal have kontrakt'
                Gateway_HvilkePligter 'Hvilke pligter gælder?'
                --> Flow_HvilkePligter_HoldKontraktsamtale 'Altid'
                UserTask_HoldKontraktsamtale 'Hold kontraktsamtale' [jobcenter, taskDate integrationskontrakt]
                --> Flow_HvilkePligter_TilbydIntegrationsprogram 'Altid'
                UserTask_TilbydIntegrationsprogram 'Tilbyd integrationsprogram' [jobcenter, taskDate integrationsprogram]
                --> Flow_HvilkePligter_GivVirksomhedsrettetTilbud 'Ved tilbudspligt'
                UserTask_GivVirksomhedsrettetTilbud 'Giv virksomhedsrettet tilbud' [jobcenter, taskDate virksomhedsrettet-tilbud]
                Gateway_VilPersonenIndgaaKontrakt 'Vil personen indgå kontrakt?'
                --> Flow_VilPersonenIndgaaKontrakt_Ja 'Ja'
                UserTask_UnderskrivKontrakt 'Underskriv kontrakt' [jobcenter, taskDate integrationskontrakt]
                Timer_KontraktfristUdloebet 'Kontraktfrist udløbet'
                EndEvent_UnderskrivKontraktFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=integrationskontrakt}
                Gateway_KontraktAfklaret
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                EndEvent_PligterBehandlet 'Pligter behandlet'
                """);
    }

    @Test
    void a_programme_that_is_late_is_reported_and_still_offered() {
        start("personId", 1L);
        complete("UserTask_HoldKontraktsamtale", "vilIndgaaKontrakt", "nej");
        fire("Timer_ProgramfristUdloebet", "dueDate integrationsprogram");
        complete("UserTask_TilbydIntegrationsprogram");
        complete("UserTask_GivVirksomhedsrettetTilbud");

        walked("""
                StartEvent_VoksenSkalHaveKontrakt 'Voksen skal have kontrakt'
                Gateway_HvilkePligter 'Hvilke pligter gælder?'
                --> Flow_HvilkePligter_HoldKontraktsamtale 'Altid'
                UserTask_HoldKontraktsamtale 'Hold kontraktsamtale' [jobcenter, taskDate integrationskontrakt]
                --> Flow_HvilkePligter_TilbydIntegrationsprogram 'Altid'
                UserTask_TilbydIntegrationsprogram 'Tilbyd integrationsprogram' [jobcenter, taskDate integrationsprogram]
                --> Flow_HvilkePligter_GivVirksomhedsrettetTilbud 'Ved tilbudspligt'
                UserTask_GivVirksomhedsrettetTilbud 'Giv virksomhedsrettet tilbud' [jobcenter, taskDate virksomhedsrettet-tilbud]
                Gateway_VilPersonenIndgaaKontrakt 'Vil personen indgå kontrakt?'
                --> Flow_VilPersonenIndgaaKontrakt_Nej 'Nej'
                ServiceTask_RegistrerKontraktafslag 'Registrér afslag'
                    asks ladPligtBortfalde {bortfaldsaarsag=Personen ønsker ikke at indgå kontrakt, pligter=integrationskontrakt}
                Gateway_KontraktAfklaret
                Gateway_PligterSamlet
                Timer_ProgramfristUdloebet 'Programfrist udløbet'
                EndEvent_TilbydIntegrationsprogramFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=integrationsprogram}
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                EndEvent_PligterBehandlet 'Pligter behandlet'
                """);
    }

    @Test
    void a_work_offer_that_is_late_is_reported_and_still_given() {
        start("personId", 1L);
        complete("UserTask_HoldKontraktsamtale", "vilIndgaaKontrakt", "nej");
        complete("UserTask_TilbydIntegrationsprogram");
        fire("Timer_VirksomhedsfristUdloebet", "dueDate virksomhedsrettet-tilbud");
        complete("UserTask_GivVirksomhedsrettetTilbud");

        walked("""
                StartEvent_VoksenSkalHaveKontrakt 'Voksen skal have kontrakt'
                Gateway_HvilkePligter 'Hvilke pligter gælder?'
                --> Flow_HvilkePligter_HoldKontraktsamtale 'Altid'
                UserTask_HoldKontraktsamtale 'Hold kontraktsamtale' [jobcenter, taskDate integrationskontrakt]
                --> Flow_HvilkePligter_TilbydIntegrationsprogram 'Altid'
                UserTask_TilbydIntegrationsprogram 'Tilbyd integrationsprogram' [jobcenter, taskDate integrationsprogram]
                --> Flow_HvilkePligter_GivVirksomhedsrettetTilbud 'Ved tilbudspligt'
                UserTask_GivVirksomhedsrettetTilbud 'Giv virksomhedsrettet tilbud' [jobcenter, taskDate virksomhedsrettet-tilbud]
                Gateway_VilPersonenIndgaaKontrakt 'Vil personen indgå kontrakt?'
                --> Flow_VilPersonenIndgaaKontrakt_Nej 'Nej'
                ServiceTask_RegistrerKontraktafslag 'Registrér afslag'
                    asks ladPligtBortfalde {bortfaldsaarsag=Personen ønsker ikke at indgå kontrakt, pligter=integrationskontrakt}
                Gateway_KontraktAfklaret
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                Timer_VirksomhedsfristUdloebet 'Virksomhedsfrist udløbet'
                EndEvent_GivVirksomhedsrettetTilbudFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=virksomhedsrettet-tilbud}
                Gateway_PligterSamlet
                EndEvent_PligterBehandlet 'Pligter behandlet'
                """);
    }

    @Test
    void an_adult_is_placed_for_an_effort_where_the_law_says_so_and_a_late_one_is_reported() {
        deadlines.isOwed("visitering");
        start("personId", 1L);
        complete("UserTask_HoldKontraktsamtale", "vilIndgaaKontrakt", "nej");
        complete("UserTask_TilbydIntegrationsprogram");
        complete("UserTask_GivVirksomhedsrettetTilbud");
        fire("Timer_VisiteringsfristUdloebet", "dueDate visitering");
        complete("UserTask_VisiterTilIndsats");

        walked("""
                StartEvent_VoksenSkalHaveKontrakt 'Voksen skal have kontrakt'
                Gateway_HvilkePligter 'Hvilke pligter gælder?'
                --> Flow_HvilkePligter_HoldKontraktsamtale 'Altid'
                UserTask_HoldKontraktsamtale 'Hold kontraktsamtale' [jobcenter, taskDate integrationskontrakt]
                --> Flow_HvilkePligter_TilbydIntegrationsprogram 'Altid'
                UserTask_TilbydIntegrationsprogram 'Tilbyd integrationsprogram' [jobcenter, taskDate integrationsprogram]
                --> Flow_HvilkePligter_GivVirksomhedsrettetTilbud 'Ved tilbudspligt'
                UserTask_GivVirksomhedsrettetTilbud 'Giv virksomhedsrettet tilbud' [jobcenter, taskDate virksomhedsrettet-tilbud]
                --> Flow_HvilkePligter_VisiterTilIndsats 'Ved visitering'
                UserTask_VisiterTilIndsats 'Visitér til indsats' [jobcenter, taskDate visitering]
                Gateway_VilPersonenIndgaaKontrakt 'Vil personen indgå kontrakt?'
                --> Flow_VilPersonenIndgaaKontrakt_Nej 'Nej'
                ServiceTask_RegistrerKontraktafslag 'Registrér afslag'
                    asks ladPligtBortfalde {bortfaldsaarsag=Personen ønsker ikke at indgå kontrakt, pligter=integrationskontrakt}
                Gateway_KontraktAfklaret
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                Gateway_PligterSamlet
                Timer_VisiteringsfristUdloebet 'Visiteringsfrist udløbet'
                EndEvent_VisiterTilIndsatsFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=visitering}
                Gateway_PligterSamlet
                EndEvent_PligterBehandlet 'Pligter behandlet'
                """);
    }

    @Test
    void nothing_more_is_owed_to_a_person_who_has_left() {
        deadlines.doesNotApply("virksomhedsrettet-tilbud");
        start("personId", 1L);
        receives("person-udgaaet");

        walked("""
                StartEvent_VoksenSkalHaveKontrakt 'Voksen skal have kontrakt'
                Gateway_HvilkePligter 'Hvilke pligter gælder?'
                --> Flow_HvilkePligter_HoldKontraktsamtale 'Altid'
                UserTask_HoldKontraktsamtale 'Hold kontraktsamtale' [jobcenter, taskDate integrationskontrakt]
                --> Flow_HvilkePligter_TilbydIntegrationsprogram 'Altid'
                UserTask_TilbydIntegrationsprogram 'Tilbyd integrationsprogram' [jobcenter, taskDate integrationsprogram]
                SubProcess_PersonUdgaaet 'Person udgået'
                StartEvent_PersonUdgaaet 'Person udgået'
                EndEvent_ForloebStoppet 'Forløb stoppet'
                """);
    }
}
