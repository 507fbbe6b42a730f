package dk.ankomst.security;

import dk.ankomst.platform.StaffGroup;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a user name and a password against the engine's identity service, for people and for programs. */
@Component
class EngineLogin implements AuthenticationProvider {

    private final IdentityService identities;
    private final LoginThrottle throttle;

    EngineLogin(IdentityService identities, LoginThrottle throttle) {
        this.identities = identities;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = attempt.getName();
        String password = Objects.toString(attempt.getCredentials(), "");
        String address = addressOf(attempt);
        if (throttle.isClosed(userId, address)) {
            throw new LockedException("Der er forsøgt for mange gange. Vent fem minutter, og prøv igen.");
        }
        if (userId.isBlank() || password.isEmpty() || !identities.checkPassword(userId, password)) {
            throttle.failed(userId, address);
            throw new BadCredentialsException("Brugernavnet eller adgangskoden er forkert.");
        }
        throttle.succeeded(userId, address);
        LoggedIn principal = principal(userId);
        List<GrantedAuthority> authorities = principal.groups().stream()
                .<GrantedAuthority>map(group -> new SimpleGrantedAuthority(StaffGroup.AUTHORITY_PREFIX + group))
                .toList();
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities);
        token.setDetails(attempt.getDetails());
        return token;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private LoggedIn principal(String userId) {
        User user = identities.createUserQuery().userId(userId).singleResult();
        List<String> groups = identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
        String name = user == null ? "" : displayName(user.getFirstName(), user.getLastName());
        return new LoggedIn(userId, name.isEmpty() ? userId : name, groups);
    }

    private static String displayName(@Nullable String firstName, @Nullable String lastName) {
        return Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? Objects.toString(details.getRemoteAddress(), "")
                : "";
    }
}
