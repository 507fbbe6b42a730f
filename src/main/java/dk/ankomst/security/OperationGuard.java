package dk.ankomst.security;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** Refuses the profile for operation with settings meant for trying out, before anything opens the database. */
@Component
@Profile(AccessSetUp.OPERATION)
class OperationGuard implements BeanFactoryPostProcessor, EnvironmentAware {

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        String url = environment.getProperty("spring.datasource.url", "");
        if (url.isBlank() || url.startsWith("jdbc:h2:")) {
            throw new UnsafeStart(
                    "Profilen 'drift' kan ikke bruge den indbyggede prøvedatabase (H2).",
                    "Sæt SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME og SPRING_DATASOURCE_PASSWORD til en "
                            + "PostgreSQL-database, og start igen.");
        }
        if (environment.getProperty("ankomst.demo-users", Boolean.class, true)) {
            throw new UnsafeStart(
                    "Profilen 'drift' kan ikke have demobrugere.",
                    "Fjern indstillingen ankomst.demo-users=true, og start igen.");
        }
    }
}
