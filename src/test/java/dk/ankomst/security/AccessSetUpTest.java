package dk.ankomst.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ankomst.platform.StaffGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.joda.time.DateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

/** Groups, rights, filters and demo users, as they are put in place at every start. */
@SpringBootTest
@ActiveProfiles("test")
@Transactional
class AccessSetUpTest {

    @Autowired
    private AccessSetUp setUp;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private IdentityService identities;

    @Autowired
    private TaskService tasks;

    @Test
    @DisplayName("a second start changes nothing")
    void idempotent() {
        List<String> rights = rights();
        List<String> filterIds = filterIds();

        setUp.establish();

        assertThat(rights()).isEqualTo(rights);
        assertThat(filterIds()).isEqualTo(filterIds);
    }

    @Test
    @DisplayName("every group has a Danish name and a demo user of its own name")
    void groupsAndDemoUsers() {
        for (StaffGroup group : StaffGroup.values()) {
            Group stored = identities.createGroupQuery().groupId(group.id()).singleResult();
            assertThat(stored.getName()).isEqualTo(group.danishName());
            assertThat(identities
                            .createUserQuery()
                            .userId(group.id())
                            .memberOfGroup(group.id())
                            .count())
                    .isEqualTo(1);
            assertThat(identities.checkPassword(group.id(), Users.DEMO_PASSWORD))
                    .isTrue();
        }
        assertThat(identities.createUserQuery().userId("leder").singleResult().getFirstName())
                .isEqualTo("Leder");
    }

    @Test
    @DisplayName("a changed right of ours is put back and one that is gone is made again")
    void ourRightsAreKept() {
        Authorization tasklist = right("jobcenter", Resources.APPLICATION, "tasklist");
        authorizations.deleteAuthorization(tasklist.getId());
        Authorization definitions = right("jobcenter", Resources.PROCESS_DEFINITION, "*");
        definitions.addPermission(Permissions.DELETE);
        authorizations.saveAuthorization(definitions);

        setUp.establish();

        assertThat(right("jobcenter", Resources.APPLICATION, "tasklist")).isNotNull();
        assertThat(right("jobcenter", Resources.PROCESS_DEFINITION, "*").isPermissionGranted(Permissions.DELETE))
                .isFalse();
    }

    @Test
    @DisplayName("a right that the code no longer gives is taken back, one made by hand stays")
    void staleRightsGo(@Autowired AccessRights accessRights) {
        Authorization byHand = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        byHand.setGroupId("jobcenter");
        byHand.setResource(Resources.APPLICATION);
        byHand.setResourceId("cockpit");
        byHand.setPermissions(new Permission[] {Permissions.ACCESS});
        authorizations.saveAuthorization(byHand);
        AccessRight former =
                new AccessRight(StaffGroup.BOLIG, Resources.APPLICATION, "cockpit", List.of(Permissions.ACCESS));
        accessRights.establish(List.of(former));
        assertThat(right("bolig", Resources.APPLICATION, "cockpit")).isNotNull();

        setUp.establish();

        assertThat(right("bolig", Resources.APPLICATION, "cockpit")).isNull();
        assertThat(right("jobcenter", Resources.APPLICATION, "cockpit")).isNotNull();
        assertThat(right("bolig", Resources.APPLICATION, "tasklist")).isNotNull();
    }

    @Test
    @DisplayName("staff have five filters, the leader and the auditor one more, and nobody else's filter is touched")
    void filtersPerGroup() {
        String byHand = filters.saveFilter(filters.newTaskFilter("Eget filter")).getId();

        setUp.establish();

        assertThat(filterNames("jobcenter"))
                .containsExactly(
                        "Mine opgaver", "Min gruppes opgaver", "Over frist", "Forfalder denne uge", "Uden ansvarlig");
        assertThat(filterNames("leder")).hasSize(6).contains("Alle opgaver");
        assertThat(filterNames("revisor")).contains("Alle opgaver", "Over frist");
        assertThat(filterNames("drift")).isEmpty();
        assertThat(filters.createFilterQuery().filterId(byHand).count()).isEqualTo(1);
    }

    @Test
    @DisplayName("each card shows case, family, phase and person")
    void cards() {
        for (Filter filter : ownFilters()) {
            assertThat(String.valueOf(filter.getProperties().get("variables")))
                    .contains("sagsnummer", "Sag", "familie", "Familie", "fase", "Fase", "personNr", "Person");
        }
    }

    @Test
    @DisplayName("a task is over its deadline from the day after, and due this week until Sunday")
    void overdueAndThisWeek() {
        try {
            // A Wednesday.
            ClockUtil.setCurrentTime(new DateTime(2026, 11, 25, 9, 30).toDate());
            task("i går", new DateTime(2026, 11, 24, 23, 59));
            task("i dag", new DateTime(2026, 11, 25, 0, 0));
            task("søndag", new DateTime(2026, 11, 29, 0, 0));
            task("mandag", new DateTime(2026, 11, 30, 0, 0));

            assertThat(taskNames("over-frist")).containsExactly("i går");
            assertThat(taskNames("denne-uge")).containsExactly("i dag", "søndag");
            assertThat(taskNames("uden-ansvarlig")).containsExactly("i går", "i dag", "søndag", "mandag");
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    @DisplayName("the group filter shows the tasks of the person's groups, also those taken")
    void myGroup() {
        Task own = task("egen", new DateTime(2026, 11, 25, 0, 0));
        tasks.addCandidateGroup(own.getId(), "jobcenter");
        Task taken = task("kollegas", new DateTime(2026, 11, 24, 0, 0));
        tasks.addCandidateGroup(taken.getId(), "jobcenter");
        tasks.setAssignee(taken.getId(), "kollega");
        Task other = task("andres", new DateTime(2026, 11, 23, 0, 0));
        tasks.addCandidateGroup(other.getId(), "sundhed");

        assertThat(as("jobcenter", () -> taskNames("gruppe"))).containsExactly("kollegas", "egen");
        assertThat(as("jobcenter", () -> taskNames("over-frist"))).doesNotContain("andres");
    }

    private Task task(String name, DateTime due) {
        Task task = tasks.newTask();
        task.setName(name);
        task.setDueDate(due.toDate());
        tasks.saveTask(task);
        return task;
    }

    private List<String> taskNames(String key) {
        String id = ownFilters().stream()
                .filter(filter -> key.equals(filter.getProperties().get(TasklistFilters.KEY)))
                .map(Filter::getId)
                .findFirst()
                .orElseThrow();
        return filters.<Task>list(id).stream().map(Task::getName).toList();
    }

    private List<Filter> ownFilters() {
        return filters.createFilterQuery().filterResourceType(EntityTypes.TASK).list().stream()
                .filter(filter ->
                        filter.getProperties() != null && filter.getProperties().containsKey(TasklistFilters.KEY))
                .toList();
    }

    private List<String> filterNames(String user) {
        return as(user, () -> filters.createFilterQuery().list().stream()
                .sorted(java.util.Comparator.comparing(filter ->
                        Integer.valueOf(String.valueOf(filter.getProperties().get("priority")))))
                .map(Filter::getName)
                .toList());
    }

    private <T> T as(String user, Supplier<T> work) {
        identities.setAuthentication(user, List.of(user));
        try {
            return work.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    private Authorization right(String group, Resources resource, String id) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
    }

    private List<String> rights() {
        return authorizations.createAuthorizationQuery().list().stream()
                .map(right -> Map.of(
                                "id", right.getId(),
                                "on", right.getResourceType() + ":" + right.getResourceId(),
                                "may", ((AuthorizationEntity) right).getPermissions())
                        .entrySet()
                        .stream()
                        .map(Object::toString)
                        .sorted()
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }

    private List<String> filterIds() {
        return Arrays.asList(ownFilters().stream().map(Filter::getId).sorted().toArray(String[]::new));
    }
}
