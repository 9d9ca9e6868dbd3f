package se.lotsen.embedding;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says at start-up what is wrong with the settings, instead of a stack trace; before Spring says it in names of classes. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class EmbeddingRefusedAnalyzer extends AbstractFailureAnalyzer<EmbeddingRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddingRefused cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
