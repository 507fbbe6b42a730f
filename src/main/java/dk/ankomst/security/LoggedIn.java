package dk.ankomst.security;

import java.io.Serializable;
import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person or program behind a request, as pages and services find it in {@code Authentication.getPrincipal()}.
 *
 * @param id the user's id in the engine's identity service
 * @param displayName first and last name; the id when neither is known
 * @param groups ids of the user's groups, e.g. {@code koordinator}
 */
public record LoggedIn(String id, String displayName, List<String> groups)
        implements AuthenticatedPrincipal, Serializable {

    public LoggedIn {
        groups = List.copyOf(groups);
    }

    @Override
    public String getName() {
        return id;
    }
}
