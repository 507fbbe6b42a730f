package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code forberedelse}. */
class ForberedelsePathsTest extends PathTest {

    ForberedelsePathsTest() {
        super("forberedelse");
    }

    @BeforeEach
    void services() {
        service("registrerBolig", "boligErPermanent");
        service("registrerPligtOpfyldt", "pligter");
        service("registrerTolkesprog", "sagsnummer");
    }

    @Test
    void a_family_with_a_child_from_a_centre_whose_language_is_unknown_needs_everything() {
        start("erTolkesprogUkendt", true);
        complete("UserTask_TildelTovholder");
        complete("UserTask_IndhentOplysninger");
        complete("UserTask_SendVelkomstmateriale");
        complete("UserTask_AfklarTolkesprog");
        complete("UserTask_IndhentHelbredsoplysninger");
        complete("UserTask_ForberedUdbetaling");
        complete("UserTask_TilmeldDansk");
        complete("UserTask_ReserverSkoleplads");
        complete("UserTask_FindBolig", "boligErPermanent", "nej");
        complete("UserTask_KlargoerBolig");

        walked("""
                StartEvent_ForberedelseBegyndt 'Forberedelse begyndt'
                Gateway_ErTolkesprogetKendt 'Er tolkesproget kendt?'
                --> Flow_ErTolkesprogetKendt_Nej 'Nej'
                UserTask_TildelTovholder 'Tildel en tovholder' [koordinator, taskDate velkomstmateriale]
                Gateway_HvadSkalForberedes 'Hvad skal forberedes?'
                --> Flow_HvadSkalForberedes_Altid 'Altid'
                UserTask_IndhentOplysninger 'Indhent oplysninger' [koordinator, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_Altid_SendVelkomstmateriale 'Altid'
                UserTask_SendVelkomstmateriale 'Send velkomstmateriale' [koordinator, taskDate velkomstmateriale]
                --> Flow_HvadSkalForberedes_TolkesprogUkendt 'Tolkesprog ukendt'
                UserTask_AfklarTolkesprog 'Afklar tolkesproget' [koordinator, taskDate sprogkortlaegning]
                --> Flow_HvadSkalForberedes_FraAsylcenter 'Fra asylcenter'
                UserTask_IndhentHelbredsoplysninger 'Indhent helbredsoplysninger' [sundhed, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_Altid_ForberedUdbetaling 'Altid'
                UserTask_ForberedUdbetaling 'Forbered første udbetaling' [ydelse, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_FraAsylcenter_TilmeldDansk 'Fra asylcenter'
                UserTask_TilmeldDansk 'Tilmeld dansk i centeret' [sprogcenter, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_HarBoern 'Har børn'
                UserTask_ReserverSkoleplads 'Reservér skole eller dagtilbud' [skole, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_Altid_FindBolig 'Altid'
                UserTask_FindBolig 'Find en bolig' [bolig, taskDate bolig-klar]
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                ServiceTask_RegistrerTolkesprog 'Registrér tolkesproget'
                    asks registrerTolkesprog {sagsnummer=2016-00001}
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                ServiceTask_RegistrerBolig 'Registrér boligen'
                    asks registrerBolig {boligErPermanent=nej}
                UserTask_KlargoerBolig 'Klargør boligen' [bolig, taskDate bolig-klar]
                Gateway_ForberedelseSamlet
                ServiceTask_MeldForberedelsenKlar 'Meld forberedelsen klar'
                    asks registrerPligtOpfyldt {pligter=forberedelse-klar}
                EndEvent_ForberedelseAfsluttet 'Forberedelse afsluttet'
                """);
    }

    @Test
    void a_couple_under_the_quota_whose_language_is_known_needs_the_least() {
        start("erTolkesprogUkendt", false, "spor", "kvote", "antalBoern", 0, "antalPersoner", 2);
        complete("UserTask_TildelTovholder");
        complete("UserTask_FindBolig", "boligErPermanent", "ja");
        complete("UserTask_KlargoerBolig");
        complete("UserTask_ForberedUdbetaling");
        complete("UserTask_SendVelkomstmateriale");
        complete("UserTask_IndhentOplysninger");

        walked("""
                StartEvent_ForberedelseBegyndt 'Forberedelse begyndt'
                Gateway_ErTolkesprogetKendt 'Er tolkesproget kendt?'
                --> Flow_ErTolkesprogetKendt_Ja 'Ja'
                ServiceTask_MeldSprogetAfklaret 'Meld sproget afklaret'
                    asks registrerPligtOpfyldt {pligter=sprogkortlaegning}
                UserTask_TildelTovholder 'Tildel en tovholder' [koordinator, taskDate velkomstmateriale]
                Gateway_HvadSkalForberedes 'Hvad skal forberedes?'
                --> Flow_HvadSkalForberedes_Altid 'Altid'
                UserTask_IndhentOplysninger 'Indhent oplysninger' [koordinator, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_Altid_SendVelkomstmateriale 'Altid'
                UserTask_SendVelkomstmateriale 'Send velkomstmateriale' [koordinator, taskDate velkomstmateriale]
                --> Flow_HvadSkalForberedes_Altid_ForberedUdbetaling 'Altid'
                UserTask_ForberedUdbetaling 'Forbered første udbetaling' [ydelse, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_Altid_FindBolig 'Altid'
                UserTask_FindBolig 'Find en bolig' [bolig, taskDate bolig-klar]
                ServiceTask_RegistrerBolig 'Registrér boligen'
                    asks registrerBolig {boligErPermanent=ja}
                UserTask_KlargoerBolig 'Klargør boligen' [bolig, taskDate bolig-klar]
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                ServiceTask_MeldForberedelsenKlar 'Meld forberedelsen klar'
                    asks registrerPligtOpfyldt {pligter=forberedelse-klar}
                EndEvent_ForberedelseAfsluttet 'Forberedelse afsluttet'
                """);
    }

    @Test
    void an_unaccompanied_minor_comes_from_a_centre_too() {
        start("erTolkesprogUkendt", false, "spor", "uledsaget", "antalBoern", 1, "antalVoksne", 0, "antalPersoner", 1);
        complete("UserTask_TildelTovholder");
        complete("UserTask_IndhentOplysninger");
        complete("UserTask_SendVelkomstmateriale");
        complete("UserTask_IndhentHelbredsoplysninger");
        complete("UserTask_ForberedUdbetaling");
        complete("UserTask_TilmeldDansk");
        complete("UserTask_ReserverSkoleplads");
        complete("UserTask_AfklarDenUngesForhold");
        complete("UserTask_FindBolig", "boligErPermanent", "nej");
        complete("UserTask_KlargoerBolig");

        walked("""
                StartEvent_ForberedelseBegyndt 'Forberedelse begyndt'
                Gateway_ErTolkesprogetKendt 'Er tolkesproget kendt?'
                --> Flow_ErTolkesprogetKendt_Ja 'Ja'
                ServiceTask_MeldSprogetAfklaret 'Meld sproget afklaret'
                    asks registrerPligtOpfyldt {pligter=sprogkortlaegning}
                UserTask_TildelTovholder 'Tildel en tovholder' [koordinator, taskDate velkomstmateriale]
                Gateway_HvadSkalForberedes 'Hvad skal forberedes?'
                --> Flow_HvadSkalForberedes_Altid 'Altid'
                UserTask_IndhentOplysninger 'Indhent oplysninger' [koordinator, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_Altid_SendVelkomstmateriale 'Altid'
                UserTask_SendVelkomstmateriale 'Send velkomstmateriale' [koordinator, taskDate velkomstmateriale]
                --> Flow_HvadSkalForberedes_FraAsylcenter 'Fra asylcenter'
                UserTask_IndhentHelbredsoplysninger 'Indhent helbredsoplysninger' [sundhed, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_Altid_ForberedUdbetaling 'Altid'
                UserTask_ForberedUdbetaling 'Forbered første udbetaling' [ydelse, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_FraAsylcenter_TilmeldDansk 'Fra asylcenter'
                UserTask_TilmeldDansk 'Tilmeld dansk i centeret' [sprogcenter, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_HarBoern 'Har børn'
                UserTask_ReserverSkoleplads 'Reservér skole eller dagtilbud' [skole, taskDate forberedelse-klar]
                --> Flow_HvadSkalForberedes_Altid_FindBolig 'Altid'
                UserTask_FindBolig 'Find en bolig' [bolig, taskDate bolig-klar]
                --> Flow_HvadSkalForberedes_Uledsaget 'Uledsaget'
                RuleTask_ForeslaaGruppetilbud 'Foreslå gruppetilbud'
                UserTask_AfklarDenUngesForhold 'Afklar den unges forhold' [boern-familie, taskDate forberedelse-klar]
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                Gateway_ForberedelseSamlet
                ServiceTask_RegistrerBolig 'Registrér boligen'
                    asks registrerBolig {boligErPermanent=nej}
                UserTask_KlargoerBolig 'Klargør boligen' [bolig, taskDate bolig-klar]
                Gateway_ForberedelseSamlet
                ServiceTask_MeldForberedelsenKlar 'Meld forberedelsen klar'
                    asks registrerPligtOpfyldt {pligter=forberedelse-klar}
                EndEvent_ForberedelseAfsluttet 'Forberedelse afsluttet'
                """);
    }
}
