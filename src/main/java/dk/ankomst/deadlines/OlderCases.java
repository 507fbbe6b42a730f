package dk.ankomst.deadlines;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Notes once of each case by which tables it was counted that had its deadlines before that was noted, so that newer tables
 * are offered for it and not taken unseen.
 */
@Component
class OlderCases {

    private static final Logger LOG = LoggerFactory.getLogger(OlderCases.class);

    private final CaseEditions editions;

    OlderCases(CaseEditions editions) {
        this.editions = editions;
    }

    /** Each case by itself: another server may start at the same time, or a colleague count the case. */
    @EventListener(ApplicationReadyEvent.class)
    void note() {
        int noted = 0;
        for (String caseNumber : editions.unnoted()) {
            try {
                editions.keptFor(caseNumber);
                noted++;
            } catch (DuplicateKeyException meanwhile) {
                // Whoever was first has found the same.
            }
        }
        if (noted > 0) {
            LOG.info("Sager, for hvilke udgaven af fristtabellerne er noteret: {}", noted);
        }
    }
}
