package dk.ankomst.paths;

import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code modtagelsesperiode}. */
class ModtagelsesperiodePathsTest extends PathTest {

    ModtagelsesperiodePathsTest() {
        super("modtagelsesperiode");
    }

    @BeforeEach
    void services() {
        service("meldFristbrud", "pligt");
        bean("noterRestperiode", (TaskListener) task -> write("asks noterRestperiode"));
    }

    @Test
    void every_effort_runs_for_a_couple_with_a_child() {
        start("fase", "modtagelsesperiode", "retsdato", "2016-03-01");
        eachEnds("helbredsvurdering", 3);
        eachEnds("danskuddannelse", 2);
        eachEnds("integrationskontrakt", 2);
        ends("boligplacering");
        ends("koordineringsmoede");
        ends("etableringsstoette");
        complete("UserTask_StartBoernISkole");
        ends("frivilligtilbud");
        complete("UserTask_IntroducerRettigheder");
        complete("UserTask_GoerStatus");

        walked("""
                StartEvent_ModtagelsesperiodeBegyndt 'Modtagelsesperiode begyndt'
                Gateway_HvilkeIndsatser 'Hvilke indsatser begynder?'
                --> Flow_HvilkeIndsatser_ForHvertMedlem 'For hvert medlem'
                CallActivity_Helbredsvurdering 'Tilbyd helbredsvurdering'
                    calls helbredsvurdering {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                CallActivity_Helbredsvurdering 'Tilbyd helbredsvurdering'
                    calls helbredsvurdering {fase=modtagelsesperiode, personId=2, personNr=nr-2, retsdato=2016-03-01}
                CallActivity_Helbredsvurdering 'Tilbyd helbredsvurdering'
                    calls helbredsvurdering {fase=modtagelsesperiode, personId=3, personNr=nr-3, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_ForHverVoksen 'For hver voksen'
                CallActivity_Danskuddannelse 'Begynd danskuddannelse'
                    calls danskuddannelse {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                CallActivity_Danskuddannelse 'Begynd danskuddannelse'
                    calls danskuddannelse {fase=modtagelsesperiode, personId=2, personNr=nr-2, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_ForHverVoksen_Integrationskontrakt 'For hver voksen'
                CallActivity_Integrationskontrakt 'Indgå integrationskontrakt'
                    calls integrationskontrakt {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                CallActivity_Integrationskontrakt 'Indgå integrationskontrakt'
                    calls integrationskontrakt {fase=modtagelsesperiode, personId=2, personNr=nr-2, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_Altid 'Altid'
                CallActivity_Boligplacering 'Find permanent bolig'
                    calls boligplacering {boligErPermanent=nej, fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Koordineringsmoede 'Altid'
                CallActivity_Koordineringsmoede 'Hold koordineringsmøde'
                    calls koordineringsmoede {fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Etableringsstoette 'Altid'
                CallActivity_Etableringsstoette 'Giv etableringsstøtte'
                    calls etableringsstoette {fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_HarBoern 'Har børn'
                UserTask_StartBoernISkole 'Start børnene i skole' [skole, taskDate modtagelsesperiode-slut]
                --> Flow_HvilkeIndsatser_Altid_Frivilligtilbud 'Altid'
                CallActivity_Frivilligtilbud 'Tilbyd en kontaktfamilie'
                    calls frivilligtilbud {fase=modtagelsesperiode, tilbudsaftale=frivilligindsats, tilbudspligt=modtagelsesperiode-slut}
                --> Flow_HvilkeIndsatser_Altid_IntroducerRettigheder 'Altid'
                UserTask_IntroducerRettigheder 'Introducér rettigheder og pligter' [koordinator, taskDate modtagelsesperiode-slut]
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                UserTask_GoerStatus 'Gør status på modtagelsen' [koordinator, taskDate modtagelsesperiode-slut]
                EndEvent_ModtagelsesperiodeAfsluttet 'Modtagelsesperiode afsluttet'
                """);
    }

    @Test
    void for_a_single_adult_nothing_begins_in_school() {
        family.everybody = List.of(1L);
        family.adults = List.of(1L);
        family.permanentDwelling = true;
        start(
                "fase",
                "modtagelsesperiode",
                "retsdato",
                "2016-03-01",
                "antalPersoner",
                1,
                "antalVoksne",
                1,
                "antalBoern",
                0);
        ends("etableringsstoette");
        ends("koordineringsmoede");
        ends("boligplacering");
        ends("integrationskontrakt");
        ends("danskuddannelse");
        ends("helbredsvurdering");
        complete("UserTask_IntroducerRettigheder");
        ends("frivilligtilbud");
        complete("UserTask_GoerStatus");

        walked("""
                StartEvent_ModtagelsesperiodeBegyndt 'Modtagelsesperiode begyndt'
                Gateway_HvilkeIndsatser 'Hvilke indsatser begynder?'
                --> Flow_HvilkeIndsatser_ForHvertMedlem 'For hvert medlem'
                CallActivity_Helbredsvurdering 'Tilbyd helbredsvurdering'
                    calls helbredsvurdering {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_ForHverVoksen 'For hver voksen'
                CallActivity_Danskuddannelse 'Begynd danskuddannelse'
                    calls danskuddannelse {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_ForHverVoksen_Integrationskontrakt 'For hver voksen'
                CallActivity_Integrationskontrakt 'Indgå integrationskontrakt'
                    calls integrationskontrakt {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_Altid 'Altid'
                CallActivity_Boligplacering 'Find permanent bolig'
                    calls boligplacering {boligErPermanent=ja, fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Koordineringsmoede 'Altid'
                CallActivity_Koordineringsmoede 'Hold koordineringsmøde'
                    calls koordineringsmoede {fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Etableringsstoette 'Altid'
                CallActivity_Etableringsstoette 'Giv etableringsstøtte'
                    calls etableringsstoette {fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Frivilligtilbud 'Altid'
                CallActivity_Frivilligtilbud 'Tilbyd en kontaktfamilie'
                    calls frivilligtilbud {fase=modtagelsesperiode, tilbudsaftale=frivilligindsats, tilbudspligt=modtagelsesperiode-slut}
                --> Flow_HvilkeIndsatser_Altid_IntroducerRettigheder 'Altid'
                UserTask_IntroducerRettigheder 'Introducér rettigheder og pligter' [koordinator, taskDate modtagelsesperiode-slut]
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                UserTask_GoerStatus 'Gør status på modtagelsen' [koordinator, taskDate modtagelsesperiode-slut]
                EndEvent_ModtagelsesperiodeAfsluttet 'Modtagelsesperiode afsluttet'
                """);
    }

    @Test
    void who_moved_in_gets_the_rest_of_the_period() {
        family.everybody = List.of(1L);
        family.adults = List.of(1L);
        family.permanentDwelling = true;
        start(
                "fase",
                "modtagelsesperiode",
                "spor",
                "tilflytter",
                "retsdato",
                "2016-03-01",
                "antalPersoner",
                1,
                "antalVoksne",
                1,
                "antalBoern",
                0);
        ends("etableringsstoette");
        ends("koordineringsmoede");
        ends("boligplacering");
        ends("integrationskontrakt");
        ends("danskuddannelse");
        ends("helbredsvurdering");
        complete("UserTask_IntroducerRettigheder");
        ends("frivilligtilbud");
        complete("UserTask_FastsaetRestperioden", "programSlutDato", "2017-03-01");
        complete("UserTask_GoerStatus");

        walked("""
                StartEvent_ModtagelsesperiodeBegyndt 'Modtagelsesperiode begyndt'
                Gateway_HvilkeIndsatser 'Hvilke indsatser begynder?'
                --> Flow_HvilkeIndsatser_ForHvertMedlem 'For hvert medlem'
                CallActivity_Helbredsvurdering 'Tilbyd helbredsvurdering'
                    calls helbredsvurdering {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_ForHverVoksen 'For hver voksen'
                CallActivity_Danskuddannelse 'Begynd danskuddannelse'
                    calls danskuddannelse {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_ForHverVoksen_Integrationskontrakt 'For hver voksen'
                CallActivity_Integrationskontrakt 'Indgå integrationskontrakt'
                    calls integrationskontrakt {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_Altid 'Altid'
                CallActivity_Boligplacering 'Find permanent bolig'
                    calls boligplacering {boligErPermanent=ja, fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Koordineringsmoede 'Altid'
                CallActivity_Koordineringsmoede 'Hold koordineringsmøde'
                    calls koordineringsmoede {fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Etableringsstoette 'Altid'
                CallActivity_Etableringsstoette 'Giv etableringsstøtte'
                    calls etableringsstoette {fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Frivilligtilbud 'Altid'
                CallActivity_Frivilligtilbud 'Tilbyd en kontaktfamilie'
                    calls frivilligtilbud {fase=modtagelsesperiode, tilbudsaftale=frivilligindsats, tilbudspligt=modtagelsesperiode-slut}
                --> Flow_HvilkeIndsatser_Altid_IntroducerRettigheder 'Altid'
                UserTask_IntroducerRettigheder 'Introducér rettigheder og pligter' [koordinator, taskDate modtagelsesperiode-slut]
                --> Flow_HvilkeIndsatser_Tilflytter 'Tilflytter'
                UserTask_FastsaetRestperioden 'Fastsæt restperioden' [leder, taskDate restperiode]
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                    asks noterRestperiode
                Gateway_IndsatserSamlet
                UserTask_GoerStatus 'Gør status på modtagelsen' [koordinator, taskDate modtagelsesperiode-slut]
                EndEvent_ModtagelsesperiodeAfsluttet 'Modtagelsesperiode afsluttet'
                """);
    }

    @Test
    void for_an_unaccompanied_minor_nothing_begins_that_is_for_adults() {
        family.everybody = List.of(1L);
        family.adults = List.of();
        start(
                "fase",
                "modtagelsesperiode",
                "retsdato",
                "2016-03-01",
                "spor",
                "uledsaget",
                "antalPersoner",
                1,
                "antalVoksne",
                0,
                "antalBoern",
                1);
        ends("helbredsvurdering");
        ends("boligplacering");
        ends("koordineringsmoede");
        ends("etableringsstoette");
        complete("UserTask_StartBoernISkole");
        ends("frivilligtilbud");
        complete("UserTask_IntroducerRettigheder");
        complete("UserTask_GoerStatus");

        walked("""
                StartEvent_ModtagelsesperiodeBegyndt 'Modtagelsesperiode begyndt'
                Gateway_HvilkeIndsatser 'Hvilke indsatser begynder?'
                --> Flow_HvilkeIndsatser_ForHvertMedlem 'For hvert medlem'
                CallActivity_Helbredsvurdering 'Tilbyd helbredsvurdering'
                    calls helbredsvurdering {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_Altid 'Altid'
                CallActivity_Boligplacering 'Find permanent bolig'
                    calls boligplacering {boligErPermanent=nej, fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Koordineringsmoede 'Altid'
                CallActivity_Koordineringsmoede 'Hold koordineringsmøde'
                    calls koordineringsmoede {fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Etableringsstoette 'Altid'
                CallActivity_Etableringsstoette 'Giv etableringsstøtte'
                    calls etableringsstoette {fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_HarBoern 'Har børn'
                UserTask_StartBoernISkole 'Start børnene i skole' [skole, taskDate modtagelsesperiode-slut]
                --> Flow_HvilkeIndsatser_Altid_Frivilligtilbud 'Altid'
                CallActivity_Frivilligtilbud 'Tilbyd en kontaktfamilie'
                    calls frivilligtilbud {fase=modtagelsesperiode, tilbudsaftale=frivilligindsats, tilbudspligt=modtagelsesperiode-slut}
                --> Flow_HvilkeIndsatser_Altid_IntroducerRettigheder 'Altid'
                UserTask_IntroducerRettigheder 'Introducér rettigheder og pligter' [koordinator, taskDate modtagelsesperiode-slut]
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                UserTask_GoerStatus 'Gør status på modtagelsen' [koordinator, taskDate modtagelsesperiode-slut]
                EndEvent_ModtagelsesperiodeAfsluttet 'Modtagelsesperiode afsluttet'
                """);
    }

    @Test
    void a_period_that_runs_out_before_the_review_is_reported_and_the_review_still_held() {
        family.everybody = List.of(1L);
        family.adults = List.of();
        start(
                "fase",
                "modtagelsesperiode",
                "retsdato",
                "2016-03-01",
                "spor",
                "uledsaget",
                "antalPersoner",
                1,
                "antalVoksne",
                0,
                "antalBoern",
                1);
        ends("helbredsvurdering");
        ends("boligplacering");
        ends("koordineringsmoede");
        ends("etableringsstoette");
        complete("UserTask_StartBoernISkole");
        ends("frivilligtilbud");
        complete("UserTask_IntroducerRettigheder");
        fire("Timer_ModtagelsesperiodeUdloebet", "dueDate modtagelsesperiode-slut");
        complete("UserTask_GoerStatus");

        walked("""
                StartEvent_ModtagelsesperiodeBegyndt 'Modtagelsesperiode begyndt'
                Gateway_HvilkeIndsatser 'Hvilke indsatser begynder?'
                --> Flow_HvilkeIndsatser_ForHvertMedlem 'For hvert medlem'
                CallActivity_Helbredsvurdering 'Tilbyd helbredsvurdering'
                    calls helbredsvurdering {fase=modtagelsesperiode, personId=1, personNr=nr-1, retsdato=2016-03-01}
                --> Flow_HvilkeIndsatser_Altid 'Altid'
                CallActivity_Boligplacering 'Find permanent bolig'
                    calls boligplacering {boligErPermanent=nej, fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Koordineringsmoede 'Altid'
                CallActivity_Koordineringsmoede 'Hold koordineringsmøde'
                    calls koordineringsmoede {fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_Altid_Etableringsstoette 'Altid'
                CallActivity_Etableringsstoette 'Giv etableringsstøtte'
                    calls etableringsstoette {fase=modtagelsesperiode}
                --> Flow_HvilkeIndsatser_HarBoern 'Har børn'
                UserTask_StartBoernISkole 'Start børnene i skole' [skole, taskDate modtagelsesperiode-slut]
                --> Flow_HvilkeIndsatser_Altid_Frivilligtilbud 'Altid'
                CallActivity_Frivilligtilbud 'Tilbyd en kontaktfamilie'
                    calls frivilligtilbud {fase=modtagelsesperiode, tilbudsaftale=frivilligindsats, tilbudspligt=modtagelsesperiode-slut}
                --> Flow_HvilkeIndsatser_Altid_IntroducerRettigheder 'Altid'
                UserTask_IntroducerRettigheder 'Introducér rettigheder og pligter' [koordinator, taskDate modtagelsesperiode-slut]
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                Gateway_IndsatserSamlet
                UserTask_GoerStatus 'Gør status på modtagelsen' [koordinator, taskDate modtagelsesperiode-slut]
                Timer_ModtagelsesperiodeUdloebet 'Modtagelsesperiode udløbet'
                EndEvent_GoerStatusFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=modtagelsesperiode-slut}
                EndEvent_ModtagelsesperiodeAfsluttet 'Modtagelsesperiode afsluttet'
                """);
    }
}
