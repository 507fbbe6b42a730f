package dk.ankomst.cases;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Stands in while no plan is there to run: the case is kept and nothing is started. Any other bean takes its place. */
@Component
@Fallback
class NoReceptionPlan implements ReceptionPlan {

    private static final Logger LOG = LoggerFactory.getLogger(NoReceptionPlan.class);

    @Override
    public void start(CaseFacts facts) {
        warn(facts.caseNumber());
    }

    @Override
    public void plannedArrivalChanged(String caseNumber, String reason) {
        warn(caseNumber);
    }

    @Override
    public void arrived(String caseNumber) {
        warn(caseNumber);
    }

    @Override
    public void memberAdded(String caseNumber, long personId) {
        warn(caseNumber);
    }

    @Override
    public void movedAway(String caseNumber) {
        warn(caseNumber);
    }

    @Override
    public void permitLapsed(String caseNumber) {
        warn(caseNumber);
    }

    private static void warn(String caseNumber) {
        LOG.warn("Sag {}: der er intet forløb at sende beskeden til", caseNumber);
    }
}
