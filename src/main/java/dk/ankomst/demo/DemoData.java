package dk.ankomst.demo;

import dk.ankomst.cases.Cases;
import dk.ankomst.platform.ShiftableClock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demo families when there is no case yet. It runs after models and access rights are in place and before the
 * web server takes requests and the job executor starts: the engine's clock is one for the whole program, and nobody may
 * see it shifted. All families are made in one transaction, so that a start that is broken off leaves none behind.
 */
@Component
@Profile("!drift")
@ConditionalOnProperty(name = "ankomst.demo", havingValue = "true", matchIfMissing = true)
class DemoData implements SmartLifecycle {

    /** Before the web server, whose phase is near the greatest there is. */
    private static final int PHASE = 0;

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final Cases cases;
    private final ShiftableClock clock;
    private final ProcessEngine engine;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    DemoData(
            Cases cases,
            ShiftableClock clock,
            ProcessEngine engine,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.clock = clock;
        this.engine = engine;
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        running = true;
        makeFamilies();
    }

    /** Does nothing when there is a case already, or when the demo users who would have done the work are not there. */
    void makeFamilies() {
        if (hasCases() || !hasDemoUsers()) {
            return;
        }
        LOG.warn("Demofamilierne oprettes (opfundne familier; slås fra med ankomst.demo=false).");
        Instant begun = clock.instant();
        try {
            transaction.executeWithoutResult(status -> {
                DemoPlay play = new DemoPlay(cases, clock, engine);
                DemoFamilies.all().forEach(family -> play.play(family, begun));
            });
            LOG.warn(
                    "Demofamilierne er oprettet på {} ms.",
                    Duration.between(begun, clock.instant()).toMillis());
        } catch (RuntimeException e) {
            // Models that a process owner has changed may lead a family astray; that must not stop real work.
            LOG.error("Demofamilierne kunne ikke oprettes; systemet starter uden dem.", e);
        }
    }

    private boolean hasCases() {
        return database.sql("select count(*) from case_file").query(Long.class).single() > 0;
    }

    private boolean hasDemoUsers() {
        return engine.getIdentityService()
                        .createUserQuery()
                        .userId("koordinator")
                        .count()
                > 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
