package dk.ankomst.deadlines;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The first evaluation of a table takes seconds; the program takes them at its start, not the first caseworker. */
@Component
class DeadlineTablesWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineTablesWarmUp.class);

    private final DeadlinePlanner planner;

    DeadlineTablesWarmUp(DeadlinePlanner planner) {
        this.planner = planner;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        try {
            planner.warmUp();
        } catch (RuntimeException unavailable) {
            LOG.warn("Fristtabellerne kunne ikke læses ved opstart: {}", unavailable.getMessage());
        }
    }
}
