package dk.ankomst.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import dk.ankomst.platform.StaffGroup;
import dk.ankomst.platform.StaffGroup.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * One right of one group in the engine. {@link #all} is the whole list: what is not in it, a group may not do, apart from
 * what the engine gives by itself to the candidate groups of a task (read it and work on it).
 *
 * @param group who
 * @param resource what kind of thing
 * @param resourceId which one, or {@code *}
 * @param permissions what may be done with it
 */
record AccessRight(StaffGroup group, Resource resource, String resourceId, List<Permission> permissions) {

    /** The process by which a case begins; the only one that a person starts. */
    static final String START_PROCESS = "visitation";

    /** The permissions as the engine stores them. */
    int bits() {
        return permissions.stream().mapToInt(Permission::getValue).reduce(0, (all, one) -> all | one);
    }

    /** Every right that does not depend on something in the database. */
    static List<AccessRight> all() {
        List<AccessRight> rights = new ArrayList<>();
        for (StaffGroup group : StaffGroup.values()) {
            switch (group.kind()) {
                case DEPARTMENT -> department(group, rights);
                case LEADER -> leader(group, rights);
                case PROCESS_OWNER -> processOwner(group, rights);
                case AUDITOR -> auditor(group, rights);
                case OPERATIONS -> operations(group, rights);
            }
        }
        return List.copyOf(rights);
    }

    static List<AccessRight> toFilter(String filterId, Collection<StaffGroup> readers) {
        return readers.stream()
                .map(group -> right(group, Resources.FILTER, filterId, Permissions.READ))
                .toList();
    }

    private static void department(StaffGroup group, List<AccessRight> rights) {
        rights.add(application(group, "tasklist"));
        // Without it the process name and the diagram beside a task stay empty.
        rights.add(right(group, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ));
        if (group == StaffGroup.KOORDINATOR) {
            starter(group, rights);
        }
    }

    private static void starter(StaffGroup group, List<AccessRight> rights) {
        rights.add(right(
                group,
                Resources.PROCESS_DEFINITION,
                START_PROCESS,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE));
        // Creating needs both; the definition's right decides which process it may be.
        rights.add(right(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE));
    }

    private static void leader(StaffGroup group, List<AccessRight> rights) {
        rights.add(application(group, "tasklist"));
        rights.add(readingCases(group));
        // TASK_WORK lets a leader take a task over; a due date or a variable still cannot be changed.
        rights.add(right(
                group,
                Resources.TASK,
                ANY,
                TaskPermissions.READ,
                TaskPermissions.READ_VARIABLE,
                TaskPermissions.TASK_ASSIGN,
                TaskPermissions.TASK_WORK));
        rights.add(right(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY));
        rights.add(right(group, Resources.USER, ANY, Permissions.READ));
        rights.add(right(group, Resources.GROUP, ANY, Permissions.READ));
        starter(group, rights);
    }

    private static void processOwner(StaffGroup group, List<AccessRight> rights) {
        rights.add(application(group, "cockpit"));
        rights.add(readingCases(group));
        rights.add(right(group, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE));
        rights.add(right(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY));
        rights.add(right(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
    }

    private static void auditor(StaffGroup group, List<AccessRight> rights) {
        rights.add(application(group, "tasklist"));
        rights.add(application(group, "cockpit"));
        rights.add(readingCases(group));
        rights.add(right(group, Resources.TASK, ANY, TaskPermissions.READ, TaskPermissions.READ_VARIABLE));
        rights.add(right(group, Resources.PROCESS_INSTANCE, ANY, Permissions.READ));
        rights.add(right(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY));
        rights.add(right(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
        rights.add(right(group, Resources.DEPLOYMENT, ANY, Permissions.READ));
        rights.add(right(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ));
        rights.add(right(group, Resources.BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY));
        rights.add(right(group, Resources.USER, ANY, Permissions.READ));
        rights.add(right(group, Resources.GROUP, ANY, Permissions.READ));
        rights.add(right(group, Resources.AUTHORIZATION, ANY, Permissions.READ));
    }

    /**
     * Operations look after users and failed jobs. They read where a case stands, because a failed job cannot be mended
     * otherwise, but none of its values; they have neither Tasklist nor the pages with persons, and rights stay what this
     * list says.
     */
    private static void operations(StaffGroup group, List<AccessRight> rights) {
        rights.add(application(group, "admin"));
        rights.add(application(group, "cockpit"));
        rights.add(right(group, Resources.USER, ANY, Permissions.ALL));
        rights.add(right(group, Resources.GROUP, ANY, Permissions.READ));
        rights.add(right(group, Resources.GROUP_MEMBERSHIP, ANY, Permissions.ALL));
        rights.add(right(group, Resources.AUTHORIZATION, ANY, Permissions.READ));
        rights.add(right(group, Resources.SYSTEM, ANY, SystemPermissions.READ));
        rights.add(right(group, Resources.DEPLOYMENT, ANY, Permissions.READ));
        rights.add(right(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ));
        rights.add(right(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.RETRY_JOB));
        rights.add(right(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ));
    }

    private static AccessRight readingCases(StaffGroup group) {
        return right(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
    }

    private static AccessRight application(StaffGroup group, String application) {
        return right(group, Resources.APPLICATION, application, Permissions.ACCESS);
    }

    private static AccessRight right(
            StaffGroup group, Resource resource, String resourceId, Permission... permissions) {
        return new AccessRight(group, resource, resourceId, List.of(permissions));
    }

    static List<StaffGroup> taskReaders() {
        return StaffGroup.of(Kind.DEPARTMENT, Kind.LEADER, Kind.AUDITOR);
    }
}
