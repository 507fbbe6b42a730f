package dk.ankomst.workflow.guard;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's form service behind the guard. */
class GuardedFormService extends FormServiceImpl {

    private final FormGuard guard;

    GuardedFormService(FormGuard guard) {
        this.guard = guard;
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, null, new HashMap<>(properties));
    }

    @Override
    public ProcessInstance submitStartFormData(
            String processDefinitionId, @Nullable String businessKey, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, businessKey, new HashMap<>(properties));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, @Nullable Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, @Nullable String businessKey, @Nullable Map<String, Object> properties) {
        return guard.startProcess(
                processDefinitionId,
                businessKey,
                properties,
                (key, variables) -> super.submitStartForm(processDefinitionId, key, variables));
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        guard.<@Nullable Object>completeTask(taskId, properties, variables -> {
            super.submitTaskForm(taskId, variables);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserializeValues) {
        return guard.completeTask(
                taskId,
                properties,
                variables -> super.submitTaskFormWithVariablesInReturn(taskId, variables, deserializeValues));
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, @Nullable Collection<String> formVariables, boolean deserializeObjectValues) {
        return guard.shown(
                taskId,
                formVariables,
                () -> super.getTaskFormVariables(taskId, formVariables, deserializeObjectValues));
    }
}
