package dk.ankomst.workflow;

import dk.ankomst.forms.CheckedForm;
import dk.ankomst.forms.SubmitCheck;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.volunteers.Match;
import dk.ankomst.volunteers.Matching;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the models about contact families, and what their forms require of the register. */
@Configuration(proxyBeanMethods = false)
class CivilSocietyDelegates {

    private static final String CONTACT_FAMILY = "kontaktfamilieSvar";
    private static final String ASSOCIATIONS = "foreningSvar";
    private static final String ASK_AGAIN = "naesteTilbudDato";

    /** The family wants something, now or later: the plan starts the effort beside the phases. */
    @Bean
    JavaDelegate meldFrivilligindsats(ReceptionPlanInEngine plan) {
        return execution -> {
            Map<String, Object> answers = new HashMap<>();
            for (String name : Set.of(CONTACT_FAMILY, ASSOCIATIONS, ASK_AGAIN)) {
                Object answer = execution.getVariable(name);
                answers.put(name, answer == null ? "" : answer);
            }
            plan.volunteerEffortAgreed(CaseVariables.CASE_NUMBER.requiredIn(execution), answers);
        };
    }

    /** A match is found when family and volunteer have both said yes, which the register knows. */
    @Bean
    SubmitCheck matchIsAccepted(Matching matching) {
        return new OnMatch(
                "find-kontaktfamilie",
                "matchSvar",
                Set.of("ja"),
                matching,
                match -> match != null && match.accepted(),
                "Notér først på sagens side Frivillige, at både familien og den frivillige har sagt ja.");
    }

    @Bean
    SubmitCheck nobodyIsLeftWaiting(Matching matching) {
        return ended(
                "find-kontaktfamilie",
                "matchSvar",
                Set.of("nej", "fravalgt"),
                matching,
                "Der er et åbent match. Afslut det med en årsag på sagens side Frivillige, eller svar, at det er fundet.");
    }

    @Bean
    SubmitCheck firstMeetingEndsMatch(Matching matching) {
        return ended("hold-foerste-moede", "vilBeggeFortsaette", Set.of("nej"), matching, END_FIRST);
    }

    @Bean
    SubmitCheck followUpEndsMatch(Matching matching) {
        return ended("foelg-op-paa-kontakten", "kontaktForloeb", Set.of("slutter", "nyt-match"), matching, END_FIRST);
    }

    private static final String END_FIRST = "Afslut først matchet med en årsag på sagens side Frivillige.";

    private static SubmitCheck ended(
            String formKey, String field, Set<String> answers, Matching matching, String sentence) {
        return new OnMatch(formKey, field, answers, matching, match -> match == null, sentence);
    }

    private interface Standing {
        boolean holds(@Nullable Match open);
    }

    private record OnMatch(
            String formKey, String field, Set<String> answers, Matching matching, Standing standing, String sentence)
            implements SubmitCheck {

        @Override
        public void check(CheckedForm form, @Nullable String caseNumber, @Nullable Long personId) {
            String answer = form.text(field);
            if (caseNumber != null
                    && answer != null
                    && answers.contains(answer)
                    && !standing.holds(matching.openMatch(caseNumber).orElse(null))) {
                throw new InputRefused(field, sentence);
            }
        }
    }
}
