package dk.ankomst.workflow;

import dk.ankomst.cases.Cases;
import dk.ankomst.deadlines.Deadlines;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the models that change the case. */
@Configuration(proxyBeanMethods = false)
class CaseDelegates {

    /** A phase begins: the case moves on to it, never back. */
    @Bean
    ExecutionListener saetFase(Cases cases) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            cases.setPhase(caseNumber, CaseVariables.PHASE.requiredIn(execution));
            // The call activity has its own `fase`; the plan's own follows the case.
            execution
                    .getProcessInstance()
                    .setVariable(
                            CaseVariables.PHASE.name(), cases.facts(caseNumber).phase());
        };
    }

    /** The dwelling found before the arrival is noted as permanent or not. */
    @Bean
    JavaDelegate registrerBolig(Cases cases, Deadlines deadlines, Clock clock) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            boolean permanent = "ja".equals(CaseVariables.DWELLING_IS_PERMANENT.requiredIn(execution));
            cases.setPermanentDwelling(caseNumber, permanent);
            if (permanent) {
                permanentDwellingFound(deadlines, caseNumber, LocalDate.now(clock));
            }
        };
    }

    /** The family has moved into a permanent dwelling. */
    @Bean
    JavaDelegate registrerPermanentBolig(Cases cases, Deadlines deadlines, Clock clock) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            cases.setPermanentDwelling(caseNumber, true);
            permanentDwellingFound(deadlines, caseNumber, LocalDate.now(clock));
            CaseVariables.DWELLING_IS_PERMANENT.set(execution, "ja");
        };
    }

    /** Meets the duty of the law and the municipality's own goal alike. */
    private static void permanentDwellingFound(Deadlines deadlines, String caseNumber, LocalDate on) {
        deadlines.met(caseNumber, "permanent-bolig", null, on);
        deadlines.met(caseNumber, "permanent-bolig-maal", null, on);
    }

    /** What the course ended with, in words, when nobody but the calendar ended it. */
    @Bean
    JavaDelegate registrerForloebUdfald() {
        return execution -> CaseVariables.OUTCOME.set(execution, CaseVariables.OUTCOME_GIVEN.requiredIn(execution));
    }

    /** The case is closed; open deadlines lapse with the same reason. */
    @Bean
    JavaDelegate lukSag(Cases cases, DeadlineSteps deadlines, Clock clock) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            String reason = ModtagelseProcess.CLOSING_REASON.requiredIn(execution);
            deadlines.lapse(caseNumber, reason);
            cases.close(caseNumber, LocalDate.now(clock), reason);
        };
    }

    /** Counts the family again in every running process of the case. */
    static void setOnPlan(DelegateExecution execution, Map<String, Object> variables) {
        execution.getProcessInstance().setVariables(variables);
    }
}
