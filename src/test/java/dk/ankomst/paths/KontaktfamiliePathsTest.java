package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code kontaktfamilie}. */
class KontaktfamiliePathsTest extends PathTest {

    KontaktfamiliePathsTest() {
        super("kontaktfamilie");
    }

    @BeforeEach
    void aFamilyWantsOne() {
        agreesOnDates("aftaltDato");
    }

    @Test
    void a_match_is_found_followed_and_comes_to_its_end() {
        start("soegepligt", "frivilligindsats");
        complete("UserTask_FindKontaktfamilie", "matchSvar", "ja");
        complete("UserTask_HoldFoersteMoede", "vilBeggeFortsaette", "ja", "naesteOpfoelgningDato", "2016-05-01");
        fire("Event_TidTilOpfoelgning", "agreedDate kontaktfamilieopfoelgning-2016-05-01");
        complete(
                "UserTask_FoelgOpPaaKontakten", "kontaktForloeb", "fortsaetter", "naesteOpfoelgningDato", "2016-08-01");
        fire("Event_TidTilOpfoelgning", "agreedDate kontaktfamilieopfoelgning-2016-08-01");
        complete("UserTask_FoelgOpPaaKontakten", "kontaktForloeb", "slutter");

        walked("""
                StartEvent_KontaktfamilieOensket 'Kontaktfamilie ønsket'
                UserTask_FindKontaktfamilie 'Find en kontaktfamilie' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_ErMatchFundet 'Er et match fundet?'
                --> Flow_ErMatchFundet_Ja 'Ja'
                UserTask_HoldFoersteMoede 'Hold første møde' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_VilBeggeFortsaette 'Vil begge fortsætte?'
                --> Flow_VilBeggeFortsaette_Ja 'Ja'
                ServiceTask_RegistrerOpfoelgning 'Registrér opfølgningsdatoen'
                    asks registrerAftaltDato {aftaltDato=2016-05-01}
                Event_TidTilOpfoelgning 'Tid til opfølgning'
                UserTask_FoelgOpPaaKontakten 'Følg op på kontakten' [frivilligkoordinator, taskDate kontaktfamilieopfoelgning-2016-05-01]
                Gateway_FortsaetterKontakten 'Hvordan fortsætter kontakten?'
                --> Flow_FortsaetterKontakten_Fortsaetter 'Fortsætter'
                ServiceTask_RegistrerOpfoelgning 'Registrér opfølgningsdatoen'
                    asks registrerAftaltDato {aftaltDato=2016-08-01}
                Event_TidTilOpfoelgning 'Tid til opfølgning'
                UserTask_FoelgOpPaaKontakten 'Følg op på kontakten' [frivilligkoordinator, taskDate kontaktfamilieopfoelgning-2016-08-01]
                Gateway_FortsaetterKontakten 'Hvordan fortsætter kontakten?'
                --> Flow_FortsaetterKontakten_Slutter 'Slutter'
                EndEvent_KontaktAfsluttet 'Kontakt afsluttet'
                """);
    }

    @Test
    void when_nobody_fits_the_search_comes_back_and_the_family_may_give_it_up() {
        start("soegepligt", "frivilligindsats");
        complete("UserTask_FindKontaktfamilie", "matchSvar", "nej", "naesteSoegningDato", "2016-06-01");
        fire("Event_TidTilNySoegning", "agreedDate kontaktfamiliesoegning-2016-06-01");
        complete("UserTask_FindKontaktfamilie", "matchSvar", "fravalgt");

        walked("""
                StartEvent_KontaktfamilieOensket 'Kontaktfamilie ønsket'
                UserTask_FindKontaktfamilie 'Find en kontaktfamilie' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_ErMatchFundet 'Er et match fundet?'
                --> Flow_ErMatchFundet_Nej 'Nej'
                ServiceTask_RegistrerSoegning 'Registrér ny søgedato'
                    asks registrerAftaltDato {aftaltDato=2016-06-01}
                Event_TidTilNySoegning 'Tid til ny søgning'
                UserTask_FindKontaktfamilie 'Find en kontaktfamilie' [frivilligkoordinator, taskDate kontaktfamiliesoegning-2016-06-01]
                Gateway_ErMatchFundet 'Er et match fundet?'
                --> Flow_ErMatchFundet_OenskesIkkeMere 'Ønskes ikke mere'
                EndEvent_KontaktfamilieFravalgt 'Kontaktfamilie fravalgt'
                """);
    }

    @Test
    void another_match_is_found_after_the_first_meeting_or_later() {
        start("soegepligt", "frivilligindsats");
        complete("UserTask_FindKontaktfamilie", "matchSvar", "ja");
        complete("UserTask_HoldFoersteMoede", "vilBeggeFortsaette", "nej");
        complete("UserTask_FindKontaktfamilie", "matchSvar", "ja");
        complete("UserTask_HoldFoersteMoede", "vilBeggeFortsaette", "ja", "naesteOpfoelgningDato", "2016-05-01");
        fire("Event_TidTilOpfoelgning", "agreedDate kontaktfamilieopfoelgning-2016-05-01");
        complete("UserTask_FoelgOpPaaKontakten", "kontaktForloeb", "nyt-match");
        complete("UserTask_FindKontaktfamilie", "matchSvar", "fravalgt");

        walked("""
                StartEvent_KontaktfamilieOensket 'Kontaktfamilie ønsket'
                UserTask_FindKontaktfamilie 'Find en kontaktfamilie' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_ErMatchFundet 'Er et match fundet?'
                --> Flow_ErMatchFundet_Ja 'Ja'
                UserTask_HoldFoersteMoede 'Hold første møde' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_VilBeggeFortsaette 'Vil begge fortsætte?'
                --> Flow_VilBeggeFortsaette_Nej 'Nej'
                UserTask_FindKontaktfamilie 'Find en kontaktfamilie' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_ErMatchFundet 'Er et match fundet?'
                --> Flow_ErMatchFundet_Ja 'Ja'
                UserTask_HoldFoersteMoede 'Hold første møde' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_VilBeggeFortsaette 'Vil begge fortsætte?'
                --> Flow_VilBeggeFortsaette_Ja 'Ja'
                ServiceTask_RegistrerOpfoelgning 'Registrér opfølgningsdatoen'
                    asks registrerAftaltDato {aftaltDato=2016-05-01}
                Event_TidTilOpfoelgning 'Tid til opfølgning'
                UserTask_FoelgOpPaaKontakten 'Følg op på kontakten' [frivilligkoordinator, taskDate kontaktfamilieopfoelgning-2016-05-01]
                Gateway_FortsaetterKontakten 'Hvordan fortsætter kontakten?'
                --> Flow_FortsaetterKontakten_NytMatch 'Nyt match'
                UserTask_FindKontaktfamilie 'Find en kontaktfamilie' [frivilligkoordinator, taskDate frivilligindsats]
                Gateway_ErMatchFundet 'Er et match fundet?'
                --> Flow_ErMatchFundet_OenskesIkkeMere 'Ønskes ikke mere'
                EndEvent_KontaktfamilieFravalgt 'Kontaktfamilie fravalgt'
                """);
    }
}
