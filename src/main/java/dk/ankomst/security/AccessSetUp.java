package dk.ankomst.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts groups, users, rights and filters in place at every start, before the first request is answered. Running it twice
 * changes nothing the second time.
 */
@Component
class AccessSetUp implements SmartInitializingSingleton {

    /** The profile for real citizens' data. */
    static final String OPERATION = "drift";

    private final Users users;
    private final AccessRights rights;
    private final TasklistFilters filters;
    private final AccessProperties properties;
    private final TransactionTemplate transaction;
    private final boolean inOperation;

    AccessSetUp(
            Users users,
            AccessRights rights,
            TasklistFilters filters,
            AccessProperties properties,
            TransactionTemplate transaction,
            Environment environment) {
        this.users = users;
        this.rights = rights;
        this.filters = filters;
        this.properties = properties;
        this.transaction = transaction;
        this.inOperation = environment.acceptsProfiles(Profiles.of(OPERATION));
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> establish());
    }

    void establish() {
        users.establishGroups();
        if (inOperation) {
            refuseDemoPasswords();
            users.establishAdministrator(properties);
        } else if (properties.demoUsers()) {
            users.establishDemoUsers();
        }
        List<AccessRight> all = new ArrayList<>(AccessRight.all());
        all.addAll(filters.establish());
        rights.establish(all);
    }

    private void refuseDemoPasswords() {
        List<String> unsafe = users.withDemoPassword();
        if (!unsafe.isEmpty()) {
            throw new UnsafeStart(
                    "Demobrugernes adgangskode virker stadig for: " + String.join(", ", unsafe) + ".",
                    "Slet brugerne eller skift deres adgangskode (start uden profilen 'drift' og med "
                            + "ankomst.demo-users=false, og brug Camunda Admin), eller brug en ny database.");
        }
    }
}
