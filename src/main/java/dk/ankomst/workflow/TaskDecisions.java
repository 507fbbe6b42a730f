package dk.ankomst.workflow;

import dk.ankomst.forms.FormAnswers;
import dk.ankomst.forms.FormDefinition;
import dk.ankomst.forms.FormField;
import dk.ankomst.forms.FormReader;
import dk.ankomst.platform.DanishDates;
import dk.ankomst.worklist.DecisionRecords;
import dk.ankomst.worklist.DecisionRecords.TakenByPeople;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps on the case what people decide in a task. The model says which field of the task's form holds the decision
 * (property {@code beslutning}, several with commas between) and which one the reason ({@code begrundelse}), and with
 * {@code foelsom} that it tells of health or children. The words are those that the form showed.
 */
@Component
class TaskDecisions extends AbstractProcessEnginePlugin {

    private static final String DECISION = "beslutning";
    private static final String REASON = "begrundelse";
    private static final String SENSITIVE = "foelsom";
    private static final String YES = "ja";
    private static final int LONGEST_QUESTION = 500;

    private final Supplier<DecisionRecords> records;
    private final Supplier<FormAnswers> answers;
    /** A deployed version never changes. */
    private final Map<String, FormDefinition> formsById = new ConcurrentHashMap<>();

    /** The services are asked for when a task needs them: they rest on the engine that this plug-in helps to build. */
    TaskDecisions(ObjectProvider<DecisionRecords> records, ObjectProvider<FormAnswers> answers) {
        this.records = SingletonSupplier.of(records::getObject);
        this.answers = SingletonSupplier.of(answers::getObject);
    }

    /** What a model says of a task in which people decide. */
    private record Asked(List<String> fields, @Nullable String reason, boolean sensitive) {}

    /** A question of the form and its answer in words. */
    private record Answered(String question, String words) {

        String inOne() {
            return question.endsWith("?") || question.endsWith(":") ? question + " " + words : question + ": " + words;
        }
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        UserTasksInModels.read(configuration, (element, activity) -> {
            String fields = UserTasksInModels.property(element, DECISION);
            if (fields != null) {
                Asked asked = new Asked(
                        List.of(fields.split(",", -1)),
                        UserTasksInModels.property(element, REASON),
                        YES.equals(UserTasksInModels.property(element, SENSITIVE)));
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> keep(task, asked));
            }
        });
    }

    private void keep(DelegateTask task, Asked asked) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        FormDefinition form = form((TaskEntity) task);
        if (caseNumber == null || form == null) {
            return;
        }
        Map<String, String> written = answers.get().writtenIn(caseNumber, task.getId());
        List<Answered> answered = asked.fields().stream()
                .flatMap(key ->
                        form.fields().stream().filter(field -> field.key().equals(key)))
                .flatMap(field -> {
                    Object given = given(task, field, written);
                    return given == null
                            ? Stream.<Answered>empty()
                            : Stream.of(new Answered(field.label(), inWords(field, given.toString())));
                })
                .toList();
        if (answered.isEmpty()) {
            return;
        }
        String reason = form.fields().stream()
                .filter(field -> field.key().equals(asked.reason()))
                .map(field -> given(task, field, written))
                .flatMap(Stream::ofNullable)
                .map(Object::toString)
                .findFirst()
                .orElse(null);
        boolean isOne = answered.size() == 1;
        records.get()
                .record(new TakenByPeople(
                        caseNumber,
                        CaseVariables.PERSON_ID.in(task),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        isOne ? shortened(answered.get(0).question()) : null,
                        isOne
                                ? answered.get(0).words()
                                : answered.stream().map(Answered::inOne).collect(Collectors.joining(". ")),
                        reason,
                        asked.sensitive()));
    }

    /** What belongs to the case is no variable of the engine's. */
    private static @Nullable Object given(DelegateTask task, FormField field, Map<String, String> written) {
        return field.keep() == FormField.Keep.ENGINE ? task.getVariable(field.variable()) : written.get(field.key());
    }

    private static String inWords(FormField field, String answer) {
        Map<String, String> labels = field.options().labels();
        return switch (field.kind()) {
            case CHECKBOX -> Boolean.parseBoolean(answer) ? "Ja" : "Nej";
            case CHOICE -> labels.getOrDefault(answer, answer);
            case CHOICES ->
                Stream.of(answer.split(",", -1))
                        .map(one -> labels.getOrDefault(one, one))
                        .collect(Collectors.joining(", "));
            case DATE -> DanishDates.inText(LocalDate.parse(answer));
            default -> answer;
        };
    }

    private static String shortened(String question) {
        return question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question;
    }

    /** The deployed form of the task; null when it has none. */
    @Nullable
    FormDefinition form(TaskEntity task) {
        CommandContext context = Context.getCommandContext();
        TaskFormData data = context.runWithoutAuthorization(
                () -> task.getTaskDefinition().getTaskFormHandler().createTaskForm(task));
        CamundaFormRef ref = data == null ? null : data.getCamundaFormRef();
        if (data == null || ref == null || ref.getKey() == null) {
            return null;
        }
        CamundaFormDefinition deployed =
                context.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(ref, data.getDeploymentId()));
        return deployed == null
                ? null
                : formsById.computeIfAbsent(
                        deployed.getId(),
                        id -> FormReader.read(deployed.getKey(), deployed.getVersion(), content(context, deployed)));
    }

    private static String content(CommandContext context, CamundaFormDefinition deployed) {
        try (InputStream in = context.runWithoutAuthorization(
                new GetDeploymentResourceCmd(deployed.getDeploymentId(), deployed.getResourceName()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
