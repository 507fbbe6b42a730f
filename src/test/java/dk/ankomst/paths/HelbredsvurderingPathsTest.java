package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code helbredsvurdering}. */
class HelbredsvurderingPathsTest extends PathTest {

    HelbredsvurderingPathsTest() {
        super("helbredsvurdering");
    }

    @BeforeEach
    void services() {
        service("meldFristbrud", "pligt");
        service("ladPligtBortfalde", "pligter", "bortfaldsaarsag");
    }

    @Test
    void a_refugee_before_july_2016_is_offered_the_assessment_and_takes_it() {
        start("personId", 1L, "retsdato", "2016-06-30");
        complete("UserTask_TilbydHelbredsvurdering", "oenskerHelbredsvurdering", "ja");
        complete("UserTask_BestilLaegebesoeg");
        complete("UserTask_RegistrerVurderingen");

        walked("""
                StartEvent_PersonSkalHaveTilbud 'Person skal have tilbud'
                RuleTask_BestemHelbredsspor 'Bestem helbredsspor'
                Gateway_SkalVurderingTilbydes 'Skal vurdering tilbydes?'
                --> Flow_SkalVurderingTilbydes_Ja 'Ja'
                UserTask_TilbydHelbredsvurdering 'Tilbyd helbredsvurdering' [sundhed, taskDate helbredsvurdering-tilbud]
                Gateway_TagerPersonenImod 'Tager personen imod?'
                --> Flow_TagerPersonenImod_Ja 'Ja'
                UserTask_BestilLaegebesoeg 'Bestil lægebesøg' [sundhed, taskDate laegebesoeg]
                UserTask_RegistrerVurderingen 'Registrér vurderingen' [sundhed, taskDate modtagelsesperiode-slut]
                EndEvent_VurderingGennemfoert 'Vurdering gennemført'
                """);
    }

    @Test
    void a_person_may_say_no_to_the_offer() {
        start("personId", 1L, "retsdato", "2016-06-30");
        complete("UserTask_TilbydHelbredsvurdering", "oenskerHelbredsvurdering", "nej");

        walked("""
                StartEvent_PersonSkalHaveTilbud 'Person skal have tilbud'
                RuleTask_BestemHelbredsspor 'Bestem helbredsspor'
                Gateway_SkalVurderingTilbydes 'Skal vurdering tilbydes?'
                --> Flow_SkalVurderingTilbydes_Ja 'Ja'
                UserTask_TilbydHelbredsvurdering 'Tilbyd helbredsvurdering' [sundhed, taskDate helbredsvurdering-tilbud]
                Gateway_TagerPersonenImod 'Tager personen imod?'
                --> Flow_TagerPersonenImod_Nej 'Nej'
                ServiceTask_RegistrerAfslag 'Registrér afslag'
                    asks ladPligtBortfalde {bortfaldsaarsag=Personen har sagt nej til helbredsvurderingen, pligter=laegebesoeg}
                EndEvent_TilbudAfslaaet 'Tilbud afslået'
                """);
    }

    @Test
    void an_offer_that_is_late_is_reported_and_still_made() {
        start("personId", 1L, "retsdato", "2016-06-30");
        fire("Timer_HelbredsfristUdloebet", "dueDate helbredsvurdering-tilbud");
        complete("UserTask_TilbydHelbredsvurdering", "oenskerHelbredsvurdering", "nej");

        walked("""
                StartEvent_PersonSkalHaveTilbud 'Person skal have tilbud'
                RuleTask_BestemHelbredsspor 'Bestem helbredsspor'
                Gateway_SkalVurderingTilbydes 'Skal vurdering tilbydes?'
                --> Flow_SkalVurderingTilbydes_Ja 'Ja'
                UserTask_TilbydHelbredsvurdering 'Tilbyd helbredsvurdering' [sundhed, taskDate helbredsvurdering-tilbud]
                Timer_HelbredsfristUdloebet 'Helbredsfrist udløbet'
                EndEvent_TilbydHelbredsvurderingFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=helbredsvurdering-tilbud}
                Gateway_TagerPersonenImod 'Tager personen imod?'
                --> Flow_TagerPersonenImod_Nej 'Nej'
                ServiceTask_RegistrerAfslag 'Registrér afslag'
                    asks ladPligtBortfalde {bortfaldsaarsag=Personen har sagt nej til helbredsvurderingen, pligter=laegebesoeg}
                EndEvent_TilbudAfslaaet 'Tilbud afslået'
                """);
    }

    @Test
    void from_july_2016_the_need_is_clarified_first() {
        start("personId", 1L, "retsdato", "2016-07-01");
        complete("UserTask_VurderBehov", "skalHaveTilbud", "ja");
        complete("UserTask_TilbydHelbredsvurdering", "oenskerHelbredsvurdering", "ja");
        complete("UserTask_BestilLaegebesoeg");
        complete("UserTask_RegistrerVurderingen");

        walked("""
                StartEvent_PersonSkalHaveTilbud 'Person skal have tilbud'
                RuleTask_BestemHelbredsspor 'Bestem helbredsspor'
                Gateway_SkalVurderingTilbydes 'Skal vurdering tilbydes?'
                --> Flow_SkalVurderingTilbydes_SkalAfklares 'Skal afklares'
                UserTask_VurderBehov 'Vurdér behovet' [sundhed, taskDate helbredsvurdering-tilbud]
                Gateway_SkalPersonenHaveTilbud 'Skal personen have tilbuddet?'
                --> Flow_SkalPersonenHaveTilbud_Ja 'Ja'
                UserTask_TilbydHelbredsvurdering 'Tilbyd helbredsvurdering' [sundhed, taskDate helbredsvurdering-tilbud]
                Gateway_TagerPersonenImod 'Tager personen imod?'
                --> Flow_TagerPersonenImod_Ja 'Ja'
                UserTask_BestilLaegebesoeg 'Bestil lægebesøg' [sundhed, taskDate laegebesoeg]
                UserTask_RegistrerVurderingen 'Registrér vurderingen' [sundhed, taskDate modtagelsesperiode-slut]
                EndEvent_VurderingGennemfoert 'Vurdering gennemført'
                """);
    }

    @Test
    void without_a_need_the_duty_lapses() {
        start("personId", 1L, "retsdato", "2016-07-01");
        complete("UserTask_VurderBehov", "skalHaveTilbud", "nej");

        walked("""
                StartEvent_PersonSkalHaveTilbud 'Person skal have tilbud'
                RuleTask_BestemHelbredsspor 'Bestem helbredsspor'
                Gateway_SkalVurderingTilbydes 'Skal vurdering tilbydes?'
                --> Flow_SkalVurderingTilbydes_SkalAfklares 'Skal afklares'
                UserTask_VurderBehov 'Vurdér behovet' [sundhed, taskDate helbredsvurdering-tilbud]
                Gateway_SkalPersonenHaveTilbud 'Skal personen have tilbuddet?'
                --> Flow_SkalPersonenHaveTilbud_Nej 'Nej'
                ServiceTask_RegistrerIngenPligt 'Registrér ingen pligt'
                    asks ladPligtBortfalde {bortfaldsaarsag=Det er vurderet, at personen ikke skal have tilbud om helbredsvurdering, pligter=helbredsvurdering-tilbud,laegebesoeg}
                EndEvent_TilbudIkkeRelevant 'Tilbud ikke relevant'
                """);
    }

    @Test
    void a_clarification_that_is_late_is_reported_and_still_made() {
        start("personId", 1L, "retsdato", "2016-07-01");
        fire("Timer_AfklaringsfristUdloebet", "dueDate helbredsvurdering-tilbud");
        complete("UserTask_VurderBehov", "skalHaveTilbud", "nej");

        walked("""
                StartEvent_PersonSkalHaveTilbud 'Person skal have tilbud'
                RuleTask_BestemHelbredsspor 'Bestem helbredsspor'
                Gateway_SkalVurderingTilbydes 'Skal vurdering tilbydes?'
                --> Flow_SkalVurderingTilbydes_SkalAfklares 'Skal afklares'
                UserTask_VurderBehov 'Vurdér behovet' [sundhed, taskDate helbredsvurdering-tilbud]
                Timer_AfklaringsfristUdloebet 'Helbredsfrist udløbet'
                EndEvent_VurderBehovFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=helbredsvurdering-tilbud}
                Gateway_SkalPersonenHaveTilbud 'Skal personen have tilbuddet?'
                --> Flow_SkalPersonenHaveTilbud_Nej 'Nej'
                ServiceTask_RegistrerIngenPligt 'Registrér ingen pligt'
                    asks ladPligtBortfalde {bortfaldsaarsag=Det er vurderet, at personen ikke skal have tilbud om helbredsvurdering, pligter=helbredsvurdering-tilbud,laegebesoeg}
                EndEvent_TilbudIkkeRelevant 'Tilbud ikke relevant'
                """);
    }

    @Test
    void nothing_more_is_offered_to_a_person_who_has_left() {
        start("personId", 1L, "retsdato", "2016-06-30");
        receives("person-udgaaet");

        walked("""
                StartEvent_PersonSkalHaveTilbud 'Person skal have tilbud'
                RuleTask_BestemHelbredsspor 'Bestem helbredsspor'
                Gateway_SkalVurderingTilbydes 'Skal vurdering tilbydes?'
                --> Flow_SkalVurderingTilbydes_Ja 'Ja'
                UserTask_TilbydHelbredsvurdering 'Tilbyd helbredsvurdering' [sundhed, taskDate helbredsvurdering-tilbud]
                SubProcess_PersonUdgaaet 'Person udgået'
                StartEvent_PersonUdgaaet 'Person udgået'
                EndEvent_ForloebStoppet 'Forløb stoppet'
                """);
    }
}
