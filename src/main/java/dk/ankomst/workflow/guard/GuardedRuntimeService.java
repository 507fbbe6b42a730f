package dk.ankomst.workflow.guard;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ConditionEvaluationBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationAsyncBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.camunda.bpm.engine.runtime.MessageCorrelationResultWithVariables;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.SignalEventReceivedBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The engine's runtime service behind the guard. A person starts a process through its start form only, and sends no
 * variables along with messages; the program does so inside a command.
 */
class GuardedRuntimeService extends RuntimeServiceImpl {

    private final FormGuard guard;

    GuardedRuntimeService(FormGuard guard) {
        this.guard = guard;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String processDefinitionId) {
        return new GuardedInstantiation(guard, getCommandExecutor(), processDefinitionId, null);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String processDefinitionKey) {
        return new GuardedInstantiation(guard, getCommandExecutor(), null, processDefinitionKey);
    }

    @Override
    public MessageCorrelationBuilder createMessageCorrelation(String messageName) {
        return guard.restricts()
                ? new GuardedCorrelation(guard, getCommandExecutor(), messageName)
                : super.createMessageCorrelation(messageName);
    }

    @Override
    public MessageCorrelationAsyncBuilder createMessageCorrelationAsync(String messageName) {
        refuseBypass();
        return super.createMessageCorrelationAsync(messageName);
    }

    @Override
    public void messageEventReceived(
            String messageName, String executionId, @Nullable Map<String, Object> processVariables) {
        refuse(processVariables);
        super.messageEventReceived(messageName, executionId, processVariables);
    }

    @Override
    public void signal(
            String executionId,
            @Nullable String signalName,
            @Nullable Object signalData,
            @Nullable Map<String, Object> processVariables) {
        refuse(processVariables);
        super.signal(executionId, signalName, signalData, processVariables);
    }

    @Override
    public void signal(String executionId, @Nullable Map<String, Object> processVariables) {
        refuse(processVariables);
        super.signal(executionId, processVariables);
    }

    @Override
    public ConditionEvaluationBuilder createConditionEvaluation() {
        refuseBypass();
        return super.createConditionEvaluation();
    }

    @Override
    public SignalEventReceivedBuilder createSignalEvent(String signalName) {
        refuseBypass();
        return super.createSignalEvent(signalName);
    }

    private void refuse(@Nullable Map<String, Object> variables) {
        if (guard.restricts()) {
            guard.refuseVariables(variables);
        }
    }

    private void refuseBypass() {
        if (guard.restricts()) {
            guard.refuse("Det kan kun gøres fra sagens egen side.");
        }
    }

    /** A start by REST's {@code /start} or by Java; for a person it counts as handing in the start form. */
    private static final class GuardedInstantiation extends ProcessInstantiationBuilderImpl {

        private final FormGuard guard;

        GuardedInstantiation(FormGuard guard, CommandExecutor executor, @Nullable String id, @Nullable String key) {
            super(executor);
            this.guard = guard;
            this.processDefinitionId = id;
            this.processDefinitionKey = key;
        }

        @Override
        public ProcessInstanceWithVariables executeWithVariablesInReturn(
                boolean skipCustomListeners, boolean skipIoMappings) {
            if (!guard.restricts()) {
                return super.executeWithVariablesInReturn(skipCustomListeners, skipIoMappings);
            }
            if (!modificationBuilder.getModificationOperations().isEmpty() || skipCustomListeners || skipIoMappings) {
                guard.refuse("Et forløb begynder altid fra sin start. Start det uden at springe noget over.");
            }
            String definitionId = processDefinitionId != null
                    ? processDefinitionId
                    : commandExecutor
                            .execute(context ->
                                    context.runWithoutAuthorization(new GetDeployedProcessDefinitionCmd(this, false)))
                            .getId();
            return guard.startProcess(definitionId, businessKey, getVariables(), (key, variables) -> {
                ProcessInstanceModificationBuilderImpl checked = new ProcessInstanceModificationBuilderImpl();
                if (variables != null) {
                    checked.setVariables(variables);
                }
                setModificationBuilder(checked);
                businessKey(key);
                return super.executeWithVariablesInReturn(false, false);
            });
        }
    }

    /** A message that a person sends: it may wake a running process, never start one, and carries nothing. */
    private static final class GuardedCorrelation extends MessageCorrelationBuilderImpl {

        private final FormGuard guard;

        GuardedCorrelation(FormGuard guard, CommandExecutor executor, String messageName) {
            super(executor, messageName);
            this.guard = guard;
        }

        private void check() {
            guard.refuseVariables(payloadProcessInstanceVariables);
            guard.refuseVariables(payloadProcessInstanceVariablesLocal);
            guard.refuseVariables(payloadProcessInstanceVariablesToTriggeredScope);
            if (startMessagesOnly) {
                guard.refuse("Et forløb begynder med sin formular. Start det fra opgavelisten.");
            }
            executionsOnly();
        }

        @Override
        public MessageCorrelationResult correlateWithResult() {
            check();
            return super.correlateWithResult();
        }

        @Override
        public MessageCorrelationResultWithVariables correlateWithResultAndVariables(boolean deserializeValues) {
            check();
            return super.correlateWithResultAndVariables(deserializeValues);
        }

        @Override
        public List<MessageCorrelationResult> correlateAllWithResult() {
            check();
            return super.correlateAllWithResult();
        }

        @Override
        public List<MessageCorrelationResultWithVariables> correlateAllWithResultAndVariables(
                boolean deserializeValues) {
            check();
            return super.correlateAllWithResultAndVariables(deserializeValues);
        }
    }
}
