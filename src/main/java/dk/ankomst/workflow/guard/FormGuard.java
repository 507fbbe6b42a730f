package dk.ankomst.workflow.guard;

import dk.ankomst.cases.CaseLooks;
import dk.ankomst.forms.CheckedForm;
import dk.ankomst.forms.Expressions;
import dk.ankomst.forms.FormAnswers;
import dk.ankomst.forms.FormAnswers.Submit;
import dk.ankomst.forms.FormCheck;
import dk.ankomst.forms.FormDefinition;
import dk.ankomst.forms.FormFacts;
import dk.ankomst.forms.FormField;
import dk.ankomst.forms.FormField.Keep;
import dk.ankomst.forms.FormUnusable;
import dk.ankomst.forms.SubmitCheck;
import dk.ankomst.platform.InputRefused;
import dk.ankomst.platform.InputRefused.FieldError;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Stands between people and the engine's services. It restricts whoever is logged in and calls from outside a command;
 * the program's own work (delegates, listeners, jobs, and whatever runs inside a command) passes.
 */
class FormGuard {

    private static final Logger LOG = LoggerFactory.getLogger(FormGuard.class);

    /** A start form's field of this name says which case the process belongs to. */
    private static final String CASE_NUMBER = "sagsnummer";

    /** The fact of this name is the day of the case's visitation. */
    private static final String VISITATION = "visitationsdato";

    private static final String PERSON = "personId";
    private static final int ATTEMPTS = 3;

    private final ProcessEngineConfigurationImpl engine;
    private final DeployedForms forms;
    private final FormCheck check;
    private final Supplier<FormAnswers> answers;
    private final Supplier<List<SubmitCheck>> submitChecks;
    private final Supplier<List<FormFacts>> facts;
    private final Supplier<CaseNumberSource> caseNumbers;
    private final Supplier<PlatformTransactionManager> transactions;
    private final Supplier<CaseLooks> looks;
    private final Expressions expressions;

    FormGuard(
            ProcessEngineConfigurationImpl engine,
            DeployedForms forms,
            FormCheck check,
            ObjectProvider<FormAnswers> answers,
            ObjectProvider<SubmitCheck> submitChecks,
            ObjectProvider<FormFacts> facts,
            ObjectProvider<CaseNumberSource> caseNumbers,
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<CaseLooks> looks) {
        this.engine = engine;
        this.forms = forms;
        this.check = check;
        this.answers = SingletonSupplier.of(answers::getObject);
        this.submitChecks =
                SingletonSupplier.of(() -> submitChecks.orderedStream().toList());
        this.facts = SingletonSupplier.of(() -> facts.orderedStream().toList());
        this.caseNumbers = SingletonSupplier.of(caseNumbers::getObject);
        this.transactions = SingletonSupplier.of(transactions::getObject);
        this.looks = SingletonSupplier.of(looks::getObject);
        this.expressions = (expression, known) -> engine.getDmnEngineConfiguration()
                .getFeelEngine()
                .evaluateSimpleExpression(
                        expression,
                        Variables.fromMap(new HashMap<String, Object>(known)).asVariableContext());
    }

    /** A task or a start event, as far as the guard needs it. */
    private record Place(
            @Nullable FormDefinition form,
            @Nullable String taskId,
            @Nullable String taskKey,
            @Nullable String taskName,
            @Nullable String processDefinitionId,
            @Nullable String caseNumber,
            @Nullable Long personId,
            Map<String, @Nullable Object> variables) {}

    /** Whether the caller is a person (or a program logged in as one) and not the program itself. */
    boolean restricts() {
        return Context.getCommandContext() == null && authentication() != null;
    }

    private @Nullable Authentication authentication() {
        return engine.getIdentityService().getCurrentAuthentication();
    }

    private String user() {
        return Objects.requireNonNull(authentication()).getUserId();
    }

    /** Refuses what no person may do, with a sentence that says what to do instead. */
    void refuse(String sentence) {
        throw refused(new InputRefused("", sentence));
    }

    /** Refuses variables that come along with a call that has no form. */
    void refuseVariables(@Nullable Map<String, ?> variables) {
        if (variables != null && !variables.isEmpty()) {
            refuse("Oplysninger kan kun gives i en formular. Åbn opgaven, og udfyld den der.");
        }
    }

    /**
     * Checks what was sent for a task and lets the engine complete it, in one transaction with the answers that belong to
     * the case.
     *
     * @param complete the engine's own work, given the variables it may keep
     */
    <T extends @Nullable Object> T completeTask(
            String taskId, @Nullable Map<String, Object> sent, Function<@Nullable Map<String, Object>, T> complete) {
        if (!restricts()) {
            return complete.apply(sent);
        }
        return guarded(() -> inTransaction(context -> {
            Place task = task(context, taskId);
            if (task == null) {
                // The engine says so itself, in the words that Tasklist understands.
                return complete.apply(null);
            }
            FormDefinition form = task.form();
            if (form == null) {
                if (sent != null && !sent.isEmpty()) {
                    refuse("Opgaven har ingen formular. Afslut den uden at sende oplysninger med.");
                }
                return complete.apply(null);
            }
            CheckedForm checked = check(task, form, sent);
            save(task, form, task.caseNumber(), checked);
            // The right to work on this task was checked above; the engine would ask the database for it again.
            return context.runWithoutAuthorization(() -> complete.apply(new HashMap<>(checked.variables())));
        }));
    }

    /** A process start that the engine is to perform. */
    interface Start<T> {

        T with(@Nullable String businessKey, @Nullable Map<String, Object> variables);
    }

    /**
     * Checks what was sent for a start form and lets the engine start the process, in one transaction with the answers
     * that belong to the case. A form that keeps answers begins a new case, unless it names one in its field
     * {@code sagsnummer}.
     */
    <T> T startProcess(
            String processDefinitionId,
            @Nullable String businessKey,
            @Nullable Map<String, Object> sent,
            Start<T> start) {
        if (!restricts()) {
            return start.with(businessKey, sent);
        }
        return guarded(() -> inTransaction(context -> {
            Place place = startEvent(context, processDefinitionId);
            FormDefinition form = place.form();
            if (form == null) {
                refuseVariables(sent);
                return start.with(businessKey, null);
            }
            if (businessKey != null) {
                refuse("Sagsnummeret gives af systemet. Start forløbet uden selv at give et.");
            }
            CheckedForm checked = check(place, form, sent);
            String caseNumber = checked.text(CASE_NUMBER);
            Map<String, Object> variables = new HashMap<>(checked.variables());
            if (caseNumber == null && form.keepsOnCase()) {
                caseNumber = caseNumbers.get().nextCaseNumber();
                variables.put(CASE_NUMBER, caseNumber);
            }
            save(place, form, caseNumber, checked);
            return start.with(caseNumber, variables);
        }));
    }

    /**
     * What a task's form shows: only what it mentions, the case's answers from the own tables.
     *
     * @param names the names asked for; null for all
     * @param engineVariables what the engine would hand out, which also proves the right to read
     */
    VariableMap shown(String taskId, @Nullable Collection<String> names, Supplier<VariableMap> engineVariables) {
        if (Context.getCommandContext() != null) {
            return engineVariables.get();
        }
        // In one command and one transaction, so that nothing need be read twice.
        Map<String, @Nullable Object> shown = inTransaction(context -> {
            @SuppressWarnings("unused") // whoever may not read them is refused here
            VariableMap readable = engineVariables.get();
            Place task = task(context, taskId, false);
            if (task == null || task.form() == null) {
                return Map.<String, @Nullable Object>of();
            }
            lookedAt(task);
            return shown(task, task.form());
        });
        VariableMap result = Variables.createVariables();
        nested(shown).forEach((name, value) -> {
            if (value != null && (names == null || names.contains(name))) {
                result.put(name, EngineValues.typed(value));
            }
        });
        return result;
    }

    /** What a form shows of a case is a look at it by the person who opened the task. */
    private void lookedAt(Place task) {
        if (task.caseNumber() != null && authentication() != null) {
            looks.get().recordPart(task.caseNumber(), CaseLooks.TASK + task.taskName());
        }
    }

    /** Fields of a group with a path are sent to and from the browser as one object per group. */
    private static Map<String, @Nullable Object> nested(Map<String, @Nullable Object> flat) {
        Map<String, @Nullable Object> nested = new LinkedHashMap<>();
        flat.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                nested.put(key, value);
            }
        });
        flat.keySet().stream()
                .filter(key -> key.indexOf('.') > 0)
                .map(key -> key.substring(0, key.indexOf('.')))
                .distinct()
                .forEach(group -> {
                    Map<String, @Nullable Object> inner = new LinkedHashMap<>();
                    flat.forEach((key, value) -> {
                        if (key.startsWith(group + ".")) {
                            inner.put(key.substring(group.length() + 1), value);
                        }
                    });
                    nested.put(group, nested(inner));
                });
        return nested;
    }

    private @Nullable Place task(CommandContext context, String taskId) {
        return task(context, taskId, true);
    }

    private @Nullable Place task(CommandContext context, String taskId, boolean toComplete) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null) {
            return null;
        }
        if (toComplete) {
            // Who may not work on the task learns nothing of its form either.
            for (CommandChecker checker : engine.getCommandCheckers()) {
                checker.checkTaskWork(task);
            }
            if (task.getDelegationState() != null) {
                // The engine would only hand a delegated task back and keep it open, with its answers stored.
                task.setDelegationState(null);
            }
        }
        FormData data = task.getTaskDefinition() == null
                ? null
                : context.runWithoutAuthorization(
                        () -> task.getTaskDefinition().getTaskFormHandler().createTaskForm(task));
        FormDefinition form = asFulfilling(forms.find(context, data), task);
        ExecutionEntity process = task.getProcessInstance();
        String businessKey = process == null ? null : process.getBusinessKey();
        Map<String, @Nullable Object> variables = new HashMap<>();
        if (form != null) {
            form.mentions().forEach(name -> variables.put(name, plain(task.getVariable(name))));
            form.fields().forEach(field -> variables.put(field.key(), plain(task.getVariable(field.variable()))));
        }
        return new Place(
                form,
                taskId,
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getProcessDefinitionId(),
                businessKey != null ? businessKey : (String) plain(task.getVariable(CASE_NUMBER)),
                task.getVariable(PERSON) instanceof Number person ? Long.valueOf(person.longValue()) : null,
                variables);
    }

    /** The day on which a duty was fulfilled is one that has happened in the case, whatever the form says of its field. */
    private static @Nullable FormDefinition asFulfilling(@Nullable FormDefinition form, TaskEntity task) {
        String field = FulfilledOn.field(task);
        return form == null || field == null ? form : form.withHappened(field);
    }

    private static @Nullable Object plain(@Nullable Object variable) {
        return variable instanceof String || variable instanceof Boolean || variable instanceof Number
                ? variable
                : null;
    }

    private Place startEvent(CommandContext context, String processDefinitionId) {
        ProcessDefinitionEntity definition =
                engine.getDeploymentCache().findDeployedProcessDefinitionById(processDefinitionId);
        for (CommandChecker checker : engine.getCommandCheckers()) {
            checker.checkCreateProcessInstance(definition);
        }
        FormData data = definition.getStartFormHandler() == null
                ? null
                : context.runWithoutAuthorization(
                        () -> definition.getStartFormHandler().createStartFormData(definition));
        return new Place(
                forms.find(context, data),
                null,
                null,
                null,
                processDefinitionId,
                null,
                null,
                Map.<String, @Nullable Object>of());
    }

    /** Everything the form shows before anybody types, by the names it mentions. */
    private Map<String, @Nullable Object> shown(Place place, FormDefinition form) {
        String caseNumber = place.caseNumber();
        Map<String, @Nullable Object> shown = new HashMap<>(place.variables());
        if (caseNumber == null) {
            return shown;
        }
        Map<String, FormField> fields = form.fields().stream().collect(Collectors.toMap(FormField::key, f -> f));
        Set<String> mentions = form.mentions();
        Set<String> names = new HashSet<>(mentions);
        names.addAll(fields.keySet());
        FormAnswers.Shown answered = answers.get().shown(caseNumber, place.personId(), form.key(), names);
        answered.ofAnyForm().forEach((key, text) -> {
            FormField field = fields.get(key);
            boolean isOnlyShown = field == null || field.disabled() || Boolean.TRUE.equals(field.readOnly());
            if (isOnlyShown && (mentions.contains(key) || field != null)) {
                shown.put(key, field == null ? text : field.asShown(text));
            }
        });
        facts(place, caseNumber, mentions).forEach((name, value) -> {
            if (mentions.contains(name)) {
                shown.put(name, value);
            }
        });
        fields.values().forEach(field -> {
            String text = answered.ofForm().get(field.key());
            if (field.keep() == Keep.CASE && text != null) {
                shown.put(field.key(), text);
            }
            Object known = shown.get(field.key());
            if (known != null) {
                shown.put(field.key(), field.keep() == Keep.NOTE ? null : field.asShown(known));
            }
        });
        return shown;
    }

    /**
     * What the sources know. One that finds no case says so by an exception, caught or not, and that would spoil the
     * transaction in which the form is handed in: they are asked under a savepoint.
     */
    private Map<String, Object> facts(Place place, String caseNumber, Set<String> mentions) {
        TransactionTemplate apart = new TransactionTemplate(transactions.get());
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        Map<String, Object> known = new HashMap<>();
        try {
            apart.executeWithoutResult(status -> facts.get()
                    .forEach(source ->
                            known.putAll(source.facts(caseNumber, place.personId(), mentions, place.variables()))));
        } catch (UnexpectedRollbackException e) {
            LOG.debug("A source of facts has nothing on case {}", caseNumber);
        }
        return known;
    }

    private @Nullable LocalDate visitation(Place place, FormDefinition form) {
        String caseNumber = place.caseNumber();
        return caseNumber != null
                        && form.asksForVisitation()
                        && facts(place, caseNumber, Set.of(VISITATION)).get(VISITATION) instanceof String date
                ? LocalDate.parse(date)
                : null;
    }

    private CheckedForm check(Place place, FormDefinition form, @Nullable Map<String, Object> sent) {
        CheckedForm checked =
                check.check(form, EngineValues.plain(sent), shown(place, form), expressions, visitation(place, form));
        List<FieldError> errors = submitChecks.get().stream()
                .filter(rule -> rule.formKey().equals(form.key()))
                .flatMap(rule -> {
                    try {
                        rule.check(checked, place.caseNumber(), place.personId());
                        return Stream.<FieldError>empty();
                    } catch (InputRefused refused) {
                        return refused.errors().stream();
                    }
                })
                .toList();
        if (!errors.isEmpty()) {
            throw new InputRefused(errors);
        }
        return checked;
    }

    private void save(Place place, FormDefinition form, @Nullable String caseNumber, CheckedForm checked) {
        if (caseNumber == null && form.keepsOnCase()) {
            throw new FormUnusable(
                    "Opgaven hører ikke til en sag, så svarene kan ikke gemmes. Sig det til procesejeren.");
        }
        answers.get()
                .save(
                        new Submit(
                                caseNumber,
                                place.personId(),
                                form.key(),
                                form.version(),
                                place.taskId(),
                                place.taskKey(),
                                place.processDefinitionId(),
                                user(),
                                place.taskName(),
                                checked.notes().isEmpty() ? null : groupOf(place)),
                        checked.answers(),
                        checked.notes());
    }

    /** The group that a task is offered to; null when it is offered to nobody, and for a form that begins a process. */
    private static @Nullable String groupOf(Place place) {
        TaskEntity task = place.taskId() == null
                ? null
                : Context.getCommandContext().getTaskManager().findTaskById(place.taskId());
        return task == null
                ? null
                : task.getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Own tables and engine in one transaction, and the engine's part in one command, so that what is read to check a form
     * need not be read again to complete its task.
     */
    private <T extends @Nullable Object> T inTransaction(Command<T> work) {
        return new TransactionTemplate(transactions.get())
                .execute(status -> engine.getCommandExecutorTxRequired().execute(work));
    }

    /**
     * Turns whatever is refused on the way into one answer. Two people at a joining gateway at once make the engine give
     * up one of them; that one is done again, unless a wider transaction has already been spoilt by it.
     */
    private static <T extends @Nullable Object> T guarded(Supplier<T> work) {
        int attempts = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : ATTEMPTS;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (OptimisticLockingException e) {
                if (attempt >= attempts) {
                    throw e;
                }
            } catch (FormUnusable e) {
                LOG.error("A form cannot be used: {}", e.getMessage());
                throw new FormFieldValidationException(null, e.getMessage(), e);
            } catch (RuntimeException e) {
                if (attempt < attempts && Clash.in(e) == Clash.CHANGED) {
                    continue;
                }
                InputRefused refused = Refusals.in(e);
                throw refused == null || e instanceof FormFieldValidationException ? e : refused(refused);
            }
        }
    }

    private static FormFieldValidationException refused(InputRefused refused) {
        return new FormFieldValidationException(refused, refused.getMessage(), refused);
    }
}
