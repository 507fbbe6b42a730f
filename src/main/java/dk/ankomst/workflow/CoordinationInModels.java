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
    private static final String PLAN_FOLLOW_UP = "planopfoelgning";
    private static final String COORDINATION = "koordineringsmoede";
    private static final String TALK = "opfoelgningssamtale";

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

    /** The efforts of the plan become agreed dates, one for each department that has one, and one for the follow-up. */
    @Bean
    JavaDelegate registrerIndsatser(Deadlines deadlines, Meetings meetings) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            List<String> departments = new ArrayList<>();
            for (StaffGroup group : StaffGroup.of(StaffGroup.Kind.DEPARTMENT)) {
                String field = effortField(group);
                if ("ja".equals(execution.getVariable(field))) {
                    departments.add(group.id());
                    LocalDate due = LocalDate.parse(Objects.toString(execution.getVariable(field + "Dato")));
                    deadlines.agreed(
                            caseNumber,
                            EFFORT + "-" + group.id(),
                            null,
                            "Indsats efter integrationsplanen",
                            due,
                            "aftalt i integrationsplanen");
                }
            }
            IntegrationsplanProcess.EFFORTS.set(execution, String.join(",", departments));
            agree(
                    deadlines,
                    execution,
                    IntegrationsplanProcess.FOLLOW_UP_DUTY,
                    PLAN_FOLLOW_UP,
                    IntegrationsplanProcess.FIRST_FOLLOW_UP.requiredIn(execution),
                    "Opfølgning på integrationsplanen",
                    "aftalt i integrationsplanen");
            inviteToFollowUp(meetings, execution, IntegrationsplanProcess.FIRST_FOLLOW_UP);
        };
    }

    /** The form's field for a department's effort: {@code indsatsBoernFamilie} for {@code boern-familie}. */
    private static String effortField(StaffGroup group) {
        return Stream.of(group.id().split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", EFFORT, ""));
    }

    /** The next follow-up of the plan has been agreed. */
    @Bean
    JavaDelegate registrerOpfoelgning(Deadlines deadlines, Meetings meetings) {
        return execution -> {
            agree(
                    deadlines,
                    execution,
                    IntegrationsplanProcess.FOLLOW_UP_DUTY,
                    PLAN_FOLLOW_UP,
                    IntegrationsplanProcess.NEXT_FOLLOW_UP.requiredIn(execution),
                    "Opfølgning på integrationsplanen",
                    "aftalt på opfølgningsmødet");
            inviteToFollowUp(meetings, execution, IntegrationsplanProcess.NEXT_FOLLOW_UP);
        };
    }

    /** The departments that have an effort meet with the coordinator. */
    private static void inviteToFollowUp(Meetings meetings, DelegateExecution execution, Variable<String> date) {
        meetings.agreed(
                CaseVariables.CASE_NUMBER.requiredIn(execution),
                IntegrationsplanProcess.FOLLOW_UP_DUTY.requiredIn(execution),
                "Opfølgningsmøde",
                LocalDate.parse(date.requiredIn(execution)),
                withCoordinator(IntegrationsplanProcess.EFFORTS.requiredIn(execution)));
    }

    private static Set<String> withCoordinator(String departments) {
        Set<String> groups = new LinkedHashSet<>(split(departments));
        groups.add(StaffGroup.KOORDINATOR.id());
        return groups;
    }

    /** The date of the coordination meeting has been agreed with the departments that the table chose. */
    @Bean
    JavaDelegate registrerKoordineringsmoede(Deadlines deadlines, Meetings meetings) {
        return execution -> {
            String date = KoordineringsmoedeProcess.MEETING.requiredIn(execution);
            agree(
                    deadlines,
                    execution,
                    KoordineringsmoedeProcess.MEETING_DUTY,
                    COORDINATION,
                    date,
                    "Koordineringsmøde",
                    "aftalt ved indkaldelsen");
            meetings.agreed(
                    CaseVariables.CASE_NUMBER.requiredIn(execution),
                    KoordineringsmoedeProcess.MEETING_DUTY.requiredIn(execution),
                    "Koordineringsmøde",
                    LocalDate.parse(date),
                    withCoordinator(KoordineringsmoedeProcess.PARTICIPANTS.requiredIn(execution)));
        };
    }

    /** The next follow-up talk has been agreed; the talk that was held stays met in the register. */
    @Bean
    JavaDelegate registrerNaesteSamtale(Deadlines deadlines, Meetings meetings) {
        return execution -> {
            String date = IntegrationsforloebProcess.NEXT_TALK.requiredIn(execution);
            agree(
                    deadlines,
                    execution,
                    IntegrationsforloebProcess.TALK_DUTY,
                    TALK,
                    date,
                    "Opfølgningssamtale",
                    "aftalt ved den forrige samtale");
            meetings.conversationAgreed(
                    CaseVariables.CASE_NUMBER.requiredIn(execution),
                    IntegrationsforloebProcess.TALK_DUTY.requiredIn(execution),
                    "Opfølgningssamtale",
                    LocalDate.parse(date),
                    IntegrationsforloebProcess.TALK_TASK);
        };
    }

    /** Each agreed date is a duty of its own, so that the one before it keeps what became of it. */
    private static void agree(
            Deadlines deadlines,
            DelegateExecution execution,
            Variable<String> current,
            String duty,
            String date,
            String name,
            String ground) {
        String code = duty + "-" + date;
        deadlines.agreed(
                CaseVariables.CASE_NUMBER.requiredIn(execution), code, null, name, LocalDate.parse(date), ground);
        current.set(execution, code);
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
