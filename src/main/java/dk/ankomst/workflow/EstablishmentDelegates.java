package dk.ankomst.workflow;

import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.establishment.EstablishmentRequest;
import dk.ankomst.establishment.EstablishmentRequest.ExtraModule;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.establishment.Proposal;
import dk.ankomst.forms.FormAnswers;
import dk.ankomst.worklist.DecisionRecords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the models that concern establishment support. */
@Configuration(proxyBeanMethods = false)
class EstablishmentDelegates {

    private static final String FORM = "registrer-ejendele";

    /** The municipality's package, held against the family, the dwelling and what the family brings. */
    @Bean
    JavaDelegate foreslaaEtablering(
            EstablishmentSupport support, FormAnswers answers, Cases cases, DecisionRecords records) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            Proposal proposal = support.propose(caseNumber, request(execution, answers, cases, support));
            records.record(proposal.lines().stream()
                    .map(line -> new DecisionRecords.Taken(
                            caseNumber,
                            null,
                            "etableringspakke",
                            "Etableringspakke",
                            line.ruleId(),
                            line.itemName() + ": "
                                    + (line.quantity() == null ? "antal ikke angivet" : line.quantity() + " stk."),
                            line.question() == null ? line.condition() : line.question(),
                            line.source()))
                    .toList());
        };
    }

    @Bean
    JavaDelegate registrerBevilling(EstablishmentSupport support) {
        return execution -> support.markGranted(CaseVariables.CASE_NUMBER.requiredIn(execution));
    }

    @Bean
    JavaDelegate registrerAfslag(EstablishmentSupport support) {
        return execution -> support.markRefused(CaseVariables.CASE_NUMBER.requiredIn(execution));
    }

    @Bean
    JavaDelegate registrerBestilling(EstablishmentSupport support) {
        return execution -> support.markOrdered(CaseVariables.CASE_NUMBER.requiredIn(execution));
    }

    @Bean
    JavaDelegate registrerLevering(EstablishmentSupport support) {
        return execution -> support.markDelivered(CaseVariables.CASE_NUMBER.requiredIn(execution));
    }

    private static EstablishmentRequest request(
            DelegateExecution execution, FormAnswers answers, Cases cases, EstablishmentSupport support) {
        String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
        Map<String, String> given = answers.latest(caseNumber, null, FORM);
        String reason = given.get("ekstraBegrundelse");
        List<String> relevant = list(given.get("aktuelt"));
        String packageId = EtableringsstoetteProcess.PACKAGE.in(execution);
        Set<String> extras = support.extraItems(packageId);
        return new EstablishmentRequest(
                packageId,
                cases.facts(caseNumber).persons().stream()
                        .filter(person -> person.leftOn() == null)
                        .map(PersonFacts::age)
                        .toList(),
                list(given.get("mangler")),
                list(given.get("ejendele")),
                relevant,
                reason == null || reason.isBlank()
                        ? List.of()
                        : relevant.stream()
                                .filter(extras::contains)
                                .map(item -> new ExtraModule(item, reason))
                                .toList());
    }

    private static List<String> list(@Nullable String joined) {
        return joined == null || joined.isBlank() ? List.of() : Arrays.asList(joined.split(",", -1));
    }
}
