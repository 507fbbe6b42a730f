package dk.ankomst.platform;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the program; tests bring their own, the demo data shift it while they are played. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    ShiftableClock clock() {
        return new ShiftableClock(Clock.system(ZoneId.of("Europe/Copenhagen")));
    }
}
