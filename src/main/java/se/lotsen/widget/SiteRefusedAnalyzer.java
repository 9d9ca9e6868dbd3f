package se.lotsen.widget;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says at start-up which site is none, instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SiteRefusedAnalyzer extends AbstractFailureAnalyzer<SiteRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SiteRefused cause) {
        ResourceBundle texts = ResourceBundle.getBundle("se.lotsen.widget.messages", Locale.of("sv"));
        return new FailureAnalysis(
                new MessageFormat(texts.getString("start.site"))
                        .format(new Object[]{cause.property(), cause.value()}),
                texts.getString("start.site.remedy"), cause);
    }
}
