package dk.ankomst.worklist;

import dk.ankomst.platform.StaffGroup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What staff call the groups that tasks are offered to. */
@Component
public class DepartmentNames {

    private static final Map<String, String> NAMES = names();

    /** The name staff use for a group; the id itself for a group that a model brought along. */
    public String of(String group) {
        return NAMES.getOrDefault(group, group);
    }

    /** Every group by id, in the order of the organisation. */
    public Map<String, String> all() {
        return NAMES;
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (StaffGroup group : StaffGroup.values()) {
            names.put(group.id(), group.danishName());
        }
        return Collections.unmodifiableMap(names);
    }
}
