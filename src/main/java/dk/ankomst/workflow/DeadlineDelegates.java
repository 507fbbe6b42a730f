package dk.ankomst.workflow;

import dk.ankomst.cases.Cases;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.deadlines.DeadlinesByHand;
import dk.ankomst.forms.FormAnswers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of the models that count, move, meet or break deadlines. */
@Configuration(proxyBeanMethods = false)
class DeadlineDelegates {

    /** The fields of the form {@code vurder-fristbrud}. */
    private static final String JUDGED_CAUSE = "fristbrudAarsag";

    private static final String JUDGED_ACTION = "fristbrudHandling";

    /** Every duty of the case gets its date. */
    @Bean
    JavaDelegate beregnFrister(DeadlineSteps steps) {
        return execution -> keepLawDate(
                execution,
                steps.open(CaseVariables.CASE_NUMBER.requiredIn(execution), CaseVariables.TRACK.requiredIn(execution)));
    }

    /** The date of arrival has changed: what is counted from it is counted again. */
    @Bean
    JavaDelegate genberegnFrister(DeadlineSteps steps) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            keepLawDate(execution, steps.recounted(caseNumber, steps.reasonOfNewestChange(caseNumber)));
        };
    }

    /** The family is here: the planned date gives way to the actual one, and the plan goes on to the arrival. */
    @Bean
    JavaDelegate registrerAnkomst(DeadlineSteps steps) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            keepLawDate(execution, steps.recounted(caseNumber, "Familien er ankommet"));
            CaseDelegates.setOnPlan(execution, Map.of(ModtagelseProcess.HAS_ARRIVED.name(), true));
        };
    }

    /** A member has joined: own deadlines, and the family is counted again. */
    @Bean
    JavaDelegate registrerTilkomst(DeadlineSteps steps, Cases cases) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            steps.addSubject(caseNumber, CaseVariables.PERSON_ID.requiredIn(execution));
            CaseDelegates.setOnPlan(
                    execution, FamilyCounts.of(cases.facts(caseNumber)).variables());
        };
    }

    /** A member has left: what is still owed to that person lapses with the reason, and the family is counted again. */
    @Bean
    JavaDelegate registrerAfgang(DeadlineSteps steps, Cases cases) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            steps.personLeft(caseNumber, CaseVariables.PERSON_ID.requiredIn(execution));
            CaseDelegates.setOnPlan(
                    execution, FamilyCounts.of(cases.facts(caseNumber)).variables());
        };
    }

    /** The case ends early: what is still open lapses with the reason that the model gives. */
    @Bean
    JavaDelegate ladFristerBortfalde(DeadlineSteps steps) {
        return execution -> steps.lapse(
                CaseVariables.CASE_NUMBER.requiredIn(execution), ModtagelseProcess.LAPSE_REASON.requiredIn(execution));
    }

    /** Responsibility passes on the day the law says, by itself; whenever the program gets to note it. */
    @Bean
    JavaDelegate registrerOvertagelse(Deadlines deadlines) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            LocalDate takeover = deadlines.dueDate(caseNumber, "overtagelse", null);
            if (takeover != null) {
                deadlines.met(caseNumber, "overtagelse", null, takeover);
            }
        };
    }

    /** Duties and goals that are met because the plan has come this far: today, unless the model names the day. */
    @Bean
    JavaDelegate registrerPligtOpfyldt(Deadlines deadlines, Clock clock) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            String day = ModtagelseProcess.MET_ON.in(execution);
            LocalDate on = day == null ? LocalDate.now(clock) : LocalDate.parse(day);
            for (String duty : ModtagelseProcess.DUTIES.requiredIn(execution).split(",", -1)) {
                for (Long person : Owed.to(execution, deadlines, caseNumber, duty)) {
                    deadlines.met(caseNumber, duty, person, on);
                }
            }
        };
    }

    /** Duties that turned out not to apply to this family or person, with the reason that the model gives. */
    @Bean
    JavaDelegate ladPligtBortfalde(Deadlines deadlines) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            String reason = ModtagelseProcess.LAPSE_REASON.requiredIn(execution);
            for (String duty : ModtagelseProcess.DUTIES.requiredIn(execution).split(",", -1)) {
                for (Long person : Owed.to(execution, deadlines, caseNumber, duty)) {
                    deadlines.notApplicable(caseNumber, duty, person, reason);
                }
            }
        };
    }

    /** A deadline has passed: it is recorded as broken once, and the plan tells the leader. */
    @Bean
    JavaDelegate meldFristbrud(Deadlines deadlines, ReceptionPlanInEngine plan) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            String duty = ModtagelseProcess.DUTY.requiredIn(execution);
            deadlines.reserve(caseNumber);
            List<Passed> passed = new ArrayList<>();
            for (Long person : Owed.to(execution, deadlines, caseNumber, duty)) {
                LocalDate due = deadlines.dueDate(caseNumber, duty, person);
                if (due != null) {
                    passed.add(new Passed(duty, due, person));
                }
            }
            tell(caseNumber, passed, "Opgaven var ikke løst, da fristen udløb", deadlines, plan);
        };
    }

    /**
     * Statutory deadlines that have passed, whether the plan has come to their tasks or not: each is recorded as broken once,
     * and the plan tells the leader.
     */
    @Bean
    JavaDelegate meldPasseredeFrister(Deadlines deadlines, ReceptionPlanInEngine plan) {
        return execution -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(execution);
            deadlines.reserve(caseNumber);
            Set<String> except =
                    Set.of(ModtagelseProcess.EXCEPTIONS.requiredIn(execution).split(",", -1));
            List<Passed> passed = deadlines.runningStatutory(caseNumber, except).stream()
                    .map(deadline -> new Passed(
                            deadline.duty(), Objects.requireNonNull(deadline.dueDate()), deadline.personId()))
                    .toList();
            tell(caseNumber, passed, "Pligten var ikke opfyldt, da fristen udløb", deadlines, plan);
        };
    }

    /** A deadline that may have passed for a person, or for the family as a whole when there is none. */
    private record Passed(
            String duty, LocalDate due, @Nullable Long person) {}

    /** A duty that was missed towards several on the same day is one matter for the leader to judge. */
    private record Matter(String duty, LocalDate due) {}

    private static void tell(
            String caseNumber,
            List<Passed> deadlinesPassed,
            String cause,
            Deadlines deadlines,
            ReceptionPlanInEngine plan) {
        Map<Matter, List<@Nullable Long>> matters = new LinkedHashMap<>();
        for (Passed passed : deadlinesPassed) {
            if (deadlines.breach(caseNumber, passed.duty(), passed.person(), cause)) {
                matters.computeIfAbsent(new Matter(passed.duty(), passed.due()), matter -> new ArrayList<>())
                        .add(passed.person());
            }
        }
        matters.forEach((matter, persons) -> plan.deadlineBroken(
                caseNumber, broken(matter.duty(), matter.due(), persons.size() == 1 ? persons.get(0) : null)));
    }

    /**
     * The leader has judged a breach: what was written in the task goes with the deadline. The words themselves never
     * become variables; they are among the case's notes since the form was handed in.
     */
    @Bean
    TaskListener noterFristvurdering(Deadlines deadlines, FormAnswers answers) {
        return task -> {
            Map<String, String> written = answers.notesOfTask(task.getId());
            String cause = written.get(JUDGED_CAUSE);
            String action = written.get(JUDGED_ACTION);
            if (cause != null && action != null) {
                String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(task);
                String duty = ModtagelseProcess.DUTY.requiredIn(task);
                LocalDate due = LocalDate.parse(ModtagelseProcess.DUE.requiredIn(task));
                Long about = CaseVariables.PERSON_ID.in(task);
                List<@Nullable Long> whom = new ArrayList<>();
                deadlines.brokenBy(caseNumber, duty, due).forEach(deadline -> whom.add(deadline.personId()));
                if (about != null) {
                    whom.retainAll(List.of(about));
                }
                // It may run again, or have been met in time after all; what was judged is kept all the same.
                for (Long person : whom.isEmpty() ? Owed.to(task, deadlines, caseNumber, duty) : whom) {
                    deadlines.judged(caseNumber, duty, person, cause, action);
                }
            }
        };
    }

    /** From which day the family is registered: on some tracks the takeover is that day and not the arrival. */
    @Bean
    TaskListener noterCprRegistrering(Cases cases, DeadlineSteps steps) {
        return task -> {
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(task);
            String date = ModtagelseProcess.CPR_DATE.in(task);
            if (date != null) {
                cases.registeredInCpr(caseNumber, LocalDate.parse(date));
                LocalDate takeover = steps.cprRegistered(caseNumber);
                DelegateExecution plan =
                        task.getExecution().getProcessInstance().getSuperExecution();
                if (plan != null) {
                    keepLawDate(plan, takeover);
                }
            }
        };
    }

    /** The municipality that the family comes from has told when the period ends: the duties named by the model end then. */
    @Bean
    TaskListener noterRestperiode(Deadlines deadlines, DeadlinesByHand byHand) {
        return task -> {
            String told = ModtagelseProcess.REST_ENDS.in(task);
            if (told == null) {
                return;
            }
            String caseNumber = CaseVariables.CASE_NUMBER.requiredIn(task);
            LocalDate ends = LocalDate.parse(told);
            for (String duty : ModtagelseProcess.DUTIES.requiredIn(task).split(",", -1)) {
                for (Long person : Owed.to(task, deadlines, caseNumber, duty)) {
                    if (deadlines.isOpen(caseNumber, duty, person)
                            && !ends.equals(deadlines.dueDate(caseNumber, duty, person))) {
                        byHand.move(caseNumber, duty, person, ends, ModtagelseProcess.REST_GROUND.requiredIn(task));
                    }
                }
            }
        };
    }

    private static Map<String, Object> broken(String duty, LocalDate due, @Nullable Long person) {
        Map<String, Object> what = new HashMap<>();
        what.put(ModtagelseProcess.DUTY.name(), duty);
        what.put(ModtagelseProcess.DUE.name(), due.toString());
        if (person != null) {
            what.put(CaseVariables.PERSON_ID.name(), person);
        }
        return what;
    }

    /** The family has said yes to an integration plan. */
    @Bean
    JavaDelegate meldPlanAftalt(ReceptionPlanInEngine plan) {
        return execution -> plan.planAgreed(CaseVariables.CASE_NUMBER.requiredIn(execution));
    }

    /** The law that holds for the case is that of the takeover. */
    private static void keepLawDate(DelegateExecution execution, @Nullable LocalDate takeover) {
        if (takeover != null) {
            CaseDelegates.setOnPlan(execution, Map.of(CaseVariables.LAW_DATE.name(), takeover.toString()));
        }
    }
}
