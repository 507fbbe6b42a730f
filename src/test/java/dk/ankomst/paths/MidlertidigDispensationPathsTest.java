package dk.ankomst.paths;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paths of the process {@code midlertidig-dispensation}. */
class MidlertidigDispensationPathsTest extends PathTest {

    private final HousingDoubles register = new HousingDoubles();

    MidlertidigDispensationPathsTest() {
        super("midlertidig-dispensation");
    }

    @BeforeEach
    void services() {
        register.waitsForConsent = false;
        register.waitsForDispensation = false;
        register.permanent = true;
        register.canMoveIn = true;
        bean("boligregistret", register);
        service("registrerBoliggodkendelse", "boligGodkendt");
        service(
                "registrerBoligaftale",
                execution -> execution.setVariableLocal(
                        "aftaltPligt", execution.getVariable("aftale") + "-" + execution.getVariable("aftaltDato")),
                "aftale",
                "aftaltDato");
    }

    @Test
    void the_dispensation_is_given_after_the_hearing() {
        start();
        complete("UserTask_SendIHoering", "hoeringStartDato", "2016-07-01", "hoeringSlutDato", "2016-07-15");
        fire("Timer_HoeringSlut", "dueDate dispensation-hoering-2016-07-15");
        complete("UserTask_BehandlHoeringssvar");
        complete("UserTask_AfgoerDispensation", "dispensationGives", "ja");

        walked("""
                StartEvent_DispensationSoeges 'Dispensation søges'
                UserTask_SendIHoering 'Send i høring' [bolig, taskDate boligopgave]
                ServiceTask_NoterHoeringsfristen 'Notér høringsfristen'
                    asks registrerBoligaftale {aftale=dispensation-hoering, aftaltDato=2016-07-15}
                Timer_HoeringSlut 'Høring slut'
                UserTask_BehandlHoeringssvar 'Behandl høringssvar' [bolig, taskDate boligopgave]
                UserTask_AfgoerDispensation 'Afgør dispensationen' [leder, taskDate boligopgave]
                Gateway_GivesDispensationen 'Gives dispensationen?'
                --> Flow_GivesDispensationen_Ja 'Ja'
                ServiceTask_RegistrerDispensation 'Registrér dispensationen'
                    asks registrerBoliggodkendelse {boligGodkendt=ja}
                EndEvent_DispensationGivet 'Dispensation givet'
                """);
    }

    @Test
    void the_dispensation_is_not_given() {
        start();
        complete("UserTask_SendIHoering", "hoeringStartDato", "2016-07-01", "hoeringSlutDato", "2016-07-15");
        fire("Timer_HoeringSlut", "dueDate dispensation-hoering-2016-07-15");
        complete("UserTask_BehandlHoeringssvar");
        complete("UserTask_AfgoerDispensation", "dispensationGives", "nej");

        walked("""
                StartEvent_DispensationSoeges 'Dispensation søges'
                UserTask_SendIHoering 'Send i høring' [bolig, taskDate boligopgave]
                ServiceTask_NoterHoeringsfristen 'Notér høringsfristen'
                    asks registrerBoligaftale {aftale=dispensation-hoering, aftaltDato=2016-07-15}
                Timer_HoeringSlut 'Høring slut'
                UserTask_BehandlHoeringssvar 'Behandl høringssvar' [bolig, taskDate boligopgave]
                UserTask_AfgoerDispensation 'Afgør dispensationen' [leder, taskDate boligopgave]
                Gateway_GivesDispensationen 'Gives dispensationen?'
                --> Flow_GivesDispensationen_Nej 'Nej'
                ServiceTask_RegistrerAfslag 'Registrér afslaget'
                    asks registrerBoliggodkendelse {boligGodkendt=nej}
                EndEvent_DispensationAfslaaet 'Dispensation afslået'
                """);
    }
}
