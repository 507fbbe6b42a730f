package dk.ankomst.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings the engine's authorisations in line with a list of rights, touching only those that it made itself. */
@Component
class AccessRights {

    private static final Logger LOG = LoggerFactory.getLogger(AccessRights.class);

    private final AuthorizationService authorizations;
    private final JdbcClient database;
    private final Clock clock;

    AccessRights(AuthorizationService authorizations, JdbcClient database, Clock clock) {
        this.authorizations = authorizations;
        this.database = database;
        this.clock = clock;
    }

    void establish(Collection<AccessRight> rights) {
        Set<String> ours = new HashSet<>(database.sql("select authorization_id from granted_access")
                .query(String.class)
                .list());
        Set<String> wanted = new HashSet<>();
        for (AccessRight right : rights) {
            wanted.add(establish(right, ours));
        }
        for (String id : ours) {
            if (!wanted.contains(id)) {
                withdraw(id);
            }
        }
    }

    private String establish(AccessRight right, Set<String> ours) {
        Authorization existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(right.group().id())
                .resourceType(right.resource())
                .resourceId(right.resourceId())
                .singleResult();
        if (existing == null) {
            Authorization created = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            created.setGroupId(right.group().id());
            created.setResource(right.resource());
            created.setResourceId(right.resourceId());
            created.setPermissions(right.permissions().toArray(Permission[]::new));
            String id = authorizations.saveAuthorization(created).getId();
            database.sql("insert into granted_access (authorization_id, granted_at) values (?, ?)")
                    .params(id, Timestamp.from(clock.instant()))
                    .update();
            return id;
        }
        int before = bits(existing);
        if (ours.contains(existing.getId())) {
            existing.setPermissions(right.permissions().toArray(Permission[]::new));
        } else {
            // Made by hand for the same thing: what it grants stays, what is needed is added.
            right.permissions().forEach(existing::addPermission);
        }
        if (bits(existing) != before) {
            LOG.info("Rettighed rettet: {} på {} {}", right.group().id(), right.resource(), right.resourceId());
            authorizations.saveAuthorization(existing);
        }
        return existing.getId();
    }

    private void withdraw(String id) {
        if (authorizations.createAuthorizationQuery().authorizationId(id).count() > 0) {
            LOG.info("Rettighed taget tilbage: {}", id);
            authorizations.deleteAuthorization(id);
        }
        database.sql("delete from granted_access where authorization_id = ?")
                .param(id)
                .update();
    }

    private static int bits(Authorization authorization) {
        return ((AuthorizationEntity) authorization).getPermissions();
    }
}
