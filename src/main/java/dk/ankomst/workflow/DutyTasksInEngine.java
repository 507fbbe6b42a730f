package dk.ankomst.workflow;

import dk.ankomst.lint.TaskDate;
import dk.ankomst.platform.StaffGroup;
import dk.ankomst.worklist.DutyTasks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
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

    private final ObjectProvider<ProcessEngine> engine;
    private final AtomicReference<@Nullable Map<String, List<DutyTask>>> known = new AtomicReference<>();

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
    public Set<String> dutiesOf(Collection<String> groups) {
        return byDuty().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(task -> groups.contains(task.group())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, List<DutyTask>> byDuty() {
        Map<String, List<DutyTask>> tasks = known.get();
        if (tasks == null) {
            tasks = readModels();
            known.set(tasks);
        }
        return tasks;
    }

    private Map<String, List<DutyTask>> readModels() {
        ProcessEngine running = engine.getObject();
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) running.getProcessEngineConfiguration();
        Map<String, List<DutyTask>> all = new LinkedHashMap<>();
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
                        running.getRepositoryService()
                                .getBpmnModelInstance(process.getId())
                                .getModelElementsByType(UserTask.class)
                                .forEach(task -> add(all, name, task));
                    }
                    return null;
                }));
        Map<String, List<DutyTask>> told = new LinkedHashMap<>();
        all.forEach((duty, tasks) -> {
            List<DutyTask> meeting = tasks.stream().filter(DutyTask::meets).toList();
            told.put(duty, meeting.isEmpty() ? List.copyOf(tasks) : meeting);
        });
        return Map.copyOf(told);
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
