package dk.ankomst.scenario;

import dk.ankomst.cases.Cases;
import dk.ankomst.cases.Members;
import dk.ankomst.checklists.Checklists;
import dk.ankomst.deadlines.Deadlines;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.worklist.ReadableTasks;
import dk.ankomst.worklist.WorkItems;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

/** The whole program with nothing in the place of anything but the clock; one context for all scenarios. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import(ScenarioTest.SetUp.class)
abstract class ScenarioTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class SetUp {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        Municipality municipality(
                Cases cases,
                Members members,
                Deadlines deadlines,
                EstablishmentSupport establishment,
                WorkItems work,
                Checklists checklists,
                ReadableTasks readable,
                ProcessEngine engine,
                SettableClock clock) {
            return new Municipality(
                    cases, members, deadlines, establishment, work, checklists, readable, engine, clock);
        }
    }

    @Autowired
    Municipality town;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void theEngineGoesByTheComputersClockAgain() {
        ClockUtil.reset();
    }
}
