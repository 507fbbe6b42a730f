package dk.ankomst.workflow;

import dk.ankomst.cases.Cases;
import dk.ankomst.cases.NewMember;
import dk.ankomst.cases.Visitation;
import dk.ankomst.forms.FormAnswers;
import dk.ankomst.platform.InputRefused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the process {@code visitation}: a case typed in by way of the task list. */
@Configuration(proxyBeanMethods = false)
class IntakeDelegates {

    static final String REFUSED = "visitationAfvist";
    private static final String CASE_FORM = "visitation";
    private static final String MEMBER_FORM = "familiemedlem";

    /** The bean that numbers the members while no person exists yet. */
    static final class Drafts {

        /** The key under which a member's answers are kept until the case is made: below zero, so never a person's id. */
        public long medlem(int loopCounter) {
            return -1L - loopCounter;
        }
    }

    @Bean
    Drafts visitationen() {
        return new Drafts();
    }

    /** Makes the case of what was typed in; everything wrong comes back at once. */
    @Bean
    JavaDelegate opretSag(Cases cases, FormAnswers answers) {
        return execution -> {
            String caseNumber = execution.getProcessBusinessKey();
            try {
                cases.register(visitation(execution, answers), caseNumber);
            } catch (InputRefused e) {
                CaseVariables.CASE_NUMBER.set(execution, null);
                throw new BpmnError(REFUSED, e.getMessage());
            }
        };
    }

    private static Visitation visitation(DelegateExecution execution, FormAnswers answers) {
        String caseNumber = execution.getProcessBusinessKey();
        Map<String, String> given = answers.latest(caseNumber, null, CASE_FORM);
        List<NewMember> members = new ArrayList<>();
        int count = CaseVariables.PERSONS.requiredIn(execution);
        for (int index = 0; index < count; index++) {
            members.add(member(answers.latest(caseNumber, -1L - index, MEMBER_FORM)));
        }
        return new Visitation(
                given.get("sagsreference"),
                given.get("familienavn"),
                text(execution, given, "opholdskategori"),
                text(execution, given, "oprindelse"),
                given.get("oprindelsesnavn"),
                date(text(execution, given, "visitationsdato")),
                date(text(execution, given, "aftaltOvertagelsesdato")),
                date(text(execution, given, "forventetAnkomstdato")),
                "ja".equals(text(execution, given, "uledsagetMindreaarig")),
                given.get("kendteBehov"),
                null,
                members,
                List.of());
    }

    private static NewMember member(Map<String, String> given) {
        String needs = given.get("kendteBehov");
        return new NewMember(
                given.get("fornavn"),
                given.get("efternavn"),
                date(given.get("foedselsdato")),
                given.get("koen"),
                given.get("rolle"),
                given.get("nationalitet"),
                given.get("etniskGruppe"),
                given.get("sprog"),
                needs == null || needs.isBlank()
                        ? List.of()
                        : Arrays.stream(needs.split(",", -1)).map(String::strip).toList(),
                given.get("behovsnote"));
    }

    private static @Nullable String text(DelegateExecution execution, Map<String, String> given, String name) {
        String answered = given.get(name);
        Object variable = answered == null ? execution.getVariable(name) : answered;
        return variable == null ? null : variable.toString();
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null || iso.isBlank() ? null : LocalDate.parse(iso);
    }
}
