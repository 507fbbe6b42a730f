package dk.ankomst.workflow.guard;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;

/** Logs people in for these tests as long as the program has no login of its own. */
@TestConfiguration(proxyBeanMethods = false)
@ConditionalOnMissingClass("dk.ankomst.security.SecurityConfiguration")
class GuardTestLogin {

    @Bean
    AuthenticationProvider engineUsers(IdentityService identities) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication login) {
                if (!identities.checkPassword(login.getName(), (String) login.getCredentials())) {
                    throw new BadCredentialsException("nej");
                }
                return UsernamePasswordAuthenticationToken.authenticated(login.getName(), null, List.of());
            }

            @Override
            public boolean supports(Class<?> authentication) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
            }
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http) throws Exception {
        return http.securityMatcher(request -> request.getRequestURI().startsWith("/engine-rest"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        request -> request.getRequestURI().startsWith("/camunda/api")))
                .build();
    }

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> restUser() {
        FilterRegistrationBean<ProcessEngineAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter("authentication-provider", LoggedInUser.class.getName());
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webUser() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", LoggedInUser.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    /** Reads who is logged in from Spring Security. */
    public static class LoggedInUser extends ContainerBasedAuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(
                jakarta.servlet.http.HttpServletRequest request, ProcessEngine engine) {
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication == null) {
                return AuthenticationResult.unsuccessful();
            }
            AuthenticationResult result = AuthenticationResult.successful(authentication.getName());
            result.setGroups(
                    engine.getIdentityService().createGroupQuery().groupMember(authentication.getName()).list().stream()
                            .map(Group::getId)
                            .toList());
            return result;
        }
    }
}
