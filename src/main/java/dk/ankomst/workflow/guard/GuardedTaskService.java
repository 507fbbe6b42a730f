package dk.ankomst.workflow.guard;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's task service behind the guard: a task ends through its form, and its variables change only with it. */
class GuardedTaskService extends TaskServiceImpl {

    private static final String THROUGH_FORM = "Opgaven afsluttes gennem sin formular. Åbn den, og udfyld formularen.";

    private static final String NO_DELEGATION =
            "En opgave kan ikke uddelegeres. Giv den til en anden i gruppen, eller læg den tilbage, så andre kan tage den.";

    private static final String NO_DELETION =
            "En opgave kan ikke slettes. Løs den, eller bed din leder give den til en anden.";

    private final FormGuard guard;

    GuardedTaskService(FormGuard guard) {
        this.guard = guard;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        guard.<@Nullable Object>completeTask(taskId, variables, checked -> {
            super.complete(taskId, checked);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        return guard.completeTask(
                taskId, variables, checked -> super.completeWithVariablesInReturn(taskId, checked, deserializeValues));
    }

    /** A delegated task would only be handed back by its form, and its answers would stand without it being done. */
    @Override
    public void delegateTask(String taskId, String userId) {
        refuseForPeople(NO_DELEGATION);
        super.delegateTask(taskId, userId);
    }

    @Override
    public void resolveTask(String taskId) {
        refuseForPeople(THROUGH_FORM);
        super.resolveTask(taskId);
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        refuseForPeople(THROUGH_FORM);
        super.resolveTask(taskId, variables);
    }

    @Override
    public void saveTask(Task task) {
        if (task.getDelegationState() != null) {
            refuseForPeople(NO_DELEGATION);
        }
        super.saveTask(task);
    }

    @Override
    public void deleteTask(String taskId) {
        refuseDeletion(taskId);
        super.deleteTask(taskId);
    }

    @Override
    public void deleteTask(String taskId, boolean cascade) {
        refuseDeletion(taskId);
        super.deleteTask(taskId, cascade);
    }

    @Override
    public void deleteTask(String taskId, String deleteReason) {
        refuseDeletion(taskId);
        super.deleteTask(taskId, deleteReason);
    }

    @Override
    public void deleteTasks(Collection<String> taskIds) {
        refuseForPeople(NO_DELETION);
        super.deleteTasks(taskIds);
    }

    @Override
    public void deleteTasks(Collection<String> taskIds, boolean cascade) {
        refuseForPeople(NO_DELETION);
        super.deleteTasks(taskIds, cascade);
    }

    @Override
    public void deleteTasks(Collection<String> taskIds, String deleteReason) {
        refuseForPeople(NO_DELETION);
        super.deleteTasks(taskIds, deleteReason);
    }

    @Override
    protected void setVariables(String taskId, Map<String, ?> variables, boolean local) {
        refuseVariables(variables);
        super.setVariables(taskId, variables, local);
    }

    @Override
    public void setVariable(String taskId, String variableName, @Nullable Object value) {
        refuseWhenRestricted();
        super.setVariable(taskId, variableName, value);
    }

    @Override
    public void setVariableLocal(String taskId, String variableName, @Nullable Object value) {
        refuseWhenRestricted();
        super.setVariableLocal(taskId, variableName, value);
    }

    @Override
    protected void updateVariables(
            String taskId, Map<String, ?> modifications, Collection<String> deletions, boolean local) {
        refuseWhenRestricted();
        super.updateVariables(taskId, modifications, deletions, local);
    }

    @Override
    public void removeVariable(String taskId, String variableName) {
        refuseWhenRestricted();
        super.removeVariable(taskId, variableName);
    }

    @Override
    public void removeVariableLocal(String taskId, String variableName) {
        refuseWhenRestricted();
        super.removeVariableLocal(taskId, variableName);
    }

    @Override
    public void removeVariables(String taskId, Collection<String> variableNames) {
        refuseWhenRestricted();
        super.removeVariables(taskId, variableNames);
    }

    @Override
    public void removeVariablesLocal(String taskId, Collection<String> variableNames) {
        refuseWhenRestricted();
        super.removeVariablesLocal(taskId, variableNames);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        refuseToLeaveForm();
        super.handleBpmnError(taskId, errorCode);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, @Nullable String errorMessage) {
        refuseToLeaveForm();
        super.handleBpmnError(taskId, errorCode, errorMessage);
    }

    @Override
    public void handleBpmnError(
            String taskId, String errorCode, @Nullable String errorMessage, @Nullable Map<String, Object> variables) {
        refuseToLeaveForm();
        super.handleBpmnError(taskId, errorCode, errorMessage, variables);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        refuseToLeaveForm();
        super.handleEscalation(taskId, escalationCode);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, @Nullable Map<String, Object> variables) {
        refuseToLeaveForm();
        super.handleEscalation(taskId, escalationCode, variables);
    }

    private void refuseVariables(@Nullable Map<String, ?> variables) {
        if (guard.restricts()) {
            guard.refuseVariables(variables);
        }
    }

    private void refuseWhenRestricted() {
        refuseVariables(Map.of("", ""));
    }

    private void refuseForPeople(String sentence) {
        if (guard.restricts()) {
            throw new NotForPeople(sentence);
        }
    }

    /** Whoever sees no such task is told that it is gone, as everywhere. */
    private void refuseDeletion(String taskId) {
        if (guard.restricts()) {
            if (createTaskQuery().taskId(taskId).count() == 0) {
                throw new NullValueException("Cannot find task with id " + taskId + ": task is null");
            }
            throw new NotForPeople(NO_DELETION);
        }
    }

    private void refuseToLeaveForm() {
        if (guard.restricts()) {
            guard.refuse(THROUGH_FORM);
        }
    }
}
