package dk.ankomst.security;

import dk.ankomst.platform.StaffGroup;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Groups, demo users and the first administrator in the engine's identity service. */
@Component
class Users {

    /** The password of every demo user, printed on the login page and in the README. */
    static final String DEMO_PASSWORD = "ankomst-demo";

    /** A domain that exists nowhere, so that trying out e-mail can reach nobody. */
    private static final String DEMO_ADDRESS = "@kommunen.example";

    /** The engine's own administrators: its web applications ask for a first user as long as this group is empty. */
    static final String ENGINE_ADMINISTRATORS = "camunda-admin";

    private static final int SHORTEST_ADMIN_PASSWORD = 12;
    private static final Logger LOG = LoggerFactory.getLogger(Users.class);

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl engine;

    Users(ProcessEngine engine) {
        this.identities = engine.getIdentityService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    void establishGroups() {
        for (StaffGroup group : StaffGroup.values()) {
            establishGroup(group.id(), group.danishName(), "ANKOMST");
        }
        establishGroup(ENGINE_ADMINISTRATORS, "Systemadministratorer", "SYSTEM");
    }

    private void establishGroup(String id, String name, String type) {
        Group group = identities.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identities.newGroup(id);
        } else if (name.equals(group.getName()) && type.equals(group.getType())) {
            return;
        }
        group.setName(name);
        group.setType(type);
        identities.saveGroup(group);
    }

    /** One user per group; a user who is there already keeps name and password. */
    void establishDemoUsers() {
        List<String> made = new ArrayList<>();
        for (StaffGroup group : StaffGroup.values()) {
            if (identities.createUserQuery().userId(group.id()).count() == 0) {
                create(group.id(), group.danishName(), "(demo)", group.id() + DEMO_ADDRESS, DEMO_PASSWORD);
                made.add(group.id());
            }
            join(group.id(), group.id());
            if (group == StaffGroup.DRIFT) {
                join(group.id(), ENGINE_ADMINISTRATORS);
            }
        }
        if (!made.isEmpty()) {
            LOG.info("Demobrugere oprettet: {}", String.join(", ", made));
        }
        LOG.warn("Systemet kører med demobrugere, som alle kender adgangskoden til (se login-siden). "
                + "Brug det ikke til rigtige borgere: start i drift med profilen 'drift'.");
    }

    /** Makes the first administrator if group {@code drift} is empty. */
    void establishAdministrator(AccessProperties properties) {
        boolean hasAdministrator = identities
                        .createUserQuery()
                        .memberOfGroup(StaffGroup.DRIFT.id())
                        .count()
                > 0;
        if (hasAdministrator) {
            return;
        }
        String user = properties.adminUser();
        String password = properties.adminPassword();
        if (user == null || user.isBlank() || password == null || password.isEmpty()) {
            throw new UnsafeStart(
                    "Der er ingen administrator: ingen bruger er i gruppen 'drift'.",
                    "Sæt ANKOMST_ADMIN_USER og ANKOMST_ADMIN_PASSWORD, og start igen. De bruges kun, til den første "
                            + "administrator er oprettet.");
        }
        if (password.length() < SHORTEST_ADMIN_PASSWORD || password.equals(DEMO_PASSWORD)) {
            throw new UnsafeStart(
                    "Adgangskoden i ANKOMST_ADMIN_PASSWORD er for svag.",
                    "Vælg en adgangskode på mindst " + SHORTEST_ADMIN_PASSWORD
                            + " tegn, som ikke er demobrugernes, og start igen.");
        }
        if (identities.createUserQuery().userId(user).count() == 0) {
            create(user, "Administrator", "", null, password);
        }
        join(user, StaffGroup.DRIFT.id());
        join(user, ENGINE_ADMINISTRATORS);
        LOG.info("Første administrator oprettet: {}", user);
    }

    /**
     * Users whose password is the demo password. Compares the stored hashes: asking the identity service would count as a
     * failed login for everybody else.
     */
    List<String> withDemoPassword() {
        return identities.createUserQuery().list().stream()
                .filter(this::hasDemoPassword)
                .map(User::getId)
                .sorted()
                .toList();
    }

    private boolean hasDemoPassword(User user) {
        if (!(user instanceof UserEntity entity) || entity.getPassword() == null) {
            return false;
        }
        String salted = EncryptionUtil.saltPassword(DEMO_PASSWORD, entity.getSalt());
        return engine.getPasswordManager().check(salted, entity.getPassword());
    }

    private void create(String id, String firstName, String lastName, @Nullable String email, String password) {
        User user = identities.newUser(id);
        user.setEmail(email);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setPassword(password);
        identities.saveUser(user);
    }

    private void join(String user, String group) {
        if (identities.createUserQuery().userId(user).memberOfGroup(group).count() == 0) {
            identities.createMembership(user, group);
        }
    }
}
