package dk.ankomst.workflow;

import dk.ankomst.lint.TaskDate;
import dk.ankomst.platform.StaffGroup;
import dk.ankomst.worklist.DutyTasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the newest version of every model, and again when the engine has read a new one. */
@Component
class DutyTasksInEngine extends AbstractProcessEnginePlugin implements DutyTasks {

    /** The step by which a plan notes that duties are met. */
    private static final String MEETING_STEP = "${registrerPligtOpfyldt}";

    private final ObjectProvider<ProcessEngine> engine;
    private final AtomicReference<@Nullable Duties> known = new AtomicReference<>();

    /**
     * What the models say of duties.
     *
     * @param met those that a task or a step of the plan meets
     * @param groups who does which task
     */
    private record Duties(Map<String, List<DutyTask>> tasks, Set<String> met, Map<String, String> groups) {}

    DutyTasksInEngine(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        UserTasksInModels.read(configuration, (element, activity) -> known.set(null));
    }

    /** The first page after a start is not to wait for it. */
    @EventListener(ApplicationReadyEvent.class)
    void read() {
        byDuty();
    }

    @Override
    public List<DutyTask> of(String duty) {
        return byDuty().getOrDefault(duty, List.of());
    }

    @Override
    public Optional<String> groupOf(String taskKey) {
        return Optional.ofNullable(duties().groups().get(taskKey));
    }

    @Override
    public boolean isMetByPlan(String duty) {
        return duties().met().contains(duty);
    }

    @Override
    public Set<String> dutiesOf(Collection<String> groups) {
        return byDuty().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(task -> groups.contains(task.group())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, List<DutyTask>> byDuty() {
        return duties().tasks();
    }

    private Duties duties() {
        Duties duties = known.get();
        if (duties == null) {
            duties = readModels();
            known.set(duties);
        }
        return duties;
    }

    private Duties readModels() {
        ProcessEngine running = engine.getObject();
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) running.getProcessEngineConfiguration();
        Map<String, List<DutyTask>> all = new LinkedHashMap<>();
        Set<String> met = new HashSet<>();
        Map<String, String> groups = new LinkedHashMap<>();
        configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    for (ProcessDefinition process : running.getRepositoryService()
                            .createProcessDefinitionQuery()
                            .latestVersion()
                            .orderByProcessDefinitionKey()
                            .asc()
                            .list()) {
                        String name = Objects.requireNonNullElse(process.getName(), process.getKey());
                        BpmnModelInstance model = running.getRepositoryService().getBpmnModelInstance(process.getId());
                        model.getModelElementsByType(UserTask.class).forEach(task -> {
                            add(all, name, task);
                            task.getCamundaCandidateGroupsList().stream()
                                    .filter(group -> !group.contains("${"))
                                    .findFirst()
                                    .ifPresent(group -> groups.putIfAbsent(task.getId(), group));
                        });
                        model.getModelElementsByType(ServiceTask.class).stream()
                                .filter(step -> MEETING_STEP.equals(step.getCamundaDelegateExpression()))
                                .forEach(step -> met.addAll(dutiesOf(step)));
                    }
                    return null;
                }));
        Map<String, List<DutyTask>> told = new LinkedHashMap<>();
        all.forEach((duty, tasks) -> {
            List<DutyTask> meeting = tasks.stream().filter(DutyTask::meets).toList();
            told.put(duty, meeting.isEmpty() ? List.copyOf(tasks) : meeting);
            if (!meeting.isEmpty()) {
                met.add(duty);
            }
        });
        return new Duties(Map.copyOf(told), Set.copyOf(met), Map.copyOf(groups));
    }

    /** The duties that a step meets because the plan has come that far. */
    private static List<String> dutiesOf(ServiceTask step) {
        ExtensionElements extensions = step.getExtensionElements();
        return extensions == null
                ? List.of()
                : extensions.getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                        .flatMap(inputs -> inputs.getCamundaInputParameters().stream())
                        .filter(input -> ModtagelseProcess.DUTIES.name().equals(input.getCamundaName()))
                        .flatMap(input -> Stream.of(input.getTextContent().split(",", -1)))
                        .toList();
    }

    private static void add(Map<String, List<DutyTask>> all, String process, UserTask task) {
        String offered =
                task.getCamundaCandidateGroupsList().stream().findFirst().orElse("");
        // A group that the case chooses can be any; its duties carry its name.
        List<String> groups = offered.startsWith("${")
                ? Arrays.stream(StaffGroup.values()).map(StaffGroup::id).toList()
                : List.of(offered);
        List<String> met = property(task, "opfylder").toList();
        List<String> dated = TaskDate.in(task.getCamundaDueDate()).stream()
                .flatMap(date -> date.literal().stream()
                        .map(duty -> date.ofDepartment() ? duty + "-${" + CaseVariables.DEPARTMENT.name() + "}" : duty))
                .toList();
        for (String group : groups) {
            met.forEach(
                    duty -> add(all, duty, offered, new DutyTask(task.getId(), task.getName(), process, group, true)));
            dated.forEach(
                    duty -> add(all, duty, offered, new DutyTask(task.getId(), task.getName(), process, group, false)));
        }
    }

    private static void add(Map<String, List<DutyTask>> all, String duty, String offered, DutyTask task) {
        boolean isNamedByGroup = offered.startsWith("${") && duty.contains(offered);
        String code = isNamedByGroup ? duty.replace(offered, task.group()) : duty;
        // What another variable names is known only while the case runs.
        if (!code.contains("${") && (isNamedByGroup || !offered.startsWith("${"))) {
            all.computeIfAbsent(code, key -> new ArrayList<>()).add(task);
        }
    }

    private static Stream<String> property(UserTask task, String name) {
        ExtensionElements extensions = task.getExtensionElements();
        return extensions == null
                ? Stream.empty()
                : extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue)
                        .flatMap(value -> Stream.of(value.split(",", -1)));
    }
}
