package se.lotsen.backup;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says at start-up that a restore was not finished, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BackupFaultAnalyzer extends AbstractFailureAnalyzer<BackupFault> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BackupFault cause) {
        return new FailureAnalysis(cause.text(), ResourceBundle
                .getBundle("se.lotsen.backup.messages", Locale.of("sv")).getString("start.remedy"), cause);
    }
}
