package dk.ankomst.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

class DemoSwitchedOffTest {

    @Import(DemoData.class)
    static class OnlyTheDemo {}

    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(PropertyPlaceholderAutoConfiguration.class))
            .withAllowBeanDefinitionOverriding(true)
            .withUserConfiguration(OnlyTheDemo.class);

    @Test
    void the_property_turns_the_families_off() {
        program.withPropertyValues("ankomst.demo=false")
                .run(context ->
                        assertThat(context.getBeansOfType(DemoData.class)).isEqualTo(Map.of()));
    }

    @Test
    void there_are_never_families_in_the_profile_for_real_citizens() {
        program.withPropertyValues("ankomst.demo=true", "spring.profiles.active=drift")
                .run(context ->
                        assertThat(context.getBeansOfType(DemoData.class)).isEqualTo(Map.of()));
    }

    @Test
    void without_the_property_there_are_families() {
        // Nothing that the families need is there, so the program cannot start: the proof that they would be made.
        program.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(NoSuchBeanDefinitionException.class)
                .hasMessageContaining("dk.ankomst.cases.Cases"));
    }
}
