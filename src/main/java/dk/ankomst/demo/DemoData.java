package dk.ankomst.demo;

import dk.ankomst.cases.Cases;
import dk.ankomst.checklists.Checklists;
import dk.ankomst.establishment.EstablishmentSupport;
import dk.ankomst.platform.ShiftableClock;
import dk.ankomst.worklist.ReadableTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.joda.time.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demo families in a database that has no case yet, beside the people who already work: the families live on a
 * thread whose clock, the engine's included, shows their own past, and nobody sees a family before the whole of it is
 * there. A start that is broken off is gone on with at the next one.
 */
@Component
@Profile("!drift")
@ConditionalOnProperty(name = "ankomst.demo", havingValue = "true", matchIfMissing = true)
class DemoData implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Cases cases;
    private final EstablishmentSupport establishment;
    private final Checklists checklists;
    private final ReadableTasks readable;
    private final ShiftableClock clock;
    private final ProcessEngine engine;
    private final TransactionTemplate transaction;
    private @Nullable Thread player;
    private volatile boolean stopping;

    DemoData(
            Cases cases,
            EstablishmentSupport establishment,
            Checklists checklists,
            ReadableTasks readable,
            ShiftableClock clock,
            ProcessEngine engine,
            TransactionTemplate transaction) {
        this.cases = cases;
        this.establishment = establishment;
        this.checklists = checklists;
        this.readable = readable;
        this.clock = clock;
        this.engine = engine;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        player = new Thread(this::makeFamilies, "demo-families");
        player.setDaemon(true);
        player.start();
    }

    /** Does nothing where there are cases of people's own, or where the demo users who do the work are missing. */
    void makeFamilies() {
        List<DemoFamily> missing = missing();
        if (missing.isEmpty() || !hasDemoUsers()) {
            return;
        }
        LOG.info("Demofamilierne oprettes i baggrunden (opfundne familier; slås fra med ankomst.demo=false).");
        // Until all are made the engine reads the program's clock, on which each thread can have its own time.
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
        Instant begun = clock.instant();
        DemoPlay play = new DemoPlay(cases, establishment, checklists, readable, clock, engine);
        try {
            for (DemoFamily family : missing) {
                if (!stopping) {
                    make(family, play);
                }
            }
        } finally {
            DateTimeUtils.setCurrentMillisSystem();
        }
        LOG.info(
                "Demofamilierne er oprettet på {} sekunder.",
                Duration.between(begun, clock.instant()).toSeconds());
    }

    private void make(DemoFamily family, DemoPlay play) {
        try {
            transaction.executeWithoutResult(status -> play.play(family, clock.instant(), () -> stopping));
        } catch (RuntimeException e) {
            // Models that a process owner has changed may lead a family astray; that must not stop real work.
            LOG.error("Demofamilien {} kunne ikke oprettes.", family.name(), e);
        }
    }

    private List<DemoFamily> missing() {
        return missing(cases.references());
    }

    /** @param references of the cases that there are, the oldest first; the case number where there is none */
    static List<DemoFamily> missing(List<String> references) {
        boolean isOurs = references.isEmpty() || references.get(0).startsWith(DemoFamily.REFERENCE);
        return isOurs
                ? DemoFamilies.all().stream()
                        .filter(family -> !references.contains(family.reference()))
                        .toList()
                : List.of();
    }

    private boolean hasDemoUsers() {
        return engine.getIdentityService()
                        .createUserQuery()
                        .userId("koordinator")
                        .count()
                > 0;
    }

    /** Waits until the families that the start began on are made. */
    void await() throws InterruptedException {
        if (player != null) {
            player.join();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        if (player != null) {
            player.join(PATIENCE.toMillis());
        }
    }
}
