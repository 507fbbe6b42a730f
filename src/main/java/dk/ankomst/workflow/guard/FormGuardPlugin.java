package dk.ankomst.workflow.guard;

import dk.ankomst.cases.CaseLooks;
import dk.ankomst.forms.FormAnswers;
import dk.ankomst.forms.FormCheck;
import dk.ankomst.forms.FormFacts;
import dk.ankomst.forms.SubmitCheck;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the guard in front of the engine's services, which REST and Tasklist use as well. */
@Component
class FormGuardPlugin extends AbstractProcessEnginePlugin {

    private final FormCheck check;
    private final ObjectProvider<FormAnswers> answers;
    private final ObjectProvider<SubmitCheck> submitChecks;
    private final ObjectProvider<FormFacts> facts;
    private final ObjectProvider<CaseNumberSource> caseNumbers;
    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final ObjectProvider<CaseLooks> looks;

    /** Everything that may itself need the engine is asked for late: the engine is built before it. */
    FormGuardPlugin(
            FormCheck check,
            ObjectProvider<FormAnswers> answers,
            ObjectProvider<SubmitCheck> submitChecks,
            ObjectProvider<FormFacts> facts,
            ObjectProvider<CaseNumberSource> caseNumbers,
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<CaseLooks> looks) {
        this.check = check;
        this.answers = answers;
        this.submitChecks = submitChecks;
        this.facts = facts;
        this.caseNumbers = caseNumbers;
        this.transactions = transactions;
        this.looks = looks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        FulfilledOn.remember(configuration);
        DeployedForms forms = new DeployedForms();
        FormGuard guard = new FormGuard(
                configuration, forms, check, answers, submitChecks, facts, caseNumbers, transactions, looks);
        configuration.setFormService(new GuardedFormService(guard));
        configuration.setTaskService(new GuardedTaskService(guard));
        configuration.setRuntimeService(new GuardedRuntimeService(guard));
    }
}
