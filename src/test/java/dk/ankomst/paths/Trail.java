package dk.ankomst.paths;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

/**
 * Writes down where a process goes, in the order in which it goes there: every node with its name, every sequence flow
 * that has a name, for a user task its group and the question behind its due date.
 */
final class Trail extends AbstractBpmnParseListener {

    /** What every called process gets and passes on; written down only when it is lost. */
    private static final Set<String> CARRIED_ALWAYS =
            Set.of("sagsnummer", "familie", "spor", "antalPersoner", "antalVoksne", "antalBoern");

    private final String walked;
    private final Supplier<DueDates> dueDates;
    /** By the id of the element, from the model itself, as the engine does not keep the names of events. */
    private final Map<String, String> names = new HashMap<>();

    private final List<String> lines = new ArrayList<>();
    private final Set<String> flows = new HashSet<>();

    /**
     * Makes an empty trail.
     *
     * @param dueDates the doubles of the running test
     */
    Trail(String processKey, BpmnModelInstance model, Supplier<DueDates> dueDates) {
        this.walked = processKey;
        model.getModelElementsByType(FlowElement.class).stream()
                .filter(element -> element.getName() != null)
                .forEach(element -> names.put(element.getId(), element.getName()));
        this.dueDates = dueDates;
    }

    /** The lines so far. */
    List<String> lines() {
        return lines;
    }

    /** Begins anew; the flows taken are kept, as the coverage is that of all paths. */
    void forgetLines() {
        lines.clear();
    }

    /** The ids of all sequence flows ever taken. */
    Set<String> flowsTaken() {
        return flows;
    }

    void write(String line) {
        lines.add(line);
    }

    /** Called when all of the process has been read. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (process.getKey().equals(walked)) {
            follow(process);
        } else {
            userTask(process.getActivities().stream()
                            .filter(activity -> activity.getActivityBehavior() instanceof UserTaskActivityBehavior)
                            .findFirst()
                            .orElseThrow())
                    .addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::calledProcess);
        }
    }

    private void follow(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior) {
                userTask(activity).addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::task);
            } else if (!(activity.getActivityBehavior() instanceof MultiInstanceActivityBehavior)) {
                String node = node(activity.getId());
                activity.addListener(
                        ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> lines.add(node), 0);
            }
            for (PvmTransition transition : activity.getOutgoingTransitions()) {
                String id = transition.getId();
                ((TransitionImpl) transition)
                        .addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> {
                            flows.add(id);
                            if (names.containsKey(id)) {
                                lines.add("--> " + node(id));
                            }
                        });
            }
            follow(activity);
        }
    }

    private static org.camunda.bpm.engine.impl.task.TaskDefinition userTask(ActivityImpl activity) {
        return ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    }

    private void task(DelegateTask task) {
        String groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .sorted()
                .collect(Collectors.joining(","));
        lines.add(node(task.getTaskDefinitionKey()) + " [" + groups + ", "
                + dueDates.get().questionBehind(task.getDueDate()) + "]");
    }

    private void calledProcess(DelegateTask task) {
        Map<String, Object> given = new TreeMap<>(task.getExecution().getVariables());
        if (!PathTest.CASE_NUMBER.equals(task.getExecution().getProcessBusinessKey())) {
            lines.add("business key lost: " + task.getExecution().getProcessBusinessKey());
        }
        CARRIED_ALWAYS.stream()
                .filter(name -> given.remove(name) == null)
                .sorted()
                .forEach(name -> lines.add("variable lost: " + name));
        lines.add("    calls " + task.getName() + given(given));
    }

    /** As {@code {fase=ankomst, personId=1}} with a space before it; nothing when nothing is given. */
    static String given(Map<String, ?> given) {
        return given.isEmpty() ? "" : " " + given;
    }

    private String node(String id) {
        String name = names.get(id);
        return name == null ? id : id + " '" + name.replaceAll("\\s+", " ") + "'";
    }
}
