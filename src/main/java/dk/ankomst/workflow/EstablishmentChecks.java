package dk.ankomst.workflow;

import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.forms.CheckedForm;
import dk.ankomst.forms.SubmitCheck;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the forms about establishment support require of the proposal. Which parts of which lines have to be answered stands
 * in {@code etableringspakke}; a task that uses another form is not held back.
 */
@Configuration(proxyBeanMethods = false)
class EstablishmentChecks {

    @Bean
    SubmitCheck questionsAreAnswered(EstablishmentSupport support) {
        return new Answered("afklar-aabne-spoergsmaal", form -> true, support);
    }

    /** An answer can be taken back after the questions were clarified; what is granted must still be complete. */
    @Bean
    SubmitCheck grantIsComplete(EstablishmentSupport support) {
        return new Answered("bevilg-etableringsstoette", form -> "ja".equals(form.text("erBevilget")), support);
    }

    private record Answered(String formKey, Predicate<CheckedForm> applies, EstablishmentSupport support)
            implements SubmitCheck {

        @Override
        public void check(CheckedForm form, @Nullable String caseNumber, @Nullable Long personId) {
            if (caseNumber == null || !applies.test(form)) {
                return;
            }
            support.proposal(caseNumber).requireAnswered(caseNumber);
        }
    }
}
