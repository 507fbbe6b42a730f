package dk.ankomst.workflow;

import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.notices.Meetings;
import dk.ankomst.platform.StaffGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the models of coordination and housing ask for and leave behind. Lists are one text with commas between. */
@Configuration(proxyBeanMethods = false)
public class CoordinationInModels {

    private static final String EFFORT = "indsats";

    /** What a model says of a date that was agreed, as input parameters of the step that registers it. */
    private static final class Agreement {

        /** The code of the agreed duty without its date. */
        static final Variable<String> KIND = Variable.text("aftale");

        static final Variable<String> NAME = Variable.text("betegnelse");
        static final Variable<String> DATE = Variable.text("aftaltDato");

        /** Where it was agreed. */
        static final Variable<String> GROUND = Variable.text("aftaltVed");

        /** The groups that meet, with commas between; absent for a conversation. */
        static final Variable<String> GROUPS = Variable.text("indkaldte");

        /** The task in which a conversation is held; absent, as the groups, for a date on which nobody meets. */
        static final Variable<String> TASK = Variable.text("indkaldtOpgave");

        /** What the step leaves behind: the code of the agreed duty. */
        static final Variable<String> DUTY = Variable.text("aftaltPligt");

        static final Variable<String> EFFORT_NAME = Variable.text("indsatsBetegnelse");

        private Agreement() {}
    }

    /** The bean {@code moedet}. */
    public static final class Meeting {

        /** The departments that the table chose, each once. */
        public String deltagere(DmnDecisionResult chosen) {
            return joined(chosen.collectEntries("gruppe"));
        }

        public List<String> grupper(DelegateExecution execution) {
            return split(KoordineringsmoedeProcess.PARTICIPANTS.requiredIn(execution));
        }
    }

    /** The bean {@code planen}. */
    public static final class Plan {

        public List<String> grupper(DelegateExecution execution) {
            return split(IntegrationsplanProcess.EFFORTS.requiredIn(execution));
        }
    }

    /** The bean {@code boligen}. */
    public static final class Dwelling {

        /** The kinds of dwelling that the table proposes, as people read them. */
        public String forslag(DmnDecisionResult proposed) {
            return String.join(", ", distinct(proposed.collectEntries("betegnelse")));
        }
    }

    @Bean
    Meeting moedet() {
        return new Meeting();
    }

    @Bean
    Plan planen() {
        return new Plan();
    }

    @Bean
    Dwelling boligen() {
        return new Dwelling();
    }

    /**
     * The efforts of the plan become agreed dates, one for each department that has one, and the follow-up of the plan is
     * agreed as by {@code registrerAftaltDato}. The model says in {@code indsatsBetegnelse} what an effort is called.
     */
    @Bean
    JavaDelegate registrerIndsatser(Deadlines deadlines, Meetings meetings) {
        return execution -> {
            List<String> departments = new ArrayList<>();
            for (StaffGroup group : StaffGroup.of(StaffGroup.Kind.DEPARTMENT)) {
                String field = effortField(group);
                if ("ja".equals(execution.getVariable(field))) {
                    departments.add(group.id());
                    deadlines.agreed(
                            CaseVariables.CASE_NUMBER.requiredIn(execution),
                            EFFORT + "-" + group.id(),
                            null,
                            Agreement.EFFORT_NAME.requiredIn(execution),
                            LocalDate.parse(Objects.toString(execution.getVariable(field + "Dato"))),
                            Agreement.GROUND.requiredIn(execution));
                }
            }
            IntegrationsplanProcess.EFFORTS.set(execution, String.join(",", departments));
            agree(deadlines, meetings, execution, departments);
        };
    }

    /** The form's field for a department's effort: {@code indsatsBoernFamilie} for {@code boern-familie}. */
    private static String effortField(StaffGroup group) {
        return Stream.of(group.id().split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", EFFORT, ""));
    }

    /** A meeting or a talk has got a date; the model says which, when, and who comes, see {@link Agreement}. */
    @Bean
    JavaDelegate registrerAftaltDato(Deadlines deadlines, Meetings meetings) {
        return execution -> agree(deadlines, meetings, execution, List.of());
    }

    /** Each agreed date is a duty of its own, so that the one before it keeps what became of it. */
    private static void agree(
            Deadlines deadlines, Meetings meetings, DelegateExecution execution, List<String> departments) {
        String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
        LocalDate on = LocalDate.parse(Agreement.DATE.requiredIn(execution));
        String duty = Agreement.KIND.requiredIn(execution) + "-" + on;
        String name = Agreement.NAME.requiredIn(execution);
        deadlines.agreed(caseNumber, duty, null, name, on, Agreement.GROUND.requiredIn(execution));
        execution.setVariableLocal(Agreement.DUTY.name(), duty);
        String groups = Agreement.GROUPS.in(execution);
        String task = Agreement.TASK.in(execution);
        if (task != null) {
            meetings.conversationAgreed(caseNumber, duty, name, on, task);
        } else if (groups != null) {
            Set<String> invited = new LinkedHashSet<>(departments);
            Stream.of(groups.split(",", -1)).filter(group -> !group.isEmpty()).forEach(invited::add);
            meetings.agreed(caseNumber, duty, name, on, invited);
        }
    }

    private static String joined(Collection<?> codes) {
        return String.join(",", distinct(codes));
    }

    private static Set<String> distinct(Collection<?> texts) {
        Set<String> once = new LinkedHashSet<>();
        texts.stream().filter(Objects::nonNull).map(Object::toString).forEach(once::add);
        return once;
    }

    static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(",", -1));
    }
}
