package se.lotsen.records;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says at start-up in one line what is missing or wrong, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RetentionRefusedAnalyzer extends AbstractFailureAnalyzer<RetentionRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RetentionRefused cause) {
        ResourceBundle texts = ResourceBundle.getBundle("se.lotsen.records.messages", Locale.of("sv"));
        String word = "start." + cause.reason().word();
        return new FailureAnalysis(
                new MessageFormat(texts.getString(word))
                        .format(new Object[]{String.join(", ", cause.properties())}),
                texts.getString(word + ".remedy"), cause);
    }
}
