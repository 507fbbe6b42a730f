package dk.ankomst.workflow;

import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.housing.Dwelling;
import dk.ankomst.housing.DwellingRegister;
import dk.ankomst.housing.Housing;
import dk.ankomst.housing.StayAgreed;
import dk.ankomst.housing.StayEnded;
import dk.ankomst.platform.DanishDates;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The steps of the models that change the register of dwellings. */
@Configuration(proxyBeanMethods = false)
class HousingDelegates {

    private static final Variable<String> MOVED_IN_ON = Variable.text("indflytningsdato");
    private static final Variable<String> LEAVES_ON = Variable.text("udflytningsdato");
    private static final Variable<String> APPROVED = Variable.text("boligGodkendt");
    private static final Variable<String> APPROVAL_GROUND = Variable.text("godkendelsesgrund");
    private static final Variable<String> RELEASE_REASON = Variable.text("frigivelsesgrund");
    private static final Variable<String> KIND = Variable.text("aftale");
    private static final Variable<String> NAME = Variable.text("betegnelse");
    private static final Variable<String> DATE = Variable.text("aftaltDato");
    private static final Variable<String> GROUND = Variable.text("aftaltVed");

    /** What the step leaves behind: the code of the agreed date. */
    private static final String DUTY = "aftaltPligt";

    /** The family has moved: into what was reserved to it, or into a dwelling outside the register. */
    @Bean
    JavaDelegate registrerFlytning(Housing housing) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            LocalDate on = LocalDate.parse(MOVED_IN_ON.requiredIn(execution));
            if (housing.reserved(caseNumber).isPresent()) {
                housing.moveIn(caseNumber, on, date(LEAVES_ON.in(execution)));
            } else if (CaseVariables.DWELLING_ACCEPTED.in(execution) != null) {
                housing.movedElsewhere(caseNumber, on);
            }
        };
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }

    @Bean
    JavaDelegate frigivBolig(Housing housing) {
        return execution -> housing.releaseReservation(
                CaseVariables.CASE_NUMBER.requiredIn(execution), RELEASE_REASON.requiredIn(execution));
    }

    /** The consent or dispensation that the reserved dwelling waited for is answered. */
    @Bean
    JavaDelegate registrerBoliggodkendelse(Housing housing, DwellingRegister register) {
        return execution -> {
            Dwelling reserved = housing.reserved(CaseVariables.CASE_NUMBER.requiredIn(execution))
                    .orElse(null);
            // Given up meanwhile: the answer belongs to nobody's dwelling any more and stands on the case.
            if (reserved != null) {
                register.approved(
                        reserved.id(),
                        "ja".equals(APPROVED.requiredIn(execution)),
                        APPROVAL_GROUND.requiredIn(execution));
            }
        };
    }

    /** A date becomes an agreed one of the case, without anybody being invited. */
    @Bean
    JavaDelegate registrerBoligaftale(Deadlines deadlines) {
        return execution -> {
            LocalDate on = LocalDate.parse(DATE.requiredIn(execution));
            String duty = KIND.requiredIn(execution) + "-" + on;
            deadlines.agreed(
                    CaseVariables.CASE_NUMBER.requiredIn(execution),
                    duty,
                    null,
                    NAME.requiredIn(execution),
                    on,
                    GROUND.requiredIn(execution));
            execution.setVariableLocal(DUTY, duty);
        };
    }

    /** What is agreed for a short stay stands in the register of deadlines, and the timers of the case follow it. */
    @Component
    static class Stays {

        private final Deadlines deadlines;
        private final RunningDates running;

        Stays(Deadlines deadlines, RunningDates running) {
            this.deadlines = deadlines;
            this.running = running;
        }

        @EventListener
        void agreed(StayAgreed stay) {
            deadlines.agreed(
                    stay.caseNumber(),
                    HousingInModels.duty(stay.leavesOn()),
                    null,
                    "Flyt videre fra gennemgangsboligen",
                    stay.leavesOn(),
                    "aftalt ved indflytningen den " + DanishDates.inText(stay.movedInOn()));
            running.follow(stay.caseNumber());
        }

        @EventListener
        void ended(StayEnded stay) {
            deadlines.met(stay.caseNumber(), HousingInModels.duty(stay.agreed()), null, stay.on());
            running.follow(stay.caseNumber());
        }
    }
}
