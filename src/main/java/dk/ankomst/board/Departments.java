package dk.ankomst.board;

import dk.ankomst.worklist.DepartmentNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** The groups as people call them, and which of them a user belongs to. */
@Component
class Departments {

    /** What the security module puts before a group's id in an authority. */
    private static final String PREFIX = "GROUP_";

    private final DepartmentNames names;

    Departments(DepartmentNames names) {
        this.names = names;
    }

    /** The name staff use for a group; the id itself for a group that a model brought along. */
    String name(String group) {
        return names.of(group);
    }

    /** The departments that do tasks on a case, by id, in the order of the organisation. */
    Map<String, String> working() {
        Map<String, String> working = new LinkedHashMap<>(names.all());
        working.keySet().removeAll(Set.of("procesejer", "revisor", "drift"));
        return working;
    }

    /** The ids of the user's groups. */
    Set<String> of(@Nullable Authentication user) {
        Set<String> groups = new LinkedHashSet<>();
        if (user != null) {
            for (GrantedAuthority authority : user.getAuthorities()) {
                String name = authority.getAuthority();
                if (name != null && name.startsWith(PREFIX)) {
                    groups.add(name.substring(PREFIX.length()));
                }
            }
        }
        return groups;
    }

    /** The user's groups in words; null when the user is in none that has a name. */
    @Nullable
    String roles(Collection<String> groups) {
        String roles = String.join(
                ", ",
                groups.stream().filter(names.all()::containsKey).map(this::name).toList());
        return roles.isEmpty() ? null : roles;
    }
}
