package dk.ankomst.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ankomst.checklists.Answer;
import dk.ankomst.checklists.Checklists;
import dk.ankomst.establishment.CaseProposal;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.establishment.ItemState;
import dk.ankomst.establishment.LineAnswer;
import dk.ankomst.establishment.StoredLine;
import dk.ankomst.worklist.ReadableTasks;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * People at their desks: whoever's group has a task takes it, fills the deployed form as it stands there and sends it,
 * through the same services and the same guard as the task list does.
 */
final class Staff {

    /** Answers that bring a case on where the first option of a form would not. */
    private static final Map<String, Object> USUAL = Map.of(
            "planAfsluttes", "ja",
            "erRestperiodenOplyst", "nej",
            "aftalesNaesteSamtale", "nej",
            "boligErPermanent", "nej",
            "kanBetale", "nej",
            "kanSpareOp", "nej",
            "matchSvar", "fravalgt",
            "antalAktoererMedIndsats", 3);

    private static final Pattern LATER = Pattern.compile("moedeDato|opfoelgningDato|naeste\\w+Dato|indsats\\w+Dato");

    private final ProcessEngineConfigurationImpl engine;
    private final IdentityService identities;
    private final TaskService tasks;
    private final FormService forms;
    private final EstablishmentSupport establishment;
    private final Checklists checklists;
    private final ReadableTasks readable;
    private final SettableClock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Staff(
            ProcessEngine engine,
            EstablishmentSupport establishment,
            Checklists checklists,
            ReadableTasks readable,
            SettableClock clock) {
        this.establishment = establishment;
        this.checklists = checklists;
        this.readable = readable;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.identities = engine.getIdentityService();
        this.tasks = engine.getTaskService();
        this.forms = engine.getFormService();
        this.clock = clock;
    }

    /** The group that a task is offered to. */
    String groupOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group for " + task.getName()));
    }

    void complete(Task task, Map<String, ?> answers) {
        String group = groupOf(task);
        complete(task, group, group, answers);
    }

    void complete(Task task, String user, String group, Map<String, ?> answers) {
        as(user, group, () -> {
            answerOpenLines(task);
            answerChecklist(task);
            Map<String, Object> filled = filled(task, answers);
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), user);
            }
            forms.submitTaskForm(task.getId(), filled);
            return null;
        });
    }

    /** Before a task with a checklist is done, its required points are answered on the list's page. */
    void answerChecklist(Task task) {
        readable.of(List.of(task.getId())).forEach(open -> {
            if (open.caseNumber() != null && open.checklist() != null) {
                checklists
                        .ofCase(open.caseNumber(), open.checklist(), open.personId())
                        .ifPresent(list -> checklists.answer(
                                open.caseNumber(),
                                list.code(),
                                open.personId(),
                                list.missing().stream()
                                        .map(point -> new Checklists.Reply(point.code(), Answer.Kind.JA, null, 0))
                                        .toList()));
            }
        });
    }

    /** Before a proposal is clarified, what it leaves open is answered on its page; one of several is enough. */
    void answerOpenLines(Task task) {
        if (!task.getTaskDefinitionKey().equals("UserTask_AfklarAabneSpoergsmaal")) {
            return;
        }
        // Whoever has a task may not ask the engine for its instance.
        String caseNumber = engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()));
        CaseProposal proposal = establishment.proposal(caseNumber);
        List<LineAnswer> answers = new ArrayList<>();
        for (StoredLine line : proposal.lines()) {
            if (proposal.isAnswerable(line)) {
                boolean first = proposal.alternatives(line).get(0).equals(line);
                answers.add(new LineAnswer(
                        line.id(),
                        line.version(),
                        line.alternativeGroup() == null ? line.chosen() : first,
                        line.quantity() == null ? Integer.valueOf(1) : line.quantity(),
                        line.state() == ItemState.IKKE_ANGIVET ? ItemState.BRUGT : line.state(),
                        "Efter aftale med familien"));
            }
        }
        establishment.answer(caseNumber, answers);
    }

    /** The form of the task, filled in by whoever is logged in. */
    Map<String, Object> filled(Task task, Map<String, ?> answers) {
        Map<String, Object> shown = new HashMap<>(forms.getTaskFormVariables(task.getId()));
        try (InputStream form = forms.getDeployedTaskForm(task.getId())) {
            return filled(json.readTree(form), shown, task.getTaskDefinitionKey(), answers);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> filledStartForm(String processDefinition, Map<String, ?> answers) {
        try (InputStream form = forms.getDeployedStartForm(processDefinition)) {
            return filled(json.readTree(form), new HashMap<>(), "", answers);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> filled(JsonNode form, Map<String, Object> known, String place, Map<String, ?> answers) {
        Map<String, Object> values = new HashMap<>(known);
        Map<String, Object> sent = new HashMap<>();
        form.path("components").forEach(field -> {
            String key = field.path("key").asText("");
            if (!key.isEmpty()) {
                values.putIfAbsent(key, null);
            }
        });
        for (JsonNode field : form.path("components")) {
            String key = field.path("key").asText("");
            boolean written = key.isEmpty()
                    || field.path("disabled").asBoolean()
                    || field.path("readonly").asBoolean();
            if (written || isHidden(field, values)) {
                continue;
            }
            Object value = answer(place, key, answers);
            if (value == null) {
                value = ordinary(field, key);
            }
            values.put(key, value);
            sent.put(key, value);
        }
        return sent;
    }

    private @Nullable Object answer(String place, String key, Map<String, ?> answers) {
        Object here = answers.get(place + "." + key);
        Object given = here == null ? answers.get(key) : here;
        return given == null ? USUAL.get(key) : given;
    }

    private Object ordinary(JsonNode field, String key) {
        return switch (field.path("type").asText()) {
            case "radio", "select" -> field.path("values").get(0).path("value").asText();
            case "checklist" ->
                new ArrayList<>(
                        List.of(field.path("values").get(0).path("value").asText()));
            case "datetime" ->
                (hasHappened(field) || !LATER.matcher(key).matches()
                                ? clock.today()
                                : clock.today().plusDays(56))
                        .toString();
            case "number" -> Math.max(2, field.path("validate").path("min").asInt());
            case "checkbox" -> true;
            default -> "Aftalt";
        };
    }

    private boolean isHidden(JsonNode field, Map<String, Object> values) {
        String hide = field.path("conditional").path("hide").asText("");
        if (hide.isEmpty()) {
            return false;
        }
        Object hidden = engine.getDmnEngineConfiguration()
                .getFeelEngine()
                .evaluateSimpleExpression(
                        hide.substring(1), Variables.fromMap(values).asVariableContext());
        return Boolean.TRUE.equals(hidden);
    }

    /** Does something as a user who is logged in, to the pages' services and to the engine alike. */
    <T extends @Nullable Object> T as(String user, String group, Supplier<T> work) {
        identities.setAuthentication(user, List.of(group));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        user, null, List.of(new SimpleGrantedAuthority("GROUP_" + group))));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
            identities.clearAuthentication();
        }
    }

    private static boolean hasHappened(JsonNode field) {
        return field.path("properties").path("senest").asText().equals("i-dag");
    }
}
