package se.lotsen.knowledge;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start-up what is wrong with the knowledge base and what to do, instead of a stack trace. */
class KnowledgeUnusableAnalyzer extends AbstractFailureAnalyzer<KnowledgeUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KnowledgeUnusable cause) {
        String action = ResourceBundle.getBundle("se.lotsen.knowledge.messages", Locale.of("sv"))
                .getString("startup.remedy");
        return new FailureAnalysis(cause.getMessage(), action, cause);
    }
}
