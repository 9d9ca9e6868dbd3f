package se.lotsen.retrieval;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start-up why the index cannot be used and what to do, instead of a stack trace. */
class IndexUnavailableAnalyzer extends AbstractFailureAnalyzer<IndexUnavailable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IndexUnavailable cause) {
        return new FailureAnalysis(cause.getMessage(), ResourceBundle
                .getBundle("se.lotsen.retrieval.messages", Locale.of("sv")).getString("startup.remedy"),
                cause);
    }
}
