package dk.ankomst.security;

import dk.ankomst.platform.StaffGroup;
import dk.ankomst.platform.StaffGroup.Kind;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One set-up for everything that this program answers: own pages, Tasklist, Cockpit and Admin with a form and a session,
 * {@code /engine-rest} with HTTP Basic, {@code /api} with either. See ADR 0030.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(AccessProperties.class)
class SecurityConfiguration {

    private static final Pattern JOB = Pattern.compile(
            "/(engine-rest|camunda/api/engine)(/engine/[^/]+)?/((job|job-definition|batch)/(?!count/?$).+|history/cleanup.*)");

    /**
     * The engine checks the right to a job only inside the job, so that a refusal counts as a failed run and wears out the
     * timer of a deadline; and for its own jobs, as that which removes old history, it checks none.
     */
    private static final RequestMatcher CHANGE_OF_A_JOB =
            request -> !List.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())
                    && JOB.matcher(request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), ""))
                            .matches();

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final String CSP = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** The engine's web applications, which have a content policy and a CSRF protection of their own. */
    private static final RequestMatcher ENGINE_APPLICATIONS = any("/camunda/app/**", "/camunda/api/**");

    private static final RequestMatcher ENGINE_API = any("/camunda/api/**");
    private static final RequestMatcher OWN_API = any("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml");

    /** Where the engine's own log-out button posts to. */
    private static final RequestMatcher ENGINE_LOGOUT =
            PATHS.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");

    /** A person's calendar; the same pattern as the controller's. */
    private static final String CALENDAR = "/kalender/{secret}.ics";

    /** Files whose address changes with their content or that are too small to matter. */
    private static final RequestMatcher CACHEABLE =
            any("/assets/**", "/camunda/lib/**", "/camunda/assets/**", "/camunda/app/{application}/*.js");

    private static final String[] CASE_READERS = StaffGroup.authorities(Kind.DEPARTMENT, Kind.LEADER, Kind.AUDITOR);
    private static final String[] CASE_WORKERS = StaffGroup.authorities(Kind.DEPARTMENT, Kind.LEADER);
    private static final String[] CASE_STARTERS = {StaffGroup.KOORDINATOR.authority(), StaffGroup.LEDER.authority()};
    private static final String[] WRITERS =
            StaffGroup.authorities(Kind.DEPARTMENT, Kind.LEADER, Kind.PROCESS_OWNER, Kind.OPERATIONS);

    /**
     * Without it Spring Security reads path patterns relative to the dispatcher servlet, and the engine's servlets beside it
     * are silently missed.
     */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /**
     * Calendar programs cannot log in: the address itself is the secret, 256 random bits that its owner can take back, and
     * what it answers names nobody. See ADR 0050.
     */
    @Bean
    @Order(0)
    SecurityFilterChain calendarPrograms(HttpSecurity http) throws Exception {
        http.securityMatcher(new OrRequestMatcher(
                        PATHS.matcher(HttpMethod.GET, CALENDAR), PATHS.matcher(HttpMethod.HEAD, CALENDAR)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .cacheControl(cache -> cache.disable()));
        return http.build();
    }

    /** Programs: HTTP Basic, no session. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, IdentityService identities) throws Exception {
        RequestMatcher basic = request -> Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("basic ");
        RequestMatcher engineRest = PATHS.matcher("/engine-rest/**");
        http.securityMatcher(new OrRequestMatcher(engineRest, new AndRequestMatcher(OWN_API, basic)))
                .authorizeHttpRequests(SecurityConfiguration::rules)
                .httpBasic(login -> login.authenticationEntryPoint(SecurityConfiguration::challenge))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(SecurityConfiguration::challenge)
                        .accessDeniedHandler((request, response, denied) ->
                                problem(response, HttpStatus.FORBIDDEN, "Du har ikke adgang til dette.")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterAfter(onlyFor(OWN_API, identities), AuthorizationFilter.class);
        headers(http);
        return http.build();
    }

    /** People: a form, a session, CSRF tokens kept in the session. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, IdentityService identities) throws Exception {
        HttpSessionRequestCache returnTo = new HttpSessionRequestCache();
        returnTo.setRequestMatcher(SecurityConfiguration::isPage);
        http.authorizeHttpRequests(SecurityConfiguration::rules)
                .formLogin(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .failureHandler(loginFailure())
                        .permitAll())
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(PATHS.matcher(HttpMethod.POST, "/logout"), ENGINE_LOGOUT))
                        .deleteCookies("JSESSIONID")
                        // What Tasklist keeps in the browser must not wait for the next person at a shared machine.
                        .addLogoutHandler(
                                new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.STORAGE)))
                        .logoutSuccessHandler((request, response, user) -> {
                            if (ENGINE_LOGOUT.matches(request)) {
                                response.setStatus(HttpStatus.NO_CONTENT.value());
                            } else {
                                response.sendRedirect(request.getContextPath() + "/login?udlogget");
                            }
                        }))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(SecurityConfiguration::askForLogin)
                        .accessDeniedHandler((request, response, denied) -> {
                            boolean isAnonymous = !(currentPrincipal() instanceof LoggedIn);
                            if (denied instanceof CsrfException && isAnonymous && isForm(request)) {
                                // The session has run out between showing a page and sending its form.
                                response.sendRedirect(request.getContextPath() + "/login?udloebet");
                            } else if (OWN_API.matches(request)) {
                                problem(response, HttpStatus.FORBIDDEN, "Du har ikke adgang til dette.");
                            } else {
                                new AccessDeniedHandlerImpl().handle(request, response, denied);
                            }
                        }))
                .requestCache(cache -> cache.requestCache(returnTo))
                .csrf(csrf -> csrf.ignoringRequestMatchers(ENGINE_API))
                .addFilterAfter(
                        onlyFor(new NegatedRequestMatcher(ENGINE_APPLICATIONS), identities), AuthorizationFilter.class);
        headers(http);
        return http.build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/login", "/assets/**", "/actuator/health")
                .permitAll()
                // There is one way to log in, and it counts the failures.
                .requestMatchers(
                        "/camunda/api/admin/auth/user/{engine}/login/**",
                        "/camunda/api/admin/setup/**",
                        "/camunda/api/engine/engine/{engine}/identity/verify/**",
                        "/engine-rest/identity/verify/**",
                        "/engine-rest/engine/{engine}/identity/verify/**")
                .denyAll()
                // Free text and files belong to the case, not to the engine's tables.
                .requestMatchers(
                        HttpMethod.POST,
                        "/engine-rest/task/{task}/comment/**",
                        "/engine-rest/task/{task}/attachment/**",
                        "/engine-rest/engine/{engine}/task/{task}/comment/**",
                        "/engine-rest/engine/{engine}/task/{task}/attachment/**",
                        "/camunda/api/engine/engine/{engine}/task/{task}/comment/**",
                        "/camunda/api/engine/engine/{engine}/task/{task}/attachment/**")
                .denyAll()
                // A name is shown beside what its owner did, so that nobody sets it but operations.
                .requestMatchers(
                        HttpMethod.PUT,
                        "/engine-rest/user/{user}/profile/**",
                        "/engine-rest/engine/{engine}/user/{user}/profile/**",
                        "/camunda/api/engine/engine/{engine}/user/{user}/profile/**")
                .hasAuthority(StaffGroup.DRIFT.authority())
                .requestMatchers(CHANGE_OF_A_JOB)
                .hasAuthority(StaffGroup.DRIFT.authority())
                .requestMatchers("/engine-rest/**", "/camunda/**")
                .authenticated()
                .requestMatchers("/actuator/**")
                .hasAuthority(StaffGroup.DRIFT.authority())
                .requestMatchers(HttpMethod.POST, "/logout", "/api/{module}/preview", "/api/{module}/*/preview")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/api/{module}/preview")
                .authenticated()
                .requestMatchers("/sager/ny/**", "/sager/import/**")
                .hasAnyAuthority(CASE_STARTERS)
                .requestMatchers(HttpMethod.POST, "/api/cases", "/api/cases/import")
                .hasAnyAuthority(CASE_STARTERS)
                .requestMatchers(HttpMethod.GET, "/sager/**", "/frister/**", "/api/cases/**", "/api/deadlines/**")
                .hasAnyAuthority(CASE_READERS)
                .requestMatchers("/sager/**", "/frister/**", "/api/cases/**", "/api/deadlines/**")
                .hasAnyAuthority(CASE_WORKERS)
                .requestMatchers("/revision/**", "/api/revision/**")
                .hasAnyAuthority(StaffGroup.REVISOR.authority(), StaffGroup.LEDER.authority())
                .requestMatchers(HttpMethod.GET, "/**")
                .authenticated()
                .requestMatchers(HttpMethod.HEAD, "/**")
                .authenticated()
                // An auditor reads everything and changes nothing.
                .anyRequest()
                .hasAnyAuthority(WRITERS);
    }

    private static void headers(HttpSecurity http) throws Exception {
        HeaderWriter policy = new ContentSecurityPolicyHeaderWriter(CSP);
        http.headers(headers -> headers.frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(ENGINE_APPLICATIONS), policy))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(CACHEABLE), new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        CACHEABLE, new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "private, max-age=600"))));
    }

    /** Hands the logged-in user to the engine's REST. */
    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> engineRestLogin() {
        FilterRegistrationBean<ProcessEngineAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.setName("engineRestLogin");
        filter.addInitParameter("authentication-provider", ContainerLogin.class.getName());
        filter.addUrlPatterns("/engine-rest/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    /** Hands the logged-in user to Tasklist, Cockpit and Admin. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> engineApplicationLogin() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setName("engineApplicationLogin");
        filter.addInitParameter("authentication-provider", ContainerLogin.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return filter;
    }

    @Bean
    FilterRegistrationBean<OwnNonce> engineApplicationNonce() {
        FilterRegistrationBean<OwnNonce> filter = new FilterRegistrationBean<>(new OwnNonce());
        filter.addUrlPatterns("/camunda/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    private static EngineIdentityFilter onlyFor(RequestMatcher paths, IdentityService identities) {
        return new EngineIdentityFilter(identities) {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !paths.matches(request);
            }
        };
    }

    private static AuthenticationFailureHandler loginFailure() {
        return (request, response, failure) -> response.sendRedirect(
                request.getContextPath() + (failure instanceof LockedException ? "/login?spaerret" : "/login?fejl"));
    }

    private static void askForLogin(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (ENGINE_API.matches(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (OWN_API.matches(request)) {
            challenge(request, response, missing);
        } else {
            boolean hasRunOut = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            response.sendRedirect(request.getContextPath() + (hasRunOut ? "/login?udloebet" : "/login"));
        }
    }

    private static void challenge(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        // A browser would answer the challenge with a password box of its own; it says what it is with Sec-Fetch
        // headers.
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Ankomst\", charset=\"UTF-8\"");
        }
        String detail = failure instanceof LockedException
                ? "Der er forsøgt for mange gange. Vent fem minutter, og prøv igen."
                : "Log ind med brugernavn og adgangskode.";
        problem(response, HttpStatus.UNAUTHORIZED, detail);
    }

    private static void problem(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(
                                status == HttpStatus.UNAUTHORIZED ? "Ikke logget ind" : "Ingen adgang",
                                status.value(),
                                detail));
    }

    private static @Nullable Object currentPrincipal() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }

    private static boolean isPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                        .contains("text/html")
                && !ENGINE_API.matches(request)
                && !OWN_API.matches(request);
    }

    private static boolean isForm(HttpServletRequest request) {
        return !OWN_API.matches(request)
                && Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                        .contains("text/html");
    }

    private static RequestMatcher any(String... patterns) {
        RequestMatcher[] matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = PATHS.matcher(patterns[i]);
        }
        return new OrRequestMatcher(matchers);
    }
}
