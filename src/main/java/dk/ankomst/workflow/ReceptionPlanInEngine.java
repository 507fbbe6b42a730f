package dk.ankomst.workflow;

import dk.ankomst.cases.CaseFacts;
import dk.ankomst.cases.Cases;
import dk.ankomst.cases.PersonFacts;
import dk.ankomst.cases.ReceptionPlan;
import dk.ankomst.deadlines.CaseDates;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Runs the reception plan in the engine. The plan is started and told of changes in the caller's transaction, so that a
 * case and its plan arise, change or fail together.
 */
@Component
class ReceptionPlanInEngine implements ReceptionPlan {

    /** What the processes about one person wait for, besides their own work. */
    private static final String PERSON_LEFT = "person-udgaaet";

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final Cases cases;
    private final Deadlines deadlines;
    private final DeadlineSteps steps;

    /** @param cases lazy, because the cases need this plan in turn; so do those who need the cases */
    ReceptionPlanInEngine(
            ProcessEngine engine, @Lazy Cases cases, @Lazy Deadlines deadlines, @Lazy DeadlineSteps steps) {
        this.runtime = engine.getRuntimeService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.cases = cases;
        this.deadlines = deadlines;
        this.steps = steps;
    }

    @Override
    public List<FieldError> objections(
            @Nullable String caseNumber,
            String track,
            LocalDate visitation,
            @Nullable LocalDate takeoverAgreed,
            @Nullable LocalDate plannedArrival) {
        return deadlines
                .objections(
                        caseNumber, new CaseDates(track, visitation, takeoverAgreed, plannedArrival, null, Map.of()))
                .stream()
                .map(objection -> new FieldError(
                        objection.field().equals(Deadlines.AGREED) ? "takeoverAgreedDate" : "visitationDate",
                        objection.message()))
                .toList();
    }

    @Override
    public void reserve(String caseNumber) {
        deadlines.reserve(caseNumber);
    }

    @Override
    public void start(CaseFacts facts) {
        Map<String, Object> variables = new HashMap<>(cases.trackInputs(facts.caseNumber()));
        variables.put(CaseVariables.CASE_NUMBER.name(), facts.caseNumber());
        variables.put(CaseVariables.FAMILY.name(), facts.family());
        variables.put(CaseVariables.PHASE.name(), facts.phase());
        variables.putAll(FamilyCounts.of(facts).variables());
        variables.put(ModtagelseProcess.HAS_ARRIVED.name(), facts.arrival() != null);
        variables.put(
                ModtagelseProcess.INTERPRETER_UNKNOWN.name(),
                facts.persons().stream().anyMatch(person -> person.interpreterLanguage() == null));
        unchecked(() -> runtime.createMessageCorrelation(ModtagelseProcess.VISITATION_RECEIVED)
                .processInstanceBusinessKey(facts.caseNumber())
                .setVariables(variables)
                .correlateStartMessage());
    }

    @Override
    public void arrivalDateChanged(String caseNumber) {
        unchecked(() -> to(caseNumber, ModtagelseProcess.ARRIVAL_DATE_CHANGED).correlate());
    }

    @Override
    public void factsChanged(String caseNumber, String reason) {
        LocalDate takeover = steps.recounted(caseNumber, reason);
        Map<String, Object> variables =
                new HashMap<>(FamilyCounts.of(cases.facts(caseNumber)).variables());
        if (takeover != null) {
            variables.put(CaseVariables.LAW_DATE.name(), takeover.toString());
        }
        unchecked(() -> plans(caseNumber).forEach(plan -> runtime.setVariables(plan, variables)));
    }

    @Override
    public void arrived(String caseNumber) {
        unchecked(() -> to(caseNumber, ModtagelseProcess.FAMILY_ARRIVED).correlate());
    }

    @Override
    public void memberAdded(String caseNumber, long personId) {
        PersonFacts person = cases.facts(caseNumber).persons().stream()
                .filter(candidate -> candidate.id() == personId)
                .findFirst()
                .orElseThrow();
        unchecked(() -> to(caseNumber, ModtagelseProcess.MEMBER_ADDED)
                .setVariablesToTriggeredScope(Map.of(
                        CaseVariables.PERSON_ID.name(), personId,
                        CaseVariables.PERSON_NUMBER.name(), Integer.toString(person.number()),
                        CaseVariables.IS_ADULT.name(), person.adult()))
                .correlate());
    }

    @Override
    public void memberLeft(String caseNumber, long personId) {
        unchecked(() -> {
            to(caseNumber, ModtagelseProcess.MEMBER_LEFT)
                    .setVariablesToTriggeredScope(Map.of(CaseVariables.PERSON_ID.name(), personId))
                    .correlate();
            // What is only about that person stops, each process as its model says.
            runtime.createMessageCorrelation(PERSON_LEFT)
                    .processInstanceBusinessKey(caseNumber)
                    .processInstanceVariableEquals(CaseVariables.PERSON_ID.name(), personId)
                    .correlateAll();
        });
    }

    @Override
    public void movedAway(String caseNumber) {
        unchecked(() -> to(caseNumber, ModtagelseProcess.FAMILY_MOVED_AWAY).correlate());
    }

    @Override
    public void permitLapsed(String caseNumber) {
        unchecked(() -> to(caseNumber, ModtagelseProcess.PERMIT_LAPSED).correlate());
    }

    @Override
    public boolean isEnding(String caseNumber) {
        return !plans(caseNumber).isEmpty();
    }

    /** A deadline has passed unmet; the leader's group is told by the plan. */
    void deadlineBroken(String caseNumber, Map<String, Object> what) {
        unchecked(() -> to(caseNumber, ModtagelseProcess.DEADLINE_BROKEN)
                .setVariablesToTriggeredScope(what)
                .correlate());
    }

    /** The family has said yes to an integration plan, which then lives beside the phases until it is closed. */
    void planAgreed(String caseNumber) {
        unchecked(() -> to(caseNumber, ModtagelseProcess.PLAN_AGREED).correlate());
    }

    /** The family wants a contact family or associations, now or later; the effort lives beside the phases. */
    void volunteerEffortAgreed(String caseNumber, Map<String, Object> answers) {
        unchecked(() -> to(caseNumber, ModtagelseProcess.VOLUNTEER_EFFORT_AGREED)
                .setVariablesToTriggeredScope(answers)
                .correlate());
    }

    private MessageCorrelationBuilder to(String caseNumber, String message) {
        List<String> plans = plans(caseNumber);
        if (plans.size() != 1) {
            throw new IllegalStateException("Sag " + caseNumber + " har " + plans.size() + " forløb, ikke ét");
        }
        return runtime.createMessageCorrelation(message).processInstanceId(plans.get(0));
    }

    /** The plans that run for a case, whoever asks. */
    private List<String> plans(String caseNumber) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey(ModtagelseProcess.KEY)
                        .processInstanceBusinessKey(caseNumber)
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .toList()));
    }

    /** The right to act was checked where the request came in; staff hold no right to send messages to the engine. */
    private void unchecked(Runnable work) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            context.runWithoutAuthorization(() -> {
                work.run();
                return null;
            });
            return null;
        });
    }
}
