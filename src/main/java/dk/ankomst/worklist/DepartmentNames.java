package dk.ankomst.worklist;

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
        names.put("koordinator", "Koordinator");
        names.put("jobcenter", "Jobcenter");
        names.put("ydelse", "Ydelse");
        names.put("bolig", "Bolig");
        names.put("sundhed", "Sundhed");
        names.put("sprogcenter", "Sprogcenter");
        names.put("skole", "Skole og PPR");
        names.put("boern-familie", "Børn og familie");
        names.put("social-handicap", "Social og handicap");
        names.put("frivilligkoordinator", "Frivilligkoordinator");
        names.put("borgerservice", "Borgerservice");
        names.put("leder", "Leder");
        names.put("procesejer", "Procesejer");
        names.put("revisor", "Revisor");
        names.put("drift", "Drift");
        return Collections.unmodifiableMap(names);
    }
}
