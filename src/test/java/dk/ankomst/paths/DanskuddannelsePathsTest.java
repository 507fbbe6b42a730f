package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code danskuddannelse}. */
class DanskuddannelsePathsTest extends PathTest {

    DanskuddannelsePathsTest() {
        super("danskuddannelse");
    }

    @BeforeEach
    void services() {
        service("meldFristbrud", "pligt");
    }

    @Test
    void a_course_begun_at_the_centre_is_continued() {
        start("personId", 1L);
        complete("UserTask_HenvisTilDanskuddannelse", "danskPaaCenter", "kendt");
        complete("UserTask_StartUndervisning");

        walked("""
                StartEvent_VoksenSkalHaveDansk 'Voksen skal have dansk'
                UserTask_HenvisTilDanskuddannelse 'Henvis til danskuddannelse' [jobcenter, taskDate danskuddannelse]
                RuleTask_BestemDanskforloeb 'Bestem danskforløb'
                Gateway_KanForloebetViderefoeres 'Kan forløbet videreføres?'
                --> Flow_KanForloebetViderefoeres_Ja 'Ja'
                UserTask_StartUndervisning 'Start undervisning' [sprogcenter, taskDate danskuddannelse]
                EndEvent_UndervisningBegyndt 'Undervisning begyndt'
                """);
    }

    @Test
    void who_has_had_no_course_is_given_one_to_fit() {
        start("personId", 1L);
        complete("UserTask_HenvisTilDanskuddannelse", "danskPaaCenter", "nej");
        complete("UserTask_VaelgDanskuddannelse");
        complete("UserTask_StartUndervisning");

        walked("""
                StartEvent_VoksenSkalHaveDansk 'Voksen skal have dansk'
                UserTask_HenvisTilDanskuddannelse 'Henvis til danskuddannelse' [jobcenter, taskDate danskuddannelse]
                RuleTask_BestemDanskforloeb 'Bestem danskforløb'
                Gateway_KanForloebetViderefoeres 'Kan forløbet videreføres?'
                --> Flow_KanForloebetViderefoeres_Nej 'Nej'
                UserTask_VaelgDanskuddannelse 'Vælg danskuddannelse' [sprogcenter, taskDate danskuddannelse]
                UserTask_StartUndervisning 'Start undervisning' [sprogcenter, taskDate danskuddannelse]
                EndEvent_UndervisningBegyndt 'Undervisning begyndt'
                """);
    }

    @Test
    void a_course_at_the_centre_of_which_nothing_is_known_is_chosen_anew() {
        start("personId", 1L);
        complete("UserTask_HenvisTilDanskuddannelse", "danskPaaCenter", "ukendt");
        complete("UserTask_VaelgDanskuddannelse");
        complete("UserTask_StartUndervisning");

        walked("""
                StartEvent_VoksenSkalHaveDansk 'Voksen skal have dansk'
                UserTask_HenvisTilDanskuddannelse 'Henvis til danskuddannelse' [jobcenter, taskDate danskuddannelse]
                RuleTask_BestemDanskforloeb 'Bestem danskforløb'
                Gateway_KanForloebetViderefoeres 'Kan forløbet videreføres?'
                --> Flow_KanForloebetViderefoeres_Nej 'Nej'
                UserTask_VaelgDanskuddannelse 'Vælg danskuddannelse' [sprogcenter, taskDate danskuddannelse]
                UserTask_StartUndervisning 'Start undervisning' [sprogcenter, taskDate danskuddannelse]
                EndEvent_UndervisningBegyndt 'Undervisning begyndt'
                """);
    }

    @Test
    void a_referral_that_is_late_is_reported_and_still_made() {
        start("personId", 1L);
        fire("Timer_DanskfristUdloebet", "dueDate danskuddannelse");
        complete("UserTask_HenvisTilDanskuddannelse", "danskPaaCenter", "kendt");
        complete("UserTask_StartUndervisning");

        walked("""
                StartEvent_VoksenSkalHaveDansk 'Voksen skal have dansk'
                UserTask_HenvisTilDanskuddannelse 'Henvis til danskuddannelse' [jobcenter, taskDate danskuddannelse]
                Timer_DanskfristUdloebet 'Danskfrist udløbet'
                EndEvent_HenvisTilDanskuddannelseFristbrudMeldt 'Fristbrud meldt'
                    asks meldFristbrud {pligt=danskuddannelse}
                RuleTask_BestemDanskforloeb 'Bestem danskforløb'
                Gateway_KanForloebetViderefoeres 'Kan forløbet videreføres?'
                --> Flow_KanForloebetViderefoeres_Ja 'Ja'
                UserTask_StartUndervisning 'Start undervisning' [sprogcenter, taskDate danskuddannelse]
                EndEvent_UndervisningBegyndt 'Undervisning begyndt'
                """);
    }

    @Test
    void the_course_of_a_person_who_has_left_stops() {
        start("personId", 1L);
        receives("person-udgaaet");

        walked("""
                StartEvent_VoksenSkalHaveDansk 'Voksen skal have dansk'
                UserTask_HenvisTilDanskuddannelse 'Henvis til danskuddannelse' [jobcenter, taskDate danskuddannelse]
                SubProcess_PersonUdgaaet 'Person udgået'
                StartEvent_PersonUdgaaet 'Person udgået'
                EndEvent_ForloebStoppet 'Forløb stoppet'
                """);
    }
}
