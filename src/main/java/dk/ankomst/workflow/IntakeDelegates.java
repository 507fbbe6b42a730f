package dk.ankomst.workflow;

import dk.ankomst.cases.Cases;
import dk.ankomst.cases.SameFamily;
import dk.ankomst.forms.FormAnswers;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.workflow.guard.CaseNumberSource;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the process {@code visitation}: a case typed in by way of the task list. */
@Configuration(proxyBeanMethods = false)
class IntakeDelegates {

    private static final String REFUSED = "visitationAfvist";
    private static final String REASONS = "visitationsfejl";

    @Bean
    CaseNumberSource caseNumberSource(Cases cases) {
        return cases::nextCaseNumber;
    }

    /** Whoever is not the municipality's is refused at once, with the reason, before anything is kept. */
    @Bean
    JavaDelegate kontrollerMaalgruppe(Cases cases, VisitationDrafts drafts) {
        return execution -> {
            cases.refuseOutsideTargetGroup(
                    Objects.toString(execution.getVariable("opholdskategori"), ""),
                    Objects.toString(execution.getVariable("oprindelse"), ""),
                    "ja".equals(execution.getVariable("erUledsaget")));
            // So that the cards of the members' tasks say whose they are.
            String family = drafts.familyName(execution.getProcessBusinessKey());
            if (family != null) {
                CaseVariables.FAMILY.set(execution, family);
            }
        };
    }

    /**
     * Makes the case of what was typed in; everything wrong comes back at once. The reasons repeat what was typed, so they
     * are kept where that is, and the engine learns only that there are some.
     */
    @Bean
    JavaDelegate opretSag(Cases cases, VisitationDrafts drafts, FormAnswers answers) {
        return execution -> {
            String caseNumber = execution.getProcessBusinessKey();
            try {
                cases.validate(drafts.of(caseNumber, execution));
            } catch (SameFamily e) {
                answers.told(
                        caseNumber,
                        VisitationDrafts.CASE_FORM,
                        REASONS,
                        e.getMessage() + " Det gør du på siden Ny sag (/sager/ny); opgiv så visitationen her.");
                throw new BpmnError(REFUSED);
            } catch (InputRefused e) {
                answers.told(
                        caseNumber,
                        VisitationDrafts.CASE_FORM,
                        REASONS,
                        e.errors().stream()
                                .map(InputRefused.FieldError::message)
                                .collect(Collectors.joining(" ")));
                throw new BpmnError(REFUSED);
            }
            cases.register(drafts.of(caseNumber, execution), caseNumber);
        };
    }
}
