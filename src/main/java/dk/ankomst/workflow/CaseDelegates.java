package dk.ankomst.workflow;

import dk.ankomst.cases.Cases;
import dk.ankomst.forms.FormAnswers;
import dk.ankomst.housing.Housing;
import dk.ankomst.volunteers.Matching;
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
    JavaDelegate registrerBolig(Cases cases) {
        return execution -> cases.setPermanentDwelling(
                CaseVariables.CASE_NUMBER.requiredIn(execution),
                "ja".equals(CaseVariables.DWELLING_IS_PERMANENT.requiredIn(execution)));
    }

    /** The family has moved into a permanent dwelling. */
    @Bean
    JavaDelegate registrerPermanentBolig(Cases cases) {
        return execution -> {
            cases.setPermanentDwelling(CaseVariables.CASE_NUMBER.requiredIn(execution), true);
            CaseVariables.DWELLING_IS_PERMANENT.set(execution, "ja");
        };
    }

    /** The language that was found out is written to everybody in the family without one. */
    @Bean
    JavaDelegate registrerTolkesprog(Cases cases, FormAnswers answers) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            Map<String, String> answered = answers.latest(caseNumber, null, "afklar-tolkesprog");
            cases.clarifyInterpreterLanguage(
                    caseNumber, answered.get("afklaretTolkesprog"), answered.get("tolkesprogReserve"));
        };
    }

    /** What the course ended with, in words, when nobody but the calendar ended it. */
    @Bean
    JavaDelegate registrerForloebUdfald() {
        return execution -> IntegrationsforloebProcess.OUTCOME.set(
                execution, IntegrationsforloebProcess.OUTCOME_GIVEN.requiredIn(execution));
    }

    /**
     * The case is closed; open deadlines lapse, the contact with a volunteer ends with the same reason, and the family's
     * dwelling is free for another.
     */
    @Bean
    JavaDelegate lukSag(Cases cases, DeadlineSteps deadlines, Matching matching, Housing housing, Clock clock) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            String reason = ModtagelseProcess.CLOSING_REASON.requiredIn(execution);
            deadlines.lapse(caseNumber, reason);
            matching.caseEnds(caseNumber, reason);
            housing.left(caseNumber, LocalDate.now(clock), reason);
            cases.close(caseNumber, LocalDate.now(clock), reason);
        };
    }

    /** Counts the family again in every running process of the case. */
    static void setOnPlan(DelegateExecution execution, Map<String, Object> variables) {
        execution.getProcessInstance().setVariables(variables);
    }
}
