package dk.ankomst.paths;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code visitation}. */
class VisitationPathsTest extends PathTest {

    VisitationPathsTest() {
        super("visitation");
    }

    @BeforeEach
    void services() {
        bean("visitationen", new Members());
        service("kontrollerMaalgruppe", "opholdskategori");
        service("opretSag", "sagsnummer");
    }

    @Test
    void a_family_is_registered_member_by_member_and_gets_a_case() {
        start("opholdskategori", "konventionsflygtning");
        complete("UserTask_RegistrerFamiliemedlem");
        complete("UserTask_RegistrerFamiliemedlem");

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                ServiceTask_KontrollerMaalgruppe 'Kontrollér målgruppen'
                    asks kontrollerMaalgruppe {opholdskategori=konventionsflygtning}
                UserTask_RegistrerFamiliemedlem 'Registrér familiemedlem' [koordinator, taskDate sagsoprettelse]
                UserTask_RegistrerFamiliemedlem 'Registrér familiemedlem' [koordinator, taskDate sagsoprettelse]
                ServiceTask_OpretSag 'Opret sag'
                    asks opretSag {sagsnummer=2016-00001}
                EndEvent_SagOprettet 'Sag oprettet'
                """);
    }

    @Test
    void a_refused_visitation_is_corrected_and_tried_again() {
        refuseOnce();
        start("opholdskategori", "konventionsflygtning");
        complete("UserTask_RegistrerFamiliemedlem");
        complete("UserTask_RegistrerFamiliemedlem");
        complete("UserTask_RetVisitationen", "visitationOpgives", "nej", "opholdskategori", "kvoteflygtning");
        complete("UserTask_RegistrerFamiliemedlem");
        complete("UserTask_RegistrerFamiliemedlem");

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                ServiceTask_KontrollerMaalgruppe 'Kontrollér målgruppen'
                    asks kontrollerMaalgruppe {opholdskategori=konventionsflygtning}
                UserTask_RegistrerFamiliemedlem 'Registrér familiemedlem' [koordinator, taskDate sagsoprettelse]
                UserTask_RegistrerFamiliemedlem 'Registrér familiemedlem' [koordinator, taskDate sagsoprettelse]
                ServiceTask_OpretSag 'Opret sag'
                    asks opretSag {sagsnummer=2016-00001}
                Event_VisitationAfvist 'Visitation afvist'
                UserTask_RetVisitationen 'Ret visitationen' [koordinator, taskDate sagsoprettelse]
                Gateway_SkalVisitationenOpgives 'Skal den opgives?'
                --> Flow_SkalVisitationenOpgives_Nej 'Nej'
                ServiceTask_KontrollerMaalgruppe 'Kontrollér målgruppen'
                    asks kontrollerMaalgruppe {opholdskategori=kvoteflygtning}
                UserTask_RegistrerFamiliemedlem 'Registrér familiemedlem' [koordinator, taskDate sagsoprettelse]
                UserTask_RegistrerFamiliemedlem 'Registrér familiemedlem' [koordinator, taskDate sagsoprettelse]
                ServiceTask_OpretSag 'Opret sag'
                    asks opretSag {sagsnummer=2016-00001}
                EndEvent_SagOprettet 'Sag oprettet'
                """);
    }

    @Test
    void a_refused_visitation_may_be_given_up() {
        refuseOnce();
        start("opholdskategori", "konventionsflygtning");
        complete("UserTask_RegistrerFamiliemedlem");
        complete("UserTask_RegistrerFamiliemedlem");
        complete("UserTask_RetVisitationen", "visitationOpgives", "ja");

        walked("""
                StartEvent_VisitationModtaget 'Visitation modtaget'
                ServiceTask_KontrollerMaalgruppe 'Kontrollér målgruppen'
                    asks kontrollerMaalgruppe {opholdskategori=konventionsflygtning}
                UserTask_RegistrerFamiliemedlem 'Registrér familiemedlem' [koordinator, taskDate sagsoprettelse]
                UserTask_RegistrerFamiliemedlem 'Registrér familiemedlem' [koordinator, taskDate sagsoprettelse]
                ServiceTask_OpretSag 'Opret sag'
                    asks opretSag {sagsnummer=2016-00001}
                Event_VisitationAfvist 'Visitation afvist'
                UserTask_RetVisitationen 'Ret visitationen' [koordinator, taskDate sagsoprettelse]
                Gateway_SkalVisitationenOpgives 'Skal den opgives?'
                --> Flow_SkalVisitationenOpgives_Ja 'Ja'
                EndEvent_VisitationOpgivet 'Visitation opgivet'
                """);
    }

    private void refuseOnce() {
        AtomicBoolean refused = new AtomicBoolean();
        service(
                "opretSag",
                execution -> {
                    if (!refused.getAndSet(true)) {
                        throw new BpmnError("visitationAfvist");
                    }
                },
                "sagsnummer");
    }

    /** Stands in for the bean {@code visitationen}; public, as expressions reach nothing else. */
    public static final class Members {

        public List<Long> medlemmer(DelegateExecution execution) {
            return List.of(1L, 2L);
        }
    }
}
