package dk.ankomst.workflow;

import dk.ankomst.notices.Colleagues;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Staff as the engine's identity service knows them. */
@Component
class ColleaguesInEngine implements Colleagues {

    private final IdentityService identities;
    private final ProcessEngineConfigurationImpl engine;

    ColleaguesInEngine(ProcessEngine engine) {
        this.identities = engine.getIdentityService();
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public List<Colleague> all() {
        return unchecked(() -> {
            Map<String, Set<String>> groups = new HashMap<>();
            for (Group group : identities.createGroupQuery().list()) {
                identities.createUserQuery().memberOfGroup(group.getId()).list().forEach(user -> groups.computeIfAbsent(
                                user.getId(), id -> new HashSet<>())
                        .add(group.getId()));
            }
            return identities.createUserQuery().orderByUserId().asc().list().stream()
                    .map(user -> colleague(user, groups.getOrDefault(user.getId(), Set.of())))
                    .toList();
        });
    }

    @Override
    public Optional<Colleague> find(String userId) {
        return unchecked(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(userId).singleResult())
                .map(user -> colleague(
                        user,
                        identities.createGroupQuery().groupMember(userId).list().stream()
                                .map(Group::getId)
                                .collect(Collectors.toSet()))));
    }

    /** Who is who is asked on the program's own behalf: whoever is invited by a colleague need not be known to her. */
    private <T> T unchecked(Supplier<T> question) {
        return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(question::get));
    }

    private static Colleague colleague(User user, Set<String> groups) {
        String email = user.getEmail();
        return new Colleague(
                user.getId(), name(user), email == null || email.isBlank() ? null : email.strip(), Set.copyOf(groups));
    }

    /** What others call a person; the id when the identity service has no name. */
    static String name(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name;
    }
}
