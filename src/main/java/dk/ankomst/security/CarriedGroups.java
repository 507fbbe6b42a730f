package dk.ankomst.security;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Checks rights with the groups that a person is logged in with. The engine first reads which groups have any right at
 * all, in every command and from a table that grows with every task, to spare itself the groups of a large directory that
 * have none; here a person has one group or a few.
 */
class CarriedGroups extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? List.of() : new ArrayList<>(groups);
    }

    /** Puts this in the place of the engine's own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new CarriedGroups();
        }
    }
}
