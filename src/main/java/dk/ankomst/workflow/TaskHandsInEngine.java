package dk.ankomst.workflow;

import dk.ankomst.worklist.TaskHands;
import dk.ankomst.worklist.TaskRefused;
import dk.ankomst.worklist.TaskRefused.Reason;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves tasks between people. The engine lets a person take what is free and give back what is hers; here a member of the
 * group also takes a task over from a colleague who is away, and passes on her own, in the open: the pages ask first, and the
 * engine's log names who did it.
 */
@Component
class TaskHandsInEngine implements TaskHands {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("H.mm");
    private static final String GONE = "Opgaven er allerede afsluttet. Se den i sagens historik.";
    private static final String NOT_YOURS =
            "Opgaven er ikke for din afdeling. Bed afdelingen eller din leder om at tage den.";

    private final ProcessEngine engine;

    TaskHandsInEngine(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    @Transactional
    public void take(String taskId, @Nullable String seen) {
        move(taskId, seen, (task, user) -> {
            check(may(user, TaskPermissions.TASK_WORK, taskId), NOT_YOURS);
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(taskId, user.getUserId());
            } else {
                engine.getTaskService().setAssignee(taskId, user.getUserId());
            }
        });
    }

    @Override
    @Transactional
    public void give(String taskId, @Nullable String seen, @Nullable String to) {
        move(taskId, seen, (task, user) -> {
            boolean isLeader = may(user, TaskPermissions.TASK_ASSIGN, taskId);
            check(
                    isLeader || Objects.equals(task.getAssignee(), user.getUserId()),
                    "Du kan kun sende en opgave videre, når du selv har den. Overtag den først, eller spørg din leder.");
            check(
                    to == null || groups(task).anyMatch(group -> isMember(to, group)),
                    "Opgaven kan kun sendes til en kollega i den gruppe, som den hører til. Vælg en anden.");
            engine.getTaskService().setAssignee(taskId, to);
        });
    }

    @Override
    public void checkMayHold(String taskId) {
        inEngine(context -> {
            TaskEntity task = open(taskId);
            Authentication user = user(context);
            String owner = task.getAssignee();
            check(may(user, TaskPermissions.TASK_WORK, taskId), NOT_YOURS);
            check(
                    owner == null || owner.equals(user.getUserId()) || may(user, TaskPermissions.TASK_ASSIGN, taskId),
                    "Opgaven er hos " + name(String.valueOf(owner)) + ". Overtag den først, eller spørg din leder.");
            return null;
        });
    }

    @Override
    public List<Colleague> members(String groupId) {
        return inEngine(context -> engine.getIdentityService().createUserQuery().memberOfGroup(groupId).list().stream()
                .map(member -> new Colleague(member.getId(), ColleaguesInEngine.name(member)))
                .sorted(Comparator.comparing(Colleague::name).thenComparing(Colleague::id))
                .toList());
    }

    @Override
    public Map<String, String> names(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        return inEngine(context -> {
            Map<String, String> names = new HashMap<>();
            engine.getIdentityService()
                    .createUserQuery()
                    .userIdIn(userIds.toArray(String[]::new))
                    .list()
                    .forEach(user -> names.put(user.getId(), ColleaguesInEngine.name(user)));
            return names;
        });
    }

    private void move(String taskId, @Nullable String seen, BiConsumer<TaskEntity, Authentication> step) {
        try {
            inEngine(context -> {
                TaskEntity task = open(taskId);
                if (!Objects.equals(task.getAssignee(), seen)) {
                    throw new TaskRefused(Reason.MOVED, movedWords(task));
                }
                step.accept(task, user(context));
                return null;
            });
        } catch (OptimisticLockingException meanwhile) {
            throw new TaskRefused(
                    Reason.MOVED, "En kollega ændrede opgaven i samme øjeblik. Se den igen, og prøv så igen.");
        }
    }

    /** Without the engine's own check of rights: each step checks what it asks for. */
    private <T> T inEngine(Function<CommandContext, T> work) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> work.apply(context)));
    }

    private TaskEntity open(String taskId) {
        TaskEntity task = (TaskEntity)
                engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new TaskRefused(Reason.GONE, GONE);
        }
        return task;
    }

    private static Authentication user(CommandContext context) {
        Authentication user = context.getAuthentication();
        if (user == null) {
            throw new TaskRefused(Reason.NOT_ALLOWED, "Log ind for at arbejde med opgaver.");
        }
        return user;
    }

    private boolean may(Authentication user, Permission permission, String taskId) {
        return engine.getAuthorizationService()
                .isUserAuthorized(user.getUserId(), user.getGroupIds(), permission, Resources.TASK, taskId);
    }

    private static void check(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new TaskRefused(Reason.NOT_ALLOWED, otherwise);
        }
    }

    private static Stream<String> groups(TaskEntity task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull);
    }

    private boolean isMember(String userId, String groupId) {
        return engine.getIdentityService()
                        .createUserQuery()
                        .userId(userId)
                        .memberOfGroup(groupId)
                        .count()
                > 0;
    }

    /** Who has it now, and since when. */
    private String movedWords(TaskEntity task) {
        String owner = task.getAssignee();
        if (owner == null) {
            return "Opgaven er lagt tilbage til gruppen imens. Se den igen, og prøv så igen.";
        }
        return name(owner) + " overtog opgaven" + takenAt(task) + ".";
    }

    private String takenAt(TaskEntity task) {
        return engine
                .getHistoryService()
                .createHistoricIdentityLinkLogQuery()
                .taskId(task.getId())
                .type(IdentityLinkType.ASSIGNEE)
                .operationType("add")
                .orderByTime()
                .desc()
                .list()
                .stream()
                .findFirst()
                .map(HistoricIdentityLinkLog::getTime)
                .map(time -> " kl. " + CLOCK_TIME.format(time.toInstant().atZone(DENMARK)))
                .orElse("");
    }

    private String name(String userId) {
        return names(List.of(userId)).getOrDefault(userId, userId);
    }
}
