package dk.ankomst.security;

import dk.ankomst.platform.StaffGroup;
import dk.ankomst.platform.StaffGroup.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The filters of Tasklist. Each is recognised by a key among its properties, so that a filter that somebody has made by
 * hand is left alone. A filter narrows what a person may see anyway: the engine shows staff the tasks of their own groups
 * only.
 */
@Component
class TasklistFilters {

    /** The property of a filter that says which one of ours it is. */
    static final String KEY = "ankomst";

    /** Midnight at the start of today: a task is over its deadline from the day after. */
    private static final String TODAY = "dateTime().withTimeAtStartOfDay()";

    private record Definition(
            String key,
            String name,
            String description,
            List<StaffGroup> readers,
            Function<TaskQuery, TaskQuery> query) {}

    private final FilterService filters;
    private final TaskService tasks;

    TasklistFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Makes, updates and removes filters; answers the rights to read them. */
    List<AccessRight> establish() {
        Map<String, Filter> existing = new HashMap<>();
        for (Filter filter :
                filters.createFilterQuery().filterResourceType(EntityTypes.TASK).list()) {
            Object key = filter.getProperties() == null
                    ? null
                    : filter.getProperties().get(KEY);
            if (key != null) {
                existing.put(key.toString(), filter);
            }
        }
        List<AccessRight> rights = new ArrayList<>();
        int priority = 0;
        for (Definition definition : definitions()) {
            Filter filter = existing.remove(definition.key());
            if (filter == null) {
                filter = filters.newTaskFilter();
            }
            filter.setName(definition.name())
                    .setProperties(properties(definition, priority += 10))
                    .setQuery(definition
                            .query()
                            .apply(tasks.createTaskQuery())
                            .orderByDueDate()
                            .asc());
            rights.addAll(AccessRight.toFilter(filters.saveFilter(filter).getId(), definition.readers()));
        }
        existing.values().forEach(filter -> filters.deleteFilter(filter.getId()));
        return rights;
    }

    private static List<Definition> definitions() {
        List<StaffGroup> workers = StaffGroup.of(Kind.DEPARTMENT, Kind.LEADER);
        List<StaffGroup> readers = AccessRight.taskReaders();
        return List.of(
                new Definition(
                        "mine",
                        "Mine opgaver",
                        "Opgaver, som du har overtaget",
                        workers,
                        query -> query.taskAssigneeExpression("${currentUser()}")),
                new Definition(
                        "gruppe",
                        "Min gruppes opgaver",
                        "Alle opgaver hos dine grupper, både ledige og overtagne",
                        workers,
                        query -> query.taskCandidateGroupInExpression("${currentUserGroups()}")
                                .includeAssignedTasks()),
                new Definition(
                        "over-frist",
                        "Over frist",
                        "Opgaver, hvis frist var i går eller tidligere",
                        readers,
                        query -> query.dueBeforeExpression("${" + TODAY + "}")),
                new Definition(
                        "denne-uge",
                        "Forfalder denne uge",
                        "Opgaver med frist fra i dag til og med søndag",
                        readers,
                        // The engine compares with "later than", and a deadline that is a day is stored as its
                        // midnight.
                        query -> query.dueAfterExpression("${" + TODAY + ".minusMillis(1)}")
                                .dueBeforeExpression("${" + TODAY + ".withDayOfWeek(1).plusWeeks(1)}")),
                new Definition(
                        "uden-ansvarlig",
                        "Uden ansvarlig",
                        "Opgaver, som ingen har overtaget endnu",
                        readers,
                        TaskQuery::taskUnassigned),
                new Definition(
                        "alle",
                        "Alle opgaver",
                        "Alle afdelingers opgaver",
                        StaffGroup.of(Kind.LEADER, Kind.AUDITOR),
                        query -> query));
    }

    private static Map<String, Object> properties(Definition definition, int priority) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(KEY, definition.key());
        properties.put("description", definition.description());
        properties.put("priority", priority);
        properties.put("color", "#454545");
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                List.of(
                        variable("sagsnummer", "Sag"),
                        variable("familie", "Familie"),
                        variable("fase", "Fase"),
                        variable("personNr", "Person")));
        return properties;
    }

    private static Map<String, String> variable(String name, String label) {
        return Map.of("name", name, "label", label);
    }
}
