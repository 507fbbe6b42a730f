package dk.ankomst.workflow;

import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.establishment.OpenQuestion;
import dk.ankomst.forms.CheckedForm;
import dk.ankomst.forms.SubmitCheck;
import dk.ankomst.platform.InputRefused;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the forms about establishment support require of the proposal. Which parts of which lines have to be answered stands
 * in {@code etableringspakke}; a task that uses another form is not held back.
 */
@Configuration(proxyBeanMethods = false)
class EstablishmentChecks {

    private static final int NAMED = 5;

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
            List<OpenQuestion> open = support.proposal(caseNumber).openQuestions();
            if (!open.isEmpty()) {
                throw new InputRefused("", sentence(caseNumber, open));
            }
        }

        private static String sentence(String caseNumber, List<OpenQuestion> open) {
            String named =
                    open.stream().limit(NAMED).map(OpenQuestion::itemName).collect(Collectors.joining("; "));
            String rest = open.size() > NAMED ? " og " + (open.size() - NAMED) + " mere" : "";
            String count = open.size() == 1
                    ? "1 spørgsmål om etableringen er stadig åbent: "
                    : open.size() + " spørgsmål om etableringen er stadig åbne: ";
            return count + named + rest + ". Svar på siden Etablering (vælg Sager, sag " + caseNumber
                    + ", Etablering), eller fravælg linjerne dér. Afslut så opgaven igen.";
        }
    }
}
