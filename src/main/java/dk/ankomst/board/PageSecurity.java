package dk.ankomst.board;

import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** Makes the pages' own {@code @PreAuthorize} count, whatever else guards them: forgotten, they would be silently ignored. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class PageSecurity {}
