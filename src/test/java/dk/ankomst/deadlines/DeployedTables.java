package dk.ankomst.deadlines;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Deploys the tables of {@code processes/frister} into the engine of a Spring test and gives it a clock to set. */
@TestConfiguration(proxyBeanMethods = false)
class DeployedTables {

    @Bean
    InitializingBean deployDeadlineTables(RepositoryService repository) {
        return () -> {
            DeploymentBuilder deployment = repository.createDeployment().name("frister");
            for (String table : TablesFromFiles.NAMES) {
                String file = table + ".dmn";
                deployment.addString(file, Files.readString(TablesFromFiles.FOLDER.resolve(file)));
            }
            deployment.deploy();
        };
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    /** A clock that stands at noon in Denmark on the day it is set to. */
    static final class SettableClock extends Clock {

        private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
        private Instant now = Instant.parse("2015-05-15T10:00:00Z");

        void set(LocalDate day) {
            now = day.atTime(12, 0).atZone(DENMARK).toInstant();
        }

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return DENMARK;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
