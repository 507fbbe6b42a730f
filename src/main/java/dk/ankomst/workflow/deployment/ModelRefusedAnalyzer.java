package dk.ankomst.workflow.deployment;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a refused model as one sentence instead of a stack trace. */
class ModelRefusedAnalyzer extends AbstractFailureAnalyzer<ModelRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ModelRefused cause) {
        String message = String.valueOf(cause.getMessage());
        return new FailureAnalysis(
                message.substring(0, message.length() - cause.action().length()).strip(), cause.action(), cause);
    }
}
