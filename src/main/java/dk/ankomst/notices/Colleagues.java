package dk.ankomst.notices;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everybody who can log in; the identity service is on the other side. */
public interface Colleagues {

    /**
     * A member of staff.
     *
     * @param name first and last name; the id when neither is known
     * @param email null when the identity service knows none
     * @param groups ids of the groups, e.g. {@code koordinator}
     */
    record Colleague(String id, String name, @Nullable String email, Set<String> groups) {}

    List<Colleague> all();

    /** Empty when there is no such user any more. */
    Optional<Colleague> find(String userId);
}
