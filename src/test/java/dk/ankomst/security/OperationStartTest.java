package dk.ankomst.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.ankomst.AnkomstApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyInitRegistration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The profile for real citizens' data refuses to start where it would not be safe. */
@ExtendWith(OutputCaptureExtension.class)
class OperationStartTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    @DisplayName("not with the built-in database")
    void notWithH2(CapturedOutput output) {
        assertThat(refusal("spring.datasource.url=jdbc:h2:mem:drift")).hasMessageContaining("prøvedatabase (H2)");
        assertThat(output).contains("APPLICATION FAILED TO START", "SPRING_DATASOURCE_URL");
    }

    @Test
    @DisplayName("not with demo users switched on")
    void notWithDemoUsersSwitchedOn() {
        assertThat(refusal(database("postgres"), "ankomst.demo-users=true"))
                .hasMessageContaining("kan ikke have demobrugere");
    }

    @Test
    @DisplayName(
            "not without an administrator, not with a weak password, and then with the one given and no demo users")
    void theFirstAdministrator(CapturedOutput output) throws SQLException {
        create("ny");

        assertThat(refusal(database("ny"))).hasMessageContaining("Der er ingen administrator");
        assertThat(refusal(database("ny"), "ankomst.admin-user=anna", "ankomst.admin-password=kort"))
                .hasMessageContaining("for svag");

        try (ConfigurableApplicationContext running =
                start(database("ny"), "ankomst.admin-user=anna", "ankomst.admin-password=en-lang-adgangskode")) {
            IdentityService identities = running.getBean(IdentityService.class);
            assertThat(identities.createUserQuery().list())
                    .extracting(user -> user.getId())
                    .containsExactly("anna");
            assertThat(identities
                            .createUserQuery()
                            .memberOfGroup("drift")
                            .singleResult()
                            .getId())
                    .isEqualTo("anna");
            assertThat(identities.checkPassword("anna", "en-lang-adgangskode")).isTrue();
            // Somebody gives a colleague the password that everybody knows.
            identities.saveUser(user(identities));
        }

        assertThat(refusal(database("ny"))).hasMessageContaining("adgangskode virker stadig for: bo.");
        assertThat(output).doesNotContain("en-lang-adgangskode");
    }

    private static org.camunda.bpm.engine.identity.User user(IdentityService identities) {
        org.camunda.bpm.engine.identity.User user = identities.newUser("bo");
        user.setPassword(Users.DEMO_PASSWORD);
        return user;
    }

    private static Throwable refusal(String... settings) {
        Throwable failure = catchThrowable(() -> start(settings).close());
        while (failure != null && !(failure instanceof UnsafeStart)) {
            failure = failure.getCause();
        }
        return failure == null ? Assertions.fail("Systemet startede, eller startede ikke af en anden grund") : failure;
    }

    /** The engine's filters remember the first program in this machine; another one is not allowed to find it. */
    private static ConfigurableApplicationContext start(String... settings) {
        Object before = ReflectionTestUtils.getField(LazyInitRegistration.class, "APPLICATION_CONTEXT");
        ReflectionTestUtils.setField(LazyInitRegistration.class, "APPLICATION_CONTEXT", null);
        try {
            return run(settings);
        } finally {
            ReflectionTestUtils.setField(LazyInitRegistration.class, "APPLICATION_CONTEXT", before);
        }
    }

    private static ConfigurableApplicationContext run(String... settings) {
        List<String> arguments = new ArrayList<>(
                List.of("--server.port=0", "--camunda.bpm.job-execution.enabled=false", "--ankomst.demo=false"));
        for (String setting : settings) {
            for (String one : setting.split("\n", -1)) {
                arguments.add("--" + one);
            }
        }
        return new SpringApplicationBuilder(AnkomstApplication.class)
                .profiles("drift")
                .run(arguments.toArray(String[]::new));
    }

    private static String database(String name) {
        return "spring.datasource.url=" + postgres.getJdbcUrl("postgres", name)
                + "\nspring.datasource.username=postgres\nspring.datasource.password=postgres";
    }

    private static void create(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }
}
