package dk.ankomst.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of login and access.
 *
 * @param demoUsers whether one user per group is made, all with a password that everybody knows
 * @param adminUser id of the first administrator (environment: {@code ANKOMST_ADMIN_USER}); made if nobody is in group
 *     {@code drift} yet
 * @param adminPassword the first administrator's password (environment: {@code ANKOMST_ADMIN_PASSWORD})
 */
@ConfigurationProperties("ankomst")
record AccessProperties(
        @DefaultValue("true") boolean demoUsers,
        @Nullable String adminUser,
        @Nullable String adminPassword) {

    /** Keeps the password out of every log. */
    @Override
    public String toString() {
        return "AccessProperties[demoUsers=" + demoUsers + ", adminUser=" + adminUser + "]";
    }
}
